#include "CatchUp.h"

#include "Teller.h"

#include <QCoreApplication>

namespace huying
{

namespace
{

class SayCatchUp
{
    Q_DECLARE_TR_FUNCTIONS(Import)
};

} // namespace

std::expected<std::vector<TicketEvent>, Failure> eventsFor(const Ticket &ticket, const SourceTicket &row,
    const RowCodes &codes, const Mapping &mapping, const RuleBook &rules, const EventMaker &maker)
{
    if (ticket.version > 0 && ticket.reportedAt != row.opened) {
        return failure(FailureKind::Refused,
            SayCatchUp::tr("Under this id the ledger has a ticket that was opened at another time (%1).")
                .arg(QString::fromStdString(isoCountyTime(ticket.reportedAt))));
    }
    return Teller(ticket, row, codes, mapping, rules, maker).story();
}

} // namespace huying
