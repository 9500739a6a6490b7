#pragma once

#include "Moving.h"
#include "Options.h"
#include "ReadLog.h"

#include <attachments/BlobFolder.h>

#include <QJsonObject>

#include <functional>
#include <vector>

namespace huying
{

/// A picture as the log names it; of an event that was taken back it is not one.
struct LoggedPicture {
    TicketId ticket;
    Position position = 0;
    Instant received;
    Attachment attachment;
};

/// All that a log names, in its order, each once a ticket. `after` reads entries; `goOn` false stops it.
std::expected<std::vector<LoggedPicture>, Failure> loggedPictures(
    const std::function<std::expected<std::vector<Entry>, Failure>(Position)> &after,
    const std::function<bool()> &goOn);

/// The option that says where pictures lie.
void addPicturesOption(Options &options, const QString &name, const QString &description);
/// What it says, else the folder beside a ledger's file; nothing for a database where it is not said.
std::optional<QString> picturesFolderIn(const Options &options, const QString &name, const LedgerPlace &place);

/// What lies in a folder of what the log names.
struct PicturesFound {
    std::int64_t named = 0;
    std::int64_t bytes = 0;
    std::int64_t missing = 0; ///< named longer than a day ago and not here
    std::int64_t onTheWay = 0; ///< named since, and not here: desks send them later
    std::int64_t damaged = 0;
    QStringList examples; ///< of what is missing or damaged

    bool isSound() const { return missing == 0 && damaged == 0; }
    QString text() const;
    QJsonObject object() const;
};

/// Reads every picture and its digest. `end` is the moment of the log's end.
PicturesFound checkPictures(const std::vector<LoggedPicture> &pictures, const QString &folder, Instant end);

/// Copies every whole picture of a folder into another, where it is not there; how many there are then.
std::expected<std::int64_t, Failure> copyPictures(
    const QString &from, const QString &to, const std::vector<LoggedPicture> &pictures);

/// Each into `to`/NUMBER/NAME; how many. Those that are not here are passed over and counted in `missing`.
std::expected<std::int64_t, Failure> exportPictures(const std::vector<LoggedPicture> &pictures, const BlobFolder &from,
    const QString &to, const std::function<std::string(const TicketId &)> &numberOf, std::int64_t &missing);

} // namespace huying
