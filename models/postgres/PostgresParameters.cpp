#include "PostgresParameters.h"

#include <QtEndian>

namespace huying
{

namespace
{

template <class Number>
void append(std::string &bytes, Number number)
{
    const Number swapped = qToBigEndian(number);
    bytes.append(reinterpret_cast<const char *>(&swapped), sizeof swapped);
}

} // namespace

void PostgresList::add(std::int64_t number)
{
    append(_elements, std::uint32_t { sizeof number });
    append(_elements, number);
    ++_count;
}

void PostgresList::add(std::string_view bytes)
{
    append(_elements, std::uint32_t(bytes.size()));
    _elements += bytes;
    ++_count;
}

void PostgresList::addNothing()
{
    append(_elements, std::int32_t { -1 });
    ++_count;
    _hasNothing = true;
}

PostgresType PostgresList::type() const
{
    switch (_element) {
    case PostgresType::Number:
        return PostgresType::Numbers;
    case PostgresType::Text:
        return PostgresType::Texts;
    case PostgresType::Uuid:
        return PostgresType::Uuids;
    default:
        return PostgresType::BytesList;
    }
}

std::string PostgresList::bytes() const
{
    std::string bytes;
    append(bytes, std::uint32_t { _count > 0 ? 1U : 0U }); // dimensions
    append(bytes, std::uint32_t { _hasNothing ? 1U : 0U });
    append(bytes, std::uint32_t(_element));
    if (_count > 0) {
        append(bytes, _count);
        append(bytes, std::uint32_t { 1 }); // the first index
    }
    return bytes + _elements;
}

PostgresParameters &PostgresParameters::add(std::int64_t number)
{
    std::string bytes;
    append(bytes, number);
    _values.push_back(std::move(bytes));
    _types.push_back(PostgresType::Number);
    return *this;
}

PostgresParameters &PostgresParameters::add(std::string_view text)
{
    _values.emplace_back(text);
    _types.push_back(PostgresType::Text);
    return *this;
}

PostgresParameters &PostgresParameters::addBytes(std::string_view bytes)
{
    _values.emplace_back(bytes);
    _types.push_back(PostgresType::Bytes);
    return *this;
}

PostgresParameters &PostgresParameters::add(const PostgresList &list)
{
    _values.push_back(list.bytes());
    _types.push_back(list.type());
    return *this;
}

} // namespace huying
