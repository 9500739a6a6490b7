#pragma once

#include "Catalogue.h"
#include "Hours.h"
#include "Phrases.h"
#include "Places.h"
#include "SimulatedCounty.h"

#include <domain/Ticket.h>

namespace huying
{

inline constexpr int deskCount = 6; ///< in the hall

/// The county with its people, words and hours: all that the simulated tickets play on. Not copied, not moved.
class Stage
{
public:
    /// Hours are known between `first` and `last`. Desks are numbered after `desksAfter`: `01` and on after 0. `border`
    /// as in simulatedCounty.
    Stage(std::uint64_t seed, std::span<const GeoPoint> border, const Calendar &calendar, Day first, Day last,
        int desksAfter = 0);
    Stage(const Stage &) = delete;
    Stage &operator=(const Stage &) = delete;

    const SimulatedCounty &county() const { return _county; }
    const std::vector<Matter> &matters() const { return _tables.matters; }
    const Matter *matterOf(const CategoryCode &category) const;
    const Phrases &phrases() const { return _phrases; }
    const TicketPlaces &places() const { return _places; }
    const Hours &hours() const { return _hours; }

    /// The dispatcher at one of the desks, 1 to deskCount.
    Author dispatcher(std::uint32_t desk) const;
    /// The desk of which what arrives without a dispatcher has its number.
    std::string letterBox() const;
    /// Somebody of `unit`: a clerk of a department or of a township.
    Author clerk(const UnitCode &unit, std::uint32_t which) const;
    Author leader(const UnitCode &unit) const;
    Author member(const Spot &spot) const;
    Author citizen() const;
    Author machine(std::string_view name) const;

    std::string nameOf(const UnitCode &unit) const;
    /// The unit that the responsibility list names for `ticket`; the office for letters where it names none.
    UnitCode leadFor(const Ticket &ticket) const;
    std::vector<UnitCode> cooperatingFor(const Ticket &ticket, const UnitCode &lead) const;
    /// A unit that is not `unit`.
    UnitCode anotherThan(const UnitCode &unit, Random &random) const;

private:
    SimulatedCounty _county;
    Catalogue _tables;
    Phrases _phrases;
    TicketPlaces _places;
    Hours _hours;
    int _desksAfter;
    std::map<CategoryCode, std::size_t> _matterOf;
    std::map<UnitCode, std::size_t> _unitOf;
};

} // namespace huying
