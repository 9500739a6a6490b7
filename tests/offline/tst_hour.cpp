#include <desk/Desk.h>
#include <desk/PictureWork.h>
#include <deskwindow/DeskWindow.h>
#include <language/Translation.h>
#include <ledger/LedgerReader.h>
#include <proxy/CuttingProxy.h>
#include <scenery/Scene.h>
#include <support/Sentences.h>
#include <support/TicketStory.h>

#include <QApplication>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

#include <set>

using namespace huying;
using namespace huying::testing;
using namespace Qt::StringLiterals;

namespace
{

Instant clockNow()
{
    return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
}

Theme linkedTheme(Brightness brightness)
{
    QFile file(u":/huying/styles/tokens.json"_s);
    return file.open(QIODevice::ReadOnly) ? readTheme(file.readAll(), brightness).value() : Theme();
}

DeskSettings settingsOf(const QString &folder, quint16 port, Author author)
{
    DeskSettings made;
    made.folder = folder;
    made.backend = QUrl(u"http://127.0.0.1:%1"_s.arg(port));
    made.author = std::move(author);
    made.line.session.firstRetry = std::chrono::milliseconds { 100 };
    made.line.session.longestRetry = std::chrono::milliseconds { 500 };
    return made;
}

/// A desk and the rows it has told.
struct Station {
    Station(const QString &folder, quint16 port, Author author)
        : desk(settingsOf(folder, port, std::move(author)), clockNow)
    {
        QObject::connect(&desk, &Desk::rowsChanged, &desk, [this](const std::vector<RowPointer> &changed) {
            for (const RowPointer &row : changed) {
                rows[row->id] = row;
            }
        });
        QObject::connect(&desk, &Desk::statusChanged, &desk, [this](const DeskStatus &told) { status = told; });
    }

    bool isOnline() const { return status.line == DeskStatus::Line::Online; }
    /// Tickets that can be worked on in this step, the latest first.
    std::vector<TicketId> inStep(Step step) const
    {
        std::vector<RowPointer> found;
        for (const auto &[id, row] : rows) {
            if (row->step == step && !row->isJoined && !row->isOnAccount && !row->isDisputed && !row->isFollowedUp) {
                found.push_back(row);
            }
        }
        std::ranges::sort(found, std::ranges::greater {}, [](const RowPointer &row) { return row->reportedAt; });
        std::vector<TicketId> ids;
        std::ranges::transform(found, std::back_inserter(ids), [](const RowPointer &row) { return row->id; });
        return ids;
    }
    Version version(const TicketId &ticket) const { return rows.at(ticket)->version; }

    Desk desk;
    std::map<TicketId, RowPointer> rows;
    DeskStatus status;
};

} // namespace

/// An hour without a line: twenty things are done, three of them have been done by a colleague too; then it is back.
/// HUYING_SHOTS names a folder for what the dispatcher sees.
class OfflineHour : public Sentences
{
    Q_OBJECT

