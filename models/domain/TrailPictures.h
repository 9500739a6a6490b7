#pragma once

#include "TicketEvent.h"

namespace huying
{

/// The pictures that the events of one ticket name, each once, in the order in which they came; those of events that
/// were taken back are not among them.
std::vector<Attachment> picturesOf(std::span<const TicketEvent> trail);

} // namespace huying
