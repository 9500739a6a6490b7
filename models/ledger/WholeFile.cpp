#include "WholeFile.h"

#include <QCoreApplication>

#include <utility>

#include <fcntl.h>
#include <unistd.h>

namespace huying
{

namespace
{

bool sync(const std::filesystem::path &path)
{
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    const bool synced = file >= 0 && ::fsync(file) == 0;
    if (file >= 0) {
        ::close(file);
    }
    return synced;
}

} // namespace

WholeFile::WholeFile(std::filesystem::path file) : _file(std::move(file)), _unfinished(_file.string() + ".part")
{
    std::error_code nothingThere;
    std::filesystem::remove(_unfinished, nothingThere);
}

WholeFile::WholeFile(WholeFile &&other) noexcept
    : _file(std::move(other._file)), _unfinished(std::exchange(other._unfinished, {}))
{
}

WholeFile::~WholeFile()
{
    if (!_unfinished.empty()) {
        std::error_code nothingThere;
        std::filesystem::remove(_unfinished, nothingThere);
    }
}

std::expected<void, Failure> WholeFile::finish()
{
    std::error_code failed;
    const bool synced = sync(_unfinished);
    if (synced) {
        std::filesystem::rename(_unfinished, _file, failed);
    }
    if (!synced || failed) {
        return failure(FailureKind::Full,
            QCoreApplication::translate("ledger", "%1 could not be written to the disk.")
                .arg(QString::fromStdString(_file.string())));
    }
    _unfinished.clear();
    sync(_file.has_parent_path() ? _file.parent_path() : std::filesystem::path("."));
    return {};
}

} // namespace huying
