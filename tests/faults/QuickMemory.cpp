#include "QuickMemory.h"

#if defined(__SANITIZE_ADDRESS__)

void huying::testing::useQuickMemory() {}

#else

#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdlib>
#include <cstring>
#include <new>

namespace huying::testing
{

namespace
{

constexpr std::size_t fineStep = 32; ///< between the sizes of small blocks
constexpr std::size_t fineEnd = 2048;
/// Sizes double from fineEnd up to here; what is larger is malloc's. Files of disks are below it: given back, malloc
/// would let the system take their pages away, and bring them again for the next world.
constexpr std::size_t coarseEnd = 4 * 1024 * 1024;
constexpr std::size_t fineSizes = fineEnd / fineStep;
constexpr std::size_t coarseSizes = std::size_t(std::countr_zero(coarseEnd) - std::countr_zero(fineEnd));
constexpr std::size_t chunk = 1024 * 1024;

/// Stands before each block.
struct alignas(16) Head {
    std::size_t size; ///< of the block, without this
    Head *next; ///< of those that are free
};

/// The free blocks of each size, and memory that was not used yet.
struct Store {
    std::array<Head *, fineSizes + coarseSizes> free {};
    char *fresh = nullptr;
    std::size_t left = 0;
};
constinit thread_local Store store;

std::size_t sizeFor(std::size_t bytes)
{
    return bytes <= fineEnd ? (bytes + fineStep - 1) / fineStep * fineStep : std::bit_ceil(bytes);
}

/// Of blocks of a size that sizeFor gives, and not more than coarseEnd.
std::size_t placeOf(std::size_t size)
{
    return size <= fineEnd ? size / fineStep - 1
                           : fineSizes + std::size_t(std::countr_zero(size) - std::countr_zero(fineEnd)) - 1;
}

Head *headOf(void *block)
{
    return static_cast<Head *>(block) - 1;
}

Head *freshBlock(std::size_t size)
{
    const std::size_t whole = sizeof(Head) + size;
    if (whole > chunk / 4) {
        return static_cast<Head *>(std::malloc(whole));
    }
    if (store.left < whole) {
        auto *const more = static_cast<char *>(std::malloc(chunk));
        if (more == nullptr) {
            return nullptr;
        }
        store.fresh = more;
        store.left = chunk;
    }
    auto *const head = reinterpret_cast<Head *>(store.fresh);
    store.fresh += whole;
    store.left -= whole;
    return head;
}

void *take(std::size_t bytes)
{
    const std::size_t size = sizeFor(std::max<std::size_t>(bytes, 1));
    Head *head = nullptr;
    if (size > coarseEnd) {
        head = static_cast<Head *>(std::malloc(sizeof(Head) + size));
    } else if (Head *&first = store.free[placeOf(size)]; first != nullptr) {
        head = first;
        first = head->next;
    } else {
        head = freshBlock(size);
    }
    if (head == nullptr) {
        return nullptr;
    }
    head->size = size;
    return head + 1;
}

void giveBack(void *block)
{
    Head *const head = headOf(block);
    if (head->size > coarseEnd) {
        return std::free(head);
    }
    Head *&first = store.free[placeOf(head->size)];
    head->next = first;
    first = head;
}

void *change(void *block, int bytes)
{
    const std::size_t size = headOf(block)->size;
    if (std::size_t(bytes) <= size) {
        return block;
    }
    void *const larger = take(std::size_t(bytes));
    if (larger != nullptr) {
        std::memcpy(larger, block, size);
        giveBack(block);
    }
    return larger;
}

} // namespace

void useQuickMemory()
{
    const sqlite3_mem_methods methods { [](int bytes) { return take(std::size_t(bytes)); }, giveBack, change,
        [](void *block) { return block == nullptr ? 0 : int(headOf(block)->size); },
        [](int bytes) { return int(sizeFor(std::size_t(bytes))); }, [](void *) { return SQLITE_OK; }, [](void *) {},
        nullptr };
    sqlite3_config(SQLITE_CONFIG_MALLOC, &methods);
}

} // namespace huying::testing

void *operator new(std::size_t bytes)
{
    void *const block = huying::testing::take(bytes);
    if (block == nullptr) {
        throw std::bad_alloc();
    }
    return block;
}

void operator delete(void *block) noexcept
{
    if (block != nullptr) {
        huying::testing::giveBack(block);
    }
}

void operator delete(void *block, std::size_t) noexcept
{
    operator delete(block);
}

#endif
