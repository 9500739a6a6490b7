#pragma once

#include "Actions.h"

#include <common/ThemeSource.h>
#include <pictures/PictureBook.h>
#include <rules/Workflow.h>
#include <views/LikelyParents.h>

#include <QFrame>

#include <functional>
#include <map>
#include <memory>

class QLabel;
class QVBoxLayout;

namespace huying
{

class ActionButton;
class ActionForm;

/// Whose the ticket is, and what can be done with it: the primary action, the others with their keys, or the form of
/// the one that is being entered. Forms that were begun stay with their ticket while others are looked at.
class ActionCard : public QFrame
{
    Q_OBJECT
public:
    using Clock = std::function<Instant()>;

    ActionCard(const ThemeSource &source, Clock clock, QWidget *parent = nullptr);

    void setDirectory(std::shared_ptr<const Directory> directory);
    /// Where the form of joining looks for the main ticket.
    void setParentSearch(ParentSearch search) { _parents = std::move(search); }
    /// Where photos are added; without it forms take none.
    void setPictures(PictureBook *pictures) { _pictures = pictures; }
    void setRules(std::shared_ptr<const RuleBook> rules);
    void show(std::shared_ptr<const TicketSight> sight);
    using QWidget::show;
    /// Whether another ticket is about to be shown: until then nothing is done to this one.
    void setLeaving(bool isLeaving) { _isLeaving = isLeaving; }

    /// The form that is open on the ticket shown; nothing when there is none.
    [[nodiscard]] ActionForm *form() const;
    /// Opens the form of `kind`, where that is possible for the ticket.
    void open(std::string_view kind);
    /// Opens the form that separates one of the reports joined to the ticket shown.
    void openSeparation(const TicketId &child);

    /// Opens the form of an own action that the backend refused, filled with what was entered; what is sent then stands
    /// in its place. Another form that was begun on the ticket stays instead.
    void change(const RefusedAction &refused);

signals:
    void acted(const huying::TicketId &ticket, huying::Version decidedOn, const huying::TicketContent &content);
    void actedInstead(const huying::EventId &refused, const huying::TicketId &ticket, huying::Version decidedOn,
        const huying::TicketContent &content);
    void undoWanted(const huying::TicketId &ticket, const huying::EventId &event);
    /// Another ticket is to be shown.
    void ticketWanted(const huying::TicketId &ticket);
    /// A form has been opened.
    void opened();
    /// Something is done, or its form left: the keyboard goes back to where one works.
    void left();

private:
    struct Draft {
        ActionForm *form = nullptr;
        Version decidedOn = 0; ///< the version the person has before their eyes
        Version told = 0; ///< the version up to which changes have been told in the form
        std::optional<TicketId> child {}; ///< what is done is done to this duplicate of the ticket
        std::optional<EventId> refused {}; ///< the own action whose place it takes
    };

    struct Last {
        TicketId ticket;
        Instant at;
    };

    void tellResponsible();
    void showButtons();
    void addUndo();
    void addWayBack();
    [[nodiscard]] std::optional<TicketId> wayBack() const;
    void tellActed(const TicketId &ticket, Version decidedOn, const TicketContent &content);
    void begin(ActionForm *form, Draft draft);
    void showForm();
    void check();
    void confirm();
    void close();
    void keepOrDrop();
    void warnOfChanges(Draft &draft);
    [[nodiscard]] QString hindranceOf(const Draft &draft) const;
    [[nodiscard]] const TicketRow *childOf(const Draft &draft) const;
    [[nodiscard]] Draft *draft();

    const ThemeSource &_source;
    Clock _clock;
    std::shared_ptr<const Directory> _directory;
    std::shared_ptr<const RuleBook> _rules;
    std::shared_ptr<const TicketSight> _sight;
    ParentSearch _parents;
    PictureBook *_pictures = nullptr;
    std::map<TicketId, Draft> _drafts;
    QLabel *_caption;
    QLabel *_lead;
    QLabel *_cooperating;
    QLabel *_reason;
    QWidget *_buttons;
    QVBoxLayout *_column;
    std::vector<OfferedAction> _offered;
    std::optional<EventId> _undoable;
    std::optional<TicketId> _back; ///< offered now
    std::optional<Last> _last; ///< what was done here last
    bool _isLeaving = false;
};

} // namespace huying
