#pragma once

#include "Database.h"

namespace huying
{

/// The system layer (sqlite.org/vfs.html) under every connection. A file that was begun with `beginChecked` carries in
/// the last eight bytes of each page a hash of the page and its number (XXH3, 64 bits), written and looked at on the
/// way to and from the disk: a damaged page is Damaged when it is read, whatever it holds, also where SQLite would not
/// notice. All other files pass through as they are.
const char *checkedPages();

/// Makes a new file without pages one with checked ones; Invalid when it has pages already.
std::expected<void, Failure> beginChecked(const Database &database);

/// Looks at `count` pages of the file from `next` on, the first being 0, and sets `next` to where to go on; 0 after the
/// last. What waits in the -wal is moved first; while somebody reads and that cannot be, nothing is looked at. Damaged
/// when a page is not what was written. A file without checked pages is always well.
std::expected<void, Failure> lookOver(const Database &database, std::int64_t &next, int count);

} // namespace huying
