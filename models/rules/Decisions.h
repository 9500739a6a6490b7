#pragma once

#include "Hindrances.h"

namespace huying
{

template <class... Content>
bool isOneOf(const TicketContent &content)
{
    return (std::holds_alternative<Content>(content) || ...);
}

/// Whether `content` changes step, units or deadline, so that what was decided on an older view is overtaken by it.
/// Not of those: conferences, urging, call-backs, first answers, requests for extensions and their refusal, disputes,
/// duplicates added to a parent, notes, and ratings and follow-ups that leave the ticket as it is.
bool decides(const TicketContent &content);

/// Whether `content` is only right for the ticket its author saw. What merely adds (a reminder, a conference, a note,
/// a rating, a call-back, a duplicate on its parent) and what is taken back within minutes by its author is not.
bool restsOnView(const TicketContent &content);

/// Why `event` is overtaken by a decision of somebody else that its author had not seen; the author's own later
/// decisions do not overtake.
Hindrance overtaken(const Ticket &ticket, const TicketEvent &event);

/// One person, or one desk where nobody is named.
bool isSameAuthor(const Author &one, const Author &other);

} // namespace huying
