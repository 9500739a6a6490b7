#include <geo/ReaderProcess.h>

#include <support/Sentences.h>
#include <support/SharedData.h>

#include <QFile>
#include <QTextStream>

#include <map>

using namespace huying;
using namespace Qt::StringLiterals;

namespace
{

/// What became of a file: `layer N` with its features, or `refused` and why, in the words of FailureKind.
QString outcomeOf(const std::filesystem::path &file)
{
    constexpr std::array kinds { "not-found", "refused", "invalid", "damaged", "newer", "busy", "unreachable", "full",
        "cancelled", "signed-out" };
    ReaderProcess process;
    process.program = QStringLiteral(GEO_READER);
    process.language = u"en"_s;
    process.patience = std::chrono::minutes { 3 };
    GeoRequest request;
    request.file = file;
    request.areSiblings = true;
    auto reading = readGeography(request, process, {});
    if (!reading && reading.error().wants == GeoRefusal::Wants::System) {
        request.system = u"WGS-84"_s;
        reading = readGeography(request, process, {});
    }
    if (!reading && reading.error().wants == GeoRefusal::Wants::Layer) {
        request.layer = reading.error().choices.value(0);
        reading = readGeography(request, process, {});
    }
    if (!reading) {
        return u"refused "_s + QLatin1StringView(kinds[std::size_t(reading.error().failure.kind)]) + u" | "_s
            + reading.error().failure.text;
    }
    return u"layer %1"_s.arg(reading->features.size());
}

std::map<QString, QString> expectedOutcomes()
{
    std::map<QString, QString> outcomes;
    QFile file(QFINDTESTDATA("hostile.txt"));
    if (!file.open(QIODevice::ReadOnly)) {
        return outcomes;
    }
    QTextStream stream(&file);
    QString line;
    while (stream.readLineInto(&line)) {
        outcomes[line.section(u'\t', 0, 0)] = line.section(u'\t', 1, 1);
    }
    return outcomes;
}

} // namespace

class HostileTest : public Sentences
{
    Q_OBJECT

private slots:
    /// A file ends in a layer or in a reason, and in the one that hostile.txt says.
    void everyHostileFileEndsInALayerOrAClearRefusal()
    {
        const QString folder = sharedData(u"hostile_geodata"_s);
        REQUIRE_SHARED_DATA(folder);
        std::map<QString, QString> outcomes;
        for (const auto &entry : std::filesystem::recursive_directory_iterator(folder.toStdString())) {
            if (entry.is_regular_file()) {
                const QString name = QString::fromStdString(
                    std::filesystem::relative(entry.path(), folder.toStdString()).generic_string());
                outcomes[name] = outcomeOf(entry.path());
            }
        }
        const auto expected = expectedOutcomes();
        int layers = 0;
        QStringList different;
        QTextStream out(stdout);
        for (const auto &[name, outcome] : outcomes) {
            const QString verdict = outcome.section(u" | "_s, 0, 0);
            out << name << '\t' << verdict << '\t' << outcome.section(u" | "_s, 1) << '\n';
            layers += verdict.startsWith(u"layer") ? 1 : 0;
            if (!expected.contains(name) || expected.at(name) != verdict) {
                different << name;
            }
            QVERIFY2(!verdict.startsWith(u"refused") || outcome.contains(u" | "_s), qPrintable(name));
        }
        out << u"%1 files: %2 layers, %3 refusals"_s.arg(outcomes.size()).arg(layers).arg(int(outcomes.size()) - layers)
            << '\n';
        out.flush();
        QVERIFY2(different.isEmpty(), qPrintable(different.join(u", "_s)));
    }
};

QTEST_GUILESS_MAIN(HostileTest)
#include "tst_hostile.moc"
