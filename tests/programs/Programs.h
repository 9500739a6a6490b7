#pragma once

#include <canonical/Record.h>

#include <QProcess>
#include <QTemporaryDir>

#include <map>
#include <memory>
#include <set>

namespace huying
{

/// What a program has come to.
struct Ran {
    int status = -1; ///< -1 when it was killed or crashed
    QString answer; ///< standard output
    QString complaint; ///< standard error

    QJsonObject json() const;
    /// One line that says what went wrong, and the status that goes with it.
    bool isOneComplaint(int expected = 1) const { return status == expected && complaint.count(u'\n') == 1; }
};

/// A folder with what a person has in theirs; the programs speak English and keep their settings in it.
class Workplace
{
public:
    Workplace();

    QString path(const QString &name) const { return _folder.filePath(name); }
    /// Runs it to its end, while this thread goes on answering.
    Ran run(const QString &program, const QStringList &arguments) const;
    Ran huyingctl(const QStringList &arguments) const { return run(QStringLiteral("huyingctl"), arguments); }
    /// The same of huyingctl, after a shell's word that bounds it; a write beyond a bound fails and ends nothing.
    Ran limited(const QString &bound, const QStringList &arguments) const;
    /// Begins it; it is killed with what is returned.
    std::unique_ptr<QProcess> start(const QString &program, const QStringList &arguments) const;
    /// A ledger of a small county.
    bool simulate(const QString &ledger, int tickets) const;

private:
    QTemporaryDir _folder;
    QProcessEnvironment _environment;
};

/// Waits for the end of `process` without holding up this thread's other business.
Ran ended(QProcess &process);

/// A backend that serves a ledger on a free port, everybody or only those who have an account.
class ServedCounty
{
public:
    enum class Door : std::uint8_t { Open, Accounts };
    ServedCounty(const Workplace &workplace, const QString &ledger, const QString &port = QStringLiteral("0"),
        Door door = Door::Open);
    ~ServedCounty();

    bool isServing() const { return !_port.isEmpty(); }
    QString port() const { return _port; }
    QString url() const { return QStringLiteral("http://127.0.0.1:") + _port; }
    void kill();

private:
    std::unique_ptr<QProcess> _process;
    QString _port;
};

/// Where the log in `ledger` ends; 0 when it cannot be read.
Position headOf(const QString &ledger);

/// The names that each category's code has ever had in the log.
std::map<std::string, std::set<std::string>> categoryNamesIn(const QString &ledger);

} // namespace huying
