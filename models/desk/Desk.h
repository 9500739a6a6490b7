#pragma once

#include "DeskFiles.h"
#include "OwnActions.h"
#include "WholeCache.h"

#include <client/BackendCalls.h>
#include <client/BackendLine.h>
#include <client/FactProposal.h>
#include <client/SignIn.h>
#include <client/SnapshotFetch.h>
#include <domain/Directory.h>
#include <pictures/OwnPictures.h>
#include <storage/Upkeep.h>
#include <views/Queue.h>
#include <views/TicketSight.h>

#include <QObject>
#include <QTimer>
#include <QUrl>

#include <map>
#include <memory>
#include <optional>
#include <unordered_map>
#include <unordered_set>

namespace huying
{

struct DeskSettings {
    QString folder; ///< of cache and outbox
    QUrl backend;
    Author author; ///< who works here where the backend serves everybody; else only its `desk` counts
    std::optional<SignedIn> signedIn; ///< by whoever started the backend; nobody is asked
    std::optional<Credentials> credentials; ///< of a desk that signs in by itself: a wall, a demonstration
    DeadlineSettings deadlines;
    LineSettings line;
};

/// A workstation without its window: holds cache, outbox and line, applies own actions at once, tells what changed.
/// Lives on the thread that writes the cache; screens talk to it through queued signals and slots only.
class Desk : public QObject
{
    Q_OBJECT
public:
    /// `clock` is this machine's; the desk corrects it by the backend's.
    Desk(DeskSettings settings, BackendLine::Clock clock, QObject *parent = nullptr);
    ~Desk() override;

public slots:
    void open();
    /// The ticket whose sight is told now and at every change; a null id ends it.
    void look(const huying::TicketId &ticket);
    /// Looks at the ticket of the oldest refused action; from there on at the next one's.
    void lookAtRefused();
    void act(const huying::TicketId &ticket, huying::Version decidedOn, const huying::TicketContent &content);
    void undo(const huying::TicketId &ticket, const huying::EventId &event);
    /// A new ticket; its number is made here.
    void report(const huying::Reported &reported);
    /// Does a refused action again, on the ticket as it is now.
    void again(const huying::EventId &refused);
    /// Does something in place of a refused action, which is let go of.
    void actInstead(const huying::EventId &refused, const huying::TicketId &ticket, huying::Version decidedOn,
        const huying::TicketContent &content);
    void drop(const huying::EventId &refused);
    /// The backend knows nothing that names a picture that waits here: unless something does, it waits no longer.
    void forgetUnlessNamed(const huying::WaitingPicture &picture);
    /// Proposes facts of the county at the backend, together and now: they wait in no outbox. `at` is the workstation
    /// as the log is to name it.
    void setFacts(const std::vector<huying::CountyFact> &facts, const std::string &at);
    void signIn(const QString &name, const QString &password);
    /// Ends the session; what is here stays in the folder for the next time the same account signs in.
    void signOut();

signals:
    /// The cache can be read by others too.
    void opened(const QString &cacheFile);
    void countyChanged(const std::shared_ptr<const huying::Directory> &county);
    /// The calendar with the notices that are known.
    void rulesChanged(const std::shared_ptr<const huying::RuleBook> &rules);
    void rowsChanged(const std::vector<huying::RowPointer> &rows);
    void sightChanged(const std::shared_ptr<const huying::TicketSight> &sight);
    void statusChanged(const huying::DeskStatus &status);
    /// An action that the rules forbid already here; nothing was done.
    void forbidden(const huying::Failure &why);
    void reported(const huying::TicketId &ticket, const QString &number);
    /// What became of the facts; nothing when they were taken.
    void factsAnswered(const std::optional<huying::Failure> &why);
    /// Somebody has to sign in; `why` is empty the first time.
    void signInWanted(const QString &why);
    void signInFailed(const huying::Failure &why);
    /// Who works here from now on.
    void signedInAs(const huying::Account &account);
    /// Tickets that have gone out of this account's sight.
    void ticketsGone(const std::vector<huying::TicketId> &tickets);
    /// Nothing of what was told before holds any more.
    void emptied();
    /// From here on pictures lie in `folder` and are had from `backend`; an empty one: nowhere.
    void picturesMoved(const QString &folder, const huying::BackendAddress &backend);
    /// Some may wait no longer.
    void picturesForgotten();

private:
    void enter(std::optional<SignedIn> signedIn);
    void leave();
    void signedInNow(const SignedIn &signedIn);
    void askSignIn(const QString &why);
    void sessionEnded();
    void othersChanged(const std::vector<Presence> &others);
    void closeCache();
    void fetchCache();
    void openCache();
    using Rows = std::unordered_map<TicketId, RowPointer>;
    void workOn(std::unique_ptr<Cache> cache, Rows told);
    void tellAtWork(std::vector<RowPointer> rows, Rows told);
    void connectLine();
    void beginFromWhatIsKnown();
    void keepAsOf(std::chrono::milliseconds atLeast);
    void heedLine();
    void bringWhole();
    void takeWhole();
    /// What is here does not belong to the backend's log: it is fetched anew. Own actions stay in the outbox.
    void startOver(const Failure &why);
    /// Whether the line has found that the cache is damaged or another ledger's.
    void heedDamage();
    void lookAfterCache();
    void tryAgain();
    [[nodiscard]] std::vector<WaitingPicture> picturesNamedBy(const EventId &refused) const;
    [[nodiscard]] bool mayBeNamed(const WaitingPicture &picture) const;
    void forget(const std::vector<WaitingPicture> &pictures);
    void tellStatus();
    void tellRows(const std::unordered_set<TicketId> &tickets);
    /// False when it is not here, and nothing was refused on it.
    bool tellSight();
    bool tellRefusedAlone();
    void tellNotHere();
    void addKin(TicketSight &sight) const;
    void tellCounty(Directory county);
    void tellFacts(std::vector<CountyFact> facts, bool isNoticed);
    void ledgerMoved();
    void outboxChanged();
    void askMissing(const std::optional<Ticket> &looked);
    void askTrails(const std::vector<TicketId> &tickets);
    void trouble(const Failure &why);
    void openLater(const Failure &why, std::function<void()> open);
    std::unordered_set<TicketId> settled();

