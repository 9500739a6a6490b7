#pragma once

#include "DeskCounty.h"

#include <deskwindow/DeskWindow.h>
#include <support/Sentences.h>

#include <memory>

namespace huying
{

/// A desk in a real window, filled from the demonstration's county, in Chinese; new for each sentence.
class DeskFixture : public Sentences
{
    Q_OBJECT
public:
    DeskFixture();

protected:
    TicketPane &pane() { return desk->ticketPane(); }
    bool open();
    /// Shows the ticket. New buttons are there once the events are worked off.
    void see(const TicketSight &sight);
    TicketSight sight(QStringView name);
    /// The ticket after something more has happened to it.
    TicketSight later(const TicketSight &before, TicketContent content, Author author);
    /// A key as it is pressed, wherever the keyboard is.
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {});

    ThemeSource source;
    DeskCounty county;
    std::unique_ptr<DeskWindow> desk;

protected slots:
    void initTestCase();
    void init();
    void cleanup() { desk.reset(); }
};

} // namespace huying
