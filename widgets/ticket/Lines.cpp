#include "Lines.h"

#include <QLabel>
#include <QVBoxLayout>

namespace huying
{

QLabel *addLine(QVBoxLayout &column, TextRole role)
{
    auto *label = new QLabel;
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    setTextRole(*label, role);
    column.addWidget(label);
    return label;
}

void showLine(QLabel &label, const QString &text)
{
    if (label.text() != text) {
        label.setText(text);
    }
    label.setVisible(!text.isEmpty());
}

} // namespace huying
