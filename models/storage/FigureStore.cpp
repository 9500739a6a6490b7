#include "FigureStore.h"

#include <algorithm>

namespace huying
{

namespace
{

constexpr std::int64_t mostWords = (1 << 24) - 1; ///< what a block's number has room for

/// What changes and changes back within a transaction need not be written.
void putTogether(std::vector<CellChange> &changes)
{
    std::ranges::sort(changes, {}, [](const CellChange &each) { return std::pair(each.key, each.measure); });
    std::size_t kept = 0;
    for (std::size_t i = 0; i < changes.size();) {
        CellChange sum = changes[i];
        for (++i; i < changes.size() && changes[i].key == sum.key && changes[i].measure == sum.measure; ++i) {
            sum.by += changes[i].by;
        }
        if (sum.by != 0) {
            changes[kept++] = sum;
        }
    }
    changes.resize(kept);
}

} // namespace

FigureWords::FigureWords(const Database &database, std::string_view schema)
{
    const std::string table = std::string(schema) + ".figure_word";
    _add = database.later("INSERT INTO " + table + " (text) VALUES (?1)");
    _find = database.later("SELECT id FROM " + table + " WHERE text = ?1");
    _all = database.later("SELECT id, text FROM " + table + " ORDER BY id");
}

std::expected<std::int64_t, Failure> FigureWords::numberOf(std::string_view text)
{
    std::string word(text);
    if (const auto known = _numbers.find(word); known != _numbers.end()) {
        return known->second;
    }
    auto found = _find.bind(1, text).step();
    if (found && !*found) {
        _find.reset();
        found = _add.bind(1, text).run().and_then([&] { return _find.bind(1, text).step(); });
    }
    const std::int64_t number = found && *found ? _find.number(0) : 0;
    _find.reset();
    if (!found) {
        return std::unexpected(found.error());
    }
    return _numbers.emplace(std::move(word), number).first->second;
}

std::expected<std::vector<std::string>, Failure> FigureWords::all()
{
    std::vector<std::string> words;
    auto more = _all.step();
    for (; more && *more; more = _all.step()) {
        const std::int64_t number = _all.number(0);
        if (number < 0 || number > mostWords) {
            _all.reset();
            return failure(FailureKind::Damaged, QStringLiteral("a word of the figures has the number %1").arg(number));
        }
        words.resize(std::size_t(number) + 1);
        words.back() = _all.text(1);
    }
    _all.reset();
    return more.transform([&](bool) { return std::move(words); });
}

CountedRow countedRow(const TicketRow &row)
{
    return { row.region.text, row.category.text, row.lead.text, row.channel, row.reportedAt, row.counted };
}

FigureStore::FigureStore(const Database &database) : FigureStore(database, "figure") {}

FigureStore::FigureStore(const Database &database, std::string_view table) : _words(database, "main")
{
    const std::string name(table);
    _read = database.later("SELECT cells FROM " + name + " WHERE block = ?1");
    _write = database.later("INSERT INTO " + name
        + " (block, cells) VALUES (?1, ?2) ON CONFLICT (block) DO UPDATE SET cells = excluded.cells");
    _remove = database.later("DELETE FROM " + name + " WHERE block = ?1");
}

std::expected<void, Failure> FigureStore::change(const CountedRow &row, std::int32_t by)
{
    if (row.counted.empty()) {
        return {};
    }
    const auto area = _words.numberOf(areaOf(row.region));
    const auto region = _words.numberOf(row.region);
    const auto category = _words.numberOf(row.category);
    if (!area || !region || !category) {
        return std::unexpected(!area ? area.error() : !region ? region.error() : category.error());
    }
    CellChange change;
    change.key.region = std::uint32_t(*region);
    change.key.category = std::uint32_t(*category);
    change.key.channel = std::uint8_t(row.channel);
    change.by = by;
    std::expected<void, Failure> done;
    unpack(
        row.counted, row.reportedAt, row.lead, [&](Counting counting, Day day, std::string_view unit, Measure measure) {
            change.measure = measure;
            done = done.and_then([&] { return _words.numberOf(unit); }).and_then([&](std::int64_t number) {
                change.key.unit = std::uint32_t(number);
                return add(FigureBlock { counting, day, *area }, change);
            });
        });
    return done;
}

std::expected<void, Failure> FigureStore::add(const FigureBlock &block, const CellChange &change)
{
    constexpr std::size_t most = 4'000'000; // 100 MB
    _changes[block.number()].push_back(change);
    return ++_gathered < most ? std::expected<void, Failure>() : finish();
}

std::expected<void, Failure> FigureStore::write(std::int64_t block, std::vector<CellChange> &changes)
{
    putTogether(changes);
    if (changes.empty()) {
        return {};
    }
    const auto found = _read.bind(1, block).step();
    if (!found) {
        return std::unexpected(found.error());
    }
    const std::string cells = changedCells(*found ? _read.bytes(0) : std::string_view(), changes);
    _read.reset();
    return cells.empty() ? _remove.bind(1, block).run() : _write.bind(1, block).bindBytes(2, cells).run();
}

std::expected<void, Failure> FigureStore::finish()
{
    std::vector<std::int64_t> blocks;
    blocks.reserve(_changes.size());
    for (const auto &[block, changes] : _changes) {
        blocks.push_back(block);
    }
    std::ranges::sort(blocks);
    std::expected<void, Failure> done;
    for (const std::int64_t block : blocks) {
        done = done ? write(block, _changes.at(block)) : done;
    }
    _changes.clear();
    _gathered = 0;
    return done;
}

void FigureStore::forget()
{
    _changes.clear();
    _gathered = 0;
    _words.forget();
}

} // namespace huying
