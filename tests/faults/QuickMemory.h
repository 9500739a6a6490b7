#pragma once

namespace huying::testing
{

// In programs that are linked with this, new and delete are quick too: each thread has blocks of few sizes, of which
// each is used again and none given back. Under a sanitizer all memory is what it is elsewhere, and watched.

/// Gives SQLite such memory, before it begins.
void useQuickMemory();

} // namespace huying::testing
