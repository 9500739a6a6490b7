#include "RowDelegate.h"

#include "Pixels.h"

#include <QApplication>
#include <QHeaderView>
#include <QMouseEvent>
#include <QPainter>
#include <QTableView>
#include <QTreeView>

namespace huying
{

namespace
{
QColor foregroundOf(const QStyleOptionViewItem &option, const QModelIndex &index, const Theme &theme)
{
    const QVariant own = index.data(Qt::ForegroundRole);
    if (own.isValid()) {
        return own.value<QBrush>().color();
    }
    return option.state.testFlag(QStyle::State_Enabled) ? theme.colours.ink : theme.colours.inkFaint;
}
}

RowDelegate::RowDelegate(const ThemeSource &themeSource, QAbstractItemView &itemView)
    : QStyledItemDelegate(&itemView), source(themeSource), view(itemView), viewport(itemView.viewport())
{
    view.viewport()->setMouseTracking(true);
    view.viewport()->installEventFilter(this);
    connect(&source, &ThemeSource::changed, view.viewport(), qOverload<>(&QWidget::update));
}

void RowDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem filled = option;
    initStyleOption(&filled, index);
    painter->save();
    paintGround(*painter, filled, index);
    paintCell(*painter, filled.rect.adjusted(theme().space.gap, 0, -theme().space.gap, -1), filled, index);
    painter->restore();
}

void RowDelegate::paintGround(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Colours &c = theme().colours;
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    const bool isHovered = hovered.isValid() && hovered.row() == index.row() && hovered.parent() == index.parent();
    if (isSelected || isHovered) {
        painter.fillRect(option.rect, isSelected ? c.accentTint : c.hover);
    }
    QRectF box(option.rect);
    if (qobject_cast<const QTableView *>(&view)) {
        const qreal line = wholePixels(painter, 1);
        painter.fillRect(QRectF(box.left(), box.bottom() - line, box.width(), line), c.line);
        box.setBottom(box.bottom() - line);
    } else {
        box.setLeft(0); // a tree's first cell begins behind its branches
    }
    if (isSelected && isFirst(index)) {
        paintBar(painter, box);
    }
}

void RowDelegate::paintBar(QPainter &painter, const QRectF &row) const
{
    painter.fillRect(QRectF(row.left(), row.top(), theme().space.bar, row.height()),
        view.hasFocus() ? theme().colours.accent : theme().colours.edgeStrong);
}

bool RowDelegate::isFirst(const QModelIndex &index) const
{
    if (const auto *table = qobject_cast<const QTableView *>(&view)) {
        const QHeaderView *header = table->horizontalHeader();
        for (int visual = 0; visual < header->count(); ++visual) {
            const int column = header->logicalIndex(visual);
            if (!header->isSectionHidden(column)) {
                return column == index.column();
            }
        }
    }
    return index.column() == 0;
}

void RowDelegate::paintCell(
    QPainter &painter, const QRect &box, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QRect rest = box;
    if (!option.icon.isNull()) {
        const int left = option.text.isEmpty() ? box.center().x() - theme().space.lamp / 2 : box.left();
        option.icon.paint(&painter, QRect(left, box.top(), theme().space.lamp, box.height()));
        rest.setLeft(rest.left() + theme().space.lamp + theme().space.gap);
    }
    painter.setFont(option.font);
    painter.setPen(foregroundOf(option, index, theme()));
    painter.drawText(rest, static_cast<int>(option.displayAlignment | Qt::AlignVCenter) | Qt::TextSingleLine,
        option.fontMetrics.elidedText(option.text, Qt::ElideRight, rest.width()));
}

QSize RowDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem filled = option;
    initStyleOption(&filled, index);
    // a pixel more on either side: a text as wide as its cell would be cut where advances are fractions
    int width = 2 * (theme().space.gap + 1) + filled.fontMetrics.horizontalAdvance(filled.text);
    width += filled.icon.isNull() ? 0 : theme().space.lamp + (filled.text.isEmpty() ? 0 : theme().space.gap);
    return { width, theme().space.row };
}

bool RowDelegate::eventFilter(QObject *watched, QEvent *event)
{
    // The viewport dies after the view that owned it and still sends events; the view is asked only while it lives.
    if (watched == viewport) {
        if (event->type() == QEvent::MouseMove) {
            setHovered(view.indexAt(static_cast<QMouseEvent *>(event)->position().toPoint()));
        } else if (event->type() == QEvent::Leave) {
            setHovered({});
        }
        return false;
    }
    return QStyledItemDelegate::eventFilter(watched, event);
}

void RowDelegate::setHovered(const QModelIndex &index)
{
    if (index.isValid() && hovered.isValid() && index.row() == hovered.row() && index.parent() == hovered.parent()) {
        return;
    }
    repaintRow(hovered);
    hovered = index;
    repaintRow(hovered);
}

void RowDelegate::repaintRow(const QModelIndex &index)
{
    if (index.isValid()) {
        const QRect cell = view.visualRect(index);
        view.viewport()->update(0, cell.top(), view.viewport()->width(), cell.height());
    }
}

void showAsRows(QTableView &table, const ThemeSource &source)
{
    const Theme &theme = source.theme();
    table.setShowGrid(false);
    table.setSelectionBehavior(QAbstractItemView::SelectRows);
    table.setWordWrap(false);
    table.setTabKeyNavigation(false);
    table.setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    table.setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    table.verticalHeader()->hide();
    table.verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table.verticalHeader()->setMinimumSectionSize(theme.space.rowCompact);
    table.verticalHeader()->setDefaultSectionSize(theme.space.row);
    table.horizontalHeader()->setHighlightSections(false);
    table.horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    table.horizontalHeader()->setFixedHeight(theme.space.row);
    table.setItemDelegate(new RowDelegate(source, table));
}

void showAsRows(QTreeView &tree, const ThemeSource &source)
{
    tree.setUniformRowHeights(true);
    tree.setSelectionBehavior(QAbstractItemView::SelectRows);
    tree.setWordWrap(false);
    tree.setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    tree.setItemDelegate(new RowDelegate(source, tree));
}

} // namespace huying
