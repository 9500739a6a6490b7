#pragma once

#include "MergedCells.h"
#include "Sheet.h"
#include "SheetXml.h"
#include "Workbook.h"
#include "ZipArchive.h"

namespace huying
{

/// One worksheet of an Excel workbook, unpacked and parsed as it is read; only the shared texts are held.
/// Own code over libzip and Expat: the packaged readers hold the whole sheet, without any limit.
class XlsxSheet : public Sheet
{
public:
    static std::expected<std::unique_ptr<Sheet>, Failure> open(
        const std::filesystem::path &file, const SheetOptions &options);

    const Row &header() const override { return m_header; }
    std::expected<std::optional<Row>, Failure> next() override;
    SheetProgress progress() const override;
    SheetFacts facts() const override { return m_facts; }

private:
    explicit XlsxSheet(const SheetOptions &options);
    std::expected<void, Failure> readHead(const std::filesystem::path &file);
    std::expected<std::string, Failure> chooseSheet(const Workbook &workbook);
    std::expected<void, Failure> readSurroundings(const Workbook &workbook);
    std::expected<void, Failure> openWorksheet(const std::string &place);
    std::expected<std::optional<Row>, Failure> nextWritten();
    std::expected<std::optional<Row>, Failure> nextRow();

    SheetOptions m_options;
    SheetFacts m_facts;
    ZipArchive m_archive;
    SheetSurroundings m_surroundings;
    MergedCells m_merged;
    ZipPart m_worksheet;
    std::uint64_t m_bytesInAll = 0;
    std::uint64_t m_emptyRows = 0;
    std::optional<SheetXml> m_xml;
    std::vector<char> m_block;
    bool m_isPaused = false;
    bool m_ended = false;
    Row m_header;
    std::optional<Failure> m_failure;
};

} // namespace huying
