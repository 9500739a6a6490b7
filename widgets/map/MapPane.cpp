#include "MapPane.h"

#include "BaseMapDialog.h"
#include "MapTools.h"

#include <common/ChipButton.h>
#include <common/WrapLayout.h>
#include <mapfiles/FilmDialog.h>
#include <scene/RegionWords.h>
#include <scene/Scene.h>
#include <timebar/TimeBar.h>

#include <QQmlComponent>
#include <QQmlEngine>
#include <QQuickItem>
#include <QQuickWidget>
#include <QStandardPaths>
#include <QVBoxLayout>

namespace huying
{

namespace
{

MapColours coloursOf(const Theme &theme)
{
    const Colours &from = theme.colours;
    MapColours colours { from.ground, from.surface, from.line, from.ink, from.inkSoft, from.accent, from.inTime,
        from.soon, from.overdue, from.paused, {}, theme.ramps.levels, theme.ramps.change,
        theme.type.families.value(0) };
    for (const QColor &stop : theme.ramps.heat) {
        if (stop.alpha() > 0) {
            colours.heat.append(stop);
        }
    }
    return colours;
}

/// As if it were chosen in the chip's menu.
void take(ChipButton &chip, const QVariant &value)
{
    chip.choose(value);
    emit chip.chosen(chip.value());
}

} // namespace

MapPane::MapPane(const ThemeSource &source, QWidget *parent) : QWidget(parent), source_(source)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *line = new WrapLayout;
    const Spaces &space = source.theme().space;
    line->setContentsMargins(space.margin, space.gap, space.margin, space.gap);
    line->setSpacing(space.gap);
    column->addLayout(line);
    addControls(line);
    addTime();
    wear();

    connect(&source, &ThemeSource::changed, this, &MapPane::wear);
    connect(&worker_, &HeatWorker::done, this, [this](const std::shared_ptr<const HeatPicture> &picture) {
        if (shownNow() == Shown::Density) {
            scene_.setHeat(picture, periodNow());
            emit heatShown();
        }
    });
    connect(&worker_, &HeatWorker::counted, this, [this](const std::shared_ptr<const RegionCounts> &counts) {
        counts_ = counts;
        showRegionPicture();
    });
    connect(&scene_, &CountyScene::turnWanted, this, &MapPane::turn);
    connect(&scene_, &CountyScene::ticketActivated, this, &MapPane::ticketActivated);
    connect(&scene_, &CountyScene::ticketsPicked, this, &MapPane::ticketsPicked);
    connect(&scene_, &CountyScene::regionPicked, this, &MapPane::regionPicked);
    connect(&scene_, &CountyScene::areaDrawn, this, &MapPane::areaDrawn);
}

MapPane::~MapPane()
{
    // The view reads the scene to its last moment, and members go before children.
    delete view_;
}

MapPane::Shown MapPane::shownNow() const
{
    return static_cast<Shown>(shown_->value().toInt());
}

void MapPane::addDensityControls(QLayout *line)
{
    radius_ = new ChipButton(source_, tr("Spread"), this);
    radius_->setChoices({ { tr("within 600 m"), 600.0 }, { tr("within 200 m"), 200.0 }, { tr("within 300 m"), 300.0 },
        { tr("within 1.2 km"), 1200.0 }, { tr("within 2.4 km"), 2400.0 } });
    connect(radius_, &ChipButton::chosen, this, [this] {
        unlock();
        askForHeat();
    });
    line->addWidget(radius_);
}

void MapPane::addRegionControls(QLayout *line)
{
    level_ = new ChipButton(source_, tr("Level"), this);
    level_->setChoices({ { tr("townships"), int(RegionLevel::Township) }, { tr("villages"), int(RegionLevel::Village) },
        { tr("grids"), int(RegionLevel::Grid) } });
    level_->setToolTip(tr("V on the map"));
    measure_ = new ChipButton(source_, tr("Figure"), this);
    QList<ChipButton::Choice> measures;
    for (std::size_t i = 0; i < regionMeasures; ++i) {
        measures.append({ wordFor(static_cast<RegionMeasure>(i)), int(i) });
    }
    measure_->setChoices(measures);
    measure_->setToolTip(tr("M on the map"));
    for (ChipButton *chip : { level_, measure_ }) {
        connect(chip, &ChipButton::chosen, this, [this] {
            unlock();
            showRegionPicture();
        });
        chip->hide();
        line->addWidget(chip);
    }
}

void MapPane::addScale(QLayout *line)
{
    scale_ = new ChipButton(source_, tr("Scale"), this);
    scale_->setChoices({ { tr("follows the filter"), false }, { tr("locked"), true } });
    scale_->setToolTip(tr("K on the map"));
    connect(scale_, &ChipButton::chosen, this, [this](const QVariant &isLocked) {
        lockedTop_ = isLocked.toBool() && scene_.heat() ? std::optional(scene_.heatTop()) : std::nullopt;
        const auto &picture = scene_.regionPicture();
        lockedClasses_ = isLocked.toBool() && picture ? std::optional(picture->classes) : std::nullopt;
        askForHeat();
    });
    line->addWidget(scale_);
}

