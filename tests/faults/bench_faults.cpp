// Lives one seed after the other until it is stopped or one goes wrong, and says how many; in as many processes as the
// machine has processors (or `--processes N`), each with every so-manieth seed.
#include "FaultyWorld.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QHashSeed>

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdio>
#include <thread>
#include <vector>

using namespace huying::testing;

namespace
{

volatile std::sig_atomic_t isStopped = 0;

void stop(int)
{
    isStopped = 1;
}

int one(FaultyWorld &world, std::uint64_t seed)
{
    const Fate fate = world.live(seed);
    std::printf("seed %llu: %d deeds, %d events, %d faults, %d deaths, %ld writes: %s\n",
        static_cast<unsigned long long>(seed), fate.deeds, fate.events, fate.faults, fate.deaths, fate.writes,
        fate.wrong.empty() ? "well" : fate.wrong.c_str());
    return fate.wrong.empty() ? 0 : 1;
}

/// Which seeds a process lives, and what came of them.
struct Share {
    std::uint64_t from = 1;
    std::uint64_t step = 1;
    std::uint64_t count = 0;
    double seconds = 0;
};
struct Sum {
    std::uint64_t lived = 0;
    long deeds = 0;
    long events = 0;
    long faults = 0;
    long deaths = 0;
    long writes = 0;
    int failed = 0;

    void add(const Sum &other)
    {
        lived += other.lived;
        deeds += other.deeds;
        events += other.events;
        faults += other.faults;
        deaths += other.deaths;
        writes += other.writes;
        failed += other.failed;
    }
};

constexpr int mostFailures = 10;

/// That this process and those that have ended have worked.
double processorSeconds()
{
    const auto of = [](int who) {
        rusage used {};
        ::getrusage(who, &used);
        const auto seconds = [](const timeval &time) { return double(time.tv_sec) + double(time.tv_usec) / 1e6; };
        return seconds(used.ru_utime) + seconds(used.ru_stime);
    };
    return of(RUSAGE_SELF) + of(RUSAGE_CHILDREN);
}

Sum live(const Share &share)
{
    FaultyWorld world;
    QElapsedTimer clock;
    clock.start();
    Sum sum;
    while (isStopped == 0 && sum.lived < share.count && double(clock.elapsed()) / 1000 < share.seconds
        && sum.failed < mostFailures) {
        const unsigned long long seed = share.from + share.step * sum.lived++;
        const Fate fate = world.live(seed);
        sum.add({ .deeds = fate.deeds,
            .events = fate.events,
            .faults = fate.faults,
            .deaths = fate.deaths,
            .writes = fate.writes });
        if (!fate.wrong.empty()) {
            ++sum.failed;
            std::printf("seed %llu: %s (alone: bench_faults --seed %llu)\n", seed, fate.wrong.c_str(), seed);
            std::fflush(stdout);
        }
    }
    return sum;
}

/// A process of its own for a share; its sum comes through the pipe, unless it dies.
struct Helper {
    pid_t process = -1;
    int sums = -1;

    explicit Helper(const Share &share)
    {
        int ends[2] {};
        if (::pipe(ends) != 0) {
            return;
        }
        process = ::fork();
        if (process == 0) {
            const Sum sum = live(share);
            const bool isTold = ::write(ends[1], &sum, sizeof sum) == ssize_t(sizeof sum);
            ::_exit(isTold ? 0 : 1);
        }
        ::close(ends[1]);
        sums = ends[0];
    }

    /// A process that was killed by a fault counts as a failure.
    Sum wait() const
    {
        Sum sum;
        ssize_t bytes = -1;
        do {
            bytes = ::read(sums, &sum, sizeof sum);
            if (isStopped != 0) {
                ::kill(process, SIGTERM);
            }
        } while (bytes < 0 && errno == EINTR);
        int status = 0;
        while (::waitpid(process, &status, 0) < 0 && errno == EINTR) {}
        if (bytes != ssize_t(sizeof sum) || status != 0) {
            std::printf("a process ended with status %d\n", status);
            sum = { .failed = 1 };
        }
        ::close(sums);
        return sum;
    }
};

int many(const Share &all, unsigned processes)
{
    QElapsedTimer clock;
    clock.start();
    std::vector<Helper> helpers;
    for (unsigned i = 0; i < processes; ++i) {
        const std::uint64_t count = all.count / processes + (i < all.count % processes ? 1 : 0);
        helpers.emplace_back(Share { all.from + i, processes, count, all.seconds });
    }
    Sum sum;
    for (const Helper &helper : helpers) {
        sum.add(helper.wait());
    }
    const double seconds = double(clock.elapsed()) / 1000;
    std::printf("%llu seeds from %llu on: %ld deeds, %ld events, %ld faults, %ld deaths, %ld writes; %d went wrong\n",
        static_cast<unsigned long long>(sum.lived), static_cast<unsigned long long>(all.from), sum.deeds, sum.events,
        sum.faults, sum.deaths, sum.writes, sum.failed);
    std::printf("%.1f s, %.0f seeds/s in %u processes; %.1f ms of a processor a seed\n", seconds,
        double(sum.lived) / seconds, processes,
        processorSeconds() * 1000 / double(std::max<std::uint64_t>(sum.lived, 1)));
    return sum.failed == 0 ? 0 : 1;
}

} // namespace

int main(int count, char **arguments) // NOLINT(bugprone-exception-escape)
{
    QHashSeed::setDeterministicGlobalSeed();
    const QCoreApplication application(count, arguments);
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addOption({ QStringLiteral("seed"), QStringLiteral("live this one alone"), QStringLiteral("N") });
    parser.addOption(
        { QStringLiteral("from"), QStringLiteral("begin with this one"), QStringLiteral("N"), QStringLiteral("1") });
    parser.addOption({ QStringLiteral("count"), QStringLiteral("live so many"), QStringLiteral("N") });
    parser.addOption({ QStringLiteral("processes"), QStringLiteral("in so many at a time"), QStringLiteral("N"),
        QString::number(std::max(1U, std::thread::hardware_concurrency())) });
    parser.addOption({ QStringLiteral("endless"), QStringLiteral("go on until stopped, as with --from") });
    parser.process(application);
    struct sigaction stopping {};
    stopping.sa_handler = stop; // without SA_RESTART: who waits is woken
    ::sigaction(SIGINT, &stopping, nullptr);
    ::sigaction(SIGTERM, &stopping, nullptr);
    if (parser.isSet(QStringLiteral("seed"))) {
        FaultyWorld world;
        return one(world, parser.value(QStringLiteral("seed")).toULongLong());
    }
    const bool isBounded = parser.optionNames().isEmpty();
    const auto most =
        parser.isSet(QStringLiteral("count")) ? parser.value(QStringLiteral("count")).toULongLong() : ~0ULL;
    return many({ parser.value(QStringLiteral("from")).toULongLong(), 1, most, isBounded ? 10 : 1e9 },
        std::max(1U, parser.value(QStringLiteral("processes")).toUInt()));
}
