#include "MapPane.h"

#include "BaseMapDialog.h"

#include <common/ChipButton.h>
#include <common/FlowLayout.h>
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

} // namespace

MapPane::MapPane(const ThemeSource &source, QWidget *parent) : QWidget(parent), source_(source)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    const Spaces &space = source.theme().space;
    auto *line = new FlowLayout(space.gap);
    line->endAtRight();
    line->setContentsMargins(space.margin, space.gap, space.margin, space.gap);
    column->addLayout(line);
    addControls(line);
    addTime();
    wear();

    connect(&source, &ThemeSource::changed, this, &MapPane::wear);
    connect(&worker_, &HeatWorker::done, this, [this](const std::shared_ptr<const HeatPicture> &picture) {
        if (columns_ && shownNow() == Shown::Density) {
            scene_.setHeat(picture, periodNow());
            emit heatShown();
        }
    });
    connect(&worker_, &HeatWorker::counted, this, [this](const std::shared_ptr<const RegionCounts> &counts) {
        if (columns_) {
            counts_ = counts;
            showRegionPicture();
        }
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
    const QList<QQmlError> errors = component->errors();
    for (const QQmlError &error : errors) {
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

void MapPane::clearHeat()
{
    columns_.reset();
    counts_.reset();
    scene_.setHeat(nullptr, {});
    scene_.setRegionPicture(nullptr);
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
