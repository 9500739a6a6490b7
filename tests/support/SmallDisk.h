#pragma once

#include <QString>

#include <memory>

namespace huying
{

/// A file system of its own, a few megabytes large and in memory, which can be filled to its last byte. This process
/// and those that it starts see it, nobody else; it goes with this object.
class SmallDisk
{
public:
    /// At the folder `at`. Nothing where this system does not let this process mount (it has to be root).
    static std::unique_ptr<SmallDisk> at(const QString &folder, qint64 bytes);
    ~SmallDisk();
    SmallDisk(const SmallDisk &) = delete;
    SmallDisk &operator=(const SmallDisk &) = delete;

    /// Takes whatever is free; again, when something has become free since.
    bool fill();
    /// Gives back what fill() took.
    bool makeRoom();
    qint64 freeBytes() const;
    QString path(const QString &name) const;

private:
    explicit SmallDisk(QString folder) : _folder(std::move(folder)) {}

    QString _folder;
    int _ballasts = 0;
};

} // namespace huying
