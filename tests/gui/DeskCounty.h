#pragma once

#include <rules/Workflow.h>
#include <views/Queue.h>
#include <views/TicketSight.h>

#include <memory>
#include <vector>

namespace huying
{

/// The demonstration's county with tickets told through the rules, to fill a desk with. The same each time.
struct DeskCounty {
    std::shared_ptr<const Directory> directory;
    std::shared_ptr<const RuleBook> rules;
    Instant now;
    std::vector<Ticket> tickets;

    [[nodiscard]] std::vector<RowPointer> rows() const;
};

/// `count` tickets in all steps and side branches, as at 14:03 on 2023-07-12.
DeskCounty deskCounty(int count);

/// The ticket as a dispatcher at the desk sees it.
TicketSight sightOf(const DeskCounty &county, const Ticket &ticket);

/// Tickets worth a picture of their own, by what they are to show.
struct NamedSight {
    QString name;
    TicketSight sight;
};
std::vector<NamedSight> tellingSights(const DeskCounty &county);

} // namespace huying
