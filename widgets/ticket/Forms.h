#pragma once

#include "ActionForm.h"

#include <domain/Directory.h>
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
};

/// The form of `kind`, filled as far as the ticket says it; nothing for a kind that is not entered in a form.
ActionForm *formFor(std::string_view kind, const FormGround &ground);

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
