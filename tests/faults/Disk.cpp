#include "Disk.h"

#include <sqlite3.h>

#include <algorithm>
#include <cstring>

namespace huying::testing
{

namespace
{

constexpr std::size_t sector = 512;
constexpr std::size_t roomAtOnce = 256 * 1024; ///< more than most files of a world ever need

void lay(std::string &content, std::size_t offset, std::string_view bytes)
{
    const std::size_t end = offset + bytes.size();
    if (content.capacity() < end) {
        content.reserve(end + roomAtOnce);
    }
    if (content.size() == offset) {
        content.append(bytes);
        return;
    }
    if (content.size() < end) {
        content.resize(end);
    }
    std::memcpy(content.data() + offset, bytes.data(), bytes.size());
}

std::string_view bytesOf(const StoredFile &file, const StoredFile::Change &change)
{
    return std::string_view(file.written).substr(change.from, change.size);
}

void carryOut(std::string &content, const StoredFile &file, const StoredFile::Change &change)
{
    change.isTruncation ? content.resize(change.offset) : lay(content, change.offset, bytesOf(file, change));
}

void forgetChanges(StoredFile &file)
{
    file.unsynced.clear();
    file.written.clear();
}

} // namespace

Disk::Disk(std::uint64_t seed) : _random(seed) {}

void Disk::put(const std::string &path, const std::string &bytes)
{
    auto file = std::make_shared<StoredFile>();
    for (std::string *const content : { &file->now, &file->synced }) {
        content->reserve(bytes.size() + roomAtOnce);
        *content = bytes;
    }
    file->isEntered = true;
    _files[path] = std::move(file);
}

void Disk::remove(const std::string &path)
{
    for (const char *const ending : { "", "-wal", "-journal" }) {
        _files.erase(path + ending);
        _removed.erase(path + ending);
    }
}

bool Disk::damage(const std::string &path)
{
    const auto found = _files.find(path);
    if (found == _files.end() || found->second->now.empty()) {
        return false;
    }
    StoredFile &file = *found->second;
    const std::size_t at = _random() % file.now.size();
    const std::size_t length = std::min<std::size_t>(1 + _random() % 16, file.now.size() - at);
    for (std::size_t i = at; i < at + length; ++i) {
        const char turned = char(1 + _random() % 255);
        file.now[i] = char(file.now[i] ^ turned);
        if (i < file.synced.size()) {
            file.synced[i] = char(file.synced[i] ^ turned);
        }
    }
    return true;
}

void Disk::dieAfter(int writes, Death how)
{
    _diesIn = writes;
    _death = how;
}

void Disk::dieNow(Death how)
{
    _isDead = true;
    ++_epoch;
    if (how == Death::PowerLoss) {
        losePower();
    }
    for (auto &[path, file] : _files) {
        // What is open belongs to nobody any more: the next one finds the bytes without locks.
        auto alone = std::make_shared<StoredFile>();
        alone->now = std::move(file->now);
        alone->synced = std::move(file->synced);
        alone->unsynced = std::move(file->unsynced);
        alone->written = std::move(file->written);
        alone->isEntered = file->isEntered;
        file = std::move(alone);
    }
}

void Disk::start()
{
    _isDead = false;
    _failsIn = -1;
    _diesIn = -1;
}

/// The bytes of `file` after a power loss: any of the changes since its last sync, in whole or in part.
std::string Disk::leftOf(const StoredFile &file)
{
    std::string left = file.synced;
    for (const StoredFile::Change &change : file.unsynced) {
        const auto choice = _random() % 4;
        if (choice == 0) {
            continue;
        }
        if (choice < 3 || change.isTruncation) {
            carryOut(left, file, change);
            continue;
        }
        for (std::size_t at = 0; at < change.size; at += sector) {
            if (_random() % 2 == 0) {
                lay(left, change.offset + at, bytesOf(file, change).substr(at, sector));
            }
        }
    }
    return left;
}

void Disk::losePower()
{
    for (auto &[path, file] : _removed) {
        const auto there = _files.find(path);
        const bool comesBack = _random() % 2 == 0;
        if (comesBack && (there == _files.end() || !there->second->isEntered)) {
            _files[path] = file;
        }
    }
    _removed.clear();
    for (auto each = _files.begin(); each != _files.end();) {
        StoredFile &file = *each->second;
        if (!file.isEntered && _random() % 2 == 0) {
            each = _files.erase(each);
            continue;
        }
        file.now = leftOf(file);
        file.synced = file.now;
        forgetChanges(file);
        file.isEntered = true;
        ++each;
    }
}

Disk::Chance Disk::step()
{
    ++_writes;
    const auto isUp = [](auto &left) {
        const bool isNow = left == 0;
        left -= left >= 0 ? 1 : 0;
        return isNow;
    };
    if (isUp(_diesIn)) {
        return Chance::Dies;
    }
    return isUp(_failsIn) ? Chance::Fails : Chance::Goes;
}

std::shared_ptr<StoredFile> Disk::open(const std::string &path, bool create)
{
    if (_isDead) {
        return nullptr;
    }
    if (const auto found = _files.find(path); found != _files.end()) {
        return found->second;
    }
    return create ? _files[path] = std::make_shared<StoredFile>() : nullptr;
}

int Disk::write(StoredFile &file, std::string_view bytes, std::size_t offset)
{
    if (_isFull && offset + bytes.size() > file.now.size()) {
        return SQLITE_FULL;
    }
    const Chance chance = step();
    if (chance == Chance::Fails) {
        return SQLITE_IOERR_WRITE;
    }
    const std::string_view written = chance == Chance::Dies ? bytes.substr(0, _random() % (bytes.size() + 1)) : bytes;
    lay(file.now, offset, written);
    file.unsynced.push_back({ offset, file.written.size(), written.size(), false });
    file.written += written;
    if (chance == Chance::Dies) {
        dieNow(_death);
        return SQLITE_IOERR_WRITE;
    }
    return SQLITE_OK;
}

int Disk::truncate(StoredFile &file, std::size_t size)
{
    if (step() == Chance::Dies) {
        dieNow(_death);
        return SQLITE_IOERR_TRUNCATE;
    }
    file.now.resize(size);
    file.unsynced.push_back({ size, 0, 0, true });
    return SQLITE_OK;
}

int Disk::sync(const std::string &path, StoredFile &file)
{
    switch (step()) {
    case Chance::Fails:
        return SQLITE_IOERR_FSYNC;
    case Chance::Dies:
        dieNow(_death);
        return SQLITE_IOERR_FSYNC;
    case Chance::Goes:
        break;
    }
    if (!_ignored.empty() && path.contains(_ignored)) {
        return SQLITE_OK;
    }
    for (const StoredFile::Change &change : file.unsynced) {
        carryOut(file.synced, file, change);
    }
    forgetChanges(file);
    if (!file.isEntered) {
        // A new file is synced together with its folder.
        file.isEntered = true;
        _removed.clear();
    }
    return SQLITE_OK;
}

int Disk::unlink(const std::string &path, bool isDirectorySynced)
{
    const auto found = _files.find(path);
    if (found == _files.end()) {
        return SQLITE_IOERR_DELETE_NOENT;
    }
    if (step() == Chance::Dies) {
        dieNow(_death);
        return SQLITE_IOERR_DELETE;
    }
    if (found->second->isEntered) {
        _removed[path] = found->second;
    }
    _files.erase(found);
    if (isDirectorySynced) {
        _removed.clear();
    }
    return SQLITE_OK;
}

} // namespace huying::testing
