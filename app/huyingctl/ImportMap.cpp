#include "Command.h"

#include "Console.h"
#include "MapProposal.h"
#include "MapReport.h"
#include "ReferenceReport.h"

#include <geo/ReaderProcess.h>

#include <QCoreApplication>
#include <QFileInfo>

namespace huying
{

namespace
{

struct SayImportMap {
    Q_DECLARE_TR_FUNCTIONS(huyingctl)
};

struct Wanted {
    GeoRequest request;
    std::optional<RegionLevel> level; ///< nothing: the one that most of the file fits
    bool isReference = false; ///< no regions: something else to be seen on the map
    QString name; ///< of the reference layer
    MatchWish wish;
    LogAddress log;
};

std::expected<Wanted, Failure> wantedIn(const Options &options)
{
    const QString level = options.text(QStringLiteral("level"));
    auto log = logAddressIn(options);
    const auto tolerance = log ? options.decimal(QStringLiteral("tolerance"), 0, 200) : std::unexpected(log.error());
    if (!tolerance) {
        return std::unexpected(tolerance.error());
    }
    Wanted wanted;
    wanted.level = wordIn<RegionLevel>(regionLevelNames, level.toStdString());
    wanted.isReference = level == u"other";
    wanted.name = options.text(QStringLiteral("name"));
    if (!level.isEmpty() && !wanted.level && !wanted.isReference) {
        return failure(FailureKind::Invalid, SayImportMap::tr("--level is county, township, village, grid or other."));
    }
    if (!wanted.name.isEmpty() && !wanted.isReference) {
        return failure(FailureKind::Invalid, SayImportMap::tr("--name goes with --level other."));
    }
    wanted.request.file = QFileInfo(options.arguments().constFirst()).absoluteFilePath().toStdString();
    wanted.request.layer = options.text(QStringLiteral("layer"));
    wanted.request.system = options.text(QStringLiteral("datum"));
    wanted.request.encoding = options.text(QStringLiteral("encoding"));
    wanted.request.toleranceMetres = *tolerance;
    wanted.request.areSiblings = !wanted.isReference;
    wanted.wish.county = { options.text(QStringLiteral("county")).toStdString() };
    wanted.wish.nameField = options.text(QStringLiteral("name-field"));
    wanted.wish.codeField = options.text(QStringLiteral("code-field"));
    wanted.log = std::move(*log);
    return wanted;
}

/// By the level that is wished, or the one that most of the file fits, which it is set to.
std::expected<Matching, Failure> matchingFor(Wanted &wanted, const GeoReading &reading, const Directory &directory)
{
    if (wanted.level) {
        wanted.wish.level = *wanted.level;
        return matched(reading, directory, wanted.wish);
    }
    std::optional<Matching> best;
    RegionLevel bestLevel = RegionLevel::County;
    for (const RegionLevel level :
        { RegionLevel::County, RegionLevel::Township, RegionLevel::Village, RegionLevel::Grid }) {
        wanted.wish.level = level;
        auto tried = matched(reading, directory, wanted.wish);
        if (!tried) {
            return tried;
        }
        if (tried->matched() > (best ? best->matched() : 0)) {
            best = std::move(*tried);
            bestLevel = level;
        }
    }
    wanted.wish.level = bestLevel;
    return best ? std::expected<Matching, Failure>(std::move(*best))
                : failure(FailureKind::Invalid,
                      SayImportMap::tr("Nothing in the file is called like a region of this county, or has its code."));
}

/// Whatever else the file has, to be seen on the map.
int importReference(const Options &options, const Wanted &wanted, const GeoReading &reading, Console &console)
{
    const QFileInfo file(options.arguments().constFirst());
    auto layer = referenceLayerOf(reading, wanted.wish.nameField, file.fileName());
    auto name = layer ? layerNameOf(wanted.name.isEmpty() ? file.completeBaseName() : wanted.name)
                      : std::unexpected(layer.error());
    if (!name) {
        return console.fail(name.error(), NotDone);
    }
    layer->name = std::move(*name);
    ReferenceReport report { reading, *layer, std::nullopt };
    if (!options.has(QStringLiteral("dry-run"))) {
        const auto position = proposeFacts(wanted.log, wanted.wish.county, { *layer }, importDesk(*layer));
        if (!position) {
            return console.fail(position.error(), NotDone);
        }
        report.position = *position;
    }
    console.answer(wordsFor(report), objectOf(report));
    return Done;
}

std::vector<CountyFact> factsOf(const GeoLayer &layer, const Directory &directory)
{
    std::vector<CountyFact> facts;
    for (Region &region : regionsOf(layer, directory)) {
        facts.emplace_back(std::move(region));
    }
    return facts;
}

int importBorders(const Options &options, Wanted wanted, const GeoReading &reading, Console &console)
{
    auto surroundings = mapSurroundings(wanted.log);
    if (!surroundings) {
        return console.fail(surroundings.error(), NotDone);
    }
    const Directory &directory = surroundings->directory;
    const auto matching = matchingFor(wanted, reading, directory);
    const QString file = QFileInfo(options.arguments().constFirst()).fileName();
    const auto layer =
        matching ? layerOf(reading, *matching, wanted.wish.level, file) : std::unexpected(matching.error());
    const auto shares = layer ? shiftSharesOf(*surroundings, *layer) : std::unexpected(layer.error());
    if (!shares) {
        return console.fail(shares.error(), NotDone);
    }
    MapReport report { reading, *matching, directory, wanted.wish.level, *shares, std::nullopt };
    if (!options.has(QStringLiteral("dry-run"))) {
        surroundings->log.reset();
        const auto position =
            proposeFacts(wanted.log, wanted.wish.county, factsOf(*layer, directory), importDesk(*layer));
        if (!position) {
            return console.fail(position.error(), NotDone);
        }
        report.position = *position;
    }
    console.answer(wordsFor(report), objectOf(report));
    return Done;
}

int importMap(const Options &options, Wanted wanted, Console &console)
{
    const auto reading = readGeography(wanted.request, {}, {});
    if (!reading) {
        const bool isAsked = reading.error().wants != GeoRefusal::Wants::Nothing;
        return console.fail(reading.error().failure, isAsked ? WrongUsage : NotDone);
    }
    return wanted.isReference ? importReference(options, wanted, *reading, console)
                              : importBorders(options, std::move(wanted), *reading, console);
}

} // namespace

int importMapCommand(const QStringList &arguments)
{
    Options options(
        SayImportMap::tr("Takes borders of the county, its townships, villages or grids into a ledger, or another "
                         "layer to be seen on the map: GeoPackage, Shapefile, GeoJSON, KML, CSV, FlatGeobuf. All that "
                         "fits of the file, or nothing."));
    options.addArgument(
        QStringLiteral("FILE"), SayImportMap::tr("The file; of a Shapefile the one that ends in .shp."));
    addLogOptions(options, SayImportMap::tr("The ledger; a new one is founded."));
    options.add(QStringLiteral("level"),
        SayImportMap::tr(
            "What the file has: county, township, village, grid, or other for roads, waters, schools and the like. "
            "Without it, what most of the file fits."),
        QStringLiteral("LEVEL"));
    options.add(QStringLiteral("name"),
        SayImportMap::tr("What the other layer is called; one of that name is replaced. Without it, like the file."),
        QStringLiteral("NAME"));
    options.add(QStringLiteral("layer"), SayImportMap::tr("The layer of the file, where it has several."),
        QStringLiteral("LAYER"));
    options.add(QStringLiteral("datum"),
        SayImportMap::tr(
            "The coordinate system that the file is in, whatever it says: WGS-84, CGCS2000, GCJ-02, BD-09, "
            "CGCS2000/GK3-38, EPSG:4526."),
        QStringLiteral("SYSTEM"));
    options.add(QStringLiteral("name-field"), SayImportMap::tr("The field with the names."), QStringLiteral("FIELD"));
    options.add(QStringLiteral("code-field"), SayImportMap::tr("The field with the codes."), QStringLiteral("FIELD"));
    options.add(
        QStringLiteral("encoding"), SayImportMap::tr("Of the file's texts, such as GBK."), QStringLiteral("ENCODING"));
    options.add(QStringLiteral("tolerance"),
        SayImportMap::tr("Simplify borders by so many metres; shared ones stay shared."), QStringLiteral("METRES"),
        QStringLiteral("0"));
    options.add(QStringLiteral("dry-run"), SayImportMap::tr("Only say what would be taken in."));
    if (const auto status = options.read(arguments)) {
        return *status;
    }
    Console console(options.isJson());
    auto wanted = wantedIn(options);
    if (!wanted) {
        return console.fail(wanted.error(), WrongUsage);
    }
    return importMap(options, std::move(*wanted), console);
}

} // namespace huying
