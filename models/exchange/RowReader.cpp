#include "RowReader.h"

#include "Texts.h"

#include <domain/Datum.h>

#include <QCoreApplication>

#include <algorithm>
#include <charconv>
#include <cmath>

namespace huying
{

namespace
{

class Say
{
    Q_DECLARE_TR_FUNCTIONS(Import)
};

// What the rules take, counted in characters (rules/CheckContent.h).
constexpr std::size_t longestTitle = 200;
constexpr std::size_t longestPlace = 2000;
constexpr std::size_t longestWord = 60; ///< of a cell that a reason quotes
constexpr std::size_t titleFromDetail = 60;

QString shown(std::string_view text)
{
    const std::string line = shortened(onOneLine(text), longestWord);
    return QString::fromStdString(line);
}

std::unexpected<Failure> reason(QString text)
{
    return failure(FailureKind::Invalid, std::move(text));
}

QString namesOf(const Row &header)
{
    QStringList names;
    for (const Cell &cell : header.cells) {
        names << shown(cell.text);
    }
    return names.join(QStringLiteral(", "));
}

void mark(SourceTicket &ticket, Remark remark)
{
    ticket.remarks.set(static_cast<std::size_t>(remark));
}

/// A word by the source's table of words, whatever stands around it.
template <class Value>
const Value *meaning(const std::map<std::string, Value> &words, std::string_view word)
{
    const auto found = words.find(std::string(word));
    return found == words.end() ? nullptr : &found->second;
}

std::optional<double> degrees(std::string_view text)
{
    double number = 0;
    const auto end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, number);
    return error == std::errc() && stop == end && std::isfinite(number) ? std::optional(number) : std::nullopt;
}

} // namespace

QString description(Remark remark)
{
    switch (remark) {
    case Remark::SkippedTime:
        return Say::tr("a time that the clock jumped over in spring; counted on from before the jump");
    case Remark::RepeatedTime:
        return Say::tr("a time that the clock showed twice in autumn; the first was taken unless it contradicts");
    case Remark::DeadlineBeforeOpening:
        return Say::tr("the deadline is before the opening; kept as given");
    case Remark::NoPoint:
        return Say::tr("the coordinates are none on the globe; taken without a point");
    case Remark::UnknownChannel:
        return Say::tr("the channel is not in the mapping; the default was taken");
    case Remark::ClosedByTime:
        return Say::tr("the status says open, the time of closing was left out");
    case Remark::TextFromCategory:
        return Say::tr("no text; the category's name stands for it");
    case Remark::LongText:
        return Say::tr("a text too long for its field was cut there and kept whole in the detail or in notes");
    case Remark::UndecodableBytes:
        return Say::tr("bytes that the file's encoding does not know; each stands as \\xHH");
    case Remark::StrayQuote:
        return Say::tr("a stray quotation mark, kept as text");
    case Remark::TooFewCells:
        return Say::tr("fewer cells than the header; the missing ones are taken as blank");
    }
    return {};
}

RowReader::RowReader(const Mapping &mapping, ZoneClock clock, DateSystem dateSystem)
    : _mapping(mapping), _formats(mapping.dates.begin(), mapping.dates.end()), _clock(clock), _dateSystem(dateSystem)
{
}

std::expected<RowReader, Failure> RowReader::of(const Mapping &mapping, const Row &header, DateSystem dateSystem)
{
    auto clock = ZoneClock::of(mapping.zone);
    if (!clock) {
        return std::unexpected(std::move(clock).error());
    }
    RowReader reader(mapping, *clock, dateSystem);
    for (std::size_t i = 0; i < fieldNames.size(); ++i) {
        const std::string_view wanted = trimmed(mapping.columns[i]);
        if (wanted.empty()) {
            continue;
        }
        const auto found =
            std::ranges::find_if(header.cells, [&](const Cell &cell) { return trimmed(cell.text) == wanted; });
        if (found == header.cells.end()) {
            return reason(Say::tr("The mapping names the column “%1” for “%2”, which the table has not. It has: %3.")
                    .arg(shown(wanted), shown(fieldNames[i]), namesOf(header)));
        }
        reader._places[i] = static_cast<std::size_t>(found - header.cells.begin());
    }
    return reader;
}

const Cell *RowReader::cell(const Row &row, Field field) const
{
    const auto place = _places[static_cast<std::size_t>(field)];
    return place && *place < row.cells.size() ? &row.cells[*place] : nullptr;
}

std::string_view RowReader::text(const Row &row, Field field) const
{
    const Cell *const found = cell(row, field);
    return found ? trimmed(found->text) : std::string_view();
}

std::expected<SourceTicket, Failure> RowReader::read(const Row &row)
{
    SourceTicket ticket;
    ticket.row = row.number;
    ticket.id = text(row, Field::Id);
    if (ticket.id.empty()) {
        return reason(Say::tr("The id is missing."));
    }
    return readProblems(row, ticket)
        .and_then([&] { return readTimes(row, ticket); })
        .and_then([&] { return readState(row, ticket); })
        .and_then([&] { return readTexts(row, ticket); })
        .transform([&] {
            readPlace(row, ticket);
            readPeople(row, ticket);
            return std::move(ticket);
        });
}

RowReader::Reading RowReader::readProblems(const Row &row, SourceTicket &ticket) const
{
    for (const Problem &problem : row.problems) {
        switch (problem.kind) {
        case Problem::Kind::UndecodableBytes:
            mark(ticket, Remark::UndecodableBytes);
            break;
        case Problem::Kind::StrayQuote:
            mark(ticket, Remark::StrayQuote);
            break;
        case Problem::Kind::TooFewCells:
            mark(ticket, Remark::TooFewCells);
            break;
        case Problem::Kind::NulByte:
        case Problem::Kind::UnclosedQuote:
        case Problem::Kind::TooManyCells: // the columns after it would be somebody else's
            return reason(description(problem));
        }
    }
    return {};
}

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

