// Runs a target over every file of its corpus, and over some thousands of changed ones that are the same each time:
// CORPUS [RUNS [SEED]]. A file for a folder runs that file alone. What libFuzzer does better is done by .dev/fuzz.sh.
#include "Fuzzing.h"

#include <sys/resource.h>

#include <algorithm>
#include <csignal>
#include <iterator>
#include <random>
#include <string>
#include <vector>

namespace
{

using Random = std::mt19937_64;

constexpr long mostKilobytes = 384L * 1024; ///< that a run may take beyond what the target had at its beginning
constexpr unsigned patience = 30; ///< seconds for one input
constexpr std::size_t longestInput = 64 * 1024;

std::string last; ///< what runs, for who dies of it

void run(const std::string &input)
{
    last = input;
    ::alarm(patience);
    (void)LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t *>(input.data()), input.size());
    ::alarm(0);
}

long kilobytes()
{
    rusage used {};
    ::getrusage(RUSAGE_SELF, &used);
    return used.ru_maxrss;
}

/// Leaves the input that was run in a file, for somebody to run alone.
void tellOf(int signal)
{
    const char name[] = "fuzz-failed-input";
    if (std::FILE *const file = std::fopen(name, "wb")) {
        std::fwrite(last.data(), 1, last.size(), file);
        std::fclose(file);
    }
    std::fprintf(stderr, "signal %d; the input is in ./%s\n", signal, name);
    std::signal(signal, SIG_DFL);
    std::raise(signal);
}

std::string contentOf(const std::filesystem::path &file)
{
    std::ifstream stream(file, std::ios::binary);
    return { std::istreambuf_iterator<char>(stream), {} };
}

std::vector<std::string> corpusIn(const std::filesystem::path &path)
{
    if (!std::filesystem::is_directory(path)) {
        return { contentOf(path) };
    }
    std::vector<std::filesystem::path> files;
    std::ranges::copy(std::filesystem::directory_iterator(path), std::back_inserter(files));
    std::ranges::sort(files);
    std::vector<std::string> corpus;
    std::ranges::transform(files, std::back_inserter(corpus), contentOf);
    return corpus;
}

std::size_t below(std::size_t end, Random &random)
{
    return end == 0 ? 0 : std::size_t(random() % end);
}

/// One byte changed, put in or taken out, a piece doubled, a piece of another input put in, or the end cut off.
void mutate(std::string &input, const std::vector<std::string> &corpus, Random &random)
{
    static constexpr std::string_view telling("{}[]()\",:;\\/=-+.0e9 \t\r\n\0\xff\xef\xbb\xbf", 28);
    const std::size_t at = below(input.size() + 1, random);
    const std::string &other = corpus[below(corpus.size(), random)];
    switch (below(7, random)) {
    case 0:
        input.insert(at, 1, telling[below(telling.size(), random)]);
        break;
    case 1:
        input.erase(at, 1 + below(8, random));
        break;
    case 2:
        input.insert(at, input.substr(below(input.size(), random), below(64, random)));
        break;
    case 3:
        input.insert(at, other.substr(below(other.size(), random), below(200, random)));
        break;
    case 4:
        input.resize(at);
        break;
    default:
        if (at < input.size()) {
            input[at] = char(random());
        }
    }
}

bool runAll(const std::vector<std::string> &corpus, int runs, unsigned long seed)
{
    std::ranges::for_each(corpus, run);
    const long atFirst = kilobytes();
    Random random(seed);
    for (int i = 0; i < runs; ++i) {
        std::string input = corpus[below(corpus.size(), random)];
        for (std::size_t times = 1 + below(6, random); times > 0; --times) {
            mutate(input, corpus, random);
        }
        input.resize(std::min(input.size(), longestInput));
        run(input);
        if (kilobytes() > atFirst + mostKilobytes) {
            std::fprintf(stderr, "run %d of seed %lu took more than %ld KiB of memory\n", i, seed, mostKilobytes);
            return false;
        }
    }
    std::printf(
        "%zu inputs, %d changed ones, at most %ld KiB more than before\n", corpus.size(), runs, kilobytes() - atFirst);
    return true;
}

} // namespace

int main(int count, char **arguments)
{
    for (const int signal : { SIGABRT, SIGSEGV, SIGFPE, SIGBUS, SIGALRM }) {
        std::signal(signal, tellOf);
    }
    ::setenv("QT_QPA_PLATFORM", "offscreen", 0);
    const std::vector<std::string> corpus = count > 1 ? corpusIn(arguments[1]) : std::vector<std::string>();
    if (corpus.empty()) {
        std::fprintf(stderr, "usage: %s CORPUS [RUNS [SEED]]\n", arguments[0]);
        return 2;
    }
    const int runs = count > 2 ? std::atoi(arguments[2]) : std::filesystem::is_directory(arguments[1]) ? 2'000 : 0;
    const unsigned long seed = count > 3 ? std::strtoul(arguments[3], nullptr, 10) : 20'230'712;
    return runAll(corpus, runs, seed) ? 0 : 1;
}
