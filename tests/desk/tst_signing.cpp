#include <accounts/AccountStore.h>
#include <desk/Desk.h>
#include <ledger/Ledger.h>
#include <support/Sentences.h>
#include <support/TicketStory.h>

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

#include <map>

using namespace huying;

namespace
{

Instant clockNow()
{
    return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
}

/// A desk and what it has told.
struct Workplace {
    Workplace(const QString &folder, const QUrl &backend) : desk(settings(folder, backend), clockNow)
    {
        QObject::connect(&desk, &Desk::rowsChanged, &desk, [this](const std::vector<RowPointer> &changed) {
            for (const RowPointer &row : changed) {
                rows[row->id] = row;
            }
        });
        QObject::connect(&desk, &Desk::ticketsGone, &desk, [this](const std::vector<TicketId> &gone) {
            for (const TicketId &ticket : gone) {
                rows.erase(ticket);
            }
        });
        QObject::connect(&desk, &Desk::emptied, &desk, [this] { rows.clear(); });
        QObject::connect(&desk, &Desk::statusChanged, &desk, [this](const DeskStatus &told) { status = told; });
        QObject::connect(&desk, &Desk::signInWanted, &desk, [this](const QString &) { ++asked; });
        QObject::connect(&desk, &Desk::signInFailed, &desk, [this](const Failure &why) { failed = why; });
        QObject::connect(&desk, &Desk::signedInAs, &desk, [this](const Account &account) { who = account; });
        QObject::connect(&desk, &Desk::forbidden, &desk, [this](const Failure &why) { forbidden = why; });
        QObject::connect(
            &desk, &Desk::reported, &desk, [this](const TicketId &ticket, const QString &) { last = ticket; });
        QObject::connect(&desk, &Desk::sightChanged, &desk,
            [this](const std::shared_ptr<const TicketSight> &told) { sight = told; });
        desk.open();
    }

    static DeskSettings settings(const QString &folder, const QUrl &backend)
    {
        DeskSettings made;
        made.folder = folder;
        made.backend = backend;
        made.author.desk = "07";
        made.line.session.firstRetry = std::chrono::milliseconds { 50 };
        made.line.session.longestRetry = std::chrono::milliseconds { 300 };
        return made;
    }

    bool isOnline() const { return status.line == DeskStatus::Line::Online; }

    Desk desk;
    std::map<TicketId, RowPointer> rows;
    DeskStatus status;
    int asked = 0;
    std::optional<Failure> failed;
    std::optional<Failure> forbidden;
    std::optional<Account> who;
    TicketId last;
    std::shared_ptr<const TicketSight> sight;
};

} // namespace

/// Desks that sign in at a real backend process.
class TestSigning : public Sentences
{
    Q_OBJECT
private slots:
    void initTestCase();
    void cleanupTestCase();
    void aWrongPasswordIsToldAndTheRightOneOpens();
    void aUnitSeesATicketComeAndGo();
    void whatWasRefusedOnATicketOutOfSightIsShownAndDropped();
    void aRestartNeedsNeitherPasswordNorLine();
    void signingOutLeavesNothingOnTheScreen();

private:
    void startBackend();
    QString place(const char *name) const { return _folder.filePath(QString::fromLatin1(name)); }

    QTemporaryDir _folder;
    QUrl _url;
    std::unique_ptr<QProcess> _backend;
    std::unique_ptr<Workplace> _hall;
    std::unique_ptr<Workplace> _unit;
};

void TestSigning::initTestCase()
{
    const auto ledger = place("county.ledger").toStdString();
    QVERIFY(Ledger::open(ledger, Founding { { "130529" }, clockNow() }, {}).has_value());
    auto accounts = AccountStore::open(ledger);
    QVERIFY(accounts->add({ .name = "wang",
                              .displayName = "王某",
                              .person = { "wang" },
                              .role = Role::Dispatcher,
                              .unit = {},
                              .region = {} },
        "a long password"));
    QVERIFY(accounts->add({ .name = "water",
                              .displayName = "供水服务中心",
                              .person = { "water" },
                              .role = Role::Unit,
                              .unit = { "U01" },
                              .region = {} },
        "a long password"));
    startBackend();
}

void TestSigning::cleanupTestCase()
{
    _hall.reset();
    _unit.reset();
    _backend->kill();
    _backend->waitForFinished();
}

void TestSigning::startBackend()
{
    _backend = std::make_unique<QProcess>();
    QFile::remove(place("port"));
    _backend->start(QStringLiteral(HUYING_BACKEND),
        { QStringLiteral("--ledger"), place("county.ledger"), QStringLiteral("--port"), QStringLiteral("0"),
            QStringLiteral("--port-file"), place("port") });
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(place("port")), 20'000);
    QFile port(place("port"));
    QVERIFY(port.open(QIODevice::ReadOnly));
    _url = QUrl(QStringLiteral("http://127.0.0.1:") + QString::fromLatin1(port.readAll().trimmed()));
}

