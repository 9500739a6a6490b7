// Canonical JSON: a line of the log, and the event that its record writes down.
#include "Fuzzing.h"

#include <canonical/Record.h>

using namespace huying;
using namespace huying::fuzzing;

namespace
{

void readAsEntry(std::string_view line)
{
    const auto entry = entryOf(line);
    require(!entry || lineOf(*entry, true) == line, "an entry has one line");
    const auto record = recordFrom(line);
    require(!record || lineOf(*record) == line, "a record has one line");
    for (const Record *one : { entry ? &entry->record : nullptr, record ? &*record : nullptr }) {
        if (one == nullptr) {
            continue;
        }
        const auto event = eventOf(*one);
        if (event && !(one->personal.empty() && one->personalDigest != Digest {})) {
            const Record again = std::visit([&](const auto &known) { return recordOf(known, one->salt); }, *event);
            require(again == *one, "an event has one record");
        }
    }
}

/// `KIND CONTENT`: the content itself, which the lines around it hide from simple changes.
void readAsContent(std::string_view line)
{
    const std::size_t space = line.find(' ');
    if (space == std::string_view::npos) {
        return;
    }
    const std::string_view kind = line.substr(0, space);
    const std::string_view content = line.substr(space + 1);
    (void)factOf(kind, content, {});
    (void)factOf(kind, content, content);
    static const Record around =
        recordOf(TicketEvent { .id = { { 1 } }, .ticket = { { 2 } }, .author = {}, .at = {}, .content = Noted {} }, {});
    Record record = around;
    record.kind = kind;
    record.content = content;
    if (const auto event = eventOf(record)) {
        const Record again = recordOf(std::get<TicketEvent>(*event), {});
        require(again.content == record.content && again.kind == record.kind, "a content has one text");
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    std::string_view text = fuzzing::viewOf(data, size);
    while (!text.empty()) {
        const std::string_view line = text.substr(0, text.find('\n'));
        text.remove_prefix(std::min(text.size(), line.size() + 1));
        readAsEntry(line);
        readAsContent(line);
    }
    return 0;
}
