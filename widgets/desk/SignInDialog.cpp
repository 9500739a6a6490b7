#include "SignInDialog.h"

#include <common/ActionButton.h>
#include <common/Type.h>

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

namespace huying
{

namespace
{

void addNamed(QVBoxLayout &column, const QString &name, QLineEdit *field)
{
    auto *label = new QLabel(name);
    setTextRole(*label, TextRole::Small);
    label->setBuddy(field);
    field->setAccessibleName(name);
    column.addWidget(label);
    column.addWidget(field);
}

} // namespace

SignInDialog::SignInDialog(const ThemeSource &source, QWidget *parent)
    : QDialog(parent)
    , _name(new QLineEdit)
    , _password(new QLineEdit)
    , _error(new QLabel)
    , _go(new ActionButton(source, ActionRank::Primary, tr("Sign in"), QKeySequence(Qt::Key_Return)))
{
    setWindowTitle(tr("Sign in"));
    const Spaces &space = source.theme().space;
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space.margin, space.margin, space.margin, space.margin);
    column->setSpacing(space.step);
    _password->setEchoMode(QLineEdit::Password);
    addNamed(*column, tr("Name"), _name);
    addNamed(*column, tr("Password"), _password);
    setTextRole(*_error, TextRole::Error);
    _error->setWordWrap(true);
    _error->hide();
    column->addWidget(_error);
    auto *row = new QHBoxLayout;
    row->setSpacing(space.gap);
    auto *later = new ActionButton(source, ActionRank::Secondary, tr("Later"), QKeySequence(Qt::Key_Escape));
    row->addWidget(_go);
    row->addWidget(later);
    row->addStretch();
    column->addSpacing(space.gap);
    column->addLayout(row);
    connect(_go, &QAbstractButton::clicked, this, &SignInDialog::confirm);
    connect(later, &QAbstractButton::clicked, this, &QDialog::reject);
    setMinimumWidth(380);
}

void SignInDialog::tell(const QString &why)
{
    _error->setText(why);
    _error->setVisible(!why.isEmpty());
}

void SignInDialog::setWaiting(bool isWaiting)
{
    for (QWidget *part :
        { static_cast<QWidget *>(_name), static_cast<QWidget *>(_password), static_cast<QWidget *>(_go) }) {
        part->setEnabled(!isWaiting);
    }
}

void SignInDialog::ask(const QString &why)
{
    setWaiting(false);
    tell(why);
    _password->clear();
    open();
    (_name->text().isEmpty() ? _name : _password)->setFocus();
}

void SignInDialog::fail(const QString &why)
{
    setWaiting(false);
    tell(why);
    _password->clear();
    _password->setFocus();
}

void SignInDialog::confirm()
{
    if (_name->text().isEmpty() || _password->text().isEmpty()) {
        return tell(tr("Both name and password are needed."));
    }
    tell({});
    setWaiting(true);
    emit signInWanted(_name->text(), _password->text());
}

} // namespace huying
