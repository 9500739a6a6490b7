#include "DeskWindow.h"

#include "SearchField.h"
#include "TopLine.h"

#include <QScrollArea>
#include <QScrollBar>
#include <QShortcut>

namespace huying
{

void DeskWindow::addKeys()
{
    const auto on = [this](QKeyCombination key, auto &&what) {
        connect(new QShortcut(QKeySequence(key), this), &QShortcut::activated, this, what);
    };
    on(Qt::CTRL | Qt::SHIFT | Qt::Key_L, [this] { changeBrightness(); });
    on(Qt::CTRL | Qt::SHIFT | Qt::Key_B, [this] {
        if (_mayImportMap) {
            emit importMapWanted();
        }
    });
    on(Qt::ALT | Qt::Key_Down, [this] { step(1); });
    on(Qt::ALT | Qt::Key_Up, [this] { step(-1); });
    on(Qt::CTRL | Qt::Key_PageDown, [this] { stepView(1); });
    on(Qt::CTRL | Qt::Key_PageUp, [this] { stepView(-1); });
    on(Qt::CTRL | Qt::Key_Down, [this] { scrollTicket(1); });
    on(Qt::CTRL | Qt::Key_Up, [this] { scrollTicket(-1); });
    on(QKeyCombination(Qt::Key_F6), [this] {
        if (_queue->table().hasFocus()) {
            _ticket->scroll().setFocus(Qt::ShortcutFocusReason);
        } else {
            focusTable();
        }
    });
}

/// To the next ticket, from wherever the keyboard is.
void DeskWindow::step(int rows)
{
    TicketTable &table = _queue->table();
    const int row = table.currentIndex().isValid() ? table.currentIndex().row() + rows : 0;
    const QModelIndex next = table.model()->index(row, TicketTableModel::NumberColumn);
    if (next.isValid()) {
        table.setCurrentIndex(next);
    }
}

/// The ticket is read on while the keyboard stays in the queue.
void DeskWindow::scrollTicket(int times)
{
    QScrollBar *bar = _ticket->scroll().verticalScrollBar();
    bar->setValue(bar->value() + times * bar->pageStep() / 3);
}

void DeskWindow::stepView(int views)
{
    const int view = _queue->views().currentIndex().row() + views;
    const QModelIndex next = _queue->views().model()->index(view, 0);
    if (next.isValid()) {
        _queue->views().setCurrentIndex(next);
    }
}

/// Who has gone elsewhere meanwhile stays there: what they type is not meant for what was found.
void DeskWindow::showFound()
{
    if (!_top->search().hasFocus()) {
        return;
    }
    TicketTable &table = _queue->table();
    table.tellAnew(); // another ticket may be shown by now than the one that is chosen there
    if (table.isVisible() || table.model()->rowCount() == 0) {
        focusTable();
    }
}

void DeskWindow::focusTable()
{
    TicketTable &table = _queue->table();
    if (!table.isVisible()) {
        _queue->views().setFocus(Qt::ShortcutFocusReason);
        return;
    }
    table.setFocus(Qt::ShortcutFocusReason);
    if (!table.currentIndex().isValid() && table.model()->rowCount() > 0) {
        table.setCurrentIndex(table.model()->index(0, TicketTableModel::NumberColumn));
    }
}

} // namespace huying
