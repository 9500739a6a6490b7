#include "SharedData.h"

#include <QDir>
#include <QFileInfo>

namespace huying
{

QString sharedData(const QString &file)
{
    const QString named = qEnvironmentVariable("HUYING_SHARED_DATA");
    const QDir beside(QStringLiteral(HUYING_SOURCE_DIR "/../shared/data"));
    for (const QDir &folder : { QDir(named), beside }) {
        const QFileInfo found(folder.filePath(file));
        if (!folder.path().isEmpty() && found.exists()) {
            return found.absoluteFilePath();
        }
    }
    return {};
}

} // namespace huying
