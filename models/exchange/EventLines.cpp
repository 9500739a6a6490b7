#include "EventLines.h"

#include <QCoreApplication>
#include <QSaveFile>

#include <fstream>

namespace huying
{

namespace
{

class SayEventLines
{
    Q_DECLARE_TR_FUNCTIONS(Export)
};

constexpr Position linesBetweenReports = 1000;

QString shown(const std::filesystem::path &file)
{
    return QString::fromStdString(file.string());
}

std::unexpected<Failure> stopped()
{
    return failure(FailureKind::Cancelled, SayEventLines::tr("Stopped."));
}

std::unexpected<Failure> unwritable(const QSaveFile &file)
{
    const auto kind = file.error() == QFileDevice::ResourceError ? FailureKind::Full : FailureKind::Refused;
    return failure(kind, SayEventLines::tr("%1 cannot be written: %2").arg(file.fileName(), file.errorString()));
}

bool writePage(QSaveFile &file, const std::vector<Entry> &entries)
{
    QByteArray lines;
    for (const Entry &entry : entries) {
        lines += lineOf(entry, true);
        lines += '\n';
    }
    return file.write(lines) == lines.size();
}

} // namespace

std::expected<Position, Failure> writeEventLines(
    const std::filesystem::path &file, const NextPage &pages, const GoOn &goOn)
{
    QSaveFile target(shown(file));
    if (!target.open(QIODevice::WriteOnly)) {
        return unwritable(target);
    }
    Position last = 0;
    for (;;) {
        const auto page = pages(last);
        if (!page) {
            return std::unexpected(page.error());
        }
        if (page->entries.empty()) {
            break;
        }
        if (!writePage(target, page->entries)) {
            return unwritable(target);
        }
        last = page->entries.back().position;
        if (!goOn(static_cast<int>(last * 100 / std::max<Position>(page->head, 1)))) {
            return stopped();
        }
    }
    return target.commit() ? std::expected<Position, Failure>(last) : unwritable(target);
}

std::expected<Position, Failure> readEventLines(
    const std::filesystem::path &file, const TakeEntry &take, const GoOn &goOn)
{
    std::ifstream source(file, std::ios::binary);
    if (!source || std::filesystem::is_directory(file)) {
        return failure(FailureKind::NotFound, SayEventLines::tr("%1 cannot be read.").arg(shown(file)));
    }
    const auto size = std::max<std::uintmax_t>(std::filesystem::file_size(file), 1);
    std::uintmax_t bytes = 0;
    Position count = 0;
    for (std::string line; std::getline(source, line);) {
        bytes += line.size() + 1;
        const auto done = entryOf(line).and_then(take);
        if (!done) {
            return failure(done.error().kind,
                SayEventLines::tr("%1, line %2: %3").arg(shown(file)).arg(count + 1).arg(done.error().text));
        }
        if (++count % linesBetweenReports == 0 && !goOn(static_cast<int>(bytes * 100 / size))) {
            return stopped();
        }
    }
    return count;
}

} // namespace huying
