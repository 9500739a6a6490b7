#include "CodeTable.h"

namespace huying
{

CodeTable::CodeTable(std::size_t capacity)
    : capacity_(capacity), codes_ { std::string() }, numbers_ { { std::string(), 0 } }
{
}

std::uint32_t CodeTable::numberOf(const std::string &code)
{
    if (const auto found = numbers_.find(code); found != numbers_.end()) {
        return found->second;
    }
    if (codes_.size() == capacity_) {
        return known(code);
    }
    const auto number = static_cast<std::uint32_t>(codes_.size());
    codes_.push_back(code);
    numbers_.emplace(code, number);
    return number;
}

std::uint32_t CodeTable::known(std::string_view code) const
{
    for (std::string beginning(code);; beginning.pop_back()) {
        if (const auto found = numbers_.find(beginning); found != numbers_.end()) {
            return found->second;
        }
    }
}

} // namespace huying
