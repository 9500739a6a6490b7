#pragma once

#include <domain/Failure.h>
#include <domain/Ticket.h>

#include <QCoreApplication>

#include <optional>

namespace huying
{

/// Why something may not happen; nothing when it may.
using Hindrance = std::optional<Failure>;

/// Where the sentences of the workflow are translated.
class Say
{
    Q_DECLARE_TR_FUNCTIONS(Workflow)
};

inline Hindrance refused(QString text)
{
    return Failure { FailureKind::Refused, std::move(text) };
}

inline Hindrance wrong(QString text)
{
    return Failure { FailureKind::Invalid, std::move(text) };
}

/// The first of `questions` that hinders, asked of `ticket` in their order.
template <class... Question>
Hindrance firstOf(const Ticket &ticket, Question... questions)
{
    Hindrance found;
    static_cast<void>(((found = questions(ticket)).has_value() || ...));
    return found;
}

// What hinders more than one kind of event.

Hindrance whenFinished(const Ticket &ticket); ///< closed or void
Hindrance whenJoined(const Ticket &ticket); ///< a duplicate, whose parent is worked on
Hindrance whenOnAccount(const Ticket &ticket);
Hindrance whenDisputed(const Ticket &ticket);
Hindrance whenFollowedUp(const Ticket &ticket); ///< in the loop of a bad rating
Hindrance whenUnaccepted(const Ticket &ticket);
Hindrance whenUnassigned(const Ticket &ticket);
Hindrance whenNoClockRuns(const Ticket &ticket); ///< no deadline in force, or its milestone is reached

// Whether an event of this kind may happen to the ticket as it stands, whatever its particulars.

Hindrance hindrance(const Ticket &ticket, const Reported &);
Hindrance hindrance(const Ticket &ticket, const Accepted &);
Hindrance hindrance(const Ticket &ticket, const Voided &);
Hindrance hindrance(const Ticket &ticket, const Assigned &);
Hindrance hindrance(const Ticket &ticket, const HandlingBegun &);
Hindrance hindrance(const Ticket &ticket, const FirstAnswered &);
Hindrance hindrance(const Ticket &ticket, const Returned &);
Hindrance hindrance(const Ticket &ticket, const Disputed &);
Hindrance hindrance(const Ticket &ticket, const Ruled &);
Hindrance hindrance(const Ticket &ticket, const ExtensionAsked &);
Hindrance hindrance(const Ticket &ticket, const ExtensionGranted &);
Hindrance hindrance(const Ticket &ticket, const ExtensionRefused &);
Hindrance hindrance(const Ticket &ticket, const PutOnAccount &);
Hindrance hindrance(const Ticket &ticket, const Resumed &);
Hindrance hindrance(const Ticket &ticket, const Conferred &);
Hindrance hindrance(const Ticket &ticket, const Urged &);
Hindrance hindrance(const Ticket &ticket, const Answered &);
Hindrance hindrance(const Ticket &ticket, const Rated &);
Hindrance hindrance(const Ticket &ticket, const FollowedUp &);
Hindrance hindrance(const Ticket &ticket, const CalledBack &);
Hindrance hindrance(const Ticket &ticket, const Joined &);
Hindrance hindrance(const Ticket &ticket, const Separated &);
Hindrance hindrance(const Ticket &ticket, const DuplicateAdded &);
Hindrance hindrance(const Ticket &ticket, const DuplicateRemoved &);
Hindrance hindrance(const Ticket &ticket, const ClosedWithParent &);
Hindrance hindrance(const Ticket &ticket, const Reopened &);
Hindrance hindrance(const Ticket &ticket, const Noted &);
Hindrance hindrance(const Ticket &ticket, const Undone &);
Hindrance hindrance(const Ticket &ticket, const PhotosAdded &);

// Whether its particulars fit the ticket and the moment; asked only where `hindrance` found nothing.

Hindrance mismatch(const Ticket &ticket, const ExtensionAsked &asked, Instant at);
Hindrance mismatch(const Ticket &ticket, const ExtensionGranted &granted, Instant at);
Hindrance mismatch(const Ticket &ticket, const Urged &urged, Instant at);
Hindrance mismatch(const Ticket &ticket, const FollowedUp &followedUp, Instant at);
Hindrance mismatch(const Ticket &ticket, const Joined &joined, Instant at);
Hindrance mismatch(const Ticket &ticket, const Separated &separated, Instant at);
Hindrance mismatch(const Ticket &ticket, const DuplicateAdded &added, Instant at);
Hindrance mismatch(const Ticket &ticket, const DuplicateRemoved &removed, Instant at);
Hindrance mismatch(const Ticket &ticket, const ClosedWithParent &closed, Instant at);

template <class Content>
Hindrance mismatch(const Ticket &, const Content &, Instant)
{
    return {};
}

/// Whether the ticket has room for the pictures that come with `content`.
Hindrance whenTooManyPictures(const Ticket &ticket, const TicketContent &content);

/// Both of the above for whatever content `event` has.
Hindrance stateHindrance(const Ticket &ticket, const TicketEvent &event);

} // namespace huying
