#pragma once

#include "Disk.h"

#include <functional>
#include <string>

namespace huying::testing
{

/// Puts disks in memory below paths of this process: while it lives, every SQLite file whose path begins with a mounted
/// prefix lies on its disk, all others where they always lie. Production code opens its files as ever, on one thread:
/// SQLite is told that there are no others.
class DiskVfs
{
public:
    DiskVfs();
    ~DiskVfs();
    DiskVfs(const DiskVfs &) = delete;
    DiskVfs &operator=(const DiskVfs &) = delete;

    /// `prefix` ends with a slash; null takes the disk away.
    void mount(const std::string &prefix, Disk *disk);
    /// From here on SQLite's own randomness (salts of its logs) follows `seed` too.
    void seed(std::uint64_t seed);

private:
    struct Parts;
    std::unique_ptr<Parts> _parts;
};

} // namespace huying::testing
