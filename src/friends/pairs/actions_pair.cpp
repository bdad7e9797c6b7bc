#include "friends/pairs/actions_pair.hpp"

#include "directory/actions_slices.hpp"
#include "friends/pairs/repository_pair.hpp"
#include "friends/people/model_permissions.hpp"

#include <algorithm>
#include <functional>

namespace samrum::friends::pairs {
namespace {

/// Held by whoever begins or changes a pair.
constexpr std::string_view kLock = "friends.pair";

using ChangePair = std::function<base::Result<base::Done>(store::Transaction&, Pair&)>;
base::Result<base::Done> change_pair(store::Session& room, const module::Caller& caller, PairId id,
                                     std::optional<std::int64_t> revision, std::string_view what,
                                     const ChangePair& change) {
    if (!may(caller, kRunFriends)) return module::refusal();
    return room.transaction([&](store::Transaction& tx) -> base::Result<base::Done> {
        tx.lock(kLock);
        auto pair = load_pair(tx, id);
        if (!pair) return base::problem("", "friends.pairs.unknown");
        if (revision && pair->revision != *revision) return base::problem("", "friends.pairs.changed_meanwhile");
        if (const auto changed = change(tx, *pair); !changed) return changed.problems();
        base::ensure(update_pair(tx, *pair), "a locked row has the revision it was loaded with");
        tx.journal(caller.actor(), {std::string(what), id.text(), "{}"});
        return base::Done{};
    });
}

/// Moves a participant on, unless they are there already or gone.
void move_to(store::Transaction& tx, const store::Actor& who, const std::optional<ParticipantId>& id, Stage stage,
             base::Date day) {
    const auto one = id ? people::find_participant(tx, *id) : std::nullopt;
    if (one && one->stage != stage && one->stage != Stage::left) people::set_stage(tx, who, one->id, stage, day);
}

LeaveReason leaving_for(EndReason reason) {
    switch (reason) {
        case EndReason::without_us:
            return LeaveReason::reached;
        case EndReason::moved:
            return LeaveReason::moved;
        case EndReason::no_time:
        case EndReason::job:
        case EndReason::studies:
            return LeaveReason::no_time;
        case EndReason::health:
            return LeaveReason::health;
        case EndReason::no_contact:
            return LeaveReason::no_answer;
        case EndReason::did_not_fit:
            return LeaveReason::not_for_me;
        case EndReason::other:
            break;
    }
    return LeaveReason::other;
}

void go_on(store::Transaction& tx, const store::Actor& who, const std::optional<ParticipantId>& id, After after,
           const PairEnd& end) {
    if (after == After::waits) return move_to(tx, who, id, Stage::ready, end.day);
    const auto one = id ? people::find_participant(tx, *id) : std::nullopt;
    if (one && one->stage != Stage::left) people::leave(tx, who, one->id, leaving_for(end.reason), end.day);
}

PairRow row_of(store::Reader& room, Pair pair, std::optional<base::Date> last_met, base::Date today) {
    PairRow row;
    row.last_met = last_met;
    row.quiet = quiet_of(pair, last_met, today);
    row.quiet_days = quiet_since(pair, last_met).days_until(today);
    row.progress = progress_of(pair, meetings_of(room, pair.id), today);
    row.pair = std::move(pair);
    return row;
}

void add_names(store::Session& room, const module::Caller& caller, std::string_view page, std::vector<PairRow>& rows) {
    std::vector<ParticipantId> shown;
    for (const PairRow& row : rows)
        for (const auto& who : {row.pair.newcomer, row.pair.established})
            if (who) shown.push_back(*who);
    const auto names = directory::names_for(room, caller, page, shown);
    const auto name_of = [&](const std::optional<ParticipantId>& who) -> std::optional<std::string> {
        const auto found = who ? names.find(*who) : names.end();
        return found == names.end() ? std::nullopt : std::optional(found->second);
    };
    for (PairRow& row : rows) {
        row.newcomer = name_of(row.pair.newcomer);
        row.established = name_of(row.pair.established);
        // Whoever's time of keeping is over is gone, not protected.
        if (!row.newcomer && row.pair.newcomer && !directory::is_person(room, *row.pair.newcomer))
            row.pair.newcomer.reset();
        if (!row.established && row.pair.established && !directory::is_person(room, *row.pair.established))
            row.pair.established.reset();
    }
}

bool is_asked_for(const PairQuery& query, const Pair& pair, Quiet quiet) {
    if (!query.programme.empty() && pair.programme.text() != query.programme) return false;
    if (query.state == "all") return true;
    if (query.state == "quiet") return quiet != Quiet::no;
    if (query.state.empty()) return pair.state() != PairState::ended;
    return code_of(pair.state()) == query.state;
}

/// Those who need something come first: broken, a task, a mark.
int urgency_of(const Pair& pair, Quiet quiet) {
    if (pair.state() == PairState::broken) return 3;
    return quiet == Quiet::task ? 2 : quiet == Quiet::mark ? 1 : 0;
}

module::Duty duty_of(const Pair& pair, std::string_view what, base::Date due, std::string_view message) {
    module::Duty duty;
    duty.uid = "friends/pair/" + pair.id.text() + "/" + std::string(what) + "/" + due.iso();
    duty.what = {std::string(message), {}};
    duty.due = due;
    duty.role = module::Role::coordinator;
    duty.link = "/friends/pairs/" + pair.id.text();
    return duty;
}

}  // namespace

PairId start_pair(store::Transaction& room, const store::Actor& who, ProgrammeId programme, ParticipantId newcomer,
                  ParticipantId established, base::Date today) {
    room.lock(kLock);
    const auto terms = people::find_programme(room, programme);
    const auto one = people::find_participant(room, newcomer), other = people::find_participant(room, established);
    base::ensure(terms && one && other, "both take part in a programme that there is");
    base::ensure(one->answers.side == Side::newcomer && other->answers.side == Side::established,
                 "a pair is of one newcomer's and one established party");
    const Pair pair = new_pair(*terms, newcomer, established, today);
    insert_pair(room, pair);
    room.journal(who, {"pair.started", pair.id.text(), "{}"});
    move_to(room, who, newcomer, Stage::paired, today);
    move_to(room, who, established, Stage::paired, today);
    return pair.id;
}

bool are_friends(store::Reader& room, ParticipantId newcomer, ParticipantId established) {
    return std::ranges::any_of(pairs_of(room, newcomer), [&](const Pair& one) {
        return one.newcomer == newcomer && one.established == established && !one.ended_on;
    });
}

std::vector<std::pair<ParticipantId, ParticipantId>> earlier_pairs(store::Reader& room) {
    std::vector<std::pair<ParticipantId, ParticipantId>> all;
    for (const Pair& pair : load_pairs(room))
        if (pair.newcomer && pair.established) all.emplace_back(*pair.newcomer, *pair.established);
    return all;
}

base::Result<PairPage> list_pairs(store::Session& room, const module::Caller& caller, base::Date today,
                                  const PairQuery& query) {
    if (!may(caller, kRunFriends)) return module::refusal();
    PairPage page = room.snapshot([&](store::Reader& reader) {
        PairPage found;
        const auto last = last_meetings(reader);
        struct Found {
            Pair pair;
            std::optional<base::Date> last_met;
            int urgency;
        };
        std::vector<Found> chosen;
        for (Pair& pair : load_pairs(reader)) {
            const auto met = last.find(pair.id);
            const auto last_met = met == last.end() ? std::nullopt : std::optional(met->second);
            const Quiet quiet = quiet_of(pair, last_met, today);
            ++found.states[pair.state()];
            if (quiet != Quiet::no) ++found.marks;
            if (is_asked_for(query, pair, quiet)) {
                const int urgency = urgency_of(pair, quiet);
                chosen.push_back({std::move(pair), last_met, urgency});
            }
        }
        std::ranges::stable_sort(chosen, [](const Found& a, const Found& b) {
            return a.urgency != b.urgency ? a.urgency > b.urgency : a.pair.started_on > b.pair.started_on;
        });
        found.total = chosen.size();
        const std::size_t first = std::min(query.offset, chosen.size());
        const std::size_t end = std::min(first + query.limit, chosen.size());
        for (std::size_t i = first; i < end; ++i)
            found.rows.push_back(row_of(reader, std::move(chosen[i].pair), chosen[i].last_met, today));
        return found;
    });
    add_names(room, caller, "pairs", page.rows);
    return page;
}

base::Result<std::optional<PairSeen>> see_pair(store::Session& room, const module::Caller& caller, base::Date today,
                                               PairId id) {
    if (!may(caller, kRunFriends)) return module::refusal();
    auto seen = room.snapshot([&](store::Reader& reader) -> std::optional<PairSeen> {
        auto pair = load_pair(reader, id);
        if (!pair) return std::nullopt;
        PairSeen found;
        found.meetings = meetings_of(reader, id);
        const auto last_met = found.meetings.empty() ? std::nullopt : std::optional(found.meetings.back().day);
        if (const auto programme = people::find_programme(reader, pair->programme)) found.programme = programme->name;
        found.row = row_of(reader, std::move(*pair), last_met, today);
        std::ranges::reverse(found.meetings);
        return found;
    });
    if (seen) {
        std::vector<PairRow> rows{std::move(seen->row)};
        add_names(room, caller, "pair", rows);
        seen->row = std::move(rows.front());
    }
    return seen;
}

base::Result<base::Done> pause_pair(store::Session& room, const module::Caller& caller, base::Date today, PairId id,
                                    std::int64_t revision, std::string_view first_day) {
    return change_pair(room, caller, id, revision, "pair.paused",
                       [&](store::Transaction&, Pair& pair) { return pause(pair, first_day, today); });
}

base::Result<base::Done> resume_pair(store::Session& room, const module::Caller& caller, base::Date today, PairId id,
                                     std::int64_t revision) {
    return change_pair(room, caller, id, revision, "pair.resumed",
                       [&](store::Transaction&, Pair& pair) { return resume(pair, today); });
}

base::Result<base::Done> end_pair(store::Session& room, const module::Caller& caller, base::Date today, PairId id,
                                  std::int64_t revision, const EndInput& input) {
    return change_pair(room, caller, id, revision, "pair.ended",
                       [&](store::Transaction& tx, Pair& pair) -> base::Result<base::Done> {
                           if (pair.ended_on) return base::problem("", "friends.pairs.end.ended");
                           const auto end = read_end(input, pair, today);
                           if (!end) return end.problems();
                           // Whoever kept on until the months were full has lasted, although the end is told first.
                           if (lasts_by(pair, end->day)) pair.lasted_on = pair.planned_until;
                           // And whoever turns out to have ended before that has not.
                           if (pair.lasted_on && *pair.lasted_on > end->day) pair.lasted_on.reset();
                           pair.ended_on = end->day;
                           pair.end_reason = end->reason;
                           pair.paused_from.reset();
                           go_on(tx, caller.actor(), pair.newcomer, end->newcomer, *end);
                           go_on(tx, caller.actor(), pair.established, end->established, *end);
                           return base::Done{};
                       });
}

base::Result<base::Done> note_talk(store::Session& room, const module::Caller& caller, base::Date today, PairId id,
                                   std::int64_t revision) {
    return change_pair(room, caller, id, revision, "pair.talked",
                       [&](store::Transaction&, Pair& pair) -> base::Result<base::Done> {
                           if (pair.ended_on) return base::problem("", "friends.pairs.end.ended");
                           if (awaits_trial_talk(pair, today)) pair.trial_talk_on = today;
                           pair.talked_on = today;
                           return base::Done{};
                       });
}

base::Result<base::Done> note_met(store::Session& room, const module::Caller& caller, base::Date today, PairId id,
                                  const MetInput& input) {
    return change_pair(room, caller, id, std::nullopt, "pair.met",
                       [&](store::Transaction& tx, Pair& pair) -> base::Result<base::Done> {
                           const auto met = read_met(input, pair, NotedBy::coordinator, today);
                           if (!met) return met.problems();
                           if (pair.ended_on && met->day > *pair.ended_on)
                               return base::problem("day", "friends.pairs.met.ended");
                           save_meeting(tx, *met);
                           return base::Done{};
                       });
}

base::Result<base::Done> note_diary(store::Session& room, const module::Caller& caller, base::Date today, PairId id,
                                    const std::vector<DiaryLine>& lines) {
    return change_pair(room, caller, id, std::nullopt, "pair.met",
                       [&](store::Transaction& tx, Pair& pair) -> base::Result<base::Done> {
                           base::ProblemList problems;
                           int number = 0;
                           for (const DiaryLine& line : lines) {
                               ++number;
                               auto met = read_met(line.met, pair, NotedBy::coordinator, today);
                               if (met && pair.ended_on && met->day > *pair.ended_on)
                                   met = base::problem("day", "friends.pairs.met.ended");
                               for (base::Problem one : met.problems()) {
                                   one.line = number;
                                   problems.add(std::move(one));
                               }
                               if (!met) continue;
                               met.value().noted_by = line.noted_by;
                               save_meeting(tx, *met);
                           }
                           if (!problems.empty()) return problems.all();
                           return base::Done{};
                       });
}

base::Result<base::Done> remove_met(store::Session& room, const module::Caller& caller, PairId id,
                                    std::string_view day) {
    return change_pair(room, caller, id, std::nullopt, "pair.met_undone",
                       [&](store::Transaction& tx, Pair&) -> base::Result<base::Done> {
                           const auto read = base::Date::parse(day);
                           if (!read) return read.problems();
                           if (!delete_meeting(tx, id, *read)) return base::problem("", "friends.pairs.met.unknown");
                           return base::Done{};
                       });
}

std::int64_t note_lasting(store::Transaction& room, base::Date today) {
    room.lock(kLock);
    std::int64_t noted = 0;
    for (Pair& pair : load_pairs(room)) {
        if (!lasts_by(pair, today)) continue;
        pair.lasted_on = pair.planned_until;
        base::ensure(update_pair(room, pair), "the pairs are locked");
        room.journal({"system", "Samrum"}, {"pair.lasted", pair.id.text(), "{}"});
        ++noted;
    }
    return noted;
}

std::vector<module::Duty> duties_of(store::Reader& room, base::Date today) {
    std::vector<module::Duty> duties;
    const auto last = last_meetings(room);
    for (const Pair& pair : load_pairs(room)) {
        if (pair.ended_on) continue;
        const auto met = last.find(pair.id);
        const auto last_met = met == last.end() ? std::nullopt : std::optional(met->second);
        if (pair.state() == PairState::broken)
            duties.push_back(duty_of(pair, "broken", last_met.value_or(pair.started_on), "friends.pairs.duty.broken"));
        if (awaits_trial_talk(pair, today))
            duties.push_back(duty_of(pair, "trial", pair.trial_until, "friends.pairs.duty.trial"));
        else if (quiet_of(pair, last_met, today) == Quiet::task)
            duties.push_back(
                duty_of(pair, "quiet", quiet_since(pair, last_met).plus_days(kTaskDays), "friends.pairs.duty.quiet"));
    }
    return duties;
}

std::int64_t erase_from_pairs(store::Transaction& room, const base::Uuid& person) {
    return forget_participant(room, ParticipantId{person});
}

}  // namespace samrum::friends::pairs
