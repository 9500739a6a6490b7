// The part of Desk that knows which photos are still wanted.
#include "Desk.h"

#include <domain/TrailPictures.h>

#include <algorithm>

namespace huying
{

void Desk::actInstead(const EventId &refused, const TicketId &ticket, Version decidedOn, const TicketContent &content)
{
    if (!_line) {
        return;
    }
    const std::vector<WaitingPicture> named = picturesNamedBy(refused);
    if (isDone(_actions->actInstead(refused, ticket, decidedOn, content))) {
        forget(named);
    }
}

void Desk::drop(const EventId &refused)
{
    if (!_onTop) {
        return;
    }
    const std::vector<WaitingPicture> named = picturesNamedBy(refused);
    if (_outbox->drop(refused)) {
        outboxChanged();
        forget(named);
    }
}

/// What the refused action names.
std::vector<WaitingPicture> Desk::picturesNamedBy(const EventId &refused) const
{
    for (const RefusedProposal &each : _onTop->refused()) {
        if (each.proposal.records.front().id == refused) {
            return picturesIn(each.proposal);
        }
    }
    return {};
}

/// Whether an own action or the ledger names the picture on its ticket, as far as can be known here: it is also said of
/// a ticket whose trail is elsewhere.
bool Desk::mayBeNamed(const WaitingPicture &picture) const
{
    if (_onTop->names(picture)) {
        return true;
    }
    const auto ticket = _cache->ticket(picture.ticket);
    if (!ticket || *ticket) {
        return !ticket
            || std::ranges::contains(picturesOf((*ticket)->trail), picture.attachment.sha256, &Attachment::sha256);
    }
    const auto row = _cache->row(picture.ticket);
    return !row || row->has_value() || _isFirstPart;
}

/// What nothing names any more is not sent; two actions on one ticket may have named the same picture.
void Desk::forget(const std::vector<WaitingPicture> &pictures)
{
    for (const WaitingPicture &picture : pictures) {
        if (_pictures && !mayBeNamed(picture)) {
            _pictures->done(picture.ticket, picture.attachment.sha256);
        }
    }
    if (!pictures.empty()) {
        emit picturesForgotten();
    }
}

void Desk::forgetUnlessNamed(const WaitingPicture &picture)
{
    if (!_cache) {
        return;
    }
    // A ticket that is not here may be one that has only gone out of sight.
    const auto ticket = _cache->ticket(picture.ticket);
    if (ticket && *ticket) {
        forget({ picture });
    }
}

} // namespace huying
