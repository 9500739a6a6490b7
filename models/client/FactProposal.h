#pragma once

#include <sync/Feed.h>

#include <QNetworkAccessManager>
#include <QUrl>

#include <expected>
#include <functional>

namespace huying
{

/// Proposes facts of the county at a backend, without waiting. They do not go through an outbox: whoever changes the
/// county's order sees at once whether it was taken.
class FactProposal : public QObject
{
    Q_OBJECT
public:
    explicit FactProposal(QUrl backend, QObject *parent = nullptr);

    /// Tells `then` the place of the last in the log; Refused or Invalid by the rules, Unreachable when nobody answers:
    /// then they may have been taken all the same, and the same proposal may be sent again.
    void propose(
        const Proposal &proposal, const QByteArray &token, std::function<void(std::expected<Position, Failure>)> then);

private:
    QUrl _backend;
    QNetworkAccessManager _network;
};

} // namespace huying
