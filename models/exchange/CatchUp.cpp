#include "CatchUp.h"

#include "SourceSaid.h"
#include "Texts.h"

#include <QCoreApplication>

#include <algorithm>

namespace huying
{

namespace
{

class Say
{
    Q_DECLARE_TR_FUNCTIONS(Import)
};

// What the rules take, counted in characters (rules/CheckContent.h).
constexpr std::size_t longestDetail = 4000;
constexpr std::size_t longestPiece = 1700;
constexpr std::size_t longestText = 2000;

/// What follows of a detail that is longer than a ticket's, in notes.
std::vector<std::string> furtherPieces(const SourceTicket &row, const Mapping &mapping)
{
    std::vector<std::string> pieces;
    std::string_view rest = cutAfter(row.detail, longestDetail).rest;
    while (!rest.empty()) {
        const auto [head, tail] = cutAfter(rest, longestPiece);
        pieces.push_back("[" + std::to_string(pieces.size() + 2) + "] " + noteOn(mapping, Field::Detail, head));
        rest = tail;
    }
    return pieces;
}

/// The words with which the source ended it.
std::string answerOf(const SourceTicket &row, const Mapping &mapping)
{
    const std::string &word = !row.answer.empty() ? row.answer
        : !mapping.defaults.answer.empty()        ? mapping.defaults.answer
        : !row.statusWord.empty()                 ? row.statusWord
                                                  : mapping.system;
    return shortened(word, longestText);
}

std::string timeText(const std::optional<Instant> &time)
{
    return time ? isoCountyTime(*time) : std::string();
}

/// Tells the ticket's further story event by event; the first refusal ends it.
class Teller
{
public:
    Teller(const Ticket &ticket, const SourceTicket &row, const RowCodes &codes, const Mapping &mapping,
        const RuleBook &rules, const EventMaker &maker)
        : _ticket(ticket)
        , _row(row)
        , _codes(codes)
        , _mapping(mapping)
        , _rules(rules)
        , _maker(maker)
        , _said(saidSoFar(ticket, maker.author, mapping))
    {
    }

    std::expected<std::vector<TicketEvent>, Failure> story() &&
    {
        if (_ticket.version == 0) {
            report();
            takeSteps();
        } else {
            noteTexts();
            moveDeadline();
            takeSteps();
        }
        if (_refused) {
            return std::unexpected(std::move(*_refused));
        }
        return std::move(_events);
    }

private:
    TicketEvent eventOf(TicketContent content, Instant at) const
    {
        TicketEvent event;
        event.id = _maker.newId(at);
        event.ticket = _ticket.version == 0 ? event.id : _ticket.id;
        event.decidedOn = _ticket.version;
        event.author = _maker.author;
        event.at = at;
        event.content = std::move(content);
        return event;
    }

    void tell(TicketContent content, Instant at)
    {
        if (_refused) {
            return;
        }
        TicketEvent event = eventOf(std::move(content), at);
        if (auto allowed = apply(_ticket, event, _rules); !allowed) {
            _refused = std::move(allowed).error();
            return;
        }
        _events.push_back(std::move(event));
    }

    bool mayTell(TicketContent content, Instant at) const
    {
        return !_refused && check(_ticket, eventOf(std::move(content), at), _rules).has_value();
    }

    /// A note on a field, unless the source has said this before: in its last note, else in its events.
    void noteChange(Field field, bool isAsInEvents, std::string_view now)
    {
        const auto &last = _said.notes[static_cast<std::size_t>(field)];
        if (last ? *last != noted(now) : !isAsInEvents) {
            tell(Noted { noteOn(_mapping, field, now) }, undated());
        }
    }

    /// The moment of what the source does not date: see the header.
    Instant undated() const
    {
        const Instant at = _row.updated.value_or(_ticket.changedAt);
        return std::max(_row.closed ? std::min(at, *_row.closed) : at, _row.opened);
    }

    void report();
    void noteTexts();
    void moveDeadline();
    void takeSteps();
    void classify();
    void assign();
    void makeVoid();
    void open();
    void close();
    void answer() { tell(Answered { answerOf(_row, _mapping) }, *_row.closed); }
    void reopen();

