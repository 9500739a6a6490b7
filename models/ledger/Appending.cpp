// The part of Ledger that takes proposals in.
#include "Ledger.h"

#include <QCoreApplication>

#include <algorithm>
#include <set>

namespace huying
{

namespace
{

/// What the proposer is told, in contrast to what stops the ledger.
bool isRefusal(const Failure &failed)
{
    return failed.kind == FailureKind::Refused || failed.kind == FailureKind::Invalid;
}

std::expected<std::vector<AnyEvent>, Failure> eventsOf(const Proposal &proposal)
{
    std::vector<AnyEvent> events;
    for (const Record &record : proposal.records) {
        auto event = eventOf(record);
        if (!event) {
            return std::unexpected(std::move(event).error());
        }
        events.push_back(std::move(*event));
    }
    return events;
}

/// Whether a record that comes again is the one that came before; its personal part may be gone by now.
bool isSame(const Record &one, const Record &other)
{
    return one.id == other.id && one.subject == other.subject && one.kind == other.kind
        && one.decidedOn == other.decidedOn && one.at == other.at && one.author == other.author
        && one.content == other.content && one.personalDigest == other.personalDigest;
}

} // namespace

std::expected<std::vector<Outcome>, Failure> Ledger::append(std::span<const Proposal> proposals, Instant received)
{
    return append(proposals, received, {});
}

std::expected<std::vector<Outcome>, Failure> Ledger::append(
    std::span<const Proposal> proposals, Instant received, const MayPropose &may)
{
    const Head committed = _head;
    std::vector<Outcome> outcomes;
    std::vector<Entry> added;
    _refusedNow.clear();
    auto done = Transaction::beginWriting(_reader->database()).and_then([&](Transaction transaction) {
        const std::expected<void, Failure> fine;
        for (std::size_t i = 0; i < proposals.size(); ++i) {
            Admission::May mayHere;
            if (may) {
                mayHere = [&may, i](const AnyEvent &event, const Ticket &before) { return may(i, event, before); };
            }
            auto outcome = admit(proposals[i], received, mayHere, added);
            if (!outcome) {
                return std::expected<void, Failure>(std::unexpected(std::move(outcome).error()));
            }
            outcomes.push_back(std::move(*outcome));
        }
        const bool isMadeDurable = _makeDurable && !(added.empty() && _refusedNow.empty());
        return _tickets.search()
            .mergeSome()
            .and_then([&] { return _tickets.finish(); })
            .and_then([&] { return isMadeDurable ? _makeDurable(added, _refusedNow) : fine; })
            .and_then([&] { return transaction.commit(); });
    });
    if (!done) {
        forgetUncommitted(committed);
        return std::unexpected(std::move(done).error());
    }
    if (_tell && !added.empty()) {
        _tell(added);
    }
    return outcomes;
}

Known Ledger::known()
{
    const auto isThere = [](const std::optional<TicketRow> &row) { return row.has_value(); };
    return { [this](const TicketId &id) { return ticket(id); },
        [this, isThere](std::string_view number) { return _reader->rows().byNumber(number).transform(isThere); },
        [this, isThere](const Origin &origin) { return _reader->rows().byOrigin(origin).transform(isThere); },
        [this](const CategoryCode &code) { return _reader->facts().category(code); } };
}

std::expected<std::optional<Outcome>, Failure> Ledger::knownAlready(const Proposal &proposal)
{
    Outcome outcome;
    std::set<EventId> ids;
    bool isSameEvent = true;
    for (const Record &record : proposal.records) {
        const auto position = _reader->entries().positionOf(record.id);
        if (!position) {
            return std::unexpected(position.error());
        }
        if (*position) {
            const auto found = _reader->entries().after(**position - 1, 1);
            if (!found) {
                return std::unexpected(found.error());
            }
            isSameEvent = isSameEvent && isSame(found->front().record, record);
            outcome.positions.push_back(**position);
        }
        isSameEvent = isSameEvent && ids.insert(record.id).second;
    }
    if (outcome.positions.empty() && isSameEvent) {
        return _refusals.of(proposal).transform([](std::optional<Failure> given) {
            return given ? std::optional(Outcome { {}, std::move(given) }) : std::nullopt;
        });
    }
    if (outcome.positions.size() != proposal.records.size() || !isSameEvent) {
        return Outcome { {},
            Failure { FailureKind::Refused,
                QCoreApplication::translate("ledger", "The id of an event is already that of another one.") } };
    }
    return outcome;
}

/// A notice changes the rules for what comes after it, so that it cannot stand beside tickets in one proposal.
std::expected<void, Failure> Ledger::checkNotices(const std::vector<AnyEvent> &events) const
{
    const auto noticeOf = [](const AnyEvent &event) {
        const CountyEvent *const county = std::get_if<CountyEvent>(&event);
        return county == nullptr ? nullptr : std::get_if<HolidayNotice>(&county->fact);
    };
    std::optional<RuleTimeline> tried; // copied for a notice only: it holds every calendar there ever was
    std::expected<void, Failure> fine;
    for (const AnyEvent &event : events) {
        if (const HolidayNotice *const notice = noticeOf(event)) {
            if (!tried) {
                tried = _timeline;
            }
            fine = fine.and_then([&] { return checkNotice(*notice); }).and_then([&] {
                return tried->add(_head.position + 1, {}, *notice);
            });
        }
    }
    if (tried && std::ranges::any_of(events, [](const AnyEvent &event) { return event.index() == 0; })) {
        return failure(FailureKind::Invalid,
            QCoreApplication::translate("ledger", "A notice on holidays has to be proposed by itself."));
    }
    return fine;
}

std::expected<Outcome, Failure> Ledger::admit(
    const Proposal &proposal, Instant received, const Admission::May &may, std::vector<Entry> &added)
{
    if (proposal.records.empty()) {
        return Outcome { {},
            Failure { FailureKind::Invalid, QCoreApplication::translate("ledger", "Nothing has been proposed.") } };
    }
    auto before = knownAlready(proposal);
    if (!before || *before) {
        return before.transform([](std::optional<Outcome> outcome) { return std::move(*outcome); });
    }
    const auto events = eventsOf(proposal);
    if (!events) {
        return Outcome { {}, events.error() };
    }
    const Known all = known();
    Admission admission(all, _timeline.now(), may);
    std::expected<void, Failure> fits = checkNotices(*events);
    for (const AnyEvent &event : *events) {
        fits = fits ? admission.take(event) : fits;
    }
    fits = fits.and_then([&] { return admission.conclude(); });
    if (!fits) {
        return isRefusal(fits.error()) ? refuse(proposal, fits.error(), received) : std::unexpected(fits.error());
    }
    return write(proposal, *events, admission, received, added);
}

std::expected<Outcome, Failure> Ledger::refuse(const Proposal &proposal, const Failure &why, Instant received)
{
    const auto before = std::ssize(_refusedNow);
    for (const Record &record : proposal.records) {
        _refusedNow.push_back({ record.id, why, received });
    }
    return _refusals.forgetBefore(received - refusalsKept)
        .and_then([&] { return _refusals.keep(std::span<const Refusal>(_refusedNow).subspan(std::size_t(before))); })
        .transform([&] { return Outcome { {}, why }; });
}

std::expected<void, Failure> Ledger::remember(std::span<const Refusal> refusals)
{
    if (refusals.empty()) {
        return {};
    }
    return Transaction::beginWriting(_reader->database()).and_then([&](Transaction transaction) {
        return _refusals.keep(refusals).and_then([&] { return transaction.commit(); });
    });
}

std::expected<Outcome, Failure> Ledger::write(const Proposal &proposal, const std::vector<AnyEvent> &events,
    Admission &admission, Instant received, std::vector<Entry> &added)
{
    Outcome outcome;
    std::expected<void, Failure> written;
    for (std::size_t i = 0; i < events.size() && written; ++i) {
        Entry entry { _head.position + 1, received, proposal.records[i], {} };
        entry.chain = chainAfter(_head.chain, entry);
        if (const CountyEvent *const fact = std::get_if<CountyEvent>(&events[i])) {
            written = setFact(entry, *fact);
        }
        written = written.and_then([&] { return _reader->entries().insert(entry); });
        _head = { entry.position, entry.chain };
        outcome.positions.push_back(entry.position);
        added.push_back(std::move(entry));
    }
    for (Ticket &ticket : admission.takeTickets()) {
        written = written.and_then([&] { return keep(std::move(ticket)); });
    }
    return written.transform([&] { return std::move(outcome); });
}

} // namespace huying
