#include "Theme.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <array>

namespace huying
{

using namespace Qt::StringLiterals;

namespace
{

constexpr std::array colourTable {
    ColourToken { "ground"_L1, &Colours::ground },
    ColourToken { "surface"_L1, &Colours::surface },
    ColourToken { "sunken"_L1, &Colours::sunken },
    ColourToken { "hover"_L1, &Colours::hover },
    ColourToken { "line"_L1, &Colours::line },
    ColourToken { "edge"_L1, &Colours::edge },
    ColourToken { "edge-strong"_L1, &Colours::edgeStrong },
    ColourToken { "ink"_L1, &Colours::ink },
    ColourToken { "ink-soft"_L1, &Colours::inkSoft },
    ColourToken { "ink-faint"_L1, &Colours::inkFaint },
    ColourToken { "accent"_L1, &Colours::accent },
    ColourToken { "accent-strong"_L1, &Colours::accentStrong },
    ColourToken { "accent-ink"_L1, &Colours::accentInk },
    ColourToken { "accent-edge"_L1, &Colours::accentEdge },
    ColourToken { "accent-tint"_L1, &Colours::accentTint },
    ColourToken { "rail"_L1, &Colours::rail },
    ColourToken { "rail-hover"_L1, &Colours::railHover },
    ColourToken { "rail-chosen"_L1, &Colours::railChosen },
    ColourToken { "rail-ink"_L1, &Colours::railInk },
    ColourToken { "rail-ink-soft"_L1, &Colours::railInkSoft },
    ColourToken { "rail-ring"_L1, &Colours::railRing },
    ColourToken { "tip"_L1, &Colours::tip },
    ColourToken { "tip-ink"_L1, &Colours::tipInk },
    ColourToken { "in-time"_L1, &Colours::inTime },
    ColourToken { "in-time-ink"_L1, &Colours::inTimeInk },
    ColourToken { "in-time-tint"_L1, &Colours::inTimeTint },
    ColourToken { "soon"_L1, &Colours::soon },
    ColourToken { "soon-ink"_L1, &Colours::soonInk },
    ColourToken { "soon-tint"_L1, &Colours::soonTint },
    ColourToken { "overdue"_L1, &Colours::overdue },
    ColourToken { "overdue-ink"_L1, &Colours::overdueInk },
    ColourToken { "overdue-tint"_L1, &Colours::overdueTint },
    ColourToken { "paused"_L1, &Colours::paused },
    ColourToken { "paused-ink"_L1, &Colours::pausedInk },
    ColourToken { "paused-tint"_L1, &Colours::pausedTint },
    ColourToken { "red-board"_L1, &Colours::redBoard },
    ColourToken { "red-board-ink"_L1, &Colours::redBoardInk },
    ColourToken { "black-board"_L1, &Colours::blackBoard },
};

constexpr std::array spaceTable {
    SpaceToken { "step"_L1, &Spaces::step },
    SpaceToken { "gap"_L1, &Spaces::gap },
    SpaceToken { "inset"_L1, &Spaces::inset },
    SpaceToken { "margin"_L1, &Spaces::margin },
    SpaceToken { "row"_L1, &Spaces::row },
    SpaceToken { "row-compact"_L1, &Spaces::rowCompact },
    SpaceToken { "control"_L1, &Spaces::control },
    SpaceToken { "chip"_L1, &Spaces::chip },
    SpaceToken { "top-line"_L1, &Spaces::topLine },
    SpaceToken { "rail"_L1, &Spaces::rail },
    SpaceToken { "rail-place"_L1, &Spaces::railPlace },
    SpaceToken { "icon"_L1, &Spaces::icon },
    SpaceToken { "icon-large"_L1, &Spaces::iconLarge },
    SpaceToken { "lamp"_L1, &Spaces::lamp },
    SpaceToken { "corner"_L1, &Spaces::corner },
    SpaceToken { "ring"_L1, &Spaces::ring },
    SpaceToken { "bar"_L1, &Spaces::bar },
};

constexpr std::array typeTable {
    std::pair { "small"_L1, &TypeScale::small },
    std::pair { "body"_L1, &TypeScale::body },
    std::pair { "large"_L1, &TypeScale::large },
    std::pair { "title"_L1, &TypeScale::title },
    std::pair { "figure"_L1, &TypeScale::figure },
    std::pair { "hero"_L1, &TypeScale::hero },
    std::pair { "regular"_L1, &TypeScale::regular },
    std::pair { "strong"_L1, &TypeScale::strong },
};

constexpr std::array wallTable {
    std::pair { "smallest"_L1, &WallScale::smallest },
    std::pair { "body"_L1, &WallScale::body },
    std::pair { "figure"_L1, &WallScale::figure },
};

constexpr std::array rampTable {
    std::pair { "heat"_L1, &Ramps::heat },
    std::pair { "levels"_L1, &Ramps::levels },
    std::pair { "change"_L1, &Ramps::change },
};

/// Takes values out of the tokens and remembers the first that was not as it should be.
class TokenReader
{
public:
    explicit TokenReader(Brightness brightness) : side(brightness == Brightness::Dark ? "dark"_L1 : "light"_L1) {}

    QColor colour(const QJsonValue &value, QLatin1StringView name)
    {
        const QColor read = QColor::fromString(value.toString());
        return read.isValid() ? read : (complain(name), read);
    }

