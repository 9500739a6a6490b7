#include "RowReader.h"

#include "RowWords.h"
#include "Texts.h"

#include <QCoreApplication>

namespace huying
{

namespace
{

class SayRowTimes
{
    Q_DECLARE_TR_FUNCTIONS(Import)
};

} // namespace

std::optional<WrittenTime> RowReader::written(const Cell &cell)
{
    if (cell.dateTime) {
        return WrittenTime { *cell.dateTime, std::nullopt };
    }
    const std::string_view text = trimmed(cell.text);
    for (const DateFormat &format : _formats) {
        if (auto time = format.read(text)) {
            return time;
        }
    }
    if (cell.kind == CellKind::Number) {
        if (const auto date = dateOfSerial(text, _dateSystem)) {
            return WrittenTime { *date, std::nullopt };
        }
    }
    return std::nullopt;
}

std::expected<std::optional<ZonedMoment>, Failure> RowReader::moment(const Row &row, TicketField field)
{
    const Cell *const found = cell(row, field);
    if (!found || trimmed(found->text).empty()) {
        return std::nullopt;
    }
    const auto time = written(*found);
    if (!time) {
        return reason(SayRowTimes::tr("“%1” in the column “%2” is no date in one of the mapping's formats.")
                .arg(cellText(found->text), cellText(_mapping.column(field))));
    }
    if (time->offset) {
        const Instant at { time->local.time_since_epoch() - *time->offset };
        return ZonedMoment { at, ZonedMoment::Kind::Plain, at };
    }
    return _clock.at(time->local);
}

RowReader::Reading RowReader::readTimes(const Row &row, SourceTicket &ticket)
{
    const auto opened = moment(row, TicketField::Opened);
    const auto deadline = moment(row, TicketField::Deadline);
    auto closed = moment(row, TicketField::Closed);
    const auto updated = moment(row, TicketField::Updated);
    for (const auto *one : std::array { &opened, &deadline, &std::as_const(closed), &updated }) {
        if (!*one) {
            return std::unexpected(one->error());
        }
        if (*one && **one) {
            const auto kind = (**one)->kind;
            if (kind != ZonedMoment::Kind::Plain) {
                mark(ticket, kind == ZonedMoment::Kind::Skipped ? Remark::SkippedTime : Remark::RepeatedTime);
            }
        }
    }
    if (!*opened) {
        return reason(SayRowTimes::tr("The time of opening is missing."));
    }
    const auto at = [](const ZonedMoment &one) { return one.at; };
    ticket.opened = (*opened)->at;
    ticket.deadline = deadline->transform(at);
    ticket.closed = closed->transform(at);
    ticket.updated = updated->transform(at);
    if (ticket.closed && *ticket.closed < ticket.opened) { // of a repeated hour the second one may be meant
        ticket.closed = (*closed)->second;
    }
    if (ticket.deadline && *ticket.deadline < ticket.opened) {
        mark(ticket, Remark::DeadlineBeforeOpening);
    }
    return ticket.closed && *ticket.closed < ticket.opened
        ? reason(SayRowTimes::tr("It was closed before it was opened."))
        : Reading();
}

RowReader::Reading RowReader::readState(const Row &row, SourceTicket &ticket) const
{
    ticket.statusWord = text(row, TicketField::Status);
    if (ticket.statusWord.empty()) {
        ticket.state = ticket.closed ? SourceState::Closed : SourceState::Open;
        return {};
    }
    const SourceState *const state = meaning(_mapping.states, ticket.statusWord);
    if (!state) {
        return reason(SayRowTimes::tr("The status “%1” is not in the mapping.").arg(cellText(ticket.statusWord)));
    }
    ticket.state = *state;
    if (ticket.state == SourceState::Closed && !ticket.closed) {
        return reason(SayRowTimes::tr("It is closed, and the time of closing is missing."));
    }
    if (ticket.state != SourceState::Closed && ticket.state != SourceState::Void && ticket.closed) {
        mark(ticket, Remark::ClosedByTime);
        ticket.closed.reset();
    }
    return {};
}

} // namespace huying
