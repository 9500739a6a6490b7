#pragma once

namespace huying::testing
{

/// Gives SQLite, before it begins, memory of a kind that is quick for one thread: blocks of few sizes, each of which is
/// used again and none given back. Under a sanitizer SQLite keeps what it has, which is watched.
void useQuickMemory();

} // namespace huying::testing
