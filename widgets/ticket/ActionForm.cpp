#include "ActionForm.h"

#include "CategoryField.h"
#include "JoinField.h"
#include "PicturesField.h"
#include "SmallFields.h"
#include "UnitField.h"

#include <common/ActionButton.h>
#include <common/MessageBar.h>
#include <common/Type.h>

#include <QCheckBox>
#include <QDateEdit>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QVBoxLayout>

namespace huying
{

ActionForm::ActionForm(const ThemeSource &source, std::string_view kind, const QString &title, QWidget *parent)
    : QWidget(parent)
    , _source(source)
    , _kind(kind)
    , _fields(new QVBoxLayout)
    , _warning(new MessageBar(source))
    , _hindranceLabel(new QLabel)
{
    const Spaces &space = source.theme().space;
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(space.gap);
    auto *head = new QLabel(title);
    setTextRole(*head, TextRole::Large);
    column->addWidget(head);
    column->addWidget(_warning);
    _fields->setSpacing(space.step);
    column->addLayout(_fields);
    setTextRole(*_hindranceLabel, TextRole::Error);
    _hindranceLabel->setWordWrap(true);
    _hindranceLabel->hide();
    column->addWidget(_hindranceLabel);
    auto *row = new QHBoxLayout;
    row->setSpacing(space.gap);
    auto *confirm = new ActionButton(source, ActionRank::Primary, title, QKeySequence(Qt::CTRL | Qt::Key_Return));
    auto *cancel = new ActionButton(source, ActionRank::Secondary, tr("Cancel"), QKeySequence(Qt::Key_Escape));
    row->addWidget(confirm);
    row->addWidget(cancel);
    row->addStretch();
    column->addLayout(row);
    connect(confirm, &QAbstractButton::clicked, this, &ActionForm::tryIt);
    connect(cancel, &QAbstractButton::clicked, this, &ActionForm::cancelled);
    connect(this, &ActionForm::changed, this, &ActionForm::touch);
}

void ActionForm::addField(const QString &name, QWidget *field)
{
    if (!name.isEmpty()) {
        auto *label = new QLabel(name);
        setTextRole(*label, TextRole::Small);
        label->setBuddy(field);
        _fields->addWidget(label);
        field->setAccessibleName(name);
    }
    _fields->addWidget(field);
    _fields->addSpacing(_source.theme().space.step);
    if (!_first) {
        _first = field;
    }
    watch(field);
}

void ActionForm::watch(QWidget *field)
{
    if (auto *line = qobject_cast<QLineEdit *>(field)) {
        connect(line, &QLineEdit::textChanged, this, &ActionForm::changed);
        line->installEventFilter(this);
    } else if (auto *text = qobject_cast<QPlainTextEdit *>(field)) {
        connect(text, &QPlainTextEdit::textChanged, this, &ActionForm::changed);
    } else if (auto *choice = qobject_cast<ChoiceField *>(field)) {
        connect(choice, &ChoiceField::choiceChanged, this, &ActionForm::changed);
    } else if (auto *check = qobject_cast<QCheckBox *>(field)) {
        connect(check, &QCheckBox::toggled, this, &ActionForm::changed);
    } else if (auto *date = qobject_cast<QDateEdit *>(field)) {
        connect(date, &QDateEdit::dateChanged, this, &ActionForm::changed);
    } else if (auto *longer = qobject_cast<LongerField *>(field)) {
        connect(longer, &LongerField::longerChanged, this, &ActionForm::changed);
    } else if (auto *pictures = qobject_cast<PicturesField *>(field)) {
        pictures->takeDropsOf(*this);
        connect(pictures, &PicturesField::picturesChanged, this, &ActionForm::changed);
    } else if (auto *units = qobject_cast<UnitsField *>(field)) {
        connect(units, &UnitsField::unitsChanged, this, &ActionForm::changed);
    } else if (auto *category = qobject_cast<CategoryField *>(field)) {
        connect(category, &CategoryField::categoryChanged, this, &ActionForm::changed);
        connect(category, &CategoryField::categoryTaken, this, &ActionForm::tryIt);
    } else if (auto *main = qobject_cast<JoinField *>(field)) {
        connect(main, &JoinField::mainTicketChanged, this, &ActionForm::changed);
        connect(main, &JoinField::mainTicketTaken, this, &ActionForm::tryIt);
    }
}

void ActionForm::explain(const QString &text)
{
    auto *label = new QLabel(text);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    setTextRole(*label, TextRole::Soft);
    _fields->addWidget(label);
}

void ActionForm::setHindrance(const QString &hindrance)
{
    _hindrance = hindrance;
    tellHindrance();
}

void ActionForm::tellHindrance()
{
    const bool isTold = !_hindrance.isEmpty() && (_isTouched || _isTried);
    _hindranceLabel->setText(isTold ? _hindrance : QString());
    _hindranceLabel->setVisible(isTold);
}

void ActionForm::warn(const QString &text)
{
    _warning->say(MessageKind::Warning, text);
}

void ActionForm::begin()
{
    _isTouched = false;
    tellHindrance();
    if (_first) {
        _first->setFocus(Qt::ShortcutFocusReason);
    } else {
        setFocus(Qt::ShortcutFocusReason);
    }
}

void ActionForm::touch()
{
    _isTouched = true;
}

void ActionForm::tryIt()
{
    _isTried = true;
    tellHindrance();
    emit confirmed();
}

bool ActionForm::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool isEnter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        const auto *unit = qobject_cast<UnitField *>(watched);
        if (isEnter && !(unit && unit->isUnknown())) {
            tryIt();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void ActionForm::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Enter && event->modifiers().testFlag(Qt::ControlModifier)) {
        tryIt();
        return;
    }
    QWidget::keyPressEvent(event);
}

} // namespace huying
