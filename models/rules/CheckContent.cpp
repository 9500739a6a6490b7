#include "CheckContent.h"

#include "CheckFields.h"

#include <concepts>

namespace huying
{

namespace
{

Hindrance faultIn(const Reported &reported, Instant)
{
    if (auto fault = faultInTexts({ needed(QT_TRANSLATE_NOOP("Workflow", "number"), reported.number, longestCode),
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
    if (auto fault = reported.given ? faultInMoment(reported.given->due) : Hindrance()) {
        return fault;
    }
    if (auto fault = faultInPlace(reported.place)) {
        return fault;
    }
    return faultInAttachments(reported.attachments);
}

Hindrance faultIn(const Accepted &accepted, Instant)
{
    if (auto fault = faultInText(needed(category, accepted.category.text, longestCode))) {
        return fault;
    }
    return faultInImportance(accepted.importance);
}

Hindrance faultIn(const Voided &voided, Instant)
{
    return faultInText(NamedText { reason, voided.text, longestText, voided.reason == VoidReason::Other });
}

Hindrance faultIn(const Assigned &assigned, Instant)
{
    if (auto fault = faultInUnits(assigned.lead, assigned.cooperating)) {
        return fault;
    }
    return faultInTexts({ optional(QT_TRANSLATE_NOOP("Workflow", "basis"), assigned.basis.text, longestCode),
        optional(QT_TRANSLATE_NOOP("Workflow", "note"), assigned.note) });
}

Hindrance faultIn(const HandlingBegun &begun, Instant)
{
    return faultInText(optional(QT_TRANSLATE_NOOP("Workflow", "handler"), begun.handler, longestName));
}

Hindrance faultIn(const Ruled &ruled, Instant)
{
    if (auto fault = faultInUnits(ruled.lead, ruled.cooperating)) {
        return fault;
    }
    return faultInText(needed(text, ruled.text));
}

Hindrance faultIn(const ExtensionAsked &asked, Instant)
{
    if (auto fault = faultInLonger(asked.wanted)) {
        return fault;
    }
    return faultInText(needed(reason, asked.reason));
}

Hindrance faultIn(const ExtensionGranted &granted, Instant)
{
    if (auto fault = faultInLonger(granted.granted)) {
        return fault;
    }
    return faultInText(optional(text, granted.text));
}

Hindrance faultIn(const PutOnAccount &account, Instant at)
{
    if (auto fault = faultInTexts({ needed(reason, account.reason),
            needed(QT_TRANSLATE_NOOP("Workflow", "owner"), account.owner, longestName) })) {
        return fault;
    }
    if (account.reviewOn < dayOf(at)) {
        return wrong(Say::tr("The review day has passed already."));
    }
    return faultInMoment(startOf(account.reviewOn));
}

Hindrance faultIn(const Conferred &conferred, Instant at)
{
    if (conferred.units.empty()) {
        return wrong(Say::tr("A conference names the units that took part."));
    }
    if (conferred.on > dayOf(at) || faultInMoment(startOf(conferred.on))) {
        return wrong(Say::tr("A conference is written down on its day or later."));
    }
    if (auto fault = faultInUnits(conferred.units)) {
        return fault;
    }
    return faultInText(needed(QT_TRANSLATE_NOOP("Workflow", "conclusion"), conferred.conclusion));
}

Hindrance faultIn(const Urged &urged, Instant)
{
    if (urged.level == UrgingLevel::None) {
        return wrong(Say::tr("Urging is a reminder, a written order or a notice to the leader."));
    }
    return faultInText(NamedText { text, urged.text, longestText, urged.level != UrgingLevel::Reminder });
}

Hindrance faultIn(const Undone &undone, Instant)
{
    return undone.event.isNull() ? wrong(Say::tr("It is not said what is to be taken back.")) : Hindrance();
}

Hindrance faultIn(const PhotosAdded &added, Instant)
{
    if (added.attachments.empty()) {
        return wrong(Say::tr("There is no picture."));
    }
    if (auto fault = faultInText(optional(text, added.text))) {
        return fault;
    }
    return faultInAttachments(added.attachments);
}

/// Contents that are a `text`: needed of what is told to somebody, left to the citizen where it is a remark.
template <class Content>
    requires requires(const Content &content) { content.text; }
Hindrance faultIn(const Content &content, Instant)
{
    constexpr bool isRemark = std::same_as<Content, Rated> || std::same_as<Content, CalledBack>;
    if (auto fault = faultInText(NamedText { text, content.text, longestText, !isRemark })) {
        return fault;
    }
    if constexpr (requires { content.attachments; }) {
        return faultInAttachments(content.attachments);
    } else {
        return {};
    }
}

/// Contents that are a `reason`.
template <class Content>
    requires requires(const Content &content) { content.reason; } && (!requires(const Content &c) { c.text; })
Hindrance faultIn(const Content &content, Instant)
{
    return faultInText(needed(reason, content.reason));
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

} // namespace

Hindrance faultIn(const TicketEvent &event)
{
    if (event.id.isNull() || event.ticket.isNull()) {
        return wrong(Say::tr("The event has no identity."));
    }
    if (auto fault = faultInMoment(event.at)) {
        return fault;
    }
    if (auto fault = faultInAuthor(event.author)) {
        return fault;
    }
    return std::visit([&](const auto &content) { return faultIn(content, event.at); }, event.content);
}

} // namespace huying
