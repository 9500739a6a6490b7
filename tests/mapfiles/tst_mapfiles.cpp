#include <common/Theme.h>
#include <mapfiles/FilmDialog.h>
#include <mapfiles/SheetDialog.h>
#include <simulation/SimulatedCounty.h>
#include <support/Sentences.h>

#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QImageReader>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QProgressBar>
#include <QSignalSpy>
#include <QTemporaryDir>

#include <atomic>

using namespace huying;

namespace
{

Theme themeOf(Brightness brightness)
{
    QFile tokens(QStringLiteral(":/huying/styles/tokens.json"));
    return tokens.open(QIODevice::ReadOnly) ? readTheme(tokens.readAll(), brightness).value_or(Theme()) : Theme();
}

std::vector<Frame> days(int count)
{
    const Instant first = startOf(Day { std::chrono::days { 20'000 } });
    return framesBetween(first, first + std::chrono::days { count }, FrameStep::ByDay);
}

} // namespace

class MapFiles : public Sentences
{
    Q_OBJECT
    std::unique_ptr<ThemeSource> _source;
    std::shared_ptr<CountyScene> _scene = std::make_shared<CountyScene>();
    QTemporaryDir _folder;

    QString in(const QString &name) const { return _folder.filePath(name); }

    MapSheet sheet() const
    {
        MapSheet made;
        made.title = QStringLiteral("巨鹿县");
        made.period = QStringLiteral("2026-07-01 至 2026-07-31");
        made.view = _scene->whole();
        made.colours = _scene->colours();
        made.regions = &_scene->regions();
        made.labels = &_scene->labels();
        made.pins = { { TicketId {}, GeoPoint::fromDegrees(115.0386, 37.2213), Lamp::Overdue } };
        return made;
    }

    FilmPlan plan(int count) const
    {
        FilmPlan made;
        made.frames = days(count);
        made.size = { 400, 284 };
        made.title = QStringLiteral("巨鹿县");
        made.sheetOf = [this](const Frame &frame, const std::stop_token &) {
            MapSheet one = sheet();
            one.period = QString::fromStdString(isoDay(dayOf(frame.from)));
            return one;
        };
        return made;
    }

    /// Runs to its end; the failure, if any.
    static std::optional<Failure> run(FileJob &job, FileJob::Work work)
    {
        std::optional<Failure> failed;
        bool isDone = false;
        connect(&job, &FileJob::failed, &job, [&](const Failure &why) {
            failed = why;
            isDone = true;
        });
        connect(&job, &FileJob::made, &job, [&] { isDone = true; });
        job.start(std::move(work));
        static_cast<void>(QTest::qWaitFor([&] { return isDone; }, 60'000));
        return failed;
    }

private slots:
    void initTestCase()
    {
        MapColours colours;
        colours.ground = QColor(0xf3f5f8);
        colours.surface = Qt::white;
        colours.ink = QColor(0x1d2733);
        colours.inkSoft = QColor(0x5b6672);
        colours.overdue = QColor(0xb3261e);
        colours.family = QStringLiteral("Noto Sans CJK SC");
        _scene->setColours(colours);
        _scene->setRegions(simulatedCounty(1).regions);
    }

    void init()
    {
        Sentences::init();
        _source = std::make_unique<ThemeSource>(themeOf(Brightness::Light), themeOf(Brightness::Dark));
    }

    void workTellsHowFarItIs()
    {
        FileJob job;
        QSignalSpy progressed(&job, &FileJob::progressed);
        QVERIFY(!run(job, [](const std::stop_token &, const FileJob::Tell &tell) {
            tell(1, 2);
            tell(2, 2);
            return std::expected<void, Failure> {};
        }));
        QCOMPARE(progressed.size(), 2);
        QCOMPARE(progressed.last(), (QVariantList { 2, 2 }));
        QVERIFY(!job.isRunning());
    }

    void workThatIsLeftBehindEnds()
    {
        std::atomic<bool> isEnded = false;
        {
            FileJob job;
            job.start([&isEnded](const std::stop_token &stop, const FileJob::Tell &tell) {
                while (!stop.stop_requested()) {
                    tell(0, 1);
                    std::this_thread::yield();
                }
                isEnded = true;
                return std::expected<void, Failure>(stopped());
            });
        }
        QVERIFY(isEnded);
    }

    void aFilmHasAllItsFrames()
    {
        std::atomic<int> looked = 0;
        FilmPlan made = plan(5);
        made.look = [&looked](const Frame &) { ++looked; };
        FileJob job;
        QSignalSpy progressed(&job, &FileJob::progressed);
        QVERIFY(!run(job, filmWork(made, in(QStringLiteral("five.webp")))));
        QCOMPARE(looked.load(), 5);
        QCOMPARE(progressed.size(), 10); // looked at, then painted
        QCOMPARE(progressed.last(), (QVariantList { 10, 10 }));
        QImageReader reader(in(QStringLiteral("five.webp")));
        QVERIFY2(reader.canRead(), qPrintable(reader.errorString()));
        QCOMPARE(reader.imageCount(), 5);
        QCOMPARE(reader.size(), QSize(400, 284));
    }

    void aFilmThatIsStoppedLeavesNothing()
    {
        FilmPlan made = plan(200);
        FileJob job;
        made.sheetOf = [this, &job](const Frame &, const std::stop_token &) {
            job.stop();
            return sheet();
        };
        const auto failed = run(job, filmWork(made, in(QStringLiteral("left.png"))));
        QVERIFY(failed.has_value());
        QCOMPARE(failed->kind, FailureKind::Cancelled);
        QVERIFY(QDir(_folder.path()).entryList({ QStringLiteral("left*") }).isEmpty());
    }

    void aFilmOfTooManyFramesIsRefused()
    {
        for (const int count : { 0, 5001 }) {
            FileJob job;
            const auto failed = run(job, filmWork(plan(count), in(QStringLiteral("long.webp"))));
            QVERIFY(failed.has_value());
            QCOMPARE(failed->kind, FailureKind::Invalid);
        }
    }

    void theDialogWritesEveryForm()
    {
        for (const char *ending : { "png", "pdf", "svg", "csv" }) {
            const QString name = QString::fromLatin1(ending);
            DataForm csv { QStringLiteral("CSV"), QStringLiteral("csv"), QStringLiteral("CSV (*.csv)"), false, false,
                [](const QString &file, const DataChoice &, const std::stop_token &) -> std::expected<void, Failure> {
                    QFile out(file);
                    static_cast<void>(out.open(QIODevice::WriteOnly) && out.write("a\n") == 2);
                    return {};
                } };
            SheetDialog dialog(*_source, { sheet(), nullptr, nullptr }, { csv });
            auto *form = dialog.findChild<QComboBox *>();
            form->setCurrentIndex(name == QLatin1String("png") ? 0
                    : name == QLatin1String("pdf")             ? 4
                    : name == QLatin1String("svg")             ? 5
                                                               : 6);
            auto *place = dialog.findChild<FilePlace *>()->findChild<QLineEdit *>();
            QVERIFY(place->text().endsWith(QLatin1Char('.') + name));
            QVERIFY(!QFileInfo(place->text()).fileName().contains(QLatin1Char(' ')));
            const QString file = in(QStringLiteral("sheet.") + name);
            place->setText(file);
            QSignalSpy written(&dialog, &FileDialog::written);
            dialog.accept();
            QVERIFY(written.wait(30'000));
            QVERIFY(QFileInfo(file).size() > 0);
        }
        QCOMPARE(QImageReader(in(QStringLiteral("sheet.png"))).size(), QSize(1600, 1131));
    }

    void dataIsAskedForItsLevelAndBorders()
    {
        std::optional<DataChoice> asked;
        const auto write = [&asked](const QString &, const DataChoice &choice,
                               const std::stop_token &) -> std::expected<void, Failure> {
            asked = choice;
            return {};
        };
        const DataForm raster { QStringLiteral("R"), QStringLiteral("tif"), QString(), false, false, write };
        const DataForm table { QStringLiteral("T"), QStringLiteral("csv"), QString(), true, true, write };
        SheetDialog dialog(*_source, { sheet(), nullptr, nullptr }, { raster, table }, RegionLevel::Village);
        auto *form = dialog.findChildren<QComboBox *>().at(0);
        auto *level = dialog.findChildren<QComboBox *>().at(1);
        auto *borders = dialog.findChildren<QCheckBox *>().at(1);
        QVERIFY(!level->isVisibleTo(&dialog) && !borders->isVisibleTo(&dialog));
        form->setCurrentIndex(6);
        QVERIFY(!level->isVisibleTo(&dialog) && !borders->isVisibleTo(&dialog));
        form->setCurrentIndex(7);
        QVERIFY(level->isVisibleTo(&dialog) && borders->isVisibleTo(&dialog));
        QVERIFY(!dialog.findChildren<QCheckBox *>().at(0)->isVisibleTo(&dialog));
        QCOMPARE(level->currentData().toInt(), int(RegionLevel::Village));
        level->setCurrentIndex(2);
        borders->click();
        dialog.findChild<FilePlace *>()->findChild<QLineEdit *>()->setText(in(QStringLiteral("t.csv")));
        QSignalSpy written(&dialog, &FileDialog::written);
        dialog.accept();
        QVERIFY(written.wait(30'000));
        QVERIFY(asked && asked->level == RegionLevel::Grid && asked->hasBorders);
    }

    void dataThatIsStoppedIsSaidToBe()
    {
        const DataForm endless { QStringLiteral("E"), QStringLiteral("tif"), QString(), false, false,
            [](const QString &, const DataChoice &, const std::stop_token &stop) -> std::expected<void, Failure> {
                while (!stop.stop_requested()) {
                    std::this_thread::yield();
                }
                return stopped();
            } };
        SheetDialog dialog(*_source, { sheet(), nullptr, nullptr }, { endless });
        dialog.findChild<QComboBox *>()->setCurrentIndex(6);
        dialog.findChild<FilePlace *>()->findChild<QLineEdit *>()->setText(in(QStringLiteral("e.tif")));
        dialog.accept();
        QVERIFY(dialog.findChild<QProgressBar *>()->isVisibleTo(&dialog));
        dialog.reject();
        QTRY_VERIFY(!dialog.findChild<QProgressBar *>()->isVisibleTo(&dialog));
        QCOMPARE(dialog.result(), int(QDialog::Rejected)); // of the start: it has not ended
        QVERIFY(std::ranges::any_of(dialog.findChildren<QLabel *>(),
            [](const QLabel *label) { return !label->isHidden() && label->text() == stopped().error().text; }));
    }

    void whatCannotBeWrittenIsSaid()
    {
        FilmDialog dialog(*_source, plan(2));
        dialog.findChild<FilePlace *>()->findChild<QLineEdit *>()->setText(in(QStringLiteral("nowhere/a.webp")));
        dialog.accept();
        QTRY_VERIFY(std::ranges::any_of(dialog.findChildren<QLabel *>(),
            [](const QLabel *label) { return !label->isHidden() && label->text().contains(QLatin1String("a.webp")); }));
        QCOMPARE(dialog.result(), int(QDialog::Rejected));
    }
};

QTEST_MAIN(MapFiles)
#include "tst_mapfiles.moc"
