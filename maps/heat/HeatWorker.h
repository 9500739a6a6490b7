#pragma once

#include "HeatColours.h"

#include <QObject>

#include <memory>
#include <thread>

namespace huying
{

/// What is asked of the worker.
struct HeatWish {
    HeatColumns columns;
    DensityFilter filter;
    double radiusMetres = 600;
    std::optional<double> lockedTop; ///< absent: the scale follows the values
    HeatRamp ramp;
};

/// What is drawn: values, picture and the scale that both share.
struct HeatPicture {
    Density density;
    QImage image;
    double top = 1;
};

/// Counts, blurs and colours on a thread of its own. Only the latest wish counts: a newer one stops the one at work.
class HeatWorker : public QObject
{
    Q_OBJECT
public:
    explicit HeatWorker(QObject *parent = nullptr);
    ~HeatWorker() override;

    void ask(HeatWish wish);

signals:
    /// In the thread in which the worker was made.
    void done(std::shared_ptr<const huying::HeatPicture> picture);

private:
    struct Desk;
    std::unique_ptr<Desk> desk_;
    std::jthread thread_;
};

/// The whole way from filter to picture; absent when it was stopped.
std::optional<HeatPicture> heatPicture(const HeatWish &wish, const std::stop_token &stop = {});

} // namespace huying
