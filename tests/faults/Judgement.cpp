#include "Judgement.h"

#include "DeskJudgement.h"

#include <format>

namespace huying::testing
{

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
    return wrong;
}

} // namespace huying::testing
