#include "Judgement.h"

#include "DeskJudgement.h"

#include <recount/Recount.h>

#include <format>

namespace huying::testing
{

namespace
{

std::string wrongInWords(const WorldBackend &backend)
{
    const auto database = Database::open(backend.file(), Opening::Read);
    return database ? wrongInSearch(*database) : textOf(database.error());
}

std::string wrongInWords(WorldDesk &desk, const WorldBackend &backend)
{
    const auto database = Database::open(desk.cacheFile(), Opening::Read);
    return database ? wrongInSearch(*database, backend.file(), audienceOf(desk.account()).withPersonal)
                    : textOf(database.error());
}

} // namespace

std::string wrongIn(WorldBackend &backend, const std::vector<std::unique_ptr<WorldDesk>> &desks)
{
    Truth truth;
    std::string wrong = read(truth, backend);
    for (const auto &desk : desks) {
        if (wrong.empty()) {
            wrong = wrongAt(*desk, truth);
            wrong = wrong.empty() ? wrong : std::format("desk {}: {}", desk->number(), wrong);
        }
    }
    if (wrong.empty()) {
        const std::size_t one = truth.entries.size() % (desks.size() + 1);
        wrong = one < desks.size() ? wrongInWords(*desks[one], backend) : wrongInWords(backend);
    }
    return wrong;
}

} // namespace huying::testing
