#include <programs_run/Programs.h>

#include <support/Sentences.h>

#include <QDir>
#include <QImage>
#include <QSet>

using namespace huying;
using namespace Qt::StringLiterals;

/// The desk of a real backend, in a real window.
class ProgramsDeskTest : public Sentences
{
    Q_OBJECT

private slots:
    void thereIsAPictureOfEveryScreenAndNoneIsBlank()
    {
        const Workplace place;
        const QString ledger = place.path(u"county.ledger"_s);
        QVERIFY(place.simulate(ledger, 400));
        const ServedCounty county(place, ledger);
        QVERIFY(county.isServing());
        const QString folder = place.path(u"pictures"_s);
        const Ran ran = place.run(u"huying"_s, { u"--backend"_s, county.url(), u"--screenshots"_s, folder });
        QVERIFY2(ran.status == 0, qPrintable(ran.complaint));

        const QStringList pictures = QDir(folder).entryList({ u"*.png"_s });
        for (const QString &screen : { u"queue-all-open.png"_s, u"queue-all-tickets.png"_s, u"new-ticket.png"_s }) {
            QVERIFY2(pictures.contains(screen), qPrintable(pictures.join(u' ')));
        }
        for (const QString &picture : pictures) {
            const QImage image(QDir(folder).filePath(picture));
            QSet<QRgb> colours;
            for (int y = 0; y < image.height(); y += 3) {
                for (int x = 0; x < image.width(); x += 3) {
                    colours << image.pixel(x, y);
                }
            }
            QVERIFY2(image.width() >= 500 && colours.size() > 50, qPrintable(picture));
        }
    }
};

QTEST_GUILESS_MAIN(ProgramsDeskTest)
#include "tst_programs_desk.moc"
