#pragma once

#include <QByteArray>
#include <QNetworkRequest>
#include <QUrl>

namespace huying
{

/// A request for `path` (with its query) of `backend`, shown `token` where there is one.
QNetworkRequest requestTo(const QUrl &backend, const QString &path, const QByteArray &token);

} // namespace huying
