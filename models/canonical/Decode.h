#pragma once

#include "Shapes.h"

#include <simdjson.h>

#include <limits>

namespace huying
{

namespace ondemand = simdjson::ondemand;

/// Moments of the years 1 to 9998, so that adding days to one never leaves the calendar.
inline constexpr std::int64_t firstMoment = -62'135'596'800'000;
inline constexpr std::int64_t lastMoment = 253'370'764'799'999;

/// Where reading stopped, for the failure's text.
struct Trouble {
    std::string_view field;
};

// Each reads one value; false when it is not of that type or out of its range.

template <std::integral Number>
bool decodeNumber(ondemand::value value, Number &number, std::int64_t first = std::numeric_limits<Number>::min(),
    std::int64_t last = std::numeric_limits<Number>::max())
{
    std::int64_t wide = 0;
    if (value.get_int64().get(wide) != simdjson::SUCCESS || wide < first || wide > last) {
        return false;
    }
    number = static_cast<Number>(wide);
    return true;
}

inline bool decode(ondemand::value value, std::string &text, Trouble &)
{
    std::string_view view;
    if (value.get_string().get(view) != simdjson::SUCCESS || view.contains('\0')) {
        return false;
    }
    text = view;
    return true;
}
template <class Kind>
bool decode(ondemand::value value, Code<Kind> &code, Trouble &trouble)
{
    return decode(value, code.text, trouble);
}
inline bool decode(ondemand::value value, bool &flag, Trouble &)
{
    return value.get_bool().get(flag) == simdjson::SUCCESS;
}
inline bool decode(ondemand::value value, int &number, Trouble &)
{
    return decodeNumber(value, number);
}
inline bool decode(ondemand::value value, Instant &moment, Trouble &)
{
    std::int64_t milliseconds = 0;
    const bool good = decodeNumber(value, milliseconds, firstMoment, lastMoment);
    moment = Instant { std::chrono::milliseconds { milliseconds } };
    return good;
}
inline bool decode(ondemand::value value, Day &day, Trouble &)
{
    std::string_view text;
    if (value.get_string().get(text) != simdjson::SUCCESS) {
        return false;
    }
    const auto read = dayFromIso(text);
    day = read.value_or(Day {});
    return read.has_value();
}
inline bool decode(ondemand::value value, Uuid &uuid, Trouble &)
{
    std::string_view text;
    if (value.get_string().get(text) != simdjson::SUCCESS) {
        return false;
    }
    const auto read = uuidFromText(text);
    uuid = read.value_or(Uuid {});
    return read.has_value();
}
inline bool decode(ondemand::value value, GeoPoint &point, Trouble &)
{
    ondemand::array pair;
    if (value.get_array().get(pair) != simdjson::SUCCESS) {
        return false;
    }
    int count = 0;
    for (auto element : pair) {
        ondemand::value number;
        if (element.get(number) != simdjson::SUCCESS || count == 2
            || !(count == 0 ? decodeNumber(number, point.longitudeE7, -1'800'000'000, 1'800'000'000)
                            : decodeNumber(number, point.latitudeE7, -900'000'000, 900'000'000))) {
            return false;
        }
        ++count;
    }
    return count == 2;
}
template <class Word>
    requires std::is_enum_v<Word>
bool decode(ondemand::value value, Word &word, Trouble &)
{
    std::string_view name;
    if (value.get_string().get(name) != simdjson::SUCCESS) {
        return false;
    }
    const auto known = wordIn<Word>(Names<Word>::all, name);
    word = known.value_or(Word {});
    return known.has_value();
}

template <class T>
bool decode(ondemand::value value, std::vector<T> &list, Trouble &trouble);
template <Shaped T>
bool decode(ondemand::value value, T &shaped, Trouble &trouble);

template <class T>
bool decode(ondemand::value value, std::optional<T> &optional, Trouble &trouble)
{
    return decode(value, optional.emplace(), trouble);
}

template <class T>
bool decode(ondemand::value value, std::vector<T> &list, Trouble &trouble)
{
    ondemand::array array;
    if (value.get_array().get(array) != simdjson::SUCCESS) {
        return false;
    }
    if constexpr (std::is_trivially_copyable_v<T>) {
        std::size_t count = 0; // of a border's corners, thousands
        if (array.count_elements().get(count) != simdjson::SUCCESS) {
            return false;
        }
        list.reserve(count);
    }
    for (auto element : array) {
        ondemand::value one;
        if (element.get(one) != simdjson::SUCCESS || !decode(one, list.emplace_back(), trouble)) {
            return false;
        }
    }
    return true;
}

/// How one field of `T` is read.
template <class T>
struct FieldReader {
    std::string_view name;
    bool mayBeAbsent;
    bool (*read)(ondemand::value, T &, Trouble &);
};

template <Shaped T, std::size_t index>
constexpr FieldReader<T> fieldReader()
{
    constexpr auto field = std::get<index>(Shape<T>::fields);
    using Member = std::remove_reference_t<decltype(std::declval<T &>().*field.member)>;
    return { field.name, mayBeLeftOut<Member>, [](ondemand::value value, T &owner, Trouble &trouble) {
                return decode(value, owner.*std::get<index>(Shape<T>::fields).member, trouble);
            } };
}

template <Shaped T>
inline constexpr auto fieldReaders = []<std::size_t... index>(std::index_sequence<index...>) {
    return std::array { fieldReader<T, index>()... };
}(std::make_index_sequence<std::tuple_size_v<decltype(Shape<T>::fields)>>());

/// Reads the fields of an object in the order of the table, which is the only canonical one.
template <Shaped T>
bool decodeFields(ondemand::object object, T &shaped, Trouble &trouble)
{
    auto reader = fieldReaders<T>.begin();
    const auto end = fieldReaders<T>.end();
    for (auto field : object) {
        std::string_view name;
        ondemand::value value;
        if (field.escaped_key().get(name) != simdjson::SUCCESS || field.value().get(value) != simdjson::SUCCESS) {
            return false;
        }
        while (reader != end && reader->name != name && reader->mayBeAbsent) {
            ++reader;
        }
        if (reader == end || reader->name != name) {
            trouble.field = reader == end ? std::string_view() : reader->name;
            return false;
        }
        if (!reader->read(value, shaped, trouble)) {
            trouble.field = trouble.field.empty() ? reader->name : trouble.field;
            return false;
        }
        ++reader;
    }
    reader = std::find_if(reader, end, [](const auto &one) { return !one.mayBeAbsent; });
    trouble.field = reader == end ? std::string_view() : reader->name;
    return reader == end;
}

template <Shaped T>
bool decode(ondemand::value value, T &shaped, Trouble &trouble)
{
    ondemand::object object;
    return value.get_object().get(object) == simdjson::SUCCESS && decodeFields(object, shaped, trouble);
}

/// A parser and the room that it needs behind the text; one for each thread.
class JsonReader
{
public:
    /// Calls `read` with the outermost object of `text`; false when `text` is no JSON object, not UTF-8, or `read`
    /// says so.
    template <class Read>
    bool operator()(std::string_view text, Read read)
    {
        _room.reserve(text.size() + simdjson::SIMDJSON_PADDING);
        _room.assign(text);
        ondemand::document document;
        ondemand::object object;
        return _parser.iterate(_room.data(), _room.size(), _room.capacity()).get(document) == simdjson::SUCCESS
            && document.get_object().get(object) == simdjson::SUCCESS && read(object) && document.at_end();
    }

private:
    ondemand::parser _parser;
    std::string _room;
};

inline JsonReader &jsonReader()
{
    thread_local JsonReader reader;
    return reader;
}

} // namespace huying
