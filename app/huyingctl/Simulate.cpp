#include "Command.h"

#include "Console.h"
#include "LiveRun.h"
#include "LogPictures.h"
#include "Options.h"
#include "SimulatedPictures.h"

#include <geo/ReaderProcess.h>
#include <rules/Notices.h>
#include <simulation/Land.h>
#include <simulation/SimulatedLedger.h>

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFileInfo>

#include <algorithm>

namespace huying
{

namespace
{

struct SaySimulate {
    Q_DECLARE_TR_FUNCTIONS(huyingctl)
};

constexpr int mostTickets = 100'000'000;
constexpr int mostPictured = 10'000;

/// What was asked for.
struct Wanted {
    LedgerPlace ledger; ///< to be written; empty where there is none
    std::optional<SimulationPlan> plan;
    std::optional<LiveWish> live;
    int pictures = 0; ///< so many tickets get photos
};

constexpr const char *description = QT_TRANSLATE_NOOP("huyingctl",
    "Writes a new ledger of a simulated county: ten townships, 2,800 grids and all that happens to their tickets. The "
    "same numbers give the same file. With --live it goes on until it is stopped: after the new ledger, or with one "
    "that is there where --tickets is not given, through its backend with --backend.");

void addOptions(Options &options)
{
    addLogOptions(options, SaySimulate::tr("The ledger to write."));
    options.add(QStringLiteral("tickets"), SaySimulate::tr("How many tickets are reported."), QStringLiteral("N"));
    options.add(QStringLiteral("from"), SaySimulate::tr("The first day, such as 2020-07-01."), QStringLiteral("DATE"));
    options.add(QStringLiteral("to"),
        SaySimulate::tr("The last day, or the time at which it ends, such as 2023-10-31T14:00."),
        QStringLiteral("DATE"));
    options.add(QStringLiteral("seed"), SaySimulate::tr("Another number makes another county; 1 where none is given."),
        QStringLiteral("S"), QStringLiteral("1"));
    options.add(QStringLiteral("border"),
        SaySimulate::tr("A file with the county's surveyed border, within which the schematic townships are laid; "
                        "with --live the same again."),
        QStringLiteral("FILE"));
    options.add(QStringLiteral("datum"),
        SaySimulate::tr("The coordinate system of that file, where it does not say it: WGS-84, GCJ-02, BD-09."),
        QStringLiteral("SYSTEM"));
    options.add(QStringLiteral("photos"),
        SaySimulate::tr("So many open tickets of a new ledger in a file get drawn photos, in the folder beside it."),
        QStringLiteral("N"), QStringLiteral("0"));
    options.add(
        QStringLiteral("live"), SaySimulate::tr("Goes on with so many tickets a minute."), QStringLiteral("RATE"));
}

std::expected<SimulationPlan, Failure> planOf(const Options &options, std::uint64_t seed)
{
    const auto tickets = options.number(QStringLiteral("tickets"), 0, mostTickets);
    const auto from = options.day(QStringLiteral("from"));
    const auto to = options.moment(QStringLiteral("to"));
    if (!tickets || !from || !to) {
        return std::unexpected(!tickets ? tickets.error() : !from ? from.error() : to.error());
    }
    SimulationPlan plan { *tickets, *from, dayOf(*to), seed };
    if (options.text(QStringLiteral("to")).size() > std::ssize(std::string_view("2023-10-31"))) {
        plan.until = *to;
    }
    return plan;
}

/// The longest ring of the file's one area; empty where no file is named.
std::expected<std::vector<GeoPoint>, Failure> borderOf(const Options &options)
{
    const QString file = options.text(QStringLiteral("border"));
    if (file.isEmpty()) {
        return std::vector<GeoPoint>();
    }
    GeoRequest request;
    request.file = QFileInfo(file).absoluteFilePath().toStdString();
    request.system = options.text(QStringLiteral("datum"));
    const auto reading = readGeography(request, {}, {});
    if (!reading) {
        return std::unexpected(reading.error().failure);
    }
    if (reading->features.size() != 1 || reading->features.front().areas.empty()) {
        return failure(FailureKind::Invalid, SaySimulate::tr("%1 has not just one area.").arg(file));
    }
    const auto &areas = reading->features.front().areas;
    const Polygon &largest = *std::ranges::max_element(areas, {}, [](const Polygon &area) { return area[0].size(); });
    return checkBorder(largest[0]).transform([&] { return largest[0]; });
}

std::expected<LiveWish, Failure> liveOf(const Options &options, const LogAddress &log, std::uint64_t seed)
{
    return options.decimal(QStringLiteral("live"), 0.01, 6'000).transform([&](double rate) {
        return LiveWish { log, seed, rate };
    });
}

std::expected<Wanted, Failure> wantedOf(const Options &options)
{
    const bool isLive = options.has(QStringLiteral("live"));
    const bool isNew = !isLive || options.has(QStringLiteral("tickets"));
    const auto log = logAddressIn(options);
    const auto seed = options.seed(QStringLiteral("seed"));
    if (!log || !seed) {
        return std::unexpected(log ? seed.error() : log.error());
    }
    if (std::holds_alternative<BackendAddress>(*log) && isNew) {
        return failure(
            FailureKind::Invalid, SaySimulate::tr("--backend goes with --live alone: a new ledger is a file."));
    }
    const auto border = borderOf(options);
    if (!border) {
        return std::unexpected(border.error());
    }
    Wanted wanted;
    if (isLive) {
        const auto live = liveOf(options, *log, *seed);
        if (!live) {
            return std::unexpected(live.error());
        }
        wanted.live = *live;
        wanted.live->border = *border;
    }
    if (isNew) {
        const auto plan = planOf(options, *seed);
        if (!plan) {
            return std::unexpected(plan.error());
        }
        wanted.ledger = *ledgerPlaceIn(options, QStringLiteral("ledger"));
        const auto pictures = options.number(QStringLiteral("photos"), 0, mostPictured);
        if (!pictures) {
            return std::unexpected(pictures.error());
        }
        if (*pictures > 0 && !std::holds_alternative<std::filesystem::path>(wanted.ledger)) {
            return failure(FailureKind::Invalid, SaySimulate::tr("--photos goes with a ledger in a file."));
        }
        wanted.pictures = *pictures;
        wanted.plan = *plan;
        wanted.plan->border = *border;
    }
    return wanted;
}

QString nameOf(LedgerStage stage)
{
    return stage == LedgerStage::Simulating ? SaySimulate::tr("Simulating") : SaySimulate::tr("Making the indexes");
}

std::expected<int, Failure> addPictures(const Wanted &wanted)
{
    if (wanted.pictures == 0) {
        return 0;
    }
    const auto &file = std::get<std::filesystem::path>(wanted.ledger);
    return BlobFolder::at(picturesBeside(QString::fromStdString(file.string())).toStdString())
        .and_then(
            [&](BlobFolder folder) { return addSimulatedPictures(file, folder, wanted.pictures, wanted.plan->seed); });
}

int write(const Wanted &wanted, Console &console)
{
    const auto notices = publishedNotices();
    if (!notices) {
        return console.fail(notices.error(), NotDone);
    }
    QElapsedTimer clock;
    clock.start();
    SimulatedLedger written;
    const auto made = makeLedger(wanted.ledger, [&](const std::filesystem::path &file) {
        return writeSimulatedLedger(file, *wanted.plan, *notices, [&](LedgerStage stage, int percent) {
            console.progress(nameOf(stage), percent);
            return !isStopAsked();
        }).transform([&](const SimulatedLedger &done) { written = done; });
    });
    if (!made) {
        return console.fail(made.error(), made.error().kind == FailureKind::Invalid ? WrongUsage : NotDone);
    }
    const auto pictures = addPictures(wanted);
    if (!pictures) {
        return console.fail(pictures.error(), NotDone);
    }
    const double seconds = static_cast<double>(clock.elapsed()) / 1000;
    const QString file = shownPlace(wanted.ledger);
    console.answer(SaySimulate::tr("%1: %L2 tickets, %L3 events, in %4 s.")
                       .arg(file)
                       .arg(written.tickets)
                       .arg(written.head.position)
                       .arg(seconds, 0, 'f', 1),
        { { QStringLiteral("ledger"), file }, { QStringLiteral("tickets"), written.tickets },
            { QStringLiteral("events"), static_cast<qint64>(written.head.position) },
            { QStringLiteral("seconds"), seconds } });
    return Done;
}

/// A live county ends when it is asked to, which is all that was asked.
int goOn(const LiveWish &live, Console &console)
{
    const auto tally = runLive(live, console);
    if (!tally) {
        return console.fail(tally.error(), NotDone);
    }
    console.answer(SaySimulate::tr("%L1 tickets, %L2 events, %L3 refused.")
                       .arg(tally->tickets)
                       .arg(tally->events)
                       .arg(tally->refused),
        { { QStringLiteral("tickets"), tally->tickets }, { QStringLiteral("events"), tally->events },
            { QStringLiteral("refused"), tally->refused } });
    return Done;
}

} // namespace

int simulateCommand(const QStringList &arguments)
{
    Options options(SaySimulate::tr(description));
    addOptions(options);
    if (const auto ended = options.read(arguments)) {
        return *ended;
    }
    Console console(options.isJson());
    const auto wanted = wantedOf(options);
    if (!wanted) {
        return console.fail(wanted.error(), WrongUsage);
    }
    stopInOrderOnInterrupt();
    int status = wanted->plan ? write(*wanted, console) : Done;
    if (status == Done && wanted->live) {
        status = goOn(*wanted->live, console);
    }
    return status;
}

} // namespace huying
