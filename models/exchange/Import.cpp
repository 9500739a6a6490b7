#include "Import.h"

#include "ImportBatch.h"
#include "ImportNames.h"
#include "RowReader.h"
#include "RowWords.h"
#include "SideFiles.h"

#include <places/PlaceIndex.h>

#include <QCoreApplication>

#include <unordered_map>

namespace huying
{

namespace
{

class SayImport
{
    Q_DECLARE_TR_FUNCTIONS(Import)
};

using Done = std::expected<void, Failure>;
using Events = std::expected<std::vector<TicketEvent>, Failure>;

constexpr std::size_t rowsAhead = 500; ///< are read before the first of them is taken

Author importer(const Mapping &mapping)
{
    Author author;
    author.person.text = "import";
    author.name = mapping.system;
    author.role = Role::Machine;
    return author;
}

class Importing
{
public:
    Importing(const Mapping &mapping, ImportTarget &target, const ImportSurroundings &surroundings, Sheet &sheet,
        RowReader reader, SideFile rejected, SideFile differences)
        : _mapping(mapping)
        , _target(target)
        , _surroundings(surroundings)
        , _sheet(sheet)
        , _reader(std::move(reader))
        , _places(surroundings.directory.regions())
        , _maker { importer(mapping), [this](Instant at) { return newId(at); } }
        , _names(surroundings.directory, mapping, target, _maker)
        , _batch(target)
        , _rejected(std::move(rejected))
        , _differences(std::move(differences))
    {
        if (surroundings.isCompared) {
            _report.comparison.emplace();
        }
    }

    std::expected<ImportReport, Failure> run()
    {
        const Done done = takeRows();
        // what has been read whole is kept, whatever ended the reading
        const Done flushed = flush();
        const Done finished =
            _rejected.finish().and_then([this] { return _surroundings.isCompared ? _differences.finish() : Done(); });
        for (const Done &one : { done, flushed, finished }) {
            if (!one) {
                return std::unexpected(one.error());
            }
        }
        if (_rejected.rows() > 0) {
            _report.rejectedFile = _rejected.file();
        }
        return std::move(_report);
    }

private:
    /// A row and what it says.
    struct Read {
        Row row;
        std::expected<SourceTicket, Failure> ticket;
    };

    Done takeRows()
    {
        while (!_surroundings.stop.stop_requested()) {
            std::vector<Read> rows;
            const Done read = readAhead(rows);
            if (Done taken = take(rows); !taken || _report.isStopped) {
                return taken;
            }
            if (!read || rows.size() < rowsAhead) {
                return read;
            }
        }
        _report.isStopped = true;
        return {};
    }

    Done readAhead(std::vector<Read> &rows)
    {
        while (rows.size() < rowsAhead) {
            auto row = _sheet.next();
            if (!row) {
                return std::unexpected(std::move(row).error());
            }
            if (!*row) {
                return {};
            }
            auto ticket = _reader.read(**row);
            rows.push_back({ std::move(**row), std::move(ticket) });
        }
        return {};
    }

    Done take(std::vector<Read> &rows)
    {
        std::vector<Origin> origins;
        for (const Read &read : rows) {
            if (read.ticket) {
                origins.push_back({ _mapping.system, read.ticket->id });
            }
        }
        Done done = _target.expect(origins);
        for (auto read = rows.begin(); done && read != rows.end(); ++read) {
            if (_surroundings.stop.stop_requested()) {
                _report.isStopped = true;
                return {};
            }
            ++_report.counts.rows;
            done = take(*read);
        }
        return done;
    }

    Done take(Read &read)
    {
        if (!read.ticket) {
            return reject(read.row, read.ticket.error().text);
        }
        findRegion(*read.ticket);
        return compare(*read.ticket).and_then([&] { return place(std::move(read.row), *read.ticket); });
    }

    /// A row with coordinates and no region of its own gets the one in which they lie.
    void findRegion(SourceTicket &ticket) const
    {
        if (!ticket.place.point || _places.isEmpty()) {
            return;
        }
        const Whereabouts found = _places.at(*ticket.place.point);
        if (!found.isInside) {
            mark(ticket, Remark::OutsideCounty);
        } else if (ticket.place.region.isEmpty()) {
            ticket.place.region = found.narrowest();
        }
    }

    Done compare(const SourceTicket &ticket)
    {
        if (!_report.comparison) {
            return {};
        }
        const Verdict verdict = verdictOn(ticket, _surroundings.now, _surroundings.rules);
        return _report.comparison->count(ticket.onTime, verdict, _mapping)
            ? _differences.write(difference(ticket, verdict))
            : Done();
    }

