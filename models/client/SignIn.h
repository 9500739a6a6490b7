#pragma once

#include <accounts/AccountText.h>

#include <QNetworkAccessManager>
#include <QUrl>

#include <expected>
#include <functional>

namespace huying
{

/// Signs somebody in at a backend, and out.
class SignIn : public QObject
{
    Q_OBJECT
public:
    explicit SignIn(QUrl backend, QObject *parent = nullptr);

    /// SignedOut when name or password is wrong, Busy when it has to wait, Unreachable when nobody answers.
    void in(const Credentials &credentials, std::function<void(std::expected<SignedIn, Failure>)> then);
    /// Nobody waits for it: a token that is thrown away here is worthless to us whatever the backend says.
    void out(const std::string &token);

private:
    QUrl _backend;
    QNetworkAccessManager _network;
};

} // namespace huying
