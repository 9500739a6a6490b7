#pragma once

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

#include <unistd.h>

/// One run of a target (the name and the promise are libFuzzer's): whatever the bytes are, it returns 0.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);

namespace huying::fuzzing
{

inline std::string_view viewOf(const std::uint8_t *data, std::size_t size)
{
    return { reinterpret_cast<const char *>(data), size };
}

/// What has to hold whatever the input is.
inline void require(bool holds, const char *what)
{
    if (!holds) {
        std::fprintf(stderr, "broken promise: %s\n", what);
        std::abort();
    }
}

/// A folder of this process's, which stays for its whole life.
inline const std::filesystem::path &folder()
{
    static const std::filesystem::path made = [] {
        const std::filesystem::path shared = "/dev/shm"; // in memory, where there is one
        const std::filesystem::path above =
            std::filesystem::is_directory(shared) ? shared : std::filesystem::temp_directory_path();
        std::filesystem::path path = above / ("huying-fuzz-" + std::to_string(::getpid()));
        std::filesystem::create_directories(path);
        std::atexit([] {
            std::error_code ignored;
            std::filesystem::remove_all(folder(), ignored);
        });
        return path;
    }();
    return made;
}

/// `bytes` as a file in folder().
inline std::filesystem::path fileOf(std::string_view bytes)
{
    std::filesystem::path file = folder() / "input";
    std::ofstream(file, std::ios::binary | std::ios::trunc).write(bytes.data(), std::streamsize(bytes.size()));
    return file;
}

} // namespace huying::fuzzing
