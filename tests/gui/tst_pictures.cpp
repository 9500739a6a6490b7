#include "DeskFixture.h"

#include <scenery/Scene.h>
#include <support/TicketStory.h>
#include <ticket/ActionForm.h>
#include <ticket/NewTicketDialog.h>
#include <ticket/PicturesField.h>
#include <ticket/PictureTile.h>
#include <ticket/PictureViewer.h>

#include <QApplication>
#include <QClipboard>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QMimeData>
#include <QScrollArea>
#include <QSignalSpy>

using namespace huying;
using namespace Qt::StringLiterals;

namespace
{

Attachment picture(int number)
{
    return { .sha256 = std::string(60, 'a') + std::to_string(1000 + number),
        .type = MediaType::Jpeg,
        .bytes = 240'000,
        .width = 1280,
        .height = 960,
        .name = "photo-" + std::to_string(number) + ".jpg" };
}

PictureSight here(SceneKind kind, bool isWaiting = false)
{
    PictureSight sight;
    sight.state = PictureSight::State::Here;
    sight.thumbnail = drawnScene(kind, 3, false).scaledToWidth(320, Qt::SmoothTransformation);
    sight.isWaiting = isWaiting;
    return sight;
}

} // namespace

/// Photos on the desk: in the trail, in forms, large.
class DeskPicturesTest : public DeskFixture
{
    Q_OBJECT

    std::unique_ptr<PictureBook> _book;

    TicketSight illustrated()
    {
        TicketSight ticket =
            later(sight(u"overdue"), PhotosAdded { "现场照片", { picture(1), picture(2), picture(3) } }, colleague());
        return ticket;
    }
    void keep(QWidget &widget, const QString &name) const
    {
        const QString folder = qEnvironmentVariable("HUYING_SHOTS");
        if (!folder.isEmpty()) {
            widget.grab().save(folder + u'/' + name + u".png"_s);
        }
    }
    /// Where no window manager is, a dialog gets the keys only when it asks for them.
    static bool isInFront(QWidget *dialog)
    {
        return dialog != nullptr && QTest::qWaitForWindowExposed(dialog) && QTest::qWaitFor([dialog] {
            dialog->activateWindow();
            return QApplication::activeWindow() == dialog;
        });
    }
    PictureTile *tile(int number)
    {
        for (const auto all = pane().findChildren<PictureTile *>(); PictureTile *const each : all) {
            if (each->attachment().sha256 == picture(number).sha256) {
                return each;
            }
        }
        return nullptr;
    }
    PicturesField *field() { return pane().actions().form()->findChild<PicturesField *>(); }

private slots:
    void init()
    {
        DeskFixture::init();
        _book = std::make_unique<PictureBook>();
        desk->setPictures(*_book);
    }
    void cleanup()
    {
        DeskFixture::cleanup();
        _book.reset();
    }

