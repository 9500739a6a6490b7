#include "BackendProcess.h"
#include "Workplace.h"

#include <desk/Archive.h>
#include <ledger/LedgerReader.h>
#include <proxy/CuttingProxy.h>
#include <support/Sentences.h>

#include <QDate>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace huying;
using namespace huying::testing;

/// A desk that begins with the open tickets while the whole cache is still on its way, on a real backend with a
/// simulated county.
class TestFirstPart : public Sentences
{
    Q_OBJECT
private slots:
    void initTestCase();
    void cleanupTestCase();
    void aNewDeskWorksOnTheOpenTickets();
    void anOldTicketThatIsTouchedComesWithItsTrail();
    void whoAnswersAParentAnswersItsDuplicates();
    void whatWasAskedOfTheArchiveIsAnsweredLater();
    void aDeskThatIsEndedBeforeGoesOnWithThem();
    void theWholeComesAndNothingGoesBack();

private:
    QString place(const char *name) const { return _folder.filePath(QString::fromLatin1(name)); }
    void startDesk();
    void joinTwo();
    /// A ticket that has been closed for longer than a first part tells of.
    TicketRow closedLongAgo() const;
    bool isHere(const char *file) const { return QFile::exists(place("new/") + QString::fromLatin1(file)); }

    QTemporaryDir _folder;
    BackendProcess _backend { _folder.path() };
    std::unique_ptr<CuttingProxy> _proxy;
    std::unique_ptr<Workplace> _desk;
    std::unique_ptr<Workplace> _other;
    std::unique_ptr<QSignalSpy> _opened;
    TicketId _acted;
    std::vector<TicketId> _pair; ///< the second is a duplicate of the first
    bool _wentBack = false;
};

