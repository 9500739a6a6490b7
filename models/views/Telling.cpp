#include "Telling.h"

#include "DueText.h"
#include "Wording.h"

#include <QCoreApplication>

namespace huying
{

namespace
{

class Told
{
    Q_DECLARE_TR_FUNCTIONS(Telling)
};

QString joined(QStringList parts)
{
    parts.removeAll(QString());
    return parts.join(Told::tr(", "));
}

QString unitsText(const UnitCode &lead, const std::vector<UnitCode> &cooperating, const Directory &directory)
{
    const QString leading = Told::tr("lead %1").arg(shown(directory.nameOf(lead)));
    return cooperating.empty() ? leading
                               : joined({ leading, Told::tr("with %1").arg(namesOf(cooperating, directory)) });
}

struct Teller {
    const Directory &directory;

    QString operator()(const Reported &reported) const
    {
        return reported.origin.isEmpty()
            ? wordFor(reported.channel)
            : joined({ wordFor(reported.channel),
                  Told::tr("from %1, number %2").arg(shown(reported.origin.system), shown(reported.origin.id)) });
    }
    QString operator()(const Accepted &accepted) const
    {
        return joined({ shown(directory.nameOf(accepted.category)), wordFor(accepted.deadlineClass),
            Told::tr("importance %1").arg(accepted.importance) });
    }
    QString operator()(const Voided &voided) const { return joined({ wordFor(voided.reason), shown(voided.text) }); }
    QString operator()(const Assigned &assigned) const
    {
        return joined({ unitsText(assigned.lead, assigned.cooperating, directory), shown(assigned.note) });
    }
    QString operator()(const HandlingBegun &begun) const { return shown(begun.handler); }
    QString operator()(const Ruled &ruled) const
    {
        return joined({ unitsText(ruled.lead, ruled.cooperating, directory), shown(ruled.text),
            ruled.forTheList ? Told::tr("for the responsibility list") : QString() });
    }
    QString operator()(const ExtensionAsked &asked) const
    {
        return joined({ longerText(asked.wanted), shown(asked.reason) });
    }
    QString operator()(const ExtensionGranted &granted) const
    {
        return joined({ longerText(granted.granted), shown(granted.text) });
    }
    QString operator()(const PutOnAccount &account) const
    {
        return joined({ shown(account.reason), Told::tr("owner %1").arg(shown(account.owner)),
            Told::tr("review on %1").arg(QString::fromStdString(isoDay(account.reviewOn))) });
    }
    QString operator()(const Conferred &conferred) const
    {
        return joined({ QString::fromStdString(isoDay(conferred.on)), namesOf(conferred.units, directory),
            shown(conferred.conclusion) });
    }
    QString operator()(const Urged &urged) const { return joined({ wordFor(urged.level), shown(urged.text) }); }
    QString operator()(const Rated &rated) const { return joined({ wordFor(rated.rating), shown(rated.text) }); }
    QString operator()(const FollowedUp &followed) const
    {
        return joined({ followed.satisfied ? Told::tr("the citizen is satisfied now") : Told::tr("not yet satisfied"),
            shown(followed.text) });
    }
    QString operator()(const CalledBack &called) const
    {
        const auto mark = [](const QString &what, bool isSo) {
            return isSo ? Told::tr("%1: yes").arg(what) : Told::tr("%1: no").arg(what);
        };
        return joined({ called.means == CallBackMeans::Visit ? Told::tr("by visit") : Told::tr("by telephone"),
            mark(Told::tr("lawful"), called.lawful), mark(Told::tr("done"), called.done),
            mark(Told::tr("accepted"), called.accepted), shown(called.text) });
    }

    template <class Content>
        requires requires(const Content &content) { content.reason; }
    QString operator()(const Content &content) const
    {
        return shown(content.reason);
    }
    template <class Content>
        requires requires(const Content &content) { content.text; } && (!requires(const Content &c) { c.reason; })
    QString operator()(const Content &content) const
    {
        return shown(content.text);
    }
    QString operator()(const Joined &) const { return {}; }
    QString operator()(const DuplicateAdded &) const { return {}; }
    QString operator()(const DuplicateRemoved &) const { return {}; }
    QString operator()(const Undone &) const { return {}; }
};

} // namespace

QString tellingOf(const TicketContent &content, const Directory &directory)
{
    return std::visit(Teller { directory }, content);
}

QString actorOf(const Author &author, const Directory &directory)
{
    if (!author.name.empty()) {
        return shown(author.name);
    }
    return author.unit.isEmpty() ? wordFor(author.role) : shown(directory.nameOf(author.unit));
}

QString namesOf(const std::vector<UnitCode> &units, const Directory &directory)
{
    QStringList names;
    for (const UnitCode &unit : units) {
        names << shown(directory.nameOf(unit));
    }
    return names.join(Told::tr(" and ", "between the names of units"));
}

QString longerText(const Longer &longer)
{
    if (longer.workingDays) {
        return Told::tr("%n working days", nullptr, *longer.workingDays);
    }
    return longer.until ? Told::tr("until %1").arg(dueText(*longer.until)) : QString();
}

} // namespace huying
