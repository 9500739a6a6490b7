#include "FlowLayout.h"

#include <QWidget>

#include <algorithm>

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

void FlowLayout::endAtRight(int least)
{
    _endsAtRight = true;
    _leastAtRight = least;
}

const QLayoutItem *FlowLayout::lastSeen() const
{
    const auto last =
        std::ranges::find_if(_items.rbegin(), _items.rend(), [](const auto &item) { return !item->isEmpty(); });
    return last == _items.rend() ? nullptr : last->get();
}

/// How wide it has to be at least to stay in its row.
int FlowLayout::neededBy(const QLayoutItem &item) const
{
    const int wanted = item.sizeHint().width();
    return _endsAtRight && _leastAtRight >= 0 && &item == lastSeen() ? std::min(wanted, _leastAtRight) : wanted;
}

QSize FlowLayout::sizeHint() const
{
    int width = 0;
    int height = 0;
    for (const auto &item : _items) {
        if (!item->isEmpty()) {
            width += neededBy(*item) + spacing();
            height = std::max(height, item->sizeHint().height());
        }
    }
    return QSize(width, height).grownBy(contentsMargins());
}

QSize FlowLayout::minimumSize() const
{
    QSize size;
    for (const auto &item : _items) {
        size = size.expandedTo(item->minimumSize());
    }
    return size.grownBy(contentsMargins());
}

void FlowLayout::setGeometry(const QRect &rect)
{
    QLayout::setGeometry(rect);
    flow(rect, Doing::Place);
}

/// The height that the rows take in the width of `rect`. Things of a row stand about its middle.
int FlowLayout::flow(const QRect &rect, Doing doing) const
{
    const QRect inside = rect.marginsRemoved(contentsMargins());
    const int end = inside.left() + std::max(inside.width(), 1);
    const QLayoutItem *const atRight = _endsAtRight ? lastSeen() : nullptr;
    std::vector<std::pair<QLayoutItem *, QRect>> row;
    int left = inside.left();
    int top = inside.top();
    int rowHeight = 0;
    const auto endRow = [&] {
        for (const auto &[item, place] : row) {
            if (doing == Doing::Place) {
                item->setGeometry(place.translated(0, (rowHeight - place.height()) / 2));
            }
        }
        row.clear();
    };
    for (const auto &item : _items) {
        if (item->isEmpty()) {
            continue;
        }
        if (left > inside.left() && left + neededBy(*item) > end) {
            endRow();
            left = inside.left();
            top += rowHeight + spacing();
            rowHeight = 0;
        }
        const QSize size = item->sizeHint().boundedTo({ end - left, QWIDGETSIZE_MAX });
        row.emplace_back(item.get(), QRect(QPoint(item.get() == atRight ? end - size.width() : left, top), size));
        left += size.width() + spacing();
        rowHeight = std::max(rowHeight, size.height());
    }
    endRow();
    return top + rowHeight + contentsMargins().bottom() - rect.top();
}

} // namespace huying
