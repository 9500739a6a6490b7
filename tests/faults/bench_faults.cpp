// Lives one seed after the other until it is stopped or one goes wrong, and says how many.
#include "FaultyWorld.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QHashSeed>

#include <csignal>
#include <cstdio>

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
    std::printf("seed %llu: %d deeds, %d deaths of the backend, %ld writes: %s\n",
        static_cast<unsigned long long>(seed), fate.deeds, fate.deaths, fate.writes,
        fate.wrong.empty() ? "well" : fate.wrong.c_str());
    return fate.wrong.empty() ? 0 : 1;
}

int many(FaultyWorld &world, std::uint64_t from, std::uint64_t count, double seconds)
{
    QElapsedTimer clock;
    clock.start();
    std::uint64_t lived = 0;
    long deeds = 0;
    int failed = 0;
    const auto elapsed = [&] { return double(clock.elapsed()) / 1000; };
    while (isStopped == 0 && lived < count && elapsed() < seconds && failed < 10) {
        const Fate fate = world.live(from + lived++);
        deeds += fate.deeds;
        if (!fate.wrong.empty()) {
            ++failed;
            const auto seed = static_cast<unsigned long long>(from + lived - 1);
            std::printf("seed %llu: %s (alone: bench_faults --seed %llu)\n", seed, fate.wrong.c_str(), seed);
            std::fflush(stdout);
        }
    }
    std::printf("%llu seeds from %llu on, %ld deeds, %d went wrong; %.1f s, %.0f seeds/s\n",
        static_cast<unsigned long long>(lived), static_cast<unsigned long long>(from), deeds, failed, elapsed(),
        double(lived) / elapsed());
    return failed == 0 ? 0 : 1;
}

} // namespace

int main(int count, char **arguments)
{
    QHashSeed::setDeterministicGlobalSeed();
    const QCoreApplication application(count, arguments);
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addOption({ QStringLiteral("seed"), QStringLiteral("live this one alone"), QStringLiteral("N") });
    parser.addOption(
        { QStringLiteral("from"), QStringLiteral("begin with this one"), QStringLiteral("N"), QStringLiteral("1") });
    parser.addOption({ QStringLiteral("count"), QStringLiteral("live so many"), QStringLiteral("N") });
    parser.addOption({ QStringLiteral("endless"), QStringLiteral("go on until stopped, as with --from") });
    parser.process(application);
    std::signal(SIGINT, stop);
    std::signal(SIGTERM, stop);
    FaultyWorld world;
    if (parser.isSet(QStringLiteral("seed"))) {
        return one(world, parser.value(QStringLiteral("seed")).toULongLong());
    }
    const bool isBounded = parser.optionNames().isEmpty();
    const auto most =
        parser.isSet(QStringLiteral("count")) ? parser.value(QStringLiteral("count")).toULongLong() : ~0ULL;
    return many(world, parser.value(QStringLiteral("from")).toULongLong(), most, isBounded ? 10 : 1e9);
}
