#pragma once

#include <common/ThemeSource.h>
#include <geo/GeoReading.h>
#include <geo/LayerMaking.h>

#include <QWidget>

class QComboBox;
class QDoubleSpinBox;
class QFormLayout;
class QLineEdit;

namespace huying
{

class ActionButton;

/// What is to be read and how: file, level, coordinate system, fields, encoding, simplification.
class ImportMapForm : public QWidget
{
    Q_OBJECT
public:
    /// `middle` is a place in the county: its zones are offered.
    ImportMapForm(const ThemeSource &source, GeoPoint middle, QWidget *parent = nullptr);

    void setFile(const QString &file);
    /// Nothing while no file is named.
    std::optional<GeoRequest> request() const;
    /// Of regions; where something else is meant, that of townships.
    RegionLevel level() const;
    /// The file has no regions, but something else to be seen on the map.
    bool isReference() const;
    /// What that is called; the file's name where nobody said.
    QString layerName() const;
    /// Its name, without folder.
    QString fileName() const;
    QString nameField() const;
    QString codeField() const;

    /// The fields of the file that was read, to choose from.
    void offerFields(const std::vector<QString> &fields);
    void offerLayers(const QStringList &layers);
    /// The keyboard goes to where the coordinate system is chosen.
    void askSystem();

signals:
    /// The file has to be read anew.
    void requestChanged();
    /// What was read is to be matched anew.
    void wishChanged();
    /// Another layer is called otherwise; nothing else has changed.
    void layerNameChanged();

private:
    void addFile(const ThemeSource &source);
    void addWhat();
    void addHow(GeoPoint middle);
    void browse();
    void fit();

    QFormLayout *_form;
    QLineEdit *_file;
    QComboBox *_layer;
    QComboBox *_level;
    QLineEdit *_layerName;
    QComboBox *_system;
    QComboBox *_encoding;
    QComboBox *_nameField;
    QComboBox *_codeField;
    QDoubleSpinBox *_tolerance;
};

} // namespace huying
