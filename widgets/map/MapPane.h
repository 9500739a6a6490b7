#pragma once

#include "MapSheets.h"

#include <common/ThemeSource.h>
#include <geo/WriterProcess.h>
#include <scene/CountyScene.h>

#include <QWidget>

class QLayout;
class QQuickWidget;

namespace huying
{

class ChipButton;
class TimeBar;

/// The county map beside the queue: what the filters let through as pins, all that was reported as heat. The map itself
/// is made when the pane is shown for the first time: a desk that stays with its queue does not pay for it.
class MapPane : public QWidget
{
    Q_OBJECT
public:
    explicit MapPane(const ThemeSource &source, QWidget *parent = nullptr);
    ~MapPane() override;

    void setRegions(std::vector<Region> regions);
    /// Roads, waters and whatever else is to be seen besides the regions, by name.
    void setReferenceLayers(const std::map<std::string, ReferenceLayer> &layers);
    /// The open tickets to show; those without a place are left out by the caller.
    void setPins(std::vector<MapPin> pins);
    /// What is said about a ticket under the pointer.
    void setTicketText(std::function<QString(const TicketId &)> text);
    /// What sheets say of themselves.
    void setSheetWords(std::function<SheetWords()> words) { words_ = std::move(words); }
    /// What makes files for other programs; without it `huying-geo` beside this one.
    void setWriter(WriterProcess writer) { writer_ = std::move(writer); }
    /// What lies under everything else. Where it cannot be shown the map is as without it, and says why.
    void setBaseMap(const BaseMapChoice &choice);

    /// What lies over the land: the density of tickets, figures by region, or nothing.
    enum class Shown : std::uint8_t { Density, Regions, Nothing };
    [[nodiscard]] Shown shownNow() const;
    /// How many tickets the density on the map is made of.
    [[nodiscard]] std::size_t ticketsInDensity() const { return scene_.heat() ? scene_.heat()->density.counted : 0; }

    /// Tickets to count for the heat layer, or by region; `period` is said in its legend ("last 30 days"). Counting
    /// happens on a thread of its own; the picture follows a few milliseconds later.
    void setHeat(const HeatColumns &columns, const DensityFilter &filter, const QString &period);
    /// Shows no heat until it is set again.
    void clearHeat();

public slots:
    /// Marks a ticket that was chosen elsewhere.
    void select(const std::optional<huying::TicketId> &ticket);
    /// Marks the region that the filter names; empty for the whole county.
    void pick(const huying::RegionCode &region);
    /// Shows the area that narrows the list.
    void setArea(const huying::GeoArea &area);
    /// A ring opens where a new ticket is.
    void announce(huying::GeoPoint place);
    void showWholeCounty();
    /// As if chosen in the pane's own controls.
    void showDensity();
    void showRegions(huying::RegionLevel level, huying::RegionMeasure measure);
    /// The scale stays as it is now, or follows the filter.
    void lockScale(bool isLocked);
    /// `place` comes into the middle.
    void showPlace(huying::GeoPoint place, double zoom);
    /// Plays the period from where the time bar is.
    void playTime();
    /// The next clicks and strokes on the map are corners of an area.
    void drawArea();
    /// Frame by frame through the period, below the map.
    void showTime();

signals:
    void ticketActivated(const huying::TicketId &ticket);
    /// A group was chosen whose tickets lie at one place.
    void ticketsPicked(const QList<huying::TicketId> &tickets);
    /// Empty: the whole county.
    void regionPicked(const huying::RegionCode &region);
    void areaDrawn(const huying::GeoArea &area);
    /// A file was written.
    void fileWritten(const QString &file);
    /// Another base map was chosen here; it is shown already.
    void baseMapChosen(const huying::BaseMapChoice &choice);
    /// A new heat picture is on the map.
    void heatShown();
    /// Regions have been shaded anew.
    void regionsShown();
    /// The pane has come into sight.
    void shown();

protected:
    void showEvent(QShowEvent *event) override;

private:
    void addControls(QLayout *line);
    void addDensityControls(QLayout *line);
    void addRegionControls(QLayout *line);
    void addScale(QLayout *line);
    void addReference(QLayout *line);
    void offerReference();
    void turn(CountyScene::Turn what);
    void addView();
    void askForBaseMap();
    void askForFile();
    void askForFilm();
    void addTime();
    void countHours();
    /// The filter, narrowed to the frame of the time bar while it is there.
    [[nodiscard]] DensityFilter filterNow() const;
    [[nodiscard]] QString periodNow() const;
    MapSight sight() const;
    HeatWish wish() const;
    void wear();
    void askForHeat();
    void showRegionPicture();
    void unlock();

    const ThemeSource &source_;
    CountyScene scene_;
    HeatWorker worker_;
    QQuickWidget *view_ = nullptr;
    bool isMade_ = false; ///< the view, or it is being made
    ChipButton *shown_ = nullptr;
    ChipButton *radius_ = nullptr;
    ChipButton *level_ = nullptr;
    ChipButton *measure_ = nullptr;
    ChipButton *scale_ = nullptr;
    ChipButton *outlines_ = nullptr;
    ChipButton *reference_ = nullptr;
    TimeBar *time_ = nullptr;
    std::function<SheetWords()> words_;
    WriterProcess writer_;
    std::optional<HeatColumns> columns_;
    DensityFilter filter_;
    QString period_;
    std::optional<double> lockedTop_;
    std::shared_ptr<const RegionCounts> counts_;
    std::optional<RegionClasses> lockedClasses_;
    BaseMapChoice base_;
};

} // namespace huying
