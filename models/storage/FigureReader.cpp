#include "FigureReader.h"

#include "Schema.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>

namespace huying
{

namespace
{

using By = FigureQuery::By;

/// Which words pass a part of the query, and which group each belongs to.
class Choice
{
public:
    Choice(const FigureQuery &query, const std::vector<std::string> &words) : _query(query), _words(words)
    {
        for (const std::string &word : words) {
            _region.push_back(word.starts_with(query.region.text));
            _category.push_back(word.starts_with(query.category.text));
            _unit.push_back(query.unit.isEmpty() || word == query.unit.text);
        }
    }

    /// Numbers that are no word's, in a damaged file, pass nothing.
    bool isArea(std::int64_t area) const
    {
        if (area < 0 || area >= std::ssize(_words)) {
            return false;
        }
        const std::string &code = _words[std::size_t(area)];
        return code.starts_with(_query.region.text) || _query.region.text.starts_with(code);
    }
    bool passes(const CellKey &key) const
    {
        const auto is = [](const std::vector<bool> &those, std::uint32_t number) {
            return number < those.size() && those[number];
        };
        return is(_region, key.region) && is(_category, key.category) && is(_unit, key.unit)
            && key.channel < channelNames.size() && (!_query.channel || key.channel == std::uint8_t(*_query.channel));
    }
    std::string groupOf(const FigureBlock &block, const CellKey &key) const
    {
        switch (_query.by) {
        case By::Nothing:
            return {};
        case By::EachDay:
            return isoDay(block.day);
        case By::EachMonth:
            return isoDay(block.day).substr(0, 7);
        case By::EachRegion:
            return cut(_words[key.region]);
        case By::EachCategory:
            return cut(_words[key.category]);
        case By::EachUnit:
            return _words[key.unit];
        case By::EachChannel:
            break;
        }
        return std::string(nameIn(channelNames, static_cast<Channel>(key.channel)));
    }
    /// What decides the group of a cell in one block.
    std::uint32_t partOf(const CellKey &key) const
    {
        switch (_query.by) {
        case By::EachRegion:
            return key.region;
        case By::EachCategory:
            return key.category;
        case By::EachUnit:
            return key.unit;
        case By::EachChannel:
            return key.channel;
        default:
            return 0;
        }
    }
    bool isByTime() const { return _query.by == By::EachDay || _query.by == By::EachMonth; }

private:
    std::string cut(const std::string &code) const
    {
        return _query.codeLength > 0 ? code.substr(0, _query.codeLength) : code;
    }

    const FigureQuery &_query;
    const std::vector<std::string> &_words;
    std::vector<bool> _region;
    std::vector<bool> _category;
    std::vector<bool> _unit;
};

/// Adds up blocks. The group of a word is looked up once, that of a day once a block.
class Sums
{
public:
    explicit Sums(const Choice &choice) : _choice(choice) {}

    void add(const FigureBlock &block, std::string_view cells)
    {
        if (_choice.isByTime()) {
            _groupOfPart.clear();
        }
        const CellKey *last = nullptr;
        CellKey lastKey;
        Figures *figures = nullptr;
        walkCells(cells, [&](const CellKey &key, Measure measure, std::int64_t count) {
            if (last == nullptr || key != lastKey) {
                lastKey = key;
                last = &lastKey;
                figures = _choice.passes(key) ? &figuresOf(block, key) : nullptr;
            }
            if (figures != nullptr) {
                (*figures)[measure] += count;
            }
        });
    }

    std::vector<FigureLine> lines() const
    {
        std::vector<FigureLine> lines;
        lines.reserve(_groups.size());
        for (const auto &[group, figures] : _groups) {
            lines.push_back({ group, figures });
        }
        return lines;
    }

private:
    Figures &figuresOf(const FigureBlock &block, const CellKey &key)
    {
        Figures *&known = _groupOfPart[_choice.partOf(key)];
        if (known == nullptr) {
            known = &_groups[_choice.groupOf(block, key)];
        }
        return *known;
    }

    const Choice &_choice;
    std::map<std::string, Figures> _groups;
    std::unordered_map<std::uint32_t, Figures *> _groupOfPart;
};

std::unexpected<Failure> notWhole()
{
    return failure(FailureKind::NotFound,
        QCoreApplication::translate(
            "Storage", "The figures are not whole here; they come with the next copy from the backend."));
}

} // namespace

FigureReader::FigureReader(const Database &database) : _database(&database), _words(database, "main") {}

std::expected<std::vector<FigureLine>, Failure> FigureReader::figures(const FigureQuery &query)
{
    return stateNumber(*_database, "figures-missing")
        .and_then([&](const auto &missing) -> std::expected<std::vector<FigureLine>, Failure> {
            return missing ? std::expected<std::vector<FigureLine>, Failure>(notWhole()) : read("figure", query);
        });
}

std::expected<std::vector<FigureLine>, Failure> FigureReader::countyFigures(const FigureQuery &query)
{
    return countyPosition().and_then([&](const auto &position) {
        return position ? read("county_figure", query) : std::expected<std::vector<FigureLine>, Failure>(notWhole());
    });
}

std::expected<std::optional<std::int64_t>, Failure> FigureReader::countyPosition() const
{
    return stateNumber(*_database, "county-figures");
}

std::expected<std::vector<FigureLine>, Failure> FigureReader::read(std::string_view table, const FigureQuery &query)
{
    const auto words = _words.all();
    auto blocks = _database->prepare(
        "SELECT block, cells FROM " + std::string(table) + " WHERE block BETWEEN ?1 AND ?2 ORDER BY block");
    if (!words || !blocks) {
        return std::unexpected(words ? blocks.error() : words.error());
    }
    const Choice choice(query, *words);
    Sums sums(choice);
    const FigureBlock behind { query.counting, query.until + std::chrono::days { 1 }, 0 };
    blocks->bind(1, FigureBlock { query.counting, query.from, 0 }.number()).bind(2, behind.number() - 1);
    auto more = blocks->step();
    for (; more && *more; more = blocks->step()) {
        const FigureBlock block = FigureBlock::from(blocks->number(0));
        if (choice.isArea(block.area)) {
            sums.add(block, blocks->bytes(1));
        }
    }
    return more.transform([&](bool) { return sums.lines(); });
}

std::expected<void, Failure> walkFigures(const Database &database, std::string_view table,
    const std::function<void(const FigureCount &, std::int64_t count)> &visit)
{
    const auto words = FigureWords(database, "main").all();
    auto blocks = database.prepare("SELECT block, cells FROM " + std::string(table));
    if (!words || !blocks) {
        return std::unexpected(words ? blocks.error() : words.error());
    }
    const auto wordOf = [&](std::uint32_t number) {
        return number < words->size() ? (*words)[number] : std::string("?");
    };
    auto more = blocks->step();
    for (; more && *more; more = blocks->step()) {
        const FigureBlock block = FigureBlock::from(blocks->number(0));
        walkCells(blocks->bytes(1), [&](const CellKey &key, Measure measure, std::int64_t count) {
            visit({ block.counting, block.day, wordOf(key.region), wordOf(key.category), wordOf(key.unit),
                      static_cast<Channel>(key.channel), measure },
                count);
        });
    }
    return more.transform([](bool) {});
}

} // namespace huying
