#pragma once

#include "Feed.h"

#include <span>
#include <string>
#include <string_view>

namespace huying
{

/// A page and the backend's clock, as they travel: the first line `{"head":…,"now":…}`, with `"audience":NAME` and
/// `"before":{TICKET:COUNT,…}` in front where there are such, then an entry or a stub
/// `{"position":…,"record":HEX,"ticket":ID}` a line, by position.
struct TimedPage {
    Page page;
    Instant now;

    bool operator==(const TimedPage &) const = default;
};

/// `withPersonal` false leaves citizens' names and telephones at home.
std::string textOf(const TimedPage &page, bool withPersonal);
/// Invalid when a line is neither, or positions do not rise.
std::expected<TimedPage, Failure> pageFrom(std::string_view text);

/// A record a line; an empty line ends a proposal.
std::string textOf(std::span<const Proposal> proposals);
/// At most `limit` proposals of at most 4,096 records each.
std::expected<std::vector<Proposal>, Failure> proposalsFrom(std::string_view text, std::size_t limit);

/// A JSON object a line: `{"positions":[…]}` or `{"kind":…,"text":…}`.
std::string textOf(std::span<const Outcome> outcomes);
std::expected<std::vector<Outcome>, Failure> outcomesFrom(std::string_view text);

std::string textOf(const Greeting &greeting);
std::expected<Greeting, Failure> greetingFrom(std::string_view text);

/// The names under which failure kinds travel.
std::string_view nameOf(FailureKind kind);
FailureKind failureKindFrom(std::string_view name);

} // namespace huying