    void theTrailShowsThemAsTheyCome()
    {
        QSignalSpy wanted(_book.get(), &PictureBook::wanted);
        see(illustrated());
        QVERIFY(open());
        QCOMPARE(wanted.count(), 3);
        PictureSight away;
        away.state = PictureSight::State::Away;
        _book->take(picture(3).sha256, away);
        _book->take(picture(1).sha256, here(SceneKind::Waste));
        _book->take(picture(2).sha256, here(SceneKind::Pothole, true));
        _book->takeProgress(picture(2).sha256, 100'000);
        QCOMPARE(tile(1)->sight().state, PictureSight::State::Here);
        QVERIFY(tile(1)->accessibleName().contains(u"photo-1.jpg"_s));
        QVERIFY(tile(2)->accessibleName().contains(u"41%"_s));
        QVERIFY(!tile(3)->accessibleName().contains(u"with the line"_s));
        pane().scroll().ensureWidgetVisible(tile(1));
        keep(*desk, u"photos-trail"_s);
        source.wear(Brightness::Dark);
        keep(*desk, u"photos-trail-dark"_s);
    }

    void whatTheBackendCannotTakeSaysWhy()
    {
        see(illustrated());
        QVERIFY(open());
        PictureSight full = here(SceneKind::Waste, true);
        full.trouble = Failure { FailureKind::Full, u"The backend has no room for photos at this moment."_s };
        _book->take(picture(1).sha256, full);
        const QString words = pictureState(full, picture(1));
        QVERIFY(!words.isEmpty() && words != pictureState(here(SceneKind::Waste, true), picture(1)));
        QVERIFY(tile(1)->accessibleName().contains(words));
        QVERIFY(tile(1)->toolTip().contains(full.trouble->text));
        QCOMPARE(tile(1)->accessibleDescription(), full.trouble->text);
        pane().scroll().ensureWidgetVisible(tile(1));
        keep(*desk, u"photos-no-room"_s);
        _book->takeProgress(picture(1).sha256, 100'000); // it goes on
        QVERIFY(tile(1)->accessibleName().contains(u"41%"_s));
        _book->take(picture(1).sha256, here(SceneKind::Waste));
        QVERIFY(!tile(1)->accessibleName().contains(words));
        QVERIFY(tile(1)->accessibleDescription().isEmpty());
    }

    void oneKeyShowsThemLarge()
    {
        see(illustrated());
        QVERIFY(open());
        QSignalSpy whole(_book.get(), &PictureBook::wholeWanted);
        press(Qt::Key_Z);
        auto *viewer = pane().findChild<PictureViewer *>();
        QVERIFY(viewer);
        QVERIFY(isInFront(viewer));
        QCOMPARE(viewer->shown(), picture(3));
        QCOMPARE(whole.count(), 1);
        _book->takeWhole(picture(3).sha256, drawnScene(SceneKind::Water, 4, false), {});
        QVERIFY(viewer->isFilled());
        press(Qt::Key_Plus);
        QVERIFY(viewer->zoom() > 1);
        keep(*viewer, u"photos-viewer"_s);
        press(Qt::Key_0);
        QCOMPARE(viewer->zoom(), 1.0);
        press(Qt::Key_Left);
        QCOMPARE(viewer->shown(), picture(2));
        QVERIFY(!viewer->isFilled());
        _book->takeWhole(picture(2).sha256, {}, u"读不出来"_s);
        QVERIFY(!viewer->isFilled());
        press(Qt::Key_Left);
        press(Qt::Key_Left);
        QCOMPARE(viewer->shown(), picture(1));
        const QPointer<PictureViewer> gone(viewer);
        press(Qt::Key_Escape);
        QTRY_VERIFY(!gone);
    }

    void aCopyIsSavedUnderItsName()
    {
        see(illustrated());
        QVERIFY(open());
        QSignalSpy copies(_book.get(), &PictureBook::copyWanted);
        press(Qt::Key_Z);
        auto *viewer = pane().findChild<PictureViewer *>();
        QVERIFY(isInFront(viewer));
        press(Qt::Key_S, Qt::ControlModifier);
        auto *dialog = viewer->findChild<QFileDialog *>();
        QVERIFY(dialog);
        QVERIFY(dialog->selectedFiles().constFirst().endsWith(u"photo-3.jpg"_s));
        emit dialog->fileSelected(u"/tmp/x.jpg"_s);
        QCOMPARE(copies.count(), 1);
        QCOMPARE(copies[0][2].toString(), u"/tmp/x.jpg"_s);
        dialog->close();
        viewer->close();
    }

    void whatWasTakenBackShowsNone()
    {
        TicketSight ticket = illustrated();
        const EventId added = ticket.ticket.trail.back().id;
        ticket = later(ticket, Undone { added }, colleague());
        see(ticket);
        QVERIFY(open());
        QVERIFY(!tile(1));
        QVERIFY(!pane().findChild<QWidget *>(u"view-photos"_s)->isVisible());
    }

    void theyGoAlongWithAResult()
    {
        see(sight(u"overdue"));
        QVERIFY(open());
        QSignalSpy acted(&pane(), &TicketPane::acted);
        QSignalSpy wanted(_book.get(), &PictureBook::addWanted);
        press(Qt::Key_R);
        QVERIFY(pane().actions().form());
        QTest::keyClicks(QApplication::focusWidget(), u"done"_s);
        field()->addFiles({ u"/tmp/1.jpg"_s, u"/tmp/2.jpg"_s });
        QCOMPARE(wanted.count(), 1);
        const auto asked = wanted[0][0].value<PicturesToAdd>();
        QCOMPARE(asked.room, int(attachmentsInAnEvent));
        press(Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(acted.count(), 0); // they are still being made ready
        _book->takeAdded(asked.form,
            { { picture(1), here(SceneKind::Waste).thumbnail }, { picture(2), here(SceneKind::Water).thumbnail } },
            { u"notes.txt：不是照片"_s });
        keep(*desk, u"photos-form"_s);
        QCOMPARE(field()->attachments().size(), 2U);
        auto *first = field()->findChildren<PictureTile *>().constFirst();
        first->setFocus();
        press(Qt::Key_Delete);
        QCOMPARE(field()->attachments(), std::vector { picture(2) });
        press(Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(acted.count(), 1);
        const auto content = acted[0][2].value<TicketContent>();
        QCOMPARE(std::get<Answered>(content).attachments, std::vector { picture(2) });
    }

    void theyAreAddedLater()
    {
        see(sight(u"overdue"));
        QVERIFY(open());
        QSignalSpy acted(&pane(), &TicketPane::acted);
        QSignalSpy wanted(_book.get(), &PictureBook::addWanted);
        press(Qt::Key_Q);
        QVERIFY(field());
        press(Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(acted.count(), 0); // there is none
        QGuiApplication::clipboard()->setImage(drawnScene(SceneKind::Waste, 1, false));
        press(Qt::Key_V, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(wanted.count(), 1);
        const auto asked = wanted[0][0].value<PicturesToAdd>();
        QVERIFY(!asked.image.isNull());
        _book->takeAdded(asked.form, { { picture(7), here(SceneKind::Waste).thumbnail } }, {});
        press(Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(acted.count(), 1);
        QCOMPARE(std::get<PhotosAdded>(acted[0][2].value<TicketContent>()).attachments, std::vector { picture(7) });
    }

    void oneKeyOpensTheFiles()
    {
        see(sight(u"overdue"));
        QVERIFY(open());
        press(Qt::Key_Q);
        QSignalSpy wanted(_book.get(), &PictureBook::addWanted);
        press(Qt::Key_I, Qt::ControlModifier);
        auto *dialog = field()->findChild<QFileDialog *>();
        QVERIFY(dialog);
        emit dialog->filesSelected({ u"/tmp/1.jpg"_s });
        QCOMPARE(wanted.count(), 1);
        dialog->close();
    }

    void theyAreDroppedOnTheForm()
    {
        see(sight(u"overdue"));
        QVERIFY(open());
        press(Qt::Key_Q);
        QSignalSpy wanted(_book.get(), &PictureBook::addWanted);
        QMimeData data;
        data.setUrls({ QUrl::fromLocalFile(u"/tmp/1.jpg"_s), QUrl(u"https://example.org/2.jpg"_s) });
        QDragEnterEvent enter({ 5, 5 }, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(pane().actions().form(), &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop({ 5, 5 }, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(pane().actions().form(), &drop);
        QCOMPARE(wanted.count(), 1);
        QCOMPARE(wanted[0][0].value<PicturesToAdd>().files, QStringList { u"/tmp/1.jpg"_s });
    }

    void whatCameForAnotherFormIsNotTaken()
    {
        see(sight(u"overdue"));
        QVERIFY(open());
        press(Qt::Key_Q);
        _book->takeAdded(99, { { picture(1), {} } }, {});
        QVERIFY(field()->attachments().empty());
    }

    void aNewTicketTakesThem()
    {
        QVERIFY(open());
        QSignalSpy reported(desk.get(), &DeskWindow::reported);
        QSignalSpy wanted(_book.get(), &PictureBook::addWanted);
        press(Qt::Key_N, Qt::ControlModifier);
        auto *dialog = desk->findChild<NewTicketDialog *>();
        QTRY_VERIFY(QApplication::focusWidget() && dialog->isAncestorOf(QApplication::focusWidget()));
        QTest::keyClicks(QApplication::focusWidget(), u"waste"_s);
        auto *photos = dialog->findChild<PicturesField *>();
        QVERIFY(photos);
        photos->addFiles({ u"/tmp/1.jpg"_s });
        _book->takeAdded(
            wanted[0][0].value<PicturesToAdd>().form, { { picture(1), here(SceneKind::Waste).thumbnail } }, {});
        keep(*dialog, u"photos-new-ticket"_s);
        press(Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(reported.count(), 1);
        QCOMPARE(reported[0][0].value<Reported>().attachments, std::vector { picture(1) });
        QVERIFY(photos->attachments().empty());
    }
};

QTEST_MAIN(DeskPicturesTest)
#include "tst_pictures.moc"
