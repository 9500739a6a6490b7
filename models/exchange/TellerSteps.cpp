#include "Teller.h"

#include "Texts.h"

namespace huying
{

namespace
{

constexpr std::size_t longestText = 2000; ///< in characters, as the rules take it (rules/CheckContent.h)

/// The words with which the source ended it.
std::string answerOf(const SourceTicket &row, const Mapping &mapping)
{
    const std::string &word = !row.answer.empty() ? row.answer
        : !mapping.defaults.answer.empty()        ? mapping.defaults.answer
        : !row.statusWord.empty()                 ? row.statusWord
                                                  : mapping.system;
    return shortened(word, longestText);
}

} // namespace

void Teller::takeSteps()
{
    if (_row.state == SourceState::Void) {
        makeVoid();
    } else if (_said.isVoid || _ticket.step == Step::Void) {
        noteChange(TicketField::Status, !_said.isVoid, _row.statusWord);
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
        noteChange(TicketField::Status, true, _row.statusWord);
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
        noteChange(TicketField::Category, isSame, _row.category);
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
        noteChange(TicketField::Unit, isSame, _row.unit);
    }
}

void Teller::close()
{
    const bool isLater = _said.closed && *_row.closed > *_said.closed;
    if (_said.closed && !isLater) {
        noteChange(TicketField::Closed, _row.closed == _said.closed, isoTimeOf(_row.closed));
        noteChange(TicketField::Answer, _said.answer == answerOf(_row, _mapping), _row.answer);
    } else if (_ticket.step == Step::Closed && !isLater) { // the hall closed it before the source
        noteChange(TicketField::Closed, false, isoTimeOf(_row.closed));
    } else {
        reopen();
        answer();
    }
}

void Teller::answer()
{
    tell(Answered { answerOf(_row, _mapping) }, *_row.closed);
}

} // namespace huying