    Done place(Row row, const SourceTicket &source)
    {
        const auto [seen, isFirst] = _seen.try_emplace(source.id, row.number);
        if (!isFirst) {
            if (auto flushed = flush(); !flushed) { // its first row may be among the waiting
                return flushed;
            }
        }
        auto found = _target.find({ _mapping.system, source.id });
        if (!found) {
            return std::unexpected(std::move(found).error());
        }
        const Ticket ticket = std::move(*found).value_or(Ticket());
        const auto told =
            isFirst ? tellingOf(ticket, source) : std::expected<Events, Failure>(eventsOf(ticket, source));
        if (!told) {
            return std::unexpected(told.error());
        }
        const Events &events = *told;
        const bool isSame = events && events->empty();
        if (!isFirst && !isSame) {
            return reject(
                row, SayImport::tr("Row %1 of this file has the same id and says something else.").arg(seen->second));
        }
        if (!events) {
            return reject(row, events.error().text);
        }
        if (isSame) {
            ++_report.counts.unchanged;
            remember(source.remarks);
            return {};
        }
        _batch.add({ std::move(row), ticket.version == 0, source.remarks }, proposalOf(*events));
        return _batch.isFull() ? flush() : Done();
    }

    /// The events that `source` adds to `ticket`, or why its row is none; by the names as they are known here.
    Events eventsOf(const Ticket &ticket, const SourceTicket &source)
    {
        return eventsFor(ticket, source, _names.codesOf(source), _mapping, _surroundings.rules, _maker);
    }

    /// The same, once the names in them are in the ledger under their codes; fails when the target does.
    std::expected<Events, Failure> tellingOf(const Ticket &ticket, const SourceTicket &source)
    {
        while (true) {
            Events events = eventsOf(ticket, source);
            if (!events || events->empty()) {
                return events;
            }
            auto kept = _names.keep(_surroundings.now);
            if (!kept) {
                return std::unexpected(std::move(kept).error());
            }
            _report.counts.facts += kept->facts;
            if (kept->along) {
                _batch.add(std::move(*kept->along));
            }
            if (kept->areKept) {
                return events;
            }
        }
    }

    Proposal proposalOf(const std::vector<TicketEvent> &events) const
    {
        Proposal proposal;
        for (const TicketEvent &event : events) {
            proposal.records.push_back(recordOf(event, saltOf(event)));
        }
        return proposal;
    }

    Done flush()
    {
        return _batch.flush([this](const TakenRow &row, const Outcome &outcome) { return settle(row, outcome); })
            .transform([this](bool isFlushed) {
                if (isFlushed && _surroundings.progress) {
                    _surroundings.progress(_report.counts, _sheet.progress());
                }
            });
    }

    Done settle(const TakenRow &taken, const Outcome &outcome)
    {
        if (outcome.refused) {
            return reject(taken.row, outcome.refused->text);
        }
        ++(taken.isNew ? _report.counts.added : _report.counts.updated);
        _report.counts.events += outcome.positions.size();
        remember(taken.remarks);
        return {};
    }

    Done reject(const Row &row, const QString &reason)
    {
        ++_report.counts.rejected;
        return _rejected.write(rejection(row, reason));
    }

    void remember(Remarks remarks)
    {
        for (std::size_t i = 0; i < remarkCount; ++i) {
            _report.counts.remarks[i] += remarks.test(i) ? 1 : 0;
        }
    }

    EventId newId(Instant at) const
    {
        std::array<std::uint8_t, 10> random {};
        _surroundings.random(random);
        return uuid7(at, random);
    }

    std::array<std::uint8_t, 16> saltOf(const TicketEvent &event) const
    {
        std::array<std::uint8_t, 16> salt {};
        const auto *const report = std::get_if<Reported>(&event.content);
        if (report && !report->citizen.isEmpty()) {
            _surroundings.random(salt);
        }
        return salt;
    }

    const Mapping &_mapping;
    ImportTarget &_target;
    const ImportSurroundings &_surroundings;
    Sheet &_sheet;
    RowReader _reader;
    PlaceIndex _places;
    EventMaker _maker;
    ImportNames _names;
    ImportBatch _batch;
    SideFile _rejected;
    SideFile _differences;
    std::unordered_map<std::string, std::uint64_t> _seen; ///< ids of this file, by the row that came first
    ImportReport _report;
};

} // namespace

std::expected<ImportReport, Failure> importTable(const std::filesystem::path &file, const Mapping &mapping,
    ImportTarget &target, const ImportSurroundings &surroundings)
{
    auto sheet = openSheet(file, sheetOptionsOf(mapping));
    if (!sheet) {
        return std::unexpected(std::move(sheet).error());
    }
    auto reader = RowReader::of(mapping, (*sheet)->header(), (*sheet)->facts().dateSystem);
    if (!reader) {
        return std::unexpected(std::move(reader).error());
    }
    if (surroundings.isCompared && mapping.column(TicketField::OnTime).empty()) {
        return failure(FailureKind::Invalid, SayImport::tr("The mapping names no column to compare with."));
    }
    return Importing(mapping, target, surroundings, **sheet, std::move(*reader), rejectedFile(file, (*sheet)->header()),
        differencesFile(file))
        .run();
}

std::expected<void, Failure> checkTable(const std::filesystem::path &file, const Mapping &mapping)
{
    return openSheet(file, sheetOptionsOf(mapping)).and_then([&](const std::unique_ptr<Sheet> &sheet) {
        return RowReader::of(mapping, sheet->header(), sheet->facts().dateSystem).transform([](const RowReader &) {});
    });
}

} // namespace huying
