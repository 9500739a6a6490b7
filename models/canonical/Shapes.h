#pragma once

#include <domain/County.h>
#include <domain/TicketEvent.h>

#include <algorithm>
#include <array>
#include <string_view>
#include <tuple>
#include <utility>

namespace huying
{

/// The words of an enumeration as they stand in the log.
template <class Word>
struct Names;

template <>
struct Names<Channel> {
    static constexpr auto &all = channelNames;
};
template <>
struct Names<DeadlineClass> {
    static constexpr auto &all = deadlineClassNames;
};
template <>
struct Names<VoidReason> {
    static constexpr auto &all = voidReasonNames;
};
template <>
struct Names<UrgingLevel> {
    static constexpr auto &all = urgingLevelNames;
};
template <>
struct Names<Rating> {
    static constexpr auto &all = ratingNames;
};
template <>
struct Names<CallBackMeans> {
    static constexpr auto &all = callBackMeansNames;
};
template <>
struct Names<Role> {
    static constexpr auto &all = roleNames;
};
template <>
struct Names<Datum> {
    static constexpr auto &all = datumNames;
};
template <>
struct Names<MediaType> {
    static constexpr auto &all = mediaTypeNames;
};
template <>
struct Names<RegionLevel> {
    static constexpr auto &all = regionLevelNames;
};
template <>
struct Names<UnitKind> {
    static constexpr auto &all = unitKindNames;
};

/// One field of a struct and its key.
template <class Owner, class Member>
struct Field {
    std::string_view name;
    Member Owner::*member;
};

/// The fields of a struct, sorted by key; what is not listed is no part of the canonical text.
template <class T>
struct Shape;

template <class T>
concept Shaped = requires { Shape<T>::fields; };

template <>
struct Shape<Author> {
    static constexpr std::tuple fields { Field { "desk", &Author::desk }, Field { "name", &Author::name },
        Field { "person", &Author::person }, Field { "role", &Author::role }, Field { "unit", &Author::unit } };
};
template <>
struct Shape<Citizen> {
    static constexpr std::tuple fields { Field { "name", &Citizen::name }, Field { "telephone", &Citizen::telephone } };
};
template <>
struct Shape<Place> {
    static constexpr std::tuple fields { Field { "datum", &Place::datum }, Field { "point", &Place::point },
        Field { "pointAsGiven", &Place::pointAsGiven }, Field { "region", &Place::region },
        Field { "text", &Place::text } };
};
template <>
struct Shape<Origin> {
    static constexpr std::tuple fields { Field { "id", &Origin::id }, Field { "system", &Origin::system } };
};
template <>
struct Shape<GivenDeadline> {
    static constexpr std::tuple fields { Field { "due", &GivenDeadline::due } };
};
template <>
struct Shape<Longer> {
    static constexpr std::tuple fields { Field { "until", &Longer::until },
        Field { "workingDays", &Longer::workingDays } };
};

template <>
struct Shape<Attachment> {
    static constexpr std::tuple fields { Field { "bytes", &Attachment::bytes }, Field { "height", &Attachment::height },
        Field { "name", &Attachment::name }, Field { "sha256", &Attachment::sha256 },
        Field { "type", &Attachment::type }, Field { "width", &Attachment::width } };
};
template <>
struct Shape<Reported> {
    static constexpr std::tuple fields { Field { "attachments", &Reported::attachments },
        Field { "category", &Reported::category }, Field { "channel", &Reported::channel },
        Field { "deadlineClass", &Reported::deadlineClass }, Field { "detail", &Reported::detail },
        Field { "given", &Reported::given }, Field { "importance", &Reported::importance },
        Field { "number", &Reported::number }, Field { "origin", &Reported::origin },
        Field { "place", &Reported::place }, Field { "title", &Reported::title } };
};
template <>
struct Shape<Accepted> {
    static constexpr std::tuple fields { Field { "category", &Accepted::category },
        Field { "deadlineClass", &Accepted::deadlineClass }, Field { "importance", &Accepted::importance } };
};
template <>
struct Shape<Voided> {
    static constexpr std::tuple fields { Field { "reason", &Voided::reason }, Field { "text", &Voided::text } };
};
template <>
struct Shape<Assigned> {
    static constexpr std::tuple fields { Field { "basis", &Assigned::basis },
        Field { "cooperating", &Assigned::cooperating }, Field { "lead", &Assigned::lead },
        Field { "note", &Assigned::note } };
};
template <>
struct Shape<HandlingBegun> {
    static constexpr std::tuple fields { Field { "handler", &HandlingBegun::handler } };
};
template <>
struct Shape<FirstAnswered> {
    static constexpr std::tuple fields { Field { "attachments", &FirstAnswered::attachments },
        Field { "text", &FirstAnswered::text } };
};
template <>
struct Shape<Returned> {
    static constexpr std::tuple fields { Field { "reason", &Returned::reason } };
};
template <>
struct Shape<Disputed> {
    static constexpr std::tuple fields { Field { "reason", &Disputed::reason } };
};
template <>
struct Shape<Ruled> {
    static constexpr std::tuple fields { Field { "cooperating", &Ruled::cooperating },
        Field { "forTheList", &Ruled::forTheList }, Field { "lead", &Ruled::lead }, Field { "text", &Ruled::text } };
};
template <>
struct Shape<ExtensionAsked> {
    static constexpr std::tuple fields { Field { "reason", &ExtensionAsked::reason },
        Field { "wanted", &ExtensionAsked::wanted } };
};
template <>
struct Shape<ExtensionGranted> {
    static constexpr std::tuple fields { Field { "granted", &ExtensionGranted::granted },
        Field { "text", &ExtensionGranted::text } };
};
template <>
struct Shape<ExtensionRefused> {
    static constexpr std::tuple fields { Field { "reason", &ExtensionRefused::reason } };
};
template <>
struct Shape<PutOnAccount> {
    static constexpr std::tuple fields { Field { "owner", &PutOnAccount::owner },
        Field { "reason", &PutOnAccount::reason }, Field { "reviewOn", &PutOnAccount::reviewOn } };
};
template <>
struct Shape<Resumed> {
    static constexpr std::tuple fields { Field { "reason", &Resumed::reason } };
};
template <>
struct Shape<Conferred> {
    static constexpr std::tuple fields { Field { "conclusion", &Conferred::conclusion }, Field { "on", &Conferred::on },
        Field { "units", &Conferred::units } };
};
template <>
struct Shape<Urged> {
    static constexpr std::tuple fields { Field { "level", &Urged::level }, Field { "text", &Urged::text } };
};
template <>
struct Shape<Answered> {
    static constexpr std::tuple fields { Field { "attachments", &Answered::attachments },
        Field { "text", &Answered::text } };
};
template <>
struct Shape<Rated> {
    static constexpr std::tuple fields { Field { "rating", &Rated::rating }, Field { "text", &Rated::text } };
};
template <>
struct Shape<FollowedUp> {
    static constexpr std::tuple fields { Field { "satisfied", &FollowedUp::satisfied },
        Field { "text", &FollowedUp::text } };
};
template <>
struct Shape<CalledBack> {
    static constexpr std::tuple fields { Field { "accepted", &CalledBack::accepted },
        Field { "done", &CalledBack::done }, Field { "lawful", &CalledBack::lawful },
        Field { "means", &CalledBack::means }, Field { "text", &CalledBack::text } };
};
template <>
struct Shape<Joined> {
    static constexpr std::tuple fields { Field { "parent", &Joined::parent } };
};
template <>
struct Shape<Separated> {
    static constexpr std::tuple fields { Field { "parent", &Separated::parent },
        Field { "reason", &Separated::reason } };
};
template <>
struct Shape<DuplicateAdded> {
    static constexpr std::tuple fields { Field { "child", &DuplicateAdded::child } };
};
template <>
struct Shape<DuplicateRemoved> {
    static constexpr std::tuple fields { Field { "child", &DuplicateRemoved::child } };
};
template <>
struct Shape<ClosedWithParent> {
    static constexpr std::tuple fields { Field { "parent", &ClosedWithParent::parent },
        Field { "text", &ClosedWithParent::text } };
};
template <>
struct Shape<Reopened> {
    static constexpr std::tuple fields { Field { "reason", &Reopened::reason } };
};
template <>
struct Shape<Noted> {
    static constexpr std::tuple fields { Field { "text", &Noted::text } };
};
template <>
struct Shape<Undone> {
    static constexpr std::tuple fields { Field { "event", &Undone::event } };
};

template <>
struct Shape<PhotosAdded> {
    static constexpr std::tuple fields { Field { "attachments", &PhotosAdded::attachments },
        Field { "text", &PhotosAdded::text } };
};

template <>
struct Shape<Region> {
    static constexpr std::tuple fields { Field { "centre", &Region::centre }, Field { "code", &Region::code },
        Field { "from", &Region::from }, Field { "households", &Region::households },
        Field { "isSchematic", &Region::isSchematic }, Field { "isUrban", &Region::isUrban },
        Field { "level", &Region::level }, Field { "name", &Region::name }, Field { "residents", &Region::residents },
        Field { "residentsOver60", &Region::residentsOver60 }, Field { "shape", &Region::shape },
        Field { "until", &Region::until } };
};
template <>
struct Shape<Unit> {
    static constexpr std::tuple fields { Field { "code", &Unit::code }, Field { "kind", &Unit::kind },
        Field { "name", &Unit::name }, Field { "region", &Unit::region } };
};
template <>
struct Shape<Category> {
    static constexpr std::tuple fields { Field { "code", &Category::code },
        Field { "cooperating", &Category::cooperating }, Field { "deadlineClass", &Category::deadlineClass },
        Field { "lead", &Category::lead }, Field { "name", &Category::name } };
};
template <>
struct Shape<GridMember> {
    static constexpr std::tuple fields { Field { "code", &GridMember::code }, Field { "grid", &GridMember::grid } };
};
template <>
struct Shape<DayOffRange> {
    static constexpr std::tuple fields { Field { "first", &DayOffRange::first }, Field { "last", &DayOffRange::last },
        Field { "name", &DayOffRange::name } };
};
template <>
struct Shape<MakeUpDay> {
    static constexpr std::tuple fields { Field { "day", &MakeUpDay::day }, Field { "name", &MakeUpDay::name } };
};
template <>
struct Shape<HolidayNotice> {
    static constexpr std::tuple fields { Field { "daysOff", &HolidayNotice::daysOff },
        Field { "documentNumber", &HolidayNotice::documentNumber }, Field { "issuedOn", &HolidayNotice::issuedOn },
        Field { "makeUpDays", &HolidayNotice::makeUpDays }, Field { "title", &HolidayNotice::title },
        Field { "year", &HolidayNotice::year } };
};
template <>
struct Shape<ReferenceFeature> {
    static constexpr std::tuple fields { Field { "areas", &ReferenceFeature::areas },
        Field { "lines", &ReferenceFeature::lines }, Field { "name", &ReferenceFeature::name },
        Field { "points", &ReferenceFeature::points } };
};
template <>
struct Shape<ReferenceLayer> {
    static constexpr std::tuple fields { Field { "features", &ReferenceLayer::features },
        Field { "file", &ReferenceLayer::file }, Field { "name", &ReferenceLayer::name },
        Field { "system", &ReferenceLayer::system } };
};

/// The names of `T`'s fields in the order of the table.
template <Shaped T>
consteval auto fieldNames()
{
    return std::apply([](auto... field) { return std::array { field.name... }; }, Shape<T>::fields);
}

template <Shaped T>
inline constexpr bool isSorted = std::ranges::is_sorted(fieldNames<T>());

/// The personal part of what has one; nothing for all else.
template <class T>
auto personalOf(T &value)
{
    if constexpr (std::is_same_v<std::remove_const_t<T>, Reported>) {
        return &value.citizen;
    } else if constexpr (std::is_same_v<std::remove_const_t<T>, GridMember>) {
        return &value.person;
    } else {
        return static_cast<Citizen *>(nullptr);
    }
}

// What says nothing is left out of the text: an empty text, code, list or origin, an absent optional.
inline bool isLeftOut(const std::string &text)
{
    return text.empty();
}
template <class Kind>
bool isLeftOut(const Code<Kind> &code)
{
    return code.isEmpty();
}
template <class T>
bool isLeftOut(const std::vector<T> &list)
{
    return list.empty();
}
template <class T>
bool isLeftOut(const std::optional<T> &value)
{
    return !value;
}
inline bool isLeftOut(const Origin &origin)
{
    return origin.isEmpty();
}
template <class T>
constexpr bool isLeftOut(const T &)
{
    return false;
}

/// Whether a `T` that says nothing can be left out.
template <class T>
inline constexpr bool mayBeLeftOut = false;
template <>
inline constexpr bool mayBeLeftOut<std::string> = true;
template <class Kind>
inline constexpr bool mayBeLeftOut<Code<Kind>> = true;
template <class T>
inline constexpr bool mayBeLeftOut<std::vector<T>> = true;
template <class T>
inline constexpr bool mayBeLeftOut<std::optional<T>> = true;
template <>
inline constexpr bool mayBeLeftOut<Origin> = true;

} // namespace huying
