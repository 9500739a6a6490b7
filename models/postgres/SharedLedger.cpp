#include "SharedLedger.h"

#include "Turn.h"

#include <QCoreApplication>

namespace huying
{

namespace
{

std::expected<WriterLock, Failure> takeFolder(const std::filesystem::path &folder)
{
    std::error_code failed;
    std::filesystem::create_directories(folder, failed);
    if (failed) {
        return failure(FailureKind::Refused,
            QCoreApplication::translate("Postgres", "%1 cannot be made for the copy of the log.")
                .arg(QString::fromStdString(folder.string())));
    }
    // names and telephone numbers are in it
    std::filesystem::permissions(folder, std::filesystem::perms::owner_all, failed);
    return WriterLock::take(folder / "copy");
}

} // namespace

SharedLedger::SharedLedger(PostgresAddress address, SharedLog log, WriterLock folder, Ledger copy)
    : _address(std::move(address))
    , _log(std::move(log))
    , _folder(std::move(folder))
    , _copy(std::move(copy))
    , _position(_copy.head().position)
{
}

std::expected<std::unique_ptr<SharedLedger>, Failure> SharedLedger::open(const PostgresAddress &address,
    const Founding &founding, const std::filesystem::path &folder, const LedgerSettings &settings,
    const CopyProgress &progress)
{
    auto lock = takeFolder(folder);
    if (!lock) {
        return std::unexpected(std::move(lock).error());
    }
    auto log = SharedLog::openOrFound(address, founding);
    if (!log) {
        return std::unexpected(std::move(log).error());
    }
    auto copy = openCopy(*log, folder, settings, progress);
    if (!copy) {
        return std::unexpected(std::move(copy).error());
    }
    std::unique_ptr<SharedLedger> shared(
        new SharedLedger(address, std::move(*log), std::move(*lock), std::move(*copy)));
    return shared->follow().transform([&] { return std::move(shared); });
}

/// Once more with another connection where the one there was is lost: it may have been so for long.
template <class Work>
auto SharedLedger::withConnection(const Work &work) -> decltype(work())
{
    const bool isFresh = !_log;
    auto done = isFresh ? reconnect().and_then(work) : work();
    if (!done && done.error().kind == FailureKind::Unreachable) {
        _log.reset();
        if (!isFresh) {
            done = reconnect().and_then(work);
        }
    }
    if (!done && done.error().kind == FailureKind::Unreachable) {
        _log.reset();
    }
    return done;
}

std::expected<void, Failure> SharedLedger::reconnect()
{
    auto log = SharedLog::openOrFound(_address, _copy.founding());
    if (!log) {
        return std::unexpected(std::move(log).error());
    }
    const auto isSame = isCopyOf(_copy, *log);
    if (isSame && !*isSame) {
        if (_isOther) {
            _isOther();
        }
        return failure(FailureKind::Damaged,
            QCoreApplication::translate("Postgres",
                "The log in %1 is another one than before: it was put back to an earlier state, or replaced.")
                .arg(_address.shown()));
    }
    return isSame.transform([&](bool) { _log.emplace(std::move(*log)); });
}

/// Takes in `entries` and what comes after them, if there may be more.
std::expected<void, Failure> SharedLedger::catchUp(std::vector<Entry> entries)
{
    while (!entries.empty()) {
        if (const auto followed = _copy.follow(entries); !followed) {
            return followed;
        }
        _position = _copy.head().position;
        if (std::ssize(entries) < entriesAtOnce) {
            return {};
        }
        auto more = _log->after(_copy.head().position, entriesAtOnce);
        if (!more) {
            return std::unexpected(more.error());
        }
        entries = std::move(*more);
    }
    return {};
}

std::expected<void, Failure> SharedLedger::follow()
{
    const std::scoped_lock held(_mutex);
    return withConnection([&] {
        return _log->after(_copy.head().position, entriesAtOnce).and_then([&](std::vector<Entry> entries) {
            return catchUp(std::move(entries));
        });
    });
}

std::expected<std::vector<Outcome>, Failure> SharedLedger::tryAppend(
    std::span<const Proposal> proposals, Instant received, const Ledger::MayPropose &may)
{
    std::vector<EventId> proposed;
    for (const Proposal &proposal : proposals) {
        std::ranges::transform(proposal.records, std::back_inserter(proposed), &Record::id);
    }
    auto turn = Turn::take(*_log, _copy.head().position, entriesAtOnce, proposed);
    if (!turn) {
        return std::unexpected(turn.error());
    }
    _copy.beforeCommit(
        [&](std::span<const Entry> added, std::span<const Refusal> refused) { return turn->commit(added, refused); });
    auto outcomes = catchUp(turn->missing()).and_then([&] { return _copy.remember(turn->refused()); }).and_then([&] {
        return _copy.append(proposals, received, may);
    });
    _copy.beforeCommit({});
    _position = _copy.head().position;
    return outcomes;
}

std::expected<std::vector<Outcome>, Failure> SharedLedger::append(
    std::span<const Proposal> proposals, Instant received, const Ledger::MayPropose &may)
{
    const std::scoped_lock held(_mutex);
    return withConnection([&] { return tryAppend(proposals, received, may); });
}

std::expected<void, Failure> SharedLedger::begin(const Proposal &proposal, Instant received)
{
    const auto whileEmpty = [this](std::size_t, const AnyEvent &, const Ticket &) -> std::expected<void, Failure> {
        return _copy.head().position == 0
            ? std::expected<void, Failure>()
            : failure(FailureKind::Refused, QCoreApplication::translate("Postgres", "The log has begun already."));
    };
    return append(std::span(&proposal, 1), received, whileEmpty)
        .and_then([&](const std::vector<Outcome> &outcomes) -> std::expected<void, Failure> {
            const auto &refused = outcomes.front().refused;
            return refused && _copy.head().position == 0 ? std::unexpected(*refused) : std::expected<void, Failure>();
        });
}

} // namespace huying
