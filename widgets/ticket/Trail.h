#pragma once

#include <common/ThemeSource.h>
#include <domain/Directory.h>
#include <views/TicketSight.h>

#include <QWidget>

#include <vector>

class QLabel;
class QVBoxLayout;

namespace huying
{

/// One line of the trail as it is shown.
struct ShownEvent {
    QString time;
    QString fullTime;
    QString what; ///< 指派
    QString who; ///< 调度员 一席
    QString text; ///< what it says beyond its kind
    bool isUndone = false;
    bool isWaiting = false; ///< an own action that the ledger has not answered

    bool operator==(const ShownEvent &) const = default;
};

/// The trail as lines, the newest first.
std::vector<ShownEvent> shownTrail(const TicketSight &sight, const Directory &directory, Instant now);

/// What has happened to a ticket, the newest first: a line of marks with time, what, who and the words.
class Trail : public QWidget
{
    Q_OBJECT
public:
    explicit Trail(const ThemeSource &source, QWidget *parent = nullptr);

    void show(const std::vector<ShownEvent> &events);
    using QWidget::show;

private:
    class Entry;

    const ThemeSource &_source;
    std::vector<ShownEvent> _events;
    std::vector<Entry *> _entries;
    QVBoxLayout *_column;
};

} // namespace huying
