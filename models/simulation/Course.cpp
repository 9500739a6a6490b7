#include "Course.h"

#include "Moves.h"

namespace huying
{

namespace
{

void propose(Moves &moves, const Ticket &ticket, const Ticket *kin)
{
    if (ticket.parent) {
        moves.whileJoined(kin);
    } else if (ticket.step == Step::Closed) {
        moves.whileClosed();
    } else if (ticket.isOnAccount()) {
        moves.whileOnAccount();
    } else if (ticket.isFollowedUp) {
        moves.whileFollowedUp();
    } else if (ticket.step == Step::Reported) {
        moves.whileReported();
    } else if (ticket.step == Step::Accepted) {
        moves.whileAccepted(kin);
    } else if (ticket.step == Step::Assigned) {
        moves.whileAssigned();
    } else if (ticket.step == Step::Handling) {
        moves.whileHandled();
    }
}

} // namespace

Fate Course::fate(const Ticket &ticket) const
{
    const Spot *spot = _stage.places().spotOf(ticket.place.region);
    return fateOf(_seed, ticket, spot ? spot->townshipIndex : 0);
}

std::optional<Move> Course::next(const Ticket &ticket, const Ticket *kin) const
{
    const Fate sealed = fate(ticket);
    Moves moves(_stage, ticket, sealed, chancesOf(_seed, ticket.id, ticket.version));
    propose(moves, ticket, kin);
    return std::move(moves).earliest();
}

} // namespace huying
