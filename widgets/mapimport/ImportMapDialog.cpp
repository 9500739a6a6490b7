#include "ImportMapDialog.h"

#include "BordersPreview.h"
#include "ImportMapForm.h"
#include "MatchTable.h"

#include <common/ActionButton.h>
#include <common/Type.h>
#include <geo/RemarkWords.h>

#include <QHBoxLayout>
#include <QLabel>
#include <QPointer>
#include <QScrollArea>
#include <QVBoxLayout>

namespace huying
{

namespace
{

constexpr std::size_t listed = 12;

GeoPoint middleOf(const Directory &directory, const RegionCode &county)
{
    const Region *const region = directory.region(county);
    return region && region->centre != GeoPoint() ? region->centre : GeoPoint::fromDegrees(115.04, 37.22);
}

QLabel *addLine(QVBoxLayout &column, TextRole role)
{
    auto *line = new QLabel;
    line->setWordWrap(true);
    line->setTextFormat(Qt::PlainText);
    line->setTextInteractionFlags(Qt::TextSelectableByMouse);
    setTextRole(*line, role);
    column.addWidget(line);
    return line;
}

} // namespace

ImportMapDialog::ImportMapDialog(const ThemeSource &source, std::shared_ptr<const Directory> directory,
    RegionCode county, CountShift countShift, QWidget *parent)
    : QDialog(parent)
    , _directory(std::move(directory))
    , _county(std::move(county))
    , _countShift(std::move(countShift))
    , _form(new ImportMapForm(source, middleOf(*_directory, _county)))
    , _preview(new BordersPreview(source))
    , _table(new MatchTable)
{
    setWindowTitle(tr("Take in borders"));
    const Spaces &space = source.theme().space;
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space.margin, space.margin, space.margin, space.margin);
    column->setSpacing(space.gap);
    column->addWidget(_form);
    _error = addLine(*column, TextRole::Error);
    _counts = addLine(*column, TextRole::Body);
    column->addWidget(addMiddle(source), 1);
    column->addWidget(addButtons(source));
    connect(_form, &ImportMapForm::requestChanged, this, &ImportMapDialog::read);
    connect(_form, &ImportMapForm::wishChanged, this, &ImportMapDialog::match);
    connect(&_reading, &FileReading::answered, this, [this](const auto &answer) { take(std::move(*answer)); });
    connect(_table, &MatchTable::matchChanged, this, &ImportMapDialog::matchesChanged);
    connect(_table, &MatchTable::featureChosen, _preview, &BordersPreview::choose);
    connect(_preview, &BordersPreview::chosen, this, [this](int feature) { _table->selectRow(feature); });
    resize(1180, 860);
    say();
}

ImportMapDialog::~ImportMapDialog() = default;

QWidget *ImportMapDialog::addMiddle(const ThemeSource &source)
{
    auto *middle = new QWidget;
    auto *row = new QHBoxLayout(middle);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(source.theme().space.inset);
    row->addWidget(_preview, 2);
    auto *right = new QVBoxLayout;
    right->addWidget(_table, 3);
    auto *scroll = new QScrollArea;
    auto *inside = new QWidget;
    auto *lines = new QVBoxLayout(inside);
    _remarks = addLine(*lines, TextRole::Soft);
    lines->addStretch();
    scroll->setWidget(inside);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    right->addWidget(scroll, 1);
    row->addLayout(right, 3);
    return middle;
}

QWidget *ImportMapDialog::addButtons(const ThemeSource &source)
{
    auto *buttons = new QWidget;
    auto *row = new QHBoxLayout(buttons);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(source.theme().space.gap);
    _go = new ActionButton(source, ActionRank::Primary, tr("Take in"), QKeySequence(tr("Ctrl+Return")));
    auto *leave = new ActionButton(source, ActionRank::Secondary, tr("Leave as it is"), QKeySequence(Qt::Key_Escape));
    connect(_go, &QAbstractButton::clicked, this, &ImportMapDialog::propose);
    connect(leave, &QAbstractButton::clicked, this, &QDialog::reject);
    row->addWidget(_go);
    row->addWidget(leave);
    row->addStretch();
    return buttons;
}

