// The part of PictureWork that brings the photos added here to the backend.
#include "PictureWork.h"

#include <algorithm>
#include <utility>

namespace huying
{

namespace
{

/// A line that is away, or a ticket that has not come there yet, is told elsewhere and passes by itself.
bool isWorthSaying(FailureKind kind)
{
    return kind != FailureKind::Unreachable && kind != FailureKind::NotFound && kind != FailureKind::SignedOut;
}

} // namespace

void PictureWork::readWaiting()
{
    const auto before = std::exchange(_waiting, _own ? _own->waiting() : std::vector<WaitingPicture> {});
    if (_waiting == before) {
        return;
    }
    std::erase_if(_patience, [this](const auto &each) {
        return !std::ranges::any_of(_waiting, [&each](const WaitingPicture &one) {
            return one.ticket == each.first.first && one.attachment.sha256 == each.first.second;
        });
    });
    std::erase_if(_troubles, [this](const auto &each) { return !isWaiting(each.first); });
    tellTrouble();
    emit waitingChanged(int(_waiting.size()));
    QMetaObject::invokeMethod(this, &PictureWork::sendNext, Qt::QueuedConnection);
}

void PictureWork::sendNext()
{
    const auto now = std::chrono::steady_clock::now();
    if (!_isOnline || !_calls || _calls->isSending() || now < _noneBefore) {
        return;
    }
    for (const WaitingPicture &picture : _waiting) {
        const auto patience = _patience.find({ picture.ticket, picture.attachment.sha256 });
        if (patience != _patience.end() && patience->second.until > now) {
            continue;
        }
        const auto bytes = bytesOf(picture.attachment);
        if (!bytes) {
            delay(picture, { FailureKind::Damaged, bytes.error().text });
            continue;
        }
        return _calls->send(picture.attachment, picture.ticket, QByteArray::fromStdString(*bytes),
            [this, picture](const std::expected<void, Failure> &how) {
                sent(picture, how);
                QMetaObject::invokeMethod(this, &PictureWork::sendNext, Qt::QueuedConnection);
            });
    }
}

void PictureWork::sent(const WaitingPicture &picture, const std::expected<void, Failure> &how)
{
    const std::string &sha256 = picture.attachment.sha256;
    if (!how) {
        return delay(picture, how.error());
    }
    // Into the other folder before it leaves this one: it is on the screen.
    if (const auto bytes = _own->read(sha256)) {
        static_cast<void>(_cache->put(picture.attachment, *bytes));
    }
    _own->done(picture.ticket, sha256);
    _troubles.erase(sha256);
    _noneBefore = {}; // there is room again
    std::erase_if(_patience, [this](const auto &each) {
        const auto trouble = _troubles.find(each.first.second);
        return trouble != _troubles.end() && trouble->second.kind == FailureKind::Full;
    });
    readWaiting();
    show(picture.attachment);
    trim();
}

/// Each has a patience of its own. Where the backend has no room, one at a time asks whether there is some now.
void PictureWork::delay(const WaitingPicture &picture, const Failure &why)
{
    Patience &patience = _patience[{ picture.ticket, picture.attachment.sha256 }];
    patience.wait = std::clamp(patience.wait * 2, _settings.firstRetry, _settings.longestRetry);
    const auto now = std::chrono::steady_clock::now();
    patience.until = now + patience.wait;
    tryAgainIn(patience.wait);
    if (why.kind == FailureKind::Full) {
        _noneBefore = now + _settings.firstRetry;
        tryAgainIn(_settings.firstRetry);
    }
    setTrouble(picture.attachment, isWorthSaying(why.kind) ? std::optional(why) : std::nullopt);
    if (why.kind == FailureKind::NotFound) {
        emit notNamed(picture);
    }
}

void PictureWork::setTrouble(const Attachment &attachment, const std::optional<Failure> &trouble)
{
    const auto known = _troubles.find(attachment.sha256);
    const auto before = known == _troubles.end() ? std::nullopt : std::optional(known->second);
    if (trouble == before) {
        return;
    }
    if (trouble) {
        _troubles.insert_or_assign(attachment.sha256, *trouble);
    } else {
        _troubles.erase(known);
    }
    tellTrouble();
    show(attachment);
}

void PictureWork::tellTrouble()
{
    const QString trouble = _troubles.empty() ? QString() : _troubles.begin()->second.text;
    if (std::exchange(_toldTrouble, trouble) != trouble) {
        emit troubleChanged(trouble);
    }
}

} // namespace huying
