/// Shows all of widgets/common in light and dark in real windows and saves them as PNG in the folder that is named.

#include "GalleryControls.h"
#include "GalleryDesk.h"

#include <common/ChipButton.h>

#include <QAbstractItemView>
#include <QApplication>
#include <QComboBox>
#include <QDateEdit>
#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QMenu>
#include <QPixmap>
#include <QTest>
#include <QTextStream>
#include <QWidget>

#include <memory>

using namespace Qt::StringLiterals;
using namespace huying;

namespace
{

/// Waits until the window is in front, so that the focus can be seen, but no longer than two seconds.
bool save(QWidget &page, const QString &path)
{
    page.show();
    page.raise();
    page.activateWindow();
    const QDeadlineTimer patience(2000);
    while (!page.isActiveWindow() && !patience.hasExpired()) {
        QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
    }
    QCoreApplication::processEvents();
    return page.grab().save(path);
}

/// Saves a popup as it stands over the page: of a chip, a choice, a date.
bool savePopup(QWidget *popup, const QString &path)
{
    const QDeadlineTimer patience(2000);
    while (popup && !popup->isVisible() && !patience.hasExpired()) {
        QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
    }
    const bool isSaved = popup && popup->grab().save(path);
    if (popup) {
        popup->hide();
    }
    return isSaved;
}

/// Opens what opens, one after the other.
bool savePopups(QWidget &page, const QDir &folder, const QString &ending)
{
    auto *chip = page.findChild<ChipButton *>();
    chip->menu()->popup(chip->mapToGlobal(QPoint(0, chip->height())));
    chip->menu()->setActiveAction(chip->menu()->actions().first());
    bool isSaved = savePopup(chip->menu(), folder.filePath(u"menu"_s + ending));
    auto *choice = page.findChild<QComboBox *>();
    choice->showPopup();
    isSaved = savePopup(choice->view()->window(), folder.filePath(u"choice"_s + ending)) && isSaved;
    auto *date = page.findChild<QDateEdit *>();
    QTest::mouseClick(date, Qt::LeftButton, {}, QPoint(date->width() - 10, date->height() / 2));
    isSaved = savePopup(QApplication::activePopupWidget(), folder.filePath(u"calendar"_s + ending)) && isSaved;
    return isSaved;
}

int saveAll(ThemeSource &source, const QDir &folder)
{
    const std::unique_ptr<QWidget> desk(galleryDesk(source));
    const std::unique_ptr<QWidget> controls(galleryControls(source));
    for (const Brightness brightness : { Brightness::Light, Brightness::Dark }) {
        source.wear(brightness);
        const QString ending = brightness == Brightness::Dark ? u"-dark.png"_s : u"-light.png"_s;
        const bool isSaved = save(*desk, folder.filePath(u"desk"_s + ending));
        if (auto *focused = controls->findChild<QWidget *>(u"focused"_s)) {
            focused->setFocus(Qt::TabFocusReason);
        }
        if (!isSaved || !save(*controls, folder.filePath(u"controls"_s + ending))
            || !savePopups(*controls, folder, ending)) {
            QTextStream(stderr) << "gallery: cannot write into " << folder.absolutePath() << '\n';
            return 1;
        }
    }
    return 0;
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    if (argc != 2) {
        QTextStream(stderr) << "usage: gallery FOLDER\n";
        return 2;
    }
    const QDir folder(QString::fromLocal8Bit(argv[1]));
    QFile file(u":/huying/styles/tokens.json"_s);
    if (!folder.mkpath(u"."_s) || !file.open(QIODevice::ReadOnly)) {
        return 1;
    }
    const QByteArray tokens = file.readAll();
    const auto light = readTheme(tokens, Brightness::Light);
    const auto dark = readTheme(tokens, Brightness::Dark);
    if (!light || !dark) {
        QTextStream(stderr) << "gallery: " << (light ? dark : light).error().text << '\n';
        return 1;
    }
    ThemeSource source(*light, *dark);
    dress(application, source);
    return saveAll(source, folder);
}
