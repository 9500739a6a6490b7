#pragma once

#include <sync/Feed.h>

#include <QNetworkAccessManager>
#include <QUrl>

#include <chrono>
#include <expected>
#include <filesystem>
#include <optional>
#include <span>

namespace huying
{

/// Where a backend is, and what lets one in.
struct BackendAddress {
    QUrl url;
    QByteArray token; ///< goes with every call as `Authorization: Bearer`; empty: none is shown
    std::optional<Author> author = {}; ///< who is signed in, as the author of what they propose
};

struct CallLimits {
    std::chrono::milliseconds answerTime { 15'000 }; ///< an answer that stalls this long is no answer
    std::chrono::milliseconds wholeAnswerTime { 120'000 }; ///< one that comes byte by byte is none either
    qint64 answerBytes = 256LL * 1024 * 1024; ///< more is nonsense
    std::size_t proposalsAtOnce = 256;
    std::size_t bytesAtOnce = 2'000'000; ///< of proposals in one call, where one alone is not longer
    std::size_t trailsAtOnce = 2'000;
};

/// A backend that is asked and waited for, protocol 1: for programs that have nothing else to do meanwhile. Every
/// failure names the backend: Unreachable when it does not answer, Invalid when what answers is none.
class BackendCalls
{
public:
    explicit BackendCalls(BackendAddress backend, CallLimits limits = {});

    /// Its address as people are told it.
    QString name() const;

    std::expected<Greeting, Failure> greeting();
    /// At most `limit` entries after `position`.
    std::expected<Page, Failure> entriesAfter(Position position, int limit);
    /// All entries of any number of tickets, by their positions within each call.
    std::expected<std::vector<Entry>, Failure> trailsOf(std::span<const TicketId> tickets);
    /// One outcome a proposal, any number of them in order. They go in portions: a failure leaves open whether the
    /// portion on its way was taken, and those after it are not sent. The same proposals may be sent again.
    std::expected<std::vector<Outcome>, Failure> propose(std::span<const Proposal> proposals);
    /// Into `file`, whole or not at all.
    std::expected<void, Failure> fetchSnapshot(const std::filesystem::path &file);

private:
    QNetworkRequest request(const QString &path, const QString &query = {}) const;
    std::expected<QByteArray, Failure> get(const QString &path, const QString &query = {});
    std::expected<QByteArray, Failure> post(const QString &path, const QByteArray &body);
    std::expected<QByteArray, Failure> waitedFor(QNetworkReply *reply) const;
    std::expected<std::vector<Outcome>, Failure> proposeAtOnce(std::span<const Proposal> proposals);
    std::unexpected<Failure> named(const Failure &failure) const;

    BackendAddress _backend;
    CallLimits _limits;
    QNetworkAccessManager _network;
};

} // namespace huying
