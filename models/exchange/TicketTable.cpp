#include "TicketTable.h"

#include <rules/Deadlines.h>

#include <QCoreApplication>

namespace huying
{

namespace
{

class SayTicketTable
{
    Q_DECLARE_TR_FUNCTIONS(Export)
};

constexpr std::array<std::string_view, 4> lampNames { "in-time", "soon", "overdue", "paused" };

std::string timeText(const std::optional<Instant> &moment)
{
    if (!moment) {
        return {};
    }
    std::string text = isoCountyTime(*moment).substr(0, 19);
    text[10] = ' ';
    return text;
}

/// Ten-millionths of a degree, exactly.
std::string degreesText(std::int32_t e7)
{
    const auto whole = std::abs(std::int64_t { e7 });
    std::string digits = std::to_string(whole % 10'000'000);
    digits.insert(0, 7 - digits.size(), '0');
    return (e7 < 0 ? "-" : "") + std::to_string(whole / 10'000'000) + '.' + digits;
}

std::string text(std::string_view word)
{
    return std::string(word);
}

} // namespace

std::vector<std::string> ticketHeader()
{
    std::vector<std::string> header;
    for (const char *const name : { QT_TRANSLATE_NOOP("Export", "number"), QT_TRANSLATE_NOOP("Export", "step"),
             QT_TRANSLATE_NOOP("Export", "lamp"), QT_TRANSLATE_NOOP("Export", "reported"),
             QT_TRANSLATE_NOOP("Export", "due"), QT_TRANSLATE_NOOP("Export", "first answer"),
             QT_TRANSLATE_NOOP("Export", "closed"), QT_TRANSLATE_NOOP("Export", "class"),
             QT_TRANSLATE_NOOP("Export", "channel"), QT_TRANSLATE_NOOP("Export", "category code"),
             QT_TRANSLATE_NOOP("Export", "category"), QT_TRANSLATE_NOOP("Export", "title"),
             QT_TRANSLATE_NOOP("Export", "region code"), QT_TRANSLATE_NOOP("Export", "region"),
             QT_TRANSLATE_NOOP("Export", "place"), QT_TRANSLATE_NOOP("Export", "longitude"),
             QT_TRANSLATE_NOOP("Export", "latitude"), QT_TRANSLATE_NOOP("Export", "lead unit code"),
             QT_TRANSLATE_NOOP("Export", "lead unit"), QT_TRANSLATE_NOOP("Export", "importance"),
             QT_TRANSLATE_NOOP("Export", "rating"), QT_TRANSLATE_NOOP("Export", "bounces"),
             QT_TRANSLATE_NOOP("Export", "reworks"), QT_TRANSLATE_NOOP("Export", "source"),
             QT_TRANSLATE_NOOP("Export", "source's id"), QT_TRANSLATE_NOOP("Export", "id") }) {
        header.push_back(SayTicketTable::tr(name).toStdString());
    }
    return header;
}

std::vector<std::string> ticketCells(const TicketRow &ticket, const Directory &directory, Instant now)
{
    const auto &point = ticket.point;
    return { ticket.number, text(nameIn(stepNames, ticket.step)), text(nameIn(lampNames, lampOf(ticket, now))),
        timeText(ticket.reportedAt), timeText(ticket.due), timeText(ticket.firstAnsweredAt), timeText(ticket.closedAt),
        text(nameIn(deadlineClassNames, ticket.deadlineClass)), text(nameIn(channelNames, ticket.channel)),
        ticket.category.text, ticket.category.isEmpty() ? std::string() : directory.nameOf(ticket.category),
        ticket.title, ticket.region.text, ticket.region.isEmpty() ? std::string() : directory.placeName(ticket.region),
        ticket.place, point ? degreesText(point->longitudeE7) : std::string(),
        point ? degreesText(point->latitudeE7) : std::string(), ticket.lead.text,
        ticket.lead.isEmpty() ? std::string() : directory.nameOf(ticket.lead), std::to_string(ticket.importance),
        ticket.rating ? text(nameIn(ratingNames, *ticket.rating)) : std::string(), std::to_string(ticket.bounces),
        std::to_string(ticket.reworks), ticket.origin.system, ticket.origin.id, toText(ticket.id) };
}

} // namespace huying
