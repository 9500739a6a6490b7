#pragma once

#include "FileDialog.h"

#include <mapprint/MapSheet.h>

class QCheckBox;
class QComboBox;
class QLineEdit;

namespace huying
{

/// A further form in which the map's figures can be written (".tif", ".gpkg" …).
struct DataForm {
    QString name;
    QString ending;
    QString kind; ///< as in a file dialog
    std::function<std::expected<void, Failure>(const QString &file, const std::stop_token &stop)> write;
};

/// What is drawn on paper needs to outlive the dialog's work, which runs on a thread of its own.
struct SheetStuff {
    MapSheet sheet;
    std::shared_ptr<const RegionShapes> regions;
    std::shared_ptr<const MapLabels> labels;
};

/// The present view as a picture, a drawing or a page, with title, legend, scale, date and source; or its figures.
class SheetDialog : public FileDialog
{
    Q_OBJECT
public:
    SheetDialog(const ThemeSource &source, SheetStuff stuff, std::vector<DataForm> further, QWidget *parent = nullptr);

protected:
    [[nodiscard]] FileJob::Work work() override;

private:
    void fit();

    SheetStuff _stuff;
    std::vector<DataForm> _data;
    QLineEdit *_title;
    QComboBox *_kind;
    QCheckBox *_pins;
};

} // namespace huying
