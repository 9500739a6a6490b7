#include "Matching.h"

#include "NameMatch.h"

#include <language/Initials.h>

#include <QCoreApplication>

#include <algorithm>
#include <map>
#include <set>

namespace huying
{

namespace
{

struct SayMatching {
    Q_DECLARE_TR_FUNCTIONS(Geo)
};

constexpr std::size_t mostSuggestions = 3;

/// The regions of a level by what they are called.
class Register
{
public:
    Register(const Directory &directory, const MatchWish &wish) : _wish(wish)
    {
        for (const auto &[code, region] : directory.regions()) {
            const bool isThere = region.level == wish.level && within(code, wish.county) && !region.until;
            if (isThere) {
                const QString name = QString::fromStdString(region.name);
                _codes.insert(code);
                _byName[plainName(name)].push_back(code);
                _byBareName[bareName(name)].push_back(code);
                _bySound[initialsOf(bareName(name).toStdString())].push_back(code);
            }
            if (region.level == RegionLevel::Township) {
                _townships[bareName(QString::fromStdString(region.name))] = code;
            }
        }
    }

    const std::set<RegionCode> &codes() const { return _codes; }

    std::optional<RegionCode> codeOf(const QString &value) const
    {
        const auto code = codeIn(value, codeLength(_wish.level));
        const bool isHere = code && within(RegionCode { *code }, _wish.county);
        return isHere ? std::optional(RegionCode { *code }) : std::nullopt;
    }

    bool isName(const QString &value) const
    {
        return !value.isEmpty() && (_byName.contains(plainName(value)) || _byBareName.contains(bareName(value)));
    }

    void findByName(Match &match, const GeoFeature &feature) const
    {
        for (const auto &[names, key, by] : { std::tuple(&_byName, plainName(match.name), MatchedBy::Name),
                 std::tuple(&_byBareName, bareName(match.name), MatchedBy::BareName) }) {
            const auto found = names->find(key);
            if (match.name.isEmpty() || found == names->end()) {
                continue;
            }
            const std::vector<RegionCode> meant = inTownshipOf(feature, found->second);
            match.by = meant.size() == 1 ? by : MatchedBy::SeveralNames;
            match.region = meant.size() == 1 ? meant.front() : RegionCode();
            match.suggestions = meant.size() == 1 ? std::vector<RegionCode>() : meant;
            return;
        }
        const auto sounding = _bySound.find(initialsOf(bareName(match.name).toStdString()));
        if (!match.name.isEmpty() && sounding != _bySound.end() && !sounding->first.empty()) {
            match.suggestions = sounding->second;
            match.suggestions.resize(std::min(match.suggestions.size(), mostSuggestions));
        }
    }

private:
    /// Of regions that are called alike, those of the township that another field names.
    std::vector<RegionCode> inTownshipOf(const GeoFeature &feature, const std::vector<RegionCode> &regions) const
    {
        std::vector<RegionCode> meant;
        for (const QString &value : feature.values) {
            const auto township = regions.size() > 1 ? _townships.find(bareName(value)) : _townships.end();
            if (township != _townships.end()) {
                std::ranges::copy_if(regions, std::back_inserter(meant),
                    [&](const RegionCode &region) { return within(region, township->second); });
                break;
            }
        }
        return meant.empty() ? regions : meant;
    }

