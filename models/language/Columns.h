#pragma once

#include <QString>
#include <QStringList>

namespace huying
{

/// How many columns of a terminal `text` takes: Chinese characters take two.
int widthOf(const QString &text);

/// `text` with blanks behind it up to `width` columns.
QString padded(const QString &text, int width);

/// `text` in lines of at most `width` columns, broken where its language may be broken; what cannot be broken is
/// longer.
QStringList wrapped(const QString &text, int width);

/// Rows of a table, each column as wide as its widest cell, two blanks between, no blanks at the ends.
QString tableText(const QList<QStringList> &rows);

} // namespace huying
