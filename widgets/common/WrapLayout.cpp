#include "WrapLayout.h"

#include <algorithm>

namespace huying
{

WrapLayout::WrapLayout(QWidget *parent, int mostOfLast) : QLayout(parent), _mostOfLast(mostOfLast) {}

WrapLayout::~WrapLayout() = default;

void WrapLayout::addItem(QLayoutItem *item)
{
    _items.emplace_back(item);
}

int WrapLayout::count() const
{
    return static_cast<int>(_items.size());
}

QLayoutItem *WrapLayout::itemAt(int index) const
{
    return index >= 0 && index < count() ? _items[static_cast<std::size_t>(index)].get() : nullptr;
}

QLayoutItem *WrapLayout::takeAt(int index)
{
    if (index < 0 || index >= count()) {
        return nullptr;
    }
    QLayoutItem *const item = _items[static_cast<std::size_t>(index)].release();
    _items.erase(_items.begin() + index);
    return item;
}

QList<QLayoutItem *> WrapLayout::seen() const
{
    QList<QLayoutItem *> seen;
    for (const auto &item : _items) {
        if (!item->isEmpty()) {
            seen.append(item.get());
        }
    }
    return seen;
}

int WrapLayout::widthOf(const QLayoutItem &item, bool isLast) const
{
    const int wanted = item.sizeHint().width();
    return isLast && _mostOfLast >= 0 ? std::min(wanted, _mostOfLast) : wanted;
}

int WrapLayout::heightForWidth(int width) const
{
    return arrange(QRect(0, 0, width, 0), false);
}

QSize WrapLayout::sizeHint() const
{
    const QMargins margins = contentsMargins();
    QSize size(margins.left() + margins.right(), 0);
    const QList<QLayoutItem *> items = seen();
    for (const QLayoutItem *item : items) {
        size.rwidth() += widthOf(*item, item == items.last()) + (item == items.first() ? 0 : spacing());
        size.rheight() = std::max(size.height(), item->sizeHint().height());
    }
    size.rheight() += margins.top() + margins.bottom();
    return size;
}

QSize WrapLayout::minimumSize() const
{
    QSize size;
    for (const QLayoutItem *item : seen()) {
        size = size.expandedTo(item->minimumSize());
    }
    const QMargins margins = contentsMargins();
    return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom());
}

void WrapLayout::setGeometry(const QRect &rect)
{
    QLayout::setGeometry(rect);
    arrange(rect, true);
}

int WrapLayout::arrange(const QRect &rect, bool isMeant) const
{
    const QMargins margins = contentsMargins();
    const QRect inside = rect.marginsRemoved(margins);
    const QList<QLayoutItem *> items = seen();
    int x = inside.left();
    int y = inside.top();
    int lineHeight = 0;
    for (QLayoutItem *item : items) {
        const bool isLast = item == items.last();
        const int width = std::min(widthOf(*item, isLast), inside.width());
        const int height = item->sizeHint().height();
        if (x > inside.left() && x + width > inside.right() + 1) {
            x = inside.left();
            y += lineHeight + spacing();
            lineHeight = 0;
        }
        if (isMeant) {
            const int room = inside.right() + 1 - x;
            const int taken = isLast ? std::min(item->sizeHint().width(), room) : width;
            item->setGeometry(QRect(isLast ? inside.right() + 1 - taken : x, y, taken, height));
        }
        x += width + spacing();
        lineHeight = std::max(lineHeight, height);
    }
    return y + lineHeight + margins.bottom() - rect.top();
}

} // namespace huying