void TestSigning::aWrongPasswordIsToldAndTheRightOneOpens()
{
    _hall = std::make_unique<Workplace>(place("hall"), _url);
    QTRY_COMPARE_WITH_TIMEOUT(_hall->asked, 1, 20'000);
    _hall->desk.signIn(QStringLiteral("wang"), QStringLiteral("wrong password"));
    QTRY_VERIFY_WITH_TIMEOUT(_hall->failed.has_value(), 20'000);
    QCOMPARE(_hall->failed->kind, FailureKind::SignedOut);
    _hall->desk.signIn(QStringLiteral("wang"), QStringLiteral("a long password"));
    QTRY_VERIFY_WITH_TIMEOUT(_hall->isOnline(), 20'000);
    QCOMPARE(_hall->who->displayName, std::string("王某"));
    QFile session(place("hall/session"));
    QVERIFY(session.exists());
    QCOMPARE(session.permissions() & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther),
        QFile::Permissions());
}

void TestSigning::aUnitSeesATicketComeAndGo()
{
    _unit = std::make_unique<Workplace>(place("unit"), _url);
    QTRY_COMPARE_WITH_TIMEOUT(_unit->asked, 1, 20'000);
    _unit->desk.signIn(QStringLiteral("water"), QStringLiteral("a long password"));
    QTRY_VERIFY_WITH_TIMEOUT(_unit->isOnline(), 20'000);
    _hall->desk.report(report());
    QVERIFY2(!_hall->forbidden, _hall->forbidden ? qPrintable(_hall->forbidden->text) : "");
    const TicketId ticket = _hall->last;
    _hall->desk.act(ticket, 1, acceptance());
    _hall->desk.act(ticket, 2, assignment("U01"));
    QTRY_VERIFY_WITH_TIMEOUT(_unit->rows.contains(ticket), 20'000);
    QCOMPARE(_unit->rows.at(ticket)->step, Step::Assigned);
    _unit->desk.report(report());
    QVERIFY(_unit->forbidden.has_value()); // it may not, and is told at once
    _unit->desk.act(ticket, 3, Returned { "不属于本单位" });
    QTRY_VERIFY_WITH_TIMEOUT(_hall->rows.at(ticket)->bounces == 1, 20'000);
    QTRY_VERIFY_WITH_TIMEOUT(!_unit->rows.contains(ticket), 20'000);
    QTRY_COMPARE(_unit->status.waiting, 0);
    QCOMPARE(_unit->status.refused, 0);
}

void TestSigning::whatWasRefusedOnATicketOutOfSightIsShownAndDropped()
{
    _hall->desk.report(report());
    const TicketId ticket = _hall->last;
    _hall->desk.act(ticket, 1, acceptance());
    _hall->desk.act(ticket, 2, assignment("U01"));
    QTRY_VERIFY_WITH_TIMEOUT(_unit->rows.contains(ticket), 20'000);
    const std::string number = _unit->rows.at(ticket)->number;
    _backend->kill();
    _backend->waitForFinished();
    _unit->desk.act(ticket, 3, Noted { "已联系群众" });
    QVERIFY2(!_unit->forbidden || _unit->status.waiting == 1, qPrintable(_unit->forbidden->text));
    QTRY_COMPARE(_unit->status.waiting, 1);
    _unit.reset();
    _hall.reset();

    startBackend();
    _hall = std::make_unique<Workplace>(place("hall"), _url);
    QTRY_VERIFY_WITH_TIMEOUT(_hall->isOnline(), 20'000);
    _hall->desk.look(ticket);
    QTRY_VERIFY(_hall->sight && _hall->sight->undoable);
    _hall->desk.undo(ticket, *_hall->sight->undoable);
    QTRY_COMPARE_WITH_TIMEOUT(_hall->status.waiting, 0, 20'000);

    _unit = std::make_unique<Workplace>(place("unit"), _url);
    QTRY_COMPARE_WITH_TIMEOUT(_unit->status.refused, 1, 20'000);
    QTRY_VERIFY_WITH_TIMEOUT(!_unit->rows.contains(ticket), 20'000);
    _unit->desk.lookAtRefused();
    QVERIFY(_unit->sight);
    QVERIFY(!_unit->sight->isHere);
    QCOMPARE(_unit->sight->ticket.number, number);
    QCOMPARE(_unit->sight->refused.size(), std::size_t(1));
    QVERIFY(!_unit->sight->refused.front().reason.isEmpty());
    _unit->desk.drop(_unit->sight->refused.front().event);
    QCOMPARE(_unit->status.refused, 0);
}

void TestSigning::aRestartNeedsNeitherPasswordNorLine()
{
    QTRY_COMPARE(_hall->status.waiting, 0);
    const std::size_t known = _hall->rows.size();
    _hall.reset();
    _backend->kill();
    _backend->waitForFinished();
    _hall = std::make_unique<Workplace>(place("hall"), _url);
    QCOMPARE(_hall->who->name, std::string("wang"));
    QCOMPARE(_hall->rows.size(), known);
    QCOMPARE(_hall->asked, 0);
}

void TestSigning::signingOutLeavesNothingOnTheScreen()
{
    _hall->desk.signOut();
    QVERIFY(_hall->rows.empty());
    QCOMPARE(_hall->asked, 1);
    QVERIFY(!QFile::exists(place("hall/session")));
}

QTEST_GUILESS_MAIN(TestSigning)
#include "tst_signing.moc"
