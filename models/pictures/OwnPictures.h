#pragma once

#include <attachments/BlobFolder.h>
#include <domain/TicketEvent.h>

#include <QString>

#include <span>

namespace huying
{

/// A picture that was added here and has not come to the backend.
struct WaitingPicture {
    TicketId ticket;
    Attachment attachment;

    bool operator==(const WaitingPicture &) const = default;
};

/// The pictures added at this desk, in a folder that survives any loss of the cache: drafts first, and once an event
/// names them, waiting until the backend has them. Nothing that waits is ever removed. Each change is one file put or
/// taken away, so that the thread that writes the cache and the one that sends may use the same folder. The same
/// picture may be named on several tickets and be a draft besides: what nothing names any more stays for a day, or
/// until the desk is started again.
class OwnPictures
{
public:
    static std::expected<OwnPictures, Failure> at(const QString &folder);

    /// Keeps a draft, durably.
    std::expected<void, Failure> keep(const Attachment &attachment, std::string_view bytes);
    /// From here on they wait: `ticket` is about to name them. NotFound when a draft is not here.
    std::expected<void, Failure> name(const TicketId &ticket, std::span<const Attachment> attachments);
    /// The backend has it by way of this ticket, or no event on this ticket will name it.
    void done(const TicketId &ticket, const std::string &sha256);

    [[nodiscard]] std::vector<WaitingPicture> waiting() const;
    [[nodiscard]] bool isHere(const std::string &sha256) const { return _blobs.find(sha256).has_value(); }
    [[nodiscard]] std::expected<std::string, Failure> read(const std::string &sha256) const
    {
        return _blobs.read(sha256);
    }
    /// Those that no event names, left by a desk that ended in between; call before any new one is kept.
    void removeDrafts() const { removeUnnamed(std::filesystem::file_time_type::max()); }

private:
    OwnPictures(QString folder, BlobFolder blobs) : _folder(std::move(folder)), _blobs(std::move(blobs)) {}

    QString noteOf(const TicketId &ticket, const std::string &sha256) const;
    /// Of those that were added before.
    void removeUnnamed(std::filesystem::file_time_type before) const;

    QString _folder; ///< of what waits
    BlobFolder _blobs;
};

} // namespace huying
