#include "TestTheme.h"

#include <QFile>

namespace huying
{

QByteArray linkedTokens()
{
    QFile file(QStringLiteral(":/huying/styles/tokens.json"));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

Theme linkedTheme(Brightness brightness)
{
    return readTheme(linkedTokens(), brightness).value();
}

} // namespace huying