std::expected<std::optional<ZonedMoment>, Failure> RowReader::moment(const Row &row, Field field)
{
    const Cell *const found = cell(row, field);
    if (!found || trimmed(found->text).empty()) {
        return std::nullopt;
    }
    const auto time = written(*found);
    if (!time) {
        return reason(Say::tr("“%1” in the column “%2” is no date in one of the mapping's formats.")
                .arg(shown(found->text), shown(_mapping.column(field))));
    }
    if (time->offset) {
        const Instant at { time->local.time_since_epoch() - *time->offset };
        return ZonedMoment { at, ZonedMoment::Kind::Plain, at };
    }
    return _clock.at(time->local);
}

RowReader::Reading RowReader::readTimes(const Row &row, SourceTicket &ticket)
{
    const auto opened = moment(row, Field::Opened);
    const auto deadline = moment(row, Field::Deadline);
    auto closed = moment(row, Field::Closed);
    const auto updated = moment(row, Field::Updated);
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
        return reason(Say::tr("The time of opening is missing."));
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
    return ticket.closed && *ticket.closed < ticket.opened ? reason(Say::tr("It was closed before it was opened."))
                                                           : Reading();
}

RowReader::Reading RowReader::readState(const Row &row, SourceTicket &ticket) const
{
    ticket.statusWord = text(row, Field::Status);
    if (ticket.statusWord.empty()) {
        ticket.state = ticket.closed ? SourceState::Closed : SourceState::Open;
        return {};
    }
    const SourceState *const state = meaning(_mapping.states, ticket.statusWord);
    if (!state) {
        return reason(Say::tr("The status “%1” is not in the mapping.").arg(shown(ticket.statusWord)));
    }
    ticket.state = *state;
    if (ticket.state == SourceState::Closed && !ticket.closed) {
        return reason(Say::tr("It is closed, and the time of closing is missing."));
    }
    if (ticket.state != SourceState::Closed && ticket.state != SourceState::Void && ticket.closed) {
        mark(ticket, Remark::ClosedByTime);
        ticket.closed.reset();
    }
    return {};
}

RowReader::Reading RowReader::readTexts(const Row &row, SourceTicket &ticket) const
{
    ticket.category = text(row, Field::Category);
    ticket.categoryGroup = text(row, Field::CategoryGroup);
    ticket.detail = text(row, Field::Detail);
    ticket.answer = text(row, Field::Answer);
    ticket.unit = text(row, Field::Unit);
    ticket.onTime = text(row, Field::OnTime);
    ticket.title = onOneLine(text(row, Field::Title));
    if (cutAfter(ticket.title, longestTitle).rest.size() > 0) {
        ticket.detail = ticket.detail.empty() ? ticket.title : ticket.title + "\n\n" + ticket.detail;
        ticket.title = shortened(ticket.title, longestTitle);
        mark(ticket, Remark::LongText);
    }
    if (ticket.title.empty()) {
        ticket.title = shortened(onOneLine(ticket.detail), titleFromDetail);
    }
    if (ticket.title.empty()) {
        ticket.title = shortened(onOneLine(ticket.category), longestTitle);
        mark(ticket, Remark::TextFromCategory);
    }
    return ticket.title.empty() ? reason(Say::tr("The row has no text.")) : Reading();
}

void RowReader::readPlace(const Row &row, SourceTicket &ticket) const
{
    ticket.place.text = onOneLine(text(row, Field::Place));
    if (!cutAfter(ticket.place.text, longestPlace).rest.empty()) {
        ticket.detail += (ticket.detail.empty() ? "" : "\n\n") + ticket.place.text;
        ticket.place.text = shortened(ticket.place.text, longestPlace);
        mark(ticket, Remark::LongText);
    }
    ticket.place.region.text = text(row, Field::Region);
    readPoint(row, ticket);
}

void RowReader::readPoint(const Row &row, SourceTicket &ticket) const
{
    const std::string_view longitudeText = text(row, Field::Longitude);
    const std::string_view latitudeText = text(row, Field::Latitude);
    if (longitudeText.empty() && latitudeText.empty()) {
        return;
    }
    const auto longitude = degrees(longitudeText);
    const auto latitude = degrees(latitudeText);
    const bool isNowhere = longitude && latitude && *longitude == 0 && *latitude == 0; // how sources write "unknown"
    if (!longitude || !latitude || std::abs(*longitude) > 180 || std::abs(*latitude) > 90 || isNowhere) {
        mark(ticket, Remark::NoPoint);
        return;
    }
    const GeoPoint given = GeoPoint::fromDegrees(*longitude, *latitude);
    ticket.place.datum = _mapping.datum;
    ticket.place.point = toWgs84(given, _mapping.datum);
    if (_mapping.datum != Datum::Wgs84) {
        ticket.place.pointAsGiven = given;
    }
}

void RowReader::readPeople(const Row &row, SourceTicket &ticket) const
{
    ticket.citizen.name = onOneLine(text(row, Field::Name));
    ticket.citizen.telephone = onOneLine(text(row, Field::Telephone));
    const std::string_view word = text(row, Field::Channel);
    const Channel *const channel = meaning(_mapping.channels, word);
    ticket.channel = channel ? *channel : _mapping.defaults.channel;
    if (!channel && !word.empty()) {
        mark(ticket, Remark::UnknownChannel);
    }
}

} // namespace huying
