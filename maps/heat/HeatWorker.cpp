#include "HeatWorker.h"

#include <condition_variable>
#include <mutex>

namespace huying
{

/// Where the wishes lie; everything in it under `mutex`.
struct HeatWorker::Desk {
    std::mutex mutex;
    std::condition_variable_any arrived;
    std::optional<HeatWish> next;
    std::stop_source current;

    /// The next wish and the means to stop it; absent at the end.
    std::optional<std::pair<HeatWish, std::stop_token>> take(const std::stop_token &end)
    {
        std::unique_lock lock(mutex);
        if (!arrived.wait(lock, end, [this] { return next.has_value(); })) {
            return std::nullopt;
        }
        current = {};
        std::pair taken { std::move(*next), current.get_token() };
        next.reset();
        return taken;
    }
};

HeatWorker::HeatWorker(QObject *parent)
    : QObject(parent), desk_(std::make_unique<Desk>()), thread_([this](const std::stop_token &end) {
        while (const auto taken = desk_->take(end)) {
            if (auto picture = heatPicture(taken->first, taken->second)) {
                auto shared = std::make_shared<const HeatPicture>(std::move(*picture));
                QMetaObject::invokeMethod(this, [this, shared] { emit done(shared); }, Qt::QueuedConnection);
            }
        }
    })
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

void HeatWorker::ask(HeatWish wish)
{
    {
        const std::scoped_lock lock(desk_->mutex);
        desk_->next = std::move(wish);
        desk_->current.request_stop();
    }
    desk_->arrived.notify_one();
}

std::optional<HeatPicture> heatPicture(const HeatWish &wish, const std::stop_token &stop)
{
    auto values = density(wish.columns, wish.filter, wish.radiusMetres, stop);
    if (!values) {
        return std::nullopt;
    }
    const double top = wish.lockedTop.value_or(topOf(*values));
    QImage image = coloured(*values, wish.ramp, top);
    return HeatPicture { std::move(*values), std::move(image), top };
}

} // namespace huying
