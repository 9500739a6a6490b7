#pragma once

#include <common/ThemeSource.h>
#include <views/TicketTableModel.h>

#include <QTableView>

namespace huying
{

/// The table of tickets: rows as the desk means them, a lamp with shape and colour, the time left in the lamp's ink.
/// Keeps the ticket chosen and the row under the eye where they are while the rows around them change.
class TicketTable : public QTableView
{
    Q_OBJECT
public:
    TicketTable(const ThemeSource &source, TicketTableModel &model, QWidget *parent = nullptr);

    [[nodiscard]] std::optional<TicketId> chosen() const;
    /// Chooses the ticket's row where it is shown.
    void choose(const TicketId &ticket);
    /// Tells of the chosen ticket also where it was the last one told; of the first where none is chosen.
    void tellAnew();

    /// Keeps the first row in sight where it is while `change` shows other rows. When the chosen row leaves, the next
    /// one is chosen while one works in the table; from elsewhere that waits until the keyboard is back.
    void keepPlace(const std::function<void()> &change);

signals:
    void ticketChosen(const huying::TicketId &ticket);
    /// Enter or a double click.
    void ticketOpened(const huying::TicketId &ticket);
    void sortWanted(int column);

protected:
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;

private:
    void setColumns();
    void tellChosen();

    TicketTableModel &_tickets;
    std::optional<TicketId> _told;
    bool _isChanging = false;
};

} // namespace huying
