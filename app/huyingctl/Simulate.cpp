#include "Command.h"
#include "Console.h"
#include "Options.h"

#include <rules/Notices.h>
#include <simulation/SimulatedLedger.h>

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QLocale>

namespace huying
{

namespace
{

struct Say {
    Q_DECLARE_TR_FUNCTIONS(huyingctl)
};

constexpr int mostTickets = 100'000'000;

/// What was asked for.
struct Wanted {
    std::filesystem::path ledger;
    SimulationPlan plan;
};

constexpr const char *description = QT_TRANSLATE_NOOP("huyingctl",
    "Writes a new ledger of a simulated county: ten townships, 2,800 grids and all that happens to their tickets. The "
    "same numbers give the same file.");

void addOptions(Options &options)
{
    options.add(QStringLiteral("ledger"), Say::tr("The file to write."), QStringLiteral("FILE"));
    options.add(QStringLiteral("tickets"), Say::tr("How many tickets are reported."), QStringLiteral("N"));
    options.add(QStringLiteral("from"), Say::tr("The first day, such as 2020-07-01."), QStringLiteral("DATE"));
    options.add(QStringLiteral("to"), Say::tr("The last day."), QStringLiteral("DATE"));
    options.add(QStringLiteral("seed"), Say::tr("Another number makes another county; 1 where none is given."),
        QStringLiteral("S"), QStringLiteral("1"));
}

std::expected<Wanted, Failure> wantedOf(const Options &options)
{
    const auto ledger = options.needed(QStringLiteral("ledger"));
    const auto tickets = options.number(QStringLiteral("tickets"), 0, mostTickets);
    const auto from = options.day(QStringLiteral("from"));
    const auto to = options.day(QStringLiteral("to"));
    const auto seed = options.seed(QStringLiteral("seed"));
    for (const auto &failed : { ledger ? std::nullopt : std::optional(ledger.error()),
             tickets ? std::nullopt : std::optional(tickets.error()), from ? std::nullopt : std::optional(from.error()),
             to ? std::nullopt : std::optional(to.error()), seed ? std::nullopt : std::optional(seed.error()) }) {
        if (failed) {
            return std::unexpected(*failed);
        }
    }
    return Wanted { ledger->toStdString(), { *tickets, *from, *to, *seed } };
}

QString nameOf(LedgerStage stage)
{
    return stage == LedgerStage::Simulating ? Say::tr("Simulating") : Say::tr("Making the indexes");
}

} // namespace

int simulateCommand(const QStringList &arguments)
{
    Options options(Say::tr(description));
    addOptions(options);
    if (const auto ended = options.read(arguments)) {
        return *ended;
    }
    Console console(options.isJson());
    const auto wanted = wantedOf(options);
    if (!wanted) {
        return console.fail(wanted.error(), WrongUsage);
    }
    const auto notices = publishedNotices();
    if (!notices) {
        return console.fail(notices.error(), NotDone);
    }
    stopInOrderOnInterrupt();
    QElapsedTimer clock;
    clock.start();
    const auto made = writeSimulatedLedger(wanted->ledger, wanted->plan, *notices, [&](LedgerStage stage, int percent) {
        console.progress(nameOf(stage), percent);
        return !isStopAsked();
    });
    if (!made) {
        return console.fail(made.error(), NotDone);
    }
    const double seconds = static_cast<double>(clock.elapsed()) / 1000;
    const QString file = QString::fromStdString(wanted->ledger.string());
    console.answer(Say::tr("%1: %L2 tickets, %L3 events, in %4 s.")
                       .arg(file)
                       .arg(made->tickets)
                       .arg(made->head.position)
                       .arg(seconds, 0, 'f', 1),
        { { QStringLiteral("ledger"), file }, { QStringLiteral("tickets"), made->tickets },
            { QStringLiteral("events"), static_cast<qint64>(made->head.position) },
            { QStringLiteral("seconds"), seconds } });
    return Done;
}

} // namespace huying
