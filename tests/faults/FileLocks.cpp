#include "OpenFile.h"

namespace huying::testing
{

namespace
{

constexpr unsigned sharedLocks = 8;

bool isOthers(const void *owner, const OpenFile &open)
{
    return owner != nullptr && owner != &open;
}

int sharedUnlock(OpenFile &open, unsigned mask)
{
    StoredFile &file = open.stored();
    for (unsigned i = 0; i < sharedLocks; ++i) {
        const unsigned bit = 1U << i;
        if ((mask & bit) == 0) {
            continue;
        }
        file.sharedReaders[i] -= (open.sharedHeld & bit) != 0 ? 1 : 0;
        if ((open.exclusiveHeld & bit) != 0) {
            file.sharedOwners[i] = nullptr;
        }
    }
    open.sharedHeld &= ~mask;
    open.exclusiveHeld &= ~mask;
    return SQLITE_OK;
}

bool isTaken(const OpenFile &open, unsigned lock, bool isExclusive)
{
    const StoredFile &file = open.stored();
    const int others = file.sharedReaders[lock] - ((open.sharedHeld >> lock) & 1U ? 1 : 0);
    return isOthers(file.sharedOwners[lock], open) || (isExclusive && others > 0);
}

} // namespace

int unlock(sqlite3_file *handle, int level)
{
    OpenFile &open = OpenFile::of(handle);
    if (open.level <= level) {
        return SQLITE_OK;
    }
    StoredFile &file = open.stored();
    for (const void **const owner : { &file.reserved, &file.pending, &file.exclusive }) {
        *owner = *owner == &open ? nullptr : *owner;
    }
    if (level == SQLITE_LOCK_NONE) {
        --file.readers;
    }
    open.level = level;
    return SQLITE_OK;
}

int lock(sqlite3_file *handle, int level)
{
    OpenFile &open = OpenFile::of(handle);
    if (open.isDead()) {
        return SQLITE_IOERR_LOCK;
    }
    StoredFile &file = open.stored();
    if (open.level >= level) {
        return SQLITE_OK;
    }
    if (open.level == SQLITE_LOCK_NONE) {
        if (isOthers(file.pending, open) || isOthers(file.exclusive, open)) {
            return SQLITE_BUSY;
        }
        ++file.readers;
        open.level = SQLITE_LOCK_SHARED;
    }
    if (level >= SQLITE_LOCK_RESERVED) {
        if (isOthers(file.reserved, open) || isOthers(file.pending, open)) {
            return SQLITE_BUSY;
        }
        file.reserved = &open;
        open.level = SQLITE_LOCK_RESERVED;
    }
    if (level == SQLITE_LOCK_EXCLUSIVE) {
        file.pending = &open;
        open.level = SQLITE_LOCK_PENDING;
        if (file.readers > 1) {
            return SQLITE_BUSY;
        }
        file.exclusive = &open;
        open.level = SQLITE_LOCK_EXCLUSIVE;
    }
    return SQLITE_OK;
}

int checkReservedLock(sqlite3_file *handle, int *isReserved)
{
    OpenFile &open = OpenFile::of(handle);
    *isReserved = open.stored().reserved != nullptr ? 1 : 0;
    return SQLITE_OK;
}

int sharedMap(sqlite3_file *handle, int region, int size, int extend, void volatile **mapped)
{
    OpenFile &open = OpenFile::of(handle);
    *mapped = nullptr;
    if (open.isDead()) {
        return SQLITE_IOERR_SHMMAP;
    }
    StoredFile &file = open.stored();
    if (!open.isShared) {
        open.isShared = true;
        ++file.sharedUsers;
    }
    while (file.shared.size() <= std::size_t(region)) {
        if (extend == 0) {
            return SQLITE_OK;
        }
        file.shared.push_back(std::make_unique<char[]>(std::size_t(size)));
    }
    *mapped = file.shared[std::size_t(region)].get();
    return SQLITE_OK;
}

int sharedLock(sqlite3_file *handle, int first, int count, int flags)
{
    OpenFile &open = OpenFile::of(handle);
    if (open.isDead()) {
        return SQLITE_IOERR_SHMLOCK;
    }
    const unsigned mask = ((1U << unsigned(count)) - 1U) << unsigned(first);
    if ((flags & SQLITE_SHM_UNLOCK) != 0) {
        return sharedUnlock(open, mask);
    }
    const bool isExclusive = (flags & SQLITE_SHM_EXCLUSIVE) != 0;
    for (unsigned i = unsigned(first); i < unsigned(first + count); ++i) {
        if (isTaken(open, i, isExclusive)) {
            return SQLITE_BUSY;
        }
    }
    StoredFile &file = open.stored();
    for (unsigned i = unsigned(first); i < unsigned(first + count); ++i) {
        const unsigned bit = 1U << i;
        if (isExclusive) {
            file.sharedOwners[i] = &open;
            open.exclusiveHeld |= bit;
        } else if ((open.sharedHeld & bit) == 0) {
            ++file.sharedReaders[i];
            open.sharedHeld |= bit;
        }
    }
    return SQLITE_OK;
}

int sharedUnmap(sqlite3_file *handle, int)
{
    OpenFile &open = OpenFile::of(handle);
    if (!open.isShared) {
        return SQLITE_OK;
    }
    sharedUnlock(open, ~0U);
    open.isShared = false;
    StoredFile &file = open.stored();
    if (--file.sharedUsers == 0) {
        // The last one out: whoever comes next reads the log from its beginning.
        file.shared.clear();
    }
    return SQLITE_OK;
}

} // namespace huying::testing
