#include "MapPane.h"

#include <timebar/TimeBar.h>

#include <QQuickWidget>
#include <QVBoxLayout>

namespace huying
{

void MapPane::addTime()
{
    time_ = new TimeBar(source_, this);
    time_->hide();
    layout()->addWidget(time_);
    connect(&worker_, &HeatWorker::hoursCounted, this, [this](const std::shared_ptr<const HourCounts> &counts) {
        time_->setCounts(counts->byHour, counts->begin);
        askForHeat(); // the frame may be another one now
    });
    connect(this, &MapPane::heatShown, time_, &TimeBar::frameShown);
    connect(this, &MapPane::regionsShown, time_, &TimeBar::frameShown);
    connect(time_, &TimeBar::frameChanged, this, &MapPane::askForHeat);
    connect(time_, &TimeBar::exportWanted, this, &MapPane::askForFilm);
    connect(time_, &TimeBar::closed, this, [this] {
        time_->hide();
        if (view_ != nullptr) {
            view_->setFocus();
        }
        askForHeat();
    });
}

void MapPane::showTime()
{
    time_->show();
    time_->setFocus();
    countHours();
    askForHeat();
}

void MapPane::playTime()
{
    time_->play();
}

void MapPane::countHours()
{
    if (columns_ && !time_->isHidden()) {
        worker_.askHours(*columns_, filter_);
    }
}

DensityFilter MapPane::filterNow() const
{
    DensityFilter filter = filter_;
    if (const auto frame = time_->isHidden() ? std::nullopt : time_->frame()) {
        filter.from = frame->from;
        filter.until = frame->until;
    }
    return filter;
}

QString MapPane::periodNow() const
{
    const auto frame = time_->isHidden() ? std::nullopt : time_->frame();
    return frame ? time_->nameOf(*frame) : period_;
}

} // namespace huying
