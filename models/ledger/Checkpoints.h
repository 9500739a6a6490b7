#pragma once

#include <chrono>
#include <filesystem>
#include <thread>

namespace huying
{

/// Moves a ledger's write-ahead log into its file now and then, on a thread and connection of its own, so that neither
/// the writer nor a reader ever waits for it. Lives as long as the ledger is open.
class Checkpoints
{
public:
    explicit Checkpoints(std::filesystem::path file, std::chrono::milliseconds every = std::chrono::seconds { 1 },
        std::uintmax_t fromBytes = 4 * 1024 * 1024);

private:
    std::jthread _thread;
};

} // namespace huying
