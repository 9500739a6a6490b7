#include "Desk.h"

namespace huying
{

/// Works as somebody from here on, with their cache and outbox; as nobody in particular where the backend serves all.
void Desk::enter(std::optional<SignedIn> signedIn)
{
    leave();
    _signedIn = std::move(signedIn);
    if (const auto place = _files->workAs(_signedIn ? _signedIn->account.name : std::string()); !place) {
        return openLater(place.error(), [this, again = _signedIn] { enter(again); });
    }
    if (_signedIn) {
        _settings.author = authorOf(_signedIn->account, _settings.author.desk);
        _settings.line.token = QByteArray::fromStdString(_signedIn->token);
        emit signedInAs(_signedIn->account);
    }
    if (auto pictures = OwnPictures::at(_files->picturesFolder() + QStringLiteral("/own"))) {
        _pictures.emplace(std::move(*pictures));
        emit picturesMoved(_files->picturesFolder(), { _settings.backend, _settings.line.token });
    } else {
        _trouble = pictures.error().text;
    }
    auto outbox = _files->openOutbox(_trouble);
    if (!outbox) {
        return openLater(outbox.error(), [this, again = _signedIn] { enter(again); });
    }
    _outbox = std::move(*outbox);
    _files->fileAtHand() ? openCache() : fetchCache();
}

void Desk::leave()
{
    const bool wasOpen = _cache != nullptr;
    _retry.stop();
    _retry.setInterval(retryEvery);
    _wasNewer = false;
    _openAgain.stop();
    _fetch.reset();
    closeCache();
    _outbox.reset();
    _pictures.reset();
    emit picturesMoved({}, {});
    _signedIn.reset();
    _settings.line.token.clear();
    _trouble.clear();
    _noRoom.clear();
    _looked = {};
    if (wasOpen) {
        emit emptied();
        tellStatus();
    }
}

/// The window asks; a desk that signs in by itself does so, and again while nobody answers.
void Desk::askSignIn(const QString &why)
{
    if (!_settings.credentials) {
        emit signInWanted(why);
        return;
    }
    _signIn->in(*_settings.credentials, [this](const std::expected<SignedIn, Failure> &signedIn) {
        if (signedIn) {
            return signedInNow(*signedIn);
        }
        trouble(signedIn.error());
        if (signedIn.error().kind == FailureKind::SignedOut) {
            emit signInWanted(signedIn.error().text);
        } else {
            _signInAgain.start();
        }
    });
}

void Desk::signIn(const QString &name, const QString &password)
{
    if (!_signIn) {
        return;
    }
    const Credentials credentials { .name = name.toStdString(), .password = password.toStdString() };
    _signIn->in(credentials, [this](const std::expected<SignedIn, Failure> &signedIn) {
        signedIn ? signedInNow(*signedIn) : emit signInFailed(signedIn.error());
    });
}

/// Who signs in again goes on where they were.
void Desk::signedInNow(const SignedIn &signedIn)
{
    const auto kept = _files->keepSession(signedIn);
    const bool goesOn = _cache && _signedIn && _signedIn->account == signedIn.account;
    if (goesOn) {
        _signedIn = signedIn;
        _settings.line.token = QByteArray::fromStdString(signedIn.token);
        _trouble.clear();
        emit signedInAs(signedIn.account);
        connectLine();
    } else {
        enter(signedIn);
    }
    if (!kept) {
        trouble(kept.error());
    }
}

/// What is here goes on being shown, and what is done waits, until somebody signs in again.
void Desk::sessionEnded()
{
    if (!_line || !_line->state().trouble || _line->state().trouble->kind != FailureKind::SignedOut) {
        return;
    }
    const QString why = _line->state().trouble->text;
    _whole.reset();
    _line->stop();
    trouble({ FailureKind::SignedOut, why });
    askSignIn(_signedIn ? why : QString());
}

void Desk::signOut()
{
    if (!_signedIn) {
        return;
    }
    _signIn->out(_signedIn->token);
    _files->forgetSession();
    leave();
    emit signInWanted({});
}

void Desk::othersChanged(const std::vector<Presence> &others)
{
    for (const Presence &other : others) {
        if (other.isGone) {
            _others.erase(other.who);
        } else {
            _others.insert_or_assign(other.who, other);
        }
    }
    tellSight();
}

} // namespace huying
