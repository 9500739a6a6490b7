#include "Scene.h"

#include <QUrl>

extern void qml_register_types_Huying_Scene();

namespace huying
{

void registerScene()
{
    static const bool isDone = [] {
        qml_register_types_Huying_Scene();
        return true;
    }();
    Q_UNUSED(isDone)
}

QUrl countyMapUrl()
{
    return QUrl(QStringLiteral("qrc:/qt/qml/Huying/Scene/CountyMap.qml"));
}

} // namespace huying
