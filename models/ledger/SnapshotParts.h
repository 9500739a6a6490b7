#pragma once

#include <accounts/Audience.h>
#include <storage/Database.h>

namespace huying
{

/// Fills figures and search of a snapshot whose tickets, events and state are there, from the ledger that is attached
/// as `ledger`. Who sees every ticket gets both as they are; else figures and search are of the tickets in sight, and
/// beside them lie the county's figures by townships, as of `position`. By citizens only those tickets are found whose
/// personal part is in the snapshot.
std::expected<void, Failure> fillFiguresAndSearch(
    const Database &target, const Audience &audience, std::int64_t position);

/// Fills the figures of a first part from its rows. Nothing of it is found by words: a row is from its next change on.
std::expected<void, Failure> fillFiguresOfRows(const Database &target);

} // namespace huying
