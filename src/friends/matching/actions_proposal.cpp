#include "friends/matching/actions_proposal.hpp"

#include "directory/actions_person.hpp"
#include "directory/actions_slices.hpp"
#include "foundation/jobs/jobs.hpp"
#include "friends/matching/actions_match.hpp"
#include "friends/matching/repository_proposal.hpp"
#include "friends/pairs/actions_pair.hpp"
#include "friends/people/actions_participant.hpp"
#include "friends/people/model_permissions.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>

namespace samrum::friends::matching {
namespace {

const store::Actor kOneself{"nobody", "deltagare"};
const store::Actor kRules{"system", "Samrum"};
constexpr int kDutyDays = 3;  ///< so many days before its last one an unanswered proposal is somebody's task

module::Caller oneself() {
    module::Caller caller;
    caller.label = kOneself.label;
    return caller;
}

base::Problem over() {
    return base::problem("", "friends.matching.over");
}

void queue_letter(store::Transaction& tx, std::string_view kind, ParticipantId to) {
    jobs::enqueue(tx, kLetterJob, nlohmann::json{{"kind", kind}, {"to", to.text()}}.dump(), base::Instant::now());
}

/// Back to the queue, each in the old place; who has left or paused meanwhile stays where they are.
void back_to_queue(store::Transaction& tx, const store::Actor& who, const Two& two, base::Date day) {
    for (const ParticipantId id : {two.newcomer, two.established}) {
        if (id.is_nil()) continue;
        const auto one = people::find_participant(tx, id);
        if (one && one->stage == Stage::proposed) people::set_stage(tx, who, id, Stage::ready, day);
    }
}

void close(store::Transaction& tx, const store::Actor& who, Proposal& one, ProposalState state, base::Date day) {
    one.state = state;
    one.closed_on = day;
    base::ensure(update_proposal(tx, one), "a locked row has the revision it was loaded with");
    tx.journal(who, {"friends.proposal_closed", one.id.text(), nlohmann::json{{"state", code_of(state)}}.dump()});
}

bool is_locked(const MadePool& made, const optimise::match::Pair& pair) {
    return std::ranges::find(made.pool.locked, pair) != made.pool.locked.end();
}

/// May these two be proposed, as things stand now?
std::optional<base::Problem> obstacle(const MadePool& made, const Two& two) {
    const auto newcomer = std::ranges::find(made.newcomers, two.newcomer, &people::Participant::id);
    const auto established = std::ranges::find(made.established, two.established, &people::Participant::id);
    if (newcomer == made.newcomers.end() || established == made.established.end())
        return base::problem("", "friends.matching.not_waiting");
    const optimise::match::Pair pair{static_cast<int>(newcomer - made.newcomers.begin()),
                                     static_cast<int>(established - made.established.begin())};
    if (!is_locked(made, pair) && !optimise::match::possible(made.pool, pair))
        return base::problem("", "friends.matching.limit");
    return std::nullopt;
}

bool nobody_twice(const std::vector<Two>& pairs) {
    std::set<ParticipantId> seen;
    return std::ranges::all_of(
        pairs, [&](const Two& two) { return seen.insert(two.newcomer).second && seen.insert(two.established).second; });
}

/// A pool of just these two, to tell what they share: each on the side that the proposal has them on.
Shared shared_of(const people::Programme& programme, people::Participant newcomer, people::Participant established,
                 base::Date today) {
    newcomer.answers.side = Side::newcomer;
    established.answers.side = Side::established;
    const MadePool made = make_pool(programme, {newcomer, established}, {}, {}, today);
    return shared_by(made, {0, 0});
}

}  // namespace

base::Result<base::Done> send_proposals(store::Session& room, const module::Caller& caller, base::Date today,
                                        ProgrammeId id, const std::vector<Two>& pairs) {
    if (!may(caller, kRunFriends)) return module::refusal();
    if (pairs.empty() || !nobody_twice(pairs)) return base::problem("", "friends.matching.nobody");
    return room.transaction([&](store::Transaction& tx) -> base::Result<base::Done> {
        tx.lock("friends.match");
        const auto programme = people::find_programme(tx, id);
        if (!programme) return base::problem("", "friends.people.unknown");
        const MadePool made = pool_now(tx, *programme, today);
        for (const Two& two : pairs)
            if (const auto problem = obstacle(made, two)) return *problem;
        for (const Two& two : pairs) {
            Proposal one;
            one.id = ProposalId::ordered();
            one.programme = id;
            one.two = two;
            one.sent_on = today;
            one.expires_on = today.plus_days(programme->answer_days);
            insert_proposal(tx, one);
            delete_mark(tx, two);
            for (const ParticipantId who : {two.newcomer, two.established}) {
                people::set_stage(tx, caller.actor(), who, Stage::proposed, today);
                queue_letter(tx, "proposal", who);
            }
            tx.journal(caller.actor(), {"friends.proposal_sent", one.id.text(), "{}"});
        }
        return base::Done{};
    });
}

base::Result<base::Done> take_back(store::Session& room, const module::Caller& caller, base::Date today,
                                   ProposalId id) {
    if (!may(caller, kRunFriends)) return module::refusal();
    return room.transaction([&](store::Transaction& tx) -> base::Result<base::Done> {
        tx.lock("friends.match");
        auto one = load_proposal(tx, id);
        if (!one || one->state != ProposalState::open) return over();
        close(tx, caller.actor(), *one, ProposalState::withdrawn, today);
        back_to_queue(tx, caller.actor(), one->two, today);
        return base::Done{};
    });
}

base::Result<std::vector<ProposalRow>> list_proposals(store::Session& room, const module::Caller& caller,
                                                      ProgrammeId programme) {
    if (!may(caller, kRunFriends)) return module::refusal();
    auto all = load_of_programme(room, programme);
    std::ranges::stable_partition(all, [](const Proposal& one) { return one.state == ProposalState::open; });
    std::set<ParticipantId> who;
    for (const Proposal& one : all)
        for (const ParticipantId id : {one.two.newcomer, one.two.established})
            if (!id.is_nil()) who.insert(id);
    const auto names = directory::names_for(room, caller, "friends.proposals", {who.begin(), who.end()});
    const auto name = [&](ParticipantId id) {
        const auto found = names.find(id);
        return found == names.end() ? std::nullopt : std::optional(found->second);
    };
    std::vector<ProposalRow> rows;
    for (Proposal& one : all) {
        auto newcomer = name(one.two.newcomer);
        auto established = name(one.two.established);
        rows.push_back({std::move(one), std::move(newcomer), std::move(established)});
    }
    return rows;
}

std::optional<OwnProposal> own_proposal(store::Session& room, std::string_view secret) {
    const auto self = people::participant_of_link(room, secret);
    auto proposal = self ? latest_of(room, self->id) : std::nullopt;
    const auto programme = proposal ? people::find_programme(room, proposal->programme) : std::nullopt;
    if (!programme) return std::nullopt;
    OwnProposal own{*std::move(proposal), *programme, *self};
    const Two& two = own.proposal.two;
    const bool newcomer = two.newcomer == self->id;
    own.side = newcomer ? Side::newcomer : Side::established;
    const ParticipantId other = newcomer ? two.established : two.newcomer;
    own.holds = own.proposal.state == ProposalState::open || (own.proposal.state == ProposalState::accepted &&
                                                              pairs::are_friends(room, two.newcomer, two.established));
    const auto them = own.holds && !other.is_nil() ? people::find_participant(room, other) : std::nullopt;
    if (!them) return own;
    own.other_party = them->answers.party;
    own.shared = newcomer ? shared_of(*programme, *self, *them, own.proposal.sent_on)
                          : shared_of(*programme, *them, *self, own.proposal.sent_on);
    const auto names = directory::names_for(room, oneself(), "friends.proposal", {other});
    if (names.empty()) return own;
    own.other_name = people::first_name(names.begin()->second);
    if (own.proposal.state != ProposalState::accepted) return own;
    if (const auto view = directory::view_for_oneself(room, other)) own.contact = Contact{view->email, view->phone};
    return own;
}

namespace {

/// What an answer does, whoever writes it down.
base::Result<base::Done> take_answer(store::Transaction& tx, const store::Actor& who, base::Date today, Proposal& one,
                                     Side side, const GivenAnswer& given) {
    if (one.state != ProposalState::open || today > one.expires_on) return over();
    (side == Side::newcomer ? one.newcomer_answer : one.established_answer) = given.yes ? Answer::yes : Answer::no;
    tx.journal(who, {"friends.proposal_answered", one.id.text(), "{}"});
    if (!given.yes) {
        one.reason = no_reason_of(given.reason).value_or(NoReason::unsaid);
        close(tx, who, one, ProposalState::declined, today);
        save_mark(tx, {one.two, Mark::declined, today,
                       given.never_again ? std::nullopt : std::optional(today.plus_days(kDeclinedDays))});
        back_to_queue(tx, who, one.two, today);
        return base::Done{};
    }
    if (one.newcomer_answer != Answer::yes || one.established_answer != Answer::yes) {
        base::ensure(update_proposal(tx, one), "a locked row has the revision it was loaded with");
        return base::Done{};
    }
    close(tx, who, one, ProposalState::accepted, today);
    pairs::start_pair(tx, who, one.programme, one.two.newcomer, one.two.established, today);
    for (const ParticipantId each : {one.two.newcomer, one.two.established}) queue_letter(tx, "both", each);
    return base::Done{};
}

}  // namespace

base::Result<base::Done> answer_own(store::Session& room, base::Date today, std::string_view secret,
                                    const GivenAnswer& given) {
    return room.transaction([&](store::Transaction& tx) -> base::Result<base::Done> {
        tx.lock("friends.match");
        const auto self = people::participant_of_link(tx, secret);
        auto one = self ? latest_of(tx, self->id) : std::nullopt;
        if (!one) return over();
        const Side side = one->two.newcomer == self->id ? Side::newcomer : Side::established;
        return take_answer(tx, kOneself, today, *one, side, given);
    });
}

base::Result<base::Done> answer_for(store::Session& room, const module::Caller& caller, base::Date today, ProposalId id,
                                    Side side, const GivenAnswer& given) {
    if (!may(caller, kRunFriends)) return module::refusal();
    return room.transaction([&](store::Transaction& tx) -> base::Result<base::Done> {
        tx.lock("friends.match");
        auto one = load_proposal(tx, id);
        if (!one) return over();
        return take_answer(tx, caller.actor(), today, *one, side, given);
    });
}

std::int64_t expire_proposals(store::Transaction& room, base::Date today) {
    std::int64_t expired = 0;
    for (Proposal& one : load_open(room)) {
        if (today <= one.expires_on) continue;
        close(room, kRules, one, ProposalState::expired, today);
        if (!one.two.newcomer.is_nil() && !one.two.established.is_nil())
            save_mark(room, {one.two, Mark::expired, today, today.plus_days(kExpiredDays)});
        back_to_queue(room, kRules, one.two, today);
        ++expired;
    }
    return expired;
}

std::vector<module::Duty> answer_duties(store::Reader& room, base::Date today) {
    std::vector<module::Duty> all;
    for (const Proposal& one : load_open(room)) {
        if (one.expires_on > today.plus_days(kDutyDays)) continue;
        all.push_back({.uid = "friends/proposal/" + one.id.text() + "/answer/" + one.expires_on.iso(),
                       .what = {"friends.matching.duty.answer", {}},
                       .due = one.expires_on,
                       .whose = {},
                       .role = module::Role::coordinator,
                       .link = "/friends/matching/proposals"});
    }
    return all;
}

std::int64_t remove_old_proposals(store::Transaction& room, base::Date today) {
    delete_marks_before(room, today);
    return delete_closed_before(room, today.plus_months(-kProposalKeptMonths));
}

std::string extract_proposals(store::Reader& room, const base::Uuid& person) {
    const auto one = people::find_participant(room, ParticipantId{person});
    if (!one) return "null";
    nlohmann::json all = nlohmann::json::array();
    for (const Proposal& each : load_of_programme(room, one->programme)) {
        if (each.two.newcomer != one->id && each.two.established != one->id) continue;
        const Side side = each.two.newcomer == one->id ? Side::newcomer : Side::established;
        // Of the other there is nothing here: they have an extract of their own.
        all.push_back({{"sent_on", each.sent_on.iso()},
                       {"expires_on", each.expires_on.iso()},
                       {"state", code_of(each.state)},
                       {"own_answer", code_of(each.answer_of_side(side))}});
    }
    return all.dump();
}

std::int64_t erase_from_proposals(store::Transaction& room, const base::Uuid& person) {
    const ParticipantId id{person};
    for (Proposal& one : load_open(room)) {
        if (one.two.newcomer != id && one.two.established != id) continue;
        const Two others{one.two.newcomer == id ? ParticipantId{} : one.two.newcomer,
                         one.two.established == id ? ParticipantId{} : one.two.established};
        // What the day is nobody says here; the day of the proposal is the nearest that is known.
        close(room, kRules, one, ProposalState::withdrawn, one.sent_on);
        back_to_queue(room, kRules, others, one.sent_on);
    }
    return forget_in_proposals(room, id);
}

}  // namespace samrum::friends::matching
