#include "MapForms.h"
#include "MapPane.h"

#include <common/ChipButton.h>
#include <mapfiles/FilmDialog.h>
#include <scene/PinLayer.h>
#include <timebar/TimeBar.h>

#include <QQuickItem>
#include <QQuickWidget>

namespace huying
{

/// What is seen of the world now; the whole county while there is no view.
MapSight MapPane::sight() const
{
    MapSight sight;
    sight.scene = &scene_;
    sight.view = scene_.whole();
    sight.words = words_ ? words_() : SheetWords();
    sight.period = periodNow();
    sight.isFrame = !time_->isHidden() && time_->frame();
    const auto *layer = view_ != nullptr && view_->rootObject() != nullptr
        ? view_->rootObject()->findChild<MapLayer *>(QStringLiteral("pins"))
        : nullptr;
    if (layer != nullptr) {
        const WorldPoint corner = layer->toWorldPoint({ 0, 0 });
        const WorldPoint other = layer->toWorldPoint({ layer->width(), layer->height() });
        sight.view = { corner.x, corner.y, other.x - corner.x, other.y - corner.y };
    }
    return sight;
}

void MapPane::askForFile()
{
    const MapSight seen = sight();
    SheetStuff stuff = sheetOf(seen);
    std::vector<DataForm> forms;
    if (columns_) {
        forms = dataForms(seen, stuff, { *columns_, filterNow(), radius_->value().toDouble(), writer_ });
    }
    SheetDialog dialog(
        source_, std::move(stuff), std::move(forms), static_cast<RegionLevel>(level_->value().toInt()), this);
    connect(&dialog, &FileDialog::written, this, &MapPane::fileWritten);
    dialog.exec();
}

void MapPane::askForFilm()
{
    if (!columns_ || time_->frames().empty() || shownNow() == Shown::Nothing) {
        return;
    }
    time_->pause();
    QStringList names;
    for (const Frame &frame : time_->frames()) {
        names.append(time_->nameOf(frame));
    }
    const FilmShow show { wish(), static_cast<RegionLevel>(level_->value().toInt()),
        static_cast<RegionMeasure>(measure_->value().toInt()), lockedClasses_, shownNow() == Shown::Regions };
    FilmDialog dialog(source_, filmOf(sight(), show, time_->frames(), names), this);
    connect(&dialog, &FileDialog::written, this, &MapPane::fileWritten);
    dialog.exec();
}

} // namespace huying
