#pragma once

#include <accounts/AccountText.h>
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

    struct Started {
        QUrl url;
        SignedIn signedIn; ///< a local account, so that nobody is asked
    };

    /// Starts it and waits until it listens, with an account called `name` for this desk. Unreachable with its own last
    /// words when it ends at once.
    std::expected<Started, Failure> start(const QString &ledger, const QString &name);

private:
    QTemporaryDir _folder;
    QProcess _process;
};

} // namespace huying
