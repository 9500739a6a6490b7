// The part of ActionCard that offers what can be done.
#include "ActionCard.h"

#include <common/ActionButton.h>
#include <common/FlowLayout.h>
#include <views/Wording.h>

#include <algorithm>

namespace huying
{

void ActionCard::showButtons()
{
    std::vector<OfferedAction> offered = actionsFor(*_sight);
    const std::optional<TicketId> back = wayBack();
    if (offered == _offered && _undoable == _sight->undoable && _back == back && _buttons->layout()->count() > 0) {
        return;
    }
    _offered = std::move(offered);
    _undoable = _sight->undoable;
    _back = back;
    while (QLayoutItem *item = _buttons->layout()->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    for (const OfferedAction &action : _offered) {
        auto *button = new ActionButton(
            _source, action.isPrimary ? ActionRank::Primary : ActionRank::Secondary, action.word, action.key);
        button->setObjectName(QString::fromLatin1(action.kind.data(), qsizetype(action.kind.size())));
        _buttons->layout()->addWidget(button);
        connect(button, &QAbstractButton::clicked, this, [this, action] {
            if (_isLeaving) {
                return;
            }
            if (action.content) {
                tellActed(_sight->ticket.id, _sight->ticket.version, *action.content);
                emit left();
            } else {
                open(action.kind);
            }
        });
    }
    if (_undoable) {
        addUndo();
    } else if (_back) {
        addWayBack();
    }
}

void ActionCard::addUndo()
{
    const auto &trail = _sight->ticket.trail;
    const auto at = std::ranges::find(trail, *_undoable, &TicketEvent::id);
    const QString what = at == trail.end() ? QString() : wordForKind(kindOf(*at));
    auto *button = new ActionButton(_source, ActionRank::Secondary,
        what.isEmpty() ? tr("Undo") : tr("Undo: %1").arg(what), QKeySequence(QKeySequence::Undo));
    button->setIcon(Icon::Undo);
    button->setObjectName(QStringLiteral("undo"));
    _buttons->layout()->addWidget(button);
    connect(button, &QAbstractButton::clicked, this, [this] {
        if (_sight->undoable && !_isLeaving) {
            _last.reset();
            emit undoWanted(_sight->ticket.id, *_sight->undoable);
            emit left();
        }
    });
}

void ActionCard::tellActed(const TicketId &ticket, Version decidedOn, const TicketContent &content)
{
    _last = Last { ticket, _clock() };
    emit acted(ticket, decidedOn, content);
}

/// The ticket on which something was done a moment ago, where another is shown by now: the queue has gone on.
std::optional<TicketId> ActionCard::wayBack() const
{
    const bool isFresh = _last && _clock() - _last->at < _rules->undoWithin;
    return isFresh && _last->ticket != _sight->ticket.id ? std::optional(_last->ticket) : std::nullopt;
}

/// Under the key that takes back: pressed twice it goes there and undoes.
void ActionCard::addWayBack()
{
    auto *button =
        new ActionButton(_source, ActionRank::Secondary, tr("Back to the last one"), QKeySequence(QKeySequence::Undo));
    button->setIcon(Icon::Undo);
    button->setObjectName(QStringLiteral("back"));
    button->setToolTip(tr("To the ticket where you did something last; there it can be taken back"));
    _buttons->layout()->addWidget(button);
    connect(button, &QAbstractButton::clicked, this, [this] {
        if (_back) {
            emit ticketWanted(*_back);
        }
    });
}

} // namespace huying
