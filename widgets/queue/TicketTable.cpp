#include "TicketTable.h"

#include <common/Lamps.h>
#include <common/RowDelegate.h>
#include <common/Type.h>

#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>

namespace huying
{

namespace
{

Lamp lampAt(const QModelIndex &index)
{
    return Lamp(index.data(TicketTableModel::LampRole).toInt());
}

class LampDelegate : public RowDelegate
{
public:
    using RowDelegate::RowDelegate;

protected:
    void paintCell(
        QPainter &painter, const QRect &box, const QStyleOptionViewItem &, const QModelIndex &index) const override
    {
        const double side = theme().space.lamp;
        const QRectF middle(box.center().x() + 1 - side / 2, box.center().y() + 1 - side / 2, side, side);
        paintLamp(painter, middle, lampAt(index), theme());
    }
};

/// The time left in the ink of its lamp.
class TimeLeftDelegate : public RowDelegate
{
public:
    using RowDelegate::RowDelegate;

protected:
    void paintCell(QPainter &painter, const QRect &box, const QStyleOptionViewItem &option,
        const QModelIndex &index) const override
    {
        painter.setFont(option.font);
        painter.setPen(lampInk(theme(), lampAt(index)));
        painter.drawText(box, Qt::AlignLeft | Qt::AlignVCenter,
            option.fontMetrics.elidedText(index.data().toString(), Qt::ElideRight, box.width()));
    }
};

} // namespace

TicketTable::TicketTable(const ThemeSource &source, TicketTableModel &model, QWidget *parent)
    : QTableView(parent), _tickets(model)
{
    setModel(&model);
    showAsRows(*this, source);
    setItemDelegateForColumn(TicketTableModel::LampColumn, new LampDelegate(source, *this));
    setItemDelegateForColumn(TicketTableModel::TimeLeftColumn, new TimeLeftDelegate(source, *this));
    setSelectionMode(SingleSelection);
    setAccessibleName(tr("Tickets"));
    setTabKeyNavigation(false);
    setWordWrap(false);
    setVerticalScrollMode(ScrollPerPixel);
    setColumns();
    connect(this, &QTableView::doubleClicked, this,
        [this](const QModelIndex &index) { emit ticketOpened(_tickets.rowAt(index.row())->id); });
    connect(horizontalHeader(), &QHeaderView::sectionClicked, this, &TicketTable::sortWanted);
}

void TicketTable::setColumns()
{
    QHeaderView *header = horizontalHeader();
    header->setSectionsClickable(true);
    header->setHighlightSections(false);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setMinimumSectionSize(28);
    header->setSectionsMovable(true);
    const std::array<int, TicketTableModel::ColumnCount> widths { 32, 140, 104, 102, 132, 200, 98, 60, 74 };
    for (int column = 0; column < TicketTableModel::ColumnCount; ++column) {
        header->resizeSection(column, widths[std::size_t(column)]);
    }
    header->setSectionResizeMode(TicketTableModel::LampColumn, QHeaderView::Fixed);
    header->setSectionResizeMode(TicketTableModel::TitleColumn, QHeaderView::Stretch);
}

std::optional<TicketId> TicketTable::chosen() const
{
    const QModelIndex current = currentIndex();
    return current.isValid() ? std::optional(_tickets.rowAt(current.row())->id) : std::nullopt;
}

void TicketTable::choose(const TicketId &ticket)
{
    if (const auto row = _tickets.rowOf(ticket)) {
        setCurrentIndex(_tickets.index(*row, TicketTableModel::NumberColumn));
    }
}

void TicketTable::keepPlace(const std::function<void()> &change)
{
    const int offset = verticalScrollBar()->value();
    const QPersistentModelIndex top = indexAt({ 2, 1 });
    const int within = top.isValid() ? visualRect(top).top() : 0;
    _isChanging = true;
    const auto before = chosen();
    change();
    if (offset > 0 && top.isValid()) {
        verticalScrollBar()->setValue(verticalScrollBar()->value() + visualRect(top).top() - within);
    }
    if (before && !chosen()) {
        choose(*before);
    }
    _isChanging = false;
    if (before && hasFocus()) {
        tellChosen();
    }
}

void TicketTable::tellAnew()
{
    _told.reset();
    if (!chosen() && _tickets.rowCount() > 0) {
        setCurrentIndex(_tickets.index(0, TicketTableModel::NumberColumn));
    }
    tellChosen();
}

void TicketTable::tellChosen()
{
    if (const auto ticket = chosen(); ticket && ticket != _told) {
        _told = ticket;
        emit ticketChosen(*ticket);
    }
}

void TicketTable::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    if (current.isValid() && !_isChanging) {
        tellChosen();
    }
}

/// Another ticket may be shown by now than the one that is chosen here.
void TicketTable::mousePressEvent(QMouseEvent *event)
{
    const auto before = chosen();
    QTableView::mousePressEvent(event);
    if (before && before == chosen()) {
        tellAnew();
    }
}

void TicketTable::focusInEvent(QFocusEvent *event)
{
    QTableView::focusInEvent(event);
    if (!_isChanging) {
        tellChosen();
    }
}

void TicketTable::keyPressEvent(QKeyEvent *event)
{
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && chosen()) {
        emit ticketOpened(*chosen());
        return;
    }
    QTableView::keyPressEvent(event);
}

} // namespace huying