void TestFirstPart::initTestCase()
{
    const QDate today = QDate::currentDate();
    QProcess simulate;
    simulate.start(QStringLiteral(HUYINGCTL),
        { QStringLiteral("simulate"), QStringLiteral("--ledger"), place("county.ledger"), QStringLiteral("--tickets"),
            QStringLiteral("2000"), QStringLiteral("--from"), today.addDays(-61).toString(Qt::ISODate),
            QStringLiteral("--to"), today.addDays(-1).toString(Qt::ISODate), QStringLiteral("--seed"),
            QStringLiteral("3") });
    QVERIFY(simulate.waitForFinished(60'000) && simulate.exitCode() == 0);
    QVERIFY(_backend.start());
    _proxy = std::make_unique<CuttingProxy>(_backend.port());
    _proxy->withhold("GET /v1/snapshot HTTP");
    _other = std::make_unique<Workplace>(place("other"), _backend.port(), "02");
    QTRY_VERIFY_WITH_TIMEOUT(_other->isOnline() && !_other->status.isFirstPart, 20'000);
    joinTwo();
    _backend.kill();
    QVERIFY(_backend.start());
    startDesk();
    QTRY_VERIFY_WITH_TIMEOUT(_desk->isOnline(), 20'000);
}

void TestFirstPart::cleanupTestCase()
{
    _desk.reset();
    _other.reset();
    _backend.kill();
}

void TestFirstPart::startDesk()
{
    _desk = std::make_unique<Workplace>(place("new"), _proxy->port(), "01");
    _opened = std::make_unique<QSignalSpy>(&_desk->desk, &Desk::opened);
    connect(&_desk->desk, &Desk::rowsChanged, this,
        [this, versions = std::map<TicketId, Version>()](const std::vector<RowPointer> &rows) mutable {
            for (const RowPointer &row : rows) {
                Version &version = versions[row->id];
                _wentBack = _wentBack || row->version < version;
                version = row->version;
            }
        });
}

/// Before the first part is made that the new desk begins with.
void TestFirstPart::joinTwo()
{
    for (const auto &[id, row] : _other->rows) {
        if (row->step == Step::Handling && !row->isJoined && row->repeats == 0 && !row->isOnAccount && !row->isDisputed
            && _pair.size() < 2) {
            _pair.push_back(id);
        }
    }
    QCOMPARE(_pair.size(), std::size_t(2));
    const TicketId child = _pair[1];
    _other->desk.look(child);
    _other->desk.act(child, _other->rows[child]->version, Joined { _pair[0] });
    QVERIFY2(_other->forbidden.isEmpty(), qPrintable(_other->forbidden));
    QTRY_VERIFY_WITH_TIMEOUT(_other->rows[child]->isJoined && _other->status.waiting == 0, 10'000);
}

TicketRow TestFirstPart::closedLongAgo() const
{
    auto reader = LedgerReader::open(place("county.ledger").toStdString());
    std::optional<TicketRow> found;
    static_cast<void>(reader->rows().walk([&](const TicketRow &row) -> std::expected<void, Failure> {
        if (!found && row.closedAt && *row.closedAt < clockNow() - std::chrono::days { 30 }) {
            found = row;
        }
        return {};
    }));
    return found.value_or(TicketRow {});
}

void TestFirstPart::aNewDeskWorksOnTheOpenTickets()
{
    QVERIFY(_desk->status.isFirstPart);
    QVERIFY(isHere("first.sqlite"));
    QVERIFY(!isHere("cache.sqlite"));
    QCOMPARE(_opened->count(), 0); // nothing that wants all tickets is shown yet
    QVERIFY(_desk->rows.size() > 50);
    QVERIFY(!_desk->rows.contains(closedLongAgo().id));

    const auto found =
        std::ranges::find(_desk->rows, Step::Reported, [](const auto &each) { return each.second->step; });
    QVERIFY(found != _desk->rows.end());
    _acted = found->first;
    _desk->desk.look(_acted);
    QTRY_VERIFY(_desk->sight && _desk->sight->ticket.id == _acted && _desk->sight->isWhole);
    _desk->desk.act(_acted, found->second->version, acceptance());
    QVERIFY2(_desk->forbidden.isEmpty(), qPrintable(_desk->forbidden));
    QVERIFY(_desk->knows(_acted, Step::Accepted));
    QTRY_VERIFY_WITH_TIMEOUT(_other->knows(_acted, Step::Accepted), 10'000);
    QTRY_COMPARE(_desk->status.waiting, 0);
}

void TestFirstPart::anOldTicketThatIsTouchedComesWithItsTrail()
{
    const TicketRow old = closedLongAgo();
    _other->desk.look(old.id);
    QTRY_VERIFY(_other->sight && _other->sight->ticket.id == old.id && _other->sight->isWhole);
    _other->desk.act(old.id, old.version, Noted { "来电追问" });
    QVERIFY2(_other->forbidden.isEmpty(), qPrintable(_other->forbidden));
    QTRY_VERIFY_WITH_TIMEOUT(_desk->rows.contains(old.id), 10'000);
    QCOMPARE(_desk->rows[old.id]->version, old.version + 1);
    _desk->desk.look(old.id);
    QVERIFY(_desk->sight->ticket.id == old.id && _desk->sight->isWhole);
}

/// Their trails are not in a first part, and come with that of the ticket that is looked at.
void TestFirstPart::whoAnswersAParentAnswersItsDuplicates()
{
    _desk->desk.look(_pair[0]);
    QTRY_VERIFY(_desk->sight->ticket.id == _pair[0] && _desk->sight->isWhole && _desk->sight->children.size() == 1);
    // a moment later the duplicate's trail is here too; before, it is refused
    const auto isAnswered = [this] {
        if (_desk->rows[_pair[0]]->step > Step::Handling) {
            return true;
        }
        _desk->forbidden.clear();
        _desk->desk.act(_pair[0], _desk->rows[_pair[0]]->version, Answered { "已修好" });
        return _desk->forbidden.isEmpty();
    };
    QTRY_VERIFY(isAnswered());
    QTRY_VERIFY_WITH_TIMEOUT(_other->rows[_pair[1]]->step == Step::Closed, 10'000);
    QTRY_COMPARE(_desk->status.waiting, 0); // colleagues may see it before this desk has its answer
}

void TestFirstPart::whatWasAskedOfTheArchiveIsAnsweredLater()
{
    Archive archive;
    const QSignalSpy pages(&archive, &Archive::pageReady);
    archive.page({}, 400);
    QCOMPARE(pages.count(), 0);
    archive.open(place("other/cache.sqlite"));
    QCOMPARE(pages.count(), 1);
    QCOMPARE(pages.front().at(1).value<std::vector<RowPointer>>().size(), std::size_t(400));
    archive.close();
    archive.page({}, 400);
    QCOMPARE(pages.count(), 1);
}

void TestFirstPart::aDeskThatIsEndedBeforeGoesOnWithThem()
{
    // closed ones leave a week later, whenever that is
    const auto kept = [this, since = clockNow() - std::chrono::days { 6 }] {
        return std::ranges::count_if(_desk->rows, [&](const auto &each) {
            return each.second->isOpen() || (each.second->closedAt && *each.second->closedAt > since);
        });
    };
    const auto known = kept();
    _desk.reset();
    _proxy->refuse(true);
    startDesk();
    QTRY_VERIFY(!_desk->rows.empty());
    QCOMPARE(kept(), known);
    QVERIFY(_desk->knows(_acted, Step::Accepted));
    QTRY_COMPARE(_desk->status.line, DeskStatus::Line::Offline);
    QVERIFY(_desk->status.isFirstPart);
    _desk->desk.report(report());
    QVERIFY2(_desk->forbidden.isEmpty(), qPrintable(_desk->forbidden));
    QCOMPARE(_desk->status.waiting, 1);
    _proxy->refuse(false);
    QTRY_COMPARE_WITH_TIMEOUT(_desk->status.waiting, 0, 10'000);
}

void TestFirstPart::theWholeComesAndNothingGoesBack()
{
    QVERIFY(_desk->status.isFirstPart);
    const TicketId entered = _desk->last;
    _desk->desk.look(entered);
    _proxy->withhold({});
    QTRY_VERIFY_WITH_TIMEOUT(!_desk->status.isFirstPart, 20'000);
    QTRY_VERIFY_WITH_TIMEOUT(_desk->isOnline(), 10'000);
    QCOMPARE(_opened->count(), 1);
    QCOMPARE(_opened->front().front().toString(), place("new/cache.sqlite"));
    QVERIFY(!isHere("first.sqlite"));
    QVERIFY(!_wentBack);
    QCOMPARE(_desk->sight->ticket.id, entered);

    const auto cache = Cache::open(place("new/cache.sqlite").toStdString(), {});
    auto reader = LedgerReader::open(place("county.ledger").toStdString());
    QCOMPARE((*cache)->position().value(), reader->head()->position);
    QVERIFY((*cache)->row(closedLongAgo().id).value());
    const auto atWork = reader->rows().atWork(clockNow() - std::chrono::days { 7 }).value();
    for (const RowPointer &row : atWork) {
        QVERIFY2(_desk->rows.contains(row->id) && *_desk->rows[row->id] == *row, row->number.c_str());
    }
}

QTEST_GUILESS_MAIN(TestFirstPart)
#include "tst_firstpart.moc"
