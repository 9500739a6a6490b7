#include "Command.h"
#include "Moving.h"
#include "Options.h"
#include "ReadLog.h"

#include <QCoreApplication>

namespace huying
{

namespace
{

struct Say {
    Q_DECLARE_TR_FUNCTIONS(huyingctl)
};

} // namespace

int moveCommand(const QStringList &arguments)
{
    Options options(
        Say::tr("Takes a whole ledger, its log and its accounts, from a file into a database or back; where "
                "it was it stays as it is. Everybody signs in anew."));
    options.add(
        QStringLiteral("from"), Say::tr("The ledger; no backend may serve it meanwhile."), QStringLiteral("FILE|URL"));
    options.add(
        QStringLiteral("to"), Say::tr("Where it goes; no ledger may be there yet."), QStringLiteral("FILE|URL"));
    addCountyOption(options);
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
    const auto head = moveLedger(*from, *to, [&](int percent) {
        console.progress(Say::tr("moving"), percent);
        return !isStopAsked();
    });
    if (!head) {
        return console.fail(head.error(), NotDone);
    }
    console.answer(Say::tr("%L1 events moved to %2.").arg(head->position).arg(shownPlace(*to)),
        { { QStringLiteral("events"), static_cast<qint64>(head->position) },
            { QStringLiteral("to"), shownPlace(*to) } });
    return Done;
}

} // namespace huying