void MapPane::addReference(QLayout *line)
{
    reference_ = new ChipButton(source_, tr("Layers"), this);
    reference_->setToolTip(tr("R on the map"));
    connect(reference_, &ChipButton::chosen, this, [this](const QVariant &which) {
        using Which = ReferenceLayers::Shown;
        const int index = which.toInt();
        const QStringList names = scene_.reference().names();
        scene_.reference().show(index == 0 ? Which::All
                : index <= names.size()    ? Which::One
                                           : Which::None,
            names.value(index - 1));
    });
    connect(&scene_.reference(), &ReferenceLayers::listChanged, this, &MapPane::offerReference);
    line->addWidget(reference_);
    offerReference();
}

/// All, each by itself, none; nothing to choose where there are no layers.
void MapPane::offerReference()
{
    const QStringList names = scene_.reference().names();
    QList<ChipButton::Choice> choices { { tr("all"), 0 } };
    for (int i = 0; i < names.size(); ++i) {
        choices.append({ names[i], i + 1 });
    }
    choices.append({ tr("none"), int(names.size()) + 1 });
    reference_->setChoices(choices);
    reference_->setVisible(!names.isEmpty());
    scene_.reference().show(ReferenceLayers::Shown::All);
}

/// Another figure or spread has another scale.
void MapPane::unlock()
{
    lockedTop_.reset();
    lockedClasses_.reset();
    scale_->choose(false);
}

/// On to the next choice, by a key of the map.
void MapPane::turn(CountyScene::Turn what)
{
    const auto next = [](ChipButton *chip, int count) { take(*chip, (chip->value().toInt() + 1) % count); };
    switch (what) {
    case CountyScene::Turn::Shown:
        next(shown_, 3);
        break;
    case CountyScene::Turn::Level:
        if (shownNow() == Shown::Regions) {
            take(*level_, level_->value().toInt() % int(RegionLevel::Grid) + 1);
        }
        break;
    case CountyScene::Turn::Measure:
        if (shownNow() == Shown::Regions) {
            next(measure_, int(regionMeasures));
        }
        break;
    case CountyScene::Turn::Reference:
        if (const auto count = scene_.reference().names().size(); count > 0) {
            next(reference_, int(count) + 2);
        }
        break;
    case CountyScene::Turn::Scale:
        take(*scale_, !scale_->value().toBool());
        break;
    }
}

void MapPane::addControls(QLayout *line)
{
    shown_ = new ChipButton(source_, tr("Show"), this);
    shown_->setChoices({ { tr("density"), int(Shown::Density) }, { tr("by region"), int(Shown::Regions) },
        { tr("tickets alone"), int(Shown::Nothing) } });
    shown_->setToolTip(tr("D on the map"));
    connect(shown_, &ChipButton::chosen, this, [this] {
        unlock();
        askForHeat();
    });
    line->addWidget(shown_);
    addDensityControls(line);
    addRegionControls(line);
    addScale(line);
    outlines_ = new ChipButton(source_, tr("Outlines"), this);
    outlines_->setChoices({ { tr("by scale"), int(Outlines::ByZoom) }, { tr("townships"), int(Outlines::Townships) },
        { tr("villages"), int(Outlines::Villages) }, { tr("grids"), int(Outlines::Grids) } });
    outlines_->setToolTip(tr("L on the map"));
    connect(outlines_, &ChipButton::chosen, this,
        [this](const QVariant &outlines) { scene_.setOutlines(Outlines(outlines.toInt())); });
    connect(&scene_, &CountyScene::outlinesChanged, this, [this] { outlines_->choose(int(scene_.outlines())); });
    line->addWidget(outlines_);
    addReference(line);
    auto *tools = new MapTools(source_, this);
    connect(tools, &MapTools::timeWanted, this, &MapPane::showTime);
    connect(tools, &MapTools::areaWanted, this, &MapPane::drawArea);
    connect(tools, &MapTools::fileWanted, this, &MapPane::askForFile);
    connect(tools, &MapTools::baseMapWanted, this, &MapPane::askForBaseMap);
    connect(tools, &MapTools::wholeCountyWanted, this, &MapPane::showWholeCounty);
    line->addWidget(tools);
}

void MapPane::askForBaseMap()
{
    BaseMapDialog dialog(source_, base_, this);
    if (dialog.exec() == QDialog::Accepted) {
        setBaseMap(dialog.choice());
        emit baseMapChosen(base_);
    }
}

void MapPane::setBaseMap(const BaseMapChoice &choice)
{
    base_ = choice;
    auto layers =
        layersOf(choice, QStandardPaths::writableLocation(QStandardPaths::CacheLocation) + QStringLiteral("/tiles"));
    scene_.base().show(layers ? std::move(*layers) : BaseMapLayers { {}, layers.error().text });
}

