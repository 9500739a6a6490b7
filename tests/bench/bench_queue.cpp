#include <queue/QueueScreen.h>
#include <views/TicketTableModel.h>

#include <benchmark/benchmark.h>

#include <QApplication>
#include <QFile>
#include <QImage>
#include <QScrollBar>

#include <random>

/// The queue with as many rows as a county has open: one ticket changes, by small steps and, as the baseline, by
/// looking at all of them anew; and the table painted while it is scrolled.

namespace
{

using namespace huying;

constexpr int openTickets = 13'700;
const Instant noon = *instantFromIso("2023-07-12 12:00");
const ShownQueue::Choice allOpen { QueueView::AllOpen, {}, QueueOrder::Risk };

TicketRow rowOf(int number, std::mt19937 &random)
{
    TicketRow row;
    row.id = uuid7(
        noon, { 0, 0, 0, 0, 0, 0, 0, std::uint8_t(number >> 16), std::uint8_t(number >> 8), std::uint8_t(number) });
    row.version = 3;
    row.number = "20230712-01-" + std::to_string(10'000 + number);
    row.step = Step(random() % 4);
    row.category = { "0" + std::to_string(101 + random() % 800) };
    row.region = { "1305291" + std::to_string(10'000'000 + random() % 2'800) };
    row.place = "村委会东侧路口";
    row.title = "埋设水管的路面发生塌陷，过往行人危险，请尽快维修";
    row.lead = { "D0" + std::to_string(random() % 9) };
    row.reportedAt = noon - std::chrono::minutes { random() % 20'000 };
    row.changedAt = row.reportedAt;
    row.due = row.reportedAt + std::chrono::minutes { random() % 20'000 };
    row.soonAt = *row.due - std::chrono::hours { 8 };
    return row;
}

std::vector<RowPointer> county()
{
    std::mt19937 random(5);
    std::vector<RowPointer> rows;
    rows.reserve(openTickets);
    for (int number = 0; number < openTickets; ++number) {
        rows.push_back(std::make_shared<const TicketRow>(rowOf(number, random)));
    }
    return rows;
}

/// One row of `rows` in another state, due at another time.
RowPointer changed(const std::vector<RowPointer> &rows, std::mt19937 &random)
{
    TicketRow row = *rows[random() % rows.size()];
    row.step = Step(random() % 4);
    row.due = noon + std::chrono::minutes { random() % 9'000 };
    return std::make_shared<const TicketRow>(row);
}

void allAnew(benchmark::State &state)
{
    const auto rows = county();
    std::mt19937 random(6);
    Queue queue;
    TicketTableModel model;
    queue.take(rows, noon);
    model.show(queue.rows(allOpen.view, allOpen.filter, allOpen.order, noon));
    for ([[maybe_unused]] auto _ : state) {
        queue.take({ changed(rows, random) }, noon);
        auto counts = queue.counts(allOpen.filter, noon);
        benchmark::DoNotOptimize(counts);
        model.show(queue.rows(allOpen.view, allOpen.filter, allOpen.order, noon));
    }
}

void bySteps(benchmark::State &state)
{
    const auto rows = county();
    std::mt19937 random(6);
    ShownQueue shown;
    TicketTableModel model;
    shown.choose(allOpen, noon);
    shown.take(rows, noon);
    model.show(shown.rows());
    for ([[maybe_unused]] auto _ : state) {
        const auto steps = shown.take(std::vector { changed(rows, random) }, noon);
        model.take(*steps);
        auto counts = shown.counts();
        benchmark::DoNotOptimize(counts);
    }
}

/// What typing a word or choosing another view costs: all is filtered, counted and sorted, and half of the rows go.
void anotherFilter(benchmark::State &state)
{
    ShownQueue shown;
    TicketTableModel model;
    shown.choose(allOpen, noon);
    shown.take(county(), noon);
    TicketFilter some;
    some.words = "1";
    bool isNarrow = false;
    for ([[maybe_unused]] auto _ : state) {
        isNarrow = !isNarrow;
        shown.choose({ QueueView::AllOpen, isNarrow ? some : TicketFilter(), QueueOrder::Risk }, noon);
        model.show(shown.rows());
    }
}

ThemeSource &source()
{
    const auto theme = [](Brightness brightness) {
        QFile tokens(QStringLiteral(":/huying/styles/tokens.json"));
        return tokens.open(QIODevice::ReadOnly) ? readTheme(tokens.readAll(), brightness).value() : Theme();
    };
    static ThemeSource themes(theme(Brightness::Light), theme(Brightness::Dark));
    return themes;
}

/// One paint of the whole table in software, three rows and a bit further down each time.
void scrolledPaint(benchmark::State &state)
{
    dress(*qApp, source());
    QueueScreen screen(source(), [] { return noon; });
    screen.resize(1600, 1000);
    screen.views().choose(QueueView::AllOpen);
    screen.take(county());
    screen.show();
    TicketTable &table = screen.table();
    while (table.model()->rowCount() < openTickets) {
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    }
    QImage picture(table.viewport()->size(), QImage::Format_RGB32);
    for ([[maybe_unused]] auto _ : state) {
        table.verticalScrollBar()->setValue(
            (table.verticalScrollBar()->value() + 100) % table.verticalScrollBar()->maximum());
        table.viewport()->render(&picture);
    }
    const int rowsInSight = table.viewport()->height() / table.rowHeight(0);
    state.counters["rows in sight"] = rowsInSight;
}

} // namespace

BENCHMARK(allAnew)->Unit(benchmark::kMicrosecond);
BENCHMARK(bySteps)->Unit(benchmark::kMicrosecond);
BENCHMARK(anotherFilter)->Unit(benchmark::kMicrosecond);
BENCHMARK(scrolledPaint)->Unit(benchmark::kMicrosecond);

namespace
{

/// Prints the ratio to the baseline under the table.
class WithRatio : public benchmark::ConsoleReporter
{
public:
    void ReportRuns(const std::vector<Run> &runs) override
    {
        ConsoleReporter::ReportRuns(runs);
        for (const Run &run : runs) {
            _times[run.benchmark_name()] = run.GetAdjustedRealTime();
        }
    }
    void Finalize() override
    {
        GetOutputStream() << "one ticket changed among 13,700: by steps " << _times["allAnew"] / _times["bySteps"]
                          << " times as fast as all anew\n";
    }

private:
    std::map<std::string, double> _times;
};

} // namespace

int main(int argc, char *argv[])
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication application(argc, argv);
    benchmark::Initialize(&argc, argv);
    WithRatio reporter;
    benchmark::RunSpecifiedBenchmarks(&reporter);
    return 0;
}
