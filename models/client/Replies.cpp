#include "Replies.h"

#include <sync/Wire.h>

#include <QCoreApplication>
#include <QNetworkReply>
#include <QTimer>
#include <QVariant>

namespace huying
{

namespace
{

struct SayReplies {
    Q_DECLARE_TR_FUNCTIONS(Client)
};

constexpr auto tooLong = "huying-too-long";

} // namespace

void keepWithin(QNetworkReply &reply, const ReplyBounds &bounds)
{
    QObject::connect(&reply, &QNetworkReply::downloadProgress, &reply, [&reply, most = bounds.bytes](qint64 received) {
        if (received > most) {
            reply.setProperty(tooLong, true);
            reply.abort();
        }
    });
    auto *time = new QTimer(&reply);
    time->setSingleShot(true);
    QObject::connect(time, &QTimer::timeout, &reply, &QNetworkReply::abort);
    // while what is asked still goes out over a slow line, no answer is due
    QObject::connect(&reply, &QNetworkReply::uploadProgress, time, qOverload<>(&QTimer::start));
    time->start(bounds.time);
}

Failure failureOf(const QNetworkReply &reply, const QByteArray &body)
{
    const int status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    // cut, or given up, in the middle of an answer
    const bool isCut = reply.error() > QNetworkReply::NoError && reply.error() <= QNetworkReply::UnknownNetworkError
        && !reply.property(tooLong).isValid();
    if (status == 0 || isCut) {
        return reply.error() == QNetworkReply::ProtocolFailure || reply.error() == QNetworkReply::ProtocolUnknownError
            ? Failure { FailureKind::Invalid, SayReplies::tr("What answers is no Huying backend.") }
            : Failure { FailureKind::Unreachable, SayReplies::tr("The backend does not answer.") };
    }
    if (const auto told = outcomesFrom(viewOf(body)); told && told->size() == 1 && told->front().refused) {
        return *told->front().refused;
    }
    return { FailureKind::Invalid, SayReplies::tr("What answers is no Huying backend (status %1).").arg(status) };
}

int statusOf(const QNetworkReply &reply)
{
    return reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
}

QByteArray bodyOf(QNetworkReply &reply)
{
    return reply.isOpen() ? reply.readAll() : QByteArray();
}

std::string_view viewOf(const QByteArray &bytes)
{
    return { bytes.constData(), std::size_t(bytes.size()) };
}

std::expected<std::vector<Entry>, Failure> entriesFrom(std::string_view text)
{
    std::vector<Entry> entries;
    while (!text.empty()) {
        const std::string_view line = text.substr(0, text.find('\n'));
        text.remove_prefix(std::min(text.size(), line.size() + 1));
        auto entry = entryOf(line);
        if (!entry) {
            return std::unexpected(entry.error());
        }
        entries.push_back(std::move(*entry));
    }
    return entries;
}

} // namespace huying
