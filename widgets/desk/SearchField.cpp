#include "SearchField.h"

#include <common/KeyHint.h>

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QShortcut>

namespace huying
{

SearchField::SearchField(const ThemeSource &source, QWidget *parent) : QLineEdit(parent)
{
    setProperty("fieldRole", QStringLiteral("search"));
    setPlaceholderText(tr("Find by number, words or place"));
    setAccessibleName(tr("Find tickets"));
    auto *inside = new QHBoxLayout(this);
    inside->setContentsMargins(0, 0, source.theme().space.gap, 0);
    inside->addStretch();
    const QKeySequence key(Qt::CTRL | Qt::Key_K);
    auto *hint = new KeyHint(source, key);
    hint->setAttribute(Qt::WA_TransparentForMouseEvents);
    inside->addWidget(hint);
    setTextMargins(0, 0, hint->sizeHint().width() + source.theme().space.gap, 0);
    auto *shortcut = new QShortcut(key, this);
    connect(shortcut, &QShortcut::activated, this, [this] {
        setFocus(Qt::ShortcutFocusReason);
        selectAll();
    });
    _pause.setSingleShot(true);
    _pause.setInterval(std::chrono::milliseconds { 150 });
    connect(&_pause, &QTimer::timeout, this, &SearchField::tell);
    connect(this, &QLineEdit::textChanged, &_pause, qOverload<>(&QTimer::start));
}

void SearchField::tell()
{
    _pause.stop();
    if (const QString words = text().trimmed(); words != _told) {
        _told = words;
        emit wordsChanged(words);
    }
}

/// Escape is the field's own while it has the focus, not that of a form's button.
bool SearchField::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        event->accept();
        return true;
    }
    return QLineEdit::event(event);
}

void SearchField::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Escape:
        if (text().isEmpty()) {
            emit left();
        }
        clear();
        tell();
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Down:
        tell();
        emit left();
        return;
    default:
        QLineEdit::keyPressEvent(event);
    }
}

} // namespace huying
