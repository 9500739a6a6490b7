#include "Guess.h"

#include "Comparison.h"
#include "DateFormat.h"
#include "GuessWords.h"
#include "Texts.h"
#include "ZoneCities.h"

#include <QCoreApplication>

#include <algorithm>
#include <charconv>
#include <set>

namespace huying
{

namespace
{

class SayGuess
{
    Q_DECLARE_TR_FUNCTIONS(Mapping)
};

constexpr std::size_t rowsLookedAt = 20'000;
constexpr std::size_t mostWords = 100; ///< a column with more different ones is no list of words

constexpr std::array usualDates { "yyyy-MM-dd HH:mm:ss", "yyyy-MM-ddTHH:mm:ssz", "yyyy-MM-ddTHH:mm:ss.Sz",
    "yyyy-MM-ddTHH:mm:ss", "yyyy-MM-dd HH:mm:ss.S", "yyyy-MM-dd HH:mm", "yyyy-MM-dd", "yyyy/M/d H:m:s", "yyyy/M/d H:m",
    "yyyy/M/d", "yyyy-M-d H:m:s", "yyyy-M-d H:m", "yyyy-M-d", "yyyy年M月d日 H:m:s", "yyyy年M月d日 H:m",
    "yyyy年M月d日H时m分s秒", "yyyy年M月d日H时m分", "yyyy年M月d日", "yyyy.M.d H:m:s", "yyyy.M.d H:m", "yyyy.M.d",
    "yyyyMMddHHmmss", "yyyyMMdd", "M/d/yyyy h:m:s a", "M/d/yyyy h:m a", "M/d/yyyy H:m:s", "M/d/yyyy H:m", "M/d/yyyy",
    "d/M/yyyy H:m:s", "d/M/yyyy H:m", "d/M/yyyy", "d.M.yyyy H:m:s", "d.M.yyyy H:m", "d.M.yyyy" };

/// What the first rows hold in the columns in question.
struct Sample {
    std::vector<std::string> header;
    std::vector<std::string> dates;
    std::vector<std::pair<double, double>> points; ///< longitude, latitude
    std::array<std::set<std::string>, fieldNames.size()> words;
};

void addDoubt(Mapping &mapping, const QString &doubt)
{
    mapping.doubts.push_back(doubt.toStdString());
}

bool hasChinese(std::string_view text)
{
    return std::ranges::any_of(text, [](char c) { return static_cast<unsigned char>(c) >= 0xE4; });
}

std::optional<double> numberIn(std::string_view text)
{
    double number = 0;
    const auto end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, number);
    return !text.empty() && error == std::errc() && stop == end ? std::optional(number) : std::nullopt;
}

class Sampler
{
public:
    Sampler(const Mapping &mapping, Sample &sample) : _sample(sample)
    {
        for (std::size_t i = 0; i < fieldNames.size(); ++i) {
            const auto found = std::ranges::find(sample.header, mapping.columns[i]);
            if (!mapping.columns[i].empty() && found != sample.header.end()) {
                _places[i] = static_cast<std::size_t>(found - sample.header.begin());
            }
        }
    }

    void look(const Row &row)
    {
        for (const TicketField field :
            { TicketField::Opened, TicketField::Deadline, TicketField::Closed, TicketField::Updated }) {
            const Cell *const found = cell(row, field);
            if (found && !found->dateTime && found->kind == CellKind::Text && !trimmed(found->text).empty()) {
                _sample.dates.emplace_back(trimmed(found->text));
            }
        }
        for (const TicketField field : { TicketField::Status, TicketField::Channel, TicketField::OnTime }) {
            const Cell *const found = cell(row, field);
            auto &words = _sample.words[static_cast<std::size_t>(field)];
            if (found && words.size() <= mostWords) {
                words.emplace(trimmed(found->text));
            }
        }
        const Cell *const longitude = cell(row, TicketField::Longitude);
        const Cell *const latitude = cell(row, TicketField::Latitude);
        if (longitude && latitude) {
            const auto east = numberIn(trimmed(longitude->text));
            const auto north = numberIn(trimmed(latitude->text));
            if (east && north) {
                _sample.points.emplace_back(*east, *north);
            }
        }
    }

private:
    const Cell *cell(const Row &row, TicketField field) const
    {
        const auto place = _places[static_cast<std::size_t>(field)];
        return place && *place < row.cells.size() ? &row.cells[*place] : nullptr;
    }

