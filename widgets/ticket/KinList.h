#pragma once

#include <common/ThemeSource.h>
#include <views/TicketSight.h>

#include <QFrame>
#include <QStandardItemModel>

class QLabel;
class QTableView;

namespace huying
{

class ActionButton;

/// How a ticket is joined with others: of a duplicate the way to its main ticket, of a main ticket the reports joined
/// to it, each to be opened or separated. Hidden where there is nothing of both.
class KinList : public QFrame
{
    Q_OBJECT
public:
    explicit KinList(const ThemeSource &source, QWidget *parent = nullptr);

    void show(const TicketSight &sight, Instant now);
    using QWidget::show;

signals:
    void ticketWanted(const huying::TicketId &ticket);
    /// The report is to be separated from the ticket shown.
    void separationWanted(const huying::TicketId &child);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void showParent(const TicketSight &sight, Instant now);
    void showChildren(const TicketSight &sight, Instant now);
    void openChosen();
    [[nodiscard]] std::optional<TicketId> chosen() const;

    const ThemeSource &_source;
    QStandardItemModel _rows;
    std::optional<TicketId> _parent;
    std::vector<TicketRow> _children;
    QLabel *_caption;
    QLabel *_line;
    QTableView *_table;
    ActionButton *_open;
    ActionButton *_separate;
};

} // namespace huying
