#include "HeatWorker.h"

#include <condition_variable>
#include <mutex>
#include <variant>

namespace huying
{

namespace
{

using MapWish = std::variant<HeatWish, RegionWish>;

} // namespace

/// Where the wishes lie; everything in it under `mutex`.
struct HeatWorker::Desk {
    std::mutex mutex;
    std::condition_variable_any arrived;
    std::optional<MapWish> next;
    std::optional<RegionWish> nextHours;
    std::stop_source current;

    struct Taken {
        std::optional<MapWish> wish;
        std::optional<RegionWish> hours; ///< when nothing is wanted for the map
        std::stop_token stop;
    };

    /// The next wish and the means to stop it; absent at the end.
    std::optional<Taken> take(const std::stop_token &end)
    {
        std::unique_lock lock(mutex);
        if (!arrived.wait(lock, end, [this] { return next || nextHours; })) {
            return std::nullopt;
        }
        current = {};
        Taken taken { std::exchange(next, std::nullopt), std::nullopt, current.get_token() };
        if (!taken.wish) {
            taken.hours = std::exchange(nextHours, std::nullopt);
        }
        return taken;
    }

    void put(MapWish wish)
    {
        {
            const std::scoped_lock lock(mutex);
            next = std::move(wish);
            current.request_stop();
        }
        arrived.notify_one();
    }
};

HeatWorker::HeatWorker(QObject *parent)
    : QObject(parent), desk_(std::make_unique<Desk>()), thread_([this](const std::stop_token &end) { work(end); })
{
}

HeatWorker::~HeatWorker()
{
    thread_.request_stop();
    {
        const std::scoped_lock lock(desk_->mutex);
        desk_->current.request_stop();
    }
    thread_.join();
}

void HeatWorker::work(const std::stop_token &end)
{
    DensityCounter counter;
    const auto hand = [this](auto result, auto signal) {
        if (result) {
            using Result = std::remove_reference_t<decltype(*result)>;
            auto shared = std::make_shared<const Result>(std::move(*result));
            QMetaObject::invokeMethod(
                this, [this, shared, signal] { emit(this->*signal)(shared); }, Qt::QueuedConnection);
        }
    };
    while (const auto taken = desk_->take(end)) {
        if (taken->hours) {
            auto counts = hourCounts(taken->hours->columns, taken->hours->filter, taken->stop);
            if (!counts && !end.stop_requested()) {
                // The map was wanted meanwhile; the hours are not forgotten.
                const std::scoped_lock lock(desk_->mutex);
                if (!desk_->nextHours) {
                    desk_->nextHours = taken->hours;
                }
            }
            hand(std::move(counts), &HeatWorker::hoursCounted);
        } else if (const auto *heat = std::get_if<HeatWish>(&*taken->wish)) {
            hand(heatPicture(*heat, counter, taken->stop), &HeatWorker::done);
        } else {
            const auto &regions = std::get<RegionWish>(*taken->wish);
            hand(regionCounts(regions.columns, regions.filter, taken->stop), &HeatWorker::counted);
        }
    }
}

void HeatWorker::ask(HeatWish wish)
{
    desk_->put(std::move(wish));
}

void HeatWorker::ask(RegionWish wish)
{
    desk_->put(std::move(wish));
}

void HeatWorker::askHours(const HeatColumns &columns, const DensityFilter &filter)
{
    {
        const std::scoped_lock lock(desk_->mutex);
        desk_->nextHours = RegionWish { columns, filter };
    }
    desk_->arrived.notify_one();
}

std::optional<HeatPicture> heatPicture(const HeatWish &wish, DensityCounter &counter, const std::stop_token &stop)
{
    auto values = counter.count(wish.columns, wish.filter, wish.radiusMetres, stop);
    if (!values) {
        return std::nullopt;
    }
    const double top = wish.lockedTop.value_or(topOf(*values));
    QImage image = coloured(*values, wish.ramp, top);
    return HeatPicture { std::move(*values), std::move(image), top, wish.radiusMetres };
}

std::optional<HeatPicture> heatPicture(const HeatWish &wish, const std::stop_token &stop)
{
    DensityCounter counter;
    return heatPicture(wish, counter, stop);
}

} // namespace huying
