#pragma once

#include "FileReading.h"

#include <common/ThemeSource.h>
#include <geo/LayerMaking.h>
#include <geo/ShiftCheck.h>

#include <QDialog>

#include <functional>

class QLabel;

namespace huying
{

class ActionButton;
class BordersPreview;
class ImportMapForm;
class MatchTable;

/// Takes borders or another layer in from a file: what it has on a small map and in a table beside the county's
/// regions, what was mended, what overlaps; and only then it is taken in, all of it. Reading is another process, so
/// that no file stops the desk.
class ImportMapDialog : public QDialog
{
    Q_OBJECT
public:
    /// Counts the tickets against a layer's borders, somewhere else, and tells the second argument here.
    using CountShift = std::function<void(const GeoLayer &, std::function<void(const ShiftShares &)>)>;

    ImportMapDialog(const ThemeSource &source, std::shared_ptr<const Directory> directory, RegionCode county,
        CountShift countShift, QWidget *parent = nullptr);
    ~ImportMapDialog() override;

    void open(const QString &file);
    using QDialog::open;
    /// What became of the layer that was wanted; it closes when it was taken.
    void answer(const std::optional<Failure> &why);
    FileReading &reading() { return _reading; }

signals:
    void layerWanted(const huying::GeoLayer &layer);
    void referenceWanted(const huying::ReferenceLayer &layer);

private:
    QWidget *addMiddle(const ThemeSource &source);
    QWidget *addButtons(const ThemeSource &source);
    void read();
    void take(FileReading::Answer answer);
    void refuse(const GeoRefusal &refusal);
    void match();
    void matchesChanged();
    void checkShift();
    void say();
    void showReference();
    std::expected<GeoLayer, Failure> layer() const;
    Matching named() const;
    std::optional<Failure> hindrance() const;
    QString countsText() const;
    void propose();

    std::shared_ptr<const Directory> _directory;
    RegionCode _county;
    CountShift _countShift;
    FileReading _reading;
    std::optional<GeoReading> _read;
    std::expected<ReferenceLayer, Failure> _reference; ///< what was read as another layer, while that is wished
    QString _trouble;
    QString _shift;
    int _shiftAsked = 0;
    ImportMapForm *_form;
    BordersPreview *_preview;
    MatchTable *_table;
    QLabel *_counts;
    QLabel *_remarks;
    QWidget *_remarksAround;
    QLabel *_error;
    ActionButton *_go;
};

} // namespace huying
