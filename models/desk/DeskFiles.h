#pragma once

#include <cache/Cache.h>
#include <cache/OutboxFile.h>

#include <QLockFile>
#include <QString>

#include <memory>

namespace huying
{

/// The folder of a workstation: its cache, its outbox, and a lock so that two programs do not work in one folder.
class DeskFiles
{
public:
    /// Busy when another desk works in the folder, Full when it cannot be written.
    static std::expected<DeskFiles, Failure> in(const QString &folder);

    QString cacheFile() const { return _folder + QStringLiteral("/cache.sqlite"); }
    bool hasCache() const;

    /// A damaged cache is thrown away: NotFound then, and it is to be fetched again.
    std::expected<std::unique_ptr<Cache>, Failure> openCache(DeadlineSettings deadlines) const;
    /// A damaged outbox is put aside under another name, never thrown away; `trouble` then says so.
    std::expected<std::unique_ptr<OutboxFile>, Failure> openOutbox(QString &trouble) const;
    void removeCache() const;

private:
    DeskFiles(QString folder, std::unique_ptr<QLockFile> lock);

    QString _folder;
    std::unique_ptr<QLockFile> _lock;
};

} // namespace huying
