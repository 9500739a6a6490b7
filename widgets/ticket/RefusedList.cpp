#include "RefusedList.h"

#include "Forms.h"

#include <common/ActionButton.h>
#include <common/FlowLayout.h>
#include <common/Type.h>
#include <views/Telling.h>
#include <views/Wording.h>

#include <QLabel>
#include <QVBoxLayout>

namespace huying
{

namespace
{

QLabel *newLine(const QString &text, TextRole role)
{
    auto *label = new QLabel(text);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    setTextRole(*label, role);
    return label;
}

QString withTelling(const QString &what, const QString &telling)
{
    return telling.isEmpty() ? what : RefusedList::tr("%1: %2").arg(what, telling);
}

/// A refused report is nowhere else: what is needed to enter it anew, or to call the citizen.
QString textOf(const Reported &report)
{
    QStringList lines;
    for (const std::string &line : { report.number, report.title, report.place.text, report.detail, report.citizen.name,
             report.citizen.telephone }) {
        if (!line.empty()) {
            lines << shown(line);
        }
    }
    return lines.join(u'\n');
}

} // namespace

RefusedList::RefusedList(const ThemeSource &source, QWidget *parent)
    : QWidget(parent), _source(source), _column(new QVBoxLayout(this))
{
    _column->setContentsMargins({});
    _column->setSpacing(source.theme().space.gap);
    hide();
}

void RefusedList::show(
    const std::vector<RefusedAction> &refused, const Directory &directory, Instant now, bool isTicketHere)
{
    setVisible(!refused.empty());
    if (_refused == refused && _isTicketHere == isTicketHere) {
        return;
    }
    _refused = refused;
    _isTicketHere = isTicketHere;
    while (QLayoutItem *item = _column->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    for (std::size_t i = 0; i < refused.size(); ++i) {
        _column->addWidget(card(refused[i], directory, now, i == 0));
    }
}

QWidget *RefusedList::card(const RefusedAction &refused, const Directory &directory, Instant now, bool hasKeys)
{
    const Spaces &space = _source.theme().space;
    auto *frame = new QFrame;
    setFrameRole(*frame, FrameRole::Card);
    auto *column = new QVBoxLayout(frame);
    column->setContentsMargins(space.inset, space.inset, space.inset, space.inset);
    column->setSpacing(space.step);
    const std::string_view kind = ticketKindNames[refused.content.index()];
    column->addWidget(newLine(
        tr("Not done: %1").arg(withTelling(wordForKind(kind), tellingOf(refused.content, directory))), TextRole::Body));
    if (const auto *const report = std::get_if<Reported>(&refused.content)) {
        column->addWidget(newLine(textOf(*report), TextRole::Soft));
    }
    column->addWidget(newLine(refused.reason, TextRole::Error));
    for (const TicketEvent &event : refused.meanwhile) {
        const QString what = withTelling(wordForKind(kindOf(event)), tellingOf(event.content, directory));
        column->addWidget(
            newLine(tr("Meanwhile, %1, %2: %3").arg(shortTime(event.at, now), actorOf(event.author, directory), what),
                TextRole::Small));
    }
    column->addWidget(buttons(refused, hasKeys));
    return frame;
}

QWidget *RefusedList::buttons(const RefusedAction &refused, bool hasKeys)
{
    auto *buttons = new QWidget;
    auto *row = new FlowLayout(_source.theme().space.gap, buttons);
    const auto add = [&](const QString &name, const QString &word, Qt::Key letter) {
        const QKeySequence key = hasKeys ? QKeySequence(Qt::CTRL | Qt::SHIFT | letter) : QKeySequence();
        auto *button = new ActionButton(_source, ActionRank::Secondary, word, key);
        button->setObjectName(name);
        row->addWidget(button);
        return button;
    };
    if (_isTicketHere) {
        connect(add(QStringLiteral("again"), tr("Do it again"), Qt::Key_R), &QAbstractButton::clicked, this,
            [this, event = refused.event] { emit againWanted(event); });
    }
    if (_isTicketHere && hasForm(ticketKindNames[refused.content.index()])) {
        connect(add(QStringLiteral("change"), tr("Change it"), Qt::Key_E), &QAbstractButton::clicked, this,
            [this, refused] { emit changeWanted(refused); });
    }
    connect(add(QStringLiteral("drop"), tr("Drop it"), Qt::Key_D), &QAbstractButton::clicked, this,
        [this, event = refused.event] { emit dropWanted(event); });
    return buttons;
}

} // namespace huying
