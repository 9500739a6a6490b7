#include "AccountText.h"

#include "Audience.h"

#include <domain/Words.h>

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

namespace huying
{

namespace
{

constexpr std::size_t longestText = 4096;
constexpr std::size_t tokenLength = 64;

QString text(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), qsizetype(utf8.size()));
}

std::string textIn(const QJsonObject &object, QLatin1StringView key)
{
    return object.value(key).toString().toStdString();
}

std::string written(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact).toStdString();
}

std::unexpected<Failure> nonsense()
{
    return failure(FailureKind::Invalid, QCoreApplication::translate("Accounts", "This is not what signs anybody in."));
}

std::expected<QJsonObject, Failure> objectIn(std::string_view json)
{
    if (json.size() > longestText) {
        return nonsense();
    }
    const auto document = QJsonDocument::fromJson(QByteArray::fromRawData(json.data(), qsizetype(json.size())));
    return document.isObject() ? std::expected<QJsonObject, Failure>(document.object()) : nonsense();
}

QJsonObject objectOf(const Account &account)
{
    const QJsonObject inner { { QStringLiteral("displayName"), text(account.displayName) },
        { QStringLiteral("name"), text(account.name) }, { QStringLiteral("person"), text(account.person.text) },
        { QStringLiteral("region"), text(account.region.text) },
        { QStringLiteral("role"), text(nameIn(roleNames, account.role)) },
        { QStringLiteral("unit"), text(account.unit.text) } };
    return { { QStringLiteral("account"), inner }, { QStringLiteral("audience"), text(nameOf(audienceOf(account))) } };
}

std::expected<Account, Failure> accountOf(const QJsonObject &outer)
{
    const QJsonObject object = outer.value(QLatin1StringView("account")).toObject();
    const auto role = wordIn<Role>(roleNames, textIn(object, QLatin1StringView("role")));
    Account account { .name = textIn(object, QLatin1StringView("name")),
        .displayName = textIn(object, QLatin1StringView("displayName")),
        .person = { textIn(object, QLatin1StringView("person")) },
        .role = role.value_or(Role::Citizen),
        .unit = { textIn(object, QLatin1StringView("unit")) },
        .region = { textIn(object, QLatin1StringView("region")) } };
    return checkAccount(account).transform([&] { return std::move(account); });
}

} // namespace

std::string textOf(const Account &account)
{
    return written(objectOf(account));
}

std::string textOf(const SignedIn &signedIn)
{
    QJsonObject object = objectOf(signedIn.account);
    object.insert(QStringLiteral("expires"), qint64(signedIn.expires.time_since_epoch().count()));
    object.insert(QStringLiteral("token"), text(signedIn.token));
    return written(object);
}

std::expected<Account, Failure> accountFrom(std::string_view json)
{
    return objectIn(json).and_then(accountOf);
}

std::expected<SignedIn, Failure> signedInFrom(std::string_view json)
{
    return objectIn(json).and_then([](const QJsonObject &object) -> std::expected<SignedIn, Failure> {
        auto account = accountOf(object);
        const std::string token = textIn(object, QLatin1StringView("token"));
        const qint64 expires = object.value(QLatin1StringView("expires")).toInteger(-1);
        const bool isToken = token.size() == tokenLength && token.find_first_not_of("0123456789abcdef") == token.npos;
        if (!account || !isToken || expires < 0) {
            return nonsense();
        }
        return SignedIn {
            .account = std::move(*account), .token = token, .expires = Instant { std::chrono::milliseconds { expires } }
        };
    });
}

std::string textOf(const Credentials &credentials)
{
    return written({ { QStringLiteral("name"), text(credentials.name) },
        { QStringLiteral("password"), text(credentials.password) } });
}

std::expected<Credentials, Failure> credentialsFrom(std::string_view json)
{
    return objectIn(json).and_then([](const QJsonObject &object) -> std::expected<Credentials, Failure> {
        Credentials credentials { .name = textIn(object, QLatin1StringView("name")),
            .password = textIn(object, QLatin1StringView("password")) };
        return credentials.name.empty() ? nonsense() : std::expected<Credentials, Failure>(std::move(credentials));
    });
}

} // namespace huying
