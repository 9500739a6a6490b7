#include "RowConditions.h"

#include "AreaCondition.h"
#include "SearchIndex.h"

namespace huying
{

namespace
{

/// Behind every text that begins with `prefix`.
std::string behind(const std::string &prefix)
{
    return prefix + "\xff";
}

std::string escaped(const std::string &words)
{
    std::string pattern = "%";
    for (const char letter : words) {
        if (letter == '%' || letter == '_' || letter == '\\') {
            pattern += '\\';
        }
        pattern += letter;
    }
    return pattern + "%";
}

std::string beginningWith(RowConditions &conditions, const std::string &column, const std::string &prefix)
{
    const std::string from = conditions.hold(prefix);
    return "(" + column + " >= " + from + " AND " + column + " < " + conditions.hold(behind(prefix)) + ")";
}

std::string anyOf(RowConditions &conditions, const std::vector<CategoryCode> &categories)
{
    std::string any;
    for (const CategoryCode &category : categories) {
        any += (any.empty() ? "" : " OR ") + beginningWith(conditions, "category", category.text);
    }
    return "(" + any + ")";
}

} // namespace

std::string RowConditions::hold(std::variant<std::int64_t, std::string> value)
{
    std::visit([this]<class Value>(Value &each) { _values.emplace_back(std::move(each)); }, value);
    return "?" + std::to_string(_values.size());
}

std::string RowConditions::hold(const TicketId &id)
{
    return holdBytes(std::string(bytesOf(id)));
}

std::string RowConditions::holdBytes(std::string bytes)
{
    _values.emplace_back(Bytes { std::move(bytes) });
    return "?" + std::to_string(_values.size());
}

void RowConditions::bind(Statement &statement) const
{
    for (std::size_t i = 0; i < _values.size(); ++i) {
        const int parameter = int(i) + 1;
        if (const auto *number = std::get_if<std::int64_t>(&_values[i])) {
            statement.bind(parameter, *number);
        } else if (const auto *text = std::get_if<std::string>(&_values[i])) {
            statement.bind(parameter, std::string_view(*text));
        } else {
            statement.bindBytes(parameter, std::get<Bytes>(_values[i]).text);
        }
    }
}

RowConditions conditionsOf(const TicketFilter &filter)
{
    RowConditions conditions;
    if (!filter.categories.empty()) {
        conditions.add(anyOf(conditions, filter.categories));
    }
    if (!filter.region.isEmpty()) {
        conditions.add(beginningWith(conditions, "region", filter.region.text));
    }
    if (filter.from) {
        conditions.add("reported_at >= " + conditions.hold(startOf(*filter.from)));
    }
    if (filter.until) {
        conditions.add("reported_at < " + conditions.hold(endOf(*filter.until)));
    }
    if (filter.channel) {
        conditions.add("channel = " + std::to_string(int(*filter.channel)));
    }
    if (filter.step) {
        conditions.add("step = " + std::to_string(int(*filter.step)));
    }
    if (filter.deadlineClass) {
        conditions.add("deadline_class = " + std::to_string(int(*filter.deadlineClass)));
    }
    if (!filter.area.isEmpty()) {
        addArea(conditions, filter.area);
    }
    if (!filter.unit.isEmpty()) {
        conditions.add("lead = " + conditions.hold(filter.unit.text));
    }
    return conditions;
}

RowConditions conditionsWithWords(const TicketFilter &filter)
{
    RowConditions conditions = conditionsOf(filter);
    for (const std::string &word : wordsIn(filter.words)) {
        conditions.add(wordCondition(conditions, word, filter.senses));
    }
    return conditions;
}

void addBehind(RowConditions &conditions, const TicketRow &last)
{
    const std::string reported = conditions.hold(last.reportedAt);
    conditions.add("(reported_at, id) < (" + reported + ", " + conditions.hold(last.id) + ")");
}

std::string senseCondition(RowConditions &conditions, const WordSense &sense)
{
    std::string any = "0";
    for (const RegionCode &region : sense.regions) {
        any += " OR " + beginningWith(conditions, "region", region.text);
    }
    for (const UnitCode &unit : sense.units) {
        any += " OR lead = " + conditions.hold(unit.text);
    }
    return "(" + any + ")";
}

std::string wordCondition(RowConditions &conditions, const std::string &word, const std::vector<WordSense> &senses)
{
    const std::string like = " LIKE " + conditions.hold(escaped(word)) + " ESCAPE '\\'";
    std::string any = "ticket.title" + like + " OR ticket.number" + like + " OR ticket.place" + like;
    for (const WordSense &sense : senses) {
        any += sense.word == word ? " OR " + senseCondition(conditions, sense) : std::string();
    }
    if (isIndexed(word)) {
        any += " OR EXISTS (SELECT 1 FROM search_person WHERE search_person MATCH "
            + conditions.hold(matchOf(word, true)) + " AND search_person.rowid = ticket.search_key)";
    }
    return "(" + any + ")";
}

bool isIndexed(const std::string &word)
{
    return charactersIn(word) >= 2;
}

} // namespace huying
