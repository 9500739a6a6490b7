#include "Signing.h"

#include <client/SignIn.h>

#include <QCoreApplication>
#include <QEventLoop>
#include <QFile>

namespace huying
{

namespace
{

struct SaySigning {
    Q_DECLARE_TR_FUNCTIONS(huyingctl)
};

std::expected<std::string, Failure> firstLineOf(const QString &name)
{
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly)) {
        return failure(FailureKind::NotFound, QStringLiteral("%1: %2").arg(name, file.errorString()));
    }
    QByteArray line = file.readLine(1000);
    while (line.endsWith('\n') || line.endsWith('\r')) {
        line.chop(1);
    }
    return line.toStdString();
}

} // namespace

void addSigningOptions(Options &options)
{
    options.add(QStringLiteral("account"), SaySigning::tr("The account with which to ask the backend."),
        QStringLiteral("NAME"));
    options.add(QStringLiteral("password-file"), SaySigning::tr("The file whose first line is its password."),
        QStringLiteral("FILE"));
}

std::expected<std::optional<SignedIn>, Failure> sessionAt(const QUrl &backend, const Options &options)
{
    const QString account = options.text(QStringLiteral("account"));
    const QString file = options.text(QStringLiteral("password-file"));
    if (account.isEmpty() != file.isEmpty()) {
        return failure(FailureKind::Invalid, SaySigning::tr("--account and --password-file go together."));
    }
    if (account.isEmpty()) {
        return std::nullopt;
    }
    const auto password = firstLineOf(file);
    if (!password) {
        return std::unexpected(password.error());
    }
    SignIn signIn(backend);
    QEventLoop waiting;
    std::expected<SignedIn, Failure> signedIn;
    signIn.in({ .name = account.toStdString(), .password = *password }, [&](std::expected<SignedIn, Failure> answer) {
        signedIn = std::move(answer);
        waiting.quit();
    });
    waiting.exec();
    return signedIn.transform([](SignedIn session) { return std::optional(std::move(session)); });
}

} // namespace huying
