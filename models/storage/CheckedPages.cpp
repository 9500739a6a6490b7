#include "CheckedPages.h"

#include <QCoreApplication>

#include <sqlite3.h>

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <array>
#include <cstring>
#include <memory>
#include <new>
#include <vector>

namespace huying
{

namespace
{

constexpr int reserved = 8;
constexpr int leastPage = 512;
constexpr int beginOperation = 0x48594350;
constexpr int askOperation = 0x48594351;
/// SQLITE_IOCAP_SUBPAGE_READ of SQLite 3.48: a page read in parts would pass the look by.
constexpr int readsInParts = 0x8000;
constexpr std::string_view magic { "SQLite format 3\0", 16 };

/// What SQLite holds of an open file; behind it lies the file of the layer below.
struct CheckedFile {
    sqlite3_file base;
    sqlite3_file *below;
    std::vector<char> *page; ///< what is written is made here: SQLite's own copy stays as it is
    bool isChecked;
};

CheckedFile &of(sqlite3_file *file)
{
    return *reinterpret_cast<CheckedFile *>(file);
}

std::uint64_t hashOf(const char *page, int size, sqlite3_int64 offset)
{
    return XXH3_64bits_withSeed(page, std::size_t(size - reserved), std::uint64_t(offset / size) + 1);
}

bool isWholePage(const CheckedFile &file, int size, sqlite3_int64 offset)
{
    return file.isChecked && size >= leastPage && (size & (size - 1)) == 0 && offset % size == 0;
}

int close(sqlite3_file *file)
{
    CheckedFile &own = of(file);
    const int result = own.below->pMethods != nullptr ? own.below->pMethods->xClose(own.below) : SQLITE_OK;
    sqlite3_free(own.below);
    delete own.page;
    return result;
}

int read(sqlite3_file *file, void *into, int size, sqlite3_int64 offset)
{
    const CheckedFile &own = of(file);
    const int result = own.below->pMethods->xRead(own.below, into, size, offset);
    if (result != SQLITE_OK || !isWholePage(own, size, offset)) {
        return result;
    }
    const char *const page = static_cast<const char *>(into);
    std::uint64_t kept = 0;
    std::memcpy(&kept, page + size - reserved, reserved);
    return kept == hashOf(page, size, offset) ? SQLITE_OK : SQLITE_IOERR_DATA;
}

int write(sqlite3_file *file, const void *bytes, int size, sqlite3_int64 offset)
{
    const CheckedFile &own = of(file);
    if (!isWholePage(own, size, offset)) {
        return own.below->pMethods->xWrite(own.below, bytes, size, offset);
    }
    const auto *const page = static_cast<const char *>(bytes);
    own.page->assign(page, page + size);
    const std::uint64_t hash = hashOf(page, size, offset);
    std::memcpy(own.page->data() + size - reserved, &hash, reserved);
    return own.below->pMethods->xWrite(own.below, own.page->data(), size, offset);
}

int truncate(sqlite3_file *file, sqlite3_int64 size)
{
    return of(file).below->pMethods->xTruncate(of(file).below, size);
}

int sync(sqlite3_file *file, int flags)
{
    return of(file).below->pMethods->xSync(of(file).below, flags);
}

int fileSize(sqlite3_file *file, sqlite3_int64 *size)
{
    return of(file).below->pMethods->xFileSize(of(file).below, size);
}

int lock(sqlite3_file *file, int level)
{
    return of(file).below->pMethods->xLock(of(file).below, level);
}

int unlock(sqlite3_file *file, int level)
{
    return of(file).below->pMethods->xUnlock(of(file).below, level);
}

int checkReservedLock(sqlite3_file *file, int *result)
{
    return of(file).below->pMethods->xCheckReservedLock(of(file).below, result);
}

int control(sqlite3_file *file, int operation, void *argument)
{
    CheckedFile &own = of(file);
    if (operation == beginOperation) {
        own.isChecked = true;
        return SQLITE_OK;
    }
    if (operation == askOperation) {
        *static_cast<bool *>(argument) = own.isChecked;
        return SQLITE_OK;
    }
    return own.below->pMethods->xFileControl(own.below, operation, argument);
}

int sectorSize(sqlite3_file *file)
{
    return of(file).below->pMethods->xSectorSize(of(file).below);
}

int characteristics(sqlite3_file *file)
{
    return of(file).below->pMethods->xDeviceCharacteristics(of(file).below) & ~readsInParts;
}

int sharedMap(sqlite3_file *file, int region, int size, int extend, void volatile **mapped)
{
    return of(file).below->pMethods->xShmMap(of(file).below, region, size, extend, mapped);
}

int sharedLock(sqlite3_file *file, int offset, int count, int flags)
{
    return of(file).below->pMethods->xShmLock(of(file).below, offset, count, flags);
}

void sharedBarrier(sqlite3_file *file)
{
    of(file).below->pMethods->xShmBarrier(of(file).below);
}

int sharedUnmap(sqlite3_file *file, int remove)
{
    return of(file).below->pMethods->xShmUnmap(of(file).below, remove);
}

/// Checked pages are not mapped: nobody would see them come.
int fetch(sqlite3_file *file, sqlite3_int64 offset, int size, void **mapped)
{
    CheckedFile &own = of(file);
    *mapped = nullptr;
    return own.isChecked || own.below->pMethods->iVersion < 3
        ? SQLITE_OK
        : own.below->pMethods->xFetch(own.below, offset, size, mapped);
}

int unfetch(sqlite3_file *file, sqlite3_int64 offset, void *mapped)
{
    CheckedFile &own = of(file);
    return own.below->pMethods->iVersion < 3 ? SQLITE_OK : own.below->pMethods->xUnfetch(own.below, offset, mapped);
}

const sqlite3_io_methods methods { 3, close, read, write, truncate, sync, fileSize, lock, unlock, checkReservedLock,
    control, sectorSize, characteristics, sharedMap, sharedLock, sharedBarrier, sharedUnmap, fetch, unfetch };

/// The layer below is asked for each time: it is whatever is the default then.
sqlite3_vfs &below()
{
    return *sqlite3_vfs_find(nullptr);
}

/// Whether the file that is there was begun with checked pages: one that leaves eight bytes of each.
bool isCheckedAlready(sqlite3_file *file)
{
    std::array<char, 100> header {};
    if (file->pMethods->xRead(file, header.data(), int(header.size()), 0) != SQLITE_OK) {
        return false;
    }
    return std::string_view(header.data(), magic.size()) == magic && header[20] == reserved;
}

int open(sqlite3_vfs *, const char *name, sqlite3_file *file, int flags, int *outFlags)
{
    sqlite3_vfs &real = below();
    if ((flags & SQLITE_OPEN_MAIN_DB) == 0) {
        return real.xOpen(&real, name, file, flags, outFlags);
    }
    file->pMethods = nullptr;
    auto *const inner = static_cast<sqlite3_file *>(sqlite3_malloc(real.szOsFile));
    if (inner == nullptr) {
        return SQLITE_NOMEM;
    }
    std::memset(inner, 0, std::size_t(real.szOsFile));
    const int result = real.xOpen(&real, name, inner, flags, outFlags);
    if (result != SQLITE_OK) {
        sqlite3_free(inner);
        return result;
    }
    new (file) CheckedFile { { &methods }, inner, new std::vector<char>(), isCheckedAlready(inner) };
    return SQLITE_OK;
}

int remove(sqlite3_vfs *, const char *name, int syncFolder)
{
    return below().xDelete(&below(), name, syncFolder);
}

int access(sqlite3_vfs *, const char *name, int flags, int *result)
{
    return below().xAccess(&below(), name, flags, result);
}

int fullPath(sqlite3_vfs *, const char *name, int size, char *into)
{
    return below().xFullPathname(&below(), name, size, into);
}

int randomness(sqlite3_vfs *, int size, char *into)
{
    return below().xRandomness(&below(), size, into);
}

int sleep(sqlite3_vfs *, int microseconds)
{
    return below().xSleep(&below(), microseconds);
}

int currentTime(sqlite3_vfs *, double *now)
{
    return below().xCurrentTime(&below(), now);
}

int lastError(sqlite3_vfs *, int size, char *text)
{
    return below().xGetLastError(&below(), size, text);
}

sqlite3_vfs layer()
{
    sqlite3_initialize();
    sqlite3_vfs made {};
    made.iVersion = 1;
    // Files beside the database are opened by the layer below in the same room.
    made.szOsFile = std::max(int(sizeof(CheckedFile)), 1024);
    made.mxPathname = below().mxPathname;
    made.zName = "huying-checked";
    made.xOpen = open;
    made.xDelete = remove;
    made.xAccess = access;
    made.xFullPathname = fullPath;
    made.xRandomness = randomness;
    made.xSleep = sleep;
    made.xCurrentTime = currentTime;
    made.xGetLastError = lastError;
    return made;
}

std::expected<void, Failure> damaged(const Database &database, std::int64_t page)
{
    const char *const name = sqlite3_db_filename(database.connection(), "main");
    return failure(FailureKind::Damaged,
        QCoreApplication::translate("Storage", "Page %1 of %2 is not what was written.")
            .arg(page + 1)
            .arg(QString::fromUtf8(name != nullptr ? name : "")));
}

} // namespace

const char *checkedPages()
{
    static sqlite3_vfs own = layer();
    static const int registered = sqlite3_vfs_register(&own, 0);
    return registered == SQLITE_OK ? own.zName : nullptr;
}

std::expected<void, Failure> beginChecked(const Database &database)
{
    const auto pages = database.number("PRAGMA page_count");
    if (!pages || *pages > 0) {
        return pages ? failure(FailureKind::Invalid, QStringLiteral("the file has pages already"))
                     : std::unexpected(pages.error());
    }
    int bytes = reserved;
    if (sqlite3_file_control(database.connection(), "main", SQLITE_FCNTL_RESERVE_BYTES, &bytes) != SQLITE_OK
        || sqlite3_file_control(database.connection(), "main", beginOperation, nullptr) != SQLITE_OK) {
        return std::unexpected(failureOf(database.connection()));
    }
    return {};
}

std::expected<void, Failure> lookOver(const Database &database, std::int64_t &next, int count)
{
    bool isChecked = false;
    sqlite3_file *file = nullptr;
    sqlite3 *const connection = database.connection();
    sqlite3_file_control(connection, "main", askOperation, &isChecked);
    if (!isChecked
        || sqlite3_file_control(connection, "main", SQLITE_FCNTL_FILE_POINTER, static_cast<void *>(&file))
            != SQLITE_OK) {
        return {};
    }
    int inLog = 0;
    int moved = 0;
    if (sqlite3_wal_checkpoint_v2(connection, nullptr, SQLITE_CHECKPOINT_PASSIVE, &inLog, &moved) != SQLITE_OK
        || inLog != moved) {
        return {};
    }
    return database.number("PRAGMA page_size").and_then([&](std::int64_t size) -> std::expected<void, Failure> {
        std::vector<char> page(static_cast<std::size_t>(size));
        sqlite3_int64 end = 0;
        file->pMethods->xFileSize(file, &end);
        for (int looked = 0; looked < count && next * size < end; ++looked, ++next) {
            if (file->pMethods->xRead(file, page.data(), int(size), next * size) == SQLITE_IOERR_DATA) {
                return damaged(database, next);
            }
        }
        next = next * size < end ? next : 0;
        return {};
    });
}

} // namespace huying
