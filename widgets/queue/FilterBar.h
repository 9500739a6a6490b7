#pragma once

#include <common/ThemeSource.h>
#include <domain/Directory.h>
#include <domain/TicketFilter.h>

#include <QFrame>

#include <memory>

class QHBoxLayout;

namespace huying
{

class ChipButton;
class ElidedLabel;

/// The chips that rule queue and map together: category (a tree), region (a tree), period, channel, step,
/// deadline class, and an area drawn on the map.
class FilterBar : public QFrame
{
    Q_OBJECT
public:
    explicit FilterBar(const ThemeSource &source, QWidget *parent = nullptr);

    void setDirectory(std::shared_ptr<const Directory> directory);
    /// Today decides what "the last seven days" are.
    void setToday(Day today);

    [[nodiscard]] const TicketFilter &filter() const { return _filter; }
    void setFilter(const TicketFilter &filter);
    /// Whether anything but words narrows.
    [[nodiscard]] bool isNarrowed() const;

    /// What stands at the right: how the rows are sorted and how many they are.
    /// `brief` where there is no room for the whole.
    void say(const QString &text, const QString &brief);

signals:
    void filterChanged();

private:
    void offerCategories();
    void offerRegions();
    void fillPeriods();
    void fillChannels();
    void fillSteps();
    void fillClasses();
    void choosePeriod(std::optional<Day> from, std::optional<Day> until);
    void askPeriod();
    void tell();
    TicketFilter wordsAlone() const;
    QString periodText() const;

    const ThemeSource &_source;
    TicketFilter _filter;
    std::shared_ptr<const Directory> _directory;
    Day _today {};
    ChipButton *_category;
    ChipButton *_region;
    ChipButton *_period;
    ChipButton *_channel;
    ChipButton *_step;
    ChipButton *_class;
    ChipButton *_area; ///< seen while one is drawn; a click takes it back
    ChipButton *_none;
    ElidedLabel *_words;
};

} // namespace huying
