#pragma once

#include "Disk.h"

#include <sqlite3.h>

namespace huying::testing
{

/// What SQLite holds of an open file, in memory that is its own.
struct OpenFile {
    sqlite3_file base;
    Disk *disk;
    std::uint64_t epoch;
    std::string *path;
    std::shared_ptr<StoredFile> *file;
    int level;
    bool isShared;
    unsigned sharedHeld;
    unsigned exclusiveHeld;

    static OpenFile &of(sqlite3_file *file) { return *reinterpret_cast<OpenFile *>(file); }

    /// It was opened before its machine died.
    bool isDead() const { return disk->isDead() || epoch != disk->epoch(); }
    StoredFile &stored() const { return **file; }
};

/// Makes `handle` the open file at `path` of `disk`. One thread has all files of a disk.
void openAs(sqlite3_file *handle, Disk &disk, const std::string &path, std::shared_ptr<StoredFile> file);

// Locks and shared memory of a file, as the system layer of SQLite has them (sqlite.org/c3ref/io_methods.html).

int lock(sqlite3_file *handle, int level);
int unlock(sqlite3_file *handle, int level);
int checkReservedLock(sqlite3_file *handle, int *isReserved);
int sharedMap(sqlite3_file *handle, int region, int size, int extend, void volatile **mapped);
int sharedLock(sqlite3_file *handle, int first, int count, int flags);
int sharedUnmap(sqlite3_file *handle, int isRemoved);

} // namespace huying::testing
