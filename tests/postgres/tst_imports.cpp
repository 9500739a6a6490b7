#include "ClusterSentences.h"

#include <programs_run/Programs.h>

#include <QFile>
#include <QJsonObject>

using namespace huying;
using namespace Qt::StringLiterals;

/// Tables brought straight into a database.
class TestImports : public ClusterSentences
{
    Q_OBJECT

    std::unique_ptr<Workplace> _place;

    QString written(const QString &name, const QString &text) const
    {
        QFile file(_place->path(name));
        return file.open(QIODevice::WriteOnly) && file.write(text.toUtf8()) > 0 ? file.fileName() : QString();
    }
    /// Sixty tickets of as many categories, with a mapping that calls their source so.
    std::unique_ptr<QProcess> importing(const QString &source) const
    {
        QString rows = u"id,title,opened,kind\n"_s;
        for (int i = 0; i < 60; ++i) {
            rows += u"%1%2,路灯不亮,2026-07-06,%1 %2\n"_s.arg(source).arg(i);
        }
        const QString mapping = u"{\"system\": \"%1\", \"dates\": [\"yyyy-MM-dd\"], \"columns\": {\"id\": \"id\", "
                                "\"opened\": \"opened\", \"title\": \"title\", \"category\": \"kind\"}}"_s.arg(source);
        return _place->start(u"huyingctl"_s,
            { u"import"_s, written(source + u".csv"_s, rows), u"--mapping"_s, written(source + u".json"_s, mapping),
                u"--ledger"_s, cluster().url(), u"--json"_s });
    }

private slots:
    void init()
    {
        Sentences::init();
        _place = std::make_unique<Workplace>();
        empty();
        QVERIFY(_place->simulate(_place->path(u"county"_s), 200));
        const QStringList move { u"move"_s, u"--from"_s, _place->path(u"county"_s), u"--to"_s, cluster().url() };
        QCOMPARE(_place->huyingctl(move).status, 0);
    }

    void sourcesAtOnceNeverShareACategorysCode()
    {
        std::vector<std::unique_ptr<QProcess>> imports;
        for (const QString &source : { u"s"_s, u"t"_s, u"u"_s }) {
            imports.push_back(importing(source));
        }
        for (const auto &import : imports) {
            const Ran ran = ended(*import);
            QVERIFY2(ran.status == 0, qPrintable(ran.complaint));
            QCOMPARE(ran.json().value(u"added").toInt(), 60);
        }
        const QString back = _place->path(u"back"_s);
        QCOMPARE(_place->huyingctl({ u"move"_s, u"--from"_s, cluster().url(), u"--to"_s, back }).status, 0);
        std::size_t ofTheirs = 0;
        for (const auto &[code, names] : categoryNamesIn(back)) {
            QVERIFY2(names.size() == 1, code.c_str());
            ofTheirs += names.begin()->size() <= 4 && names.begin()->find_first_of("stu") == 0 ? 1 : 0;
        }
        QCOMPARE(ofTheirs, std::size_t { 3 * 61 });
    }
};

QTEST_GUILESS_MAIN(TestImports)
#include "tst_imports.moc"
