#include <ledger/LedgerReader.h>
#include <ledger/Verification.h>
#include <support/Sentences.h>

#include <QProcess>
#include <QTemporaryDir>

#include <random>

using namespace huying;

class Kill : public Sentences
{
    Q_OBJECT

    /// Lets a writer go on until it has acknowledged something behind `goal`, and kills it; the last it said.
    static Position killed(const QString &file, int firstId, Position goal)
    {
        QProcess victim;
        victim.start(QStringLiteral(VICTIM), { file, QString::number(firstId) });
        Position acknowledged = 0;
        const auto listen = [&] {
            while (victim.canReadLine()) {
                acknowledged = victim.readLine().trimmed().toLongLong();
            }
        };
        while (acknowledged <= goal && victim.waitForReadyRead(60'000)) {
            listen();
        }
        victim.kill();
        victim.waitForFinished();
        listen();
        const QByteArray said = victim.readAllStandardError();
        return said.isEmpty() ? acknowledged : -1;
    }

private slots:
    void nothingAcknowledgedIsLostWhoeverIsKilledWhenever()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("ledger"));
        std::mt19937 random(20230712);
        Position last = 0;
        for (int round = 0; round < 25; ++round) {
            const Position goal = last + Position(random() % 60);
            const Position acknowledged = killed(file, 1 + round * 1'000'000, goal);
            QVERIFY(acknowledged > goal);

            const auto reader = LedgerReader::open(file.toStdString());
            QVERIFY2(reader, reader ? "" : qPrintable(reader.error().text));
            last = reader->head().value().position;
            QVERIFY(last >= acknowledged);
            const auto found = verify(file.toStdString(), {}, {}, [](Position, Position) { return true; });
            QVERIFY(found);
            QVERIFY2(found->isSound(), qPrintable(found->examples.join(u'\n')));
        }
    }
};

QTEST_GUILESS_MAIN(Kill)
#include "tst_kill.moc"
