#pragma once

#include <common/ThemeSource.h>
#include <domain/TicketEvent.h>

#include <QButtonGroup>
#include <QPlainTextEdit>
#include <QWidget>

class QRadioButton;
class QSpinBox;

namespace huying
{

class DateField;

/// One of a few words, side by side; Left and Right choose.
class ChoiceField : public QWidget
{
    Q_OBJECT
public:
    ChoiceField(const ThemeSource &source, const QStringList &words, int chosen, QWidget *parent = nullptr);

    [[nodiscard]] int chosen() const { return _group.checkedId(); }
    void choose(int word);

signals:
    void choiceChanged();
    /// Chosen by the person, not by choose().
    void picked();

private:
    QButtonGroup _group;
};

/// A few lines of text. Tab goes on to the next field.
class TextField : public QPlainTextEdit
{
    Q_OBJECT
public:
    explicit TextField(int lines, QWidget *parent = nullptr);

    [[nodiscard]] std::string words() const { return toPlainText().trimmed().toStdString(); }
    void setWords(const std::string &words) { setPlainText(QString::fromStdString(words)); }
};

/// An extension: working days from the old deadline, or the end of a day.
class LongerField : public QWidget
{
    Q_OBJECT
public:
    LongerField(const ThemeSource &source, const Longer &longer, Day today, QWidget *parent = nullptr);

    [[nodiscard]] Longer longer() const;

signals:
    void longerChanged();

private:
    QRadioButton *_byDays;
    QSpinBox *_days;
    QRadioButton *_byDate;
    DateField *_date;
};

/// The day of a date field, and the other way round.
Day dayIn(const QDate &date);
QDate dateOf(Day day);

} // namespace huying
