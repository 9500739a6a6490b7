#include "Arbitrary.h"

#include <canonical/Shapes.h>

#include <QString>

namespace huying
{

namespace
{

/// Unicode text of up to 20 characters of every length and with everything that has to be escaped, never NUL.
rc::Gen<std::string> anyText()
{
    const auto character = rc::gen::oneOf(rc::gen::inRange<char32_t>(1, 0x80), rc::gen::inRange<char32_t>(0x80, 0x800),
        rc::gen::inRange<char32_t>(0x4e00, 0x9fff), rc::gen::inRange<char32_t>(0x10000, 0x10ffff),
        rc::gen::element<char32_t>(U'"', U'\\', U'\n', U'/', 0x7f, 0x2028));
    return rc::gen::map(
        rc::gen::resize(20, rc::gen::container<std::u32string>(character)), [](const std::u32string &text) {
            return QString::fromUcs4(text.data(), qsizetype(text.size())).toStdString();
        });
}

template <class T>
struct Any;

template <class T>
rc::Gen<T> any()
{
    return Any<T>::make();
}

template <>
struct Any<std::string> {
    static auto make() { return anyText(); }
};
template <>
struct Any<bool> {
    static auto make() { return rc::gen::arbitrary<bool>(); }
};
template <>
struct Any<int> {
    static auto make() { return rc::gen::arbitrary<int>(); }
};
template <class Kind>
struct Any<Code<Kind>> {
    static rc::Gen<Code<Kind>> make()
    {
        return rc::gen::map(anyText(), [](std::string text) { return Code<Kind> { std::move(text) }; });
    }
};
template <>
struct Any<Uuid> {
    static rc::Gen<Uuid> make()
    {
        return rc::gen::map(
            rc::gen::arbitrary<std::array<std::uint8_t, 16>>(), [](auto bytes) { return Uuid { bytes }; });
    }
};
template <>
struct Any<Instant> {
    static rc::Gen<Instant> make()
    {
        return rc::gen::map(rc::gen::inRange<std::int64_t>(-62'135'596'800'000, 253'370'764'799'999),
            [](std::int64_t ms) { return Instant { std::chrono::milliseconds { ms } }; });
    }
};
template <>
struct Any<Day> {
    static rc::Gen<Day> make()
    {
        return rc::gen::map(
            rc::gen::inRange(-700'000, 2'900'000), [](int days) { return Day { std::chrono::days { days } }; });
    }
};
template <>
struct Any<GeoPoint> {
    static rc::Gen<GeoPoint> make()
    {
        return rc::gen::map(
            rc::gen::pair(rc::gen::inRange(-1'800'000'000, 1'800'000'001), rc::gen::inRange(-900'000'000, 900'000'001)),
            [](auto pair) { return GeoPoint { pair.first, pair.second }; });
    }
};
template <class Word>
    requires std::is_enum_v<Word>
struct Any<Word> {
    static rc::Gen<Word> make()
    {
        return rc::gen::map(
            rc::gen::inRange<std::size_t>(0, Names<Word>::all.size()), [](std::size_t i) { return Word(i); });
    }
};
template <class T>
struct Any<std::optional<T>> {
    static rc::Gen<std::optional<T>> make()
    {
        return rc::gen::mapcat(rc::gen::arbitrary<bool>(), [](bool there) {
            return there ? rc::gen::map(any<T>(), [](T value) { return std::optional<T>(std::move(value)); })
                         : rc::gen::just(std::optional<T>());
        });
    }
};
template <class T>
struct Any<std::vector<T>> {
    static auto make() { return rc::gen::resize(4, rc::gen::container<std::vector<T>>(any<T>())); }
};
template <Shaped T>
struct Any<T> {
    static rc::Gen<T> make()
    {
        return rc::gen::exec([] {
            T value;
            std::apply(
                [&](const auto &...field) {
                    ((value.*field.member = *any<std::decay_t<decltype(value.*field.member)>>()), ...);
                },
                Shape<T>::fields);
            if constexpr (!std::is_null_pointer_v<decltype(personalOf(value))>) {
                if (Citizen *const citizen = personalOf(value)) {
                    *citizen = *any<Citizen>();
                }
            }
            return value;
        });
    }
};

template <class Variant, std::size_t at = 0>
rc::Gen<Variant> anyAlternative(std::size_t index)
{
    if constexpr (at < std::variant_size_v<Variant>) {
        if (at == index) {
            return rc::gen::map(
                any<std::variant_alternative_t<at, Variant>>(), [](auto value) { return Variant(std::move(value)); });
        }
        return anyAlternative<Variant, at + 1>(index);
    }
    return rc::gen::just(Variant());
}

} // namespace

TicketEvent anyTicketEvent(std::size_t kind)
{
    TicketEvent event { *any<EventId>(), *any<TicketId>(), *rc::gen::arbitrary<Version>(), *any<Author>(),
        *any<Instant>(), *anyAlternative<TicketContent>(kind) };
    if (std::holds_alternative<Reported>(event.content)) {
        event.ticket = event.id;
    } else {
        RC_PRE(event.ticket != event.id);
    }
    return event;
}

CountyEvent anyCountyEvent(std::size_t kind)
{
    CountyEvent event { *any<EventId>(), *rc::gen::arbitrary<Version>(), *any<Author>(), *any<Instant>(),
        *anyAlternative<CountyFact>(kind) };
    RC_PRE(!codeOf(event.fact).empty());
    return event;
}

Instant anyInstant()
{
    return *any<Instant>();
}

Salt anySalt()
{
    return *rc::gen::arbitrary<Salt>();
}

} // namespace huying
