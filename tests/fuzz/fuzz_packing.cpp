// The file that a new desk starts from, as it comes.
#include "Fuzzing.h"

#include <packing/Packing.h>

#include <QString>

using namespace huying;
using namespace huying::fuzzing;

namespace
{
constexpr std::int64_t most = 1 << 20;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::filesystem::path packed = fileOf(fuzzing::viewOf(data, size));
    const std::filesystem::path unpacked = folder() / "unpacked";
    const QString to = QString::fromStdString(unpacked.string());
    const bool isWhole = unpack(QString::fromStdString(packed.string()), to, most).has_value();
    require(isWhole == std::filesystem::exists(unpacked), "what is unpacked is there whole or not at all");
    require(!isWhole || std::filesystem::file_size(unpacked) <= most, "no more is unpacked than may be");
    std::filesystem::remove(unpacked);
    return 0;
}
