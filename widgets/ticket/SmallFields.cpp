#include "SmallFields.h"

#include <common/DateField.h>
#include <common/FlowLayout.h>

#include <QFontMetrics>
#include <QGridLayout>
#include <QRadioButton>
#include <QSpinBox>

namespace huying
{

ChoiceField::ChoiceField(const ThemeSource &source, const QStringList &words, int chosen, QWidget *parent)
    : QWidget(parent)
{
    auto *row = new FlowLayout(source.theme().space.gap, this);
    for (int word = 0; word < words.size(); ++word) {
        auto *button = new QRadioButton(words[word]);
        _group.addButton(button, word);
        row->addWidget(button);
    }
    choose(chosen);
    connect(&_group, &QButtonGroup::idToggled, this, [this](int, bool isOn) {
        if (isOn) {
            setFocusProxy(_group.checkedButton());
            emit choiceChanged();
        }
    });
    connect(&_group, &QButtonGroup::idClicked, this, &ChoiceField::picked);
}

void ChoiceField::choose(int word)
{
    if (QAbstractButton *button = _group.button(word)) {
        button->setChecked(true);
        setFocusProxy(button);
    }
}

TextField::TextField(int lines, QWidget *parent) : QPlainTextEdit(parent)
{
    setTabChangesFocus(true);
    setFixedHeight(lines * QFontMetrics(font()).lineSpacing() * 5 / 4 + 12);
}

LongerField::LongerField(const ThemeSource &source, const Longer &longer, Day today, QWidget *parent)
    : QWidget(parent)
    , _byDays(new QRadioButton(tr("Working days")))
    , _days(new QSpinBox)
    , _byDate(new QRadioButton(tr("Until the end of")))
    , _date(new DateField(source, dateOf(today + std::chrono::days { 7 })))
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins({});
    grid->setSpacing(source.theme().space.step);
    grid->setColumnStretch(2, 1);
    _days->setRange(1, 250);
    _days->setValue(longer.workingDays.value_or(3));
    if (longer.until) {
        _date->setDate(dateOf(dayOf(*longer.until - std::chrono::milliseconds { 1 })));
    }
    (longer.until ? _byDate : _byDays)->setChecked(true);
    grid->addWidget(_byDays, 0, 0);
    grid->addWidget(_days, 0, 1);
    grid->addWidget(_byDate, 1, 0);
    grid->addWidget(_date, 1, 1);
    setFocusProxy(_days);
    connect(_days, &QSpinBox::valueChanged, this, [this] { _byDays->setChecked(true); });
    connect(_date, &QDateEdit::dateChanged, this, [this] { _byDate->setChecked(true); });
    connect(_days, &QSpinBox::valueChanged, this, &LongerField::longerChanged);
    connect(_date, &QDateEdit::dateChanged, this, &LongerField::longerChanged);
    connect(_byDays, &QRadioButton::toggled, this, &LongerField::longerChanged);
}

Longer LongerField::longer() const
{
    if (_byDays->isChecked()) {
        return { _days->value(), std::nullopt };
    }
    return { std::nullopt, endOf(dayIn(_date->date())) };
}

Day dayIn(const QDate &date)
{
    return Day { date.toStdSysDays().time_since_epoch() };
}

QDate dateOf(Day day)
{
    return QDate(std::chrono::year_month_day { day });
}

} // namespace huying
