#include "Desk.h"

#include "Sight.h"

#include <QRandomGenerator>

#include <algorithm>
#include <format>

namespace huying
{

namespace
{

constexpr std::chrono::days workedOn { 7 };
constexpr std::size_t recordsInAProposal = 16;

template <std::size_t size>
std::array<std::uint8_t, size> randomBytes()
{
    std::array<std::uint8_t, size> bytes {};
    for (std::uint8_t &byte : bytes) {
        byte = std::uint8_t(QRandomGenerator::system()->bounded(256));
    }
    return bytes;
}

DeskStatus::Line lineOf(const SessionState &state)
{
    switch (state.line) {
    case Line::Live:
        return DeskStatus::Line::Online;
    case Line::CatchingUp:
        return DeskStatus::Line::Connecting;
    case Line::Away:
        break;
    }
    return state.trouble ? DeskStatus::Line::Offline : DeskStatus::Line::Connecting;
}

} // namespace

Desk::Desk(DeskSettings settings, BackendLine::Clock clock, QObject *parent)
    : QObject(parent)
    , _settings(std::move(settings))
    , _clock(std::move(clock))
    , _county(std::make_shared<const Directory>())
    , _tidy(this)
    , _retry(this)
{
    _tidy.setInterval(std::chrono::seconds { 5 });
    _retry.setSingleShot(true);
    _retry.setInterval(std::chrono::seconds { 2 });
    connect(&_tidy, &QTimer::timeout, this, [this] {
        if (_cache) {
            static_cast<void>(_cache->tidy());
        }
    });
    connect(&_retry, &QTimer::timeout, this, &Desk::fetchCache);
}

Desk::~Desk() = default;

void Desk::open()
{
    auto files = DeskFiles::in(_settings.folder);
    if (!files) {
        return trouble(files.error());
    }
    _files = std::move(*files);
    auto outbox = _files->openOutbox(_trouble);
    if (!outbox) {
        return trouble(outbox.error());
    }
    _outbox = std::move(*outbox);
    _files->hasCache() ? openCache() : fetchCache();
}

void Desk::fetchCache()
{
    tellStatus();
    if (!_fetch) {
        _fetch = std::make_unique<SnapshotFetch>(_settings.backend);
        connect(_fetch.get(), &SnapshotFetch::progress, this, [this](qint64 received, qint64 total) {
            _progress = total > 0 ? double(received) / double(total) : 0;
            tellStatus();
        });
    }
    _fetch->fetch(_files->cacheFile(), [this](const std::expected<void, Failure> &fetched) {
        if (!fetched) {
            trouble(fetched.error());
            return _retry.start();
        }
        _trouble.clear();
        openCache();
    });
}

void Desk::openCache()
{
    auto cache = _files->openCache(_settings.deadlines);
    if (!cache) {
        trouble(cache.error());
        if (cache.error().kind == FailureKind::NotFound) {
            _retry.start();
        }
        return;
    }
    _cache = std::move(*cache);
    _onTop = std::make_unique<OnTop>(*_cache, *_outbox);
    const auto rows = _cache->atWork(now() - workedOn);
    const auto own = _onTop->read();
    if (!rows || !own) {
        return trouble(rows ? own.error() : rows.error());
    }
    tellCounty();
    std::vector<RowPointer> all;
    all.reserve(rows->size());
    std::ranges::transform(
        *rows, std::back_inserter(all), [](const TicketRow &row) { return std::make_shared<const TicketRow>(row); });
    emit rowsChanged(all);
    tellRows(*own);
    emit opened(_files->cacheFile());
    connectLine();
    _tidy.start();
}

void Desk::connectLine()
{
    _line = std::make_unique<BackendLine>(_settings.backend, *_cache, *_outbox, _clock, _settings.line);
    connect(_line.get(), &BackendLine::stateChanged, this, [this] {
        const auto &trouble = _line->state().trouble;
        if (trouble && trouble->kind == FailureKind::Damaged) {
            QMetaObject::invokeMethod(this, &Desk::startOver, Qt::QueuedConnection);
        }
        tellStatus();
    });
    connect(_line.get(), &BackendLine::stored, this, &Desk::ledgerMoved);
    connect(_line.get(), &BackendLine::answered, this, &Desk::outboxChanged);
    tellStatus();
    _line->start();
}

void Desk::startOver()
{
    if (!_line || !_line->state().trouble || _line->state().trouble->kind != FailureKind::Damaged) {
        return;
    }
    _trouble = _line->state().trouble->text;
    _tidy.stop();
    _line.reset();
    _onTop.reset();
    _cache.reset();
    _files->removeCache();
    tellStatus();
    _retry.start();
}

Instant Desk::now() const
{
    return _line ? _clock() - _line->state().clockError : _clock();
}

void Desk::trouble(const Failure &why)
{
    _trouble = why.text;
    tellStatus();
}

void Desk::tellStatus()
{
    DeskStatus status;
    status.trouble = _trouble;
    status.progress = _progress;
    if (_line) {
        const SessionState &state = _line->state();
        status.line = lineOf(state);
        status.asOf = state.asOf;
        status.clockError = state.clockError;
        if (state.trouble && status.trouble.isEmpty()) {
            status.trouble = state.trouble->text;
        }
    }
    if (_onTop) {
        status.waiting = _onTop->waiting();
    }
    if (_outbox) {
        status.refused =
            int(_outbox->refused().transform([](const auto &refused) { return refused.size(); }).value_or(0));
    }
    emit statusChanged(status);
}

void Desk::tellCounty()
{
    const auto county = _cache->directory();
    if (!county) {
        return trouble(county.error());
    }
    _county = std::make_shared<const Directory>(*county);
    emit countyChanged(_county);
    emit rulesChanged(std::make_shared<const RuleBook>(_cache->rules()));
}

void Desk::tellRows(const std::unordered_set<TicketId> &tickets)
{
    std::vector<RowPointer> rows;
    for (const TicketId &ticket : tickets) {
        const auto row = _onTop->row(ticket);
        if (row && *row) {
            rows.push_back(std::make_shared<const TicketRow>(**row));
        }
    }
    if (!rows.empty()) {
        emit rowsChanged(rows);
    }
}

void Desk::ledgerMoved()
{
    const CacheChange change = _cache->takeChange();
    std::unordered_set<TicketId> tickets = change.tickets;
    const auto settled = _outbox->settle(_line->state().position);
    auto own = settled.and_then([&] { return _onTop->read(); });
    if (!own) {
        return trouble(own.error());
    }
    tickets.merge(*own);
    if (change.isCountyChanged) {
        tellCounty();
    }
    tellRows(tickets);
    if (tickets.contains(_looked)) {
        tellSight();
    }
    tellStatus();
}

void Desk::outboxChanged()
{
    const auto settled = _outbox->settle(_line->state().position);
    const auto own = settled.and_then([&] { return _onTop->read(); });
    if (!own) {
        return trouble(own.error());
    }
    tellRows(*own);
    tellSight();
    tellStatus();
}

void Desk::look(const TicketId &ticket)
{
    _looked = ticket;
    _askedFor.reset();
    tellSight();
}

void Desk::lookAtRefused()
{
    const auto refused = _outbox ? _outbox->refused() : std::vector<RefusedProposal>();
    if (!refused || refused->empty()) {
        return;
    }
    if (const auto ticket = ticketOf(refused->front().proposal.records.front())) {
        look(*ticket);
    }
}

void Desk::tellSight()
{
    if (!_onTop || _looked.isNull()) {
        return;
    }
    const auto ticket = _onTop->ticket(_looked);
    const auto row = _onTop->row(_looked);
    if (!ticket || !row || (!*ticket && !*row)) {
        return;
    }
    TicketSight sight =
        *ticket ? sightOf(**ticket, _settings.author, *_county, _cache->rules(), now()) : sightOf(**row, *_county);
    sight.waiting = _onTop->waitingOn(_looked);
    if (const auto refused = _outbox->refused()) {
        sight.refused = refusedOn(sight.ticket, *refused);
    }
    emit sightChanged(std::make_shared<const TicketSight>(std::move(sight)));
    if (!*ticket && _askedFor != _looked) {
        askTrail(_looked);
    }
}

void Desk::askTrail(const TicketId &ticket)
{
    _askedFor = ticket;
    _line->askTrail(ticket, [this, ticket](const std::expected<std::vector<Entry>, Failure> &trail) {
        if (trail && _cache->keepTrail(*trail) && ticket == _looked) {
            tellSight();
        }
    });
}

TicketEvent Desk::eventOn(const TicketId &ticket, Version decidedOn, TicketContent content) const
{
    TicketEvent event;
    event.at = now();
    event.id = uuid7(event.at, randomBytes<10>());
    event.ticket = ticket;
    event.decidedOn = decidedOn;
    event.author = _settings.author;
    event.content = std::move(content);
    return event;
}

std::expected<void, Failure> Desk::propose(const std::vector<TicketEvent> &events)
{
    for (std::size_t first = 0; first < events.size(); first += recordsInAProposal) {
        Proposal proposal;
        for (std::size_t i = first; i < std::min(events.size(), first + recordsInAProposal); ++i) {
            proposal.records.push_back(recordOf(events[i], randomBytes<16>()));
        }
        if (const auto kept = _outbox->put(proposal); !kept) {
            return kept;
        }
    }
    outboxChanged();
    _line->outboxGrew();
    return {};
}

/// Whoever answers a parent tells its duplicates.
std::expected<std::vector<TicketEvent>, Failure> Desk::withChildren(const Ticket &ticket, TicketEvent event) const
{
    std::vector<TicketEvent> events { std::move(event) };
    const auto *answer = std::get_if<Answered>(&events.front().content);
    if (!answer || ticket.isFollowedUp) {
        return events;
    }
    const std::string text = answer->text;
    for (const TicketId &id : ticket.children) {
        const auto child = _onTop->ticket(id);
        if (!child) {
            return std::unexpected(child.error());
        }
        if (*child && (*child)->isOpen()) {
            events.push_back(eventOn(id, (*child)->version, ClosedWithParent { ticket.id, text }));
        }
    }
    return events;
}

void Desk::act(const TicketId &id, Version decidedOn, const TicketContent &content)
{
    perform(id, decidedOn, content);
}

bool Desk::perform(const TicketId &id, Version decidedOn, const TicketContent &content)
{
    if (!_line) {
        return false;
    }
    const auto ticket = _onTop->ticket(id);
    if (!ticket || !*ticket) {
        emit forbidden({ FailureKind::Unreachable,
            tr("The ticket's trail is at the backend; it can be worked on when the line is there.") });
        return false;
    }
    TicketEvent event = eventOn(id, decidedOn, content);
    const auto done = check(**ticket, event, _cache->rules())
                          .and_then([&] { return withChildren(**ticket, std::move(event)); })
                          .and_then([&](const std::vector<TicketEvent> &events) { return propose(events); });
    if (!done) {
        emit forbidden(done.error());
    }
    return done.has_value();
}

void Desk::undo(const TicketId &ticket, const EventId &event)
{
    const auto known = _onTop ? _onTop->ticket(ticket) : std::optional<Ticket>();
    if (known && *known) {
        act(ticket, (*known)->version, Undone { event });
    }
}

void Desk::report(const Reported &content)
{
    if (!_line) {
        emit forbidden({ FailureKind::Busy, tr("The desk is still opening.") });
        return;
    }
    const Day today = dayOf(now());
    const auto serial = _outbox->nextSerial(today);
    if (!serial) {
        emit forbidden(serial.error());
        return;
    }
    Reported numbered = content;
    numbered.number = std::format("{:%Y%m%d}-{}-{:04}", today, _settings.author.desk, *serial);
    TicketEvent event = eventOn({}, 0, numbered);
    event.ticket = event.id;
    const auto done = check(Ticket {}, event, _cache->rules()).and_then([&] { return propose({ event }); });
    if (!done) {
        emit forbidden(done.error());
        return;
    }
    emit reported(event.id, QString::fromStdString(numbered.number));
}

void Desk::again(const EventId &refused)
{
    const auto all = _outbox ? _outbox->refused() : std::vector<RefusedProposal>();
    for (const RefusedProposal &each : all ? *all : std::vector<RefusedProposal>()) {
        const auto event = eventOf(each.proposal.records.front());
        const auto *own = event ? std::get_if<TicketEvent>(&*event) : nullptr;
        if (!own || own->id != refused) {
            continue;
        }
        const auto ticket = _onTop->ticket(own->ticket);
        if (ticket && *ticket && perform(own->ticket, (*ticket)->version, own->content)) {
            drop(refused);
        }
        return;
    }
}

void Desk::drop(const EventId &refused)
{
    if (_outbox && _outbox->drop(refused)) {
        outboxChanged();
    }
}

} // namespace huying
