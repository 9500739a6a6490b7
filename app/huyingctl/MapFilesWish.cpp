#include "MapFilesWish.h"

#include "Console.h"

#include <heat/Density.h>

#include <QCoreApplication>

namespace huying
{

namespace
{

struct SayMapFiles {
    Q_DECLARE_TR_FUNCTIONS(huyingctl)
};

/// Codes or words with commas between.
QStringList listIn(const Options &options, const QString &name)
{
    return options.text(name).split(u',', Qt::SkipEmptyParts);
}

template <class Code>
std::vector<Code> codesIn(const Options &options, const QString &name)
{
    std::vector<Code> codes;
    for (const auto all = listIn(options, name); const QString &text : all) {
        codes.push_back({ text.trimmed().toStdString() });
    }
    return codes;
}

template <class Word, std::size_t count>
std::expected<std::set<Word>, Failure> wordsIn(
    const Options &options, const QString &name, const std::array<std::string_view, count> &names)
{
    std::set<Word> words;
    for (const auto texts = listIn(options, name); const QString &text : texts) {
        const auto word = wordIn<Word>(names, text.trimmed().toStdString());
        if (!word) {
            QStringList all;
            for (const std::string_view known : names) {
                all << textOf(known);
            }
            return failure(FailureKind::Invalid,
                SayMapFiles::tr("--%1 is one or several of: %2.").arg(name, all.join(QStringLiteral(", "))));
        }
        words.insert(*word);
    }
    return words;
}

std::expected<std::optional<Day>, Failure> dayIn(const Options &options, const QString &name)
{
    return options.has(name) ? options.day(name).transform([](Day day) { return std::optional(day); })
                             : std::optional<Day>();
}

std::expected<FiguresWish, Failure> figuresIn(const Options &options)
{
    const auto from = dayIn(options, QStringLiteral("from"));
    const auto to = dayIn(options, QStringLiteral("to"));
    const auto channels = wordsIn<Channel>(options, QStringLiteral("channel"), channelNames);
    const auto steps = wordsIn<Step>(options, QStringLiteral("step"), stepNames);
    const auto classes = wordsIn<DeadlineClass>(options, QStringLiteral("class"), deadlineClassNames);
    for (const Failure *wrong :
        { from ? nullptr : &from.error(), to ? nullptr : &to.error(), channels ? nullptr : &channels.error(),
            steps ? nullptr : &steps.error(), classes ? nullptr : &classes.error() }) {
        if (wrong != nullptr) {
            return std::unexpected(*wrong);
        }
    }
    if (*from && *to && **to < **from) {
        return failure(FailureKind::Invalid, SayMapFiles::tr("--to is before --from."));
    }
    return FiguresWish { codesIn<CategoryCode>(options, QStringLiteral("category")),
        codesIn<RegionCode>(options, QStringLiteral("region")), codesIn<UnitCode>(options, QStringLiteral("unit")),
        *channels, *steps, *classes, *from, *to };
}

std::expected<MapFilesWish, Failure> filesIn(const Options &options)
{
    MapFilesWish wish;
    wish.density = options.text(QStringLiteral("density"));
    wish.regions = options.text(QStringLiteral("regions"));
    wish.form.hasBorders = options.has(QStringLiteral("wkt"));
    if (wish.density.isEmpty() && wish.regions.isEmpty()) {
        return failure(FailureKind::Invalid, SayMapFiles::tr("Name --density, --regions or both."));
    }
    const auto level = wordIn<RegionLevel>(regionLevelNames, options.text(QStringLiteral("level")).toStdString());
    if (!level) {
        return failure(FailureKind::Invalid, SayMapFiles::tr("--level is county, township, village or grid."));
    }
    wish.form.level = *level;
    const auto radius = options.decimal(QStringLiteral("radius"), leastRadiusMetres, 10'000);
    const auto density = wish.density.isEmpty() ? std::expected<void, Failure>() : densityEnding(wish.density);
    const auto regions = wish.regions.isEmpty() ? std::expected<void, Failure>() : regionsEnding(wish.regions);
    if (!radius || !density || !regions) {
        return std::unexpected(!radius ? radius.error() : !density ? density.error() : regions.error());
    }
    wish.radiusMetres = *radius;
    return wish;
}

void addFilterOptions(Options &options)
{
    options.add(QStringLiteral("from"),
        SayMapFiles::tr("The first day that counts; without it all days from the beginning."), QStringLiteral("DATE"));
    options.add(QStringLiteral("to"), SayMapFiles::tr("The last day that counts."), QStringLiteral("DATE"));
    options.add(QStringLiteral("category"),
        SayMapFiles::tr(
            "Only this category and those below it; several with commas between, here and in what follows."),
        QStringLiteral("CODE"));
    options.add(QStringLiteral("region"), SayMapFiles::tr("Only this region."), QStringLiteral("CODE"));
    options.add(QStringLiteral("unit"), SayMapFiles::tr("Only this lead unit."), QStringLiteral("CODE"));
    options.add(
        QStringLiteral("channel"), SayMapFiles::tr("Only this channel, such as hotline."), QStringLiteral("CHANNEL"));
    options.add(QStringLiteral("step"),
        SayMapFiles::tr("Only tickets that stand at this step, such as closed; without it all but void ones."),
        QStringLiteral("STEP"));
    options.add(QStringLiteral("class"), SayMapFiles::tr("Only this deadline class, such as emergency."),
        QStringLiteral("CLASS"));
}

} // namespace

void addMapFileOptions(Options &options)
{
    addLogOptions(options, SayMapFiles::tr("The ledger."));
    options.add(QStringLiteral("density"),
        SayMapFiles::tr("Where the density goes: GeoTIFF in EPSG:3857, tickets per km² and period."),
        QStringLiteral("FILE.tif"));
    options.add(QStringLiteral("radius"), SayMapFiles::tr("How far a ticket's weight spreads, in metres."),
        QStringLiteral("METRES"), QStringLiteral("600"));
    options.add(QStringLiteral("regions"),
        SayMapFiles::tr(
            "Where the regions go: GeoPackage, GeoJSON or CSV, as the name ends in .gpkg, .geojson or .csv."),
        QStringLiteral("FILE"));
    options.add(QStringLiteral("level"), SayMapFiles::tr("Which regions: county, township, village or grid."),
        QStringLiteral("LEVEL"), QStringLiteral("township"));
    options.add(QStringLiteral("wkt"), SayMapFiles::tr("With borders in CSV too, as well-known text."));
    addFilterOptions(options);
}

std::expected<MapFilesWish, Failure> mapFilesWishIn(const Options &options)
{
    auto log = logAddressIn(options);
    auto wish = log ? filesIn(options) : std::unexpected(log.error());
    auto figures = wish ? figuresIn(options) : std::unexpected(wish.error());
    return figures.transform([&](FiguresWish &found) {
        wish->log = std::move(*log);
        wish->figures = std::move(found);
        return std::move(*wish);
    });
}

} // namespace huying
