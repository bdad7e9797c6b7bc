#include "friends/matching/actions_match.hpp"

#include "directory/actions_person.hpp"
#include "friends/matching/repository_proposal.hpp"
#include "friends/pairs/actions_pair.hpp"
#include "friends/people/actions_participant.hpp"
#include "friends/people/model_permissions.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>

namespace samrum::friends::matching {
namespace {

namespace match = optimise::match;

constexpr std::size_t kMostChoices = 6;

base::Problem unknown() {
    return base::problem("", "friends.people.unknown");
}

int days_of(const people::Participant& one, base::Date today) {
    return one.waiting_since.days_until(today);
}

/// A solved pool, with who is locked.
struct Solved {
    MadePool made;
    match::Proposal proposal;
    std::set<int> locked;  ///< newcomers
};
Solved solve_now(store::Reader& room, const people::Programme& programme, base::Date today) {
    Solved solved{pool_now(room, programme, today), {}, {}};
    solved.proposal = match::match_people(solved.made.pool);
    for (const match::Pair& one : solved.made.pool.locked) solved.locked.insert(one.newcomer);
    return solved;
}

Suggested suggested(const Solved& solved, int newcomer, base::Date today) {
    const auto at = static_cast<std::size_t>(newcomer);
    const match::Pair pair{newcomer, solved.proposal.established_of[at]};
    const auto& one = solved.made.newcomers[at];
    Suggested told;
    told.two = {one.id, solved.made.established[static_cast<std::size_t>(pair.established)].id};
    told.place = newcomer + 1;
    told.days = days_of(one, today);
    told.locked = solved.locked.contains(newcomer);
    // A lock stands whatever the limits say, so what it breaks is told.
    if (told.locked) told.broken = limits_between(solved.made, pair);
    told.shared = shared_by(solved.made, pair);
    return told;
}

void add_left_over(const Solved& solved, base::Date today, MatchView& view) {
    std::vector<bool> taken(solved.made.established.size(), false);
    for (std::size_t i = 0; i < solved.made.newcomers.size(); ++i) {
        const int with = solved.proposal.established_of[i];
        if (with >= 0) {
            taken[static_cast<std::size_t>(with)] = true;
            continue;
        }
        const auto& one = solved.made.newcomers[i];
        view.newcomers.push_back({one.id, days_of(one, today), why(solved.made, Side::newcomer, static_cast<int>(i))});
    }
    for (std::size_t j = 0; j < taken.size(); ++j) {
        if (taken[j]) continue;
        const auto& one = solved.made.established[j];
        view.established.push_back(
            {one.id, days_of(one, today), why(solved.made, Side::established, static_cast<int>(j))});
    }
}

void judge(const Solved& solved, MatchView& view) {
    const auto verdict = match::check_people(solved.made.pool, solved.proposal.rule, solved.proposal.established_of,
                                             solved.proposal.answer.certificate);
    // The locked are in the suggestion, so they are counted here too: no more pairs are suggested than are possible.
    view.possible = verdict.possible_pairs + static_cast<std::int64_t>(solved.made.pool.locked.size());
    view.blocking = verdict.blocking;
    view.proven =
        verdict.keeps_limits() && verdict.certificate.holds() && verdict.order.largest && verdict.order.first_first;
}

Choice choice_of(const Solved& solved, const match::Session& session, const match::Pair& pair) {
    Choice told;
    told.established = solved.made.established[static_cast<std::size_t>(pair.established)].id;
    told.shared = shared_by(solved.made, pair);
    if (const auto price = session.price_of(pair.newcomer, pair.established, -match::fit(solved.made.pool, pair))) {
        told.pairs_fewer = price->pairs_fewer;
        told.other_rows = price->other_rows;
        told.fit_lost = price->cost;
        for (const int row : price->rows_changed)
            if (row < static_cast<int>(solved.made.newcomers.size()))
                told.changed.push_back(solved.made.newcomers[static_cast<std::size_t>(row)].id);
    }
    const auto now = std::ranges::find(solved.proposal.established_of, pair.established);
    if (now != solved.proposal.established_of.end())
        told.taken_from =
            solved.made.newcomers[static_cast<std::size_t>(now - solved.proposal.established_of.begin())].id;
    return told;
}

std::map<ParticipantId, std::string> names_of(store::Session& room, const module::Caller& caller,
                                              const std::set<ParticipantId>& who) {
    return directory::names_for(room, caller, "friends.matching", {who.begin(), who.end()});
}

}  // namespace

MadePool pool_now(store::Reader& room, const people::Programme& programme, base::Date today) {
    std::vector<Two> earlier;
    for (const auto& [newcomer, established] : pairs::earlier_pairs(room)) earlier.push_back({newcomer, established});
    return make_pool(programme, people::list_ready(room, programme.id, today), load_marks(room), earlier, today);
}

base::Result<MatchView> see_match(store::Session& room, const module::Caller& caller, base::Date today,
                                  ProgrammeId id) {
    if (!may(caller, kRunFriends)) return module::refusal();
    auto programme = people::find_programme(room, id);
    if (!programme) return unknown();
    const Solved solved = room.snapshot([&](store::Reader& reader) { return solve_now(reader, *programme, today); });
    MatchView view;
    view.programme = *std::move(programme);
    view.newcomers_in_all = static_cast<std::int64_t>(solved.made.newcomers.size());
    view.established_in_all = static_cast<std::int64_t>(solved.made.established.size());
    for (std::size_t i = 0; i < solved.made.newcomers.size(); ++i)
        if (solved.proposal.established_of[i] >= 0) view.pairs.push_back(suggested(solved, static_cast<int>(i), today));
    add_left_over(solved, today, view);
    judge(solved, view);
    for (const Marked& one : load_marks(room))
        if (one.holds_on(today) && solved.made.number_of(one.two.newcomer) >= 0 &&
            solved.made.number_of(one.two.established) >= 0)
            view.marks.push_back(one);
    std::set<ParticipantId> who;
    for (const auto* side : {&solved.made.newcomers, &solved.made.established})
        for (const people::Participant& one : *side) who.insert(one.id);
    view.names = names_of(room, caller, who);
    return view;
}

base::Result<std::optional<SuggestionView>> see_suggestion(store::Session& room, const module::Caller& caller,
                                                           base::Date today, ParticipantId newcomer) {
    using View = std::optional<SuggestionView>;
    if (!may(caller, kRunFriends)) return module::refusal();
    const auto one = people::find_participant(room, newcomer);
    const auto programme = one ? people::find_programme(room, one->programme) : std::nullopt;
    if (!programme) return View{};
    const Solved solved = room.snapshot([&](store::Reader& reader) { return solve_now(reader, *programme, today); });
    const auto& rows = solved.made.newcomers;
    const auto found = std::ranges::find(rows, newcomer, &people::Participant::id);
    if (found == rows.end()) return View{};
    const auto number = static_cast<int>(found - rows.begin());
    SuggestionView view;
    view.programme = *programme;
    view.newcomer = *found;
    const int with = solved.proposal.established_of[static_cast<std::size_t>(number)];
    if (with >= 0) {
        view.established = solved.made.established[static_cast<std::size_t>(with)];
        view.suggested = suggested(solved, number, today);
    } else {
        view.left_over = LeftOver{newcomer, days_of(*found, today), why(solved.made, Side::newcomer, number)};
    }
    if (!solved.locked.contains(number)) {
        const match::Session session = match::session_of(solved.proposal);
        for (const auto& other : match::alternatives(solved.made.pool, solved.proposal, number, kMostChoices))
            view.others.push_back(choice_of(solved, session, {number, other.established}));
    }
    std::set<ParticipantId> who{newcomer};
    if (view.established) who.insert(view.established->id);
    for (const Choice& other : view.others) {
        who.insert(other.established);
        who.insert(other.changed.begin(), other.changed.end());
        if (other.taken_from) who.insert(*other.taken_from);
    }
    view.names = names_of(room, caller, who);
    return View{std::move(view)};
}

base::Result<base::Done> mark_two(store::Session& room, const module::Caller& caller, base::Date today, const Two& two,
                                  std::string_view what) {
    if (!may(caller, kRunFriends)) return module::refusal();
    return room.transaction([&](store::Transaction& tx) -> base::Result<base::Done> {
        tx.lock("friends.match");
        const auto newcomer = people::find_participant(tx, two.newcomer);
        const auto established = people::find_participant(tx, two.established);
        const bool two_sides = newcomer && established && newcomer->answers.side == Side::newcomer &&
                               established->answers.side == Side::established;
        if (!two_sides || newcomer->stage != Stage::ready || established->stage != Stage::ready)
            return base::problem("", "friends.matching.not_waiting");
        const auto marks = load_marks(tx);
        // A no is theirs: no decision of the coordinator's takes its place, or the answer would be forgotten with it.
        const auto said_no = [&](const Marked& one) {
            return one.two == two && one.mark == Mark::declined && one.holds_on(today);
        };
        if (std::ranges::any_of(marks, said_no)) return base::problem("", "friends.matching.said_no");
        if (what == "lock") {
            // Nobody is locked to two people.
            for (const Marked& one : marks)
                if (one.mark == Mark::locked &&
                    (one.two.newcomer == two.newcomer || one.two.established == two.established))
                    delete_mark(tx, one.two);
            save_mark(tx, {two, Mark::locked, today});
        } else if (what == "forbid") {
            save_mark(tx, {two, Mark::forbidden, today});
        } else if (what == "clear") {
            delete_mark(tx, two);
        } else {
            return base::problem("", "friends.matching.what");
        }
        tx.journal(caller.actor(),
                   {"friends.match_decided", two.newcomer.text(), nlohmann::json{{"what", what}}.dump()});
        return base::Done{};
    });
}

base::Result<std::vector<GroupLine>> see_fairness(store::Session& room, const module::Caller& caller, base::Date today,
                                                  ProgrammeId programme) {
    if (!may(caller, kRunFriends)) return module::refusal();
    return fairness(people::list_participants(room, programme), today);
}

}  // namespace samrum::friends::matching
