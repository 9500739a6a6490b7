#include "MapData.h"

#include <QStringList>

namespace huying
{

namespace
{

template <class Kind>
void addCodes(QStringList &parts, const QString &name, const std::vector<Code<Kind>> &codes)
{
    QStringList texts;
    for (const Code<Kind> &code : codes) {
        texts << QString::fromStdString(code.text);
    }
    if (!texts.isEmpty()) {
        parts << name + u'=' + texts.join(u',');
    }
}

template <class Word, std::size_t count>
void addWords(QStringList &parts, const QString &name, const std::set<Word> &words,
    const std::array<std::string_view, count> &names)
{
    QStringList texts;
    for (const Word word : words) {
        const std::string_view text = nameIn(names, word);
        texts << QString::fromUtf8(text.data(), qsizetype(text.size()));
    }
    if (!texts.isEmpty()) {
        parts << name + u'=' + texts.join(u',');
    }
}

/// The drawn area as well-known text, so that it can be drawn again elsewhere.
QString wellKnown(const GeoArea &area)
{
    QStringList corners;
    for (std::size_t i = 0; i <= area.corners.size(); ++i) {
        const GeoPoint corner = area.corners[i % area.corners.size()];
        corners << QStringLiteral("%1 %2").arg(corner.longitude(), 0, 'f', 7).arg(corner.latitude(), 0, 'f', 7);
    }
    return QStringLiteral("POLYGON((%1))").arg(corners.join(u','));
}

bool isMidnight(const std::optional<Instant> &moment)
{
    return !moment || *moment == startOf(dayOf(*moment));
}

} // namespace

QString filterText(const DensityFilter &filter)
{
    QStringList parts;
    addCodes(parts, QStringLiteral("category"), filter.categories);
    addCodes(parts, QStringLiteral("region"), filter.regions);
    addCodes(parts, QStringLiteral("unit"), filter.units);
    addWords(parts, QStringLiteral("channel"), filter.channels, channelNames);
    addWords(parts, QStringLiteral("step"), filter.steps, stepNames);
    addWords(parts, QStringLiteral("class"), filter.classes, deadlineClassNames);
    if (!filter.area.isEmpty()) {
        parts << QStringLiteral("area=") + wellKnown(filter.area);
    }
    return parts.join(QStringLiteral("; "));
}

PeriodTexts periodTexts(const DensityFilter &filter)
{
    const bool isInDays = isMidnight(filter.from) && isMidnight(filter.until);
    const auto text = [isInDays](const std::optional<Instant> &moment, std::chrono::days back) {
        return !moment ? QString()
                       : QString::fromStdString(isInDays ? isoDay(dayOf(*moment) - back) : isoCountyTime(*moment));
    };
    return { text(filter.from, {}), text(filter.until, std::chrono::days { 1 }) };
}

GeoRemarks remarksOf(const MapData &data)
{
    const PeriodTexts period = periodTexts(data.filter);
    GeoRemarks remarks { { QStringLiteral("PERIOD_START"), period.start }, { QStringLiteral("PERIOD_END"), period.end },
        { QStringLiteral("FILTER"), filterText(data.filter) }, { QStringLiteral("SOURCE"), data.source },
        { QStringLiteral("CREATED"),
            QString::fromStdString(isoCountyTime(std::chrono::floor<std::chrono::seconds>(data.madeAt))) },
        { QStringLiteral("SOFTWARE"), QStringLiteral("Huying " HUYING_VERSION) } };
    std::erase_if(remarks, [](const auto &remark) { return remark.second.isEmpty(); });
    return remarks;
}

} // namespace huying
