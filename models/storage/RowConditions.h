#pragma once

#include "Statement.h"

#include <domain/TicketFilter.h>

#include <string>
#include <variant>
#include <vector>

namespace huying
{

/// Conditions on rows of `ticket` in SQL, and what is bound to their parameters.
class RowConditions
{
public:
    void add(const std::string &condition) { _sql += " AND " + condition; }
    /// A parameter that `value` will be bound to.
    std::string hold(std::variant<std::int64_t, std::string> value);
    /// The same for the bytes of an id.
    std::string hold(const TicketId &id);
    std::string holdBytes(std::string bytes);
    std::string hold(Instant moment) { return hold(std::int64_t { moment.time_since_epoch().count() }); }
    const std::string &sql() const { return _sql; }
    void bind(Statement &statement) const;

private:
    struct Bytes {
        std::string text;
    };
    std::string _sql;
    std::vector<std::variant<std::int64_t, std::string, Bytes>> _values;
};

/// What a filter asks for but its words.
RowConditions conditionsOf(const TicketFilter &filter);
/// All it asks for.
RowConditions conditionsWithWords(const TicketFilter &filter);
/// That a row lies behind `last` in the order of pages.
void addBehind(RowConditions &conditions, const TicketRow &last);
/// That `word` stands in number, title, place or citizen, or is what `senses` say of it.
std::string wordCondition(RowConditions &conditions, const std::string &word, const std::vector<WordSense> &senses);
/// That the row is of a place or unit that the word stands for.
std::string senseCondition(RowConditions &conditions, const WordSense &sense);

/// Whether the index over pairs of characters knows of the word.
bool isIndexed(const std::string &word);

} // namespace huying
