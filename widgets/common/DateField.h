#pragma once

#include "ThemeSource.h"

#include <QDateEdit>

namespace huying
{

/// A field for a day, with a calendar to choose it from. Weeks begin on Monday; weekends are quiet, not red: red
/// means overdue here.
class DateField : public QDateEdit
{
    Q_OBJECT
public:
    DateField(const ThemeSource &source, const QDate &day, QWidget *parent = nullptr);

private:
    void tint();

    const ThemeSource &source;
};

} // namespace huying
