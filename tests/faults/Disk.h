#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace huying::testing
{

enum class Death : std::uint8_t {
    Kill, ///< the process ends: what was written stays
    PowerLoss, ///< the machine ends: what was synced stays, and any part of the rest
};

/// One file of a disk, with what a power loss would leave of it.
struct StoredFile {
    struct Change {
        std::size_t offset = 0;
        std::size_t from = 0; ///< where its bytes begin in `written`
        std::size_t size = 0;
        bool isTruncation = false; ///< to `offset`
    };

    std::string now;
    std::string synced;
    std::vector<Change> unsynced;
    std::string written; ///< the bytes of those changes, one after the other
    bool isEntered = false; ///< its name would survive a power loss

    // Locks and shared memory as SQLite's system layer keeps them; the owners are open files.
    int readers = 0;
    const void *reserved = nullptr;
    const void *pending = nullptr;
    const void *exclusive = nullptr;
    std::vector<std::unique_ptr<char[]>> shared;
    int sharedUsers = 0;
    std::array<int, 8> sharedReaders {};
    std::array<const void *, 8> sharedOwners {};
};

/// The disk of one machine, in memory. It knows what was synced, and can be full, fail, or end the machine in the
/// middle of a write. Every choice comes from its seed.
class Disk
{
public:
    explicit Disk(std::uint64_t seed);

    // For whoever plays the machine.

    /// A file that has been there for long.
    void put(const std::string &path, const std::string &bytes);
    bool has(const std::string &path) const { return _files.contains(path); }
    /// Removes a file and what SQLite keeps beside it.
    void remove(const std::string &path);
    /// Turns bits of a file where it lies; false when there is none to turn.
    bool damage(const std::string &path);

    void fill(bool isFull) { _isFull = isFull; }
    /// The write (or sync) after `writes` others fails.
    void failAfter(int writes) { _failsIn = writes; }
    /// The machine dies in the write (or sync) after `writes` others.
    void dieAfter(int writes, Death how);
    void dieNow(Death how);
    bool isDead() const { return _isDead; }
    /// Programs may begin again; no fault is waiting any more.
    void start();
    /// Syncs of files whose name holds `name` do nothing, and nobody is told.
    void ignoreSyncs(std::string name) { _ignored = std::move(name); }
    long writes() const { return _writes; }

    // For the system layer (DiskVfs.cpp). Codes are SQLite's.

    std::shared_ptr<StoredFile> open(const std::string &path, bool create);
    int write(StoredFile &file, std::string_view bytes, std::size_t offset);
    int truncate(StoredFile &file, std::size_t size);
    int sync(const std::string &path, StoredFile &file);
    int unlink(const std::string &path, bool isDirectorySynced);
    std::uint64_t epoch() const { return _epoch; }

private:
    enum class Chance : std::uint8_t { Goes, Fails, Dies };

    Chance step();
    std::string leftOf(const StoredFile &file);
    void losePower();

    std::map<std::string, std::shared_ptr<StoredFile>> _files;
    std::map<std::string, std::shared_ptr<StoredFile>> _removed; ///< their names may come back after a power loss
    std::mt19937_64 _random;
    std::string _ignored;
    std::uint64_t _epoch = 0; ///< files opened in an earlier one are dead
    bool _isDead = false;
    bool _isFull = false;
    int _failsIn = -1;
    int _diesIn = -1;
    Death _death = Death::Kill;
    long _writes = 0;
};

} // namespace huying::testing
