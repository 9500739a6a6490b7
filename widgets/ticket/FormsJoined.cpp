#include "Forms.h"

#include "Actions.h"
#include "JoinField.h"
#include "SmallFields.h"

#include <common/Type.h>
#include <views/Wording.h>

#include <QCoreApplication>
#include <QLabel>

namespace huying
{

namespace
{

class SayFormsJoined
{
    Q_DECLARE_TR_FUNCTIONS(Forms)
};

ActionForm *separation(const FormGround &ground, const QString &title, const QString &child, const TicketId &parent)
{
    auto *form = new ActionForm(ground.source, kindNamed<Separated>(), title);
    form->explain(
        SayFormsJoined::tr("%1 gets a queue place, a deadline and an answer of its own again. Both tickets show it.")
            .arg(child));
    auto *reason = form->add(SayFormsJoined::tr("Why it is another matter"), new TextField(2));
    if (const auto *entered = enteredIn<Separated>(ground)) {
        reason->setWords(entered->reason);
    }
    form->setContent([=] { return Separated { parent, reason->words() }; });
    return form;
}

} // namespace

ActionForm *joinForm(const FormGround &ground)
{
    auto *form =
        new ActionForm(ground.source, kindNamed<Joined>(), wordForAction(kindNamed<Joined>(), ground.sight.ticket));
    auto *parent = form->add(SayFormsJoined::tr("Main ticket"),
        new JoinField(ground.source, ground.directory, ground.sight.ticket, ground.parents, ground.now));
    if (const auto *entered = enteredIn<Joined>(ground)) {
        parent->setMainTicket(entered->parent);
    }
    form->setContent([=] { return Joined { parent->mainTicket() }; });
    return form;
}

ActionForm *separationForm(const FormGround &ground)
{
    const Ticket &ticket = ground.sight.ticket;
    return separation(ground, wordForAction(kindNamed<Separated>(), ticket), shown(ticket.number),
        ticket.parent.value_or(TicketId {}));
}

ActionForm *separationForm(const FormGround &ground, const TicketRow &child)
{
    const QString number = shown(child.number);
    return separation(ground, SayFormsJoined::tr("Separate %1").arg(number), number, ground.sight.ticket.id);
}

} // namespace huying
