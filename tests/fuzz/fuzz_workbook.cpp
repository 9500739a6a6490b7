// An Excel workbook. The input is one as it is, or its parts as text, `== NAME` before each, which are put into an
// archive here: what is changed in them is not lost behind a checksum.
#include "Fuzzing.h"

#include <sheets/Sheet.h>

#include <zip.h>

#include <deque>
#include <string>

using namespace huying;
using namespace huying::fuzzing;

namespace
{

constexpr std::uint64_t most = 1 << 20;
constexpr int mostParts = 16;
constexpr std::string_view mark = "== ";

/// The archive as a file.
std::filesystem::path archiveOf(std::string_view text)
{
    const std::filesystem::path file = folder() / "input";
    zip_t *const archive = zip_open(file.c_str(), ZIP_CREATE | ZIP_TRUNCATE, nullptr);
    require(archive != nullptr, "an archive can be written");
    std::deque<std::string> kept; // libzip reads them when it closes
    for (int parts = 0; text.starts_with(mark) && parts < mostParts; ++parts) {
        const std::string_view first = text.substr(0, text.find('\n'));
        text.remove_prefix(std::min(text.size(), first.size() + 1));
        const std::size_t next = std::min(text.find("\n== "), text.size());
        kept.emplace_back(text.substr(0, next));
        text.remove_prefix(std::min(text.size(), next + 1));
        const std::string name(first.substr(mark.size()));
        zip_source_t *const source = zip_source_buffer(archive, kept.back().data(), kept.back().size(), 0);
        const zip_int64_t index = zip_file_add(archive, name.c_str(), source, ZIP_FL_ENC_UTF_8);
        if (index < 0) {
            zip_source_free(source);
        } else {
            zip_set_file_compression(archive, zip_uint64_t(index), ZIP_CM_STORE, 0);
        }
    }
    if (zip_close(archive) != 0) {
        zip_discard(archive);
        std::filesystem::remove(file);
    }
    return file;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view input = fuzzing::viewOf(data, size);
    const std::filesystem::path file = input.starts_with(mark) ? archiveOf(input) : fileOf(input);
    SheetOptions options;
    options.limits = { .recordBytes = most, .cellBytes = most, .unpackedBytes = most, .cells = most };
    const auto sheet = openSheet(file, options);
    if (sheet) {
        std::size_t rows = 0;
        for (auto row = (*sheet)->next(); row && *row; row = (*sheet)->next()) {
            ++rows;
        }
        require(rows <= most, "a table ends");
    }
    return 0;
}
