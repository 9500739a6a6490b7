#include "County.h"

namespace huying
{

namespace
{

struct CodeOf {
    std::string operator()(const Region &region) const { return region.code.text; }
    std::string operator()(const Unit &unit) const { return unit.code.text; }
    std::string operator()(const Category &category) const { return category.code.text; }
    std::string operator()(const GridMember &member) const { return member.code.text; }
    std::string operator()(const HolidayNotice &notice) const { return notice.documentNumber; }
    std::string operator()(const ReferenceLayer &layer) const { return layer.name; }
};

} // namespace

std::string codeOf(const CountyFact &fact)
{
    return std::visit(CodeOf(), fact);
}

} // namespace huying
