#include "XlsxSheet.h"

#include <algorithm>
#include <QCoreApplication>
#include <ranges>

namespace huying
{

namespace
{

constexpr std::size_t sheetBlock = 65'536;

bool isEmpty(const Cell &cell)
{
    return cell.kind == CellKind::Empty;
}

} // namespace

XlsxSheet::XlsxSheet(const SheetOptions &options) : m_options(options), m_block(sheetBlock)
{
    m_facts.format = SheetFacts::Format::Xlsx;
}

std::expected<std::unique_ptr<Sheet>, Failure> XlsxSheet::open(
    const std::filesystem::path &file, const SheetOptions &options)
{
    std::unique_ptr<XlsxSheet> sheet(new XlsxSheet(options));
    if (const auto read = sheet->readHead(file); !read) {
        return std::unexpected(read.error());
    }
    return sheet;
}

std::expected<void, Failure> XlsxSheet::readHead(const std::filesystem::path &file)
{
    return ZipArchive::open(file)
        .and_then([this](ZipArchive archive) {
            m_archive = std::move(archive);
            return readWorkbook(m_archive, m_options.limits.unpackedBytes);
        })
        .and_then([this](const Workbook &workbook) {
            return chooseSheet(workbook).and_then([this, &workbook](const std::string &place) {
                return readSurroundings(workbook).and_then([this, &place] { return openWorksheet(place); });
            });
        })
        .and_then([this]() -> std::expected<void, Failure> {
            auto first = nextRow();
            while (first && *first && (*first)->number < m_options.headerFrom) {
                first = nextRow();
            }
            return first.transform([this](std::optional<Row> &row) { m_header = std::move(row).value_or(Row {}); });
        });
}

std::expected<std::string, Failure> XlsxSheet::chooseSheet(const Workbook &workbook)
{
    for (const auto &sheet : workbook.sheets) {
        m_facts.sheetNames.push_back(sheet.name);
    }
    m_facts.dateSystem = workbook.dateSystem;
    const auto &wanted = m_options.sheetName;
    const auto found = std::ranges::find_if(workbook.sheets,
        [&wanted](const WorkbookSheet &sheet) { return wanted ? sheet.name == *wanted : !sheet.isHidden; });
    if (found == workbook.sheets.end()) {
        return failure(FailureKind::NotFound,
            wanted ? QCoreApplication::translate("sheets", "The workbook has no sheet named %1")
                         .arg(QString::fromStdString(*wanted))
                   : QCoreApplication::translate("sheets", "The workbook has no sheet with cells"));
    }
    m_facts.sheetName = found->name;
    return found->part;
}

std::expected<void, Failure> XlsxSheet::readSurroundings(const Workbook &workbook)
{
    const auto &limits = m_options.limits;
    m_surroundings.dateSystem = workbook.dateSystem;
    if (!workbook.stylesPart.empty()) {
        auto formats = readCellFormats(m_archive, workbook.stylesPart, limits.unpackedBytes);
        if (!formats) {
            return std::unexpected(formats.error());
        }
        m_surroundings.formats = std::move(*formats);
    }
    if (!workbook.sharedStringsPart.empty()) {
        auto strings = SharedStrings::read(m_archive, workbook.sharedStringsPart, limits);
        if (!strings) {
            return std::unexpected(strings.error());
        }
        m_surroundings.strings = std::move(*strings);
    }
    return {};
}

std::expected<void, Failure> XlsxSheet::openWorksheet(const std::string &place)
{
    auto whole = m_archive.part(place, m_options.limits.unpackedBytes);
    if (!whole) {
        return std::unexpected(whole.error());
    }
    auto merged = MergedCells::read(*whole);
    if (!merged) {
        return std::unexpected(merged.error());
    }
    m_bytesInAll = whole->bytesRead();
    m_merged = m_options.fillMergedCells ? std::move(*merged) : MergedCells {};
    auto worksheet = m_archive.part(place, m_options.limits.unpackedBytes);
    if (!worksheet) {
        return std::unexpected(worksheet.error());
    }
    m_worksheet = std::move(*worksheet);
    m_xml.emplace(m_surroundings, m_options.limits);
    return {};
}

std::expected<std::optional<Row>, Failure> XlsxSheet::nextWritten()
{
    while (true) {
        if (auto row = m_xml->take()) {
            return row;
        }
        if (m_ended && !m_isPaused) {
            return std::nullopt;
        }
        std::expected<XmlParser::State, Failure> state;
        if (m_isPaused) {
            state = m_xml->parser.resume();
        } else {
            const auto length = m_worksheet.read(m_block);
            if (!length) {
                return std::unexpected(length.error());
            }
            m_ended = *length == 0;
            state = m_xml->parser.feed({ m_block.data(), *length }, m_ended);
        }
        if (!state) {
            return std::unexpected(state.error());
        }
        m_isPaused = *state == XmlParser::State::Paused;
    }
}

std::expected<std::optional<Row>, Failure> XlsxSheet::nextRow()
{
    while (true) {
        auto row = nextWritten();
        if (!row || !*row) {
            return row;
        }
        auto &cells = (*row)->cells;
        if (cells.empty()) {
            ++m_emptyRows;
            continue;
        }
        cells.resize(std::max(cells.size(), m_header.cells.size()));
        if (m_merged.fill(**row, m_options.limits.recordBytes) > m_options.limits.recordBytes) {
            return failure(FailureKind::Full,
                QCoreApplication::translate("sheets", "The sheet holds too much, from row %1 on").arg((*row)->number));
        }
        return row;
    }
}

std::expected<std::optional<Row>, Failure> XlsxSheet::next()
{
    if (m_failure) {
        return std::unexpected(*m_failure);
    }
    auto row = nextRow();
    if (!row) {
        m_failure = row.error();
    } else if (*row) {
        const auto wanted = m_header.cells.size();
        const auto extra = std::ranges::find_if_not((*row)->cells | std::views::drop(wanted), isEmpty);
        if (extra != (*row)->cells.end()) {
            const auto column = static_cast<std::size_t>(extra - (*row)->cells.begin());
            (*row)->problems.push_back({ Problem::Kind::TooManyCells, (*row)->number, column });
        }
    }
    return row;
}

SheetProgress XlsxSheet::progress() const
{
    return { m_worksheet.bytesRead(), m_bytesInAll, m_emptyRows };
}

} // namespace huying
