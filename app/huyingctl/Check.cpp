#include "Command.h"

#include "Console.h"
#include "Ledgers.h"
#include "LogPictures.h"
#include "Options.h"
#include "ReadLog.h"

#include <language/Columns.h>
#include <ledger/Verification.h>
#include <views/Wording.h>

#include <QCoreApplication>
#include <QJsonArray>

namespace huying
{

namespace
{

struct SayCheck {
    Q_DECLARE_TR_FUNCTIONS(huyingctl)
};

constexpr std::array<std::string_view, 4> lampNames { "in-time", "soon", "overdue", "paused" };

/// A row for each value of `Value`, in its order.
template <class Value, std::size_t count>
void addCounts(QList<QStringList> &rows, const std::array<std::int64_t, count> &counts)
{
    for (std::size_t i = 0; i < count; ++i) {
        rows << QStringList { wordFor(static_cast<Value>(i)), QString::number(counts[i]) };
    }
}

QString found(const Verification &checked, Instant moment)
{
    QList<QStringList> rows { { SayCheck::tr("entries"), QString::number(checked.entries) },
        { SayCheck::tr("tickets"), QString::number(checked.tickets) } };
    addCounts<Step>(rows, checked.bySteps);
    QList<QStringList> lamps;
    addCounts<Lamp>(lamps, checked.byLamps);
    const auto open = checked.openInTime + checked.openOverdueOrAsking;
    QString answer = tableText(rows)
        + SayCheck::tr("open tickets by lamp at %1").arg(textOf(isoCountyTime(moment)).left(19).replace(u'T', u' '))
        + u'\n' + tableText(lamps);
    answer += SayCheck::tr("%1 open: %2 in time, %3 overdue or with an extension asked for")
                  .arg(open)
                  .arg(checked.openInTime)
                  .arg(checked.openOverdueOrAsking);
    answer += u'\n'
        + (checked.isSound() ? SayCheck::tr("order, chain, every ticket and the figures are as they should be")
                             : SayCheck::tr("%1 faults").arg(checked.faults));
    for (const QString &example : checked.examples) {
        answer += QStringLiteral("\n  ") + example;
    }
    return answer;
}

template <std::size_t count>
QJsonObject countsOf(const std::array<std::string_view, count> &names, const std::array<std::int64_t, count> &counts)
{
    QJsonObject object;
    for (std::size_t i = 0; i < count; ++i) {
        object[textOf(names[i])] = static_cast<qint64>(counts[i]);
    }
    return object;
}

QJsonObject objectOf(const Verification &checked)
{
    return { { QStringLiteral("entries"), static_cast<qint64>(checked.entries) },
        { QStringLiteral("tickets"), static_cast<qint64>(checked.tickets) },
        { QStringLiteral("steps"), countsOf(stepNames, checked.bySteps) },
        { QStringLiteral("lamps"), countsOf(lampNames, checked.byLamps) },
        { QStringLiteral("openInTime"), static_cast<qint64>(checked.openInTime) },
        { QStringLiteral("openOverdueOrAsking"), static_cast<qint64>(checked.openOverdueOrAsking) },
        { QStringLiteral("faults"), static_cast<qint64>(checked.faults) },
        { QStringLiteral("examples"), QJsonArray::fromStringList(checked.examples) } };
}

/// The moment that was asked for, else that of the log's latest entry: lamps are as they were then, whenever one looks.
std::expected<Instant, Failure> momentOf(const Options &options, const std::filesystem::path &file)
{
    const QString asked = options.text(QStringLiteral("at"));
    if (!asked.isEmpty()) {
        const auto moment = instantFromIso(asked.toStdString());
        return moment
            ? std::expected<Instant, Failure>(*moment)
            : failure(FailureKind::Invalid, SayCheck::tr("--at is a time such as 2023-10-31T18:00:00+08:00."));
    }
    return LedgerReader::open(file).and_then([](LedgerReader reader) {
        return reader.head()
            .and_then([&](const Head &head) { return reader.entriesAfter(head.position - 1, 1); })
            .transform(
                [](const Page &page) { return page.entries.empty() ? clockNow() : page.entries.back().received; });
    });
}

/// A file to check. A database's log is fetched whole: order and chain are looked at on the way, and every event is
/// tried by the rules; where one does not hold there is no file.
struct CheckedLog {
    static std::expected<CheckedLog, Failure> of(const LedgerPlace &place)
    {
        if (const auto *const file = std::get_if<std::filesystem::path>(&place)) {
            return CheckedLog { {}, *file };
        }
        return DatabaseCopy::of(std::get<CountyDatabase>(place)).transform([](std::unique_ptr<DatabaseCopy> copy) {
            const std::filesystem::path file = copy->file();
            return CheckedLog { std::move(copy), file };
        });
    }

