#include "MapPane.h"

#include "MapTools.h"

#include <common/ChipButton.h>
#include <scene/RegionWords.h>

#include <QLayout>

namespace huying
{

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
    const auto next = [](ChipButton *chip, int count) { chip->choose((chip->value().toInt() + 1) % count); };
    switch (what) {
    case CountyScene::Turn::Shown:
        next(shown_, 3);
        break;
    case CountyScene::Turn::Level:
        if (shownNow() == Shown::Regions) {
            level_->choose(level_->value().toInt() % int(RegionLevel::Grid) + 1);
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
        scale_->choose(!scale_->value().toBool());
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

void MapPane::setReferenceLayers(const std::map<std::string, ReferenceLayer> &layers)
{
    scene_.reference().set(layers);
}

void MapPane::showDensity()
{
    shown_->choose(int(Shown::Density));
}

void MapPane::showRegions(RegionLevel level, RegionMeasure measure)
{
    shown_->choose(int(Shown::Regions));
    level_->choose(int(level));
    measure_->choose(int(measure));
}

void MapPane::lockScale(bool isLocked)
{
    scale_->choose(isLocked);
}

} // namespace huying
