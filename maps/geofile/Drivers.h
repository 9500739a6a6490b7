#pragma once

#include <QString>
#include <QStringList>

#include <filesystem>
#include <optional>

namespace huying
{

/// No connection, no extension, no thread of GDAL's own.
void keepGdalToItself();

/// The drivers of GDAL that may read, and nothing else of it: no connection, no virtual file, no extension loaded.
/// Once, before anything is opened.
void registerDrivers();

/// The drivers for a file by the ending of its name; nothing where it is none of those that are read.
std::optional<QStringList> driversFor(const std::filesystem::path &file);
/// The endings that are read, for people.
QString readEndings();

/// Collects what GDAL complains about while it lives, and keeps it off the terminal.
class GdalWords
{
public:
    GdalWords();
    ~GdalWords();
    GdalWords(const GdalWords &) = delete;
    GdalWords &operator=(const GdalWords &) = delete;

    /// Failures since the last call, or since it began.
    int takeFailures();
    /// The first failure of all, or the first warning.
    QString first() const { return _firstFailure.isEmpty() ? _firstWarning : _firstFailure; }
    /// Warnings, each once, at most ten.
    const QStringList &warnings() const { return _warnings; }

    void take(bool isFailure, const char *text);

private:
    int _failures = 0;
    QString _firstFailure;
    QString _firstWarning;
    QStringList _warnings;
};

} // namespace huying
