#include "OwnPictures.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

#include <algorithm>

namespace huying
{

namespace
{

constexpr qint64 longestNote = 4096;
constexpr std::chrono::hours draftAge { 24 };

struct SayOwnPictures {
    Q_DECLARE_TR_FUNCTIONS(Pictures)
};

QByteArray noteText(const WaitingPicture &waiting)
{
    const Attachment &a = waiting.attachment;
    const std::string_view type = nameIn(mediaTypeNames, a.type);
    return QJsonDocument(QJsonObject {
                             { QStringLiteral("bytes"), a.bytes },
                             { QStringLiteral("height"), a.height },
                             { QStringLiteral("name"), QString::fromStdString(a.name) },
                             { QStringLiteral("sha256"), QString::fromStdString(a.sha256) },
                             { QStringLiteral("ticket"), QString::fromStdString(toText(waiting.ticket)) },
                             { QStringLiteral("type"), QString::fromLatin1(type.data(), qsizetype(type.size())) },
                             { QStringLiteral("width"), a.width },
                         })
        .toJson(QJsonDocument::Compact);
}

std::optional<WaitingPicture> noteIn(const QByteArray &text)
{
    const QJsonObject note = QJsonDocument::fromJson(text).object();
    const auto word = [&note](const char *key) { return note.value(QLatin1StringView(key)).toString().toStdString(); };
    const auto number = [&note](const char *key) { return note.value(QLatin1StringView(key)).toInt(); };
    const auto ticket = uuidFromText(word("ticket"));
    const auto type = wordIn<MediaType>(mediaTypeNames, word("type"));
    if (!ticket || !type || !isSha256(word("sha256"))) {
        return std::nullopt;
    }
    return WaitingPicture { *ticket,
        { .sha256 = word("sha256"),
            .type = *type,
            .bytes = number("bytes"),
            .width = number("width"),
            .height = number("height"),
            .name = word("name") } };
}

} // namespace

std::expected<OwnPictures, Failure> OwnPictures::at(const QString &folder)
{
    if (!QDir().mkpath(folder + QStringLiteral("/waiting"))) {
        return failure(FailureKind::Full, SayOwnPictures::tr("The folder %1 for pictures cannot be made.").arg(folder));
    }
    return BlobFolder::at(folder.toStdString()).transform([&](BlobFolder blobs) {
        return OwnPictures(folder + QStringLiteral("/waiting"), std::move(blobs));
    });
}

QString OwnPictures::noteOf(const TicketId &ticket, const std::string &sha256) const
{
    return _folder + u'/' + QString::fromStdString(sha256) + u'.' + QString::fromStdString(toText(ticket));
}

std::expected<void, Failure> OwnPictures::keep(const Attachment &attachment, std::string_view bytes)
{
    return _blobs.put(attachment, bytes).transform([&] {
        // the same picture may lie here from an earlier time
        if (const auto place = _blobs.find(attachment.sha256)) {
            std::error_code ignored;
            std::filesystem::last_write_time(*place, std::filesystem::file_time_type::clock::now(), ignored);
        }
    });
}

std::expected<void, Failure> OwnPictures::name(const TicketId &ticket, std::span<const Attachment> attachments)
{
    const auto areHere = [&] {
        return std::ranges::all_of(attachments, [&](const Attachment &each) { return isHere(each.sha256); });
    };
    const auto gone = failure(FailureKind::NotFound, SayOwnPictures::tr("A picture is no longer here; add it again."));
    if (!areHere()) {
        return gone;
    }
    for (const Attachment &each : attachments) {
        QSaveFile file(noteOf(ticket, each.sha256));
        const QByteArray text = noteText({ ticket, each });
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size() || !file.commit()) {
            return failure(FailureKind::Full, file.errorString());
        }
    }
    // an old draft may have been removed in between; from here on it is named and stays
    return areHere() ? std::expected<void, Failure>() : gone;
}

void OwnPictures::done(const TicketId &ticket, const std::string &sha256)
{
    QFile::remove(noteOf(ticket, sha256));
    removeUnnamed(std::filesystem::file_time_type::clock::now() - draftAge);
}

std::vector<WaitingPicture> OwnPictures::waiting() const
{
    std::vector<WaitingPicture> all;
    const QFileInfoList notes = QDir(_folder).entryInfoList(QDir::Files, QDir::Time | QDir::Reversed);
    for (const QFileInfo &info : notes) {
        QFile file(info.filePath());
        const auto note = file.open(QIODevice::ReadOnly) ? noteIn(file.read(longestNote)) : std::nullopt;
        if (note) {
            all.push_back(*note);
        }
    }
    return all;
}

void OwnPictures::removeUnnamed(std::filesystem::file_time_type before) const
{
    std::error_code error;
    for (const auto &file : std::filesystem::recursive_directory_iterator(_blobs.folder(), error)) {
        const std::string name = file.path().filename().string();
        std::error_code gone;
        const bool isOld = isSha256(name) && file.last_write_time(gone) < before && !gone;
        if (isOld && QDir(_folder).entryList({ QString::fromStdString(name) + QStringLiteral(".*") }).isEmpty()) {
            std::filesystem::remove(file.path(), gone);
        }
    }
}

} // namespace huying
