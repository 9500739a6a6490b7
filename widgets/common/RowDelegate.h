#pragma once

#include "ThemeSource.h"

#include <QPersistentModelIndex>
#include <QStyledItemDelegate>

class QAbstractItemView;
class QTableView;
class QTreeView;

namespace huying
{

/// Draws the rows of tables as the desk means them: a line below each row, the whole row under the pointer and the
/// whole selected row on their grounds, an accent bar at the left of the selected row. Delegates of single columns
/// derive from it and draw in paintCell().
class RowDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    RowDelegate(const ThemeSource &source, QAbstractItemView &view);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const final;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

protected:
    /// Draws what stands in the cell: here its decoration and its text. `box` is the cell without its padding; the
    /// option is filled from the index.
    virtual void paintCell(
        QPainter &painter, const QRect &box, const QStyleOptionViewItem &option, const QModelIndex &index) const;

    [[nodiscard]] const Theme &theme() const { return source.theme(); }

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void paintGround(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    [[nodiscard]] bool isFirst(const QModelIndex &index) const;
    void paintBar(QPainter &painter, const QRectF &row) const;
    void setHovered(const QModelIndex &index);
    void repaintRow(const QModelIndex &index);

    const ThemeSource &source;
    QAbstractItemView &view;
    const QObject *viewport;
    QPersistentModelIndex hovered;
};

/// Sets a table up as rows: no grid, fixed row height, whole rows selected, a RowDelegate for all columns.
/// Call it before delegates of single columns are set.
void showAsRows(QTableView &table, const ThemeSource &source);

/// The same for a tree, without lines between the rows.
void showAsRows(QTreeView &tree, const ThemeSource &source);

} // namespace huying
