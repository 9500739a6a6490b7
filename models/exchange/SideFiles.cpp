#include "SideFiles.h"

#include "Import.h"
#include "Texts.h"

#include <QCoreApplication>

#include <algorithm>
#include <iterator>

namespace huying
{

namespace
{

class SaySideFiles
{
    Q_DECLARE_TR_FUNCTIONS(Import)
};

/// `12.5` hours.
std::string hoursText(std::chrono::milliseconds span)
{
    return QString::number(std::chrono::duration<double, std::ratio<3600>>(span).count(), 'f', 2).toStdString();
}

} // namespace

std::filesystem::path besides(const std::filesystem::path &file, std::string_view what)
{
    std::filesystem::path beside = file;
    beside += '.';
    beside += what;
    beside += ".csv";
    return beside;
}

SideFile::SideFile(std::filesystem::path file, std::vector<std::string> header)
    : _file(std::move(file)), _header(std::move(header))
{
}

std::expected<void, Failure> SideFile::begin()
{
    auto writer = CsvWriter::create(_file, {});
    if (!writer) {
        return std::unexpected(std::move(writer).error());
    }
    _writer = std::move(*writer);
    return _writer->write(_header);
}

std::expected<void, Failure> SideFile::write(std::span<const std::string> cells)
{
    ++_rows;
    auto begun = _writer ? std::expected<void, Failure>() : begin();
    return begun.and_then([&] { return _writer->write(cells); });
}

std::expected<void, Failure> SideFile::finish()
{
    std::error_code unknown;
    if (!_writer && !std::filesystem::exists(_file, unknown)) {
        return {};
    }
    auto begun = _writer ? std::expected<void, Failure>() : begin();
    return begun.and_then([&] { return _writer->finish(); });
}

SideFile rejectedFile(const std::filesystem::path &file, const Row &header)
{
    std::vector<std::string> names { SaySideFiles::tr("row").toStdString(), SaySideFiles::tr("reason").toStdString() };
    std::ranges::copy(texts(header), std::back_inserter(names));
    return { besides(file, "rejected"), std::move(names) };
}

std::vector<std::string> rejection(const Row &row, const QString &reason)
{
    std::vector<std::string> cells { std::to_string(row.number), reason.toStdString() };
    std::ranges::copy(texts(row), std::back_inserter(cells));
    return cells;
}

SideFile differencesFile(const std::filesystem::path &file)
{
    return { besides(file, "differences"),
        { SaySideFiles::tr("row").toStdString(), SaySideFiles::tr("id").toStdString(),
            SaySideFiles::tr("opened").toStdString(), SaySideFiles::tr("deadline").toStdString(),
            SaySideFiles::tr("closed").toStdString(), SaySideFiles::tr("the source").toStdString(),
            SaySideFiles::tr("the rules").toStdString(), SaySideFiles::tr("hours late").toStdString(),
            SaySideFiles::tr("reason").toStdString() } };
}

std::vector<std::string> difference(const SourceTicket &ticket, const Verdict &verdict)
{
    return { std::to_string(ticket.row), ticket.id, isoCountyTime(ticket.opened), isoTimeOf(ticket.deadline),
        isoTimeOf(ticket.closed), ticket.onTime, std::string(nameIn(onTimeNames, verdict.onTime)),
        verdict.late.count() > 0 ? hoursText(verdict.late) : std::string(), reasonFor(ticket, verdict).toStdString() };
}

} // namespace huying
