#include "RowReader.h"

#include "RowWords.h"
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

class SayRowReader
{
    Q_DECLARE_TR_FUNCTIONS(Import)
};

// What the rules take, counted in characters (rules/CheckContent.h).
constexpr std::size_t longestTitle = 200;
constexpr std::size_t longestPlace = 2000;
constexpr std::size_t titleFromDetail = 60;

QString namesOf(const Row &header)
{
    QStringList names;
    for (const Cell &cell : header.cells) {
        names << cellText(cell.text);
    }
    return names.join(QStringLiteral(", "));
}

std::optional<double> degrees(std::string_view text)
{
    double number = 0;
    const auto end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, number);
    return error == std::errc() && stop == end && std::isfinite(number) ? std::optional(number) : std::nullopt;
}

} // namespace

RowReader::RowReader(const Mapping &mapping, ZoneClock clock, DateSystem dateSystem)
    : _mapping(mapping)
    , _formats(mapping.dates.begin(), mapping.dates.end())
    , _clock(std::move(clock))
    , _dateSystem(dateSystem)
{
}

std::expected<RowReader, Failure> RowReader::of(const Mapping &mapping, const Row &header, DateSystem dateSystem)
{
    auto clock = ZoneClock::of(mapping.zone);
    if (!clock) {
        return std::unexpected(std::move(clock).error());
    }
    RowReader reader(mapping, std::move(*clock), dateSystem);
    for (std::size_t i = 0; i < fieldNames.size(); ++i) {
        const std::string_view wanted = trimmed(mapping.columns[i]);
        if (wanted.empty()) {
            continue;
        }
        const auto found =
            std::ranges::find_if(header.cells, [&](const Cell &cell) { return trimmed(cell.text) == wanted; });
        if (found == header.cells.end()) {
            return reason(
                SayRowReader::tr("The mapping names the column “%1” for “%2”, which the table has not. It has: %3.")
                    .arg(cellText(wanted), cellText(fieldNames[i]), namesOf(header)));
        }
        reader._places[i] = static_cast<std::size_t>(found - header.cells.begin());
    }
    return reader;
}

const Cell *RowReader::cell(const Row &row, TicketField field) const
{
    const auto place = _places[static_cast<std::size_t>(field)];
    return place && *place < row.cells.size() ? &row.cells[*place] : nullptr;
}

std::string_view RowReader::text(const Row &row, TicketField field) const
{
    const Cell *const found = cell(row, field);
    return found ? trimmed(found->text) : std::string_view();
}

std::expected<SourceTicket, Failure> RowReader::read(const Row &row)
{
    SourceTicket ticket;
    ticket.row = row.number;
    ticket.id = text(row, TicketField::Id);
    if (ticket.id.empty()) {
        return reason(SayRowReader::tr("The id is missing."));
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

RowReader::Reading RowReader::readTexts(const Row &row, SourceTicket &ticket) const
{
    ticket.category = text(row, TicketField::Category);
    ticket.categoryGroup = text(row, TicketField::CategoryGroup);
    ticket.detail = text(row, TicketField::Detail);
    ticket.answer = text(row, TicketField::Answer);
    ticket.unit = text(row, TicketField::Unit);
    ticket.onTime = text(row, TicketField::OnTime);
    ticket.title = onOneLine(text(row, TicketField::Title));
    if (!cutAfter(ticket.title, longestTitle).rest.empty()) {
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
    return ticket.title.empty() ? reason(SayRowReader::tr("The row has no text.")) : Reading();
}

void RowReader::readPlace(const Row &row, SourceTicket &ticket) const
{
    ticket.place.text = onOneLine(text(row, TicketField::Place));
    if (!cutAfter(ticket.place.text, longestPlace).rest.empty()) {
        ticket.detail += (ticket.detail.empty() ? "" : "\n\n") + ticket.place.text;
        ticket.place.text = shortened(ticket.place.text, longestPlace);
        mark(ticket, Remark::LongText);
    }
    ticket.place.region.text = text(row, TicketField::Region);
    readPoint(row, ticket);
}

void RowReader::readPoint(const Row &row, SourceTicket &ticket) const
{
    const std::string_view longitudeText = text(row, TicketField::Longitude);
    const std::string_view latitudeText = text(row, TicketField::Latitude);
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
    ticket.citizen.name = onOneLine(text(row, TicketField::Name));
    ticket.citizen.telephone = onOneLine(text(row, TicketField::Telephone));
    const std::string_view word = text(row, TicketField::Channel);
    const Channel *const channel = meaning(_mapping.channels, word);
    ticket.channel = channel ? *channel : _mapping.defaults.channel;
    if (!channel && !word.empty()) {
        mark(ticket, Remark::UnknownChannel);
    }
}

} // namespace huying
