#pragma once

#include <desk/Desk.h>
#include <support/TicketStory.h>

#include <map>

namespace huying
{

inline Instant clockNow()
{
    return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
}

/// A desk and what it has told.
struct Workplace {
    Workplace(const QString &folder, quint16 port, const std::string &number, BackendLine::Clock clock = clockNow)
        : Workplace(settings(folder, port, number), std::move(clock))
    {
    }
    explicit Workplace(const DeskSettings &settings, BackendLine::Clock clock = clockNow)
        : desk(settings, std::move(clock))
    {
        QObject::connect(&desk, &Desk::rowsChanged, &desk, [this](const std::vector<RowPointer> &changed) {
            for (const RowPointer &row : changed) {
                rows[row->id] = row;
            }
        });
        QObject::connect(&desk, &Desk::statusChanged, &desk, [this](const DeskStatus &told) { status = told; });
        QObject::connect(
            &desk, &Desk::reported, &desk, [this](const TicketId &ticket, const QString &) { last = ticket; });
        QObject::connect(&desk, &Desk::forbidden, &desk, [this](const Failure &why) { forbidden = why.text; });
        QObject::connect(&desk, &Desk::sightChanged, &desk,
            [this](const std::shared_ptr<const TicketSight> &told) { sight = told; });
        desk.open();
    }

    static DeskSettings settings(const QString &folder, quint16 port, const std::string &number)
    {
        DeskSettings made;
        made.folder = folder;
        made.backend = QUrl(QStringLiteral("http://127.0.0.1:%1").arg(port));
        made.author = dispatcher();
        made.author.desk = number;
        made.author.person = { "dispatcher-" + number };
        made.line.session.firstRetry = std::chrono::milliseconds { 50 };
        made.line.session.longestRetry = std::chrono::milliseconds { 300 };
        return made;
    }

    bool isOnline() const { return status.line == DeskStatus::Line::Online; }
    bool knows(const TicketId &ticket, Step step) const
    {
        const auto row = rows.find(ticket);
        return row != rows.end() && row->second->step == step;
    }

    Desk desk;
    std::map<TicketId, RowPointer> rows;
    DeskStatus status;
    TicketId last;
    QString forbidden;
    std::shared_ptr<const TicketSight> sight;
};

} // namespace huying
