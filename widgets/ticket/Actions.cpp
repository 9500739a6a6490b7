#include "Actions.h"

#include "Forms.h"

#include <QCoreApplication>

#include <algorithm>

namespace huying
{

namespace
{

class SayActions
{
    Q_DECLARE_TR_FUNCTIONS(Actions)
};

struct KindOffer {
    std::string_view kind;
    const char *word;
    Qt::Key key;
};

const std::array<KindOffer, 24> &offers()
{
    static const std::array<KindOffer, 24> inOrder { {
        { kindNamed<Accepted>(), QT_TRANSLATE_NOOP("Actions", "Accept"), Qt::Key_A },
        { kindNamed<Assigned>(), QT_TRANSLATE_NOOP("Actions", "Assign"), Qt::Key_E },
        { kindNamed<Voided>(), QT_TRANSLATE_NOOP("Actions", "Void"), Qt::Key_X },
        { kindNamed<HandlingBegun>(), QT_TRANSLATE_NOOP("Actions", "Begin handling"), Qt::Key_B },
        { kindNamed<FirstAnswered>(), QT_TRANSLATE_NOOP("Actions", "First answer"), Qt::Key_F },
        { kindNamed<Answered>(), QT_TRANSLATE_NOOP("Actions", "Give the result"), Qt::Key_R },
        { kindNamed<Returned>(), QT_TRANSLATE_NOOP("Actions", "Return"), Qt::Key_T },
        { kindNamed<Urged>(), QT_TRANSLATE_NOOP("Actions", "Urge"), Qt::Key_U },
        { kindNamed<ExtensionAsked>(), QT_TRANSLATE_NOOP("Actions", "Ask for extension"), Qt::Key_L },
        { kindNamed<ExtensionGranted>(), QT_TRANSLATE_NOOP("Actions", "Grant extension"), Qt::Key_G },
        { kindNamed<ExtensionRefused>(), QT_TRANSLATE_NOOP("Actions", "Refuse extension"), Qt::Key_K },
        { kindNamed<PutOnAccount>(), QT_TRANSLATE_NOOP("Actions", "Put on account"), Qt::Key_H },
        { kindNamed<Resumed>(), QT_TRANSLATE_NOOP("Actions", "Resume"), Qt::Key_S },
        { kindNamed<Disputed>(), QT_TRANSLATE_NOOP("Actions", "Dispute"), Qt::Key_P },
        { kindNamed<Ruled>(), QT_TRANSLATE_NOOP("Actions", "Rule"), Qt::Key_J },
        { kindNamed<Conferred>(), QT_TRANSLATE_NOOP("Actions", "Conference"), Qt::Key_C },
        { kindNamed<FollowedUp>(), QT_TRANSLATE_NOOP("Actions", "Follow up"), Qt::Key_W },
        { kindNamed<Rated>(), QT_TRANSLATE_NOOP("Actions", "Enter rating"), Qt::Key_V },
        { kindNamed<CalledBack>(), QT_TRANSLATE_NOOP("Actions", "Call back"), Qt::Key_Y },
        { kindNamed<Joined>(), QT_TRANSLATE_NOOP("Actions", "Join to another ticket"), Qt::Key_M },
        { kindNamed<Separated>(), QT_TRANSLATE_NOOP("Actions", "Separate"), Qt::Key_M },
        { kindNamed<Reopened>(), QT_TRANSLATE_NOOP("Actions", "Reopen"), Qt::Key_O },
        { kindNamed<Noted>(), QT_TRANSLATE_NOOP("Actions", "Note"), Qt::Key_N },
        { kindNamed<PhotosAdded>(), QT_TRANSLATE_NOOP("Actions", "Add photos"), Qt::Key_Q },
    } };
    return inOrder;
}

bool isPossible(const TicketSight &sight, std::string_view kind)
{
    return std::ranges::contains(sight.possible, kind);
}

/// Assigning to those who are responsible anyway is offered where the ticket is not with them.
bool isForResponsible(const TicketSight &sight)
{
    return sight.responsible && isPossible(sight, kindNamed<Assigned>())
        && sight.responsible->lead != sight.ticket.lead;
}

OfferedAction assignToResponsible(const TicketSight &sight)
{
    const Directory::Responsible &responsible = *sight.responsible;
    std::vector<UnitCode> cooperating = responsible.cooperating;
    std::erase(cooperating, responsible.lead);
    return { kindNamed<Assigned>(), SayActions::tr("Assign to them"), QKeySequence(Qt::Key_D), false,
        Assigned { responsible.lead, std::move(cooperating), {}, {} } };
}

/// The kinds that come first where they are possible: what waits for the hall before what waits for a unit.
std::vector<std::string_view> firstKinds(const Ticket &ticket)
{
    std::vector<std::string_view> kinds { kindNamed<ExtensionGranted>(), kindNamed<Ruled>(), kindNamed<Resumed>(),
        kindNamed<FollowedUp>() };
    if (ticket.step == Step::Reported) {
        kinds.push_back(kindNamed<Accepted>());
    } else if (ticket.step == Step::Accepted) {
        kinds.push_back(kindNamed<Assigned>());
    }
    kinds.push_back(kindNamed<HandlingBegun>());
    kinds.push_back(kindNamed<Answered>());
    if (!ticket.rating) {
        kinds.push_back(kindNamed<Rated>());
    }
    if (!ticket.callBack) {
        kinds.push_back(kindNamed<CalledBack>());
    }
    return kinds;
}

/// Puts the one that comes first to the front; D before E where both assign.
void markPrimary(std::vector<OfferedAction> &actions, const Ticket &ticket)
{
    for (const std::string_view kind : firstKinds(ticket)) {
        const auto at = std::ranges::find(actions, kind, &OfferedAction::kind);
        if (at != actions.end()) {
            at->isPrimary = true;
            std::rotate(actions.begin(), at, at + 1);
            return;
        }
    }
}

} // namespace

QString wordForAction(std::string_view kind, const Ticket &ticket)
{
    if (kind == kindNamed<Accepted>() && ticket.step != Step::Reported) {
        return SayActions::tr("Classify anew");
    }
    if (kind == kindNamed<PutOnAccount>() && ticket.isOnAccount()) {
        return SayActions::tr("Change the account");
    }
    const auto at = std::ranges::find(offers(), kind, &KindOffer::kind);
    return at == offers().end() ? QString() : SayActions::tr(at->word);
}

std::vector<OfferedAction> actionsFor(const TicketSight &sight)
{
    std::vector<OfferedAction> actions;
    for (const KindOffer &offer : offers()) {
        if (!isPossible(sight, offer.kind)) {
            continue;
        }
        const bool isAssigning = offer.kind == kindNamed<Assigned>();
        if (isAssigning && isForResponsible(sight)) {
            actions.push_back(assignToResponsible(sight));
        }
        const bool isOther = isAssigning && (isForResponsible(sight) || !sight.ticket.lead.isEmpty());
        actions.push_back(
            { offer.kind, isOther ? SayActions::tr("To another unit") : wordForAction(offer.kind, sight.ticket),
                QKeySequence(offer.key), false, std::nullopt });
    }
    markPrimary(actions, sight.ticket);
    return actions;
}

} // namespace huying