void MapPane::addView()
{
    registerScene();
    view_ = new QQuickWidget(this);
    view_->setResizeMode(QQuickWidget::SizeRootObjectToView);
    view_->setFocusPolicy(Qt::StrongFocus);
    view_->setMinimumSize(320, 240);
    view_->setAccessibleName(tr("County map"));
    view_->setClearColor(scene_.colours().ground);
    auto *component = new QQmlComponent(view_->engine(), countyMapUrl(), view_);
    QObject *map = component->createWithInitialProperties(
        { { QStringLiteral("scene"), QVariant::fromValue(&scene_) } }, view_->rootContext());
    for (const QQmlError &error : component->errors()) {
        qWarning("The map cannot be shown: %s", qUtf8Printable(error.toString()));
    }
    view_->setContent(countyMapUrl(), component, map);
    static_cast<QBoxLayout *>(layout())->insertWidget(1, view_, 1);
}

void MapPane::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    // A first view may make its window anew, which shows this pane once more in the middle of it.
    if (!std::exchange(isMade_, true)) {
        addView();
    }
    emit shown();
}

void MapPane::wear()
{
    const MapColours colours = coloursOf(source_.theme());
    scene_.setColours(colours);
    if (view_ != nullptr) {
        view_->setClearColor(colours.ground);
    }
    askForHeat();
}

void MapPane::setRegions(std::vector<Region> regions)
{
    scene_.setRegions(std::move(regions));
    showRegionPicture();
}

void MapPane::setReferenceLayers(const std::map<std::string, ReferenceLayer> &layers)
{
    scene_.reference().set(layers);
}

void MapPane::setPins(std::vector<MapPin> pins)
{
    scene_.setPins(std::move(pins));
}

void MapPane::setTicketText(std::function<QString(const TicketId &)> text)
{
    scene_.setTicketText(std::move(text));
}

void MapPane::setHeat(const HeatColumns &columns, const DensityFilter &filter, const QString &period)
{
    columns_ = columns;
    filter_ = filter;
    period_ = period;
    countHours();
    askForHeat();
}

void MapPane::askForHeat()
{
    const Shown shown = shownNow();
    radius_->setVisible(shown == Shown::Density);
    level_->setVisible(shown == Shown::Regions);
    measure_->setVisible(shown == Shown::Regions);
    scale_->setEnabled(shown != Shown::Nothing);
    if (shown != Shown::Density) {
        scene_.setHeat(nullptr, {});
    }
    if (shown != Shown::Regions) {
        counts_.reset();
        scene_.setRegionPicture(nullptr);
    }
    if (!columns_ || shown == Shown::Nothing) {
        return;
    }
    if (shown == Shown::Regions) {
        worker_.ask(RegionWish { *columns_, filterNow() });
    } else {
        worker_.ask(wish());
    }
}

/// Another level or figure needs no counting: what was counted is by grid.
void MapPane::showRegionPicture()
{
    if (shownNow() != Shown::Regions || !counts_) {
        return;
    }
    auto picture = std::make_shared<RegionPicture>(
        regionPicture(*counts_, scene_.regions(), static_cast<RegionLevel>(level_->value().toInt()),
            static_cast<RegionMeasure>(measure_->value().toInt()), lockedClasses_));
    picture->period = periodNow();
    scene_.setRegionPicture(std::move(picture));
    emit regionsShown();
}

HeatWish MapPane::wish() const
{
    return { *columns_, filterNow(), radius_->value().toDouble(), lockedTop_, HeatRamp(scene_.colours().heat) };
}

void MapPane::select(const std::optional<TicketId> &ticket)
{
    scene_.select(ticket);
}

void MapPane::pick(const RegionCode &region)
{
    scene_.pick(region);
}

void MapPane::setArea(const GeoArea &area)
{
    scene_.setArea(area);
}

void MapPane::drawArea()
{
    if (view_ != nullptr && view_->rootObject() != nullptr) {
        view_->setFocus();
        QMetaObject::invokeMethod(view_->rootObject(), "drawArea");
    }
}

void MapPane::announce(GeoPoint place)
{
    scene_.announce(place);
}

void MapPane::showDensity()
{
    take(*shown_, int(Shown::Density));
}

void MapPane::showRegions(RegionLevel level, RegionMeasure measure)
{
    take(*shown_, int(Shown::Regions));
    take(*level_, int(level));
    take(*measure_, int(measure));
}

void MapPane::lockScale(bool isLocked)
{
    take(*scale_, isLocked);
}

void MapPane::showPlace(GeoPoint place, double zoom)
{
    if (view_ != nullptr && view_->rootObject() != nullptr) {
        const QGeoCoordinate centre(place.latitude(), place.longitude());
        QMetaObject::invokeMethod(
            view_->rootObject(), "show", Q_ARG(QVariant, QVariant::fromValue(centre)), Q_ARG(double, zoom));
    }
}

void MapPane::showWholeCounty()
{
    if (view_ != nullptr && view_->rootObject() != nullptr) {
        QMetaObject::invokeMethod(view_->rootObject(), "showWhole");
    }
}

} // namespace huying
