#pragma once

#include <accounts/Account.h>
#include <ledger/Ledger.h>
#include <programs_run/Programs.h>
#include <support/TicketStory.h>

namespace huying::testing
{

/// A ticket, and by what it is known wherever something of it comes to light.
struct SeenTicket {
    QByteArray name; ///< in this test
    QByteArray street; ///< in each of its texts, and in nobody else's
    RegionCode region;
    Citizen citizen;
    bool isOpen = true;
    bool isAtWork = true; ///< open, or closed in the last days
    std::vector<TicketEvent> trail {};

    const TicketId &id() const { return trail.front().ticket; }
};

/// An account and what it is to see.
struct Onlooker {
    Account account;
    QByteArrayList tickets; ///< in sight, by their names
    bool withNames = false; ///< of the citizens of these tickets
    QByteArrayList members; ///< the grid members whose names it is told

    bool sees(const SeenTicket &ticket) const { return tickets.contains(ticket.name); }
};

/// A ledger of two townships and two units with tickets of each, an account of every role, and a backend that serves
/// it.
class SeenCounty
{
public:
    static const std::vector<Onlooker> &everybody();
    static const Onlooker &onlooker(const QByteArray &account);
    static constexpr const char *password = "a long password";

    SeenCounty();

    QString url() const { return _backend->url(); }
    bool isServing() const { return _backend->isServing(); }
    const std::vector<SeenTicket> &tickets() const { return _tickets; }
    const SeenTicket &ticket(const QByteArray &name) const;
    QString path(const QString &name) const { return _place.path(name); }

    /// The first thing in `bytes` that is not for these eyes; empty where all is well.
    QByteArray leakIn(const QByteArray &bytes, const Onlooker &eyes) const;
    /// The first thing of these tickets that is not in `bytes`: where it lies, and who reported it where `withNames`.
    QByteArray missingIn(const QByteArray &bytes, const QByteArrayList &tickets, bool withNames) const;

private:
    void tellStories();
    std::expected<void, Failure> found() const;

    Workplace _place;
    std::vector<SeenTicket> _tickets;
    std::unique_ptr<ServedCounty> _backend;
};

Instant clockNow();

/// `text` without the lines that only say that there is an entry.
QByteArray withoutStubs(const QByteArray &text);

} // namespace huying::testing
