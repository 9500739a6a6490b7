#pragma once

#include <client/PictureCalls.h>
#include <pictures/OwnPictures.h>
#include <pictures/PictureBook.h>
#include <views/TicketSight.h>

#include <QObject>
#include <QTimer>

#include <deque>
#include <map>
#include <memory>
#include <optional>

namespace huying
{

struct PictureSettings {
    std::int64_t cacheBytes = std::int64_t { 512 } << 20; ///< of what was fetched; what was looked at longest ago goes
    std::chrono::milliseconds firstRetry { 2'000 };
    std::chrono::milliseconds longestRetry { 60'000 };
};

/// A desk's pictures: made ready, kept, sent and fetched. Lives on a thread of its own, and tells the PictureBook of
/// the screen. An event does not wait for its pictures: a ticket's words are what others need first, and the backend
/// takes only pictures that its log names; so they follow, and go on where a line or this desk has ended.
class PictureWork : public QObject
{
    Q_OBJECT
public:
    explicit PictureWork(PictureSettings settings = {}, QObject *parent = nullptr);
    ~PictureWork() override;

public slots:
    /// Where they lie and come from; an empty folder ends all.
    void move(const QString &folder, const huying::BackendAddress &backend);
    void follow(const huying::DeskStatus &status);
    void look(const huying::TicketId &ticket, const huying::Attachment &attachment);
    void askWhole(const huying::TicketId &ticket, const huying::Attachment &attachment);
    /// A copy of it into `file`, for somebody who saves it.
    void copy(const huying::TicketId &ticket, const huying::Attachment &attachment, const QString &file);
    void add(const huying::PicturesToAdd &pictures);
    /// Reads anew which ones wait.
    void readWaiting();

signals:
    void sightChanged(const std::string &sha256, const huying::PictureSight &sight);
    void progressed(const std::string &sha256, qint64 bytes);
    void added(int form, const std::vector<huying::AddedPicture> &pictures, const QStringList &refused);
    void wholeReady(const std::string &sha256, const QImage &picture, const QString &why);
    void copied(const QString &file, const QString &why);
    /// How many were added here and are not at the backend.
    void waitingChanged(int waiting);
    /// In a sentence, why none can be sent at this moment; empty when they can.
    void troubleChanged(const QString &trouble);
    /// The backend knows no ticket that names it.
    void notNamed(const huying::WaitingPicture &picture);

private:
    struct Wanted {
        TicketId ticket;
        Attachment attachment;
    };
    struct Patience {
        std::chrono::milliseconds wait {};
        std::chrono::steady_clock::time_point until {};
    };

    std::expected<AddedPicture, Failure> addedFrom(const QByteArray &file, const QImage &image);
    std::expected<std::string, Failure> bytesOf(const Attachment &attachment);
    bool isHere(const Attachment &attachment) const;
    void show(const Attachment &attachment);
    void showAway(const Attachment &attachment, PictureSight::State state);
    void fetch(const Wanted &wanted);
    void fetchNext();
    void fetched(const Wanted &wanted, const std::expected<void, Failure> &how);
    void answerAsked(const Wanted &wanted);
    void sendNext();
    void delay(const WaitingPicture &picture, const Failure &why);
    void setTrouble(const Attachment &attachment, const std::optional<Failure> &trouble);
    void tellTrouble();
    void sent(const WaitingPicture &picture, const std::expected<void, Failure> &how);
    void trim();
    void tryAgain();
    void tryAgainIn(std::chrono::milliseconds wait);
    bool isWaiting(const std::string &sha256) const;

    PictureSettings _settings;
    QString _opened; ///< the folder whose drafts are of this process
    std::optional<OwnPictures> _own;
    std::optional<BlobFolder> _cache;
    std::unique_ptr<PictureCalls> _calls;
    bool _isOnline = false;
    int _waitingActions = 0;
    std::vector<WaitingPicture> _waiting;
    std::map<std::pair<TicketId, std::string>, Patience> _patience;
    std::map<std::string, Failure> _troubles; ///< why the backend did not take them the last time
    QString _toldTrouble;
    std::chrono::steady_clock::time_point _noneBefore; ///< while the backend has no room it is asked for it by one
    std::deque<Wanted> _toFetch; ///< the latest wish first
    std::vector<Wanted> _later; ///< not to be had a moment ago
    std::map<std::string, Wanted> _wholes; ///< asked for in their whole size
    std::map<std::string, QStringList> _copies; ///< and to be saved, under these names
    QTimer _retry;
    int _named = 0;
};

} // namespace huying
