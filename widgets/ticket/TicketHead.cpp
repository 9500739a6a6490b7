#include "TicketHead.h"

#include "Lines.h"

#include <common/StepBar.h>
#include <common/Type.h>
#include <views/Wording.h>

#include <QLabel>
#include <QVBoxLayout>

#include <array>

namespace huying
{

namespace
{

QLabel *addCopyableLine(QVBoxLayout &column, TextRole role)
{
    QLabel *const label = addLine(column, role);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

QString gapped(const QStringList &parts)
{
    return parts.join(QStringLiteral("   "));
}

QString factsText(const Ticket &ticket)
{
    QStringList parts { shown(ticket.number), wordFor(ticket.channel) };
    parts << (ticket.repeats > 0 ? TicketHead::tr("reported %n times", nullptr, ticket.repeats + 1)
                                 : TicketHead::tr("reported once"));
    parts << TicketHead::tr("importance %1").arg(ticket.importance);
    return gapped(parts);
}

/// What is not as usual about the ticket, a few words each.
QString flagsText(const Ticket &ticket)
{
    QStringList parts;
    if (ticket.bounces > 0) {
        parts << TicketHead::tr("returned %n times", nullptr, ticket.bounces);
    }
    if (ticket.reworks > 0) {
        parts << TicketHead::tr("reopened %n times", nullptr, ticket.reworks);
    }
    if (ticket.disputedSince) {
        parts << TicketHead::tr("whose it is, is disputed");
    }
    if (ticket.isFollowedUp) {
        parts << TicketHead::tr("bad rating: closes only when the citizen is satisfied");
    }
    if (ticket.urging != UrgingLevel::None) {
        parts << TicketHead::tr("urged: %1").arg(wordFor(ticket.urging));
    }
    if (ticket.parent) {
        parts << TicketHead::tr("joined to another as a duplicate");
    }
    if (ticket.voidReason) {
        parts << TicketHead::tr("void: %1").arg(wordFor(*ticket.voidReason));
    }
    if (ticket.rating) {
        parts << TicketHead::tr("rated: %1").arg(wordFor(*ticket.rating));
    }
    return gapped(parts);
}

/// What the text of a place says beyond the names of its village.
QString spotText(const Place &place, const Directory &directory)
{
    const QString text = shown(place.text);
    const auto village = regionAt(place.region, RegionLevel::Village);
    const QString names = village ? shown(directory.placeName(*village)) : QString();
    return !names.isEmpty() && text.startsWith(names) ? text.mid(names.size()).trimmed() : text;
}

QString lookersText(const std::vector<std::string> &lookers)
{
    QStringList names;
    for (const std::string &name : lookers) {
        names << shown(name);
    }
    names.removeDuplicates();
    return names.isEmpty() ? QString()
                           : TicketHead::tr("%1 is looking at this ticket").arg(names.join(QStringLiteral("、")));
}

QString placeText(const Ticket &ticket, const Directory &directory, const PlaceIndex &index)
{
    QStringList parts;
    if (ticket.place.point && index.isOutside(*ticket.place.point)) {
        parts << TicketHead::tr("outside the county");
    }
    if (!ticket.place.region.isEmpty()) {
        parts << shown(directory.placeName(ticket.place.region));
    }
    if (const QString spot = spotText(ticket.place, directory); !spot.isEmpty()) {
        parts << spot;
    }
    const QString category =
        ticket.category.isEmpty() ? TicketHead::tr("not yet classified") : shown(directory.nameOf(ticket.category));
    parts << TicketHead::tr("%1, %2", "category, class of the deadline").arg(category, wordFor(ticket.deadlineClass));
    return parts.join(QStringLiteral(" · "));
}

/// They are called so in every language.
QString datumName(Datum datum)
{
    static const std::array names { QStringLiteral("WGS-84"), QStringLiteral("CGCS2000"), QStringLiteral("GCJ-02"),
        QStringLiteral("BD-09") };
    return names[std::size_t(datum)];
}

QString pointText(GeoPoint point)
{
    return TicketHead::tr("%1, %2", "latitude, longitude")
        .arg(QString::number(point.latitude(), 'f', 5), QString::number(point.longitude(), 'f', 5));
}

/// Where it is, and as it was given where that is another system: what one reads out to somebody with another map.
QString coordinatesText(const Place &place)
{
    if (!place.point) {
        return {};
    }
    const QString there = TicketHead::tr("WGS-84 %1").arg(pointText(*place.point));
    return place.pointAsGiven
        ? TicketHead::tr("%1, given as %2 %3").arg(there, datumName(place.datum), pointText(*place.pointAsGiven))
        : there;
}

QString citizenText(const Citizen &citizen)
{
    QStringList parts;
    for (const std::string &part : { citizen.name, citizen.telephone }) {
        if (!part.empty()) {
            parts << shown(part);
        }
    }
    return parts.isEmpty() ? QString() : TicketHead::tr("Citizen: %1").arg(gapped(parts));
}

/// As short as the step's column; from ten hours on the minutes say nothing.
QString waitingText(std::chrono::milliseconds span)
{
    using namespace std::chrono;
    const bool isLong = span >= hours { 10 } && span < days { 1 };
    return TicketHead::tr("waits %1")
        .arg(isLong ? TicketHead::tr("%1 h").arg(floor<hours>(span).count()) : spanText(span));
}

QList<ShownStep> shownSteps(const Ticket &ticket, Instant now)
{
    struct Reached {
        QString name;
        std::optional<Instant> at;
    };
    const std::array steps {
        Reached { TicketHead::tr("Report", "step"), ticket.reportedAt },
        Reached { TicketHead::tr("Accept", "step"), ticket.acceptedAt },
        Reached { TicketHead::tr("Assign", "step"), ticket.assignedAt },
        Reached { TicketHead::tr("Handle", "step"), ticket.handlingAt },
        Reached { TicketHead::tr("Answer", "step"), ticket.closedAt },
    };
    // How many steps are done follows from where the ticket is; a returned one has been assigned but is not.
    const std::size_t done = ticket.step == Step::Void ? 0 : std::size_t(ticket.step) + 1;
    QList<ShownStep> shownOnes;
    for (std::size_t i = 0; i < steps.size(); ++i) {
        const bool isDone = ticket.step == Step::Void ? steps[i].at.has_value() : i < done;
        ShownStep step { steps[i].name };
        if (isDone) {
            step.state = StepState::Done;
            step.when = steps[i].at ? shortTime(*steps[i].at, now) : QString();
        } else if (i == done && ticket.isOpen()) {
            const Instant since = steps[i - 1].at.value_or(ticket.reportedAt);
            step.state = StepState::Current;
            step.when = waitingText(std::max(now - since, std::chrono::milliseconds::zero()));
        }
        shownOnes << step;
    }
    return shownOnes;
}

} // namespace

TicketHead::TicketHead(const ThemeSource &source, QWidget *parent) : QWidget(parent), _steps(new StepBar(source))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(source.theme().space.step);
    _facts = addCopyableLine(*column, TextRole::Soft);
    _title = addCopyableLine(*column, TextRole::Title);
    _lookers = addCopyableLine(*column, TextRole::Soft);
    _flags = addCopyableLine(*column, TextRole::Error);
    column->addSpacing(source.theme().space.step);
    column->addWidget(_steps);
    column->addSpacing(source.theme().space.step);
    _detail = addCopyableLine(*column, TextRole::Body);
    _place = addCopyableLine(*column, TextRole::Soft);
    _coordinates = addCopyableLine(*column, TextRole::Soft);
    _citizen = addCopyableLine(*column, TextRole::Soft);
    _origin = addCopyableLine(*column, TextRole::Soft);
}

void TicketHead::show(const TicketSight &sight, const Directory &directory, const PlaceIndex &index, Instant now)
{
    const Ticket &ticket = sight.ticket;
    showLine(*_facts, factsText(ticket));
    showLine(*_title, shown(ticket.title));
    showLine(*_flags, flagsText(ticket));
    showLine(*_lookers, lookersText(sight.lookers));
    _steps->setSteps(shownSteps(ticket, now));
    showLine(*_detail, shown(ticket.detail));
    showLine(*_place, placeText(ticket, directory, index));
    showLine(*_coordinates, coordinatesText(ticket.place));
    showLine(*_citizen, citizenText(ticket.citizen));
    showLine(*_origin,
        ticket.origin.isEmpty()
            ? QString()
            : tr("Imported from %1, number %2").arg(shown(ticket.origin.system), shown(ticket.origin.id)));
}

} // namespace huying
