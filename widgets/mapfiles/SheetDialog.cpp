#include "SheetDialog.h"

#include <mapprint/SheetFiles.h>

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QLineEdit>

namespace huying
{

namespace
{

/// Values below are pictures by their scale; from here on drawings and pages, then data.
constexpr int svg = 10;
constexpr int pdf = 11;
constexpr int firstData = 100;

} // namespace

SheetDialog::SheetDialog(
    const ThemeSource &source, SheetStuff stuff, std::vector<DataForm> further, RegionLevel level, QWidget *parent)
    : FileDialog(source, tr("The map as a file"), parent)
    , _stuff(std::move(stuff))
    , _data(std::move(further))
    , _title(new QLineEdit(_stuff.sheet.title))
    , _kind(new QComboBox)
    , _pins(new QCheckBox(tr("with the open tickets")))
    , _level(new QComboBox)
    , _borders(new QCheckBox(tr("with borders, as well-known text (WKT)")))
{
    for (int scale = 1; scale <= 4; ++scale) {
        const QSize size = sheetSize.toSize() * scale;
        _kind->addItem(tr("Picture (PNG), %1 × %2").arg(size.width()).arg(size.height()), scale);
    }
    _kind->addItem(tr("Page (PDF), A4"), pdf);
    _kind->addItem(tr("Drawing (SVG)"), svg);
    for (std::size_t i = 0; i < _data.size(); ++i) {
        _kind->addItem(_data[i].name, firstData + int(i));
    }
    _kind->setCurrentIndex(1);
    _pins->setChecked(!_stuff.sheet.pins.empty());
    _pins->setEnabled(!_stuff.sheet.pins.empty());
    _level->addItem(tr("townships"), int(RegionLevel::Township));
    _level->addItem(tr("villages"), int(RegionLevel::Village));
    _level->addItem(tr("grids"), int(RegionLevel::Grid));
    _level->setCurrentIndex(std::max(_level->findData(int(level)), 0));
    addFields();
    connect(_kind, &QComboBox::currentIndexChanged, this, &SheetDialog::fit);
    fit();
    place().propose(_stuff.sheet.title + QLatin1Char(' ') + _stuff.sheet.period);
}

/// A letter with Alt leads to each of them.
void SheetDialog::addFields()
{
    form().addRow(tr("&Form"), _kind);
    form().addRow(tr("&Title"), _title);
    form().addRow(QString(), _pins);
    form().addRow(tr("&Level"), _level);
    form().addRow(QString(), _borders);
    addFoot();
}

const DataForm *SheetDialog::dataNow() const
{
    const int chosen = _kind->currentData().toInt();
    return chosen < firstData ? nullptr : &_data[std::size_t(chosen - firstData)];
}

void SheetDialog::fit()
{
    const int chosen = _kind->currentData().toInt();
    const DataForm *const wanted = dataNow();
    form().setRowVisible(_title, wanted == nullptr);
    form().setRowVisible(_pins, wanted == nullptr);
    form().setRowVisible(_level, wanted != nullptr && wanted->hasLevel);
    form().setRowVisible(_borders, wanted != nullptr && wanted->mayHaveBorders);
    if (wanted != nullptr) {
        place().setEnding(wanted->ending, wanted->kind);
    } else if (chosen == svg) {
        place().setEnding(QStringLiteral("svg"), tr("Drawings (*.svg)"));
    } else if (chosen == pdf) {
        place().setEnding(QStringLiteral("pdf"), tr("Pages (*.pdf)"));
    } else {
        place().setEnding(QStringLiteral("png"), tr("Pictures (*.png)"));
    }
    adjustSize();
}

FileJob::Work SheetDialog::work()
{
    const QString file = place().file();
    if (const DataForm *const wanted = dataNow()) {
        const DataChoice choice { static_cast<RegionLevel>(_level->currentData().toInt()), _borders->isChecked() };
        return [file, choice, write = wanted->write](
                   const std::stop_token &stop, const FileJob::Tell &) { return write(file, choice, stop); };
    }
    SheetStuff stuff = _stuff;
    stuff.sheet.title = _title->text().trimmed();
    if (!_pins->isChecked()) {
        stuff.sheet.pins.clear();
    }
    const int chosen = _kind->currentData().toInt();
    const int scale = chosen < svg ? chosen : 1;
    return [file, scale, stuff = std::move(stuff)](
               const std::stop_token &, const FileJob::Tell &) { return writeSheet(stuff.sheet, file, scale); };
}

} // namespace huying
