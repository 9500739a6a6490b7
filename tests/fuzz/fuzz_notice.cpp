// A notice on holidays, from a file.
#include "Fuzzing.h"

#include <canonical/Record.h>
#include <rules/Calendar.h>
#include <rules/Notices.h>

using namespace huying;
using namespace huying::fuzzing;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const auto notice = noticeFromText(fuzzing::viewOf(data, size));
    if (notice) {
        require(checkNotice(*notice).has_value(), "a notice that was read can be one");
        const CountyEvent event { .id = { { 1 } }, .author = {}, .at = {}, .fact = *notice };
        require(eventOf(recordOf(event, {})).has_value(), "a notice that was read can stand in the log");
    }
    return 0;
}