    Ticket _ticket;
    const SourceTicket &_row;
    const RowCodes &_codes;
    const Mapping &_mapping;
    const RuleBook &_rules;
    const EventMaker &_maker;
    const SourceSaid _said;
    std::vector<TicketEvent> _events;
    std::optional<Failure> _refused;
};

void Teller::report()
{
    Reported report;
    report.number = _mapping.numberPrefix + _row.id;
    report.channel = _row.channel;
    report.category = _codes.category;
    report.deadlineClass = _mapping.defaults.deadlineClass;
    report.title = _row.title;
    report.detail = cutAfter(_row.detail, longestDetail).head;
    report.place = _row.place;
    report.importance = _mapping.defaults.importance;
    report.origin = { _mapping.system, _row.id };
    if (_row.deadline) {
        report.given = GivenDeadline { *_row.deadline };
    }
    report.citizen = _row.citizen;
    tell(std::move(report), _row.opened);
    for (std::string &piece : furtherPieces(_row, _mapping)) {
        tell(Noted { std::move(piece) }, _row.opened);
    }
}

void Teller::noteTexts()
{
    const auto pieces = furtherPieces(_row, _mapping);
    const bool isSameDetail = cutAfter(_row.detail, longestDetail).head == _ticket.detail
        && std::ranges::all_of(
            pieces, [&](const std::string &piece) { return hasNoted(_ticket, _maker.author, piece); });
    noteChange(Field::Title, _row.title == _ticket.title, _row.title);
    noteChange(Field::Detail, isSameDetail, _row.detail);
    noteChange(Field::Place, _row.place.text == _ticket.place.text, _row.place.text);
    const auto &point = _row.place.point;
    noteChange(Field::Longitude, point == _ticket.place.point,
        point ? std::to_string(point->longitude()) + ", " + std::to_string(point->latitude()) : std::string());
}

void Teller::moveDeadline()
{
    const bool isLater = _row.deadline && (!_said.deadline || *_row.deadline > *_said.deadline);
    if (isLater && !_said.notes[static_cast<std::size_t>(Field::Deadline)]) {
        const Longer longer { std::nullopt, _row.deadline };
        const std::string reason = noteOn(_mapping, Field::Deadline, timeText(_row.deadline));
        if (mayTell(ExtensionAsked { longer, reason }, undated())) {
            tell(ExtensionAsked { longer, reason }, undated());
            tell(ExtensionGranted { longer, {} }, undated());
            return;
        }
    }
    noteChange(Field::Deadline, _row.deadline == _said.deadline, timeText(_row.deadline));
}

void Teller::takeSteps()
{
    if (_row.state == SourceState::Void) {
        makeVoid();
    } else if (_said.isVoid || _ticket.step == Step::Void) {
        noteChange(Field::Status, !_said.isVoid, _row.statusWord);
    } else {
        if (_row.state != SourceState::Closed) {
            open();
        }
        classify();
        assign();
        if (_row.state == SourceState::Handling && !_said.isHandling && _ticket.step == Step::Assigned) {
            tell(HandlingBegun {}, undated());
        }
        if (_row.state == SourceState::Closed) {
            close();
        }
    }
}

void Teller::makeVoid()
{
    if (_said.isVoid || _ticket.step == Step::Void) {
        noteChange(Field::Status, true, _row.statusWord);
        return;
    }
    reopen();
    tell(Voided { VoidReason::Other, answerOf(_row, _mapping) }, _row.closed.value_or(undated()));
}

void Teller::reopen()
{
    if (_ticket.step == Step::Closed) {
        const std::string word = _row.statusWord.empty() ? _mapping.system : _row.statusWord;
        tell(Reopened { shortened(word, longestText) }, undated());
    }
}

void Teller::open()
{
    if (_said.closed) { // where the source never closed it, the hall may have
        reopen();
    }
}

void Teller::classify()
{
    if (_codes.category.isEmpty() || _row.state == SourceState::Reported) {
        return;
    }
    const bool isSame = _said.category == _codes.category;
    if (_said.category.isEmpty() && _ticket.step > Step::Reported) { // the hall was first, and knows better
        return;
    }
    if (!isSame && mayTell(Accepted { _codes.category, _ticket.deadlineClass, _ticket.importance }, undated())) {
        tell(Accepted { _codes.category, _ticket.deadlineClass, _ticket.importance }, undated());
    } else {
        noteChange(Field::Category, isSame, _row.category);
    }
}

void Teller::assign()
{
    const bool isNeeded = _ticket.isOpen() && _row.state == SourceState::Closed && _ticket.step < Step::Assigned;
    const bool isWanted = !_codes.unit.isEmpty() && _row.state != SourceState::Reported
        && _row.state != SourceState::Accepted && (_codes.isUnitNamed || _ticket.lead.isEmpty());
    const bool isSame = _said.unit == _codes.unit;
    if (!isNeeded && (!isWanted || _refused)) {
        return;
    }
    if (isNeeded || (!isSame && mayTell(Assigned { _codes.unit, {}, {}, {} }, undated()))) {
        tell(Assigned { _codes.unit, {}, {}, {} }, undated());
    } else {
        noteChange(Field::Unit, isSame, _row.unit);
    }
}

void Teller::close()
{
    const bool isLater = _said.closed && *_row.closed > *_said.closed;
    if (_said.closed && !isLater) {
        noteChange(Field::Closed, _row.closed == _said.closed, timeText(_row.closed));
        noteChange(Field::Answer, _said.answer == answerOf(_row, _mapping), _row.answer);
    } else if (_ticket.step == Step::Closed && !isLater) { // the hall closed it before the source
        noteChange(Field::Closed, false, timeText(_row.closed));
    } else {
        reopen();
        answer();
    }
}

} // namespace

std::expected<std::vector<TicketEvent>, Failure> eventsFor(const Ticket &ticket, const SourceTicket &row,
    const RowCodes &codes, const Mapping &mapping, const RuleBook &rules, const EventMaker &maker)
{
    if (ticket.version > 0 && ticket.reportedAt != row.opened) {
        return failure(FailureKind::Refused,
            Say::tr("Under this id the ledger has a ticket that was opened at another time (%1).")
                .arg(QString::fromStdString(isoCountyTime(ticket.reportedAt))));
    }
    return Teller(ticket, row, codes, mapping, rules, maker).story();
}

} // namespace huying
