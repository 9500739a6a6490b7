#pragma once

#include "SourceTicket.h"

#include <QString>

#include <map>

namespace huying
{

/// A cell as a reason quotes it: one line, not too long.
QString cellText(std::string_view text);

/// Why a row cannot be a ticket.
std::unexpected<Failure> reason(QString text);

void mark(SourceTicket &ticket, Remark remark);

/// What a word means by the source's table of words; null where it is not in it.
template <class Value>
const Value *meaning(const std::map<std::string, Value> &words, std::string_view word)
{
    const auto found = words.find(std::string(word));
    return found == words.end() ? nullptr : &found->second;
}

} // namespace huying
