#include "DeskWindow.h"

#include <common/NavigationRail.h>

#include <QAbstractButton>
#include <QCloseEvent>
#include <QMenu>
#include <QSettings>
#include <QSplitter>

namespace huying
{

namespace
{

constexpr auto geometryKey = "desk/geometry";
constexpr auto panesKey = "desk/panes";
constexpr auto brightnessKey = "desk/brightness";

} // namespace

void DeskWindow::openSettings()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [&](const QString &name, Brightness brightness) {
        QAction *action = menu->addAction(name);
        action->setCheckable(true);
        action->setChecked(_source.theme().brightness == brightness);
        connect(action, &QAction::triggered, this, [this, brightness] {
            if (_source.theme().brightness != brightness) {
                changeBrightness();
            }
        });
    };
    add(tr("Light"), Brightness::Light);
    add(tr("Dark (Ctrl+Shift+L)"), Brightness::Dark);
    menu->addSeparator();
    QAction *import = menu->addAction(
        _mayImportMap ? tr("Take in borders… (Ctrl+Shift+B)") : tr("Take in borders… (administrators only)"));
    import->setEnabled(_mayImportMap);
    connect(import, &QAction::triggered, this, &DeskWindow::importMapWanted);
    menu->addSeparator();
    connect(menu->addAction(_canSignOut ? tr("Sign out") : tr("Sign in…")), &QAction::triggered, this, [this] {
        if (_canSignOut) {
            emit signOutWanted();
        } else {
            askSignIn({});
        }
    });
    const QWidget *button = _rail->place(int(Place::Settings));
    menu->popup(button->mapToGlobal(QPoint(button->width(), button->height() - menu->sizeHint().height())));
}

void DeskWindow::changeBrightness()
{
    _source.wear(_source.theme().brightness == Brightness::Light ? Brightness::Dark : Brightness::Light);
    save();
}

void DeskWindow::keepIn(QSettings &settings)
{
    _settings = &settings;
    restoreGeometry(settings.value(geometryKey).toByteArray());
    const QVariantList panes = settings.value(panesKey).toList();
    if (panes.size() == 2) {
        _split->restoreState(panes[0].toByteArray());
        _queue->restorePanes(panes[1].toByteArray());
    }
    const bool isDark = settings.value(brightnessKey).toString() == QLatin1StringView("dark");
    _source.wear(isDark ? Brightness::Dark : Brightness::Light);
}

void DeskWindow::save()
{
    if (_settings) {
        _settings->setValue(geometryKey, saveGeometry());
        _settings->setValue(panesKey, QVariantList { _split->saveState(), _queue->savedPanes() });
        _settings->setValue(brightnessKey,
            _source.theme().brightness == Brightness::Dark ? QStringLiteral("dark") : QStringLiteral("light"));
    }
}

void DeskWindow::closeEvent(QCloseEvent *event)
{
    save();
    QMainWindow::closeEvent(event);
}

} // namespace huying
