#include "Forms.h"

#include "Actions.h"
#include "CategoryField.h"
#include "PicturesField.h"
#include "SmallFields.h"
#include "UnitField.h"

#include <views/Wording.h>

#include <QCheckBox>
#include <QCoreApplication>
#include <QLineEdit>

#include <algorithm>

namespace huying
{

namespace
{

class SayForms
{
    Q_DECLARE_TR_FUNCTIONS(Forms)
};

ActionForm *newForm(std::string_view kind, const FormGround &ground)
{
    return new ActionForm(ground.source, kind, wordForAction(kind, ground.sight.ticket));
}

template <class Content>
const std::string &wordsOf(const Content &content)
{
    if constexpr (requires { content.text; }) {
        return content.text;
    } else {
        return content.reason;
    }
}

/// A form of one text, which is the content's `text` or `reason`.
template <class Content>
ActionForm *textForm(const FormGround &ground, const QString &name)
{
    ActionForm *form = newForm(kindNamed<Content>(), ground);
    auto *text = form->add(name, new TextField(3));
    if (const Content *entered = enteredIn<Content>(ground)) {
        text->setWords(wordsOf(*entered));
    }
    form->setContent([text] {
        Content content;
        if constexpr (requires { content.text; }) {
            content.text = text->words();
        } else {
            content.reason = text->words();
        }
        return TicketContent(std::move(content));
    });
    return form;
}

PicturesField *addPicturesTo(ActionForm &form, const FormGround &ground)
{
    if (!ground.pictures) {
        return nullptr;
    }
    auto *pictures = form.add(SayForms::tr("Photos"), new PicturesField(ground.source, *ground.pictures));
    form.setFault(
        [pictures] { return pictures->isBusy() ? SayForms::tr("The photos are still being made ready.") : QString(); });
    return pictures;
}

/// A text that photos may go along with.
template <class Content>
ActionForm *illustratedForm(const FormGround &ground, const QString &name)
{
    ActionForm *form = newForm(kindNamed<Content>(), ground);
    auto *text = form->add(name, new TextField(3));
    auto *pictures = addPicturesTo(*form, ground);
    if (const Content *entered = enteredIn<Content>(ground)) {
        text->setWords(entered->text);
        if (pictures) {
            pictures->setAttachments(ground.sight.ticket.id, entered->attachments);
        }
    }
    form->setContent([text, pictures] {
        Content content;
        content.text = text->words();
        content.attachments = pictures ? pictures->attachments() : std::vector<Attachment> {};
        return TicketContent(std::move(content));
    });
    return form;
}

using Make = ActionForm *(*)(const FormGround &);

struct FormKind {
    std::string_view kind;
    Make make;
};

template <class Content>
ActionForm *reasonForm(const FormGround &ground)
{
    return textForm<Content>(ground, SayForms::tr("Reason"));
}

template <class Content>
ActionForm *answerForm(const FormGround &ground)
{
    return illustratedForm<Content>(ground, SayForms::tr("What the citizen is told"));
}

ActionForm *noteForm(const FormGround &ground)
{
    return textForm<Noted>(ground, SayForms::tr("Note"));
}

/// The photos first: they are what it is about.
ActionForm *photosForm(const FormGround &ground)
{
    ActionForm *form = newForm(kindNamed<PhotosAdded>(), ground);
    auto *pictures = addPicturesTo(*form, ground);
    auto *text = form->add(SayForms::tr("What they show (may stay empty)"), new TextField(2));
    if (const PhotosAdded *entered = enteredIn<PhotosAdded>(ground)) {
        text->setWords(entered->text);
        if (pictures) {
            pictures->setAttachments(ground.sight.ticket.id, entered->attachments);
        }
    }
    form->setContent([text, pictures] {
        return PhotosAdded { text->words(), pictures ? pictures->attachments() : std::vector<Attachment> {} };
    });
    return form;
}

const std::array<FormKind, 24> &formKinds()
{
    static const std::array<FormKind, 24> kinds { {
        { kindNamed<Accepted>(), acceptForm },
        { kindNamed<Voided>(), voidForm },
        { kindNamed<Assigned>(), assignForm },
        { kindNamed<HandlingBegun>(), handlingForm },
        { kindNamed<FirstAnswered>(), answerForm<FirstAnswered> },
        { kindNamed<Answered>(), answerForm<Answered> },
        { kindNamed<Returned>(), reasonForm<Returned> },
        { kindNamed<Disputed>(), reasonForm<Disputed> },
        { kindNamed<Ruled>(), rulingForm },
        { kindNamed<ExtensionAsked>(), extensionAskedForm },
        { kindNamed<ExtensionGranted>(), extensionGrantedForm },
        { kindNamed<ExtensionRefused>(), reasonForm<ExtensionRefused> },
        { kindNamed<PutOnAccount>(), accountForm },
        { kindNamed<Resumed>(), reasonForm<Resumed> },
        { kindNamed<Conferred>(), conferenceForm },
        { kindNamed<Urged>(), urgingForm },
        { kindNamed<FollowedUp>(), followUpForm },
        { kindNamed<Rated>(), ratingForm },
        { kindNamed<CalledBack>(), callBackForm },
        { kindNamed<Joined>(), joinForm },
        { kindNamed<Separated>(), separationForm },
        { kindNamed<Reopened>(), reasonForm<Reopened> },
        { kindNamed<Noted>(), noteForm },
        { kindNamed<PhotosAdded>(), photosForm },
    } };
    return kinds;
}

} // namespace

ActionForm *formFor(std::string_view kind, const FormGround &ground)
{
    const auto at = std::ranges::find(formKinds(), kind, &FormKind::kind);
    return at == formKinds().end() ? nullptr : at->make(ground);
}

bool hasForm(std::string_view kind)
{
    return std::ranges::contains(formKinds(), kind, &FormKind::kind);
}

ActionForm *acceptForm(const FormGround &ground)
{
    ActionForm *form = newForm(kindNamed<Accepted>(), ground);
    const Ticket &ticket = ground.sight.ticket;
    const auto *entered = enteredIn<Accepted>(ground);
    const Accepted first = entered ? *entered : Accepted { ticket.category, ticket.deadlineClass, ticket.importance };
    auto *category = form->add(SayForms::tr("Category"), new CategoryField(ground.source, ground.directory));
    category->setCategory(first.category);
    QStringList classes;
    for (std::size_t i = 0; i < deadlineClassNames.size(); ++i) {
        classes << wordFor(DeadlineClass(i));
    }
    auto *deadlineClass = form->add(
        SayForms::tr("Class of the deadline"), new ChoiceField(ground.source, classes, int(first.deadlineClass)));
    auto *importance = form->add(SayForms::tr("Importance"),
        new ChoiceField(ground.source,
            { SayForms::tr("1, usual"), SayForms::tr("2, important"), SayForms::tr("3, very important") },
            first.importance - 1));
    // The category brings its usual class, until somebody chooses another.
    const std::shared_ptr<bool> isPicked = std::make_shared<bool>(entered != nullptr);
    QObject::connect(deadlineClass, &ChoiceField::picked, form, [isPicked] { *isPicked = true; });
    QObject::connect(category, &CategoryField::categoryChanged, form,
        [category, deadlineClass, isPicked, categories = ground.directory.categories()] {
            const auto at = categories.find(category->category());
            if (!*isPicked && at != categories.end()) {
                deadlineClass->choose(int(at->second.deadlineClass));
            }
        });
    form->setContent([=] {
        return Accepted { category->category(), DeadlineClass(deadlineClass->chosen()), importance->chosen() + 1 };
    });
    return form;
}

ActionForm *voidForm(const FormGround &ground)
{
    ActionForm *form = newForm(kindNamed<Voided>(), ground);
    QStringList reasons;
    for (std::size_t i = 0; i < voidReasonNames.size(); ++i) {
        reasons << wordFor(VoidReason(i));
    }
    const auto *entered = enteredIn<Voided>(ground);
    const Voided first = entered ? *entered : Voided { VoidReason::NoRequest, {} };
    auto *reason = form->add(SayForms::tr("Reason"), new ChoiceField(ground.source, reasons, int(first.reason)));
    auto *text = form->add(SayForms::tr("More about it"), new TextField(2));
    text->setWords(first.text);
    form->setContent([=] { return Voided { VoidReason(reason->chosen()), text->words() }; });
    return form;
}

ActionForm *assignForm(const FormGround &ground)
{
    ActionForm *form = newForm(kindNamed<Assigned>(), ground);
    auto *lead = form->add(SayForms::tr("Lead unit"), new UnitField(ground.directory));
    auto *cooperating = form->add(SayForms::tr("Cooperating units"), new UnitsField(ground.source, ground.directory));
    auto *note = form->add(SayForms::tr("Note to the units"), new QLineEdit);
    if (const auto *entered = enteredIn<Assigned>(ground)) {
        lead->setUnit(entered->lead);
        cooperating->setUnits(entered->cooperating);
        note->setText(shown(entered->note));
    }
    form->setContent(
        [=] { return Assigned { lead->unit(), cooperating->units(), {}, note->text().trimmed().toStdString() }; });
    form->setFault([=] {
        return lead->isUnknown() || cooperating->isUnknown()
            ? SayForms::tr("No unit has this name; choose one of the list.")
            : QString();
    });
    return form;
}

ActionForm *handlingForm(const FormGround &ground)
{
    ActionForm *form = newForm(kindNamed<HandlingBegun>(), ground);
    auto *handler = form->add(SayForms::tr("Who handles it (may stay empty)"), new QLineEdit);
    if (const auto *entered = enteredIn<HandlingBegun>(ground)) {
        handler->setText(shown(entered->handler));
    }
    form->setContent([=] { return HandlingBegun { handler->text().trimmed().toStdString() }; });
    return form;
}

ActionForm *rulingForm(const FormGround &ground)
{
    ActionForm *form = newForm(kindNamed<Ruled>(), ground);
    auto *lead = form->add(SayForms::tr("Lead unit"), new UnitField(ground.directory));
    auto *cooperating = form->add(SayForms::tr("Cooperating units"), new UnitsField(ground.source, ground.directory));
    auto *text = form->add(SayForms::tr("The ruling"), new TextField(3));
    auto *forTheList = form->add({}, new QCheckBox(SayForms::tr("Make it part of the next responsibility list")));
    if (const auto *entered = enteredIn<Ruled>(ground)) {
        lead->setUnit(entered->lead);
        cooperating->setUnits(entered->cooperating);
        text->setWords(entered->text);
        forTheList->setChecked(entered->forTheList);
    }
    form->setContent(
        [=] { return Ruled { lead->unit(), cooperating->units(), text->words(), forTheList->isChecked() }; });
    form->setFault([=] {
        return lead->isUnknown() || cooperating->isUnknown()
            ? SayForms::tr("No unit has this name; choose one of the list.")
            : QString();
    });
    return form;
}

} // namespace huying
