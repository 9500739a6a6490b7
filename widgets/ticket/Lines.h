#pragma once

#include <common/Type.h>

#include <QString>

class QLabel;
class QVBoxLayout;

namespace huying
{

/// A label at the end of `column` that shows plain text in as many lines as it takes.
QLabel *addLine(QVBoxLayout &column, TextRole role);

/// Shows `text` in `label`, which is hidden when there is none.
void showLine(QLabel &label, const QString &text);

} // namespace huying
