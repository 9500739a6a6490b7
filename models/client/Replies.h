#pragma once

#include <sync/Feed.h>

#include <QByteArray>

#include <chrono>
#include <expected>
#include <string_view>

class QNetworkReply;

namespace huying
{

/// Why there is no answer in `reply`: nobody answers, what the backend says of itself in `body`, or that no backend
/// answers there.
Failure failureOf(const QNetworkReply &reply, const QByteArray &body);

struct ReplyBounds {
    qint64 bytes = 0; ///< more is nonsense
    std::chrono::milliseconds time {}; ///< of the whole answer: each byte in time is not an answer in time
};

/// Gives `reply` up when it goes beyond `bounds`.
void keepWithin(QNetworkReply &reply, const ReplyBounds &bounds);

/// The HTTP status, 0 when nothing has come.
int statusOf(const QNetworkReply &reply);

/// What has come; nothing of a reply that was given up.
QByteArray bodyOf(QNetworkReply &reply);

/// The bytes as text; valid as long as they are.
std::string_view viewOf(const QByteArray &bytes);

/// An entry a line. Invalid when a line is none.
std::expected<std::vector<Entry>, Failure> entriesFrom(std::string_view text);

} // namespace huying
