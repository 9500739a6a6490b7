#include "Mapping.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace huying
{

namespace
{

QJsonValue json(std::string_view text)
{
    return QString::fromUtf8(text);
}

void put(QJsonObject &object, std::string_view key, std::string_view text)
{
    if (!text.empty()) {
        object[QString::fromUtf8(key)] = json(text);
    }
}

template <class Value, class Named>
void putWords(QJsonObject &values, std::string_view key, const std::map<std::string, Value> &words, Named named)
{
    QJsonObject object;
    for (const auto &[word, meaning] : words) {
        object[QString::fromStdString(word)] = json(named(meaning));
    }
    if (!object.isEmpty()) {
        values[QString::fromUtf8(key)] = object;
    }
}

QJsonArray listed(const std::vector<std::string> &texts)
{
    QJsonArray list;
    for (const std::string &text : texts) {
        list.append(json(text));
    }
    return list;
}

QJsonObject columnsOf(const Mapping &mapping)
{
    QJsonObject columns;
    for (std::size_t i = 0; i < fieldNames.size(); ++i) {
        put(columns, fieldNames[i], mapping.columns[i]);
    }
    return columns;
}

QJsonObject valuesOf(const Mapping &mapping)
{
    const auto same = [](const std::string &text) { return std::string_view(text); };
    QJsonObject values;
    putWords(values, "status", mapping.states, [](SourceState state) { return nameIn(sourceStateNames, state); });
    putWords(values, "channel", mapping.channels, [](Channel channel) { return nameIn(channelNames, channel); });
    putWords(values, "onTime", mapping.onTime, [](OnTime word) { return nameIn(onTimeNames, word); });
    putWords(values, "category", mapping.categories, same);
    putWords(values, "unit", mapping.units, same);
    return values;
}

QJsonObject defaultsOf(const MappingDefaults &defaults)
{
    QJsonObject object;
    put(object, "channel", nameIn(channelNames, defaults.channel));
    put(object, "deadlineClass", nameIn(deadlineClassNames, defaults.deadlineClass));
    object[QStringLiteral("importance")] = defaults.importance;
    put(object, "category", defaults.category);
    put(object, "unit", defaults.unit);
    put(object, "answer", defaults.answer);
    return object;
}

} // namespace

std::string textOf(const Mapping &mapping)
{
    QJsonObject object;
    put(object, "system", mapping.system);
    put(object, "numberPrefix", mapping.numberPrefix);
    put(object, "zone", mapping.zone);
    put(object, "datum", nameIn(datumNames, mapping.datum));
    put(object, "encoding", mapping.encoding ? nameOf(*mapping.encoding) : std::string_view());
    put(object, "delimiter", mapping.delimiter ? std::string(1, *mapping.delimiter) : std::string());
    put(object, "sheet", mapping.sheet.value_or(std::string()));
    object[QStringLiteral("headerFrom")] = static_cast<qint64>(mapping.headerFrom);
    object[QStringLiteral("columns")] = columnsOf(mapping);
    object[QStringLiteral("dates")] = listed(mapping.dates);
    object[QStringLiteral("values")] = valuesOf(mapping);
    object[QStringLiteral("defaults")] = defaultsOf(mapping.defaults);
    if (!mapping.doubts.empty()) {
        object[QStringLiteral("doubts")] = listed(mapping.doubts);
    }
    return QJsonDocument(object).toJson(QJsonDocument::Indented).toStdString();
}

} // namespace huying
