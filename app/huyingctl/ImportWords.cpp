#include "ImportWords.h"

#include "Console.h"

#include <language/Columns.h>

#include <QCoreApplication>
#include <QJsonArray>

namespace huying
{

namespace
{

struct SayImportWords {
    Q_DECLARE_TR_FUNCTIONS(huyingctl)
};

QString wordFor(OnTime onTime)
{
    switch (onTime) {
    case OnTime::InTime:
        return SayImportWords::tr("in time");
    case OnTime::Overdue:
        return SayImportWords::tr("overdue");
    case OnTime::NotSaid:
        return SayImportWords::tr("not said");
    case OnTime::NoDeadline:
        break;
    }
    return SayImportWords::tr("no deadline");
}

QString comparisonText(const Comparison &comparison)
{
    QList<QStringList> rows { { SayImportWords::tr("the source says"), SayImportWords::tr("by the rules"),
        SayImportWords::tr("rows"), QString() } };
    for (const auto &[key, cell] : comparison.cells) {
        rows << QStringList { key.first.empty() ? SayImportWords::tr("(blank)") : textOf(key.first),
            wordFor(key.second), QString::number(cell.rows),
            cell.isDifferent ? SayImportWords::tr("differs") : QString() };
    }
    return tableText(rows)
        + SayImportWords::tr("%1 of %2 rows differ").arg(comparison.different).arg(comparison.compared);
}

} // namespace

QString wordsFor(const ImportReport &report, const QString &differences)
{
    const ImportCounts &counts = report.counts;
    QStringList lines { SayImportWords::tr("%1 rows: %2 new, %3 updated, %4 unchanged, %5 rejected")
                            .arg(counts.rows)
                            .arg(counts.added)
                            .arg(counts.updated)
                            .arg(counts.unchanged)
                            .arg(counts.rejected),
        SayImportWords::tr("%1 events, %2 new categories and units").arg(counts.events).arg(counts.facts) };
    for (std::size_t i = 0; i < remarkCount; ++i) {
        if (counts.remarks[i] > 0) {
            lines << SayImportWords::tr("%1 rows: %2").arg(counts.remarks[i]).arg(description(static_cast<Remark>(i)));
        }
    }
    if (report.rejectedFile) {
        lines << SayImportWords::tr("rejected rows with their reasons are in %1")
                     .arg(textOf(report.rejectedFile->string()));
    }
    if (report.comparison) {
        lines << comparisonText(*report.comparison) + QStringLiteral(": ") + differences;
    }
    return lines.join(u'\n');
}

QJsonObject objectOf(const ImportReport &report)
{
    const auto number = [](std::uint64_t count) { return static_cast<qint64>(count); };
    const ImportCounts &counts = report.counts;
    QJsonObject object { { QStringLiteral("rows"), number(counts.rows) },
        { QStringLiteral("added"), number(counts.added) }, { QStringLiteral("updated"), number(counts.updated) },
        { QStringLiteral("unchanged"), number(counts.unchanged) },
        { QStringLiteral("rejected"), number(counts.rejected) }, { QStringLiteral("events"), number(counts.events) },
        { QStringLiteral("facts"), number(counts.facts) }, { QStringLiteral("stopped"), report.isStopped } };
    if (report.comparison) {
        QJsonArray cells;
        for (const auto &[key, cell] : report.comparison->cells) {
            cells << QJsonObject { { QStringLiteral("source"), textOf(key.first) },
                { QStringLiteral("rules"), textOf(nameIn(onTimeNames, key.second)) },
                { QStringLiteral("rows"), number(cell.rows) }, { QStringLiteral("differs"), cell.isDifferent } };
        }
        object[QStringLiteral("comparison")] = cells;
    }
    return object;
}

} // namespace huying
