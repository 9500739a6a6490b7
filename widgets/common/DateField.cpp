#include "DateField.h"

#include <QCalendarWidget>
#include <QTextCharFormat>

namespace huying
{

DateField::DateField(const ThemeSource &themeSource, const QDate &day, QWidget *parent)
    : QDateEdit(day, parent), source(themeSource)
{
    setCalendarPopup(true);
    setDisplayFormat(QStringLiteral("yyyy-MM-dd"));
    calendarWidget()->setFirstDayOfWeek(Qt::Monday);
    calendarWidget()->setVerticalHeaderFormat(QCalendarWidget::NoVerticalHeader);
    tint();
    connect(&source, &ThemeSource::changed, this, &DateField::tint);
}

void DateField::tint()
{
    QTextCharFormat weekend;
    weekend.setForeground(source.theme().colours.inkSoft);
    for (const Qt::DayOfWeek day : { Qt::Saturday, Qt::Sunday }) {
        calendarWidget()->setWeekdayTextFormat(day, weekend);
    }
    QTextCharFormat head;
    head.setForeground(source.theme().colours.inkSoft);
    calendarWidget()->setHeaderTextFormat(head);
}

} // namespace huying
