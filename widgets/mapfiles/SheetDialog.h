#pragma once

#include "FileDialog.h"

#include <domain/County.h>
#include <mapprint/MapSheet.h>

class QCheckBox;
class QComboBox;
class QLineEdit;

namespace huying
{

/// What a form of data may leave open.
struct DataChoice {
    RegionLevel level = RegionLevel::Township;
    bool hasBorders = false;
};

/// A further form in which the map's figures can be written (".tif", ".gpkg" …).
struct DataForm {
    QString name;
    QString ending;
    QString kind; ///< as in a file dialog
    bool hasLevel = false; ///< it is of the regions of one level
    bool mayHaveBorders = false; ///< they are left out unless they are wished
    /// Called in a thread of its own.
    std::function<std::expected<void, Failure>(const QString &file, const DataChoice &, const std::stop_token &)> write;
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
    /// `level` is the one that is seen now.
    SheetDialog(const ThemeSource &source, SheetStuff stuff, std::vector<DataForm> further,
        RegionLevel level = RegionLevel::Township, QWidget *parent = nullptr);

protected:
    [[nodiscard]] FileJob::Work work() override;

private:
    void addFields();
    void fit();
    [[nodiscard]] const DataForm *dataNow() const;

    SheetStuff _stuff;
    std::vector<DataForm> _data;
    QLineEdit *_title;
    QComboBox *_kind;
    QCheckBox *_pins;
    QComboBox *_level;
    QCheckBox *_borders;
};

} // namespace huying
