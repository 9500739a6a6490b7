#include "Packing.h"

#include <QCoreApplication>
#include <QFile>
#include <QSaveFile>

#include <zstd.h>

#include <memory>
#include <vector>

namespace huying
{

namespace
{

constexpr std::size_t blockSize = std::size_t { 1 } << 20;
/// Three times smaller at half the speed of a disk; higher levels cost more than they give.
constexpr int level = 3;
constexpr int workers = 2;
/// Memory that unpacking may take for what it looks back at: 2^27 bytes are the format's own recommendation.
constexpr int windowLog = 27;

struct FreeStream {
    void operator()(ZSTD_CStream *stream) const { ZSTD_freeCStream(stream); }
    void operator()(ZSTD_DStream *stream) const { ZSTD_freeDStream(stream); }
};

std::unexpected<Failure> unread(const QFileDevice &file)
{
    return failure(FailureKind::NotFound, QStringLiteral("%1: %2").arg(file.fileName(), file.errorString()));
}

std::unexpected<Failure> unwritten(const QFileDevice &file)
{
    return failure(FailureKind::Full, QStringLiteral("%1: %2").arg(file.fileName(), file.errorString()));
}

std::unexpected<Failure> damaged()
{
    return failure(
        FailureKind::Damaged, QCoreApplication::translate("Packing", "What was fetched to start from is damaged."));
}

/// The next block of `file`; Damaged never, NotFound when it cannot be read.
std::expected<ZSTD_inBuffer, Failure> nextBlock(QFile &file, std::vector<char> &room)
{
    const qint64 got = file.read(room.data(), qint64(room.size()));
    if (got < 0) {
        return unread(file);
    }
    return ZSTD_inBuffer { room.data(), std::size_t(got), 0 };
}

bool put(QSaveFile &file, const std::vector<char> &room, std::size_t size)
{
    return file.write(room.data(), qint64(size)) == qint64(size);
}

std::expected<void, Failure> packInto(QFile &from, QSaveFile &to)
{
    const std::unique_ptr<ZSTD_CStream, FreeStream> stream(ZSTD_createCStream());
    ZSTD_CCtx_setParameter(stream.get(), ZSTD_c_compressionLevel, level);
    ZSTD_CCtx_setParameter(stream.get(), ZSTD_c_checksumFlag, 1);
    ZSTD_CCtx_setParameter(stream.get(), ZSTD_c_nbWorkers, workers); // in vain where zstd was built without threads
    std::vector<char> read(blockSize);
    std::vector<char> made(ZSTD_CStreamOutSize());
    bool isLast = false;
    while (!isLast) {
        auto block = nextBlock(from, read);
        if (!block) {
            return std::unexpected(block.error());
        }
        isLast = block->size < read.size();
        std::size_t left = 1;
        while (isLast ? left != 0 : block->pos < block->size) {
            ZSTD_outBuffer out { made.data(), made.size(), 0 };
            left = ZSTD_compressStream2(stream.get(), &out, &*block, isLast ? ZSTD_e_end : ZSTD_e_continue);
            if (ZSTD_isError(left) != 0U || !put(to, made, out.pos)) {
                return unwritten(to);
            }
        }
    }
    return {};
}

std::expected<void, Failure> unpackInto(QFile &from, QSaveFile &to, std::int64_t most)
{
    const std::unique_ptr<ZSTD_DStream, FreeStream> stream(ZSTD_createDStream());
    ZSTD_DCtx_setParameter(stream.get(), ZSTD_d_windowLogMax, windowLog);
    std::vector<char> read(blockSize);
    std::vector<char> made(ZSTD_DStreamOutSize());
    std::int64_t size = 0;
    std::size_t left = 1; // of the frame: 0 at its end
    while (true) {
        auto block = nextBlock(from, read);
        if (!block) {
            return std::unexpected(block.error());
        }
        if (block->size == 0) {
            return left == 0 ? std::expected<void, Failure>() : damaged();
        }
        bool isFull = false;
        while (block->pos < block->size || (isFull && left != 0)) {
            ZSTD_outBuffer out { made.data(), made.size(), 0 };
            left = ZSTD_decompressStream(stream.get(), &out, &*block);
            size += std::int64_t(out.pos);
            if (ZSTD_isError(left) != 0U || size > most) {
                return damaged();
            }
            if (!put(to, made, out.pos)) {
                return unwritten(to);
            }
            isFull = out.pos == out.size;
        }
    }
}

} // namespace

std::expected<std::string, Failure> pack(const QString &from, const QString &to)
{
    QFile source(from);
    QSaveFile target(to);
    if (!source.open(QIODevice::ReadOnly | QIODevice::Unbuffered)) {
        return unread(source);
    }
    if (!target.open(QIODevice::WriteOnly)) {
        return unwritten(target);
    }
    if (const auto packed = packInto(source, target); !packed) {
        target.cancelWriting();
        return std::unexpected(packed.error());
    }
    if (!target.commit()) {
        return unwritten(target);
    }
    return packedName(to);
}

std::expected<void, Failure> unpack(const QString &from, const QString &to, std::int64_t most)
{
    QFile source(from);
    QSaveFile target(to);
    if (!source.open(QIODevice::ReadOnly | QIODevice::Unbuffered)) {
        return unread(source);
    }
    if (!target.open(QIODevice::WriteOnly)) {
        return unwritten(target);
    }
    const auto unpacked = unpackInto(source, target, most);
    if (!unpacked) {
        target.cancelWriting();
        return unpacked;
    }
    return target.commit() ? std::expected<void, Failure>() : unwritten(target);
}

} // namespace huying
