#include "ActionCard.h"

#include "ActionForm.h"
#include "Forms.h"
#include "Lines.h"

#include <common/ActionButton.h>
#include <common/FlowLayout.h>
#include <common/Type.h>
#include <views/Telling.h>
#include <views/Wording.h>

#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

namespace huying
{

namespace
{

/// What was decided, by others than the outbox of this desk, after `since`.
QStringList decisionsSince(const TicketSight &sight, Version since, const Directory &directory)
{
    QStringList texts;
    const auto &trail = sight.ticket.trail;
    const std::size_t fresh = std::min<std::size_t>(sight.ticket.version - since, trail.size());
    for (std::size_t i = trail.size() - fresh; i < trail.size(); ++i) {
        texts << ActionCard::tr("%1: %2").arg(actorOf(trail[i].author, directory), wordForKind(kindOf(trail[i])));
    }
    return texts;
}

} // namespace

ActionCard::ActionCard(const ThemeSource &source, Clock clock, QWidget *parent)
    : QFrame(parent)
    , _source(source)
    , _clock(std::move(clock))
    , _directory(std::make_shared<const Directory>())
    , _rules(std::make_shared<const RuleBook>())
    , _buttons(new QWidget)
    , _column(new QVBoxLayout(this))
{
    setFrameRole(*this, FrameRole::ChosenCard);
    const Spaces &space = source.theme().space;
    _column->setContentsMargins(space.inset, space.inset, space.inset, space.inset);
    _column->setSpacing(space.step);
    _caption = addLine(*_column, TextRole::Small);
    _lead = addLine(*_column, TextRole::Body);
    _cooperating = addLine(*_column, TextRole::Soft);
    _reason = addLine(*_column, TextRole::Soft);
    _column->addSpacing(space.step);
    new FlowLayout(space.gap, _buttons);
    _column->addWidget(_buttons);
}

void ActionCard::setDirectory(std::shared_ptr<const Directory> directory)
{
    _directory = std::move(directory);
    if (_sight) {
        tellResponsible();
    }
}

void ActionCard::setRules(std::shared_ptr<const RuleBook> rules)
{
    _rules = std::move(rules);
}

void ActionCard::show(std::shared_ptr<const TicketSight> sight)
{
    const bool isOther = _sight && _sight->ticket.id != sight->ticket.id;
    if (isOther) {
        keepOrDrop();
    }
    _sight = std::move(sight);
    tellResponsible();
    showButtons();
    if (Draft *open = draft()) {
        warnOfChanges(*open);
        check();
    }
    showForm();
}

void ActionCard::tellResponsible()
{
    const Ticket &ticket = _sight->ticket;
    const auto unitName = [this](const UnitCode &unit) { return shown(_directory->nameOf(unit)); };
    const auto together = [this](const std::vector<UnitCode> &units) {
        return units.empty() ? QString() : tr("With: %1").arg(namesOf(units, *_directory));
    };
    showLine(*_reason, {});
    if (!ticket.lead.isEmpty()) {
        showLine(*_caption, ticket.isOpen() ? tr("With this unit") : tr("Was with this unit"));
        showLine(*_lead,
            ticket.handler.empty() ? tr("Lead: %1").arg(unitName(ticket.lead))
                                   : tr("Lead: %1 · %2").arg(unitName(ticket.lead), shown(ticket.handler)));
        showLine(*_cooperating, together(ticket.cooperating));
    } else if (_sight->responsible) {
        showLine(*_caption, tr("Responsible by category and place"));
        showLine(*_lead, tr("Lead: %1").arg(unitName(_sight->responsible->lead)));
        showLine(*_cooperating, together(_sight->responsible->cooperating));
    } else if (ticket.category.isEmpty()) {
        showLine(*_caption, tr("Responsible by category and place"));
        showLine(*_lead, tr("Whose it is follows from the category, once it is accepted."));
        showLine(*_cooperating, {});
    } else {
        showLine(*_caption, tr("Responsible by category and place"));
        showLine(*_lead, tr("A gap: no item of the list covers this category here."));
        showLine(*_cooperating, tr("Choose the unit yourself; the gap is listed for the next responsibility list."));
    }
    if (ticket.extensionRequest) {
        showLine(*_reason,
            tr("Asks for an extension: %1. %2")
                .arg(longerText(ticket.extensionRequest->wanted), shown(ticket.extensionRequest->reason)));
    } else if (ticket.isOnAccount()) {
        showLine(*_reason,
            tr("On account: owner %1, next review on %2")
                .arg(shown(ticket.accounts.back().owner),
                    QString::fromStdString(isoDay(ticket.accounts.back().reviewOn))));
    }
}

ActionCard::Draft *ActionCard::draft()
{
    const auto at = _sight ? _drafts.find(_sight->ticket.id) : _drafts.end();
    return at == _drafts.end() ? nullptr : &at->second;
}

ActionForm *ActionCard::form() const
{
    const auto at = _sight ? _drafts.find(_sight->ticket.id) : _drafts.end();
    return at == _drafts.end() ? nullptr : at->second.form;
}

void ActionCard::open(std::string_view kind)
{
    if (!_sight || form() || !std::ranges::contains(_sight->possible, kind)) {
        return;
    }
    if (ActionForm *made = formFor(kind, { _source, *_directory, *_sight, _clock(), _parents, _pictures })) {
        begin(made, Draft {});
    }
}

void ActionCard::change(const RefusedAction &refused)
{
    if (!_sight) {
        return;
    }
    if (ActionForm *begun = form()) {
        begun->warn(tr("Finish this first, or cancel it; then the refused action can be changed."));
        emit opened();
        return;
    }
    const FormGround ground { _source, *_directory, *_sight, _clock(), _parents, _pictures, &refused.content };
    if (ActionForm *made = formFor(ticketKindNames[refused.content.index()], ground)) {
        begin(made, { .refused = refused.event });
    }
}

void ActionCard::openSeparation(const TicketId &child)
{
    const auto row = std::ranges::find(_sight->children, child, &TicketRow::id);
    if (!form() && row != _sight->children.end()) {
        begin(
            separationForm({ _source, *_directory, *_sight, _clock(), _parents, _pictures }, *row), { .child = child });
    }
}

void ActionCard::begin(ActionForm *made, Draft draft)
{
    _column->addWidget(made);
    draft.form = made;
    draft.decidedOn = _sight->ticket.version;
    draft.told = _sight->ticket.version;
    _drafts.insert_or_assign(_sight->ticket.id, draft);
    connect(made, &ActionForm::changed, this, &ActionCard::check);
    connect(made, &ActionForm::confirmed, this, &ActionCard::confirm);
    connect(made, &ActionForm::cancelled, this, &ActionCard::close);
    check();
    showForm();
    made->begin();
    emit opened();
}

void ActionCard::showForm()
{
    ActionForm *open = form();
    _buttons->setVisible(!open);
    for (const auto &[ticket, other] : _drafts) {
        other.form->setVisible(other.form == open);
    }
}

void ActionCard::warnOfChanges(Draft &draft)
{
    const Ticket &ticket = _sight->ticket;
    if (ticket.decisionVersion > draft.told) {
        const QStringList what = decisionsSince(*_sight, draft.told, *_directory);
        draft.form->warn(
            tr("Changed while you were writing – %1. Look again; then confirm twice.").arg(what.join(tr("; "))));
    }
    draft.told = std::max(draft.told, ticket.version);
    if (ticket.decisionVersion <= draft.decidedOn) {
        draft.decidedOn = ticket.version;
    }
}

const TicketRow *ActionCard::childOf(const Draft &draft) const
{
    const auto row =
        draft.child ? std::ranges::find(_sight->children, *draft.child, &TicketRow::id) : _sight->children.end();
    return row == _sight->children.end() ? nullptr : &*row;
}

/// The rules' own word on what is entered, as if it were done now.
QString ActionCard::hindranceOf(const Draft &draft) const
{
    const TicketRow *child = childOf(draft);
    if (draft.child && !child) {
        return tr("It is no longer joined to this ticket.");
    }
    Ticket joined;
    if (child) {
        joined.id = child->id;
        joined.version = child->version;
        joined.reportedAt = child->reportedAt;
        joined.parent = _sight->ticket.id;
    }
    const Ticket &ticket = child ? joined : _sight->ticket;
    const Instant now = _clock();
    TicketEvent event;
    event.id.bytes.fill(0xFF);
    event.ticket = ticket.id;
    event.decidedOn = ticket.version;
    event.at = std::max(now, ticket.reportedAt);
    event.content = draft.form->content();
    const auto allowed = huying::check(ticket, event, *_rules);
    return allowed ? QString() : allowed.error().text;
}

void ActionCard::check()
{
    if (const Draft *open = draft()) {
        const QString fault = open->form->fault();
        open->form->setHindrance(fault.isEmpty() ? hindranceOf(*open) : fault);
    }
}

void ActionCard::confirm()
{
    check();
    Draft *open = draft();
    if (_isLeaving || !open || !open->form->fault().isEmpty() || !hindranceOf(*open).isEmpty()) {
        return;
    }
    if (_sight->ticket.decisionVersion > open->decidedOn) {
        // The first press takes note of what others decided meanwhile, the second does it all the same.
        open->decidedOn = _sight->ticket.version;
        return;
    }
    const TicketRow *child = childOf(*open);
    const TicketId ticket = child ? child->id : _sight->ticket.id;
    const Version decidedOn = child ? child->version : open->decidedOn;
    const TicketContent content = open->form->content();
    const std::optional<EventId> refused = open->refused;
    close();
    if (refused) {
        emit actedInstead(*refused, ticket, decidedOn, content);
    } else {
        tellActed(ticket, decidedOn, content);
    }
}

void ActionCard::close()
{
    if (Draft *open = draft()) {
        open->form->hide();
        open->form->deleteLater();
        _drafts.erase(_sight->ticket.id);
        showForm();
        emit left();
    }
}

/// Of the ticket that is left: what was begun stays, an empty form goes.
void ActionCard::keepOrDrop()
{
    Draft *open = draft();
    if (open && !open->form->isTouched()) {
        open->form->hide();
        open->form->deleteLater();
        _drafts.erase(_sight->ticket.id);
    }
}

} // namespace huying
