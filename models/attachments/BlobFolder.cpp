#include "BlobFolder.h"

#include "BlobPart.h"
#include "PictureHeader.h"

#include <canonical/Digests.h>

#include <QCoreApplication>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <utility>

namespace huying
{

namespace fs = std::filesystem;

namespace
{

struct SayBlobFolder {
    Q_DECLARE_TR_FUNCTIONS(Attachments)
};

constexpr auto unfinished = "unfinished";

std::unexpected<Failure> notHere()
{
    return failure(FailureKind::NotFound, SayBlobFolder::tr("The picture is not here."));
}

} // namespace

QString picturesBeside(const QString &ledger)
{
    return ledger + QStringLiteral(".attachments");
}

std::string sha256Of(std::string_view bytes)
{
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    for (const std::uint8_t byte : sha256({ bytes })) {
        text += digits[byte >> 4U];
        text += digits[byte & 0xFU];
    }
    return text;
}

bool isSha256(std::string_view text)
{
    return text.size() == 64 && text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

std::expected<BlobFolder, Failure> BlobFolder::at(const fs::path &folder, Limits limits)
{
    std::error_code error;
    fs::create_directories(folder / unfinished, error);
    if (!error) {
        fs::permissions(folder, fs::perms::owner_all, error);
    }
    if (error) {
        return failure(FailureKind::Full,
            SayBlobFolder::tr("The folder %1 for pictures cannot be made.")
                .arg(QString::fromStdString(folder.string())));
    }
    return BlobFolder(folder, limits);
}

fs::path BlobFolder::placeOf(std::string_view sha256) const
{
    return _folder / sha256.substr(0, 2) / sha256;
}

fs::path BlobFolder::partOf(std::string_view sha256) const
{
    return _folder / unfinished / sha256;
}

std::optional<fs::path> BlobFolder::find(std::string_view sha256) const
{
    std::error_code ignored;
    if (!isSha256(sha256) || !fs::is_regular_file(placeOf(sha256), ignored)) {
        return std::nullopt;
    }
    return placeOf(sha256);
}

std::int64_t BlobFolder::received(const Attachment &attachment) const
{
    if (find(attachment.sha256)) {
        return attachment.bytes;
    }
    std::error_code missing;
    const auto size = isSha256(attachment.sha256) ? fs::file_size(partOf(attachment.sha256), missing) : 0;
    return missing ? 0 : std::int64_t(size);
}

bool BlobFolder::hasRoomFor(std::size_t bytes) const
{
    std::error_code error;
    std::int64_t sum = std::int64_t(bytes);
    for (const auto &file : fs::directory_iterator(_folder / unfinished, error)) {
        std::error_code gone;
        const auto size = file.file_size(gone);
        sum += gone ? 0 : std::int64_t(size);
    }
    return sum <= _limits.unfinishedBytes;
}

std::expected<std::int64_t, Failure> BlobFolder::append(
    const Attachment &attachment, std::int64_t offset, std::string_view bytes)
{
    if (!isSha256(attachment.sha256)) {
        return failure(FailureKind::Invalid, SayBlobFolder::tr("A picture is named by its digest."));
    }
    if (find(attachment.sha256)) {
        return attachment.bytes;
    }
    if (offset < 0
        || std::cmp_greater(bytes.size(), attachment.bytes - std::min<std::int64_t>(offset, attachment.bytes))
        || attachment.bytes > largestAttachment) {
        return failure(FailureKind::Refused, SayBlobFolder::tr("The picture is longer than it was named."));
    }
    if (!hasRoomFor(bytes.size())) {
        return failure(FailureKind::Full, SayBlobFolder::tr("Too many pictures are on their way at this moment."));
    }
    auto part = BlobPart::open(partOf(attachment.sha256));
    if (!part) {
        return std::unexpected(part.error());
    }
    if (find(attachment.sha256)) { // somebody else has put it in its place since
        part->remove();
        return attachment.bytes;
    }
    if (part->size() != offset) {
        if (part->size() == 0) {
            part->remove();
        }
        return failure(FailureKind::Busy, SayBlobFolder::tr("The picture goes on at byte %1.").arg(part->size()));
    }
    if (const auto written = part->write(offset, bytes); !written) {
        return std::unexpected(written.error());
    }
    if (part->size() < attachment.bytes) {
        return part->size();
    }
    const auto whole = part->all();
    auto checked = whole.and_then([&](const std::string &all) -> std::expected<void, Failure> {
        if (sha256Of(all) != attachment.sha256) {
            return failure(FailureKind::Damaged, SayBlobFolder::tr("The picture is not the one of its digest."));
        }
        return checkPicture(all, attachment);
    });
    if (!checked) {
        part->remove();
        return std::unexpected(checked.error());
    }
    const fs::path place = placeOf(attachment.sha256);
    std::error_code error;
    fs::create_directories(place.parent_path(), error);
    return part->becomeWhole(place).and_then([&] { return syncFolder(_folder); }).transform([&] {
        return std::int64_t { attachment.bytes };
    });
}

std::expected<void, Failure> BlobFolder::put(const Attachment &attachment, std::string_view bytes)
{
    forgetUnfinished(attachment.sha256);
    return append(attachment, 0, bytes).transform([](std::int64_t) {});
}

std::expected<std::string, Failure> BlobFolder::read(std::string_view sha256) const
{
    const auto place = find(sha256);
    if (!place) {
        return notHere();
    }
    std::ifstream file(*place, std::ios::binary);
    std::string bytes { std::istreambuf_iterator<char>(file), {} };
    if (!file && !file.eof()) {
        return failure(FailureKind::Damaged, SayBlobFolder::tr("The picture cannot be read."));
    }
    return bytes;
}

std::expected<void, Failure> BlobFolder::verify(std::string_view sha256) const
{
    return read(sha256).and_then([&](const std::string &bytes) -> std::expected<void, Failure> {
        if (sha256Of(bytes) != sha256) {
            return failure(FailureKind::Damaged, SayBlobFolder::tr("The picture is not the one of its digest."));
        }
        return {};
    });
}

int BlobFolder::removeStale() const
{
    int count = 0;
    std::error_code error;
    const auto before = fs::file_time_type::clock::now() - _limits.unfinishedAge;
    for (const auto &file : fs::directory_iterator(_folder / unfinished, error)) {
        std::error_code gone;
        if (file.last_write_time(gone) < before && !gone && fs::remove(file.path(), gone)) {
            ++count;
        }
    }
    return count;
}

void BlobFolder::forgetUnfinished(std::string_view sha256) const
{
    std::error_code ignored;
    if (isSha256(sha256)) {
        fs::remove(partOf(sha256), ignored);
    }
}

void BlobFolder::remove(std::string_view sha256) const
{
    std::error_code ignored;
    if (const auto place = find(sha256)) {
        fs::remove(*place, ignored);
    }
}

} // namespace huying
