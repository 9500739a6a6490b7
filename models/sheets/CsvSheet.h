#pragma once

#include "CsvBlocks.h"
#include "CsvSplitter.h"
#include "Sheet.h"

namespace huying
{

/// A table as text, in any of the encodings and with any of the line ends that are met in practice.
class CsvSheet : public Sheet
{
public:
    static std::expected<std::unique_ptr<Sheet>, Failure> open(
        const std::filesystem::path &file, const SheetOptions &options);

    const Row &header() const override { return m_header; }
    std::expected<std::optional<Row>, Failure> next() override;
    SheetProgress progress() const override;
    SheetFacts facts() const override { return m_facts; }

private:
    explicit CsvSheet(const SheetOptions &options);
    std::expected<void, Failure> readHead(const std::filesystem::path &file);
    std::expected<void, Failure> refill();
    std::expected<bool, Failure> nextRecord();
    std::expected<std::optional<Row>, Failure> nextRow();
    std::string_view waiting() const { return std::string_view(m_bytes).substr(m_at); }
    void decideEncoding(std::string_view sample);
    Row rowOf(std::string_view bytes);
    void fill(Cell &cell, std::string_view raw, bool isQuoted, bool isClean, Row &row);

    SheetOptions m_options;
    SheetFacts m_facts;
    CsvBlocks m_blocks;
    std::optional<CellDecoder> m_decoder; ///< absent: only ASCII so far, nothing to decide by
    std::string m_bytes;
    std::size_t m_at = 0;
    bool m_ended = false;
    std::uint64_t m_line = 1;
    std::uint64_t m_emptyRows = 0;
    CsvRecord m_record;
    Row m_header;
    std::optional<Failure> m_failure;
    std::string m_unquoted;
};

} // namespace huying
