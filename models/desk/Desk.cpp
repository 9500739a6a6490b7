#include "Desk.h"

#include <algorithm>

#include <malloc.h>

namespace huying
{

namespace
{

constexpr int pagesAtOnce = 1024; ///< of the cache, looked over every few seconds
constexpr std::chrono::seconds asOfKeptEvery { 60 };
constexpr std::chrono::milliseconds newerTriedEvery { 60'000 };

} // namespace

Desk::Desk(DeskSettings settings, BackendLine::Clock clock, QObject *parent)
    : QObject(parent)
    , _settings(std::move(settings))
    , _clock(std::move(clock))
    , _county(std::make_shared<const Directory>())
    , _again(this)
    , _retry(this)
    , _openAgain(this)
    , _signInAgain(this)
{
    _again.setInterval(std::chrono::seconds { 5 });
    _retry.setSingleShot(true);
    _retry.setInterval(retryEvery);
    connect(&_again, &QTimer::timeout, this, &Desk::tryAgain);
    connect(&_retry, &QTimer::timeout, this, [this] {
        _retry.setInterval(retryEvery);
        fetchCache();
    });
    _openAgain.setSingleShot(true);
    _openAgain.setInterval(std::chrono::seconds { 2 });
    connect(&_openAgain, &QTimer::timeout, this, [this] { std::exchange(_toOpen, {})(); });
    _signInAgain.setSingleShot(true);
    _signInAgain.setInterval(std::chrono::seconds { 2 });
    connect(&_signInAgain, &QTimer::timeout, this, [this] { askSignIn({}); });
}

Desk::~Desk()
{
    if (_cache) {
        keepAsOf(std::chrono::milliseconds { 1 });
    }
}

void Desk::open()
{
    auto files = DeskFiles::in(_settings.folder);
    if (!files) {
        return openLater(files.error(), [this] { open(); });
    }
    _files.emplace(*std::move(files));
    _trouble.clear();
    _signIn = std::make_unique<SignIn>(_settings.backend);
    const auto stored = _files->session();
    const auto &own = _settings.credentials;
    if (_settings.signedIn || (stored && (!own || stored->account.name == own->name))) {
        enter(_settings.signedIn ? _settings.signedIn : stored);
    } else if (own) {
        askSignIn({});
    } else {
        enter(std::nullopt);
    }
}

void Desk::openCache()
{
    auto cache = _files->openCache(_settings.deadlines);
    if (!cache) {
        openLater(cache.error(), [this] { openCache(); });
        if (cache.error().kind == FailureKind::NotFound) {
            _retry.start();
        } else if (cache.error().kind == FailureKind::Newer) {
            // of a newer program that worked here before, which helps at once; or of a newer backend, which takes long
            _files->removeCache();
            _retry.start(std::exchange(_wasNewer, true) ? newerTriedEvery : retryEvery);
        }
        return;
    }
    workOn(std::move(*cache), {});
}

/// From here on; `told` are the rows of tickets at work that the screens have.
void Desk::workOn(std::unique_ptr<Cache> cache, Rows told)
{
    _cache = std::move(cache);
    _wasNewer = false;
    _isFirstPart = _cache->isFirstPart().value_or(false);
    _onTop = std::make_unique<OnTop>(*_cache, *_outbox);
    _actions = std::make_unique<OwnActions>(
        _settings.author, _signedIn.transform([](const SignedIn &session) { return session.account; }), *_cache,
        *_onTop, *_outbox, [this] { return now(); },
        [this](const TicketId &ticket, std::span<const Attachment> pictures) -> std::expected<void, Failure> {
            return _pictures ? _pictures->name(ticket, pictures)
                             : failure(FailureKind::Full, tr("Pictures cannot be kept at this desk."));
        });
    auto rows = _cache->atWork(now() - keptAfterClosing);
    auto county = rows ? _cache->directory() : std::unexpected(rows.error());
    if (!county && county.error().kind == FailureKind::Damaged) {
        return startOver(county.error());
    }
    const auto own = _onTop->read();
    if (!county || !own) {
        return openLater(county ? own.error() : county.error(), [this] { openCache(); });
    }
    _noRoom.clear();
    tellCounty(*std::move(county));
    tellAtWork(std::move(*rows), std::move(told));
    tellRows(*own);
    if (!_isFirstPart) {
        emit opened(_files->fileAtHand().value_or(_files->cacheFile()));
    }
    connectLine();
    lookAfterCache();
    _again.start();
    // what reading all of them has used for a moment goes back to the machine
    ::malloc_trim(0);
}

void Desk::closeCache()
{
    _upkeep.reset();
    _again.stop();
    _whole.reset();
    if (_line) {
        keepAsOf(std::chrono::milliseconds { 1 });
        _settings.line.session.clockError = _line->state().clockError;
    }
    _line.reset();
    _actions.reset();
    _onTop.reset();
    _cache.reset();
    _others.clear();
    _askedFor.clear();
    _isLive = false;
}

void Desk::lookAfterCache()
{
    _upkeep = std::make_unique<Upkeep>(_files->fileAtHand().value_or(_files->cacheFile()).toStdString(),
        UpkeepStep::Sizes { .pagesAtOnce = pagesAtOnce }, UpkeepTimes {}, [this](const Failure &damaged) {
            QMetaObject::invokeMethod(this, [this, damaged] {
                if (_cache) {
                    startOver(damaged);
                }
            });
        });
}

/// What could not be written or read a moment ago is tried again, also when nothing new happens.
void Desk::tryAgain()
{
    keepAsOf(asOfKeptEvery);
    if (!_noRoom.isEmpty() && _files->hasRoom()) {
        _noRoom.clear();
        tellStatus();
    }
    if (_line && _onTop->waiting() > 0) {
        outboxChanged();
        _line->outboxGrew();
    }
}

void Desk::trouble(const Failure &why)
{
    (why.kind == FailureKind::Full ? _noRoom : _trouble) = why.text;
    tellStatus();
}

/// What stops the desk from opening, and passes when somebody makes room or the other desk has ended.
void Desk::openLater(const Failure &why, std::function<void()> open)
{
    trouble(why);
    if (why.kind == FailureKind::Full || why.kind == FailureKind::Busy) {
        _toOpen = std::move(open);
        _openAgain.start();
    }
}

/// Lets go of own actions that the ledger is seen to hold, where that can be written; the tickets whose own actions are
/// others than before.
std::unordered_set<TicketId> Desk::settled()
{
    if (const auto settled = _outbox->settle(_line ? _line->state().position : 0); !settled) {
        trouble(settled.error());
    }
    auto own = _onTop->read();
    if (!own) {
        trouble(own.error());
    }
    return std::move(own).value_or(std::unordered_set<TicketId>());
}

void Desk::ledgerMoved()
{
    CacheChange change = _cache->takeChange();
    std::unordered_set<TicketId> tickets = std::move(change.tickets);
    // Without own actions on the way there is nothing in the outbox that the ledger could settle.
    if (_onTop->waiting() > 0) {
        tickets.merge(settled());
    }
    tellFacts(std::move(change.facts), change.isNoticed);
    tellRows(tickets);
    if (tickets.contains(_looked)) {
        tellSight();
    }
    tellStatus();
}

void Desk::outboxChanged()
{
    tellRows(settled());
    tellSight();
    tellStatus();
}

/// Tells what was done, and the line that there is more to send; or why nothing was.
bool Desk::isDone(const std::expected<void, Failure> &done)
{
    if (!done) {
        if (done.error().kind == FailureKind::Full) {
            trouble(done.error());
        }
        emit forbidden(done.error());
        return false;
    }
    outboxChanged();
    _line->outboxGrew();
    return true;
}

void Desk::act(const TicketId &ticket, Version decidedOn, const TicketContent &content)
{
    if (_line) {
        isDone(_actions->act(ticket, decidedOn, content));
    }
}

void Desk::undo(const TicketId &ticket, const EventId &event)
{
    if (_line) {
        isDone(_actions->undo(ticket, event));
    }
}

void Desk::report(const Reported &content)
{
    if (!_line) {
        emit forbidden({ FailureKind::Busy, tr("The desk is still opening.") });
        return;
    }
    const auto made = _actions->report(content);
    if (isDone(made.transform([](const OwnActions::Made &) {}))) {
        emit reported(made->ticket, QString::fromStdString(made->number));
    }
}

void Desk::again(const EventId &refused)
{
    if (_line) {
        isDone(_actions->again(refused));
    }
}

} // namespace huying
