#include "CheckFields.h"

#include <QUtf8StringView>

#include <algorithm>
#include <cstdlib>

namespace huying
{

namespace
{

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

bool isPlausible(Instant moment)
{
    using namespace std::chrono;
    return moment >= sys_days { year { 1970 } / 1 / 1 } && moment < sys_days { year { 2200 } / 1 / 1 };
}

Hindrance faultInPoint(const std::optional<GeoPoint> &point)
{
    constexpr int degree = 10'000'000;
    const bool isOff = point
        && (std::abs(std::int64_t { point->longitudeE7 }) > 180LL * degree
            || std::abs(std::int64_t { point->latitudeE7 }) > 90LL * degree);
    return isOff ? wrong(Say::tr("The coordinates are not on the globe.")) : Hindrance();
}

} // namespace

Hindrance faultInText(const NamedText &field)
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

Hindrance faultInTexts(std::initializer_list<NamedText> fields)
{
    for (const NamedText &field : fields) {
        if (auto fault = faultInText(field)) {
            return fault;
        }
    }
    return {};
}

Hindrance faultInMoment(Instant moment)
{
    return isPlausible(moment) ? Hindrance() : wrong(Say::tr("The time is not between 1970 and 2199."));
}

Hindrance faultInImportance(int importance)
{
    return importance >= 1 && importance <= 3 ? Hindrance() : wrong(Say::tr("The importance is 1, 2 or 3."));
}

Hindrance faultInPlace(const Place &place)
{
    if (auto fault = faultInTexts({ optional(QT_TRANSLATE_NOOP("Workflow", "region"), place.region.text, longestCode),
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
        if (auto fault = faultInText(needed(unit, named->text, longestCode))) {
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
    if (auto fault = faultInText(needed(QT_TRANSLATE_NOOP("Workflow", "lead unit"), lead.text, longestCode))) {
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

namespace
{

bool isDigest(std::string_view text)
{
    return text.size() == 64
        && std::ranges::all_of(text, [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

/// A name that is a path, hidden, or holds signs that no file has is made to do harm where it is saved.
bool isFileName(std::string_view name)
{
    constexpr std::string_view notThere = "/\\:*?\"<>|";
    return !name.starts_with('.') && std::ranges::none_of(name, [notThere](char c) {
        return static_cast<unsigned char>(c) < 0x20 || c == 0x7F || notThere.contains(c);
    });
}

Hindrance faultInSize(const Attachment &attachment)
{
    if (attachment.bytes < 1 || attachment.bytes > largestAttachment) {
        return wrong(Say::tr("A picture has at most %1 MB.").arg(largestAttachment / 1024 / 1024));
    }
    const auto isSide = [](int side) { return side >= 1 && side <= longestSide; };
    const bool isPicture = isSide(attachment.width) && isSide(attachment.height)
        && std::int64_t { attachment.width } * attachment.height <= mostPixels;
    return isPicture ? Hindrance()
                     : wrong(Say::tr("A picture has at most %1 million pixels.").arg(mostPixels / 1'000'000));
}

} // namespace

Hindrance faultInAttachments(const std::vector<Attachment> &attachments)
{
    if (attachments.size() > attachmentsInAnEvent) {
        return wrong(Say::tr("At most %1 pictures go along at once.").arg(attachmentsInAnEvent));
    }
    for (auto at = attachments.begin(); at != attachments.end(); ++at) {
        if (!isDigest(at->sha256)) {
            return wrong(Say::tr("A picture is not named by its digest."));
        }
        if (auto fault = faultInText(needed(QT_TRANSLATE_NOOP("Workflow", "picture's name"), at->name, longestName))) {
            return fault;
        }
        if (!isFileName(at->name)) {
            return wrong(Say::tr("The name of a picture is no plain file name."));
        }
        if (auto fault = faultInSize(*at)) {
            return fault;
        }
        if (std::find_if(attachments.begin(), at, [&](const Attachment &one) { return one.sha256 == at->sha256; })
            != at) {
            return wrong(Say::tr("A picture is there twice."));
        }
    }
    return {};
}

Hindrance faultInAuthor(const Author &author)
{
    return faultInTexts({ optional(QT_TRANSLATE_NOOP("Workflow", "author"), author.name, longestName),
        optional(QT_TRANSLATE_NOOP("Workflow", "author's code"), author.person.text, longestCode),
        optional(unit, author.unit.text, longestCode),
        optional(QT_TRANSLATE_NOOP("Workflow", "desk"), author.desk, longestCode) });
}

} // namespace huying
