#include "ThemeSource.h"

#include "StyleSheet.h"
#include "Type.h"

#include <QApplication>
#include <QStyleFactory>

namespace huying
{

ThemeSource::ThemeSource(Theme lightTheme, Theme darkTheme, QObject *parent)
    : QObject(parent), light(std::move(lightTheme)), dark(std::move(darkTheme))
{
}

const Theme &ThemeSource::theme() const
{
    return worn == Brightness::Dark ? dark : light;
}

void ThemeSource::wear(Brightness brightness)
{
    if (brightness != worn) {
        worn = brightness;
        emit changed();
    }
}

void dress(QApplication &application, const ThemeSource &source)
{
    QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    const auto put = [&application, &source] {
        QApplication::setFont(uiFont(source.theme(), source.theme().type.body));
        QApplication::setPalette(palette(source.theme()));
        application.setStyleSheet(styleSheet(source.theme()));
    };
    put();
    QObject::connect(&source, &ThemeSource::changed, &application, put);
}

} // namespace huying
