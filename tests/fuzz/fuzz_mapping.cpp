// MAP.json, which a person edits.
#include "Fuzzing.h"

#include <exchange/Mapping.h>
#include <exchange/RowReader.h>

using namespace huying;
using namespace huying::fuzzing;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const auto mapping = mappingFromText(fuzzing::viewOf(data, size));
    if (mapping) {
        require(mappingFromText(textOf(*mapping)) == mapping, "a mapping is written as it was read");
        (void)sheetOptionsOf(*mapping);
        Row header;
        for (const std::string &column : mapping->columns) {
            header.cells.push_back({ CellKind::Text, column, {} });
        }
        (void)RowReader::of(*mapping, header, {});
    }
    return 0;
}
