#pragma once

#include "ActionForm.h"

#include <domain/Directory.h>
#include <pictures/PictureBook.h>
#include <views/LikelyParents.h>
#include <views/TicketSight.h>

namespace huying
{

/// The kind's name in the log.
template <class Content>
std::string_view kindNamed()
{
    return ticketKindNames[TicketContent(std::in_place_type<Content>).index()];
}

/// What a form is filled from when it is opened.
struct FormGround {
    const ThemeSource &source;
    const Directory &directory;
    const TicketSight &sight;
    Instant now;
    const ParentSearch &parents;
    PictureBook *pictures = nullptr; ///< where photos can be added; nothing: nowhere
    const TicketContent *entered = nullptr; ///< what was entered once and is to be changed; stands in the fields
};

/// What was entered once, where it is of this kind.
template <class Content>
const Content *enteredIn(const FormGround &ground)
{
    return ground.entered == nullptr ? nullptr : std::get_if<Content>(ground.entered);
}

/// The form of `kind`, filled as far as the ticket says it; nothing for a kind that is not entered in a form.
ActionForm *formFor(std::string_view kind, const FormGround &ground);
/// Whether `kind` is entered in a form.
bool hasForm(std::string_view kind);

// Those that are more than one text, in the order of the flow.
ActionForm *acceptForm(const FormGround &ground);
ActionForm *voidForm(const FormGround &ground);
ActionForm *assignForm(const FormGround &ground);
ActionForm *handlingForm(const FormGround &ground);
ActionForm *rulingForm(const FormGround &ground);
ActionForm *extensionAskedForm(const FormGround &ground);
ActionForm *extensionGrantedForm(const FormGround &ground);
ActionForm *accountForm(const FormGround &ground);
ActionForm *conferenceForm(const FormGround &ground);
ActionForm *urgingForm(const FormGround &ground);
ActionForm *followUpForm(const FormGround &ground);
ActionForm *ratingForm(const FormGround &ground);
ActionForm *callBackForm(const FormGround &ground);
ActionForm *joinForm(const FormGround &ground);
/// Of the ticket itself from its main ticket.
ActionForm *separationForm(const FormGround &ground);
/// Of one of its duplicates; the content is for that one.
ActionForm *separationForm(const FormGround &ground, const TicketRow &child);

} // namespace huying
