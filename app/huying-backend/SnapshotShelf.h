#pragma once

#include <ledger/Snapshot.h>
#include <service/Served.h>

#include <QDir>

#include <functional>
#include <map>
#include <optional>

namespace huying
{

/// The snapshots that desks start from, all of one kind (SnapshotOf), one for each audience. Made when asked, and kept
/// until the log has gone on by so much that catching up costs more than a new one, or a ticket that may be in one has
/// gone out of the audience's sight.
class SnapshotShelf
{
public:
    /// Files lie in `folder`, which is there. `clock` is the backend's.
    SnapshotShelf(std::filesystem::path ledger, const QDir &folder, SnapshotOf of, std::function<Instant()> clock);

    /// See ServedLog::snapshot; `head` is where the log ends now.
    std::expected<PackedSnapshot, Failure> get(const Audience &audience, const std::string &begun, Position head);

private:
    struct Made {
        Position position = 0;
        PackedSnapshot packed;
    };
    struct Kept {
        Made last;
        int number = 0; ///< grows: the oldest has the smallest
        std::optional<Made> before; ///< the one before it, for desks that are still reading that
    };

    std::expected<Kept, Failure> make(const Audience &audience);
    std::expected<Head, Failure> write(const std::filesystem::path &plain, const Audience &audience) const;
    bool isStillFor(const Audience &audience, const Made &made) const;
    static void remove(const std::optional<Made> &made);
    void makeRoom();

    std::filesystem::path _ledger;
    QDir _folder;
    SnapshotOf _of;
    std::function<Instant()> _clock;
    std::map<std::string, Kept> _kept; ///< by the audience's name
    int _made = 0;
};

} // namespace huying