    int number(const QJsonObject &group, QLatin1StringView name)
    {
        const int read = group[name].toInt(0);
        return read > 0 ? read : (complain(name), read);
    }

    QList<QColor> ramp(const QJsonObject &ramps, QLatin1StringView name)
    {
        QList<QColor> read;
        const QJsonArray steps = ramps[name][side].toArray();
        for (const auto step : steps) {
            read << colour(step, name);
        }
        return read.size() >= 2 ? read : (complain(name), read);
    }

    void complain(QAnyStringView name)
    {
        if (trouble.isEmpty()) {
            trouble = QCoreApplication::translate("Theme", "The look cannot be read: token “%1” is missing or wrong.")
                          .arg(name.toString());
        }
    }

    QLatin1StringView side;
    QString trouble;
};

Colours readColours(const QJsonObject &group, TokenReader &reader)
{
    Colours colours;
    for (const ColourToken &token : colourTable) {
        colours.*token.member = reader.colour(group[token.name][reader.side], token.name);
    }
    const QStringList names = group.keys();
    for (const QString &name : names) {
        if (std::ranges::none_of(colourTable, [&](const ColourToken &token) { return token.name == name; })) {
            reader.complain(name);
        }
    }
    return colours;
}

TypeScale readType(const QJsonObject &group, TokenReader &reader)
{
    TypeScale type;
    const QJsonArray families = group["families"_L1].toArray();
    for (const auto family : families) {
        type.families << family.toString();
    }
    if (type.families.isEmpty()) {
        reader.complain("families"_L1);
    }
    for (const auto &[name, member] : typeTable) {
        type.*member = reader.number(group, name);
    }
    type.line = group["line"_L1].toDouble();
    if (type.line < 1) {
        reader.complain("line"_L1);
    }
    return type;
}

/// "ink-soft" becomes "inkSoft".
QString camelCase(QLatin1StringView name)
{
    QString joined;
    bool rises = false;
    for (const char each : name) {
        const QChar letter = QLatin1Char(each);
        if (letter != u'-') {
            joined += rises ? letter.toUpper() : letter;
        }
        rises = letter == u'-';
    }
    return joined;
}

template <class Table, class Group>
QVariantMap values(const Table &table, const Group &group)
{
    QVariantMap map;
    for (const auto &[name, member] : table) {
        map[camelCase(name)] = QVariant::fromValue(group.*member);
    }
    return map;
}

} // namespace

std::expected<Theme, Failure> readTheme(const QByteArray &tokens, Brightness brightness)
{
    const QJsonObject root = QJsonDocument::fromJson(tokens).object();
    TokenReader reader(brightness);
    Theme theme;
    theme.brightness = brightness;
    theme.colours = readColours(root["colours"_L1].toObject(), reader);
    theme.type = readType(root["type"_L1].toObject(), reader);
    for (const auto &[name, member] : rampTable) {
        theme.ramps.*member = reader.ramp(root["ramps"_L1].toObject(), name);
    }
    for (const auto &[name, member] : spaceTable) {
        theme.space.*member = reader.number(root["space"_L1].toObject(), name);
    }
    for (const auto &[name, member] : wallTable) {
        theme.wall.*member = reader.number(root["wall"_L1].toObject(), name);
    }
    if (!reader.trouble.isEmpty()) {
        return failure(FailureKind::Invalid, reader.trouble);
    }
    return theme;
}

std::span<const ColourToken> colourTokens()
{
    return colourTable;
}

std::span<const SpaceToken> spaceTokens()
{
    return spaceTable;
}

QColor lampColour(const Theme &theme, Lamp lamp)
{
    const Colours &colours = theme.colours;
    return std::array { colours.inTime, colours.soon, colours.overdue, colours.paused }[static_cast<std::size_t>(lamp)];
}

QColor lampInk(const Theme &theme, Lamp lamp)
{
    const Colours &colours = theme.colours;
    return std::array { colours.inTimeInk, colours.soonInk, colours.overdueInk,
        colours.pausedInk }[static_cast<std::size_t>(lamp)];
}

QColor lampTint(const Theme &theme, Lamp lamp)
{
    const Colours &colours = theme.colours;
    return std::array { colours.inTimeTint, colours.soonTint, colours.overdueTint,
        colours.pausedTint }[static_cast<std::size_t>(lamp)];
}

QVariantMap qmlValues(const Theme &theme)
{
    QVariantMap ramps;
    for (const auto &[name, member] : rampTable) {
        ramps[name] = QVariant::fromValue(QVariantList((theme.ramps.*member).begin(), (theme.ramps.*member).end()));
    }
    QVariantMap type = values(typeTable, theme.type);
    type[u"families"_s] = theme.type.families;
    type[u"family"_s] = theme.type.families.first();
    type[u"line"_s] = theme.type.line;
    return {
        { u"brightness"_s, theme.brightness == Brightness::Dark ? u"dark"_s : u"light"_s },
        { u"colours"_s, values(colourTable, theme.colours) },
        { u"ramps"_s, ramps },
        { u"type"_s, type },
        { u"space"_s, values(spaceTable, theme.space) },
        { u"wall"_s, values(wallTable, theme.wall) },
    };
}

} // namespace huying
