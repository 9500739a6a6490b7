#include "Presence.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace huying
{

namespace
{

constexpr std::size_t longestShowing = 200;
constexpr QLatin1StringView looking("looking");
constexpr QLatin1StringView showing("showing");

std::unexpected<Failure> nonsense()
{
    return failure(FailureKind::Invalid, QStringLiteral("this does not say what anybody does"));
}

std::expected<QJsonObject, Failure> objectIn(std::string_view line)
{
    const auto document = QJsonDocument::fromJson(QByteArray::fromRawData(line.data(), qsizetype(line.size())));
    return document.isObject() ? std::expected<QJsonObject, Failure>(document.object()) : nonsense();
}

QJsonObject objectOf(const Doing &doing)
{
    QJsonObject object;
    if (doing.looking) {
        object.insert(looking, QString::fromStdString(toText(*doing.looking)));
    }
    if (!doing.showing.empty()) {
        object.insert(showing, QString::fromStdString(doing.showing));
    }
    return object;
}

std::expected<Doing, Failure> doingIn(const QJsonObject &object)
{
    Doing doing;
    doing.showing = object.value(showing).toString().toStdString();
    if (object.contains(looking)) {
        doing.looking = uuidFromText(object.value(looking).toString().toStdString());
        if (!doing.looking) {
            return nonsense();
        }
    }
    return doing.showing.size() <= longestShowing ? std::expected<Doing, Failure>(std::move(doing)) : nonsense();
}

std::string written(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact).toStdString();
}

} // namespace

std::string textOf(const Doing &doing)
{
    return written(objectOf(doing));
}

std::expected<Doing, Failure> doingFrom(std::string_view text)
{
    return objectIn(text).and_then(doingIn);
}

std::string textOf(const Presence &presence)
{
    QJsonObject object;
    if (presence.isGone) {
        object.insert(QStringLiteral("gone"), true);
    } else {
        object = objectOf(presence.doing);
        object.insert(QStringLiteral("name"), QString::fromStdString(presence.name));
    }
    object.insert(QStringLiteral("who"), qint64(presence.who));
    return written(object);
}

std::expected<std::vector<Presence>, Failure> presencesFrom(std::string_view text)
{
    std::vector<Presence> presences;
    while (!text.empty()) {
        const std::string_view line = text.substr(0, text.find('\n'));
        text.remove_prefix(std::min(text.size(), line.size() + 1));
        const auto object = objectIn(line);
        auto doing = object.and_then(doingIn);
        const qint64 who = object ? object->value(QLatin1StringView("who")).toInteger(0) : 0;
        if (!doing || who <= 0) {
            return nonsense();
        }
        presences.push_back({ .who = who,
            .isGone = object->value(QLatin1StringView("gone")).toBool(),
            .name = object->value(QLatin1StringView("name")).toString().toStdString(),
            .doing = std::move(*doing) });
    }
    return presences;
}

} // namespace huying
