#include "Forms.h"

#include "Actions.h"
#include "SmallFields.h"
#include "UnitField.h"

#include <common/DateField.h>
#include <views/Wording.h>

#include <QCheckBox>
#include <QCoreApplication>
#include <QLineEdit>

namespace huying
{

namespace
{

class SayFormsBranches
{
    Q_DECLARE_TR_FUNCTIONS(Forms)
};

template <class Content>
ActionForm *newForm(const FormGround &ground)
{
    return new ActionForm(
        ground.source, kindNamed<Content>(), wordForAction(kindNamed<Content>(), ground.sight.ticket));
}

} // namespace

ActionForm *extensionAskedForm(const FormGround &ground)
{
    ActionForm *form = newForm<ExtensionAsked>(ground);
    const auto *entered = enteredIn<ExtensionAsked>(ground);
    const ExtensionAsked first = entered ? *entered : ExtensionAsked();
    auto *longer = form->add(
        SayFormsBranches::tr("How much longer"), new LongerField(ground.source, first.wanted, dayOf(ground.now)));
    auto *reason = form->add(SayFormsBranches::tr("Reason"), new TextField(2));
    reason->setWords(first.reason);
    form->setContent([=] { return ExtensionAsked { longer->longer(), reason->words() }; });
    return form;
}

ActionForm *extensionGrantedForm(const FormGround &ground)
{
    ActionForm *form = newForm<ExtensionGranted>(ground);
    const auto &request = ground.sight.ticket.extensionRequest;
    const auto *entered = enteredIn<ExtensionGranted>(ground);
    const ExtensionGranted first = entered ? *entered : ExtensionGranted { request ? request->wanted : Longer {}, {} };
    auto *longer = form->add(
        SayFormsBranches::tr("How much longer"), new LongerField(ground.source, first.granted, dayOf(ground.now)));
    auto *text = form->add(SayFormsBranches::tr("What the unit is told (may stay empty)"), new TextField(2));
    text->setWords(first.text);
    form->setContent([=] { return ExtensionGranted { longer->longer(), text->words() }; });
    return form;
}

ActionForm *accountForm(const FormGround &ground)
{
    ActionForm *form = newForm<PutOnAccount>(ground);
    const Ticket &ticket = ground.sight.ticket;
    auto *reason = form->add(SayFormsBranches::tr("Reason"), new TextField(2));
    auto *owner = form->add(SayFormsBranches::tr("Owner"), new QLineEdit);
    auto *review = form->add(SayFormsBranches::tr("Next review"),
        new DateField(ground.source, dateOf(dayOf(ground.now) + std::chrono::days { 30 })));
    if (const auto *entered = enteredIn<PutOnAccount>(ground)) {
        reason->setWords(entered->reason);
        owner->setText(shown(entered->owner));
        review->setDate(dateOf(entered->reviewOn));
    } else if (ticket.isOnAccount()) {
        owner->setText(shown(ticket.accounts.back().owner));
        review->setDate(dateOf(ticket.accounts.back().reviewOn));
    }
    form->setContent(
        [=] { return PutOnAccount { reason->words(), owner->text().trimmed().toStdString(), dayIn(review->date()) }; });
    return form;
}

ActionForm *conferenceForm(const FormGround &ground)
{
    ActionForm *form = newForm<Conferred>(ground);
    const Ticket &ticket = ground.sight.ticket;
    auto *units =
        form->add(SayFormsBranches::tr("Units that took part"), new UnitsField(ground.source, ground.directory));
    std::vector<UnitCode> concerned = ticket.cooperating;
    if (!ticket.lead.isEmpty()) {
        concerned.insert(concerned.begin(), ticket.lead);
    }
    units->setUnits(std::move(concerned));
    auto *on = form->add(SayFormsBranches::tr("Held on"), new DateField(ground.source, dateOf(dayOf(ground.now))));
    auto *conclusion = form->add(SayFormsBranches::tr("Conclusion"), new TextField(3));
    if (const auto *entered = enteredIn<Conferred>(ground)) {
        units->setUnits(entered->units);
        on->setDate(dateOf(entered->on));
        conclusion->setWords(entered->conclusion);
    }
    form->setContent([=] { return Conferred { dayIn(on->date()), units->units(), conclusion->words() }; });
    form->setFault([=] {
        return units->isUnknown() ? SayFormsBranches::tr("No unit has this name; choose one of the list.") : QString();
    });
    return form;
}

ActionForm *urgingForm(const FormGround &ground)
{
    ActionForm *form = newForm<Urged>(ground);
    const Ticket &ticket = ground.sight.ticket;
    const bool isOver = ticket.deadline && ground.now > ticket.deadline->due;
    UrgingLevel next = isOver ? UrgingLevel::WrittenOrder : UrgingLevel::Reminder;
    if (ticket.urging >= UrgingLevel::WrittenOrder) {
        next = UrgingLevel::LeaderNotice;
    }
    auto *level = form->add(SayFormsBranches::tr("Rung of the ladder"),
        new ChoiceField(ground.source,
            { wordFor(UrgingLevel::Reminder), wordFor(UrgingLevel::WrittenOrder), wordFor(UrgingLevel::LeaderNotice) },
            int(next) - 1));
    auto *text = form->add(SayFormsBranches::tr("What the unit is told"), new TextField(2));
    if (const auto *entered = enteredIn<Urged>(ground)) {
        level->choose(int(entered->level) - 1);
        text->setWords(entered->text);
    }
    form->setContent([=] { return Urged { UrgingLevel(level->chosen() + 1), text->words() }; });
    return form;
}

ActionForm *followUpForm(const FormGround &ground)
{
    ActionForm *form = newForm<FollowedUp>(ground);
    auto *satisfied = form->add(SayFormsBranches::tr("What the citizen says"),
        new ChoiceField(
            ground.source, { SayFormsBranches::tr("Not yet satisfied"), SayFormsBranches::tr("Satisfied now") }, 0));
    auto *text = form->add(SayFormsBranches::tr("What was talked about"), new TextField(3));
    if (const auto *entered = enteredIn<FollowedUp>(ground)) {
        satisfied->choose(entered->satisfied ? 1 : 0);
        text->setWords(entered->text);
    }
    form->setContent([=] { return FollowedUp { satisfied->chosen() == 1, text->words() }; });
    return form;
}

ActionForm *ratingForm(const FormGround &ground)
{
    ActionForm *form = newForm<Rated>(ground);
    auto *rating = form->add(SayFormsBranches::tr("What the citizen says"),
        new ChoiceField(ground.source, { wordFor(Rating::Satisfied), wordFor(Rating::Dissatisfied) }, 0));
    auto *text = form->add(SayFormsBranches::tr("In the citizen's words (may stay empty)"), new TextField(2));
    if (const auto *entered = enteredIn<Rated>(ground)) {
        rating->choose(int(entered->rating));
        text->setWords(entered->text);
    }
    form->setContent([=] { return Rated { Rating(rating->chosen()), text->words() }; });
    return form;
}

ActionForm *callBackForm(const FormGround &ground)
{
    ActionForm *form = newForm<CalledBack>(ground);
    auto *means = form->add(SayFormsBranches::tr("By which way"),
        new ChoiceField(ground.source, { SayFormsBranches::tr("Telephone"), SayFormsBranches::tr("Visit") }, 0));
    auto *lawful =
        form->add(SayFormsBranches::tr("The three checks"), new QCheckBox(SayFormsBranches::tr("Handled lawfully")));
    auto *done = form->add({}, new QCheckBox(SayFormsBranches::tr("What was promised is done")));
    auto *accepted = form->add({}, new QCheckBox(SayFormsBranches::tr("The citizen understands and accepts it")));
    auto *text = form->add(SayFormsBranches::tr("Note (may stay empty)"), new TextField(2));
    if (const auto *entered = enteredIn<CalledBack>(ground)) {
        means->choose(int(entered->means));
        lawful->setChecked(entered->lawful);
        done->setChecked(entered->done);
        accepted->setChecked(entered->accepted);
        text->setWords(entered->text);
    }
    form->setContent([=] {
        return CalledBack { CallBackMeans(means->chosen()), lawful->isChecked(), done->isChecked(),
            accepted->isChecked(), text->words() };
    });
    return form;
}

} // namespace huying
