#include "BaseMapDialog.h"

#include <common/ActionButton.h>
#include <common/Type.h>

#include <QComboBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>

namespace huying
{

BaseMapDialog::BaseMapDialog(const ThemeSource &source, const BaseMapChoice &choice, QWidget *parent)
    : QDialog(parent)
    , _form(new QFormLayout(this))
    , _kind(new QComboBox)
    , _place(new QLineEdit)
    , _key(new QLineEdit)
    , _attribution(new QLineEdit)
    , _browsed(new QWidget)
    , _error(new QLabel)
{
    setWindowTitle(tr("Base map"));
    const Spaces &space = source.theme().space;
    _form->setContentsMargins(space.margin, space.margin, space.margin, space.margin);
    _form->setSpacing(space.step);
    auto *row = new QHBoxLayout(_browsed);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space.gap);
    row->addWidget(_place, 1);
    auto *browse = new ActionButton(source, ActionRank::Secondary, tr("Look for it…"), QKeySequence(tr("Alt+L")));
    browse->setObjectName(QStringLiteral("browse"));
    row->addWidget(browse);
    connect(browse, &QAbstractButton::clicked, this, &BaseMapDialog::browse);
    addFields(choice);
    addButtons(source);
    connect(_kind, &QComboBox::currentIndexChanged, this, &BaseMapDialog::fit);
    setMinimumWidth(560);
    fit();
}

void BaseMapDialog::addFields(const BaseMapChoice &choice)
{
    _kind->addItem(tr("None: boundaries and names alone"), int(BaseMapKind::None));
    _kind->addItem(tr("A folder of tiles"), int(BaseMapKind::Folder));
    _kind->addItem(tr("An MBTiles file"), int(BaseMapKind::MBTiles));
    _kind->addItem(tr("A tile server (XYZ)"), int(BaseMapKind::Server));
    _kind->addItem(tr("天地图, roads and names"), int(BaseMapKind::Tianditu));
    _kind->setCurrentIndex(_kind->findData(int(choice.kind)));
    _place->setText(choice.place);
    _key->setText(choice.key);
    _attribution->setText(choice.attribution);
    _error->setWordWrap(true);
    setTextRole(*_error, TextRole::Error);
    _error->hide();
    _form->addRow(tr("Under the map"), _kind);
    _form->addRow(tr("Place"), _browsed);
    _form->addRow(tr("Key"), _key);
    _form->addRow(tr("Source, shown on the map"), _attribution);
    _form->addRow(_error);
}

void BaseMapDialog::addButtons(const ThemeSource &source)
{
    auto *row = new QHBoxLayout;
    auto *show = new ActionButton(source, ActionRank::Primary, tr("Show"), QKeySequence(Qt::Key_Return));
    auto *leave = new ActionButton(source, ActionRank::Secondary, tr("Leave as it is"), QKeySequence(Qt::Key_Escape));
    connect(show, &QAbstractButton::clicked, this, &BaseMapDialog::accept);
    connect(leave, &QAbstractButton::clicked, this, &QDialog::reject);
    row->addWidget(show);
    row->addWidget(leave);
    row->addStretch();
    _form->addRow(row);
}

void BaseMapDialog::fit()
{
    const BaseMapKind kind = choice().kind;
    const bool isHere = kind == BaseMapKind::Folder || kind == BaseMapKind::MBTiles;
    _form->setRowVisible(_browsed, isHere || kind == BaseMapKind::Server);
    _browsed->findChild<QWidget *>(QStringLiteral("browse"))->setVisible(isHere);
    _form->setRowVisible(_key, kind == BaseMapKind::Tianditu);
    _form->setRowVisible(_attribution, isHere || kind == BaseMapKind::Server);
    _place->setPlaceholderText(kind == BaseMapKind::Server ? QStringLiteral("https://…/{z}/{x}/{y}.png") : QString());
    _error->hide();
    adjustSize();
}

void BaseMapDialog::browse()
{
    const QString found = choice().kind == BaseMapKind::Folder
        ? QFileDialog::getExistingDirectory(this, tr("A folder of tiles"), _place->text())
        : QFileDialog::getOpenFileName(this, tr("An MBTiles file"), _place->text(), tr("MBTiles (*.mbtiles)"));
    if (!found.isEmpty()) {
        _place->setText(found);
    }
}

BaseMapChoice BaseMapDialog::choice() const
{
    return { BaseMapKind(_kind->currentData().toInt()), _place->text().trimmed(), _key->text().trimmed(),
        _attribution->text().trimmed() };
}

void BaseMapDialog::accept()
{
    const auto layers = layersOf(choice(), {});
    if (layers) {
        return QDialog::accept();
    }
    _error->setText(layers.error().text);
    _error->show();
    adjustSize();
}

} // namespace huying
