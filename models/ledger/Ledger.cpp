#include "Ledger.h"

#include "Upgrade.h"

#include <storage/Schema.h>

#include <QCoreApplication>

#include <algorithm>
#include <set>

namespace huying
{

namespace
{

constexpr std::size_t ticketsRemembered = 4'096;
constexpr std::chrono::days refusalsKept { 30 };

/// What the proposer is told, in contrast to what stops the ledger.
bool isRefusal(const Failure &failed)
{
    return failed.kind == FailureKind::Refused || failed.kind == FailureKind::Invalid;
}

std::expected<std::vector<AnyEvent>, Failure> eventsOf(const Proposal &proposal)
{
    std::vector<AnyEvent> events;
    for (const Record &record : proposal.records) {
        auto event = eventOf(record);
        if (!event) {
            return std::unexpected(std::move(event).error());
        }
        events.push_back(std::move(*event));
    }
    return events;
}

/// A file of a newer program is left as it is: opening it for writing would change its header.
std::expected<void, Failure> checkOwn(const std::filesystem::path &file)
{
    const auto database = Database::open(file, Opening::Read);
    const auto known = database ? checkSchema(*database, FileKind::Ledger) : std::expected<void, Failure>();
    return known || known.error().kind != FailureKind::Newer ? std::expected<void, Failure>() : known;
}

/// Whether a record that comes again is the one that came before; its personal part may be gone by now.
bool isSame(const Record &one, const Record &other)
{
    return one.id == other.id && one.subject == other.subject && one.kind == other.kind
        && one.decidedOn == other.decidedOn && one.at == other.at && one.author == other.author
        && one.content == other.content && one.personalDigest == other.personalDigest;
}

} // namespace

Ledger::Ledger(std::filesystem::path file, WriterLock lock, LedgerReader reader, TicketStore tickets, Founding founding,
    Head head, RuleTimeline timeline)
    : _file(std::move(file))
    , _lock(std::move(lock))
    , _reader(std::make_unique<LedgerReader>(std::move(reader)))
    , _tickets(std::move(tickets))
    , _founding(std::move(founding))
    , _head(head)
    , _timeline(std::move(timeline))
    , _memory(ticketsRemembered)
    , _refusals(Refusals::on(_reader->database()))
{
}

std::expected<Ledger, Failure> Ledger::open(const std::filesystem::path &file, const Founding &founding,
    const LedgerSettings &settings, Synchronous synchronous)
{
    return open(file, Opening::Create, &founding, settings, synchronous);
}

std::expected<Ledger, Failure> Ledger::open(
    const std::filesystem::path &file, const LedgerSettings &settings, Synchronous synchronous)
{
    return open(file, Opening::Write, nullptr, settings, synchronous);
}

std::expected<Ledger, Failure> Ledger::open(const std::filesystem::path &file, Opening opening,
    const Founding *founding, const LedgerSettings &settings, Synchronous synchronous)
{
    std::error_code unknown;
    if (opening == Opening::Write && !std::filesystem::exists(file, unknown)) {
        return failure(FailureKind::NotFound,
            QCoreApplication::translate("ledger", "There is no ledger %1.").arg(QString::fromStdString(file.string())));
    }
    auto lock = WriterLock::take(file);
    if (!lock) {
        return std::unexpected(std::move(lock).error());
    }
    if (const auto own = checkOwn(file); !own) {
        return std::unexpected(own.error());
    }
    auto database = Database::open(file, opening, synchronous);
    if (!database) {
        return std::unexpected(std::move(database).error());
    }
    if (const auto prepared = prepareSchema(*database, FileKind::Ledger, foldingAnew(settings)); !prepared) {
        return std::unexpected(prepared.error());
    }
    auto found = readFounding(*database);
    if (!found && found.error().kind == FailureKind::NotFound && founding != nullptr) {
        found = writeFounding(*database, *founding).transform([&] { return *founding; });
    }
    if (!found) {
        return std::unexpected(std::move(found).error());
    }
    const auto head = readHead(*database);
    auto reader = LedgerReader::on(std::make_unique<Database>(std::move(*database)));
    if (!head || !reader) {
        return std::unexpected(head ? reader.error() : head.error());
    }
    auto timeline = timelineOf(*reader, settings);
    auto tickets = TicketStore::on(reader->database());
    if (!timeline || !tickets) {
        return std::unexpected(timeline ? tickets.error() : timeline.error());
    }
    return Ledger(file, std::move(*lock), std::move(*reader), std::move(*tickets), std::move(*found), *head,
        std::move(*timeline));
}

void Ledger::onCommit(std::function<void(std::span<const Entry>)> tell)
{
    _tell = std::move(tell);
}

std::expected<std::vector<Outcome>, Failure> Ledger::append(std::span<const Proposal> proposals, Instant received)
{
    return append(proposals, received, {});
}

std::expected<std::vector<Outcome>, Failure> Ledger::append(
    std::span<const Proposal> proposals, Instant received, const MayPropose &may)
{
    const Head committed = _head;
    std::vector<Outcome> outcomes;
    std::vector<Entry> added;
    auto done = Transaction::beginWriting(_reader->database()).and_then([&](Transaction transaction) {
        const std::expected<void, Failure> fine;
        for (std::size_t i = 0; i < proposals.size(); ++i) {
            Admission::May mayHere;
            if (may) {
                mayHere = [&may, i](const AnyEvent &event, const Ticket &before) { return may(i, event, before); };
            }
            auto outcome = admit(proposals[i], received, mayHere, added);
            if (!outcome) {
                return std::expected<void, Failure>(std::unexpected(std::move(outcome).error()));
            }
            outcomes.push_back(std::move(*outcome));
        }
        const bool isMadeDurable = _makeDurable && !added.empty();
        return _tickets.finish().and_then([&] { return isMadeDurable ? _makeDurable(added) : fine; }).and_then([&] {
            return transaction.commit();
        });
    });
    if (!done) {
        forgetUncommitted(committed);
        return std::unexpected(std::move(done).error());
    }
    if (_tell && !added.empty()) {
        _tell(added);
    }
    return outcomes;
}

void Ledger::forgetUncommitted(const Head &committed)
{
    _head = committed;
    _memory.clear();
    _timeline.forgetAfter(committed.position);
    _reader->entries().forgetAuthors();
    _tickets.forgetUncommitted();
}

std::expected<const Ticket *, Failure> Ledger::ticket(const TicketId &id)
{
    if (const Ticket *const remembered = _memory.find(id)) {
        return remembered;
    }
    return _reader->trailOf(id).and_then([&](const std::vector<Entry> &trail) {
        return foldedFrom(trail, _timeline).transform([&](Ticket folded) {
            folded.id = id;
            _memory.keep(std::move(folded));
            return _memory.find(id);
        });
    });
}

Known Ledger::known()
{
    const auto isThere = [](const std::optional<TicketRow> &row) { return row.has_value(); };
    return { [this](const TicketId &id) { return ticket(id); },
        [this, isThere](std::string_view number) { return _reader->rows().byNumber(number).transform(isThere); },
        [this, isThere](const Origin &origin) { return _reader->rows().byOrigin(origin).transform(isThere); } };
}

std::expected<std::optional<Outcome>, Failure> Ledger::knownAlready(const Proposal &proposal)
{
    Outcome outcome;
    std::set<EventId> ids;
    bool isSameEvent = true;
    for (const Record &record : proposal.records) {
        const auto position = _reader->entries().positionOf(record.id);
        if (!position) {
            return std::unexpected(position.error());
        }
        if (*position) {
            const auto found = _reader->entries().after(**position - 1, 1);
            if (!found) {
                return std::unexpected(found.error());
            }
            isSameEvent = isSameEvent && isSame(found->front().record, record);
            outcome.positions.push_back(**position);
        }
        isSameEvent = isSameEvent && ids.insert(record.id).second;
    }
    if (outcome.positions.empty() && isSameEvent) {
        return _refusals.of(proposal).transform([](std::optional<Failure> given) {
            return given ? std::optional(Outcome { {}, std::move(given) }) : std::nullopt;
        });
    }
    if (outcome.positions.size() != proposal.records.size() || !isSameEvent) {
        return Outcome { {},
            Failure { FailureKind::Refused,
                QCoreApplication::translate("ledger", "The id of an event is already that of another one.") } };
    }
    return outcome;
}

/// A notice changes the rules for what comes after it, so that it cannot stand beside tickets in one proposal.
std::expected<void, Failure> Ledger::checkNotices(const std::vector<AnyEvent> &events) const
{
    const auto noticeOf = [](const AnyEvent &event) {
        const CountyEvent *const county = std::get_if<CountyEvent>(&event);
        return county == nullptr ? nullptr : std::get_if<HolidayNotice>(&county->fact);
    };
    std::optional<RuleTimeline> tried; // copied for a notice only: it holds every calendar there ever was
    std::expected<void, Failure> fine;
    for (const AnyEvent &event : events) {
        if (const HolidayNotice *const notice = noticeOf(event)) {
            if (!tried) {
                tried = _timeline;
            }
            fine = fine.and_then([&] { return checkNotice(*notice); }).and_then([&] {
                return tried->add(_head.position + 1, {}, *notice);
            });
        }
    }
    if (tried && std::ranges::any_of(events, [](const AnyEvent &event) { return event.index() == 0; })) {
        return failure(FailureKind::Invalid,
            QCoreApplication::translate("ledger", "A notice on holidays has to be proposed by itself."));
    }
    return fine;
}

std::expected<Outcome, Failure> Ledger::admit(
    const Proposal &proposal, Instant received, const Admission::May &may, std::vector<Entry> &added)
{
    if (proposal.records.empty()) {
        return Outcome { {},
            Failure { FailureKind::Invalid, QCoreApplication::translate("ledger", "Nothing has been proposed.") } };
    }
    auto before = knownAlready(proposal);
    if (!before || *before) {
        return before.transform([](std::optional<Outcome> outcome) { return std::move(*outcome); });
    }
    const auto events = eventsOf(proposal);
    if (!events) {
        return Outcome { {}, events.error() };
    }
    const Known all = known();
    Admission admission(all, _timeline.now(), may);
    std::expected<void, Failure> fits = checkNotices(*events);
    for (const AnyEvent &event : *events) {
        fits = fits ? admission.take(event) : fits;
    }
    fits = fits.and_then([&] { return admission.conclude(); });
    if (!fits) {
        return isRefusal(fits.error()) ? refuse(proposal, fits.error(), received) : std::unexpected(fits.error());
    }
    return write(proposal, *events, admission, received, added);
}

std::expected<Outcome, Failure> Ledger::refuse(const Proposal &proposal, const Failure &why, Instant received)
{
    return _refusals.forgetBefore(received - refusalsKept)
        .and_then([&] { return _refusals.keep(proposal, why, received); })
        .transform([&] { return Outcome { {}, why }; });
}

std::expected<Outcome, Failure> Ledger::write(const Proposal &proposal, const std::vector<AnyEvent> &events,
    Admission &admission, Instant received, std::vector<Entry> &added)
{
    Outcome outcome;
    std::expected<void, Failure> written;
    for (std::size_t i = 0; i < events.size() && written; ++i) {
        Entry entry { _head.position + 1, received, proposal.records[i], {} };
        entry.chain = chainAfter(_head.chain, entry);
        if (const CountyEvent *const fact = std::get_if<CountyEvent>(&events[i])) {
            written = setFact(entry, *fact);
        }
        written = written.and_then([&] { return _reader->entries().insert(entry); });
        _head = { entry.position, entry.chain };
        outcome.positions.push_back(entry.position);
        added.push_back(std::move(entry));
    }
    for (Ticket &ticket : admission.takeTickets()) {
        written = written.and_then([&] { return keep(std::move(ticket)); });
    }
    return written.transform([&] { return std::move(outcome); });
}

std::expected<void, Failure> Ledger::keep(Ticket ticket)
{
    return _tickets.put(rowOf(ticket, _timeline.now()), ticket.citizen).transform([&] {
        _memory.keep(std::move(ticket));
    });
}

std::expected<void, Failure> Ledger::setFact(const Entry &entry, const CountyEvent &event)
{
    auto set = _reader->facts().set(entry.record, entry.position);
    if (const HolidayNotice *const notice = std::get_if<HolidayNotice>(&event.fact)) {
        set = set.and_then([&] { return _timeline.add(entry.position, entry.record.at, *notice); }).and_then([&] {
            return renoticeTickets();
        });
    }
    return set;
}

/// A notice makes every provisional deadline final, or keeps it so until the next one; a ticket in memory that is not
/// provisional is as it would be.
std::expected<void, Failure> Ledger::renoticeTickets()
{
    const auto tickets = _reader->rows().provisional();
    if (!tickets) {
        return std::unexpected(tickets.error());
    }
    for (const TicketId &id : *tickets) {
        _memory.forget(id);
        const auto kept = ticket(id).and_then([&](const Ticket *folded) { return keep(*folded); });
        if (!kept) {
            return kept;
        }
    }
    return {};
}

} // namespace huying
