#include "PictureWork.h"

#include <pictures/PictureMaker.h>

#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <QTimeZone>

#include <algorithm>
#include <utility>

namespace huying
{

namespace
{

constexpr qint64 largestFile = 64LL * 1024 * 1024;
constexpr std::size_t mostWishes = 200;
constexpr std::chrono::seconds askAgain { 20 };

/// Neither the file's name nor anything else that its owner wrote goes to the log: people name pictures after people.
std::string nameFor(MediaType type, int number)
{
    const QString moment = QDateTime::currentDateTimeUtc()
                               .toTimeZone(QTimeZone("Asia/Shanghai"))
                               .toString(QStringLiteral("yyyyMMdd-HHmmss"));
    const char *ending = type == MediaType::Png ? "png" : type == MediaType::Webp ? "webp" : "jpg";
    return QStringLiteral("%1-%2.%3").arg(moment).arg(number).arg(QLatin1StringView(ending)).toStdString();
}

/// Of a picture that could not be fetched.
PictureSight::State stateWithout(FailureKind why)
{
    switch (why) {
    case FailureKind::Unreachable:
        return PictureSight::State::Away;
    case FailureKind::Full:
        return PictureSight::State::NoRoom;
    default:
        return PictureSight::State::NotYet;
    }
}

} // namespace

PictureWork::PictureWork(PictureSettings settings, QObject *parent) : QObject(parent), _settings(settings), _retry(this)
{
    _retry.setSingleShot(true);
    connect(&_retry, &QTimer::timeout, this, &PictureWork::tryAgain);
}

PictureWork::~PictureWork() = default;

void PictureWork::move(const QString &folder, const BackendAddress &backend)
{
    _calls.reset();
    _own.reset();
    _cache.reset();
    _toFetch.clear();
    _later.clear();
    _wholes.clear();
    _copies.clear();
    _patience.clear();
    _troubles.clear();
    _noneBefore = {};
    tellTrouble();
    _isOnline = false;
    if (!folder.isEmpty()) {
        auto own = OwnPictures::at(folder + QStringLiteral("/own"));
        auto cache = BlobFolder::at((folder + QStringLiteral("/fetched")).toStdString());
        if (own && cache) {
            _own.emplace(std::move(*own));
            _cache.emplace(std::move(*cache));
            if (std::exchange(_opened, folder) != folder) {
                _own->removeDrafts();
            }
            _cache->removeStale();
            _calls = std::make_unique<PictureCalls>(backend);
            connect(_calls.get(), &PictureCalls::progress, this, &PictureWork::progressed);
        }
    }
    readWaiting();
}

void PictureWork::follow(const DeskStatus &status)
{
    const bool isOnline = status.line == DeskStatus::Line::Online;
    const bool hasBegun = isOnline && !_isOnline;
    // What the ledger has taken meanwhile may name pictures that it did not know before.
    const bool isAnswered = isOnline && status.waiting < _waitingActions;
    const bool isOther = status.waiting != _waitingActions;
    _isOnline = isOnline;
    _waitingActions = status.waiting;
    if (hasBegun || isAnswered) {
        _patience.clear();
        _noneBefore = {};
        tryAgain();
    } else if (isOther) {
        readWaiting();
    }
}

bool PictureWork::isWaiting(const std::string &sha256) const
{
    return std::ranges::any_of(_waiting, [&](const WaitingPicture &each) { return each.attachment.sha256 == sha256; });
}

bool PictureWork::isHere(const Attachment &attachment) const
{
    return (_own && _own->isHere(attachment.sha256)) || (_cache && _cache->find(attachment.sha256));
}

std::expected<std::string, Failure> PictureWork::bytesOf(const Attachment &attachment)
{
    if (_own && _own->isHere(attachment.sha256)) {
        return _own->read(attachment.sha256);
    }
    if (!_cache) {
        return failure(FailureKind::NotFound, tr("The desk is still opening."));
    }
    if (const auto place = _cache->find(attachment.sha256)) {
        std::error_code ignored;
        std::filesystem::last_write_time(*place, std::filesystem::file_time_type::clock::now(), ignored);
    }
    return _cache->read(attachment.sha256);
}

void PictureWork::show(const Attachment &attachment)
{
    const auto picture = bytesOf(attachment).and_then([](const std::string &bytes) {
        return pictureIn(QByteArray::fromStdString(bytes), thumbnailSide);
    });
    PictureSight sight;
    sight.state = picture ? PictureSight::State::Here : PictureSight::State::Unreadable;
    sight.thumbnail = picture.value_or(QImage());
    sight.isWaiting = isWaiting(attachment.sha256);
    if (const auto trouble = _troubles.find(attachment.sha256); sight.isWaiting && trouble != _troubles.end()) {
        sight.trouble = trouble->second;
    }
    emit sightChanged(attachment.sha256, sight);
}

void PictureWork::showAway(const Attachment &attachment, PictureSight::State state)
{
    PictureSight sight;
    sight.state = state;
    sight.bytes = _cache && state == PictureSight::State::Coming ? _cache->received(attachment) : 0;
    emit sightChanged(attachment.sha256, sight);
}

void PictureWork::look(const TicketId &ticket, const Attachment &attachment)
{
    if (isHere(attachment)) {
        // It may have been named only a moment ago, by the thread that writes the cache.
        readWaiting();
        return show(attachment);
    }
    fetch({ ticket, attachment });
}

void PictureWork::fetch(const Wanted &wanted)
{
    std::erase_if(_later, [&](const Wanted &each) { return each.attachment == wanted.attachment; });
    std::erase_if(_toFetch, [&](const Wanted &each) { return each.attachment == wanted.attachment; });
    _toFetch.push_front(wanted);
    if (_toFetch.size() > mostWishes) {
        _toFetch.pop_back();
    }
    showAway(wanted.attachment, _isOnline ? PictureSight::State::Coming : PictureSight::State::Away);
    fetchNext();
}

void PictureWork::fetchNext()
{
    if (!_isOnline || !_calls || !_cache || _calls->isFetching() || _toFetch.empty()) {
        return;
    }
    const Wanted wanted = _toFetch.front();
    _toFetch.pop_front();
    _calls->fetch(wanted.attachment, wanted.ticket, *_cache,
        [this, wanted](const std::expected<void, Failure> &how) { fetched(wanted, how); });
}

void PictureWork::fetched(const Wanted &wanted, const std::expected<void, Failure> &how)
{
    if (how) {
        show(wanted.attachment);
        answerAsked(wanted);
        trim();
    } else {
        const FailureKind kind = how.error().kind;
        const bool isBroken = kind == FailureKind::Unreachable;
        showAway(wanted.attachment, stateWithout(kind));
        _later.push_back(wanted);
        if (_wholes.erase(wanted.attachment.sha256) > 0) {
            emit wholeReady(wanted.attachment.sha256, {}, how.error().text);
        }
        for (const auto all = std::exchange(_copies[wanted.attachment.sha256], {}); const QString &file : all) {
            emit copied(file, how.error().text);
        }
        tryAgainIn(isBroken ? _settings.firstRetry : askAgain);
    }
    QMetaObject::invokeMethod(this, &PictureWork::fetchNext, Qt::QueuedConnection);
}

void PictureWork::askWhole(const TicketId &ticket, const Attachment &attachment)
{
    _wholes[attachment.sha256] = { ticket, attachment };
    isHere(attachment) ? answerAsked({ ticket, attachment }) : fetch({ ticket, attachment });
}

void PictureWork::copy(const TicketId &ticket, const Attachment &attachment, const QString &file)
{
    _copies[attachment.sha256] << file;
    isHere(attachment) ? answerAsked({ ticket, attachment }) : fetch({ ticket, attachment });
}

/// Whoever waits for the picture itself gets it.
void PictureWork::answerAsked(const Wanted &wanted)
{
    const std::string &sha256 = wanted.attachment.sha256;
    const auto bytes = bytesOf(wanted.attachment);
    if (_wholes.erase(sha256) > 0) {
        const auto picture = bytes.and_then(
            [](const std::string &all) { return pictureIn(QByteArray::fromStdString(all), longestSide); });
        emit wholeReady(sha256, picture.value_or(QImage()), picture ? QString() : picture.error().text);
    }
    for (const auto all = std::exchange(_copies[sha256], {}); const QString &name : all) {
        QSaveFile file(name);
        const bool isWritten = bytes && file.open(QIODevice::WriteOnly)
            && file.write(QByteArray::fromStdString(*bytes)) == qint64(bytes->size()) && file.commit();
        emit copied(name, isWritten ? QString() : bytes ? file.errorString() : bytes.error().text);
    }
}

std::expected<AddedPicture, Failure> PictureWork::addedFrom(const QByteArray &file, const QImage &image)
{
    auto made = image.isNull() ? madePicture(file) : madePicture(image);
    if (!made) {
        return std::unexpected(made.error());
    }
    made->attachment.name = nameFor(made->attachment.type, ++_named);
    if (!_own) {
        return failure(FailureKind::Busy, tr("The desk is still opening."));
    }
    return _own->keep(made->attachment, { made->bytes.constData(), std::size_t(made->bytes.size()) }).transform([&] {
        return AddedPicture { made->attachment, made->thumbnail };
    });
}

void PictureWork::add(const PicturesToAdd &pictures)
{
    std::vector<AddedPicture> all;
    QStringList refused;
    const auto take = [&](const QString &name, const std::expected<AddedPicture, Failure> &picture) {
        if (picture) {
            all.push_back(*picture);
        } else {
            refused << (name.isEmpty() ? picture.error().text : tr("%1: %2").arg(name, picture.error().text));
        }
    };
    for (const QString &name : pictures.files) {
        const QFileInfo info(name);
        QFile file(name);
        if (std::ssize(all) >= pictures.room) {
            take(info.fileName(),
                failure(FailureKind::Full, tr("At most %1 photos go along at once.").arg(attachmentsInAnEvent)));
        } else if (info.size() > largestFile || !info.isFile()) {
            take(info.fileName(), failure(FailureKind::Invalid, tr("This is no file of less than 64 MB.")));
        } else if (!file.open(QIODevice::ReadOnly)) {
            take(info.fileName(), failure(FailureKind::Invalid, file.errorString()));
        } else {
            take(info.fileName(), addedFrom(file.read(largestFile), {}));
        }
    }
    if (!pictures.image.isNull()) {
        take({}, addedFrom({}, pictures.image));
    }
    emit added(pictures.form, all, refused);
}

void PictureWork::tryAgainIn(std::chrono::milliseconds wait)
{
    if (!_retry.isActive() || _retry.remainingTimeAsDuration() > wait) {
        _retry.start(wait);
    }
}

void PictureWork::tryAgain()
{
    readWaiting();
    for (const Wanted &wanted : std::exchange(_later, {})) {
        _toFetch.push_back(wanted);
    }
    sendNext();
    fetchNext();
    const bool isLeft = !_waiting.empty() || !_later.empty();
    if (_isOnline && isLeft) {
        tryAgainIn(_settings.longestRetry);
    }
}

/// What was looked at longest ago goes when there is more than is kept. Own pictures lie elsewhere.
void PictureWork::trim()
{
    namespace fs = std::filesystem;
    struct Old {
        fs::file_time_type at;
        std::int64_t bytes;
        fs::path path;
    };
    std::vector<Old> all;
    std::int64_t sum = 0;
    std::error_code error;
    for (const auto &file : fs::recursive_directory_iterator(_cache->folder(), error)) {
        std::error_code gone;
        if (file.is_regular_file(gone) && isSha256(file.path().filename().string())) {
            all.push_back({ file.last_write_time(gone), std::int64_t(file.file_size(gone)), file.path() });
            sum += all.back().bytes;
        }
    }
    if (sum <= _settings.cacheBytes) {
        return;
    }
    std::ranges::sort(all, {}, &Old::at);
    for (const Old &each : all) {
        if (sum <= _settings.cacheBytes * 9 / 10) {
            break;
        }
        std::error_code gone;
        fs::remove(each.path, gone);
        sum -= each.bytes;
    }
}

} // namespace huying
