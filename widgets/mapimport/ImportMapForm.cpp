#include "ImportMapForm.h"

#include <common/ActionButton.h>
#include <datums/CoordinateSystem.h>

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>

namespace huying
{

namespace
{

constexpr int somethingElse = -1; ///< beside the numbers of levels

}

ImportMapForm::ImportMapForm(const ThemeSource &source, GeoPoint middle, QWidget *parent)
    : QWidget(parent)
    , _form(new QFormLayout(this))
    , _file(new QLineEdit)
    , _layer(new QComboBox)
    , _level(new QComboBox)
    , _layerName(new QLineEdit)
    , _system(new QComboBox)
    , _encoding(new QComboBox)
    , _nameField(new QComboBox)
    , _codeField(new QComboBox)
    , _tolerance(new QDoubleSpinBox)
{
    _form->setContentsMargins(0, 0, 0, 0);
    _form->setSpacing(source.theme().space.step);
    addFile(source);
    addWhat();
    addHow(middle);
    fit();
}

void ImportMapForm::addFile(const ThemeSource &source)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(source.theme().space.gap);
    row->addWidget(_file, 1);
    auto *browse = new ActionButton(source, ActionRank::Secondary, tr("Look for it…"), QKeySequence(tr("Alt+L")));
    row->addWidget(browse);
    connect(browse, &QAbstractButton::clicked, this, &ImportMapForm::browse);
    // It is told as finished also when the keyboard only leaves it.
    connect(_file, &QLineEdit::editingFinished, this, [this] {
        if (_file->isModified()) {
            _file->setModified(false);
            fit();
            emit requestChanged();
        }
    });
    _form->addRow(tr("File"), row);
    _form->addRow(tr("Layer of the file"), _layer);
    connect(_layer, &QComboBox::activated, this, &ImportMapForm::requestChanged);
}

void ImportMapForm::addWhat()
{
    _level->addItem(tr("the county's border"), int(RegionLevel::County));
    _level->addItem(tr("townships"), int(RegionLevel::Township));
    _level->addItem(tr("villages"), int(RegionLevel::Village));
    _level->addItem(tr("grids"), int(RegionLevel::Grid));
    _level->addItem(tr("something else: roads, waters, schools …"), somethingElse);
    _level->setCurrentIndex(1);
    _layerName->setMaxLength(40);
    _form->addRow(tr("What it has"), _level);
    _form->addRow(tr("The layer is called"), _layerName);
    _form->addRow(tr("Names are in"), _nameField);
    _form->addRow(tr("Codes are in"), _codeField);
    offerFields({});
    connect(_level, &QComboBox::activated, this, [this] {
        const bool wasReference = _form->isRowVisible(_layerName);
        fit();
        if (isReference() != wasReference) {
            emit requestChanged(); // overlaps are looked for among regions only
        } else {
            emit wishChanged();
        }
    });
    connect(_layerName, &QLineEdit::textChanged, this, &ImportMapForm::layerNameChanged);
    connect(_nameField, &QComboBox::activated, this, &ImportMapForm::wishChanged);
    connect(_codeField, &QComboBox::activated, this, &ImportMapForm::wishChanged);
}

void ImportMapForm::addHow(GeoPoint middle)
{
    _system->addItem(tr("as the file says"), QString());
    for (const CoordinateSystem &system : usualSystems(middle)) {
        _system->addItem(system.name, system.name);
    }
    _encoding->addItem(tr("as it is found out"), QString());
    _encoding->addItem(QStringLiteral("UTF-8"), QStringLiteral("UTF-8"));
    _encoding->addItem(QStringLiteral("GBK"), QStringLiteral("GBK"));
    _tolerance->setRange(0, 200);
    _tolerance->setDecimals(1);
    _tolerance->setSuffix(tr(" m"));
    _tolerance->setSpecialValueText(tr("not, while it is small enough"));
    _form->addRow(tr("Coordinate system"), _system);
    _form->addRow(tr("Encoding of its texts"), _encoding);
    _form->addRow(tr("Simplify borders by"), _tolerance);
    connect(_system, &QComboBox::activated, this, &ImportMapForm::requestChanged);
    connect(_encoding, &QComboBox::activated, this, &ImportMapForm::requestChanged);
    _tolerance->setKeyboardTracking(false);
    connect(_tolerance, &QDoubleSpinBox::valueChanged, this, &ImportMapForm::requestChanged);
}

void ImportMapForm::browse()
{
    const QString found = QFileDialog::getOpenFileName(this, tr("A file of borders"), _file->text(),
        tr("Geography (*.gpkg *.shp *.geojson *.json *.kml *.kmz *.csv *.fgb)"));
    if (!found.isEmpty()) {
        setFile(found);
    }
}

void ImportMapForm::setFile(const QString &file)
{
    _file->setText(file);
    offerLayers({});
    emit requestChanged();
}

void ImportMapForm::fit()
{
    _form->setRowVisible(_layer, _layer->count() > 0);
    _layerName->setPlaceholderText(QFileInfo(fileName()).completeBaseName().left(40));
    _form->setRowVisible(_layerName, isReference());
    _form->setRowVisible(_codeField, !isReference());
}

std::optional<GeoRequest> ImportMapForm::request() const
{
    const QString file = _file->text().trimmed();
    if (file.isEmpty()) {
        return std::nullopt;
    }
    GeoRequest request;
    request.file = QFileInfo(file).absoluteFilePath().toStdString();
    request.layer = _layer->currentText();
    request.system = _system->currentData().toString();
    request.encoding = _encoding->currentData().toString();
    request.toleranceMetres = _tolerance->value();
    request.areSiblings = !isReference();
    return request;
}

RegionLevel ImportMapForm::level() const
{
    return isReference() ? RegionLevel::Township : RegionLevel(_level->currentData().toInt());
}

bool ImportMapForm::isReference() const
{
    return _level->currentData().toInt() == somethingElse;
}

QString ImportMapForm::layerName() const
{
    const QString said = _layerName->text().simplified();
    return said.isEmpty() ? QFileInfo(fileName()).completeBaseName().left(40) : said;
}

QString ImportMapForm::fileName() const
{
    return QFileInfo(_file->text().trimmed()).fileName();
}

QString ImportMapForm::nameField() const
{
    return _nameField->currentData().toString();
}

QString ImportMapForm::codeField() const
{
    return _codeField->currentData().toString();
}

void ImportMapForm::offerFields(const std::vector<QString> &fields)
{
    for (QComboBox *const choice : { _nameField, _codeField }) {
        const QString before = choice->currentData().toString();
        choice->clear();
        choice->addItem(tr("the field that fits best"), QString());
        for (const QString &field : fields) {
            choice->addItem(field, field);
        }
        choice->setCurrentIndex(std::max(0, choice->findData(before)));
    }
}

void ImportMapForm::offerLayers(const QStringList &layers)
{
    _layer->clear();
    _layer->addItems(layers);
    fit();
}

void ImportMapForm::askSystem()
{
    _system->setFocus();
}

} // namespace huying
