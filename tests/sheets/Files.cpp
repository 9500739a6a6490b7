#include "Files.h"

#include <fstream>
#include <ranges>
#include <sstream>
#include <stdexcept>
#include <zip.h>

namespace huying
{

namespace
{

std::vector<std::string> texts(const Row &row)
{
    return row.cells | std::views::transform(&Cell::text) | std::ranges::to<std::vector>();
}

std::string relation(const std::string &id, const std::string &kind, const std::string &target)
{
    return "<Relationship Id=\"" + id + "\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
        + kind + "\" Target=\"" + target + "\"/>";
}

} // namespace

std::filesystem::path Files::path(std::string_view name) const
{
    return std::filesystem::path(m_folder.path().toStdString()) / name;
}

std::filesystem::path Files::write(std::string_view name, std::string_view bytes) const
{
    std::filesystem::remove(path(name)); // a file system may wait for the disk when one is overwritten
    std::ofstream(path(name), std::ios::binary).write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    return path(name);
}

std::filesystem::path Files::zip(std::string_view name, const std::map<std::string, std::string> &parts) const
{
    std::filesystem::remove(path(name));
    auto *archive = zip_open(path(name).c_str(), ZIP_CREATE, nullptr);
    for (const auto &[part, content] : parts) {
        zip_file_add(archive, part.c_str(), zip_source_buffer(archive, content.data(), content.size(), 0), 0);
    }
    if (zip_close(archive) != 0) {
        throw std::runtime_error("the archive was not written");
    }
    return path(name);
}

std::map<std::string, std::string> workbookParts(const std::string &sheetXml, const std::string &sharedXml)
{
    const std::string relations =
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">";
    return {
        { "_rels/.rels", relations + relation("r1", "officeDocument", "xl/workbook.xml") + "</Relationships>" },
        { "xl/workbook.xml",
            "<x:workbook xmlns:x=\"m\" xmlns:r=\"r\"><x:sheets><x:sheet name=\"一\" sheetId=\"1\" "
            "r:id=\"r1\"/></x:sheets></x:workbook>" },
        { "xl/_rels/workbook.xml.rels",
            relations + relation("r1", "worksheet", "worksheets/s.xml") + relation("r2", "sharedStrings", "/xl/ss.xml")
                + "</Relationships>" },
        { "xl/ss.xml", "<sst>" + sharedXml + "</sst>" },
        { "xl/worksheets/s.xml", "<worksheet>" + sheetXml + "</worksheet>" },
    };
}

std::string bytesOf(const std::filesystem::path &file)
{
    std::ostringstream bytes;
    bytes << std::ifstream(file, std::ios::binary).rdbuf();
    return bytes.str();
}

std::vector<Row> rowsOf(Sheet &sheet)
{
    std::vector<Row> rows;
    while (true) {
        auto row = sheet.next();
        if (!row) {
            throw std::runtime_error(row.error().text.toStdString());
        }
        if (!*row) {
            return rows;
        }
        rows.push_back(std::move(**row));
    }
}

Table tableOf(const std::filesystem::path &file, const SheetOptions &options)
{
    const auto sheet = openSheet(file, options);
    if (!sheet) {
        throw std::runtime_error(sheet.error().text.toStdString());
    }
    Table table { texts((*sheet)->header()) };
    std::ranges::copy(rowsOf(**sheet) | std::views::transform(texts), std::back_inserter(table));
    return table;
}

std::optional<Failure> failureOf(const std::filesystem::path &file, const SheetOptions &options)
{
    const auto sheet = openSheet(file, options);
    if (!sheet) {
        return sheet.error();
    }
    while (true) {
        const auto row = (*sheet)->next();
        if (!row) {
            return row.error();
        }
        if (!*row) {
            return std::nullopt;
        }
    }
}

} // namespace huying
