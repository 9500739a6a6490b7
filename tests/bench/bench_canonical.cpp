#include <canonical/Record.h>

#include <benchmark/benchmark.h>

using namespace huying;

namespace
{

TicketEvent eventOf(TicketContent content)
{
    const Uuid id = uuidFromText("018f2b6e-7c31-7a05-9b0c-0123456789ab").value();
    const Uuid other = uuidFromText("018f2b6e-7c31-7a05-9b0c-0123456789ac").value();
    const bool isReport = std::holds_alternative<Reported>(content);
    return { isReport ? id : other, id, 3, { { "p07" }, "调度员 一席", Role::Dispatcher, { "u00" }, "D1" },
        Instant { std::chrono::milliseconds { 1'689'125'460'000 } }, std::move(content) };
}

TicketEvent report()
{
    Reported reported;
    reported.number = "D1-20230712-0031";
    reported.category = { "0903" };
    reported.title = "村口第三盏路灯不亮，晚上出行不便";
    reported.detail = "反映人称村口往东第三盏路灯已经不亮一周，老人和孩子晚上出行不安全，希望尽快维修。";
    reported.place = { { "130529100201003" }, "东大街南口往东一百米", GeoPoint { 1'150'351'234, 372'205'678 },
        Datum::Wgs84, {} };
    reported.citizen = { "王某", "13900000000" };
    return eventOf(reported);
}

TicketEvent assignment()
{
    return eventOf(Assigned { { "u01" }, { { "u02" } }, { "1/0903" }, "请核实后处理" });
}

void write(benchmark::State &state, const TicketEvent &event)
{
    for ([[maybe_unused]] auto _ : state) {
        benchmark::DoNotOptimize(recordOf(event, { 1, 2, 3 }));
    }
}

void read(benchmark::State &state, const TicketEvent &event)
{
    const Record record = recordOf(event, { 1, 2, 3 });
    for ([[maybe_unused]] auto _ : state) {
        benchmark::DoNotOptimize(huying::eventOf(record));
    }
}

void link(benchmark::State &state, const TicketEvent &event)
{
    const Entry entry { 7, event.at, recordOf(event, { 1, 2, 3 }), {} };
    for ([[maybe_unused]] auto _ : state) {
        benchmark::DoNotOptimize(chainAfter({}, entry));
    }
}

} // namespace

BENCHMARK_CAPTURE(write, report, report());
BENCHMARK_CAPTURE(write, assignment, assignment());
BENCHMARK_CAPTURE(read, report, report());
BENCHMARK_CAPTURE(read, assignment, assignment());
BENCHMARK_CAPTURE(link, report, report());
BENCHMARK_CAPTURE(link, assignment, assignment());
BENCHMARK_MAIN();
