// Appends to a ledger and says the position of what was acknowledged, one line each, until it is killed.
#include <ledger/Ledger.h>
#include <ledger_builders/Builders.h>
#include <storage/Upkeep.h>

#include <cstdio>
#include <cstdlib>

using namespace huying;

namespace
{

int complain(const Failure &failed)
{
    std::fprintf(stderr, "%s\n", qPrintable(failed.text));
    return 1;
}

} // namespace

int main(int count, char **arguments)
{
    if (count != 3) {
        return 2;
    }
    auto ledger = Ledger::open(arguments[1], { { "130529" }, at(0) }, {});
    if (!ledger) {
        return complain(ledger.error());
    }
    const Upkeep upkeep(
        arguments[1], { .restartFromBytes = 256 * 1024 }, { .every = std::chrono::milliseconds { 5 }, .fromBytes = 0 });
    for (int id = std::atoi(arguments[2]);; id += 10) {
        for (const Proposal &proposal : wholeStory(id)) {
            const auto outcomes = ledger->append(std::span(&proposal, 1), at(0));
            if (!outcomes || !outcomes->front().isAccepted()) {
                return complain(outcomes ? *outcomes->front().refused : outcomes.error());
            }
            std::printf("%lld\n", static_cast<long long>(outcomes->front().positions.front()));
            std::fflush(stdout);
        }
    }
}
