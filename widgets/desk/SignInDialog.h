#pragma once

#include <common/ThemeSource.h>

#include <QDialog>

class QLabel;
class QLineEdit;

namespace huying
{

class ActionButton;

/// Asks who works here. Return signs in; Escape leaves it for now, and what is on the screen stays to be read. What
/// went wrong stands above the buttons.
class SignInDialog : public QDialog
{
    Q_OBJECT
public:
    explicit SignInDialog(const ThemeSource &source, QWidget *parent = nullptr);

    /// Asks, with the reason why; empty the first time.
    void ask(const QString &why);
    /// The attempt has failed; the password is typed anew.
    void fail(const QString &why);

    [[nodiscard]] QLineEdit &name() { return *_name; }
    [[nodiscard]] QLineEdit &password() { return *_password; }

signals:
    void signInWanted(const QString &name, const QString &password);

private:
    void tell(const QString &why);
    void confirm();
    void setWaiting(bool isWaiting);

    QLineEdit *_name;
    QLineEdit *_password;
    QLabel *_error;
    ActionButton *_go;
};

} // namespace huying
