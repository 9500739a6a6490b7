// What a backend answers, as the desk's parsers get it: pages, live words, outcomes, greetings, trails, sign-in.
#include "Fuzzing.h"

#include <accounts/AccountText.h>
#include <client/Replies.h>
#include <sync/Presence.h>
#include <sync/Wire.h>

using namespace huying;
using namespace huying::fuzzing;

namespace
{

void readAsPage(std::string_view text)
{
    const auto page = pageFrom(text);
    if (!page) {
        return;
    }
    if (!page->page.isEmpty()) {
        require(page->page.first() <= page->page.last(), "a page's first position is not behind its last");
    }
    require(pageFrom(textOf(*page, true)) == page, "a page that was read is written as itself");
    for (const Entry &entry : page->page.entries) {
        (void)eventOf(entry.record);
        (void)envelopeDigest(entry);
        (void)ticketOf(entry.record);
    }
}

void readAsProposals(std::string_view text)
{
    const auto proposals = proposalsFrom(text, 256);
    if (proposals) {
        require(proposals->size() <= 256, "no more proposals than were allowed");
        require(
            proposalsFrom(textOf(*proposals), 256) == proposals, "proposals that were read are written as they are");
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view text = fuzzing::viewOf(data, size);
    readAsPage(text);
    readAsProposals(text);
    const auto outcomes = outcomesFrom(text);
    require(!outcomes || outcomesFrom(textOf(*outcomes)) == outcomes, "outcomes are written as they were read");
    const auto greeting = greetingFrom(text);
    require(!greeting || greetingFrom(textOf(*greeting)).has_value(), "a greeting can be handed on");
    (void)entriesFrom(text);
    const auto presences = presencesFrom(text);
    for (const Presence &presence : presences.value_or(std::vector<Presence>())) {
        require(presence.doing.showing.size() <= 200, "what a wall shows is short");
    }
    const auto doing = doingFrom(text);
    require(!doing || doingFrom(textOf(*doing)) == doing, "what somebody does is written as it was read");
    (void)accountFrom(text);
    (void)signedInFrom(text);
    (void)credentialsFrom(text);
    return 0;
}
