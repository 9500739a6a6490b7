#include "MapPane.h"

#include <common/ChipButton.h>
#include <mapfiles/FilmDialog.h>
#include <scene/PinLayer.h>

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
    sight.period = period_;
    sight.now = std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
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
    SheetDialog dialog(source_, sheetOf(sight()), {}, this);
    connect(&dialog, &FileDialog::written, this, &MapPane::fileWritten);
    dialog.exec();
}

} // namespace huying
