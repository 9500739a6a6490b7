#include "Sheet.h"

#include "CsvSheet.h"
#include "FileType.h"
#include "XlsxSheet.h"

namespace huying
{

std::expected<std::unique_ptr<Sheet>, Failure> openSheet(const std::filesystem::path &file, const SheetOptions &options)
{
    return formatOf(file, options).and_then([&](SheetFacts::Format format) {
        return format == SheetFacts::Format::Xlsx ? XlsxSheet::open(file, options) : CsvSheet::open(file, options);
    });
}

} // namespace huying
