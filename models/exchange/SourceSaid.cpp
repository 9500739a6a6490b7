#include "SourceSaid.h"

#include "Texts.h"

#include <algorithm>

namespace huying
{

namespace
{

constexpr std::size_t longestValue = 1800;
constexpr std::size_t longestColumn = 80;

std::string noteBegin(const Mapping &mapping, TicketField field)
{
    const std::string &column = mapping.column(field);
    return shortened(column.empty() ? nameIn(fieldNames, field) : std::string_view(column), longestColumn) + ": ";
}

bool isBy(const TicketEvent &event, const Author &source)
{
    return event.author.role == source.role && event.author.person == source.person;
}

class Listener
{
public:
    Listener(SourceSaid &said, const Mapping &mapping) : _said(said), _mapping(mapping) {}

    void hear(const TicketEvent &event)
    {
        _at = event.at;
        std::visit([this](const auto &content) { hear(content); }, event.content);
    }

private:
    void forget(TicketField field) { _said.notes[static_cast<std::size_t>(field)].reset(); }

    void hear(const Reported &reported)
    {
        if (reported.given) {
            _said.deadline = reported.given->due;
        }
    }
    void hear(const Accepted &accepted)
    {
        _said.category = accepted.category;
        forget(TicketField::Category);
    }
    void hear(const Assigned &assigned)
    {
        _said.unit = assigned.lead;
        forget(TicketField::Unit);
    }
    void hear(const HandlingBegun &) { _said.isHandling = true; }
    void hear(const ExtensionGranted &granted)
    {
        _said.deadline = granted.granted.until;
        forget(TicketField::Deadline);
    }
    void hear(const Answered &answered)
    {
        _said.closed = _at;
        _said.answer = answered.text;
        forget(TicketField::Closed);
        forget(TicketField::Answer);
    }
    void hear(const Reopened &)
    {
        _said.closed.reset();
        forget(TicketField::Closed);
    }
    void hear(const Voided &) { _said.isVoid = true; }
    void hear(const Noted &note)
    {
        for (std::size_t i = 0; i < fieldNames.size(); ++i) {
            const std::string begin = noteBegin(_mapping, static_cast<TicketField>(i));
            if (note.text.starts_with(begin)) {
                _said.notes[i] = note.text.substr(begin.size());
                return;
            }
        }
    }
    template <class Other>
    void hear(const Other &)
    {
    }

    SourceSaid &_said;
    const Mapping &_mapping;
    Instant _at;
};

} // namespace

SourceSaid saidSoFar(const Ticket &ticket, const Author &source, const Mapping &mapping)
{
    SourceSaid said;
    Listener listener(said, mapping);
    for (const TicketEvent &event : ticket.trail) {
        if (isBy(event, source)) {
            listener.hear(event);
        }
    }
    return said;
}

bool hasNoted(const Ticket &ticket, const Author &source, std::string_view note)
{
    return std::ranges::any_of(ticket.trail, [&](const TicketEvent &event) {
        const auto *const content = std::get_if<Noted>(&event.content);
        return content && content->text == note && isBy(event, source);
    });
}

std::string noted(std::string_view value)
{
    return value.empty() ? "-" : shortened(value, longestValue);
}

std::string noteOn(const Mapping &mapping, TicketField field, std::string_view value)
{
    return noteBegin(mapping, field) + noted(value);
}

} // namespace huying
