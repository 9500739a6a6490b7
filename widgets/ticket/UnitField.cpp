#include "UnitField.h"

#include <common/ActionButton.h>
#include <common/FlowLayout.h>
#include <views/Wording.h>

#include <QAbstractItemView>
#include <QCompleter>
#include <QKeyEvent>
#include <QVBoxLayout>

#include <algorithm>

namespace huying
{

UnitField::UnitField(const Directory &directory, QWidget *parent) : QLineEdit(parent)
{
    QStringList names;
    for (const auto &[code, unit] : directory.units()) {
        _units.emplace_back(shown(unit.name), code);
        names << shown(unit.name);
    }
    auto *completer = new QCompleter(names, this);
    completer->setFilterMode(Qt::MatchContains);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setMaxVisibleItems(10);
    setCompleter(completer);
    setPlaceholderText(tr("Any part of the unit's name"));
    connect(completer, qOverload<const QString &>(&QCompleter::activated), this, &UnitField::unitTaken,
        Qt::QueuedConnection);
}

UnitCode UnitField::unit() const
{
    const auto at = std::ranges::find(_units, text().trimmed(), &std::pair<QString, UnitCode>::first);
    return at == _units.end() ? UnitCode {} : at->second;
}

void UnitField::setUnit(const UnitCode &unit)
{
    const auto at = std::ranges::find(_units, unit, &std::pair<QString, UnitCode>::second);
    setText(at == _units.end() ? QString() : at->first);
}

void UnitField::takeOnlyMatch()
{
    if (!isUnknown()) {
        return;
    }
    completer()->setCompletionPrefix(text().trimmed());
    if (completer()->completionCount() == 1) {
        setText(completer()->currentCompletion());
    }
}

void UnitField::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (event->key() == Qt::Key_Down && !completer()->popup()->isVisible()) {
        completer()->setCompletionPrefix(unit().isEmpty() ? text().trimmed() : QString());
        completer()->complete();
        return;
    }
    if (isEnter) {
        takeOnlyMatch();
    }
    QLineEdit::keyPressEvent(event);
    if (isEnter && !unit().isEmpty()) {
        emit unitTaken();
    }
}

void UnitField::focusOutEvent(QFocusEvent *event)
{
    if (event->reason() != Qt::PopupFocusReason) {
        takeOnlyMatch();
    }
    QLineEdit::focusOutEvent(event);
}

UnitsField::UnitsField(const ThemeSource &source, const Directory &directory, QWidget *parent)
    : QWidget(parent), _source(source), _directory(directory), _line(new UnitField(directory)), _shown(new QWidget)
{
    const int gap = source.theme().space.step;
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(gap);
    column->addWidget(_line);
    new FlowLayout(gap, _shown);
    _shown->hide();
    column->addWidget(_shown);
    setFocusProxy(_line);
    _line->installEventFilter(this);
    connect(_line, &UnitField::unitTaken, this, &UnitsField::take);
    connect(_line, &UnitField::textChanged, this, &UnitsField::unitsChanged);
}

void UnitsField::setUnits(std::vector<UnitCode> units)
{
    _units = std::move(units);
    showUnits();
    emit unitsChanged();
}

void UnitsField::take()
{
    const UnitCode unit = _line->unit();
    if (unit.isEmpty()) {
        return;
    }
    std::vector<UnitCode> units = _units;
    if (!std::ranges::contains(units, unit)) {
        units.push_back(unit);
    }
    _line->clear();
    setUnits(std::move(units));
}

void UnitsField::showUnits()
{
    while (QLayoutItem *item = _shown->layout()->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    for (const UnitCode &unit : _units) {
        const QString name = shown(_directory.nameOf(unit));
        auto *button = new ActionButton(_source, ActionRank::Secondary, name);
        button->setIcon(Icon::Close);
        button->setAccessibleName(tr("Take out %1").arg(name));
        _shown->layout()->addWidget(button);
        connect(button, &QAbstractButton::clicked, this, [this, unit] {
            std::vector<UnitCode> units = _units;
            std::erase(units, unit);
            setUnits(std::move(units));
            _line->setFocus();
        });
    }
    _shown->setVisible(!_units.empty());
}

bool UnitsField::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == _line && event->type() == QEvent::FocusOut) {
        take();
    }
    if (watched == _line && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Backspace && _line->text().isEmpty() && !_units.empty()) {
            std::vector<UnitCode> units = _units;
            units.pop_back();
            setUnits(std::move(units));
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace huying
