#pragma once

#include <domain/Failure.h>

#include <QProcess>
#include <QTemporaryDir>
#include <QUrl>

#include <expected>

namespace huying
{

/// A backend that lives as long as this desk, for a ledger on this machine: nothing to set up.
class OwnBackend
{
public:
    OwnBackend() = default;
    ~OwnBackend();
    OwnBackend(const OwnBackend &) = delete;
    OwnBackend &operator=(const OwnBackend &) = delete;

    /// Starts it and waits until it listens. Unreachable with its own last words when it ends at once.
    std::expected<QUrl, Failure> start(const QString &ledger);

private:
    QTemporaryDir _folder;
    QProcess _process;
};

} // namespace huying
