#include "DiskVfs.h"

#include <sqlite3.h>

#include <algorithm>
#include <cstring>
#include <mutex>
#include <new>

namespace huying::testing
{

namespace
{

constexpr int sharedLocks = 8;

/// What SQLite holds of an open file; it gives the memory.
struct OpenFile {
    sqlite3_file base;
    Disk *disk;
    std::uint64_t epoch;
    std::string *path;
    std::shared_ptr<StoredFile> *file;
    std::recursive_mutex *lock;
    int level;
    bool isShared;
    unsigned sharedHeld;
    unsigned exclusiveHeld;

    bool isDead() const { return disk && (disk->isDead() || epoch != disk->epoch()); }
    StoredFile &stored() const { return **file; }
};

OpenFile &of(sqlite3_file *file)
{
    return *reinterpret_cast<OpenFile *>(file);
}

int read(sqlite3_file *handle, void *into, int size, sqlite3_int64 offset)
{
    OpenFile &open = of(handle);
    const std::scoped_lock held(*open.lock);
    if (open.isDead()) {
        return SQLITE_IOERR_READ;
    }
    const std::string &content = open.stored().now;
    const std::size_t from = std::min(std::size_t(offset), content.size());
    const std::size_t there = std::min(std::size_t(size), content.size() - from);
    std::memcpy(into, content.data() + from, there);
    if (there < std::size_t(size)) {
        std::memset(static_cast<char *>(into) + there, 0, std::size_t(size) - there);
        return SQLITE_IOERR_SHORT_READ;
    }
    return SQLITE_OK;
}

int write(sqlite3_file *handle, const void *bytes, int size, sqlite3_int64 offset)
{
    OpenFile &open = of(handle);
    const std::scoped_lock held(*open.lock);
    return open.isDead()
        ? SQLITE_IOERR_WRITE
        : open.disk->write(open.stored(), { static_cast<const char *>(bytes), std::size_t(size) }, std::size_t(offset));
}

int truncate(sqlite3_file *handle, sqlite3_int64 size)
{
    OpenFile &open = of(handle);
    const std::scoped_lock held(*open.lock);
    return open.isDead() ? SQLITE_IOERR_TRUNCATE : open.disk->truncate(open.stored(), std::size_t(size));
}

int sync(sqlite3_file *handle, int)
{
    OpenFile &open = of(handle);
    const std::scoped_lock held(*open.lock);
    return open.isDead() ? SQLITE_IOERR_FSYNC : open.disk->sync(*open.path, open.stored());
}

int fileSize(sqlite3_file *handle, sqlite3_int64 *size)
{
    OpenFile &open = of(handle);
    const std::scoped_lock held(*open.lock);
    *size = sqlite3_int64(open.stored().now.size());
    return SQLITE_OK;
}

int unlock(sqlite3_file *handle, int level)
{
    OpenFile &open = of(handle);
    const std::scoped_lock held(*open.lock);
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

bool isOthers(const void *owner, const OpenFile &open)
{
    return owner != nullptr && owner != &open;
}

int lock(sqlite3_file *handle, int level)
{
    OpenFile &open = of(handle);
    const std::scoped_lock held(*open.lock);
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
    OpenFile &open = of(handle);
    const std::scoped_lock held(*open.lock);
    *isReserved = open.stored().reserved != nullptr ? 1 : 0;
    return SQLITE_OK;
}

int fileControl(sqlite3_file *, int, void *)
{
    return SQLITE_NOTFOUND;
}

int sectorSize(sqlite3_file *)
{
    return 4096;
}

int characteristics(sqlite3_file *)
{
    return SQLITE_IOCAP_POWERSAFE_OVERWRITE;
}

int sharedMap(sqlite3_file *handle, int region, int size, int extend, void volatile **mapped)
{
    OpenFile &open = of(handle);
    const std::scoped_lock held(*open.lock);
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

int sharedLock(sqlite3_file *handle, int first, int count, int flags)
{
    OpenFile &open = of(handle);
    const std::scoped_lock held(*open.lock);
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

void sharedBarrier(sqlite3_file *) {}

int sharedUnmap(sqlite3_file *handle, int)
{
    OpenFile &open = of(handle);
    const std::scoped_lock held(*open.lock);
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

int close(sqlite3_file *handle)
{
    sharedUnmap(handle, 0);
    unlock(handle, SQLITE_LOCK_NONE);
    delete of(handle).path;
    delete of(handle).file;
    return SQLITE_OK;
}

const sqlite3_io_methods methods { 2, close, read, write, truncate, sync, fileSize, lock, unlock, checkReservedLock,
    fileControl, sectorSize, characteristics, sharedMap, sharedLock, sharedBarrier, sharedUnmap, nullptr, nullptr };

} // namespace

struct DiskVfs::Parts {
    sqlite3_vfs vfs {};
    sqlite3_vfs *real = nullptr;
    std::map<std::string, Disk *, std::less<>> disks;
    std::mt19937_64 random;
    std::recursive_mutex lock;

    Disk *diskOf(const char *path) const
    {
        for (const auto &[prefix, disk] : disks) {
            if (path != nullptr && std::string_view(path).starts_with(prefix)) {
                return disk;
            }
        }
        return nullptr;
    }
    static Parts &of(sqlite3_vfs *vfs) { return *static_cast<Parts *>(vfs->pAppData); }

    static int open(sqlite3_vfs *vfs, const char *path, sqlite3_file *handle, int flags, int *outFlags);
    static int remove(sqlite3_vfs *vfs, const char *path, int syncDirectory);
    static int access(sqlite3_vfs *vfs, const char *path, int flags, int *result);
    static int fullPath(sqlite3_vfs *vfs, const char *path, int size, char *into);
    static int randomness(sqlite3_vfs *vfs, int size, char *into);
    static int sleep(sqlite3_vfs *, int microseconds) { return microseconds; }
    static int currentTime(sqlite3_vfs *vfs, double *now) { return of(vfs).real->xCurrentTime(of(vfs).real, now); }
    static int lastError(sqlite3_vfs *, int, char *) { return 0; }
};

int DiskVfs::Parts::open(sqlite3_vfs *vfs, const char *path, sqlite3_file *handle, int flags, int *outFlags)
{
    Parts &parts = of(vfs);
    Disk *const disk = parts.diskOf(path);
    if (disk == nullptr) {
        return parts.real->xOpen(parts.real, path, handle, flags, outFlags);
    }
    const std::scoped_lock held(parts.lock);
    handle->pMethods = nullptr;
    auto file = disk->open(path, (flags & SQLITE_OPEN_CREATE) != 0);
    if (!file) {
        return SQLITE_CANTOPEN;
    }
    new (handle) OpenFile { { &methods }, disk, disk->epoch(), new std::string(path),
        new std::shared_ptr<StoredFile>(std::move(file)), &parts.lock, SQLITE_LOCK_NONE, false, 0, 0 };
    if (outFlags != nullptr) {
        *outFlags = flags;
    }
    return SQLITE_OK;
}

int DiskVfs::Parts::remove(sqlite3_vfs *vfs, const char *path, int syncDirectory)
{
    Parts &parts = of(vfs);
    Disk *const disk = parts.diskOf(path);
    if (disk == nullptr) {
        return parts.real->xDelete(parts.real, path, syncDirectory);
    }
    const std::scoped_lock held(parts.lock);
    return disk->isDead() ? SQLITE_IOERR_DELETE : disk->unlink(path, syncDirectory != 0);
}

int DiskVfs::Parts::access(sqlite3_vfs *vfs, const char *path, int flags, int *result)
{
    Parts &parts = of(vfs);
    Disk *const disk = parts.diskOf(path);
    if (disk == nullptr) {
        return parts.real->xAccess(parts.real, path, flags, result);
    }
    const std::scoped_lock held(parts.lock);
    *result = disk->has(path) ? 1 : 0;
    return SQLITE_OK;
}

int DiskVfs::Parts::fullPath(sqlite3_vfs *vfs, const char *path, int size, char *into)
{
    Parts &parts = of(vfs);
    if (parts.diskOf(path) == nullptr) {
        return parts.real->xFullPathname(parts.real, path, size, into);
    }
    sqlite3_snprintf(size, into, "%s", path);
    return SQLITE_OK;
}

int DiskVfs::Parts::randomness(sqlite3_vfs *vfs, int size, char *into)
{
    std::generate_n(into, size, [&] { return char(of(vfs).random()); });
    return size;
}

DiskVfs::DiskVfs() : _parts(std::make_unique<Parts>())
{
    Parts &parts = *_parts;
    // nobody asks how much memory it takes; where SQLite has begun already it stays as it is
    sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
    sqlite3_initialize();
    parts.real = sqlite3_vfs_find(nullptr);
    parts.vfs = *parts.real;
    parts.vfs.iVersion = 1;
    parts.vfs.szOsFile = std::max(parts.real->szOsFile, int(sizeof(OpenFile)));
    parts.vfs.zName = "huying-disks";
    parts.vfs.pAppData = &parts;
    parts.vfs.pNext = nullptr;
    parts.vfs.xOpen = Parts::open;
    parts.vfs.xDelete = Parts::remove;
    parts.vfs.xAccess = Parts::access;
    parts.vfs.xFullPathname = Parts::fullPath;
    parts.vfs.xRandomness = Parts::randomness;
    parts.vfs.xSleep = Parts::sleep;
    parts.vfs.xCurrentTime = Parts::currentTime;
    parts.vfs.xGetLastError = Parts::lastError;
    sqlite3_vfs_register(&parts.vfs, 1);
}

DiskVfs::~DiskVfs()
{
    sqlite3_vfs_unregister(&_parts->vfs);
    sqlite3_vfs_register(_parts->real, 1);
}

void DiskVfs::mount(const std::string &prefix, Disk *disk)
{
    const std::scoped_lock held(_parts->lock);
    if (disk != nullptr) {
        _parts->disks[prefix] = disk;
    } else {
        _parts->disks.erase(prefix);
    }
}

void DiskVfs::seed(std::uint64_t seed)
{
    _parts->random.seed(seed);
    sqlite3_randomness(0, nullptr);
}

} // namespace huying::testing
