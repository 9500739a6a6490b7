#include "Command.h"
#include "Console.h"
#include "Ledgers.h"
#include "Options.h"
#include "Table.h"

#include <ledger/Verification.h>

#include <QCoreApplication>
#include <QJsonArray>

namespace huying
{

namespace
{

struct Say {
    Q_DECLARE_TR_FUNCTIONS(huyingctl)
};

constexpr std::array<std::string_view, 4> lampNames { "in-time", "soon", "overdue", "paused" };

QString text(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

template <std::size_t count>
void addCounts(QList<QStringList> &rows, const std::array<std::string_view, count> &names,
    const std::array<std::int64_t, count> &counts)
{
    for (std::size_t i = 0; i < count; ++i) {
        rows << QStringList { text(names[i]), QString::number(counts[i]) };
    }
}

QString found(const Verification &checked)
{
    QList<QStringList> rows { { Say::tr("entries"), QString::number(checked.entries) },
        { Say::tr("tickets"), QString::number(checked.tickets) } };
    addCounts(rows, stepNames, checked.bySteps);
    QList<QStringList> lamps;
    addCounts(lamps, lampNames, checked.byLamps);
    const auto open = checked.openInTime + checked.openOverdueOrAsking;
    QString answer = tableText(rows) + Say::tr("open tickets by lamp") + u'\n' + tableText(lamps);
    answer += Say::tr("%1 open: %2 in time, %3 overdue or with an extension asked for")
                  .arg(open)
                  .arg(checked.openInTime)
                  .arg(checked.openOverdueOrAsking);
    answer += u'\n'
        + (checked.isSound() ? Say::tr("order, chain and every ticket are as they should be")
                             : Say::tr("%1 faults").arg(checked.faults));
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
        object[text(names[i])] = static_cast<qint64>(counts[i]);
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

} // namespace

int checkCommand(const QStringList &arguments)
{
    Options options(
        Say::tr("Reads a whole ledger: its order, its chain, every ticket folded anew; and counts tickets."));
    options.add(QStringLiteral("ledger"), Say::tr("The ledger."), QStringLiteral("FILE"));
    if (const auto status = options.read(arguments)) {
        return *status;
    }
    Console console(options.isJson());
    const auto file = options.needed(QStringLiteral("ledger"));
    if (!file) {
        return console.fail(file.error(), WrongUsage);
    }
    stopInOrderOnInterrupt();
    const auto checked = verify(file->toStdString(), LedgerSettings {}, clockNow(), [&](Position done, Position of) {
        console.progress(Say::tr("checking"), static_cast<int>(done * 100 / std::max<Position>(of, 1)));
        return !isStopAsked();
    });
    if (!checked) {
        return console.fail(checked.error(), NotDone);
    }
    console.answer(found(*checked), objectOf(*checked));
    return checked->isSound() ? Done : NotDone;
}

} // namespace huying
