#include "FactStore.h"

#include <algorithm>

using namespace std::string_view_literals;

namespace huying
{

namespace
{

/// `region:130529100` into the number of its kind and its code.
std::optional<std::pair<std::int64_t, std::string_view>> kindAndCode(std::string_view subject)
{
    const std::size_t colon = subject.find(':');
    const auto kind = std::ranges::find(countyFactNames, subject.substr(0, colon));
    if (colon == std::string_view::npos || kind == countyFactNames.end()) {
        return std::nullopt;
    }
    return std::pair(kind - countyFactNames.begin(), subject.substr(colon + 1));
}

} // namespace

std::expected<FactStore, Failure> FactStore::on(const Database &database)
{
    FactStore store;
    store._set =
        database.later("INSERT INTO fact (kind, code, position, content, personal) VALUES (?1, ?2, ?3, ?4, ?5) "
                       "ON CONFLICT (kind, code) DO UPDATE SET position = excluded.position, "
                       "content = excluded.content, personal = excluded.personal");
    store._all = database.later("SELECT kind, content, personal FROM fact ORDER BY kind, code");
    store._kind = database.later("SELECT kind, content, personal FROM fact WHERE kind = ?1 ORDER BY code");
    store._one = database.later("SELECT content, personal FROM fact WHERE kind = ?1 AND code = ?2");
    return store;
}

std::expected<void, Failure> FactStore::set(const Record &record, Position position)
{
    const auto found = kindAndCode(record.subject);
    if (!found) {
        return failure(FailureKind::Invalid,
            QStringLiteral("no fact of the county: %1").arg(QString::fromStdString(record.subject)));
    }
    return _set.bind(1, found->first)
        .bind(2, found->second)
        .bind(3, position)
        .bind(4, std::string_view(record.content))
        .bind(5, std::string_view(record.personal))
        .run();
}

std::expected<void, Failure> FactStore::walk(Statement &facts, const std::function<void(CountyFact &&)> &visit)
{
    auto row = facts.step();
    for (; row && *row; row = facts.step()) {
        const std::int64_t kind = facts.number(0);
        const bool isKnown = kind >= 0 && kind < std::ssize(countyFactNames);
        auto fact = isKnown
            ? factOf(countyFactNames[std::size_t(kind)], facts.text(1), facts.text(2), Looked::WhenTaken)
            : std::expected<CountyFact, Failure>(failure(FailureKind::Damaged, QStringLiteral("a fact of no kind")));
        if (!fact) {
            facts.reset();
            return std::unexpected(fact.error());
        }
        visit(std::move(*fact));
    }
    facts.reset();
    return row.transform([](bool) {});
}

std::expected<std::vector<CountyFact>, Failure> FactStore::all()
{
    std::vector<CountyFact> facts;
    return walk(_all, [&](CountyFact &&fact) { facts.push_back(std::move(fact)); }).transform([&] {
        return std::move(facts);
    });
}

std::expected<Directory, Failure> FactStore::directory()
{
    Directory directory;
    return walk(_all, [&](CountyFact &&fact) { directory.set(std::move(fact)); }).transform([&] {
        return std::move(directory);
    });
}

std::expected<std::vector<HolidayNotice>, Failure> FactStore::notices()
{
    const auto kind = std::ranges::find(countyFactNames, "holiday-notice"sv) - countyFactNames.begin();
    std::vector<HolidayNotice> notices;
    const auto take = [&](CountyFact &&fact) { notices.push_back(std::get<HolidayNotice>(std::move(fact))); };
    return walk(_kind.bind(1, kind), take).transform([&] { return std::move(notices); });
}

std::expected<std::optional<Category>, Failure> FactStore::category(const CategoryCode &code)
{
    constexpr std::string_view kind = "category";
    const auto number = std::ranges::find(countyFactNames, kind) - countyFactNames.begin();
    const auto row = _one.bind(1, number).bind(2, std::string_view(code.text)).step();
    if (!row || !*row) {
        _one.reset();
        return row ? std::expected<std::optional<Category>, Failure>() : std::unexpected(row.error());
    }
    auto fact = factOf(kind, _one.text(0), _one.text(1));
    _one.reset();
    return std::move(fact).transform(
        [](CountyFact &&read) { return std::optional(std::get<Category>(std::move(read))); });
}

} // namespace huying
