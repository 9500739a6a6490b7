#include <benchmark/benchmark.h>

#include <filesystem>
#include <fstream>

#include <sheets/Sheet.h>

using namespace huying;

namespace
{

constexpr std::size_t wanted = std::size_t { 64 } << 20;

/// About 64 MiB of a table whose rows are like those of a city's request export; gone with the process.
class Table
{
public:
    explicit Table(std::string_view row)
        : m_path(std::filesystem::temp_directory_path() / ("bench_sheets_" + std::to_string(row.size()) + ".csv"))
    {
        std::ofstream file(m_path, std::ios::binary);
        file << "id,reported,due,closed,kind,department,place,latitude,longitude,text\n";
        for (std::size_t written = 0; written < wanted; written += row.size()) {
            file << row;
        }
    }
    ~Table() { std::filesystem::remove(m_path); }
    Table(const Table &) = delete;
    Table &operator=(const Table &) = delete;

    const std::filesystem::path &path() const { return m_path; }

private:
    std::filesystem::path m_path;
};

void readAll(benchmark::State &state, const std::filesystem::path &path)
{
    std::int64_t rows = 0;
    std::uint64_t bytes = 0;
    for ([[maybe_unused]] auto _ : state) {
        auto sheet = openSheet(path);
        if (!sheet) {
            state.SkipWithError(sheet.error().text.toStdString());
            return;
        }
        while ((*sheet)->next().value()) {
            ++rows;
        }
        bytes += (*sheet)->progress().bytesInAll;
    }
    state.SetBytesProcessed(static_cast<std::int64_t>(bytes));
    state.SetItemsProcessed(rows);
}

void csvInAscii(benchmark::State &state)
{
    const Table table("101000295613,2011-07-01 01:32:33,2011-07-15 01:32:32,2011-07-01 05:06:58,Street Light Outages,"
                      "Public Works Department,INTERSECTION Groveland St & River St,42.2715,-71.0772,lamp is out\n");
    readAll(state, table.path());
}

void csvInChinese(benchmark::State &state)
{
    const Table table("101000295613,2011-07-01 01:32:33,2011-07-15 01:32:32,,路灯不亮,城市管理综合行政执法局,"
                      "张王疃乡某村村口,37.22,115.03,\"村口的路灯已经三天不亮，晚上出门不方便，请尽快派人来修。\"\n");
    readAll(state, table.path());
}

void csvInGbk(benchmark::State &state)
{
    const Table table("101000295613,2011-07-01 01:32:33,2011-07-15 01:32:32,,\xC2\xB7\xB5\xC6\xB2\xBB\xC1\xC1,"
                      "\xB3\xC7\xCA\xD0\xB9\xDC\xC0\xED,\xB4\xE5\xBF\xDA,37.22,115.03,\xBE\xAE\xB8\xC7\n");
    readAll(state, table.path());
}

BENCHMARK(csvInAscii)->Unit(benchmark::kMillisecond);
BENCHMARK(csvInChinese)->Unit(benchmark::kMillisecond);
BENCHMARK(csvInGbk)->Unit(benchmark::kMillisecond);

} // namespace

/// A file named on the command line is read as well.
int main(int argc, char **argv)
{
    benchmark::Initialize(&argc, argv);
    for (int i = 1; i < argc; ++i) {
        benchmark::RegisterBenchmark(argv[i], readAll, std::filesystem::path(argv[i]))->Unit(benchmark::kMillisecond);
    }
    benchmark::RunSpecifiedBenchmarks();
}