    std::unique_ptr<DatabaseCopy> copy;
    std::filesystem::path file;
};

/// The photos that the log names, looked for in `folder`; nothing where it is not known where they lie.
std::expected<std::optional<PicturesFound>, Failure> picturesOfLog(
    const std::filesystem::path &file, const std::optional<QString> &folder)
{
    if (!folder) {
        return std::nullopt;
    }
    return LedgerReader::open(file).and_then([&](LedgerReader reader) {
        Instant end;
        return loggedPictures(
            [&](Position after) {
                auto entries = reader.entries().after(after, entriesAtOnce);
                if (entries && !entries->empty()) {
                    end = entries->back().received;
                }
                return entries;
            },
            [] { return !isStopAsked(); })
            .transform([&](const std::vector<LoggedPicture> &pictures) {
                return std::optional(checkPictures(pictures, *folder, end));
            });
    });
}

} // namespace

int checkCommand(const QStringList &arguments)
{
    Options options(SayCheck::tr(
        "Reads a whole ledger: its order, its chain, every ticket folded anew, the figures; and counts tickets."));
    options.add(QStringLiteral("ledger"), SayCheck::tr("The ledger; a backend may hold it meanwhile."),
        QStringLiteral("FILE|URL"));
    addCountyOption(options);
    options.add(
        QStringLiteral("backend"), SayCheck::tr("Refused: what is checked is the file."), QStringLiteral("URL"));
    addPicturesOption(options, QStringLiteral("attachments"),
        SayCheck::tr("Where its photos lie; beside a ledger's file where none is given."));
    options.add(QStringLiteral("at"), SayCheck::tr("Lamps as at this time; that of the log's end where none is given."),
        QStringLiteral("TIME"));
    if (const auto status = options.read(arguments)) {
        return *status;
    }
    Console console(options.isJson());
    if (options.has(QStringLiteral("backend"))) {
        return console.fail(
            { FailureKind::Invalid,
                SayCheck::tr(
                    "What is checked is the ledger's file, where it is: name it with --ledger FILE, which works "
                    "while the backend holds it.") },
            WrongUsage);
    }
    const auto place = ledgerPlaceIn(options, QStringLiteral("ledger"));
    if (!place) {
        return console.fail(place.error(), WrongUsage);
    }
    stopInOrderOnInterrupt();
    const auto log = CheckedLog::of(*place);
    if (!log) {
        return console.fail(log.error(), NotDone);
    }
    const auto moment = momentOf(options, log->file);
    if (!moment) {
        return console.fail(moment.error(), options.has(QStringLiteral("at")) ? WrongUsage : NotDone);
    }
    const auto checked = verify(log->file, LedgerSettings {}, *moment, [&](Position done, Position of) {
        console.progress(SayCheck::tr("checking"), static_cast<int>(done * 100 / std::max<Position>(of, 1)));
        return !isStopAsked();
    });
    if (!checked) {
        return console.fail(checked.error(), NotDone);
    }
    QJsonObject object = objectOf(*checked);
    object[QStringLiteral("at")] = textOf(isoCountyTime(*moment));
    QString told = found(*checked, *moment);
    const auto pictures = picturesOfLog(log->file, picturesFolderIn(options, QStringLiteral("attachments"), *place));
    if (!pictures) {
        return console.fail(pictures.error(), NotDone);
    }
    if (*pictures && (*pictures)->named > 0) {
        object[QStringLiteral("photos")] = (*pictures)->object();
        told += u'\n' + (*pictures)->text();
    }
    console.answer(told, object);
    return checked->isSound() && (!*pictures || (*pictures)->isSound()) ? Done : NotDone;
}

} // namespace huying
