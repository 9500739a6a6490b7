#pragma once

#include <common/ThemeSource.h>
#include <domain/Directory.h>

#include <QLineEdit>

#include <vector>

namespace huying
{

/// A line in which a unit is found by any part of its name. Down shows all of them.
class UnitField : public QLineEdit
{
    Q_OBJECT
public:
    explicit UnitField(const Directory &directory, QWidget *parent = nullptr);

    /// Empty while what is typed is no unit's name.
    [[nodiscard]] UnitCode unit() const;
    void setUnit(const UnitCode &unit);
    /// What is typed names no unit.
    [[nodiscard]] bool isUnknown() const { return !text().trimmed().isEmpty() && unit().isEmpty(); }

signals:
    /// A unit has been chosen from the list, or its name was finished with Enter.
    void unitTaken();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void takeOnlyMatch();

    std::vector<std::pair<QString, UnitCode>> _units;
};

/// Several units: found as in a UnitField, shown below it, taken out again by their cross or Backspace.
class UnitsField : public QWidget
{
    Q_OBJECT
public:
    UnitsField(const ThemeSource &source, const Directory &directory, QWidget *parent = nullptr);

    [[nodiscard]] const std::vector<UnitCode> &units() const { return _units; }
    void setUnits(std::vector<UnitCode> units);
    /// Something is typed that is not yet a unit.
    [[nodiscard]] bool isUnknown() const { return _line->isUnknown(); }

signals:
    void unitsChanged();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void take();
    void showUnits();

    const ThemeSource &_source;
    Directory _directory;
    std::vector<UnitCode> _units;
    UnitField *_line;
    QWidget *_shown;
};

} // namespace huying
