#include "Desk.h"
#include "Sight.h"

#include <algorithm>
#include <utility>

namespace huying
{

namespace
{

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

void Desk::tellStatus()
{
    DeskStatus status;
    status.trouble = _noRoom.isEmpty() ? _trouble : _noRoom;
    status.progress = _progress;
    status.isFirstPart = _cache && _isFirstPart;
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
        status.refused = int(_onTop->refused().size());
    } else if (const auto counts = _outbox ? _outbox->counts() : OutboxFile::Counts()) {
        status.waiting = counts->waiting;
        status.refused = counts->refused;
    }
    if (status != _told) {
        _told = status;
        emit statusChanged(status);
    }
}

void Desk::tellCounty(Directory county)
{
    _county = std::make_shared<const Directory>(std::move(county));
    emit countyChanged(_county);
    emit rulesChanged(std::make_shared<const RuleBook>(_cache->rules()));
}

/// Only what has changed is set anew.
void Desk::tellFacts(std::vector<CountyFact> facts, bool isNoticed)
{
    if (!facts.empty()) {
        Directory county = *_county;
        for (CountyFact &fact : facts) {
            county.set(std::move(fact));
        }
        _county = std::make_shared<const Directory>(std::move(county));
        emit countyChanged(_county);
    }
    if (isNoticed) {
        emit rulesChanged(std::make_shared<const RuleBook>(_cache->rules()));
    }
}

/// Those that are not as in `told`, and of `told` those that are not there any more.
void Desk::tellAtWork(std::vector<RowPointer> rows, Rows told)
{
    std::erase_if(rows, [&told](const RowPointer &row) {
        const auto before = told.extract(row->id);
        return !before.empty() && *before.mapped() == *row;
    });
    if (!rows.empty()) {
        emit rowsChanged(rows);
    }
    std::unordered_set<TicketId> others;
    for (const auto &[id, row] : told) {
        others.insert(id);
    }
    tellRows(others);
}

void Desk::tellRows(const std::unordered_set<TicketId> &tickets)
{
    std::vector<RowPointer> rows;
    std::vector<TicketId> gone;
    for (const TicketId &ticket : tickets) {
        const auto row = _onTop->row(ticket);
        if (row && *row) {
            rows.push_back(std::make_shared<const TicketRow>(**row));
        } else if (row) {
            gone.push_back(ticket);
        }
    }
    if (!gone.empty()) {
        emit ticketsGone(gone);
    }
    if (!rows.empty()) {
        emit rowsChanged(rows);
    }
}

void Desk::look(const TicketId &ticket)
{
    _looked = ticket;
    _isAloneShown = false;
    _askedFor.clear();
    if (_line) {
        _line->tell({ .looking = ticket.isNull() ? std::nullopt : std::optional(ticket), .showing = {} });
    }
    if (!tellSight()) {
        tellNotHere();
    }
}

void Desk::lookAtRefused()
{
    std::vector<TicketId> tickets; // each once, the oldest action's first
    for (const RefusedProposal &each : _onTop ? _onTop->refused() : std::vector<RefusedProposal> {}) {
        const auto ticket = ticketOf(each.proposal.records.front());
        if (ticket && !std::ranges::contains(tickets, *ticket)) {
            tickets.push_back(*ticket);
        }
    }
    if (!tickets.empty()) {
        const auto shown = std::ranges::find(tickets, _looked);
        look(shown == tickets.end() || std::next(shown) == tickets.end() ? tickets.front() : *std::next(shown));
    }
}

bool Desk::tellSight()
{
    if (!_onTop || _looked.isNull()) {
        return true;
    }
    const auto ticket = _onTop->ticket(_looked);
    const auto row = _onTop->row(_looked);
    if (!ticket || !row) {
        return true;
    }
    if (!*ticket && !*row) {
        return tellRefusedAlone();
    }
    TicketSight sight =
        *ticket ? sightOf(**ticket, _settings.author, *_county, _cache->rules(), now()) : sightOf(**row, *_county);
    if (_signedIn) {
        std::erase_if(
            sight.possible, [&](std::string_view kind) { return !mayChoose(_signedIn->account, kind, sight.ticket); });
    }
    sight.waiting = _onTop->waitingOn(_looked);
    sight.refused = refusedOn(sight.ticket, _onTop->refused());
    addKin(sight);
    for (const auto &[number, other] : _others) {
        if (other.doing.looking == _looked) {
            sight.lookers.push_back(other.name);
        }
    }
    emit sightChanged(std::make_shared<const TicketSight>(std::move(sight)));
    askMissing(*ticket);
    return true;
}

/// What was refused on a ticket that is not here: it has gone out of sight, or comes with the whole cache.
bool Desk::tellRefusedAlone()
{
    auto alone = refusedAlone(_looked, _onTop->refused());
    if (alone) {
        alone->isOnItsWay = _isFirstPart;
        _isAloneShown = true;
        emit sightChanged(std::make_shared<const TicketSight>(std::move(*alone)));
        askMissing(std::nullopt);
    } else if (std::exchange(_isAloneShown, false)) {
        emit ticketsGone({ _looked }); // nothing is left to show
    }
    return alone.has_value();
}

/// To who has just come to it: until now they see the ticket that they left.
void Desk::tellNotHere()
{
    const auto none = std::make_shared<TicketSight>();
    none->ticket.id = _looked;
    none->isHere = false;
    none->isWhole = false;
    none->isOnItsWay = _isFirstPart;
    emit sightChanged(none);
    askMissing(std::nullopt);
}

/// The rows of the tickets that are joined with the one looked at.
void Desk::addKin(TicketSight &sight) const
{
    const auto rowOf = [this](const TicketId &id) { return _onTop->row(id).value_or(std::nullopt); };
    if (sight.ticket.parent) {
        sight.parent = rowOf(*sight.ticket.parent);
    }
    for (const TicketId &child : sight.ticket.children) {
        if (auto row = rowOf(child)) {
            sight.children.push_back(std::move(*row));
        }
    }
}

/// The trail of the ticket that is looked at, and what is done together with it: its duplicates, and their parent.
void Desk::askMissing(const std::optional<Ticket> &looked)
{
    if (!_line) {
        return;
    }
    std::vector<TicketId> wanted;
    if (!looked) {
        wanted.push_back(_looked);
    } else if (_isFirstPart) {
        wanted.assign(looked->children.begin(), looked->children.end());
        if (looked->parent) {
            wanted.push_back(*looked->parent);
        }
    }
    std::erase_if(wanted, [&](const TicketId &id) {
        const auto known = _onTop->ticket(id);
        return (known && *known) || !_askedFor.insert(id).second;
    });
    if (!wanted.empty()) {
        askTrails(wanted);
    }
}

void Desk::askTrails(const std::vector<TicketId> &tickets)
{
    _line->askTrails(tickets, [this, tickets, looked = _looked](const std::expected<std::vector<Entry>, Failure> &all) {
        if (!all) {
            // when the line is back
            std::ranges::for_each(tickets, [this](const TicketId &id) { _askedFor.erase(id); });
        } else if (_cache->keepTrail(*all) && looked == _looked) {
            tellSight();
        }
    });
}

} // namespace huying
