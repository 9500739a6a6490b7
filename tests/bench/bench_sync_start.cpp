// How soon a desk's queue can be used, with N (`--tickets N`, a million) tickets in the log: a new workstation over
// loopback, then the same desk with its cache, and one at which the map is looked at, whose window has OpenGL. Real
// processes, in real windows where there is a screen; beside them, as the baseline, the rows of as many tickets put
// into a SQLite file by its own interface, indexes made afterwards, and what QGIS needs to show as many.
#include "Served.h"

#include <ledger/LedgerReader.h>
#include <storage/RowColumns.h>

#include <QCoreApplication>
#include <QProcessEnvironment>
#include <QRegularExpression>
#include <QSettings>
#include <QTemporaryDir>

#include <sqlite3.h>

using namespace huying;

namespace
{

struct Start {
    double seconds = 0;
    double megabytes = 0;
    double whole = 0; ///< seconds until every ticket was there
};

/// A desk's own word: seconds since its process began, memory of its own.
Start startOf(const QUrl &backend, const QString &folder)
{
    QProcess desk;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    if (environment.contains(QStringLiteral("DISPLAY"))) {
        environment.remove(QStringLiteral("QT_QPA_PLATFORM"));
    }
    environment.insert(QStringLiteral("XDG_CONFIG_HOME"), folder);
    desk.setProcessEnvironment(environment);
    desk.start(QStringLiteral(HUYING_DESK),
        { QStringLiteral("--backend"), backend.toString(), QStringLiteral("--folder"), folder,
            QStringLiteral("--until-whole") });
    desk.waitForFinished(-1);
    const QString said = QString::fromUtf8(desk.readAllStandardOutput());
    static const QRegularExpression figures(
        QStringLiteral("([0-9]+\\.[0-9]+)[^0-9]+(?:[0-9]+)[^0-9]+([0-9]+) MB[^0-9]+([0-9]+\\.[0-9]+)"));
    const QRegularExpressionMatch found = figures.match(said);
    if (!found.hasMatch()) {
        std::fprintf(stderr, "%s%s\n", qPrintable(said), desk.readAllStandardError().constData());
        std::exit(1);
    }
    return { found.captured(1).toDouble(), found.captured(2).toDouble(), found.captured(3).toDouble() };
}

/// As somebody has left it who looked at the map.
void lookAtMap(const QString &folder)
{
    QSettings(folder + QStringLiteral("/Huying/huying.conf"), QSettings::IniFormat)
        .setValue(QStringLiteral("map/used"), true);
}

/// Median of three.
template <class Measure>
Start middleOf(Measure measure)
{
    std::array<Start, 3> starts;
    for (Start &start : starts) {
        start = measure();
    }
    std::ranges::sort(starts, {}, &Start::seconds);
    return starts[1];
}

void need(int result, sqlite3 *database)
{
    if (result != SQLITE_OK && result != SQLITE_DONE) {
        std::fprintf(stderr, "%s\n", sqlite3_errmsg(database));
        std::exit(1);
    }
}

/// Every row of `ledger` into a new file, as fast as SQLite's own interface takes it.
double bulkInsert(const QString &ledger, const QString &file)
{
    sqlite3 *database = nullptr;
    need(sqlite3_open(file.toUtf8().constData(), &database), database);
    const QByteArray sql = "ATTACH '" + ledger.toUtf8()
        + "' AS ledger; PRAGMA journal_mode = WAL; PRAGMA synchronous = "
          "NORMAL; CREATE TABLE ticket AS SELECT * FROM ledger.ticket WHERE 0";
    need(sqlite3_exec(database, sql.constData(), nullptr, nullptr, nullptr), database);
    sqlite3_stmt *rows = nullptr;
    need(sqlite3_prepare_v2(database, "SELECT * FROM ledger.ticket", -1, &rows, nullptr), database);
    const int columns = sqlite3_column_count(rows);
    std::vector<std::vector<sqlite3_value *>> kept;
    while (sqlite3_step(rows) == SQLITE_ROW) {
        std::vector<sqlite3_value *> &row = kept.emplace_back();
        for (int column = 0; column < columns; ++column) {
            row.push_back(sqlite3_value_dup(sqlite3_column_value(rows, column)));
        }
    }
    sqlite3_finalize(rows);
    QByteArray insert = "INSERT INTO ticket VALUES (?";
    insert += QByteArray(", ?").repeated(columns - 1) + ")";
    const double seconds = secondsOf([&] {
        sqlite3_stmt *put = nullptr;
        need(sqlite3_prepare_v2(database, insert.constData(), -1, &put, nullptr), database);
        need(sqlite3_exec(database, "BEGIN", nullptr, nullptr, nullptr), database);
        for (const auto &row : kept) {
            for (int column = 0; column < columns; ++column) {
                sqlite3_bind_value(put, column + 1, row[std::size_t(column)]);
            }
            need(sqlite3_step(put), database);
            sqlite3_reset(put);
        }
        sqlite3_finalize(put);
        need(sqlite3_exec(database,
                 "CREATE UNIQUE INDEX i1 ON ticket (id); CREATE UNIQUE INDEX i2 ON ticket (number); CREATE INDEX i3 ON "
                 "ticket (step) WHERE step < 4; CREATE INDEX i4 ON ticket (closed_at); CREATE INDEX i5 ON ticket "
                 "(reported_at, id); COMMIT",
                 nullptr, nullptr, nullptr),
            database);
    });
    for (const auto &row : kept) {
        std::ranges::for_each(row, sqlite3_value_free);
    }
    sqlite3_close(database);
    return seconds;
}

} // namespace

int main(int count, char **arguments)
{
    const QCoreApplication application(count, arguments);
    const int tickets = lastNumber(QCoreApplication::arguments(), 1'000'000);
    const QTemporaryDir folder;
    const QString ledger = folder.filePath(QStringLiteral("county.ledger"));
    std::printf("%d tickets\n", tickets);
    std::fflush(stdout);
    simulateInto(ledger, tickets);
    const double baseline = bulkInsert(ledger, folder.filePath(QStringLiteral("bulk")));
    const Served served(ledger);
    const auto desk = [&](int number) { return folder.filePath(QStringLiteral("desk-%1").arg(number)); };
    const Start first = startOf(served.url(), desk(0));
    int number = 0;
    const Start fresh = middleOf([&] { return startOf(served.url(), desk(++number)); });
    const Start cold = middleOf([&] { return startOf(served.url(), desk(0)); });
    lookAtMap(desk(0));
    const Start mapped = middleOf([&] { return startOf(served.url(), desk(0)); });
    const auto say = [&](const char *what, const Start &start) {
        std::printf("%-55s %6.2f s %5.0f MB, every ticket %6.2f s   bulk insert %6.2f s   ratio %.2f\n", what,
            start.seconds, start.megabytes, start.whole, baseline, start.seconds / baseline);
    };
    say("the very first workstation, the snapshot is made for it", first);
    say("a new workstation, the snapshot is there", fresh);
    say("a desk with its cache", cold);
    say("a desk with its cache, where the map is looked at", mapped);
    // what QGIS needed when the aim was set
    constexpr double qgisSeconds = 3.5;
    constexpr double qgisMegabytes = 384;
    std::printf("%-55s %6.2f   %5.2f of QGIS's %.1f s and %.0f MB\n", "a desk with its cache",
        cold.seconds / qgisSeconds, cold.megabytes / qgisMegabytes, qgisSeconds, qgisMegabytes);
    return 0;
}
