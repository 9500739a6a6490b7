#include "DeskOptions.h"
#include "Hall.h"
#include "OwnBackend.h"
#include "Screenshots.h"
#include "StartWatch.h"

#include <common/Theme.h>
#include <common/ThemeSource.h>
#include <language/Translation.h>

#include <QApplication>
#include <QFile>
#include <QQuickWindow>
#include <QSettings>
#include <QTextStream>

using namespace huying;

namespace
{

constexpr int wrongUsage = 2;

int fail(const QString &why, int status = 1)
{
    QTextStream(stderr) << QStringLiteral("huying: ") << why << Qt::endl;
    return status;
}

std::expected<Theme, Failure> themeOf(Brightness brightness)
{
    QFile tokens(QStringLiteral(":/huying/styles/tokens.json"));
    if (!tokens.open(QIODevice::ReadOnly)) {
        return failure(FailureKind::NotFound, tokens.errorString());
    }
    return readTheme(tokens.readAll(), brightness);
}

/// A map in a window that is drawn without OpenGL has it made anew, before everybody's eyes: where the map is looked at
/// the window has OpenGL from the beginning. Elsewhere it is there sooner, and with half the memory.
void prepareForMap()
{
    // A map beside tables in one window; the itemsoverlay plug-in asks nobody for anything.
    QQuickWindow::setGraphicsApi(QSGRendererInterface::OpenGL);
    if (isMapUsed(QSettings())) {
        qputenv("QT_WIDGETS_RHI", "1");
        qputenv("QT_WIDGETS_RHI_BACKEND", "opengl");
    }
}

int run(QApplication &application, DeskOptions options)
{
    const auto light = themeOf(Brightness::Light);
    const auto dark = themeOf(Brightness::Dark);
    if (!light || !dark) {
        return fail(light ? dark.error().text : light.error().text);
    }
    ThemeSource theme(*light, *dark);
    dress(application, theme);
    OwnBackend backend;
    if (options.backend.isEmpty()) {
        const auto started = backend.start(options.ledger, QString::fromStdString(options.author.name));
        if (!started) {
            return fail(started.error().text);
        }
        options.backend = started->url;
        options.signedIn = started->signedIn;
    }
    QSettings settings;
    Hall hall(options, theme);
    hall.keepIn(settings);
    std::optional<Screenshots> pictures;
    if (options.pictures.isEmpty()) {
        hall.rememberMap(settings);
    } else {
        hall.window().resize(1600, 1000);
        pictures.emplace(hall, theme, options.pictures);
        pictures->start();
    }
    std::optional<StartWatch> watch;
    if (options.isTimed) {
        watch.emplace(hall, options.isTimedWhole);
    }
    hall.window().show();
    return application.exec();
}

} // namespace

int main(int argc, char *argv[])
{
    QApplication::setOrganizationName(QStringLiteral("Huying"));
    QApplication::setApplicationName(QStringLiteral("huying"));
    QApplication::setApplicationVersion(QStringLiteral("0.1.0"));
    prepareForMap(); // while there are no other threads that read the environment
    QApplication application(argc, argv);
    QLocale::setDefault(QLocale(QLocale::Chinese, QLocale::SimplifiedHanScript, QLocale::China));
    installTranslation(application);
    auto options = optionsFrom(QApplication::arguments());
    if (!options) {
        return fail(options.error().text, wrongUsage);
    }
    if (options->only) {
        QTextStream(stdout) << *options->only;
        return 0;
    }
    return run(application, std::move(*options));
}