    using Named = std::map<QString, std::vector<RegionCode>>;
    const MatchWish &_wish;
    std::set<RegionCode> _codes;
    Named _byName;
    Named _byBareName;
    std::map<std::string, std::vector<RegionCode>> _bySound;
    std::map<QString, RegionCode> _townships;
};

/// The field with the most values of which `fits` holds; the first of several, -1 where it holds of none.
template <class Fits>
int bestField(const GeoReading &reading, Fits fits)
{
    int best = -1;
    std::ptrdiff_t most = 0;
    for (std::size_t field = 0; field < reading.fields.size(); ++field) {
        const auto count = std::ranges::count_if(
            reading.features, [&](const GeoFeature &feature) { return fits(feature.values[field]); });
        if (count > most) {
            most = count;
            best = static_cast<int>(field);
        }
    }
    return best;
}

/// What names are usually kept under, where no value says it.
int usualNameField(const GeoReading &reading)
{
    for (const QString &usual :
        { QStringLiteral("name"), QStringLiteral("名称"), QStringLiteral("地名"), QStringLiteral("xzqmc"),
            QStringLiteral("zldwmc"), QStringLiteral("mc"), QStringLiteral("title"), QStringLiteral("label") }) {
        const auto found = std::ranges::find_if(
            reading.fields, [&](const QString &field) { return field.compare(usual, Qt::CaseInsensitive) == 0; });
        if (found != reading.fields.end()) {
            return static_cast<int>(found - reading.fields.begin());
        }
    }
    return -1;
}

std::expected<int, Failure> fieldNamed(const GeoReading &reading, const QString &name)
{
    const auto found = std::ranges::find_if(
        reading.fields, [&](const QString &field) { return field.compare(name, Qt::CaseInsensitive) == 0; });
    if (found != reading.fields.end()) {
        return static_cast<int>(found - reading.fields.begin());
    }
    const QStringList there(reading.fields.begin(), reading.fields.end());
    return failure(FailureKind::Invalid,
        SayMatching::tr("The file has no field “%1”; it has: %2.").arg(name, there.join(QStringLiteral(", "))));
}

QString valueOf(const GeoFeature &feature, int field)
{
    return field < 0 ? QString() : feature.values[static_cast<std::size_t>(field)];
}

QString fieldName(const GeoReading &reading, int field)
{
    return field < 0 ? QString() : reading.fields[static_cast<std::size_t>(field)];
}

Match matchOf(const GeoReading &reading, int index, const Register &known, int nameField, int codeField)
{
    const GeoFeature &feature = reading.features[static_cast<std::size_t>(index)];
    Match match { .feature = index,
        .region = {},
        .name = valueOf(feature, nameField).trimmed(),
        .code = valueOf(feature, codeField).trimmed(),
        .suggestions = {} };
    if (feature.areas.empty()) {
        return match;
    }
    const auto code = known.codeOf(match.code);
    if (code && known.codes().contains(*code)) {
        match.by = MatchedBy::Code;
        match.region = *code;
        return match;
    }
    known.findByName(match, feature);
    if (match.by == MatchedBy::Nothing && code) {
        match.by = MatchedBy::NewCode;
        match.region = *code;
    }
    return match;
}

} // namespace

std::expected<int, Failure> nameFieldOf(const GeoReading &reading, const QString &wanted)
{
    return wanted.isEmpty() ? std::expected<int, Failure>(usualNameField(reading)) : fieldNamed(reading, wanted);
}

int Matching::matched() const
{
    return static_cast<int>(std::ranges::count_if(matches, [](const Match &match) { return !match.region.isEmpty(); }));
}

std::expected<Matching, Failure> matched(const GeoReading &reading, const Directory &directory, const MatchWish &wish)
{
    const Register known(directory, wish);
    const auto nameField = wish.nameField.isEmpty()
        ? std::expected<int, Failure>(bestField(reading, [&](const QString &value) { return known.isName(value); }))
        : fieldNamed(reading, wish.nameField);
    const auto codeField = wish.codeField.isEmpty()
        ? std::expected<int, Failure>(
              bestField(reading, [&](const QString &value) { return known.codeOf(value).has_value(); }))
        : fieldNamed(reading, wish.codeField);
    if (!nameField || !codeField) {
        return std::unexpected(nameField ? codeField.error() : nameField.error());
    }
    const int names = *nameField < 0 ? usualNameField(reading) : *nameField;
    Matching result { {}, fieldName(reading, names), fieldName(reading, *codeField), {} };
    std::set<RegionCode> left = known.codes();
    for (int i = 0; i < std::ssize(reading.features); ++i) {
        result.matches.push_back(matchOf(reading, i, known, names, *codeField));
        left.erase(result.matches.back().region);
    }
    result.withoutFeature.assign(left.begin(), left.end());
    return result;
}

} // namespace huying
