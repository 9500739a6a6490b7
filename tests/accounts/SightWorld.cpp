#include "SightWorld.h"

#include <ledger/Snapshot.h>
#include <recount/Recount.h>
#include <support/TicketStory.h>

namespace huying::testing
{

namespace
{

const Instant begin = *instantFromIso("2023-07-12 09:00");

std::string in(const QTemporaryDir &folder, const char *name)
{
    return folder.filePath(QLatin1StringView(name)).toStdString();
}

} // namespace

RandomLedger::RandomLedger(std::uint64_t seed)
    : _random(seed)
    , _ledger(Ledger::open(in(_folder, "ledger"), Founding { { "130529" }, begin }, {}).value())
    , _reader(LedgerReader::open(in(_folder, "ledger")).value())
{
}

std::filesystem::path RandomLedger::file() const
{
    return in(_folder, "ledger");
}

UnitCode RandomLedger::unit()
{
    return { "U0" + std::to_string(1 + below(3)) };
}

TicketContent RandomLedger::content(const Ticket &ticket)
{
    std::vector<UnitCode> cooperating;
    if (below(2) == 0) {
        cooperating.push_back(unit());
    }
    switch (below(12)) {
    case 0:
        return acceptance();
    case 1:
    case 2:
        return Assigned { unit(), cooperating, {}, {} };
    case 3:
        return Returned { "不属于本单位" };
    case 4:
        return Disputed { "职责不清" };
    case 5:
        return Ruled { unit(), cooperating, "裁定", false };
    case 6:
    case 7:
        return Undone { ticket.trail.back().id };
    case 8:
        return Answered { "已办结" };
    case 9:
        return Rated { Rating::Dissatisfied, "没修好" };
    case 10:
        return FirstAnswered { "已联系" };
    default:
        return Noted { "已回电" };
    }
}

void RandomLedger::goOn(int events)
{
    for (int i = 0; i < events; ++i) {
        TicketEvent event;
        event.id = numbered(++_serial);
        event.author = dispatcher();
        event.at = begin + std::chrono::seconds { _serial };
        if (_tickets.size() < 10 && below(4) == 0) {
            Reported reported = report();
            reported.number = "T-" + std::to_string(_serial);
            reported.place.region = { below(2) == 0 ? "130529100001001" : "130529200001001" };
            event.ticket = event.id;
            event.content = reported;
        } else if (!_tickets.empty()) {
            event.ticket = *std::next(_tickets.begin(), std::ptrdiff_t(below(_tickets.size())));
            const Ticket ticket = _reader.ticket(event.ticket, {}).value();
            event.decidedOn = ticket.version;
            event.content = content(ticket);
        } else {
            continue;
        }
        const Proposal proposal { { recordOf(event, { 7 }) } };
        if (_ledger.append(std::span(&proposal, 1), event.at)->front().isAccepted()) {
            _tickets.insert(event.ticket);
            ++_accepted;
        }
    }
}

RandomDesk::RandomDesk(RandomLedger &ledger, Audience audience, Beginning beginning)
    : _ledger(ledger), _audience(std::move(audience)), _beginning(beginning)
{
    const auto file = in(_folder, "cache");
    begin(file);
    _cache = Cache::open(file, {}).value();
    if (_beginning != Beginning::Nothing && _cache->audience().value() != nameOf(_audience)) {
        _leak = "a snapshot for somebody else";
    }
    if (_cache->isFirstPart().value() != (_beginning == Beginning::FirstPart)) {
        _leak = "a snapshot that does not say what it is";
    }
    for (const TicketId &ticket : ledger.tickets()) {
        const TicketRow row = ledger.reader().rows().find(ticket).value().value();
        if (_cache->row(ticket).value().has_value() != isIn(row)) {
            _leak = "the snapshot has other tickets than are in sight";
        }
        if (!row.isOpen()) {
            _away[ticket] = row.version;
        }
        if (const auto known = _cache->ticket(ticket).value();
            known && !_audience.withPersonal && !known->citizen.isEmpty()) {
            _leak = "a name in the snapshot";
        }
    }
}

void RandomDesk::begin(const std::filesystem::path &file)
{
    const bool isThere = _beginning == Beginning::Nothing
        || (_beginning == Beginning::FirstPart ? writeFirstPart(_ledger.file(), file, _audience, Instant::max())
                                               : writeSnapshot(_ledger.file(), file, _audience));
    if (!isThere) {
        _leak = "no snapshot";
    }
}

/// Whether what the desk began with has to hold it.
bool RandomDesk::isIn(const TicketRow &row) const
{
    return _beginning != Beginning::Nothing && sees(_audience, row)
        && (_beginning == Beginning::Snapshot || row.isOpen());
}

/// Closed when the first part was made, and nothing has happened to it since.
bool RandomDesk::mayBeAway(const TicketRow &row) const
{
    const auto found = _away.find(row.id);
    return _beginning == Beginning::FirstPart && found != _away.end() && found->second == row.version;
}

/// Nothing but what is in sight at this moment, and names only for those who get them.
void RandomDesk::inspect(std::span<const Entry> entries)
{
    for (const Entry &entry : entries) {
        const auto ticket = ticketOf(entry.record);
        if (!ticket || !_ledger.reader().isSeen(*ticket, _audience).value()) {
            _leak = "an event out of sight at " + std::to_string(entry.position);
        }
        if (!_audience.withPersonal
            && (!entry.record.personal.empty() || entry.record.salt != decltype(Record::salt) {})) {
            _leak = "a name at " + std::to_string(entry.position);
        }
    }
}

bool RandomDesk::turn(bool ledgerGoesOn)
{
    const Position here = _cache->position().value();
    const auto read = _ledger.reader().entriesAfter(here, int(1 + _ledger.below(7)), _audience).value();
    inspect(read.entries);
    const Page page = pageFrom(textOf(TimedPage { .page = read, .now = {} }, true)).value().page;
    if (page != read) {
        _leak = "a page that does not come back as it was";
    }
    if (page.isEmpty()) {
        return false;
    }
    std::vector<Entry> trails;
    if (const auto missing = _cache->missingFor(page).value(); !missing.empty()) {
        if (ledgerGoesOn) {
            _ledger.goOn(int(_ledger.below(6)));
        }
        trails = _ledger.reader().trailsOf(missing, _audience).value();
        inspect(trails);
    }
    if (const auto stored = _cache->store(page, trails); !stored) {
        _leak = stored.error().text.toStdString();
    }
    return true;
}

/// Asks for a ticket's trail as a dispatcher does who looks at it.
void RandomDesk::look()
{
    if (_ledger.tickets().empty()) {
        return;
    }
    const auto at = std::ptrdiff_t(_ledger.below(_ledger.tickets().size()));
    const TicketId ticket = *std::next(_ledger.tickets().begin(), at);
    const auto trail = _ledger.reader().trailsOf(std::span(&ticket, 1), _audience).value();
    inspect(trail);
    if (!_cache->keepTrail(trail)) {
        _leak = "a trail that could not be kept";
    }
}

std::string RandomDesk::difference()
{
    while (turn(false)) {}
    for (const TicketId &id : _ledger.tickets()) {
        const auto wanted = _ledger.reader().rows().find(id).value();
        const auto row = _cache->row(id).value();
        const auto ticket = _cache->ticket(id).value();
        const std::string name = wanted->number + " of " + nameOf(_audience);
        if (!sees(_audience, *wanted)) {
            if (row || ticket) {
                return name + " is still there";
            }
            continue;
        }
        if (!row && mayBeAway(*wanted)) {
            continue;
        }
        if (row != wanted) {
            return name + (row ? " is another" : " is missing");
        }
        Ticket whole = _ledger.reader().ticket(id, {}).value();
        if (!_audience.withPersonal) {
            whole.citizen = {};
            std::get<Reported>(whole.trail.front().content).citizen = {};
        }
        if (ticket ? *ticket != whole : whole.isOpen() && _beginning != Beginning::FirstPart) {
            return name + " has another trail";
        }
    }
    const auto cache = Database::open(in(_folder, "cache"), Opening::Read);
    const std::string wrong = _beginning == Beginning::FirstPart
        ? wrongInFigures(*cache)
        : wrongInFiguresAndSearch(*cache, _ledger.file(), _audience.withPersonal);
    return wrong.empty() ? wrong : nameOf(_audience) + ": " + wrong;
}

} // namespace huying::testing
