#pragma once

#include "HeatColours.h"
#include "HourCounts.h"
#include "RegionCounts.h"

#include <QObject>

#include <memory>
#include <thread>

namespace huying
{

/// What is asked of the worker: a density.
struct HeatWish {
    HeatColumns columns;
    DensityFilter filter;
    double radiusMetres = 600;
    std::optional<double> lockedTop; ///< absent: the scale follows the values
    HeatRamp ramp;
};

/// Or counts by region.
struct RegionWish {
    HeatColumns columns;
    DensityFilter filter;
};

/// What is drawn: values, picture and the scale that both share.
struct HeatPicture {
    Density density;
    QImage image;
    double top = 1;
    double radiusMetres = 600;
};

/// Counts, blurs and colours on a thread of its own. Of densities and of counts by region only the latest wish counts:
/// a newer one stops the one at work. Counts by the hour are made beside it, the latest wish last.
class HeatWorker : public QObject
{
    Q_OBJECT
public:
    explicit HeatWorker(QObject *parent = nullptr);
    ~HeatWorker() override;

    void ask(HeatWish wish);
    void ask(RegionWish wish);
    /// Tickets by the hour, of all that `filter` lets pass.
    void askHours(const HeatColumns &columns, const DensityFilter &filter);

signals:
    // All in the thread in which the worker was made.
    void done(std::shared_ptr<const huying::HeatPicture> picture);
    void counted(std::shared_ptr<const huying::RegionCounts> counts);
    void hoursCounted(std::shared_ptr<const huying::HourCounts> counts);

private:
    struct Desk;
    void work(const std::stop_token &end);

    std::unique_ptr<Desk> desk_;
    std::jthread thread_;
};

/// The whole way from filter to picture; absent when it was stopped. `counter` remembers from picture to picture.
std::optional<HeatPicture> heatPicture(const HeatWish &wish, DensityCounter &counter, const std::stop_token &stop = {});
std::optional<HeatPicture> heatPicture(const HeatWish &wish, const std::stop_token &stop = {});

} // namespace huying
