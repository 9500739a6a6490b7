// The part of Desk that holds the line, and what is known from it: how far the clock is off, and of when the cache is.
#include "Desk.h"

#include <algorithm>

namespace huying
{

void Desk::connectLine()
{
    // A cache that does not say for whom it was made is for nobody.
    _settings.line.session.audience = _cache->audience().value_or(std::nullopt).value_or(std::string());
    beginFromWhatIsKnown();
    _line = std::make_unique<BackendLine>(_settings.backend, *_cache, *_outbox, _clock, _settings.line);
    connect(_line.get(), &BackendLine::stateChanged, this, [this] {
        QMetaObject::invokeMethod(this, &Desk::heedDamage, Qt::QueuedConnection);
        heedLine();
        tellStatus();
    });
    connect(_line.get(), &BackendLine::stored, this, &Desk::ledgerMoved);
    connect(_line.get(), &BackendLine::answered, this, &Desk::outboxChanged);
    connect(_line.get(), &BackendLine::othersChanged, this, &Desk::othersChanged);
    tellStatus();
    _line->start();
    if (!_looked.isNull()) {
        _line->tell({ .looking = _looked, .showing = {} });
    }
    if (_isFirstPart) {
        bringWhole();
    }
}

/// What earlier lines have found out: how far this clock is off, and of when the cache is.
void Desk::beginFromWhatIsKnown()
{
    SessionSettings &session = _settings.line.session;
    if (_line) {
        session.clockError = _line->state().clockError;
    }
    const auto asOf = _cache->asOf().value_or(std::nullopt);
    session.asOf = _line && _line->state().asOf > asOf ? _line->state().asOf : asOf;
    _asOfKept = asOf;
    // a clock that was turned back while the desk was off: time has at least come so far
    if (asOf && !_wasMeasured) {
        session.clockError = std::min(session.clockError, _clock() - *asOf);
    }
}

/// Now and then, and when the line breaks: a desk that is started without one says of when it is.
void Desk::keepAsOf(std::chrono::milliseconds atLeast)
{
    const auto asOf = _line ? _line->state().asOf : std::nullopt;
    if (!asOf || (_asOfKept && std::chrono::abs(*asOf - *_asOfKept) < atLeast)) {
        return;
    }
    if (_cache->keepAsOf(*asOf)) {
        _asOfKept = asOf;
    }
}

void Desk::heedLine()
{
    const bool isLive = _line->state().line == Line::Live;
    const bool wasLive = std::exchange(_isLive, isLive);
    _wasMeasured = _wasMeasured || isLive;
    if (isLive != wasLive) {
        keepAsOf(std::chrono::milliseconds { 1 });
    }
    if (!isLive && !_others.empty()) {
        _others.clear();
        tellSight();
    } else if (isLive && !wasLive) {
        tellSight(); // what could not be asked for before
        if (_whole) {
            _whole->hurry();
        }
    }
}

void Desk::heedDamage()
{
    const auto trouble = _line ? _line->state().trouble : std::nullopt;
    if (trouble && trouble->kind == FailureKind::Damaged) {
        startOver(*trouble);
    } else if (trouble && trouble->kind == FailureKind::SignedOut) {
        sessionEnded();
    }
}

void Desk::startOver(const Failure &why)
{
    _trouble = why.text;
    closeCache();
    emit emptied();
    _files->removeCache();
    tellStatus();
    _retry.start();
}

Instant Desk::now() const
{
    return _clock() - (_line ? _line->state().clockError : _settings.line.session.clockError);
}

} // namespace huying
