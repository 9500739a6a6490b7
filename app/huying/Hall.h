#pragma once

#include "DeskOptions.h"
#include "DeskThreads.h"
#include "MapFeed.h"
#include "MapImport.h"

#include <desk/Desk.h>
#include <deskwindow/DeskWindow.h>
#include <pictures/PictureBook.h>

#include <QObject>

#include <memory>

class QSettings;

namespace huying
{

/// Whether somebody has looked at the map at this workstation, now or another time.
bool isMapUsed(const QSettings &settings);

/// Brings the window and what stands behind it together: the screens get models and functions, the desk gets what was
/// done.
class Hall : public QObject
{
    Q_OBJECT
public:
    Hall(const DeskOptions &options, ThemeSource &theme);
    ~Hall() override;

    DeskWindow &window() { return *_window; }
    /// Takes what was chosen before from `settings`, and keeps it there.
    void keepIn(QSettings &settings);
    /// Notes there that somebody looks at the map, when they do.
    void rememberMap(QSettings &settings);
    MapPane &map() { return *_map; }
    /// As the desk knows it; null before it is filled.
    [[nodiscard]] const std::shared_ptr<const Directory> &county() const { return _county; }
    [[nodiscard]] const DeskStatus &status() const { return _status; }
    [[nodiscard]] bool isFilled() const;
    /// The map has read what it shows.
    [[nodiscard]] bool isMapped() const { return _feed->isReady(); }

private:
    void hearDesk();
    void hearSigning();
    void connectArchive();
    void connectTickets();
    void hearPictures();
    void connectMap();
    void look(const TicketId &ticket);
    void preparePlaces();

    PictureBook _pictures;
    std::unique_ptr<DeskThreads> _threads;
    std::unique_ptr<DeskWindow> _window;
    MapPane *_map = nullptr;
    std::unique_ptr<MapFeed> _feed;
    std::unique_ptr<MapImport> _import;
    void tellStatus();

    DeskStatus _status;
    std::shared_ptr<const Directory> _county;
    std::shared_ptr<const Directory> _placesOf; ///< the county whose places are prepared, or are being so
    int _waitingPictures = 0;
    QString _pictureTrouble;
};

} // namespace huying
