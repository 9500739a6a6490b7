#include "HelpText.h"

#include "Columns.h"

#include <QCommandLineOption>
#include <QCoreApplication>

namespace huying
{

namespace
{

struct SayHelpText {
    Q_DECLARE_TR_FUNCTIONS(Language)
};

constexpr int indent = 2;
constexpr int widestName = 26; ///< what is wider has its text below

QString entryText(const HelpEntry &entry, int nameWidth, int width)
{
    const int column = indent + nameWidth + 2;
    const QStringList lines = wrapped(entry.text, width - column);
    const bool isBeside = widthOf(entry.name) <= nameWidth;
    QString text = QString(indent, u' ') + (isBeside ? padded(entry.name, nameWidth + 2) : entry.name + u'\n');
    for (qsizetype i = 0; i < lines.size(); ++i) {
        text += QString(i == 0 && isBeside ? 0 : column, u' ') + lines[i] + u'\n';
    }
    return lines.isEmpty() ? text + u'\n' : text;
}

QString entriesText(const QString &title, const QList<HelpEntry> &entries, int nameWidth, int width)
{
    QString text = entries.isEmpty() ? QString() : u'\n' + title + u'\n';
    for (const HelpEntry &entry : entries) {
        text += entryText(entry, nameWidth, width);
    }
    return text;
}

} // namespace

HelpEntry helpEntryOf(const QCommandLineOption &option)
{
    QStringList names;
    for (const auto all = option.names(); const QString &name : all) {
        names << (name.size() == 1 ? QStringLiteral("-") : QStringLiteral("--")) + name;
    }
    const QString value = option.valueName().isEmpty() ? QString() : u' ' + option.valueName();
    return { names.join(QStringLiteral(", ")) + value, option.description() };
}

QString helpText(const Help &help, int width)
{
    int nameWidth = 0;
    for (const auto *const entries : { &help.arguments, &help.options }) {
        for (const HelpEntry &entry : *entries) {
            const int own = widthOf(entry.name);
            nameWidth = own <= widestName ? std::max(nameWidth, own) : nameWidth;
        }
    }
    return help.usage + u'\n' + wrapped(help.description, width).join(u'\n') + u'\n'
        + entriesText(SayHelpText::tr("Arguments:"), help.arguments, nameWidth, width)
        + entriesText(SayHelpText::tr("Options:"), help.options, nameWidth, width);
}

} // namespace huying
