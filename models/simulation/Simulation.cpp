#include "Simulation.h"

#include <QCoreApplication>

#include <algorithm>

namespace huying
{

using namespace std::chrono;

namespace
{

struct Say {
    Q_DECLARE_TR_FUNCTIONS(Simulation)
};

constexpr int longestRun = 100; ///< years

std::expected<void, Failure> fault(const SimulationPlan &plan)
{
    if (plan.tickets < 0) {
        return failure(FailureKind::Invalid, Say::tr("The number of tickets is negative."));
    }
    if (plan.to < plan.from) {
        return failure(FailureKind::Invalid, Say::tr("The last day lies before the first."));
    }
    if (plan.until && dayOf(*plan.until) != plan.to) {
        return failure(FailureKind::Invalid, Say::tr("The end lies outside the last day."));
    }
    const bool isPlausible = plan.from >= Day { year { 1992 } / January / 1 }
        && plan.to <= Day { year { 2150 } / January / 1 } && plan.to - plan.from < days { 366 * longestRun };
    return isPlausible ? std::expected<void, Failure>()
                       : failure(FailureKind::Invalid, Say::tr("The days have to lie between 1992 and 2150."));
}

/// One run of `simulate`.
class Run
{
public:
    Run(const SimulationPlan &plan, std::span<const HolidayNotice> notices, const Calendar &calendar,
        const SimulationOutlets &outlets)
        : _plan(plan)
        , _notices(notices)
        , _outlets(outlets)
        , _stage(plan.seed, plan.border, calendar, plan.from - days { 40 }, plan.to + days { 800 })
        , _flow(_stage, { Calendar(), {}, minutes { 10 } }, plan.seed, troubledHalf(plan))
    {
        _flow.stopAt(plan.end());
        _flow.whenEnded(outlets.takeTicket);
    }

    std::expected<void, Failure> go()
    {
        auto done = writeCounty();
        const std::vector<int> counts = ticketsByDay(_plan, _stage.hours());
        for (std::size_t i = 0; done && i < counts.size(); ++i) {
            done = liveThrough(_plan.from + days { i }, counts[i]);
        }
        _flow.end();
        return done;
    }

private:
    std::expected<void, Failure> writeFact(const CountyFact &fact, Instant at)
    {
        CountyEvent event;
        event.id = uuid7(at, Random(_plan.seed, { 32, _facts++ }).bytes<10>());
        event.author = registrar();
        event.at = at;
        event.fact = fact;
        return _outlets.takeFact(event);
    }

    std::expected<void, Failure> writeCounty()
    {
        for (const CountyFact &fact : factsOf(_stage.county())) {
            if (auto written = writeFact(fact, startOf(_plan.from)); !written) {
                return written;
            }
        }
        std::expected<void, Failure> issued;
        while (issued && nextIssue() && *nextIssue() <= startOf(_plan.from)) {
            issued = issue();
        }
        return issued;
    }

    /// When the next notice comes, which a log that begins later has from its beginning.
    std::optional<Instant> nextIssue() const
    {
        return _issued < _notices.size()
            ? std::optional(std::max(startOf(_notices[_issued].issuedOn) + hours { 10 }, startOf(_plan.from)))
            : std::nullopt;
    }

    std::expected<void, Failure> issue()
    {
        const Instant now = *nextIssue();
        return writeFact(_notices[_issued], now)
            .and_then([&] { return Calendar::fromNotices(_notices.first(++_issued)); })
            .transform([&](Calendar calendar) { _flow.learn(std::move(calendar), now); });
    }

    void expectReports(Day day, int count)
    {
        for (int i = 0; i < count; ++i, ++_reports) {
            Random random(_plan.seed, { 11, _reports });
            const Draft draft = _flow.drafted(day, random);
            _flow.expect(startOf(day) + timeOfDay(draft.channel, _plan.end() - startOf(day), random), draft, _reports);
        }
    }

    std::expected<void, Failure> happenUntil(Instant end)
    {
        std::expected<void, Failure> happened;
        while (happened) {
            const Instant next = std::min(_flow.nextAt().value_or(Instant::max()), end);
            const auto issued = nextIssue();
            if (issued && *issued <= next && *issued < end) {
                happened = issue();
            } else if (next < end) {
                happened = _flow.happen(std::nullopt, _numbers, _outlets.takeEvent);
            } else {
                break;
            }
        }
        return happened;
    }

    std::expected<void, Failure> liveThrough(Day day, int count)
    {
        expectReports(day, count);
        auto done = happenUntil(std::min(endOf(day), _plan.end()));
        if (done && _outlets.progress && !_outlets.progress(static_cast<int>(_reports), _plan.tickets)) {
            return failure(FailureKind::Cancelled, Say::tr("Stopped."));
        }
        return done;
    }

    const SimulationPlan &_plan;
    std::span<const HolidayNotice> _notices;
    const SimulationOutlets &_outlets;
    Stage _stage;
    Flow _flow;
    Numbers _numbers;
    std::uint64_t _facts = 0;
    std::size_t _issued = 0; ///< so many of the notices
    std::uint64_t _reports = 0;
};

} // namespace

std::expected<void, Failure> simulate(
    const SimulationPlan &plan, std::span<const HolidayNotice> notices, const SimulationOutlets &outlets)
{
    if (auto sound = fault(plan); !sound) {
        return sound;
    }
    const std::span known = noticesUntil(notices, plan.to);
    auto calendar = Calendar::fromNotices(known);
    if (!calendar) {
        return std::unexpected(std::move(calendar.error()));
    }
    return Run(plan, known, *calendar, outlets).go();
}

std::span<const HolidayNotice> noticesUntil(std::span<const HolidayNotice> notices, Day day)
{
    return { notices.begin(), std::ranges::upper_bound(notices, day, {}, &HolidayNotice::issuedOn) };
}

Author registrar()
{
    Author author;
    author.person = { "registrar" };
    author.name = "大数据发展中心";
    author.role = Role::Administrator;
    return author;
}

} // namespace huying
