#include "Teller.h"

#include "Texts.h"

#include <algorithm>

namespace huying
{

namespace
{

// What the rules take, counted in characters (rules/CheckContent.h).
constexpr std::size_t longestDetail = 4000;
constexpr std::size_t longestPiece = 1700;

/// What follows of a detail that is longer than a ticket's, in notes.
std::vector<std::string> furtherPieces(const SourceTicket &row, const Mapping &mapping)
{
    std::vector<std::string> pieces;
    std::string_view rest = cutAfter(row.detail, longestDetail).rest;
    while (!rest.empty()) {
        const auto [head, tail] = cutAfter(rest, longestPiece);
        pieces.push_back("[" + std::to_string(pieces.size() + 2) + "] " + noteOn(mapping, TicketField::Detail, head));
        rest = tail;
    }
    return pieces;
}

} // namespace

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
    noteChange(TicketField::Title, _row.title == _ticket.title, _row.title);
    noteChange(TicketField::Detail, isSameDetail, _row.detail);
    noteChange(TicketField::Place, _row.place.text == _ticket.place.text, _row.place.text);
    const auto &point = _row.place.point;
    noteChange(TicketField::Longitude, point == _ticket.place.point,
        point ? std::to_string(point->longitude()) + ", " + std::to_string(point->latitude()) : std::string());
}

void Teller::moveDeadline()
{
    const bool isLater = _row.deadline && (!_said.deadline || *_row.deadline > *_said.deadline);
    if (isLater && !_said.notes[static_cast<std::size_t>(TicketField::Deadline)]) {
        const Longer longer { std::nullopt, _row.deadline };
        const std::string reason = noteOn(_mapping, TicketField::Deadline, isoTimeOf(_row.deadline));
        if (mayTell(ExtensionAsked { longer, reason }, undated())) {
            tell(ExtensionAsked { longer, reason }, undated());
            tell(ExtensionGranted { longer, {} }, undated());
            return;
        }
    }
    noteChange(TicketField::Deadline, _row.deadline == _said.deadline, isoTimeOf(_row.deadline));
}

} // namespace huying
