#include "ImportWords.h"

#include <language/Columns.h>

#include <QCoreApplication>
#include <QJsonArray>

namespace huying
{

namespace
{

struct Say {
    Q_DECLARE_TR_FUNCTIONS(huyingctl)
};

QString text(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

QString wordFor(OnTime onTime)
{
    switch (onTime) {
    case OnTime::InTime:
        return Say::tr("in time");
    case OnTime::Overdue:
        return Say::tr("overdue");
    case OnTime::NotSaid:
        return Say::tr("not said");
    case OnTime::NoDeadline:
        break;
    }
    return Say::tr("no deadline");
}

QString comparisonText(const Comparison &comparison)
{
    QList<QStringList> rows { { Say::tr("the source says"), Say::tr("by the rules"), Say::tr("rows"), QString() } };
    for (const auto &[key, cell] : comparison.cells) {
        rows << QStringList { key.first.empty() ? Say::tr("(blank)") : text(key.first), wordFor(key.second),
            QString::number(cell.rows), cell.isDifferent ? Say::tr("differs") : QString() };
    }
    return tableText(rows) + Say::tr("%1 of %2 rows differ").arg(comparison.different).arg(comparison.compared);
}

} // namespace

QString wordsFor(const ImportReport &report, const QString &differences)
{
    const ImportCounts &counts = report.counts;
    QStringList lines { Say::tr("%1 rows: %2 new, %3 updated, %4 unchanged, %5 rejected")
                            .arg(counts.rows)
                            .arg(counts.added)
                            .arg(counts.updated)
                            .arg(counts.unchanged)
                            .arg(counts.rejected),
        Say::tr("%1 events, %2 new categories and units").arg(counts.events).arg(counts.facts) };
    for (std::size_t i = 0; i < remarkCount; ++i) {
        if (counts.remarks[i] > 0) {
            lines << Say::tr("%1 rows: %2").arg(counts.remarks[i]).arg(description(static_cast<Remark>(i)));
        }
    }
    if (report.rejectedFile) {
        lines << Say::tr("rejected rows with their reasons are in %1").arg(text(report.rejectedFile->string()));
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
            cells << QJsonObject { { QStringLiteral("source"), text(key.first) },
                { QStringLiteral("rules"), text(nameIn(onTimeNames, key.second)) },
                { QStringLiteral("rows"), number(cell.rows) }, { QStringLiteral("differs"), cell.isDifferent } };
        }
        object[QStringLiteral("comparison")] = cells;
    }
    return object;
}

} // namespace huying