void ImportMapDialog::open(const QString &file)
{
    _form->setFile(file);
    open();
}

void ImportMapDialog::read()
{
    const auto request = _form->request();
    _read.reset();
    _trouble.clear();
    _shift.clear();
    _table->clearAll();
    _preview->show({}, {});
    if (request) {
        _reading.read(*request);
    }
    say();
}

void ImportMapDialog::take(FileReading::Answer answer)
{
    if (!answer) {
        refuse(answer.error());
    } else {
        _read = std::move(*answer);
        _form->offerFields(_read->fields);
        match();
    }
    say();
}

void ImportMapDialog::refuse(const GeoRefusal &refusal)
{
    _trouble = refusal.failure.text;
    if (refusal.wants == GeoRefusal::Wants::Layer && _form->request()->layer.isEmpty()) {
        _form->offerLayers(refusal.choices);
        read();
    } else if (refusal.wants == GeoRefusal::Wants::System) {
        _form->askSystem();
    }
}

void ImportMapDialog::match()
{
    if (!_read) {
        return say();
    }
    const RegionLevel level = _form->level();
    const auto matching = matched(*_read, *_directory, { level, _county, _form->nameField(), _form->codeField() });
    if (!matching) {
        _trouble = matching.error().text;
        return say();
    }
    _trouble.clear();
    std::vector<Polygon> now;
    for (const auto &[code, region] : _directory->regions()) {
        if (region.level == level) {
            now.insert(now.end(), region.shape.begin(), region.shape.end());
        }
    }
    _preview->show(_read->features, now);
    _table->show(*matching, *_directory);
    matchesChanged();
}

void ImportMapDialog::matchesChanged()
{
    std::vector<bool> isMatched;
    for (const Match &match : _table->matching().matches) {
        isMatched.push_back(!match.region.isEmpty());
    }
    _preview->setMatched(isMatched);
    checkShift();
    say();
}

void ImportMapDialog::checkShift()
{
    _shift.clear();
    const auto made = layer();
    if (!made || !_countShift) {
        return;
    }
    _countShift(*made, [here = QPointer(this), asked = ++_shiftAsked](const ShiftShares &shares) {
        if (here && here->_shiftAsked == asked) {
            here->_shift = shiftWarning(shares);
            here->say();
        }
    });
}

std::expected<GeoLayer, Failure> ImportMapDialog::layer() const
{
    if (!_read) {
        return failure(FailureKind::NotFound, {});
    }
    return layerOf(*_read, _table->matching(), _form->level(), _form->fileName());
}

void ImportMapDialog::say()
{
    const Matching &matching = _table->matching();
    const auto made = layer();
    QString trouble = _trouble;
    if (_read && trouble.isEmpty() && !made) {
        trouble = made.error().text;
    }
    if (!_shift.isEmpty()) {
        trouble = trouble.isEmpty() ? _shift : trouble + u'\n' + _shift;
    }
    _error->setText(trouble);
    _error->setVisible(!trouble.isEmpty());
    if (_reading.isReading()) {
        _counts->setText(tr("The file is being read…"));
    } else if (_read) {
        const int count = int(_read->features.size());
        _counts->setText(
            tr("%1 of %2 features are regions of this level; %3 regions are not in the file and stay as they "
               "are. It came in %4.")
                .arg(matching.matched())
                .arg(count)
                .arg(matching.withoutFeature.size())
                .arg(_read->system));
    } else {
        _counts->setText(
            tr("GeoPackage, Shapefile, GeoJSON, KML, CSV, FlatGeobuf. Nothing changes before it is taken in."));
    }
    _remarks->setText(_read ? remarkSentences(*_read, matching, listed).join(u'\n') : QString());
    _go->setEnabled(made.has_value());
}

void ImportMapDialog::propose()
{
    const auto made = layer();
    if (made) {
        _go->setEnabled(false);
        _counts->setText(tr("It is being taken in…"));
        emit layerWanted(*made);
    }
}

void ImportMapDialog::answer(const std::optional<Failure> &why)
{
    if (!why) {
        return accept();
    }
    _trouble = why->text;
    say();
}

} // namespace huying
