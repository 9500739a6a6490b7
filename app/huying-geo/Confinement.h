#pragma once

namespace huying
{

/// What this process may use up at most, seen to by the kernel.
struct Confines {
    unsigned long memoryBytes = 2UL * 1024 * 1024 * 1024;
    unsigned int processorSeconds = 45;
    unsigned long fileBytes = 0; ///< of each file it writes; its standard output is a pipe and not counted
};

/// From here on no connection is made and no other program begun, nothing is written beyond the confines, and too much
/// memory or time ends the process. False where the kernel does not do that.
bool confine(const Confines &confines);

} // namespace huying
