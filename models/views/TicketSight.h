#pragma once

#include <domain/Directory.h>
#include <domain/Ticket.h>
#include <domain/TicketRow.h>
#include <rules/Deadlines.h>

#include <QString>

#include <memory>
#include <vector>

namespace huying
{

/// An own action that the ledger refused: it stands beside its ticket until it is done again or dropped.
struct RefusedAction {
    EventId event;
    TicketContent content;
    Instant at;
    QString reason;
    std::vector<TicketEvent> meanwhile; ///< what others did on the ticket since it was decided

    bool operator==(const RefusedAction &) const = default;
};

/// A ticket as the desk shows it, with everything beside it that was looked up off the GUI thread.
struct TicketSight {
    Ticket ticket; ///< own actions on top, also those that wait for the line
    DeadlineExplanation explanation;
    bool isHere = true; ///< false: only its number and what was refused are known; it is out of this account's sight
    bool isOnItsWay = false; ///< not here, but the older tickets are still being fetched
    bool isWhole = true; ///< false: the older trail is at the backend and could not be fetched
    std::vector<std::string_view> possible; ///< kinds that may come next for this desk's role, in the order of the flow
    std::vector<EventId> waiting; ///< own actions that the ledger has not answered
    std::vector<RefusedAction> refused;
    std::optional<Directory::Responsible> responsible; ///< whose it is by category and place; nothing: a gap (管理盲区)
    std::vector<std::string> lookers; ///< colleagues who have it before their eyes at this moment
    std::optional<EventId> undoable; ///< the own event that could be taken back now
    std::optional<TicketRow> parent; ///< the ticket it is joined to as a duplicate
    bool maySeparate = false; ///< this desk's role may separate those
    std::vector<TicketRow> children; ///< the reports that are joined to it, in the order of the joining
};

/// What the line and the outbox are doing, for the indicator that is always in sight.
struct DeskStatus {
    enum class Line : std::uint8_t { Opening, Connecting, Online, Offline };

    Line line = Line::Opening;
    std::optional<Instant> asOf;
    int waiting = 0;
    int refused = 0;
    int waitingPictures = 0; ///< added here and not at the backend
    QString trouble; ///< in a sentence, empty when there is none
    std::chrono::milliseconds clockError {};
    double progress = 0; ///< of what is fetched to start from, 0 to 1
    bool isFirstPart = false; ///< only the tickets at work are here; the others are being fetched

    bool operator==(const DeskStatus &) const = default;
};

} // namespace huying
