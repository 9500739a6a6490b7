#pragma once

#include <common/ThemeSource.h>
#include <domain/Directory.h>
#include <views/LikelyParents.h>

#include <QStandardItemModel>
#include <QWidget>

class QLabel;
class QLineEdit;
class QTableView;

namespace huying
{

/// The ticket that another is joined to: likely ones at first, those with a number, title or place once something is
/// typed. Down and Up go through the list from the line too. Says what is known of the one chosen and what joining to
/// it does.
class JoinField : public QWidget
{
    Q_OBJECT
public:
    JoinField(const ThemeSource &source, const Directory &directory, Ticket child, ParentSearch search, Instant now,
        QWidget *parent = nullptr);

    /// Null while none is chosen.
    [[nodiscard]] TicketId mainTicket() const;
    /// Where it is one of those that are shown; else the likeliest stays chosen.
    void setMainTicket(const TicketId &ticket);

signals:
    void mainTicketChanged();
    /// Enter in the line or in the list.
    void mainTicketTaken();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void addTable(const ThemeSource &source);
    void search(const QString &words);
    void tell();
    [[nodiscard]] const LikelyParent *chosen() const;

    Directory _directory;
    Ticket _child;
    ParentSearch _search;
    Instant _now;
    int _rowHeight;
    std::vector<LikelyParent> _found;
    QStandardItemModel _shown;
    QLineEdit *_words;
    QLabel *_heading;
    QTableView *_table;
    QLabel *_about;
};

/// How near a likely parent is: `same grid`, `120 m`, or nothing where it is not known.
QString nearnessText(const LikelyParent &candidate);

} // namespace huying
