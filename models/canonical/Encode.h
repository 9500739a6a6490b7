#pragma once

#include "JsonText.h"
#include "Shapes.h"

namespace huying
{

// Each appends one value as canonical JSON.

inline void encode(std::string &json, const std::string &text)
{
    appendText(json, text);
}
template <class Kind>
void encode(std::string &json, const Code<Kind> &code)
{
    appendText(json, code.text);
}
inline void encode(std::string &json, bool value)
{
    json += value ? "true" : "false";
}
inline void encode(std::string &json, int number)
{
    appendNumber(json, number);
}
inline void encode(std::string &json, Instant moment)
{
    appendNumber(json, moment.time_since_epoch().count());
}
inline void encode(std::string &json, const Uuid &uuid)
{
    appendUuid(json, uuid);
}
void encode(std::string &json, Day day);
void encode(std::string &json, const GeoPoint &point);

template <class Word>
    requires std::is_enum_v<Word>
void encode(std::string &json, Word word)
{
    json += '"';
    json += nameIn(Names<Word>::all, word);
    json += '"';
}

template <class T>
void encode(std::string &json, const std::vector<T> &list);
template <Shaped T>
void encode(std::string &json, const T &value);

template <class T>
void encode(std::string &json, const std::optional<T> &value)
{
    encode(json, *value);
}

template <class T>
void encode(std::string &json, const std::vector<T> &list)
{
    json += '[';
    for (bool first = true; const T &element : list) {
        if (!std::exchange(first, false)) {
            json += ',';
        }
        encode(json, element);
    }
    json += ']';
}

template <class Member>
void encodeField(std::string &json, std::string_view name, const Member &member)
{
    if (isLeftOut(member)) {
        return;
    }
    if (json.back() != '{') {
        json += ',';
    }
    json += '"';
    json += name;
    json += "\":";
    encode(json, member);
}

template <Shaped T>
void encode(std::string &json, const T &value)
{
    static_assert(isSorted<T>);
    json += '{';
    std::apply(
        [&](const auto &...field) { (encodeField(json, field.name, value.*field.member), ...); }, Shape<T>::fields);
    json += '}';
}

} // namespace huying