    Instant now() const;
    bool isDone(const std::expected<void, Failure> &done);

    static constexpr std::chrono::milliseconds retryEvery { 2'000 };

    DeskSettings _settings;
    BackendLine::Clock _clock;
    std::optional<DeskFiles> _files;
    std::unique_ptr<Cache> _cache;
    std::unique_ptr<Upkeep> _upkeep;
    std::unique_ptr<OutboxFile> _outbox;
    std::optional<OwnPictures> _pictures;
    std::unique_ptr<OnTop> _onTop;
    std::unique_ptr<OwnActions> _actions;
    std::unique_ptr<BackendLine> _line;
    std::unique_ptr<SnapshotFetch> _fetch;
    std::unique_ptr<WholeCache> _whole; ///< on its way, while there is the first part
    bool _isFirstPart = false; ///< what the cache is
    bool _wasNewer = false; ///< a cache that was made by a newer program
    std::unique_ptr<SignIn> _signIn;
    std::unique_ptr<FactProposal> _factProposal;
    std::optional<SignedIn> _signedIn;
    std::map<std::int64_t, Presence> _others; ///< on the live line, by number
    std::shared_ptr<const Directory> _county;
    TicketId _looked;
    bool _isAloneShown = false; ///< of the one looked at nothing but what was refused
    std::unordered_set<TicketId> _askedFor; ///< trails on their way, or not to be had
    bool _isLive = false; ///< the line, when it last changed
    bool _wasMeasured = false; ///< this clock against the backend's, since the start
    std::optional<Instant> _asOfKept; ///< in the cache
    std::optional<DeskStatus> _told;
    QString _trouble;
    QString _noRoom; ///< what could not be written because the disk is full; until there is room
    double _progress = 0;
    QTimer _again;
    QTimer _retry;
    QTimer _openAgain;
    std::function<void()> _toOpen;
    QTimer _signInAgain;
};

} // namespace huying
