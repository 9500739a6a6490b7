#include "DiskVfs.h"

#include "OpenFile.h"
#include "QuickMemory.h"

#include <algorithm>

namespace huying::testing
{

struct DiskVfs::Parts {
    sqlite3_vfs vfs {};
    sqlite3_vfs *real = nullptr;
    std::map<std::string, Disk *, std::less<>> disks;
    std::mt19937_64 random;

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
    handle->pMethods = nullptr;
    auto file = disk->open(path, (flags & SQLITE_OPEN_CREATE) != 0);
    if (!file) {
        return SQLITE_CANTOPEN;
    }
    openAs(handle, *disk, path, std::move(file));
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
    return disk->isDead() ? SQLITE_IOERR_DELETE : disk->unlink(path, syncDirectory != 0);
}

int DiskVfs::Parts::access(sqlite3_vfs *vfs, const char *path, int flags, int *result)
{
    Parts &parts = of(vfs);
    Disk *const disk = parts.diskOf(path);
    if (disk == nullptr) {
        return parts.real->xAccess(parts.real, path, flags, result);
    }
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
    // Nobody asks how much memory it takes, and nobody else asks for some; where SQLite has begun already it stays as
    // it is.
    sqlite3_config(SQLITE_CONFIG_SINGLETHREAD);
    sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
    useQuickMemory();
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
