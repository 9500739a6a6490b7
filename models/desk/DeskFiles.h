#pragma once

#include <accounts/AccountText.h>
#include <cache/Cache.h>
#include <cache/OutboxFile.h>
#include <storage/FileLock.h>

#include <QString>

#include <memory>
#include <optional>

namespace huying
{

/// The folder of a workstation: its cache, its outbox, and a lock so that two programs do not work in one folder.
class DeskFiles
{
public:
    /// Busy when another desk works in the folder, Full when it cannot be written.
    static std::expected<DeskFiles, Failure> in(const QString &folder);

    /// Who signed in here last and is still to be; nothing when nobody is, or the file is not what it should be.
    std::optional<SignedIn> session() const;
    /// Keeps it for its owner's eyes (mode 0600), so that a restart needs neither password nor line.
    std::expected<void, Failure> keepSession(const SignedIn &signedIn) const;
    void forgetSession() const;
    /// From here on cache and outbox are those of this account: each sees and does its own. Empty: of nobody in
    /// particular.
    std::expected<void, Failure> workAs(const std::string &account);

    QString cacheFile() const { return _place + QStringLiteral("/cache.sqlite"); }
    /// Of the pictures of whoever works here; those added here lie in `own` in it.
    QString picturesFolder() const { return _place + QStringLiteral("/pictures"); }
    /// The first part of a cache, that a desk begins its work with (SnapshotOf::AtWork).
    QString firstPartFile() const { return _place + QStringLiteral("/first.sqlite"); }
    /// The first part, as long as the desk has not gone over to the whole cache, else that; nothing where neither is.
    std::optional<QString> fileAtHand() const;
    /// Whether a little can be written; by trying it.
    bool hasRoom() const;

    /// What is at hand. A damaged cache is thrown away: NotFound then, and it is to be fetched again.
    std::expected<std::unique_ptr<Cache>, Failure> openCache(DeadlineSettings deadlines) const;
    /// A damaged outbox is put aside under another name, never thrown away; `trouble` then says so.
    std::expected<std::unique_ptr<OutboxFile>, Failure> openOutbox(QString &trouble) const;
    /// The whole one and the first part.
    void removeCache() const;
    /// One of them, with what SQLite keeps beside it.
    static void removeCacheFile(const QString &file);

private:
    DeskFiles(QString folder, FileLock lock);

    QString sessionFile() const { return _folder + QStringLiteral("/session"); }

    QString _folder;
    QString _place; ///< of cache and outbox: the folder, or one in it
    FileLock _lock;
};

} // namespace huying
