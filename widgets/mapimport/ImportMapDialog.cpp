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
    setWindowTitle(tr("Take in borders or another layer"));
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
    connect(_form, &ImportMapForm::layerNameChanged, this, &ImportMapDialog::say);
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
    _remarksAround = scroll;
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
    _table->setVisible(!_form->isReference());
    if (_form->isReference()) {
        return showReference();
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

/// There is nothing to match: all of it goes onto the map as it is.
void ImportMapDialog::showReference()
{
    _trouble.clear();
    _shift.clear();
    ++_shiftAsked;
    _table->clearAll();
    _reference = referenceLayerOf(*_read, _form->nameField(), _form->fileName());
    std::vector<Polygon> county;
    for (const auto &[code, region] : _directory->regions()) {
        if (region.level == RegionLevel::Township) {
            county.insert(county.end(), region.shape.begin(), region.shape.end());
        }
    }
    _preview->show(_read->features, county);
    _preview->setMatched(std::vector<bool>(_read->features.size(), true));
    say();
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

/// What each feature is called.
Matching ImportMapDialog::named() const
{
    Matching named = _table->matching();
    for (std::size_t i = named.matches.size(); i < _read->features.size(); ++i) {
        named.matches.push_back({ .feature = int(i),
            .region = {},
            .name = _reference ? QString::fromStdString(_reference->features[i].name) : QString(),
            .code = {},
            .suggestions = {} });
    }
    return named;
}

/// Why nothing can be taken in yet.
std::optional<Failure> ImportMapDialog::hindrance() const
{
    const auto why = [](const auto &made) { return made ? std::nullopt : std::optional(made.error()); };
    if (!_read) {
        return Failure { FailureKind::NotFound, {} };
    }
    if (!_form->isReference()) {
        return why(layer());
    }
    return _reference ? why(layerNameOf(_form->layerName())) : why(_reference);
}

QString ImportMapDialog::countsText() const
{
    if (_reading.isReading()) {
        return tr("The file is being read…");
    }
    if (!_read) {
        return tr("GeoPackage, Shapefile, GeoJSON, KML, CSV, FlatGeobuf. Nothing changes before it is taken in.");
    }
    const int count = int(_read->features.size());
    if (_form->isReference()) {
        const bool isThere = _directory->referenceLayers().contains(_form->layerName().toStdString());
        return (isThere ? tr("%1 features, which take the place of the layer “%2” that the map has. They came in %3.")
                        : tr("%1 features, which become the layer “%2” of the map. They came in %3."))
            .arg(count)
            .arg(_form->layerName(), _read->system);
    }
    return tr("%1 of %2 features are regions of this level; %3 regions are not in the file and stay as they "
              "are. It came in %4.")
        .arg(_table->matching().matched())
        .arg(count)
        .arg(_table->matching().withoutFeature.size())
        .arg(_read->system);
}

void ImportMapDialog::say()
{
    const std::optional<Failure> why = hindrance();
    QString trouble = _trouble;
    if (_read && trouble.isEmpty() && why) {
        trouble = why->text;
    }
    if (!_shift.isEmpty()) {
        trouble = trouble.isEmpty() ? _shift : trouble + u'\n' + _shift;
    }
    _error->setText(trouble);
    _error->setVisible(!trouble.isEmpty());
    _counts->setText(countsText());
    const bool isSilent = _read && _read->remarks.empty() && _read->emptyFeatures == 0;
    _remarksAround->setVisible(_read && !(_form->isReference() && isSilent));
    _remarks->setText(_read ? remarkSentences(*_read, named(), listed).join(u'\n') : QString());
    _go->setEnabled(!why);
}

void ImportMapDialog::propose()
{
    if (hindrance()) {
        return;
    }
    _go->setEnabled(false);
    _counts->setText(tr("It is being taken in…"));
    if (_form->isReference()) {
        ReferenceLayer called = *_reference;
        called.name = *layerNameOf(_form->layerName());
        emit referenceWanted(called);
    } else {
        emit layerWanted(*layer());
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
