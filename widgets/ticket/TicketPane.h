#pragma once

#include "ActionCard.h"

#include <places/Places.h>

#include <QFrame>
#include <QTimer>

class QScrollArea;

namespace huying
{

class ActionButton;
class DeadlineCard;
class EmptyState;
class KinList;
class RefusedList;
class TicketHead;
class Trail;

/// The ticket at the right of the desk: what it is about, its steps, its deadline and why, whose it is and what can be
/// done, and its trail. The same ticket shown anew keeps what is being typed and where one has scrolled to.
class TicketPane : public QFrame
{
    Q_OBJECT
public:
    using Clock = ActionCard::Clock;

    /// `clock` is the corrected time.
    TicketPane(const ThemeSource &source, Clock clock, QWidget *parent = nullptr);

    void setDirectory(std::shared_ptr<const Directory> directory);
    /// Where the form of joining looks for the main ticket.
    void setParentSearch(ParentSearch search) { _actions->setParentSearch(std::move(search)); }
    /// Where pictures come from; without it none are shown, and none are taken.
    void setPictures(PictureBook *pictures);
    void setRules(std::shared_ptr<const RuleBook> rules);
    /// Tells which points lie outside the county.
    void setPlaces(std::shared_ptr<const Places> places);

    void show(std::shared_ptr<const TicketSight> sight);
    using QWidget::show;
    void clear();
    /// `ticket` has been chosen and will be shown in a moment: a key that is pressed meanwhile is not meant for the one
    /// that is still here.
    void expect(const TicketId &ticket);

    /// The ticket shown; nothing when there is none.
    [[nodiscard]] std::optional<TicketId> ticket() const;
    [[nodiscard]] ActionCard &actions() { return *_actions; }
    [[nodiscard]] QScrollArea &scroll() { return *_scroll; }

signals:
    void acted(const huying::TicketId &ticket, huying::Version decidedOn, const huying::TicketContent &content);
    /// Done in place of an own action that the backend refused.
    void actedInstead(const huying::EventId &refused, const huying::TicketId &ticket, huying::Version decidedOn,
        const huying::TicketContent &content);
    void undoWanted(const huying::TicketId &ticket, const huying::EventId &event);
    void againWanted(const huying::EventId &event);
    void dropWanted(const huying::EventId &event);
    /// A ticket that is joined with this one is to be shown.
    void ticketWanted(const huying::TicketId &ticket);
    /// Something is done, or its form left: the keyboard goes back to where one works.
    void left();

private:
    QWidget *addContent();
    QWidget *addTrailHead();
    void showPictures(const std::string &sha256);
    void refresh();
    void tellWhetherHere();
    void bringFormIntoSight();

    const ThemeSource &_source;
    Clock _clock;
    std::shared_ptr<const Directory> _directory;
    std::shared_ptr<const RuleBook> _rules;
    std::shared_ptr<const Places> _places;
    std::shared_ptr<const TicketSight> _sight;
    std::optional<TicketId> _expected; ///< where it is not the one shown
    EmptyState *_empty;
    QScrollArea *_scroll;
    QLabel *_notHere = nullptr; ///< stands for everything but the refused actions
    TicketHead *_head;
    DeadlineCard *_deadline;
    KinList *_kin;
    RefusedList *_refused;
    ActionCard *_actions;
    Trail *_trail;
    QWidget *_trailHead = nullptr;
    ActionButton *_view;
    PictureBook *_pictures = nullptr;
    QWidget *_older;
    QTimer _tick;
};

} // namespace huying
