#pragma once

#include "DeskThreads.h"

#include <deskwindow/DeskWindow.h>
#include <mapimport/ImportMapDialog.h>

#include <QObject>
#include <QPointer>

namespace huying
{

/// Opens the dialog that takes borders in, and brings it together with the desk: what is taken in is proposed there,
/// tickets are counted where the archive is read.
class MapImport : public QObject
{
    Q_OBJECT
public:
    MapImport(DeskThreads &threads, DeskWindow &window, ThemeSource &theme);

    void setDirectory(std::shared_ptr<const Directory> directory) { _directory = std::move(directory); }

private:
    void open();
    void countShift(const GeoLayer &layer, const std::function<void(const ShiftShares &)> &then);

    DeskThreads &_threads;
    DeskWindow &_window;
    ThemeSource &_theme;
    std::shared_ptr<const Directory> _directory = std::make_shared<const Directory>();
    QPointer<ImportMapDialog> _dialog;
};

} // namespace huying
