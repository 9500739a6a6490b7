#include "Intake.h"

#include "Names.h"

#include <algorithm>
#include <format>

namespace huying
{

using namespace std::chrono;

namespace
{

struct ChannelShare {
    Channel channel;
    std::uint32_t percent;
};
constexpr std::array<ChannelShare, 6> channelShares { { { Channel::Citizen, 46 }, { Channel::GridMember, 25 },
    { Channel::Assisted, 7 }, { Channel::Hotline, 12 }, { Channel::City12345, 6 }, { Channel::QrPlate, 4 } } };
constexpr std::array<std::string_view, 2> sensed { "1403", "1204" }; // matters that a water level can report

Channel anyChannel(const Matter &matter, Random &random)
{
    if (std::ranges::contains(sensed, std::string_view(matter.category.code.text)) && random.chance(1'500)) {
        return Channel::Sensor;
    }
    std::uint32_t left = random.below(100);
    for (const ChannelShare &share : channelShares) {
        if (left < share.percent) {
            return share.channel;
        }
        left -= share.percent;
    }
    return Channel::Citizen;
}

/// How much more or less a matter is reported in villages or in the town than its weight says, in percent.
std::uint64_t settingPercent(Setting setting, bool isUrban)
{
    switch (setting) {
    case Setting::Village:
        return isUrban ? 4 : 118;
    case Setting::Town:
        return isUrban ? 250 : 28;
    default:
        return 100;
    }
}

std::string_view occasionOf(Instant at)
{
    const auto hour = floor<hours>(at - startOf(dayOf(at)));
    if (hour < hours { 11 }) {
        return "time morning";
    }
    return hour < hours { 18 } ? "time day" : "time night";
}

/// Something at a place, where others pass; else a question, or somebody's own affair.
bool isPublic(const Matter &matter, const Wording &wording)
{
    return wording.sentence.contains("{地}")
        && (matter.category.deadlineClass == DeadlineClass::Other
            || matter.category.deadlineClass == DeadlineClass::Emergency);
}

int anyImportance(const Matter &matter, Random &random)
{
    const std::uint32_t serious = matter.category.deadlineClass == DeadlineClass::Emergency ? 6'500 : 500;
    if (random.chance(serious)) {
        return 3;
    }
    return random.chance(2'400) ? 2 : 1;
}

Citizen anyCitizen(Channel channel, Random &random)
{
    const bool isNamed = channel != Channel::Sensor && (channel != Channel::GridMember || random.chance(4'000));
    return isNamed ? Citizen { personName(random), unassignedTelephone(random) } : Citizen();
}

} // namespace

const Matter &Intake::anyMatter(Day day, bool isUrban, Random &random)
{
    if (_weighedFor != day) {
        _weighedFor = day;
        for (std::size_t setting = 0; setting < 2; ++setting) {
            std::uint64_t sum = 0;
            _weightsUpTo[setting].clear();
            for (const Matter &matter : _stage.matters()) {
                sum += static_cast<std::uint64_t>(matter.weight) * settingPercent(matter.setting, setting == 1)
                    * static_cast<std::uint64_t>(seasonPercent(matter.season, day, _troubled));
                _weightsUpTo[setting].push_back(sum);
            }
        }
    }
    const std::vector<std::uint64_t> &upTo = _weightsUpTo[isUrban ? 1 : 0];
    const auto at = std::ranges::upper_bound(upTo, std::uint64_t { random.below(upTo.back()) });
    return _stage.matters()[static_cast<std::size_t>(at - upTo.begin())];
}

Draft Intake::drafted(Day day, Random &random)
{
    const Spot &spot = _stage.places().anySpot(random);
    const Matter &matter = anyMatter(day, spot.grid->isUrban, random);
    return { &spot, &matter, anyChannel(matter, random) };
}

Reported Intake::worded(const Draft &draft, Instant at, Random &random, const Ticket *near) const
{
    const Phrases &phrases = _stage.phrases();
    const Wording &wording = random.pick(draft.matter->wordings);
    Gaps gaps;
    Reported made;
    made.channel = draft.channel;
    made.category = draft.matter->category.code;
    made.deadlineClass = draft.matter->category.deadlineClass;
    made.importance = anyImportance(*draft.matter, random);
    made.place = _stage.places().placeIn(*draft.spot, random, phrases, gaps);
    if (near) {
        gaps.place = near->place.text.substr(near->place.text.rfind(' ') + 1);
        made.place.text = near->place.text;
        made.place.point = _stage.places().besides(*draft.spot, near->place.point.value_or(*made.place.point), random);
    }
    made.citizen = anyCitizen(draft.channel, random);
    made.title = Phrases::filled(wording.title, random, gaps);
    if (draft.channel == Channel::Sensor) {
        made.detail = std::format("{}水位计超过警戒值 {} 厘米，自动报警。", gaps.place, random.between(3, 40));
        return made;
    }
    const bool isAtPlace = isPublic(*draft.matter, wording);
    if (isAtPlace && !made.title.contains("，") && random.chance(3'500)) {
        made.title += phrases.say("title end", random, gaps);
    }
    if (isAtPlace && random.chance(5'500)) {
        made.detail = phrases.say(occasionOf(at), random, gaps) + "，";
    }
    made.detail += Phrases::filled(wording.sentence, random, gaps);
    if (isAtPlace && random.chance(4'500)) {
        made.detail += phrases.say("effect", random, gaps);
    }
    if (random.chance(6'000)) {
        const bool isQuestion = draft.matter->category.deadlineClass == DeadlineClass::Consultation
            || draft.matter->category.deadlineClass == DeadlineClass::PublicService;
        made.detail += phrases.say(isQuestion ? "ask" : "request", random, gaps);
    }
    return made;
}

Author Intake::author(const Draft &draft, Random &random) const
{
    switch (draft.channel) {
    case Channel::GridMember:
        return _stage.member(*draft.spot);
    case Channel::Assisted:
    case Channel::Hotline:
        return _stage.dispatcher(1 + random.below(deskCount));
    case Channel::City12345:
        return _stage.machine("12345 转办");
    case Channel::Sensor:
        return _stage.machine("水位监测");
    default:
        return _stage.citizen();
    }
}

std::string Numbers::next(Day day, std::string_view desk)
{
    if (day != _day) {
        _day = day;
        _last.clear();
    }
    auto last = _last.find(desk);
    if (last == _last.end()) {
        last = _last.emplace(desk, _start).first;
    }
    return numberOf(day, desk, ++last->second);
}

std::string numberOf(Day day, std::string_view desk, int serial)
{
    const year_month_day date(day);
    return std::format("{:04}{:02}{:02}-{}-{:04}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
        static_cast<unsigned>(date.day()), desk, serial);
}

} // namespace huying
