#pragma once

#include "WorldDesk.h"

#include <QTemporaryDir>

namespace huying::testing
{

/// How a seed went.
struct Fate {
    std::string wrong; ///< empty when all is well
    int deeds = 0; ///< done at desks
    int events = 0; ///< that the ledger took
    int faults = 0; ///< that happened to a machine, beside those of the network
    int deaths = 0; ///< of processes and machines
    long writes = 0; ///< and syncs, of the desks' disks
};

/// Lets days of a county go by in virtual time, one for each seed: a backend, desks, and everything that can happen to
/// them. One at a time in a process.
class FaultyWorld
{
public:
    explicit FaultyWorld(Parts parts = {});

    Fate live(std::uint64_t seed);

private:
    QTemporaryDir _folder;
    DiskVfs _vfs;
    Parts _parts;
    Prehistory _before;
};

} // namespace huying::testing