    ThemeSource _source { linkedTheme(Brightness::Light), linkedTheme(Brightness::Dark) };
    QTemporaryDir _folder;
    QProcess _backend;
    std::unique_ptr<CuttingProxy> _proxy;
    std::unique_ptr<Station> _own;
    std::unique_ptr<Station> _colleague;
    PictureBook _book;
    PictureWork _pictures { { .firstRetry = std::chrono::milliseconds { 200 },
        .longestRetry = std::chrono::milliseconds { 1'000 } } };
    std::unique_ptr<DeskWindow> _window;
    std::set<TicketId> _conflicts;
    Attachment _photo;
    std::map<EventId, TicketId> _done; ///< the twenty

    QString place(const char *name) const { return _folder.filePath(QString::fromLatin1(name)); }

    int ctl(const QStringList &words) const
    {
        QProcess program;
        program.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        program.start(QStringLiteral(HUYINGCTL), words);
        program.waitForFinished(120'000);
        return program.exitCode();
    }

    void keep(const char *name)
    {
        QTest::qWait(700); // what is shown comes a moment after what is known
        const QString folder = qEnvironmentVariable("HUYING_SHOTS");
        if (!folder.isEmpty()) {
            _window->grab().save(folder + u'/' + QString::fromLatin1(name) + u".png"_s);
        }
    }

    void connectWindow()
    {
        Desk &desk = _own->desk;
        TicketPane &pane = _window->ticketPane();
        connect(&desk, &Desk::countyChanged, _window.get(), &DeskWindow::setDirectory);
        connect(&desk, &Desk::rulesChanged, _window.get(), &DeskWindow::setRules);
        connect(&desk, &Desk::rowsChanged, &_window->queue(), &QueueScreen::take);
        connect(&desk, &Desk::statusChanged, _window.get(), [this](DeskStatus status) {
            status.waitingPictures = _waitingPictures;
            _window->setStatus(status);
        });
        connect(&desk, &Desk::sightChanged, &pane,
            [&pane](const std::shared_ptr<const TicketSight> &sight) { pane.show(sight); });
        connect(&_window->queue(), &QueueScreen::ticketChosen, &desk, &Desk::look);
        connect(&pane, &TicketPane::againWanted, &desk, &Desk::again);
        connect(&pane, &TicketPane::dropWanted, &desk, &Desk::drop);
        connect(_window.get(), &DeskWindow::refusedWanted, &desk, &Desk::lookAtRefused);
    }
    int _waitingPictures = 0;

    void connectPictures()
    {
        _window->setPictures(_book);
        connect(&_own->desk, &Desk::picturesMoved, &_pictures, &PictureWork::move);
        connect(&_own->desk, &Desk::statusChanged, &_pictures, &PictureWork::follow);
        connect(&_book, &PictureBook::wanted, &_pictures, &PictureWork::look, Qt::QueuedConnection);
        connect(&_pictures, &PictureWork::sightChanged, &_book, &PictureBook::take);
        connect(&_pictures, &PictureWork::progressed, &_book, &PictureBook::takeProgress);
        connect(&_pictures, &PictureWork::waitingChanged, this, [this](int waiting) { _waitingPictures = waiting; });
        connect(&_pictures, &PictureWork::added, this,
            [this](
                int, const std::vector<AddedPicture> &all, const QStringList &) { _photo = all.front().attachment; });
    }

    void act(const TicketId &ticket, const TicketContent &content)
    {
        _own->desk.act(ticket, _own->version(ticket), content);
    }

private slots:
    void initTestCase()
    {
        QVERIFY(installTranslation(*qApp));
        dress(*qApp, _source);
        const QDate today = QDate::currentDate();
        QCOMPARE(ctl({ u"simulate"_s, u"--ledger"_s, place("county.ledger"), u"--tickets"_s, u"900"_s, u"--from"_s,
                     today.addDays(-4).toString(Qt::ISODate), u"--to"_s, today.addDays(-1).toString(Qt::ISODate),
                     u"--photos"_s, u"20"_s }),
            0);
        _backend.start(QStringLiteral(HUYING_BACKEND),
            { u"--ledger"_s, place("county.ledger"), u"--port"_s, u"0"_s, u"--port-file"_s, place("port"),
                u"--open"_s });
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(place("port")), 20'000);
        QFile file(place("port"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const quint16 port = file.readAll().trimmed().toUShort();
        _proxy = std::make_unique<CuttingProxy>(port);
        Author own = dispatcher();
        own.desk = "01";
        _own = std::make_unique<Station>(place("own"), _proxy->port(), own);
        _colleague = std::make_unique<Station>(place("colleague"), port, colleague());
        _window = std::make_unique<DeskWindow>(_source, clockNow, u"巨鹿县"_s, u"调度员 一席"_s);
        _window->resize(1600, 1000);
        connectWindow();
        connectPictures();
        _own->desk.open();
        _colleague->desk.open();
        _window->show();
        QTRY_VERIFY_WITH_TIMEOUT(_own->isOnline() && _colleague->isOnline(), 30'000);
    }
    void cleanupTestCase()
    {
        _window.reset();
        _own.reset();
        _colleague.reset();
        _backend.kill();
        _backend.waitForFinished();
    }

    void theMorningBrings()
    {
        for (int i = 0; i < 16; ++i) {
            _own->desk.report(report());
        }
        QTRY_VERIFY_WITH_TIMEOUT(_own->inStep(Step::Reported).size() >= 16, 20'000);
        const auto reported = _own->inStep(Step::Reported);
        for (std::size_t i = 0; i < 8; ++i) {
            act(reported[i], acceptance());
        }
        QTRY_VERIFY_WITH_TIMEOUT(_own->inStep(Step::Accepted).size() >= 8, 20'000);
        QTRY_COMPARE_WITH_TIMEOUT(_own->status.waiting, 0, 20'000);
        QTRY_VERIFY_WITH_TIMEOUT(_colleague->inStep(Step::Accepted).size() >= 8, 20'000);
    }

    void twentyThingsAreDoneWithoutALine()
    {
        _proxy->cutEvery([] { return qint64(0); });
        _proxy->breakAll();
        QTRY_VERIFY_WITH_TIMEOUT(!_own->isOnline(), 20'000);
        const auto reported = _own->inStep(Step::Reported);
        const auto accepted = _own->inStep(Step::Accepted);
        QVERIFY(reported.size() >= 8 && accepted.size() >= 8);
        // three that the colleague has decided meanwhile
        for (int i = 0; i < 3; ++i) {
            const TicketId ticket = accepted[std::size_t(i)];
            _conflicts.insert(ticket);
            _colleague->desk.act(ticket, _colleague->version(ticket), assignment("U02"));
            act(ticket, assignment("U01"));
        }
        for (int i = 0; i < 6; ++i) {
            act(reported[std::size_t(i)], acceptance());
        }
        for (int i = 3; i < 8; ++i) {
            act(accepted[std::size_t(i)], assignment("U01", { "U02" }));
            act(accepted[std::size_t(i)], Noted { "已电话告知责任单位" });
        }
        Reported caller = report();
        caller.title = "村口路灯不亮";
        _pictures.add({ .form = 1, .room = 12, .files = {}, .image = drawnScene(SceneKind::DarkLamp, 7, false) });
        caller.attachments = { _photo };
        connect(&_own->desk, &Desk::reported, &_own->desk,
            [this](const TicketId &ticket, const QString &) { _own->desk.look(ticket); });
        _own->desk.report(caller);
        QTRY_COMPARE_WITH_TIMEOUT(_own->status.waiting, 20, 10'000);
        const auto outbox = OutboxFile::open(place("own/outbox.sqlite").toStdString());
        QVERIFY(outbox.has_value());
        const std::vector<Proposal> waiting = (*outbox)->unanswered(100).value();
        for (const Proposal &proposal : waiting) {
            _done.emplace(proposal.records.front().id, ticketOf(proposal.records.front()).value());
        }
        QCOMPARE(_done.size(), std::size_t(20));
        keep("1-offline");
    }

    void anHourOfOthersTicketsComesToTheBackend()
    {
        const auto before = _colleague->rows.size();
        for (int i = 0; i < 60; ++i) {
            _colleague->desk.report(report());
        }
        QTRY_VERIFY_WITH_TIMEOUT(_colleague->rows.size() >= before + 60, 60'000);
        QTRY_COMPARE_WITH_TIMEOUT(_colleague->status.waiting, 0, 60'000);
        QCOMPARE(_own->status.waiting, 20);
        QVERIFY(!_own->isOnline());
    }

    void whenTheLineIsBackThreeStandThereWithWhatOthersDid()
    {
        _proxy->cutEvery({});
        QTRY_COMPARE_WITH_TIMEOUT(_own->status.waiting, 0, 30'000);
        QTRY_COMPARE_WITH_TIMEOUT(_own->status.refused, 3, 10'000);
        QTRY_COMPARE_WITH_TIMEOUT(_own->rows.size(), _colleague->rows.size(), 20'000);
        QTRY_COMPARE_WITH_TIMEOUT(_waitingPictures, 0, 20'000);
        keep("2-line-back");
        _own->desk.lookAtRefused();
        keep("3-refused");
        QVERIFY(_window->ticketPane().ticket());
        QVERIFY(_conflicts.contains(*_window->ticketPane().ticket()));
    }

    void oneIsDroppedAndTheOthersAreDoneAgain()
    {
        for (int i = 0; i < 3; ++i) {
            _own->desk.lookAtRefused();
            QTest::qWait(100);
            auto *button = _window->ticketPane().findChild<QAbstractButton *>(i == 0 ? u"drop"_s : u"again"_s);
            QVERIFY(button);
            button->click();
            QTRY_COMPARE_WITH_TIMEOUT(_own->status.refused, 2 - i, 10'000);
            QTRY_COMPARE_WITH_TIMEOUT(_own->status.waiting, 0, 10'000);
        }
        keep("4-settled");
    }

    void everyThingThatWasDoneIsInTheLedger()
    {
        _own.reset();
        _colleague.reset();
        _backend.terminate();
        QVERIFY(_backend.waitForFinished(20'000));
        QCOMPARE(ctl({ u"check"_s, u"--ledger"_s, place("county.ledger") }), 0);
        auto reader = LedgerReader::open(place("county.ledger").toStdString());
        QVERIFY(reader.has_value());
        int there = 0;
        for (const auto &[event, ticket] : _done) {
            const auto trail = reader->trailOf(ticket).value();
            const auto times = std::ranges::count(trail, event, [](const Entry &entry) { return entry.record.id; });
            QCOMPARE(times, _conflicts.contains(ticket) ? 0 : 1);
            there += int(times);
        }
        QCOMPARE(there, 17);
    }
};

QTEST_MAIN(OfflineHour)
#include "tst_hour.moc"
