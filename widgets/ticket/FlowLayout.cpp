#include "FlowLayout.h"

#include <QWidget>

namespace huying
{

FlowLayout::FlowLayout(int gap, QWidget *parent) : QLayout(parent)
{
    setContentsMargins({});
    setSpacing(gap);
}

void FlowLayout::addItem(QLayoutItem *item)
{
    _items.emplace_back(item);
}

QLayoutItem *FlowLayout::itemAt(int index) const
{
    return index >= 0 && index < count() ? _items[std::size_t(index)].get() : nullptr;
}

QLayoutItem *FlowLayout::takeAt(int index)
{
    if (index < 0 || index >= count()) {
        return nullptr;
    }
    QLayoutItem *item = _items[std::size_t(index)].release();
    _items.erase(_items.begin() + index);
    return item;
}

int FlowLayout::heightForWidth(int width) const
{
    return flow(QRect(0, 0, width, 0), Doing::Measure);
}

QSize FlowLayout::sizeHint() const
{
    int width = 0;
    int height = 0;
    for (const auto &item : _items) {
        width += item->sizeHint().width() + spacing();
        height = std::max(height, item->sizeHint().height());
    }
    return { width, height };
}

QSize FlowLayout::minimumSize() const
{
    QSize size;
    for (const auto &item : _items) {
        size = size.expandedTo(item->minimumSize());
    }
    return size;
}

void FlowLayout::setGeometry(const QRect &rect)
{
    QLayout::setGeometry(rect);
    flow(rect, Doing::Place);
}

/// The height that the rows take in the width of `rect`.
int FlowLayout::flow(const QRect &rect, Doing doing) const
{
    int left = rect.left();
    int top = rect.top();
    int rowHeight = 0;
    for (const auto &item : _items) {
        if (item->isEmpty()) {
            continue;
        }
        const QSize size = item->sizeHint().boundedTo({ std::max(rect.width(), 1), QWIDGETSIZE_MAX });
        if (left > rect.left() && left + size.width() > rect.left() + rect.width()) {
            left = rect.left();
            top += rowHeight + spacing();
            rowHeight = 0;
        }
        if (doing == Doing::Place) {
            item->setGeometry(QRect(QPoint(left, top), size));
        }
        left += size.width() + spacing();
        rowHeight = std::max(rowHeight, size.height());
    }
    return top + rowHeight - rect.top();
}

} // namespace huying
