#include "RegionField.h"

#include <views/Wording.h>

#include <QComboBox>
#include <QHBoxLayout>

#include <algorithm>

namespace huying
{

namespace
{

RegionCode codeIn(const QComboBox &choice)
{
    return { choice.currentData().toString().toStdString() };
}

} // namespace

RegionField::RegionField(const ThemeSource &source, std::shared_ptr<const Directory> directory, QWidget *parent)
    : QWidget(parent)
    , _directory(std::move(directory))
    , _township(new QComboBox)
    , _village(new QComboBox)
    , _grid(new QComboBox)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins({});
    row->setSpacing(source.theme().space.gap);
    for (QComboBox *choice : { _township, _village, _grid }) {
        choice->setMaxVisibleItems(14);
        row->addWidget(choice, 1);
        connect(choice, &QComboBox::currentIndexChanged, this, &RegionField::regionChanged);
    }
    _township->setAccessibleName(tr("Township"));
    _village->setAccessibleName(tr("Village"));
    _grid->setAccessibleName(tr("Grid"));
    setFocusProxy(_township);
    connect(_township, &QComboBox::currentIndexChanged, this,
        [this] { fill(*_village, RegionLevel::Village, codeIn(*_township)); });
    connect(_village, &QComboBox::currentIndexChanged, this,
        [this] { fill(*_grid, RegionLevel::Grid, codeIn(*_village)); });
    fill(*_township, RegionLevel::Township, {});
}

RegionCode RegionField::region() const
{
    for (const QComboBox *choice : { _grid, _village, _township }) {
        if (const RegionCode code = codeIn(*choice); !code.isEmpty()) {
            return code;
        }
    }
    return {};
}

void RegionField::clear()
{
    _township->setCurrentIndex(0);
}

void RegionField::setRegion(const RegionCode &region)
{
    const auto choose = [&region](QComboBox &choice, RegionLevel level) {
        const auto part = regionAt(region, level);
        const int at = part ? choice.findData(QString::fromStdString(part->text)) : 0;
        choice.setCurrentIndex(std::max(at, 0));
    };
    choose(*_township, RegionLevel::Township);
    choose(*_village, RegionLevel::Village);
    choose(*_grid, RegionLevel::Grid);
}

void RegionField::fill(QComboBox &choice, RegionLevel level, const RegionCode &within)
{
    choice.clear();
    choice.addItem(level == RegionLevel::Township ? tr("Township")
            : level == RegionLevel::Village       ? tr("Village")
                                                  : tr("Grid"),
        QString());
    const bool isOpen = level == RegionLevel::Township || !within.isEmpty();
    choice.setEnabled(isOpen);
    if (!isOpen) {
        return;
    }
    const auto &regions = _directory->regions();
    for (auto at = regions.lower_bound(within); at != regions.end() && huying::within(at->first, within); ++at) {
        if (at->second.level == level) {
            choice.addItem(shown(at->second.name), QString::fromStdString(at->first.text));
        }
    }
}

} // namespace huying
