#pragma once

#include <exchange/Import.h>

#include <QJsonObject>
#include <QString>

namespace huying
{

/// What an import has come to, for people; `differences` is the file in which the rows lie that differ.
QString wordsFor(const ImportReport &report, const QString &differences);
/// The same for machines.
QJsonObject objectOf(const ImportReport &report);

} // namespace huying
