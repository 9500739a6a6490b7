#include "TrailPictures.h"

#include <algorithm>

namespace huying
{

std::vector<Attachment> picturesOf(std::span<const TicketEvent> trail)
{
    const auto isUndone = [&](const EventId &id) {
        return std::ranges::any_of(trail, [&](const TicketEvent &event) {
            const auto *const undone = std::get_if<Undone>(&event.content);
            return undone && undone->event == id;
        });
    };
    std::vector<Attachment> pictures;
    for (const TicketEvent &event : trail) {
        const auto named = attachmentsOf(event.content);
        if (named.empty() || isUndone(event.id)) {
            continue;
        }
        for (const Attachment &each : named) {
            if (!std::ranges::contains(pictures, each.sha256, &Attachment::sha256)) {
                pictures.push_back(each);
            }
        }
    }
    return pictures;
}

} // namespace huying
