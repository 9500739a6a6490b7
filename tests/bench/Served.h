#pragma once

#include <simulation/SimulatedLedger.h>

#include <QProcess>
#include <QString>
#include <QStringList>
#include <QUrl>

#include <cstdio>
#include <cstdlib>
#include <functional>

namespace huying
{

/// A benchmark has nobody to hand a failure to.
template <class T>
T need(std::expected<T, Failure> result)
{
    if (!result) {
        std::fprintf(stderr, "%s\n", qPrintable(result.error().text));
        std::exit(1);
    }
    if constexpr (!std::is_void_v<T>) {
        return std::move(*result);
    }
}

/// A simulated county of `tickets` that ends now, in `file`.
void simulateInto(const QString &file, int tickets);

/// A real backend process that serves a ledger on loopback to everybody, until the end of this object.
class Served
{
public:
    explicit Served(const QString &ledger);
    ~Served();

    QUrl url() const { return _url; }

private:
    QProcess _process;
    QUrl _url;
};

/// The number that the arguments end with, else `usual`.
int lastNumber(const QStringList &arguments, int usual);

/// By the wall clock.
double secondsOf(const std::function<void()> &work);

} // namespace huying
