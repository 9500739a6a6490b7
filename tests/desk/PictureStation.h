#pragma once

#include "Workplace.h"

#include <desk/PictureWork.h>

namespace huying
{

/// A desk with its pictures, and what its screen has been told of them.
struct PictureStation {
    PictureStation(const QString &folder, quint16 port, const std::string &number)
        : pictures({ .cacheBytes = std::int64_t { 512 } << 20,
              .firstRetry = std::chrono::milliseconds { 50 },
              .longestRetry = std::chrono::milliseconds { 300 } })
        , desk(Workplace::settings(folder, port, number), clockNow)
    {
        QObject::connect(&desk, &Desk::picturesMoved, &pictures, &PictureWork::move);
        QObject::connect(&desk, &Desk::statusChanged, &pictures, &PictureWork::follow);
        QObject::connect(&desk, &Desk::picturesForgotten, &pictures, &PictureWork::readWaiting);
        QObject::connect(&pictures, &PictureWork::notNamed, &desk, &Desk::forgetUnlessNamed);
        QObject::connect(
            &pictures, &PictureWork::troubleChanged, &desk, [this](const QString &told) { trouble = told; });
        QObject::connect(&desk, &Desk::statusChanged, &desk, [this](const DeskStatus &told) { status = told; });
        QObject::connect(&desk, &Desk::sightChanged, &desk,
            [this](const std::shared_ptr<const TicketSight> &told) { sight = told; });
        QObject::connect(
            &desk, &Desk::reported, &desk, [this](const TicketId &ticket, const QString &) { last = ticket; });
        QObject::connect(&desk, &Desk::forbidden, &desk, [this](const Failure &why) { forbidden = why.text; });
        QObject::connect(&pictures, &PictureWork::sightChanged, &desk,
            [this](const std::string &sha256, const PictureSight &told) { seen[sha256] = told; });
        QObject::connect(&pictures, &PictureWork::added, &desk,
            [this](int, const std::vector<AddedPicture> &all, const QStringList &why) {
                added = all;
                refused = why;
            });
        QObject::connect(&pictures, &PictureWork::waitingChanged, &desk, [this](int count) { waiting = count; });
        QObject::connect(&pictures, &PictureWork::progressed, &desk, [this](const std::string &sha256, qint64 bytes) {
            sent = bytes;
            ++pieces[sha256];
        });
        QObject::connect(&pictures, &PictureWork::copied, &desk,
            [this](const QString &file, const QString &why) { copied = why.isEmpty() ? file : why; });
        desk.open();
    }

    bool isOnline() const { return status.line == DeskStatus::Line::Online; }

    /// Made ready from a file as large as a photo's.
    Attachment add(const QString &file)
    {
        pictures.add({ .form = 1, .room = 12, .files = { file }, .image = {} });
        return added.empty() ? Attachment {} : added.front().attachment;
    }
    TicketId reportWith(const Attachment &attachment)
    {
        Reported reported = report();
        if (attachment.bytes > 0) {
            reported.attachments = { attachment };
        }
        desk.report(reported);
        return last;
    }
    /// What it has refused on `ticket`, which it looks at.
    std::vector<RefusedAction> refusedOn(const TicketId &ticket)
    {
        desk.look(ticket);
        return sight && sight->ticket.id == ticket ? sight->refused : std::vector<RefusedAction> {};
    }
    PictureSight::State lookAt(const TicketId &ticket, const Attachment &attachment)
    {
        pictures.look(ticket, attachment);
        return seen[attachment.sha256].state;
    }

    PictureWork pictures;
    Desk desk;
    DeskStatus status;
    std::shared_ptr<const TicketSight> sight;
    TicketId last;
    QString forbidden;
    std::map<std::string, PictureSight> seen;
    std::vector<AddedPicture> added;
    QStringList refused;
    QString trouble; ///< of sending photos
    std::map<std::string, int> pieces; ///< that went over or came
    QString copied;
    int waiting = 0;
    qint64 sent = 0;
};

} // namespace huying
