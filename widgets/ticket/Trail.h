#pragma once

#include <common/ThemeSource.h>
#include <domain/Directory.h>
#include <pictures/PictureBook.h>
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
    std::vector<Attachment> pictures {}; ///< none where it was taken back
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

    /// Where pictures come from; without it none are shown.
    void setPictures(PictureBook *pictures) { _pictures = pictures; }
    /// `ticket` is whose trail it is.
    void show(const TicketId &ticket, const std::vector<ShownEvent> &events);
    using QWidget::show;

signals:
    /// A picture is to be shown large.
    void pictureOpened(const std::string &sha256);

private:
    class Entry;

    const ThemeSource &_source;
    PictureBook *_pictures = nullptr;
    TicketId _ticket;
    std::vector<ShownEvent> _events;
    std::vector<Entry *> _entries;
    QVBoxLayout *_column;
};

} // namespace huying
