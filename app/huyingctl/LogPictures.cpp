#include "LogPictures.h"

#include <attachments/FileName.h>

#include <QCoreApplication>
#include <QDir>
#include <QSaveFile>

#include <set>
#include <unordered_set>

namespace huying
{

namespace
{

struct SayLogPictures {
    Q_DECLARE_TR_FUNCTIONS(huyingctl)
};

constexpr int mostExamples = 10;

/// The ticket's event where it may name pictures, or take back what did; the others are not unpacked.
std::optional<TicketEvent> eventOfInterest(const Record &record)
{
    if (record.kind != "undone" && !record.content.contains("\"attachments\":")) {
        return std::nullopt;
    }
    auto event = eventOf(record);
    auto *const own = event ? std::get_if<TicketEvent>(&*event) : nullptr;
    return own ? std::optional(std::move(*own)) : std::nullopt;
}

std::expected<void, Failure> write(const QString &name, const std::string &bytes)
{
    QSaveFile file(name);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes.data(), qint64(bytes.size())) != qint64(bytes.size())
        || !file.commit()) {
        return failure(FailureKind::Full, SayLogPictures::tr("%1: %2").arg(name, file.errorString()));
    }
    return {};
}

} // namespace

std::expected<std::vector<LoggedPicture>, Failure> loggedPictures(
    const std::function<std::expected<std::vector<Entry>, Failure>(Position)> &after, const std::function<bool()> &goOn)
{
    std::vector<std::pair<EventId, LoggedPicture>> all;
    std::unordered_set<EventId> undone;
    std::set<std::pair<TicketId, std::string>> known;
    for (Position position = 0;;) {
        const auto entries = after(position);
        if (!entries) {
            return std::unexpected(entries.error());
        }
        if (!goOn()) {
            return failure(FailureKind::Cancelled, SayLogPictures::tr("Stopped."));
        }
        if (entries->empty()) {
            break;
        }
        for (const Entry &entry : *entries) {
            position = entry.position;
            const auto event = eventOfInterest(entry.record);
            if (!event) {
                continue;
            }
            if (const auto *const back = std::get_if<Undone>(&event->content)) {
                undone.insert(back->event);
            }
            for (const Attachment &each : attachmentsOf(event->content)) {
                if (known.emplace(event->ticket, each.sha256).second) {
                    all.emplace_back(event->id, LoggedPicture { event->ticket, position, entry.received, each });
                }
            }
        }
    }
    std::vector<LoggedPicture> standing;
    for (auto &[id, picture] : all) {
        if (!undone.contains(id)) {
            standing.push_back(std::move(picture));
        }
    }
    return standing;
}

void addPicturesOption(Options &options, const QString &name, const QString &description)
{
    options.add(name, description, QStringLiteral("FOLDER"));
}

std::optional<QString> picturesFolderIn(const Options &options, const QString &name, const LedgerPlace &place)
{
    if (options.has(name)) {
        return options.text(name);
    }
    const auto *const file = std::get_if<std::filesystem::path>(&place);
    return file ? std::optional(picturesBeside(QString::fromStdString(file->string()))) : std::nullopt;
}

QString PicturesFound::text() const
{
    QString told = SayLogPictures::tr("%L1 photos named, %L2 MB").arg(named).arg(double(bytes) / 1e6, 0, 'f', 1);
    if (isSound() && onTheWay == 0) {
        return told + SayLogPictures::tr(", each is there and is what it is named");
    }
    told += SayLogPictures::tr(", %L1 missing, %L2 damaged, %L3 not yet sent").arg(missing).arg(damaged).arg(onTheWay);
    for (const QString &example : examples) {
        told += QStringLiteral("\n  ") + example;
    }
    return told;
}

QJsonObject PicturesFound::object() const
{
    return { { QStringLiteral("named"), qint64(named) }, { QStringLiteral("bytes"), qint64(bytes) },
        { QStringLiteral("missing"), qint64(missing) }, { QStringLiteral("damaged"), qint64(damaged) },
        { QStringLiteral("onTheWay"), qint64(onTheWay) } };
}

PicturesFound checkPictures(const std::vector<LoggedPicture> &pictures, const QString &folder, Instant end)
{
    PicturesFound found;
    const bool isThere = QDir(folder).exists();
    const auto blobs = isThere ? BlobFolder::at(folder.toStdString()) : failure(FailureKind::NotFound, {});
    for (const LoggedPicture &picture : pictures) {
        ++found.named;
        found.bytes += picture.attachment.bytes;
        const auto verified =
            blobs.and_then([&](const BlobFolder &all) { return all.verify(picture.attachment.sha256); });
        if (verified) {
            continue;
        }
        const bool isMissing = verified.error().kind == FailureKind::NotFound;
        const bool isLate = picture.received > end - std::chrono::hours { 24 };
        ++(!isMissing ? found.damaged : isLate ? found.onTheWay : found.missing);
        if (found.examples.size() < mostExamples) {
            const QString what = isMissing ? SayLogPictures::tr("position %1: photo %2 is not here")
                                           : SayLogPictures::tr("position %1: photo %2 is damaged");
            found.examples << what.arg(picture.position).arg(QString::fromStdString(picture.attachment.sha256));
        }
    }
    return found;
}

std::expected<std::int64_t, Failure> copyPictures(
    const QString &from, const QString &to, const std::vector<LoggedPicture> &pictures)
{
    const auto source = BlobFolder::at(from.toStdString());
    auto target = BlobFolder::at(to.toStdString());
    if (!source || !target) {
        return std::unexpected(source ? target.error() : source.error());
    }
    std::int64_t count = 0;
    for (const LoggedPicture &picture : pictures) {
        const auto bytes = source->read(picture.attachment.sha256);
        if (!bytes) {
            continue;
        }
        if (const auto put = target->put(picture.attachment, *bytes); !put) {
            return std::unexpected(put.error());
        }
        ++count;
    }
    return count;
}

std::expected<std::int64_t, Failure> exportPictures(const std::vector<LoggedPicture> &pictures, const BlobFolder &from,
    const QString &to, const std::function<std::string(const TicketId &)> &numberOf, std::int64_t &missing)
{
    std::int64_t count = 0;
    std::set<QString> taken;
    for (const LoggedPicture &picture : pictures) {
        const auto bytes = from.read(picture.attachment.sha256);
        if (!bytes) {
            ++missing;
            continue;
        }
        const QString folder = to + u'/' + QString::fromStdString(safeFileName(numberOf(picture.ticket)));
        QString name = folder + u'/' + QString::fromStdString(safeFileName(picture.attachment.name));
        if (!taken.insert(name).second) {
            name = folder + u'/' + QString::fromStdString(picture.attachment.sha256.substr(0, 12)) + u'-'
                + QString::fromStdString(safeFileName(picture.attachment.name));
        }
        const auto written = QDir().mkpath(folder) ? write(name, *bytes) : failure(FailureKind::Full, folder);
        if (!written) {
            return std::unexpected(written.error());
        }
        ++count;
    }
    return count;
}

} // namespace huying
