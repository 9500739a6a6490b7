#include "SimulatedPictures.h"

#include "Ledgers.h"

#include <attachments/PictureHeader.h>
#include <scenery/Scene.h>
#include <simulation/Random.h>

#include <QBuffer>
#include <QCoreApplication>
#include <QImageWriter>

#include <algorithm>
#include <functional>

namespace huying
{

namespace
{

struct SaySimulatedPictures {
    Q_DECLARE_TR_FUNCTIONS(huyingctl)
};

constexpr std::size_t proposalsAtOnce = 50;

QByteArray jpegOf(const QImage &image)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QImageWriter writer(&buffer, "jpeg");
    writer.setQuality(82);
    return writer.write(image) ? bytes : QByteArray();
}

/// What the ticket's title speaks of, as far as it can be drawn.
SceneKind kindFor(const std::string &title, Random &random)
{
    if (title.contains("灯")) {
        return SceneKind::DarkLamp;
    }
    if (title.contains("垃圾") || title.contains("堆")) {
        return SceneKind::Waste;
    }
    if (title.contains("水") || title.contains("管") || title.contains("井")) {
        return SceneKind::Water;
    }
    if (title.contains("路") || title.contains("坑")) {
        return SceneKind::Pothole;
    }
    return static_cast<SceneKind>(random.below(4));
}

std::expected<Attachment, Failure> keptPicture(BlobFolder &folder, SceneKind kind, std::uint64_t seed, int number)
{
    const QByteArray jpeg = jpegOf(drawnScene(kind, seed, false));
    const std::string_view bytes(jpeg.constData(), std::size_t(jpeg.size()));
    const PictureHeader header = pictureHeaderOf(bytes).value_or(PictureHeader {});
    Attachment attachment { .sha256 = sha256Of(bytes),
        .type = header.type,
        .bytes = int(bytes.size()),
        .width = header.width,
        .height = header.height,
        .name = "photo-" + std::to_string(number) + ".jpg" };
    return folder.put(attachment, bytes).transform([&] { return attachment; });
}

std::expected<TicketEvent, Failure> photosOf(const TicketRow &row, BlobFolder &folder, std::uint64_t seed)
{
    Random random(seed, { row.id.bytes[14], row.id.bytes[15], row.id.bytes[13] });
    const SceneKind kind = kindFor(row.title, random);
    PhotosAdded added { "现场照片", {} };
    const int count = 1 + int(random.below(3));
    for (int i = 1; i <= count; ++i) {
        const auto kept = keptPicture(folder, kind, random.next(), i);
        if (!kept) {
            return std::unexpected(kept.error());
        }
        added.attachments.push_back(*kept);
    }
    TicketEvent event;
    event.at = row.changedAt;
    event.id = uuid7(event.at, random.bytes<10>());
    event.ticket = row.id;
    event.decidedOn = row.version;
    event.author.role = Role::Unit;
    event.author.unit = row.lead;
    event.author.name = row.lead.isEmpty() ? "网格员" : "";
    event.content = std::move(added);
    return event;
}

std::expected<std::vector<TicketRow>, Failure> chosenRows(RowStore &rows, int count)
{
    std::vector<TicketRow> open;
    const auto walked = rows.walk([&](const TicketRow &row) -> std::expected<void, Failure> {
        if (row.isOpen()) {
            open.push_back(row);
        }
        return {};
    });
    if (!walked) {
        return std::unexpected(walked.error());
    }
    std::ranges::sort(open, [](const TicketRow &one, const TicketRow &other) {
        return one.due.value_or(Instant::max()) < other.due.value_or(Instant::max());
    });
    const auto first = std::min(open.size(), std::size_t(count) / 2);
    std::ranges::sort(
        open.begin() + std::ptrdiff_t(first), open.end(), std::ranges::greater {}, &TicketRow::reportedAt);
    open.resize(std::min(open.size(), std::size_t(count)));
    return open;
}

} // namespace

std::expected<int, Failure> addSimulatedPictures(
    const std::filesystem::path &file, BlobFolder &folder, int count, std::uint64_t seed)
{
    auto ledger = Ledger::open(file, LedgerSettings {});
    if (!ledger) {
        return std::unexpected(ledger.error());
    }
    const auto rows = chosenRows(ledger->reader().rows(), count);
    if (!rows) {
        return std::unexpected(rows.error());
    }
    int pictures = 0;
    std::vector<Proposal> proposals;
    const auto flush = [&](std::size_t most) -> std::expected<void, Failure> {
        if (proposals.size() <= most) {
            return {};
        }
        const auto outcomes = ledger->append(std::exchange(proposals, {}), clockNow());
        if (!outcomes) {
            return std::unexpected(outcomes.error());
        }
        const auto refused = std::ranges::find_if(*outcomes, [](const Outcome &each) { return !each.isAccepted(); });
        return refused == outcomes->end() ? std::expected<void, Failure>() : std::unexpected(*refused->refused);
    };
    for (const TicketRow &row : *rows) {
        const auto event = photosOf(row, folder, seed);
        if (!event) {
            return std::unexpected(event.error());
        }
        pictures += int(attachmentsOf(event->content).size());
        proposals.push_back({ { recordOf(*event, {}) } });
        if (const auto flushed = flush(proposalsAtOnce); !flushed) {
            return std::unexpected(flushed.error());
        }
        if (isStopAsked()) {
            return failure(FailureKind::Cancelled, SaySimulatedPictures::tr("Stopped."));
        }
    }
    return flush(0).transform([&] { return pictures; });
}

} // namespace huying
