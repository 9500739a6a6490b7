#include "Admission.h"

#include <QCoreApplication>

#include <algorithm>

namespace huying
{

namespace
{

struct SayAdmission {
    Q_DECLARE_TR_FUNCTIONS(ledger)
};

QString shown(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

} // namespace

Admission::Admission(const Known &known, const RuleBook &rules, May may)
    : _known(known), _rules(rules), _may(std::move(may))
{
}

std::expected<Admission::Touched *, Failure> Admission::touch(const TicketId &id)
{
    if (const auto touched = _touched.find(id); touched != _touched.end()) {
        return &touched->second;
    }
    return _known.ticket(id).transform([&](const Ticket *ticket) {
        _order.push_back(id);
        return &_touched.emplace(id, Touched { *ticket, *ticket }).first->second;
    });
}

std::expected<const Ticket *, Failure> Admission::stateOf(const TicketId &id)
{
    const auto touched = _touched.find(id);
    return touched != _touched.end() ? &touched->second.after : _known.ticket(id);
}

std::expected<void, Failure> Admission::take(const AnyEvent &event)
{
    const TicketEvent *const ofTicket = std::get_if<TicketEvent>(&event);
    if (ofTicket != nullptr) {
        return takeTicketEvent(*ofTicket);
    }
    const auto may = _may ? _may(event, Ticket()) : std::expected<void, Failure>();
    const CountyEvent *const fact = std::get_if<CountyEvent>(&event);
    return may && fact != nullptr ? takeFact(*fact) : may;
}

std::expected<void, Failure> Admission::takeFact(const CountyEvent &event)
{
    const Category *const category = std::get_if<Category>(&event.fact);
    if (category == nullptr) {
        return {};
    }
    // whoever decided on nothing means a new one
    const auto fits = event.decidedOn == 0 ? checkNew(*category) : std::expected<void, Failure>();
    _categories.insert_or_assign(category->code, *category);
    return fits;
}

/// Two that name new categories at once may have thought of the same code: tickets of the one would become the other's.
std::expected<void, Failure> Admission::checkNew(const Category &category)
{
    const auto proposed = _categories.find(category.code);
    const auto there = proposed != _categories.end() ? std::expected<std::optional<Category>, Failure>(proposed->second)
                                                     : _known.category(category.code);
    if (!there) {
        return std::unexpected(there.error());
    }
    if (*there && **there != category) {
        return failure(FailureKind::Refused,
            SayAdmission::tr("The code %1 is already that of the category %2.")
                .arg(shown(category.code.text), shown((*there)->name)));
    }
    return {};
}

std::expected<void, Failure> Admission::takeTicketEvent(const TicketEvent &event)
{
    const auto touched = touch(event.ticket);
    if (!touched) {
        return std::unexpected(touched.error());
    }
    if (const auto may = _may ? _may(event, (*touched)->after) : std::expected<void, Failure>(); !may) {
        return may;
    }
    if (const Reported *const report = std::get_if<Reported>(&event.content)) {
        if (const auto isNew = checkNew(*report); !isNew) {
            return isNew;
        }
    }
    if (const Joined *const joined = std::get_if<Joined>(&event.content)) {
        const auto parent = touch(joined->parent);
        if (!parent) {
            return std::unexpected(parent.error());
        }
        if ((*parent)->before.version == 0) {
            return failure(
                FailureKind::Refused, SayAdmission::tr("The ticket that this is to be a duplicate of is not there."));
        }
        if (const auto fits = checkJoin((*touched)->before, (*parent)->before); !fits) {
            return fits;
        }
    }
    if (const ClosedWithParent *const closed = std::get_if<ClosedWithParent>(&event.content)) {
        _closedWithParent.emplace_back(event.ticket, closed->parent);
    }
    return apply((*touched)->after, event, _rules);
}

std::expected<void, Failure> Admission::checkNew(const Reported &report)
{
    const auto hasNumber = _known.hasNumber(report.number);
    const auto hasOrigin =
        report.origin.isEmpty() ? std::expected<bool, Failure>(false) : _known.hasOrigin(report.origin);
    if (!hasNumber || !hasOrigin) {
        return std::unexpected(hasNumber ? hasOrigin.error() : hasNumber.error());
    }
    if (*hasNumber || !_numbers.insert(report.number).second) {
        return failure(FailureKind::Refused,
            SayAdmission::tr("There is already a ticket with the number %1.").arg(shown(report.number)));
    }
    if (*hasOrigin || (!report.origin.isEmpty() && !_origins.insert(report.origin).second)) {
        return failure(FailureKind::Refused,
            SayAdmission::tr("The ticket %1 of %2 is here already.")
                .arg(shown(report.origin.id), shown(report.origin.system)));
    }
    return {};
}

std::expected<void, Failure> Admission::checkPair(const TicketId &child, const TicketId &parent)
{
    // one after the other: what is not touched is valid until the next is asked for
    const auto isNamed = stateOf(child).transform([&](const Ticket *ticket) { return ticket->parent == parent; });
    const auto hasChild =
        stateOf(parent).transform([&](const Ticket *ticket) { return std::ranges::contains(ticket->children, child); });
    if (!isNamed || !hasChild) {
        return std::unexpected(isNamed ? hasChild.error() : isNamed.error());
    }
    if (*isNamed != *hasChild) {
        return failure(FailureKind::Refused,
            SayAdmission::tr(
                "A duplicate and its main ticket change together: the event for the other one is missing."));
    }
    return {};
}

std::expected<void, Failure> Admission::checkLinks(const Touched &touched)
{
    const Ticket &before = touched.before;
    const Ticket &after = touched.after;
    std::expected<void, Failure> fine;
    if (before.parent != after.parent) {
        for (const auto &parent : { before.parent, after.parent }) {
            fine = fine && parent ? checkPair(after.id, *parent) : fine;
        }
    }
    if (before.children != after.children) {
        for (const auto *children : { &before.children, &after.children }) {
            for (const TicketId &child : *children) {
                fine = fine ? checkPair(child, after.id) : fine;
            }
        }
    }
    return fine;
}

std::expected<void, Failure> Admission::conclude()
{
    for (const TicketId &id : _order) {
        if (const auto fine = checkLinks(_touched.at(id)); !fine) {
            return fine;
        }
    }
    for (const auto &[child, parent] : _closedWithParent) {
        const auto isClosed = stateOf(parent).transform([](const Ticket *ticket) { return !ticket->isOpen(); });
        if (!isClosed) {
            return std::unexpected(isClosed.error());
        }
        if (!*isClosed) {
            return failure(FailureKind::Refused,
                SayAdmission::tr("The main ticket has no result yet, so its duplicate cannot close with it."));
        }
    }
    return {};
}

std::vector<Ticket> Admission::takeTickets()
{
    std::vector<Ticket> tickets;
    for (const TicketId &id : _order) {
        Touched &touched = _touched.at(id);
        if (touched.after.version > touched.before.version) {
            tickets.push_back(std::move(touched.after));
        }
    }
    return tickets;
}

} // namespace huying
