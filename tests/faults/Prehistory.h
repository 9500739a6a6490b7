#pragma once

#include "DiskVfs.h"

#include <accounts/Audience.h>

#include <map>
#include <string>
#include <vector>

namespace huying::testing
{

/// What a desk may begin with: caches for one audience.
struct Beginning {
    std::string empty;
    std::string older; ///< of a third of the ledger: of a desk that has been off for a while, or what a backend kept
    std::string snapshot; ///< of the ledger as it is
    std::string firstPart; ///< of that
};

/// What every world begins with: a ledger that has been in use for a while, and files a desk may have. Made once by the
/// real code, handed out as bytes, so that a world costs no schema.
struct Prehistory {
    std::string ledger;
    std::map<std::string, Beginning> beginnings; ///< by the names of audiences
    std::string emptyOutbox;
    std::vector<TicketId> tickets;
    std::size_t entries = 0;

    const Beginning &beginningOf(const Audience &audience) const { return beginnings.at(nameOf(audience)); }
};

/// `folder` is a real one, for what goes through real files.
Prehistory prehistory(DiskVfs &vfs, const std::string &folder);

/// What a real file holds.
std::string bytesIn(const std::string &file);

/// When worlds begin; their working days reach into a year whose holidays are not published yet.
Instant firstMorning();

} // namespace huying::testing
