#include "CheckContent.h"

#include <QUtf8StringView>

#include <algorithm>
#include <initializer_list>

namespace huying
{

namespace
{

struct Field {
    const char *name;
    std::string_view value;
    std::size_t most;
    bool isNeeded;
};

bool isBlank(std::string_view text)
{
    constexpr std::string_view wideSpace = "\u3000";
    while (!text.empty()) {
        if (static_cast<unsigned char>(text.front()) <= ' ') {
            text.remove_prefix(1);
        } else if (text.starts_with(wideSpace)) {
            text.remove_prefix(wideSpace.size());
        } else {
            return false;
        }
    }
    return true;
}

bool isLonger(std::string_view text, std::size_t most)
{
    const auto begins = [](char unit) { return (static_cast<unsigned char>(unit) & 0xC0) != 0x80; };
    return text.size() > most && static_cast<std::size_t>(std::ranges::count_if(text, begins)) > most;
}

bool isText(std::string_view text)
{
    return text.find('\0') == std::string_view::npos
        && QUtf8StringView(text.data(), static_cast<qsizetype>(text.size())).isValidUtf8();
}

Hindrance faultIn(const Field &field)
{
    if (field.isNeeded && isBlank(field.value)) {
        return wrong(Say::tr("The %1 is missing.").arg(Say::tr(field.name)));
    }
    if (isLonger(field.value, field.most)) {
        return wrong(Say::tr("The %1 is longer than %2 characters.").arg(Say::tr(field.name)).arg(field.most));
    }
    if (!isText(field.value)) {
        return wrong(Say::tr("The %1 is damaged: it is not UTF-8 text.").arg(Say::tr(field.name)));
    }
    return {};
}

Hindrance faultIn(std::initializer_list<Field> fields)
{
    for (const Field &field : fields) {
        if (auto fault = faultIn(field)) {
            return fault;
        }
    }
    return {};
}

Field needed(const char *name, std::string_view value, std::size_t most = longestText)
{
    return { name, value, most, true };
}

Field optional(const char *name, std::string_view value, std::size_t most = longestText)
{
    return { name, value, most, false };
}

constexpr const char *reason = QT_TRANSLATE_NOOP("Workflow", "reason");
constexpr const char *text = QT_TRANSLATE_NOOP("Workflow", "text");
constexpr const char *category = QT_TRANSLATE_NOOP("Workflow", "category");
constexpr const char *unit = QT_TRANSLATE_NOOP("Workflow", "unit");

bool isPlausible(Instant moment)
{
    using namespace std::chrono;
    return moment >= sys_days { year { 1970 } / 1 / 1 } && moment < sys_days { year { 2200 } / 1 / 1 };
}

Hindrance faultInMoment(Instant moment)
{
    return isPlausible(moment) ? Hindrance() : wrong(Say::tr("The time is not between 1970 and 2199."));
}

Hindrance faultInImportance(int importance)
{
    return importance >= 1 && importance <= 3 ? Hindrance() : wrong(Say::tr("The importance is 1, 2 or 3."));
}

Hindrance faultInPoint(const std::optional<GeoPoint> &point)
{
    constexpr int degree = 10'000'000;
    const bool isOff = point
        && (std::abs(std::int64_t { point->longitudeE7 }) > 180LL * degree
            || std::abs(std::int64_t { point->latitudeE7 }) > 90LL * degree);
    return isOff ? wrong(Say::tr("The coordinates are not on the globe.")) : Hindrance();
}

Hindrance faultInPlace(const Place &place)
{
    if (auto fault = faultIn({ optional(QT_TRANSLATE_NOOP("Workflow", "region"), place.region.text, longestCode),
            optional(QT_TRANSLATE_NOOP("Workflow", "place"), place.text) })) {
        return fault;
    }
    if (auto fault = faultInPoint(place.point)) {
        return fault;
    }
    return faultInPoint(place.pointAsGiven);
}

Hindrance faultInUnits(const std::vector<UnitCode> &units)
{
    if (units.size() > mostUnits) {
        return wrong(Say::tr("More than %1 units are named.").arg(mostUnits));
    }
    for (auto named = units.begin(); named != units.end(); ++named) {
        if (auto fault = faultIn(needed(unit, named->text, longestCode))) {
            return fault;
        }
        if (std::find(units.begin(), named, *named) != named) {
            return wrong(Say::tr("A unit is named twice."));
        }
    }
    return {};
}

Hindrance faultInUnits(const UnitCode &lead, const std::vector<UnitCode> &cooperating)
{
    if (auto fault = faultIn(needed(QT_TRANSLATE_NOOP("Workflow", "lead unit"), lead.text, longestCode))) {
        return fault;
    }
    if (std::ranges::contains(cooperating, lead)) {
        return wrong(Say::tr("The lead unit is named among the cooperating units too."));
    }
    return faultInUnits(cooperating);
}

Hindrance faultInLonger(const Longer &longer)
{
    if (longer.workingDays.has_value() == longer.until.has_value()) {
        return wrong(Say::tr("An extension is a number of working days or a new time, one of the two."));
    }
    if (longer.until) {
        return faultInMoment(*longer.until);
    }
    const bool isSensible = *longer.workingDays >= 1 && *longer.workingDays <= mostWorkingDays;
    return isSensible ? Hindrance() : wrong(Say::tr("An extension is 1 to %1 working days.").arg(mostWorkingDays));
}

Hindrance faultIn(const Reported &reported, Instant)
{
    if (auto fault = faultIn({ needed(QT_TRANSLATE_NOOP("Workflow", "number"), reported.number, longestCode),
            needed(QT_TRANSLATE_NOOP("Workflow", "title"), reported.title, longestTitle),
            optional(QT_TRANSLATE_NOOP("Workflow", "detail"), reported.detail, longestDetail),
            optional(category, reported.category.text, longestCode),
            optional(QT_TRANSLATE_NOOP("Workflow", "source"), reported.origin.system, longestName),
            optional(QT_TRANSLATE_NOOP("Workflow", "source's number"), reported.origin.id, longestName),
            optional(QT_TRANSLATE_NOOP("Workflow", "citizen's name"), reported.citizen.name, longestName),
            optional(QT_TRANSLATE_NOOP("Workflow", "telephone number"), reported.citizen.telephone, longestName) })) {
        return fault;
    }
    if (auto fault = faultInImportance(reported.importance)) {
        return fault;
    }
    if (reported.given && !isPlausible(reported.given->due)) {
        return faultInMoment(reported.given->due);
    }
    return faultInPlace(reported.place);
}

Hindrance faultIn(const Accepted &accepted, Instant)
{
    if (auto fault = faultIn(needed(category, accepted.category.text, longestCode))) {
        return fault;
    }
    return faultInImportance(accepted.importance);
}

Hindrance faultIn(const Voided &voided, Instant)
{
    return faultIn(Field { reason, voided.text, longestText, voided.reason == VoidReason::Other });
}

Hindrance faultIn(const Assigned &assigned, Instant)
{
    if (auto fault = faultInUnits(assigned.lead, assigned.cooperating)) {
        return fault;
    }
    return faultIn({ optional(QT_TRANSLATE_NOOP("Workflow", "basis"), assigned.basis.text, longestCode),
        optional(QT_TRANSLATE_NOOP("Workflow", "note"), assigned.note) });
}

Hindrance faultIn(const HandlingBegun &begun, Instant)
{
    return faultIn(optional(QT_TRANSLATE_NOOP("Workflow", "handler"), begun.handler, longestName));
}

Hindrance faultIn(const Ruled &ruled, Instant)
{
    if (auto fault = faultInUnits(ruled.lead, ruled.cooperating)) {
        return fault;
    }
    return faultIn(needed(text, ruled.text));
}

Hindrance faultIn(const ExtensionAsked &asked, Instant)
{
    if (auto fault = faultInLonger(asked.wanted)) {
        return fault;
    }
    return faultIn(needed(reason, asked.reason));
}

Hindrance faultIn(const ExtensionGranted &granted, Instant)
{
    if (auto fault = faultInLonger(granted.granted)) {
        return fault;
    }
    return faultIn(optional(text, granted.text));
}

Hindrance faultIn(const PutOnAccount &account, Instant at)
{
    if (auto fault = faultIn({ needed(reason, account.reason),
            needed(QT_TRANSLATE_NOOP("Workflow", "owner"), account.owner, longestName) })) {
        return fault;
    }
    if (account.reviewOn < dayOf(at)) {
        return wrong(Say::tr("The review day has passed already."));
    }
    return isPlausible(startOf(account.reviewOn)) ? Hindrance() : faultInMoment(startOf(account.reviewOn));
}

Hindrance faultIn(const Conferred &conferred, Instant at)
{
    if (conferred.units.empty()) {
        return wrong(Say::tr("A conference names the units that took part."));
    }
    if (conferred.on > dayOf(at) || !isPlausible(startOf(conferred.on))) {
        return wrong(Say::tr("A conference is written down on its day or later."));
    }
    if (auto fault = faultInUnits(conferred.units)) {
        return fault;
    }
    return faultIn(needed(QT_TRANSLATE_NOOP("Workflow", "conclusion"), conferred.conclusion));
}

Hindrance faultIn(const Urged &urged, Instant)
{
    if (urged.level == UrgingLevel::None) {
        return wrong(Say::tr("Urging is a reminder, a written order or a notice to the leader."));
    }
    return faultIn(Field { text, urged.text, longestText, urged.level != UrgingLevel::Reminder });
}

Hindrance faultIn(const Undone &undone, Instant)
{
    return undone.event.isNull() ? wrong(Say::tr("It is not said what is to be taken back.")) : Hindrance();
}

/// Contents that are a `text`: needed of what is told to somebody, left to the citizen where it is a remark.
template <class Content>
    requires requires(const Content &content) { content.text; }
Hindrance faultIn(const Content &content, Instant)
{
    constexpr bool isRemark = std::same_as<Content, Rated> || std::same_as<Content, CalledBack>;
    return faultIn(Field { text, content.text, longestText, !isRemark });
}

/// Contents that are a `reason`.
template <class Content>
    requires requires(const Content &content) { content.reason; } && (!requires(const Content &c) { c.text; })
Hindrance faultIn(const Content &content, Instant)
{
    return faultIn(needed(reason, content.reason));
}

Hindrance faultIn(const Joined &, Instant)
{
    return {};
}

Hindrance faultIn(const DuplicateAdded &, Instant)
{
    return {};
}

Hindrance faultIn(const DuplicateRemoved &, Instant)
{
    return {};
}

Hindrance faultIn(const Author &author)
{
    return faultIn({ optional(QT_TRANSLATE_NOOP("Workflow", "author"), author.name, longestName),
        optional(QT_TRANSLATE_NOOP("Workflow", "author's code"), author.person.text, longestCode),
        optional(unit, author.unit.text, longestCode),
        optional(QT_TRANSLATE_NOOP("Workflow", "desk"), author.desk, longestCode) });
}

} // namespace

Hindrance faultIn(const TicketEvent &event)
{
    if (event.id.isNull() || event.ticket.isNull()) {
        return wrong(Say::tr("The event has no identity."));
    }
    if (auto fault = faultInMoment(event.at)) {
        return fault;
    }
    if (auto fault = faultIn(event.author)) {
        return fault;
    }
    return std::visit([&](const auto &content) { return faultIn(content, event.at); }, event.content);
}

} // namespace huying
