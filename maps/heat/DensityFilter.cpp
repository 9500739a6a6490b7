#include "DensityFilter.h"

namespace huying
{

DensityFilter densityFilter(const TicketFilter &filter)
{
    DensityFilter wanted;
    wanted.categories = filter.categories;
    if (!filter.region.isEmpty()) {
        wanted.regions = { filter.region };
    }
    if (!filter.unit.isEmpty()) {
        wanted.units = { filter.unit };
    }
    wanted.from = filter.from.transform(startOf);
    wanted.until = filter.until.transform(endOf);
    if (filter.channel) {
        wanted.channels = { *filter.channel };
    }
    if (filter.step) {
        wanted.steps = { *filter.step };
    }
    if (filter.deadlineClass) {
        wanted.classes = { *filter.deadlineClass };
    }
    wanted.area = filter.area;
    return wanted;
}

} // namespace huying
