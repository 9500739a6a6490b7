#pragma once

#include <common/ThemeSource.h>
#include <views/TicketSight.h>

#include <QFrame>
#include <QLabel>

namespace huying
{

class ActionButton;
class ConnectionIndicator;
class ElidedLabel;
class SearchField;

/// The line above all screens: the county, search, new ticket, the connection, who is at the desk.
class TopLine : public QFrame
{
    Q_OBJECT
public:
    TopLine(const ThemeSource &source, const QString &county, const QString &who, QWidget *parent = nullptr);

    void setStatus(const DeskStatus &status);
    /// Who is at the desk.
    void setWho(const QString &who);

    [[nodiscard]] SearchField &search() { return *_search; }
    [[nodiscard]] ActionButton &newTicket() { return *_newTicket; }

private:
    SearchField *_search;
    ActionButton *_newTicket;
    ConnectionIndicator *_connection;
    QLabel *_clock; ///< in sight only while this machine's clock is wrong
    ElidedLabel *_person;
};

} // namespace huying
