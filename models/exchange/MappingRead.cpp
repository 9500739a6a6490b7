#include "Mapping.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <functional>

namespace huying
{

namespace
{

class SayMappingRead
{
    Q_DECLARE_TR_FUNCTIONS(Mapping)
};

using Read = std::expected<void, Failure>;

Read wrongAt(const QString &key, const QString &what)
{
    return failure(FailureKind::Invalid, SayMappingRead::tr("The mapping is wrong at “%1”: %2").arg(key, what));
}

template <std::size_t count>
QString listOf(const std::array<std::string_view, count> &names)
{
    QStringList list;
    for (const std::string_view name : names) {
        list << QString::fromUtf8(name);
    }
    return list.join(QStringLiteral(", "));
}

Read readText(const QString &key, const QJsonValue &value, std::string &into)
{
    if (!value.isString()) {
        return wrongAt(key, SayMappingRead::tr("it has to be a text."));
    }
    into = value.toString().toStdString();
    return {};
}

template <class Word, std::size_t count>
Read readWord(const QString &key, const QJsonValue &value, const std::array<std::string_view, count> &names, Word &into)
{
    const auto word = wordIn<Word>(names, value.toString().toStdString());
    if (!value.isString() || !word) {
        return wrongAt(key, SayMappingRead::tr("it has to be one of %1.").arg(listOf(names)));
    }
    into = *word;
    return {};
}

Read readNumber(const QString &key, const QJsonValue &value, int first, int last, int &into)
{
    into = value.toInt(first - 1);
    return into >= first && into <= last
        ? Read()
        : wrongAt(key, SayMappingRead::tr("it has to be a number from %1 to %2.").arg(first).arg(last));
}

using Readers = std::map<QString, std::function<Read(const QString &key, const QJsonValue &value)>>;

/// Reads each key of an object by the reader of its name.
Read readObject(const QString &where, const QJsonValue &value, const Readers &readers)
{
    if (!value.isObject()) {
        return wrongAt(where, SayMappingRead::tr("it has to be an object."));
    }
    const QJsonObject object = value.toObject();
    for (auto member = object.begin(); member != object.end(); ++member) {
        const QString key = where.isEmpty() ? member.key() : where + u'.' + member.key();
        const auto reader = readers.find(member.key());
        if (reader == readers.end()) {
            return wrongAt(key, SayMappingRead::tr("there is no such key; known are %1.").arg([&] {
                QStringList known;
                for (const auto &one : readers) {
                    known << one.first;
                }
                return known.join(QStringLiteral(", "));
            }()));
        }
        if (auto read = reader->second(key, member.value()); !read) {
            return read;
        }
    }
    return {};
}

/// An object whose keys are the source's words.
template <class Value, class ReadOne>
Read readWords(const QString &where, const QJsonValue &value, std::map<std::string, Value> &into, ReadOne readOne)
{
    if (!value.isObject()) {
        return wrongAt(where, SayMappingRead::tr("it has to be an object."));
    }
    const QJsonObject object = value.toObject();
    for (auto member = object.begin(); member != object.end(); ++member) {
        if (auto read = readOne(where + u'.' + member.key(), member.value(), into[member.key().toStdString()]); !read) {
            return read;
        }
    }
    return {};
}

Read readTexts(const QString &key, const QJsonValue &value, std::vector<std::string> &into)
{
    if (!value.isArray()) {
        return wrongAt(key, SayMappingRead::tr("it has to be a list of texts."));
    }
    for (const auto all = value.toArray(); const auto &one : all) {
        if (auto read = readText(key, one, into.emplace_back()); !read) {
            return read;
        }
    }
    return {};
}

Readers columnReaders(Mapping &mapping)
{
    Readers readers;
    for (std::size_t i = 0; i < fieldNames.size(); ++i) {
        readers[QString::fromUtf8(fieldNames[i])] = [&mapping, i](const QString &key, const QJsonValue &value) {
            return readText(key, value, mapping.columns[i]);
        };
    }
    return readers;
}

Readers valueReaders(Mapping &mapping)
{
    const auto texts = [](std::map<std::string, std::string> &into) {
        return [&into](const QString &key, const QJsonValue &value) { return readWords(key, value, into, readText); };
    };
    const auto words = [](auto &into, const auto &names) {
        return [&into, &names](const QString &key, const QJsonValue &value) {
            return readWords(key, value, into, [&names](const QString &inner, const QJsonValue &one, auto &word) {
                return readWord(inner, one, names, word);
            });
        };
    };
    return {
        { QStringLiteral("status"), words(mapping.states, sourceStateNames) },
        { QStringLiteral("channel"), words(mapping.channels, channelNames) },
        { QStringLiteral("onTime"), words(mapping.onTime, onTimeNames) },
        { QStringLiteral("category"), texts(mapping.categories) },
        { QStringLiteral("unit"), texts(mapping.units) },
    };
}

Readers defaultReaders(MappingDefaults &defaults)
{
    const auto text = [](std::string &into) {
        return [&into](const QString &key, const QJsonValue &value) { return readText(key, value, into); };
    };
    return {
        { QStringLiteral("channel"),
            [&](const auto &key, const auto &value) { return readWord(key, value, channelNames, defaults.channel); } },
        { QStringLiteral("deadlineClass"),
            [&](const auto &key, const auto &value) {
                return readWord(key, value, deadlineClassNames, defaults.deadlineClass);
            } },
        { QStringLiteral("importance"),
            [&](const auto &key, const auto &value) { return readNumber(key, value, 1, 3, defaults.importance); } },
        { QStringLiteral("category"), text(defaults.category) },
        { QStringLiteral("unit"), text(defaults.unit) },
        { QStringLiteral("answer"), text(defaults.answer) },
    };
}

Read readEncoding(const QString &key, const QJsonValue &value, Mapping &mapping)
{
    mapping.encoding = encodingNamed(value.toString().toStdString());
    return mapping.encoding
        ? Read()
        : wrongAt(key, SayMappingRead::tr("it has to be UTF-8, GBK, GB18030, UTF-16LE or UTF-16BE."));
}

Read readDelimiter(const QString &key, const QJsonValue &value, Mapping &mapping)
{
    const std::string text = value.toString().toStdString();
    if (text.size() != 1) {
        return wrongAt(key, SayMappingRead::tr("it has to be one character, such as a comma, a semicolon or a tab."));
    }
    mapping.delimiter = text.front();
    return {};
}

Read readHeaderFrom(const QString &key, const QJsonValue &value, Mapping &mapping)
{
    int line = 1;
    auto read = readNumber(key, value, 1, 1'000'000, line);
    mapping.headerFrom = static_cast<std::uint64_t>(std::max(line, 1));
    return read;
}

Readers readersOf(Mapping &mapping)
{
    const auto text = [](std::string &into) {
        return [&into](const QString &key, const QJsonValue &value) { return readText(key, value, into); };
    };
    const auto object = [](Readers readers) {
        return [readers = std::move(readers)](
                   const QString &key, const QJsonValue &value) { return readObject(key, value, readers); };
    };
    return {
        { QStringLiteral("system"), text(mapping.system) },
        { QStringLiteral("numberPrefix"), text(mapping.numberPrefix) },
        { QStringLiteral("zone"), text(mapping.zone) },
        { QStringLiteral("datum"),
            [&](const auto &key, const auto &value) { return readWord(key, value, datumNames, mapping.datum); } },
        { QStringLiteral("encoding"),
            [&](const auto &key, const auto &value) { return readEncoding(key, value, mapping); } },
        { QStringLiteral("delimiter"),
            [&](const auto &key, const auto &value) { return readDelimiter(key, value, mapping); } },
        { QStringLiteral("sheet"),
            [&](const auto &key, const auto &value) { return readText(key, value, mapping.sheet.emplace()); } },
        { QStringLiteral("headerFrom"),
            [&](const auto &key, const auto &value) { return readHeaderFrom(key, value, mapping); } },
        { QStringLiteral("columns"), object(columnReaders(mapping)) },
        { QStringLiteral("dates"),
            [&](const auto &key, const auto &value) { return readTexts(key, value, mapping.dates); } },
        { QStringLiteral("values"), object(valueReaders(mapping)) },
        { QStringLiteral("defaults"), object(defaultReaders(mapping.defaults)) },
        { QStringLiteral("doubts"),
            [&](const auto &key, const auto &value) { return readTexts(key, value, mapping.doubts); } },
    };
}

Read checkWhole(const Mapping &mapping)
{
    if (mapping.system.empty()) {
        return wrongAt(QStringLiteral("system"), SayMappingRead::tr("the source needs a name."));
    }
    for (const TicketField needed : { TicketField::Id, TicketField::Opened }) {
        if (mapping.column(needed).empty()) {
            return wrongAt(QStringLiteral("columns.") + QString::fromUtf8(nameIn(fieldNames, needed)),
                SayMappingRead::tr("a column is needed for it."));
        }
    }
    return mapping.dates.empty()
        ? wrongAt(QStringLiteral("dates"), SayMappingRead::tr("at least one format is needed."))
        : Read();
}

} // namespace

std::expected<Mapping, Failure> mappingFromText(std::string_view json)
{
    if (json.starts_with("\xEF\xBB\xBF")) { // an editor's byte-order mark
        json.remove_prefix(3);
    }
    QJsonParseError error;
    const auto document = QJsonDocument::fromJson(QByteArray(json.data(), static_cast<qsizetype>(json.size())), &error);
    if (error.error != QJsonParseError::NoError || !document.isObject()) {
        const auto line = 1 + std::ranges::count(json.substr(0, static_cast<std::size_t>(error.offset)), '\n');
        return failure(FailureKind::Invalid,
            SayMappingRead::tr("The mapping is no JSON object: %1 in line %2.").arg(error.errorString()).arg(line));
    }
    Mapping mapping;
    return readObject({}, document.object(), readersOf(mapping))
        .and_then([&] { return checkWhole(mapping); })
        .transform([&] { return mapping; });
}

SheetOptions sheetOptionsOf(const Mapping &mapping)
{
    SheetOptions options;
    options.encoding = mapping.encoding;
    options.delimiter = mapping.delimiter;
    options.sheetName = mapping.sheet;
    options.headerFrom = mapping.headerFrom;
    return options;
}

} // namespace huying