    Sample &_sample;
    std::array<std::optional<std::size_t>, fieldNames.size()> _places;
};

/// The fewest formats that read all dates, the one that reads most first.
void guessDates(Mapping &mapping, std::vector<std::string> dates)
{
    while (!dates.empty()) {
        std::size_t best = 0;
        std::string_view pattern;
        for (const std::string_view candidate : usualDates) {
            const DateFormat format(candidate);
            const auto read = static_cast<std::size_t>(
                std::ranges::count_if(dates, [&](const std::string &text) { return format.read(text).has_value(); }));
            if (read > best) {
                best = read;
                pattern = candidate;
            }
        }
        if (best == 0) {
            addDoubt(mapping,
                SayGuess::tr("No usual format reads the date “%1”.").arg(QString::fromStdString(dates.front())));
            break;
        }
        if (pattern.starts_with("M/") || pattern.starts_with("d/")) {
            addDoubt(mapping, SayGuess::tr("Dates: look whether day or month comes first."));
        }
        mapping.dates.emplace_back(pattern);
        const DateFormat format(pattern);
        std::erase_if(dates, [&](const std::string &text) { return format.read(text).has_value(); });
    }
    if (mapping.dates.empty()) { // a workbook's own dates need none
        mapping.dates.emplace_back(usualDates.front());
    }
}

void guessZone(Mapping &mapping, const Sample &sample)
{
    const bool isChinese = std::ranges::any_of(sample.header, hasChinese);
    if (isChinese || sample.points.empty()) {
        addDoubt(mapping,
            SayGuess::tr("Time zone: the file does not say; %1 is taken.").arg(QString::fromStdString(mapping.zone)));
        return;
    }
    auto points = sample.points;
    const auto middle = points.begin() + static_cast<std::ptrdiff_t>(points.size() / 2);
    std::ranges::nth_element(points, middle, {}, &std::pair<double, double>::first);
    const double longitude = middle->first;
    std::ranges::nth_element(points, middle, {}, &std::pair<double, double>::second);
    if (auto zone = zoneOfNearestCity(longitude, middle->second)) {
        mapping.zone = *zone;
    }
    addDoubt(
        mapping, SayGuess::tr("Time zone: %1, by where the points lie.").arg(QString::fromStdString(mapping.zone)));
}

void guessWords(Mapping &mapping, const Sample &sample)
{
    const auto wordsOf = [&](TicketField field) -> const std::set<std::string> & {
        return sample.words[static_cast<std::size_t>(field)];
    };
    for (const std::string &word : wordsOf(TicketField::Status)) {
        const auto state = stateLikely(word);
        if (!word.empty()) {
            mapping.states[word] = state.value_or(SourceState::Open);
        }
        if (!state && !word.empty()) {
            addDoubt(mapping,
                SayGuess::tr("Status “%1”: what it means is not known; open is taken.")
                    .arg(QString::fromStdString(word)));
        }
    }
    for (const std::string &word : wordsOf(TicketField::Channel)) {
        if (!word.empty()) {
            mapping.channels[word] = channelLikely(word);
        }
    }
    for (const std::string &word : wordsOf(TicketField::OnTime)) {
        if (const auto meaning = meaningOf(word, {})) {
            mapping.onTime[word] = *meaning;
        }
    }
}

/// The file's name without what tells only of which time it is: boston_311 of boston_311_2011_q3.csv.
std::string systemOf(const std::filesystem::path &file)
{
    std::string name = file.stem().string();
    for (auto cut = name.find_last_of("_- "); cut != std::string::npos && cut > 0; cut = name.find_last_of("_- ")) {
        const std::string last = name.substr(cut + 1);
        const bool isNumber = !last.empty() && std::ranges::all_of(last, [](char c) { return c >= '0' && c <= '9'; });
        const bool isQuarter = last.size() == 2 && (last[0] == 'q' || last[0] == 'Q');
        if (!isQuarter && !(isNumber && (last.size() == 4 || last.size() == 6 || last.size() == 8))) {
            break;
        }
        name.resize(cut);
    }
    return shortened(name, 40);
}

void adoptFacts(Mapping &mapping, const SheetFacts &facts)
{
    if (facts.format == SheetFacts::Format::Xlsx) {
        mapping.sheet = facts.sheetName;
    } else {
        mapping.encoding = facts.encoding;
        mapping.delimiter = facts.delimiter;
    }
}

std::expected<void, Failure> lookAt(Sheet &sheet, const Mapping &mapping, Sample &sample)
{
    Sampler sampler(mapping, sample);
    for (std::size_t count = 0; count < rowsLookedAt; ++count) {
        const auto row = sheet.next();
        if (!row) {
            return std::unexpected(row.error());
        }
        if (!*row) {
            break;
        }
        sampler.look(**row);
    }
    return {};
}

std::expected<Mapping, Failure> completed(Mapping mapping, const Sample &sample, bool hasPoints)
{
    for (const TicketField needed : { TicketField::Id, TicketField::Opened }) {
        if (mapping.column(needed).empty()) {
            return failure(FailureKind::Invalid,
                SayGuess::tr("No column looks like “%1”; the table has: %2.")
                    .arg(QString::fromUtf8(nameIn(fieldNames, needed)), [&] {
                        QStringList names;
                        for (const std::string &name : sample.header) {
                            names << QString::fromStdString(shortened(name, 60));
                        }
                        return names.join(QStringLiteral(", "));
                    }()));
        }
    }
    guessDates(mapping, sample.dates);
    guessZone(mapping, sample);
    guessWords(mapping, sample);
    if (hasPoints) {
        addDoubt(mapping, SayGuess::tr("Coordinates: the file does not say in which datum; WGS-84 is taken."));
    }
    return mapping;
}

} // namespace

std::expected<Mapping, Failure> guessedMapping(const std::filesystem::path &file)
{
    auto sheet = openSheet(file);
    if (!sheet) {
        return std::unexpected(std::move(sheet).error());
    }
    Sample sample;
    for (const Cell &cell : (*sheet)->header().cells) {
        sample.header.emplace_back(trimmed(cell.text));
    }
    Mapping mapping;
    mapping.system = systemOf(file);
    mapping.headerFrom = (*sheet)->header().number;
    mapping.columns = columnsLikely(sample.header);
    if (auto looked = lookAt(**sheet, mapping, sample); !looked) {
        return std::unexpected(std::move(looked).error());
    }
    adoptFacts(mapping, (*sheet)->facts());
    return completed(std::move(mapping), sample, !sample.points.empty());
}

} // namespace huying
