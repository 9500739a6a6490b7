#include "Answers.h"

namespace huying
{

QNetworkRequest requestTo(const QUrl &backend, const QString &path, const QByteArray &token)
{
    const QUrl relative(path);
    QUrl url = backend;
    url.setPath(relative.path());
    url.setQuery(relative.query());
    QNetworkRequest made(url);
    made.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    made.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    // a 401 is the desk's business, not that of a store of passwords
    made.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    if (!token.isEmpty()) {
        made.setRawHeader(QByteArrayLiteral("Authorization"), "Bearer " + token);
    }
    return made;
}

} // namespace huying
