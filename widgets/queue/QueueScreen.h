#pragma once

#include "FilterBar.h"
#include "TicketTable.h"
#include "ViewsList.h"

#include <common/ThemeSource.h>
#include <language/Initials.h>
#include <views/ShownQueue.h>

#include <QElapsedTimer>
#include <QTimer>
#include <QWidget>

#include <functional>

class QSplitter;
class QStackedWidget;

namespace huying
{

class ActionButton;
class CountPill;
class EmptyState;

/// The queue as one works with it all day: views at the left with counts, filters over the table. Keeps selection and
/// scroll position while tickets arrive.
class QueueScreen : public QWidget
{
    Q_OBJECT
public:
    using Clock = std::function<Instant()>;

    /// `clock` is the corrected time.
    QueueScreen(const ThemeSource &source, Clock clock, QWidget *parent = nullptr);

    void setDirectory(std::shared_ptr<const Directory> directory);
    /// Which points lie outside the county.
    void setOutside(std::function<bool(GeoPoint)> isOutside) { _model.setOutside(std::move(isOutside)); }
    /// Rows that are new or have changed.
    void take(const std::vector<RowPointer> &rows);
    /// Tickets that are not to be seen here any more; all of them.
    void remove(const std::vector<TicketId> &tickets);
    void removeAll();
    /// The answer to `archiveWanted`.
    void showPage(const ArchiveAsk &ask, const std::vector<RowPointer> &rows, bool isMore);
    /// There is no answer; the reason is told elsewhere.
    void failPage();
    /// How many tickets the pages of `filter` have in all.
    void showCount(const TicketFilter &filter, std::int64_t tickets);

    [[nodiscard]] const Queue &queue() const { return _queue; }
    [[nodiscard]] FilterBar &filters() { return *_filters; }
    [[nodiscard]] TicketTable &table() { return *_table; }
    [[nodiscard]] ViewsList &views() { return *_views; }
    /// The rows in sight of the filter and the view, for the map.
    [[nodiscard]] std::vector<RowPointer> shownRows() const;
    /// What is to be found. Emptied, it returns to the view that was left for all tickets.
    void setWords(const QString &words);
    /// The keyboard is to go to what was found: `found` follows as soon as there is something. Where the words are
    /// nowhere in the view, all tickets are looked through.
    void goToFound();
    /// Whether closed tickets are still being fetched: then an empty list says so.
    void setFirstPart(bool isFirstPart);

    /// A screen that shows the same rows in another way, in the place of the table.
    void setMap(QWidget *map);
    void showMap(bool isShown);

    /// How wide the views are.
    [[nodiscard]] QByteArray savedPanes() const;
    void restorePanes(const QByteArray &panes);

signals:
    void ticketChosen(const huying::TicketId &ticket);
    void ticketOpened(const huying::TicketId &ticket);
    void archiveWanted(const huying::ArchiveAsk &ask);
    /// What is shown has changed: other rows, another filter.
    void shownChanged();
    /// The keyboard may go to what was found.
    void found();
    /// Words that the view does not have are to be looked for in all tickets.
    void everywhereWanted();

private:
    /// What is known of the archive's first page.
    enum class Answer : std::uint8_t { None, Awaited, Here, Failed };

    QWidget *addMiddle();
    void refresh();
    void tick();
    void showAnew();
    void follow(const ShownQueue::Steps &steps);
    void viewChosen();
    void askFirstPage();
    void sortBy(int column);
    void countArrivals(const std::vector<RowPointer> &rows);
    void tell();
    void tellEmpty();
    void lookEverywhere();
    void changeView(std::optional<QueueView> view);
    std::vector<WordSense> sensesOf(const std::string &words);

    Clock _clock;
    std::shared_ptr<const Directory> _directory;
    std::optional<Initials> _initials;
    Queue _queue;
    ShownQueue _shown;
    std::vector<RowPointer> _arriving; ///< of the last moment, shown together
    TicketTableModel _model;
    ViewsList *_views;
    FilterBar *_filters;
    TicketTable *_table;
    QSplitter *_split;
    QStackedWidget *_stack;
    EmptyState *_empty;
    ActionButton *_everywhere; ///< in the empty list of a search: for the mouse what Enter is
    QWidget *_map = nullptr;
    CountPill *_arrivals;
    QTimer _tick;
    QTimer _soon;
    QElapsedTimer _refreshed;
    QueueOrder _order = QueueOrder::Risk;
    std::optional<ArchiveAsk> _asked;
    std::optional<std::int64_t> _counted; ///< tickets in all its pages
    std::optional<QueueView> _cameFrom; ///< the view that was left to look through all tickets
    Answer _archive = Answer::None;
    bool _goesOn = false; ///< as soon as something has been found
    int _arrived = 0;
    bool _isFirstPart = false;
    bool _isMapShown = false;
};

} // namespace huying
