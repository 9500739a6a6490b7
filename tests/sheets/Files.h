#pragma once

#include <filesystem>
#include <map>
#include <QTemporaryDir>
#include <string>
#include <string_view>
#include <vector>

#include <sheets/Sheet.h>

namespace huying
{

/// A folder of files that a test makes and that go with it.
class Files
{
public:
    std::filesystem::path path(std::string_view name) const;
    std::filesystem::path write(std::string_view name, std::string_view bytes) const;
    /// An archive of these parts.
    std::filesystem::path zip(std::string_view name, const std::map<std::string, std::string> &parts) const;

private:
    QTemporaryDir m_folder;
};

/// The parts of a workbook with one sheet: `sheetXml` is what stands inside <worksheet>.
std::map<std::string, std::string> workbookParts(const std::string &sheetXml, const std::string &sharedXml = {});

std::string bytesOf(const std::filesystem::path &file);

/// All rows after the header, or a throw that fails the test.
std::vector<Row> rowsOf(Sheet &sheet);

/// The texts of all rows, the header first.
using Table = std::vector<std::vector<std::string>>;
Table tableOf(const std::filesystem::path &file, const SheetOptions &options = {});

/// The failure of opening or reading `file`, absent when there is none.
std::optional<Failure> failureOf(const std::filesystem::path &file, const SheetOptions &options = {});

} // namespace huying
