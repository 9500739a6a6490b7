#include "Command.h"
#include "LogPictures.h"
#include "Moving.h"
#include "Options.h"
#include "ReadLog.h"

#include <QCoreApplication>
#include <QDir>
#include <QDirIterator>

namespace huying
{

namespace
{

struct SayMove {
    Q_DECLARE_TR_FUNCTIONS(huyingctl)
};

/// The photos that the log names, as far as they are here; how many.
std::expected<std::int64_t, Failure> movePictures(
    const LedgerPlace &from, const std::optional<QString> &folder, const std::optional<QString> &to)
{
    if (!folder || !to || !QDir(*folder).exists()) {
        return 0;
    }
    const LogAddress address = std::visit([](const auto &place) { return LogAddress(place); }, from);
    return ReadLog::open(address).and_then([&](ReadLog log) {
        return loggedPictures(
            [&](Position after) {
                return log.entriesAfter(after, 2'000).transform([](Page page) { return std::move(page.entries); });
            },
            [] { return !isStopAsked(); })
            .and_then([&](const std::vector<LoggedPicture> &pictures) { return copyPictures(*folder, *to, pictures); });
    });
}

/// A backend makes the folder before the first photo comes.
bool holdsPictures(const QString &folder)
{
    QDirIterator files(folder, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        if (!files.next().contains(QStringLiteral("/unfinished/"))) {
            return true;
        }
    }
    return false;
}

} // namespace

int moveCommand(const QStringList &arguments)
{
    Options options(
        SayMove::tr("Takes a whole ledger, its log and its accounts, from a file into a database or back; where "
                    "it was it stays as it is. Everybody signs in anew."));
    options.add(QStringLiteral("from"), SayMove::tr("The ledger; no backend may serve it meanwhile."),
        QStringLiteral("FILE|URL"));
    options.add(
        QStringLiteral("to"), SayMove::tr("Where it goes; no ledger may be there yet."), QStringLiteral("FILE|URL"));
    addCountyOption(options);
    addPicturesOption(options, QStringLiteral("attachments-from"),
        SayMove::tr("Where its photos lie; beside a ledger's file where none is given."));
    addPicturesOption(options, QStringLiteral("attachments-to"),
        SayMove::tr("Where they go; beside a ledger's file where none is given."));
    if (const auto status = options.read(arguments)) {
        return *status;
    }
    Console console(options.isJson());
    const auto from = ledgerPlaceIn(options, QStringLiteral("from"));
    const auto to = ledgerPlaceIn(options, QStringLiteral("to"));
    if (!from || !to) {
        return console.fail(from ? to.error() : from.error(), WrongUsage);
    }
    stopInOrderOnInterrupt();
    const auto picturesFrom = picturesFolderIn(options, QStringLiteral("attachments-from"), *from);
    const auto picturesTo = picturesFolderIn(options, QStringLiteral("attachments-to"), *to);
    if (picturesFrom && !picturesTo && holdsPictures(*picturesFrom)) {
        return console.fail({ FailureKind::Invalid,
                                SayMove::tr("The ledger has photos in %1: say where they go with --attachments-to.")
                                    .arg(*picturesFrom) },
            WrongUsage);
    }
    const auto head = moveLedger(*from, *to, [&](int percent) {
        console.progress(SayMove::tr("moving"), percent);
        return !isStopAsked();
    });
    if (!head) {
        return console.fail(head.error(), NotDone);
    }
    const auto photos = movePictures(*from, picturesFrom, picturesTo);
    if (!photos) {
        return console.fail(photos.error(), NotDone);
    }
    console.answer(*photos > 0 ? SayMove::tr("%L1 events and %L2 photos moved to %3.")
                                     .arg(head->position)
                                     .arg(*photos)
                                     .arg(shownPlace(*to))
                               : SayMove::tr("%L1 events moved to %2.").arg(head->position).arg(shownPlace(*to)),
        { { QStringLiteral("events"), static_cast<qint64>(head->position) },
            { QStringLiteral("photos"), static_cast<qint64>(*photos) }, { QStringLiteral("to"), shownPlace(*to) } });
    return Done;
}

} // namespace huying
