#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace huying
{

/// Numbers for codes, in the order in which they are met; 0 is the empty code. A table that is full gives a new code
/// the number of the longest known code that begins it, so that a grid too many still counts in its village.
class CodeTable
{
public:
    explicit CodeTable(std::size_t capacity);

    bool knows(const std::string &code) const { return numbers_.contains(code); }
    std::uint32_t numberOf(const std::string &code);
    std::uint32_t known(std::string_view code) const;
    const std::vector<std::string> &codes() const { return codes_; }

private:
    std::size_t capacity_;
    std::vector<std::string> codes_;
    std::unordered_map<std::string, std::uint32_t> numbers_;
};

} // namespace huying
