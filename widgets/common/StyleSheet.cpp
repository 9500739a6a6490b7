#include "StyleSheet.h"

#include <QFile>
#include <QHash>
#include <QRegularExpression>

namespace huying
{

using namespace Qt::StringLiterals;

namespace
{

QHash<QString, QString> tokenTexts(const Theme &theme)
{
    const auto pixels = [](int length) { return QString::number(length) + "px"_L1; };
    QHash<QString, QString> texts {
        { u"brightness"_s, theme.brightness == Brightness::Dark ? u"dark"_s : u"light"_s },
        { u"text-small"_s, pixels(theme.type.small) },
        { u"text-body"_s, pixels(theme.type.body) },
        { u"text-large"_s, pixels(theme.type.large) },
        { u"text-title"_s, pixels(theme.type.title) },
        { u"text-figure"_s, pixels(theme.type.figure) },
        { u"strong"_s, QString::number(theme.type.strong) },
    };
    for (const ColourToken &token : colourTokens()) {
        texts.insert(token.name, (theme.colours.*token.member).name());
    }
    for (const SpaceToken &token : spaceTokens()) {
        texts.insert("space-"_L1 + token.name, pixels(theme.space.*token.member));
    }
    return texts;
}

} // namespace

QPalette palette(const Theme &theme)
{
    const Colours &c = theme.colours;
    QPalette palette(c.surface, c.ground);
    for (const auto &[role, colour] : std::initializer_list<std::pair<QPalette::ColorRole, QColor>> {
             { QPalette::WindowText, c.ink },
             { QPalette::Text, c.ink },
             { QPalette::ButtonText, c.ink },
             { QPalette::Base, c.surface },
             { QPalette::AlternateBase, c.ground },
             { QPalette::Highlight, c.accent },
             { QPalette::HighlightedText, c.accentInk },
             { QPalette::Accent, c.accent },
             { QPalette::Link, c.accent },
             { QPalette::LinkVisited, c.accent },
             { QPalette::PlaceholderText, c.inkSoft },
             { QPalette::ToolTipBase, c.tip },
             { QPalette::ToolTipText, c.tipInk },
             { QPalette::Mid, c.line },
             { QPalette::Dark, c.edge },
         }) {
        palette.setColor(role, colour);
    }
    for (const auto role : { QPalette::WindowText, QPalette::Text, QPalette::ButtonText }) {
        palette.setColor(QPalette::Disabled, role, c.inkFaint);
    }
    return palette;
}

QString styleSheet(const Theme &theme)
{
    QFile file(u":/huying/styles/desk.qss"_s);
    if (!file.open(QIODevice::ReadOnly)) {
        qWarning("desk.qss is not linked in");
        return {};
    }
    const QString source = QString::fromUtf8(file.readAll());
    const auto texts = tokenTexts(theme);
    static const QRegularExpression placeholder(u"\\$\\{([a-z-]+)\\}"_s);
    QString sheet;
    qsizetype copied = 0;
    for (const QRegularExpressionMatch &match : placeholder.globalMatch(source)) {
        const auto text = texts.constFind(match.captured(1));
        if (text == texts.constEnd()) {
            qWarning("desk.qss names the unknown token %s", qUtf8Printable(match.captured(1)));
            continue;
        }
        sheet += QStringView(source).sliced(copied, match.capturedStart() - copied);
        sheet += *text;
        copied = match.capturedEnd();
    }
    sheet += QStringView(source).sliced(copied);
    return sheet;
}

} // namespace huying
