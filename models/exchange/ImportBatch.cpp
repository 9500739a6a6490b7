#include "ImportBatch.h"

#include <utility>

namespace huying
{

namespace
{

constexpr std::size_t rowsInBatch = 1000;

} // namespace

void ImportBatch::add(TakenRow row, Proposal events)
{
    _waiting.push_back({ std::move(row), _proposals.size() });
    _proposals.push_back(std::move(events));
}

bool ImportBatch::isFull() const
{
    return _waiting.size() >= rowsInBatch;
}

std::expected<bool, Failure> ImportBatch::flush(const Settle &settle)
{
    const auto waiting = std::exchange(_waiting, {});
    const auto proposals = std::exchange(_proposals, {});
    if (proposals.empty()) {
        return false;
    }
    const auto outcomes = _target.append(proposals);
    if (!outcomes) {
        return std::unexpected(outcomes.error());
    }
    for (const Waiting &each : waiting) {
        if (auto settled = settle(each.row, (*outcomes)[each.proposal]); !settled) {
            return std::unexpected(settled.error());
        }
    }
    return true;
}

} // namespace huying
