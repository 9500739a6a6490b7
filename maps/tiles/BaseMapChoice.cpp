#include "BaseMapChoice.h"

#include "FolderTiles.h"
#include "MBTiles.h"
#include "NetworkTiles.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QSettings>
#include <QUrl>

namespace huying
{

namespace
{

QString words(const char *english)
{
    return QCoreApplication::translate("BaseMap", english);
}

constexpr std::array<const char *, 5> kindNames { "none", "folder", "mbtiles", "server", "tianditu" };

std::expected<BaseMapLayers, Failure> folder(const BaseMapChoice &choice)
{
    if (!QFileInfo(choice.place).isDir()) {
        return failure(
            FailureKind::NotFound, QCoreApplication::translate("BaseMap", "%1 is no folder.").arg(choice.place));
    }
    BaseMapLayers made { {}, choice.attribution };
    made.layers.push_back(std::make_unique<FolderTiles>(choice.place));
    return made;
}

std::expected<BaseMapLayers, Failure> file(const BaseMapChoice &choice)
{
    return MBTiles::open(choice.place).transform([&](std::unique_ptr<MBTiles> tiles) {
        BaseMapLayers made { {}, choice.attribution.isEmpty() ? tiles->attribution() : choice.attribution };
        made.layers.push_back(std::move(tiles));
        return made;
    });
}

std::expected<BaseMapLayers, Failure> server(const BaseMapChoice &choice, const QString &cacheFolder)
{
    QString sample = choice.place;
    for (const char *part : { "{z}", "{x}", "{y}" }) {
        if (!sample.contains(QLatin1String(part))) {
            return failure(FailureKind::Invalid,
                QCoreApplication::translate("BaseMap", "The address needs %1.").arg(QLatin1String(part)));
        }
        sample.replace(QLatin1String(part), QStringLiteral("1"));
    }
    const QUrl address(sample.replace(QLatin1String("{s}"), QStringLiteral("a")), QUrl::StrictMode);
    if (!address.isValid()
        || (address.scheme() != QLatin1String("http") && address.scheme() != QLatin1String("https"))) {
        return failure(FailureKind::Invalid,
            words(QT_TRANSLATE_NOOP("BaseMap", "The address has to begin with http:// or https://.")));
    }
    BaseMapLayers made { {}, choice.attribution };
    made.layers.push_back(std::make_unique<NetworkTiles>(NetworkTilesSettings { .address = choice.place,
        .servers = { QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c") },
        .cacheFolder = cacheFolder }));
    return made;
}

/// One of the two layers: the ground, or the names on it.
QString tiandituAddress(const QString &layer, const QString &key)
{
    return QStringLiteral("https://t{s}.tianditu.gov.cn/%1_w/wmts?SERVICE=WMTS&REQUEST=GetTile&VERSION=1.0.0&LAYER=%1"
                          "&STYLE=default&TILEMATRIXSET=w&FORMAT=tiles&TILEMATRIX={z}&TILEROW={y}&TILECOL={x}&tk=%2")
        .arg(layer, QString::fromLatin1(QUrl::toPercentEncoding(key)));
}

std::expected<BaseMapLayers, Failure> tianditu(const BaseMapChoice &choice, const QString &cacheFolder)
{
    if (choice.key.isEmpty()) {
        return failure(FailureKind::Invalid, words(QT_TRANSLATE_NOOP("BaseMap", "天地图 needs a key.")));
    }
    BaseMapLayers made { {}, QStringLiteral("天地图") };
    for (const char *layer : { "vec", "cva" }) {
        NetworkTilesSettings settings;
        settings.address = tiandituAddress(QLatin1String(layer), choice.key);
        for (int number = 0; number < 8; ++number) {
            settings.servers.append(QString::number(number));
        }
        settings.cacheFolder =
            cacheFolder.isEmpty() ? QString() : cacheFolder + QLatin1Char('/') + QLatin1String(layer);
        settings.cacheBytes /= 2;
        made.layers.push_back(std::make_unique<NetworkTiles>(settings));
    }
    return made;
}

} // namespace

BaseMapChoice readBaseMap(const QSettings &settings)
{
    const QByteArray kind = settings.value(QStringLiteral("map/base")).toString().toLatin1();
    const auto found = std::ranges::find_if(kindNames, [&](const char *name) { return kind == name; });
    return { found == kindNames.end() ? BaseMapKind::None : BaseMapKind(found - kindNames.begin()),
        settings.value(QStringLiteral("map/place")).toString(), settings.value(QStringLiteral("map/key")).toString(),
        settings.value(QStringLiteral("map/attribution")).toString() };
}

void writeBaseMap(QSettings &settings, const BaseMapChoice &choice)
{
    settings.setValue(QStringLiteral("map/base"), QString::fromLatin1(kindNames[std::size_t(choice.kind)]));
    settings.setValue(QStringLiteral("map/place"), choice.place);
    settings.setValue(QStringLiteral("map/key"), choice.key);
    settings.setValue(QStringLiteral("map/attribution"), choice.attribution);
}

std::expected<BaseMapLayers, Failure> layersOf(const BaseMapChoice &choice, const QString &cacheFolder)
{
    switch (choice.kind) {
    case BaseMapKind::None:
        break;
    case BaseMapKind::Folder:
        return folder(choice);
    case BaseMapKind::MBTiles:
        return file(choice);
    case BaseMapKind::Server:
        return server(choice, cacheFolder);
    case BaseMapKind::Tianditu:
        return tianditu(choice, cacheFolder);
    }
    return BaseMapLayers {};
}

} // namespace huying
