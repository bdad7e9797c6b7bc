#include "friends/people/actions_register.hpp"

#include "directory/actions_slices.hpp"
#include "friends/people/model_permissions.hpp"
#include "friends/people/repository_participant.hpp"
#include "friends/people/repository_programme.hpp"
#include "friends/people/rules_input.hpp"
#include "friends/people/rules_stage.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace samrum::friends::people {
namespace {

const store::Actor kRules{"system", "Samrum"};

bool is_selected(const Participant& one, const RegisterQuery& query) {
    if (!query.programme.is_nil() && one.programme != query.programme) return false;
    if (!query.side.empty() && code_of(one.answers.side) != query.side) return false;
    if (query.stage == "all") return true;
    return query.stage.empty() ? one.stage != Stage::left : code_of(one.stage) == query.stage;
}

/// They come by name.
void sort_rows(std::vector<Participant>& all, const RegisterQuery& query) {
    const auto by = [&](auto key) {
        std::ranges::stable_sort(all, [&](const Participant& a, const Participant& b) {
            return query.descending ? key(b) < key(a) : key(a) < key(b);
        });
    };
    if (query.sort == "name" && query.descending) std::ranges::reverse(all);
    if (query.sort == "stage") by([](const Participant& one) { return one.stage; });
    if (query.sort == "side") by([](const Participant& one) { return one.answers.side; });
    // Who waits for nothing comes after those who wait.
    if (query.sort == "waiting")
        by([](const Participant& one) {
            return std::pair(one.stage == Stage::paired || one.stage == Stage::left, one.waiting_since);
        });
    if (query.sort == "enrolled") by([](const Participant& one) { return one.enrolled_on; });
}

std::vector<Participant> in_order(store::Reader& room, const RegisterQuery& query, RegisterPage& page) {
    const auto all = load_participants(room);
    for (const Participant& one : all)
        if (query.programme.is_nil() || one.programme == query.programme) ++page.stages[one.stage];
    std::vector<Participant> selected;
    for (const ParticipantId id : directory::ids_by_name(room, query.search)) {
        const auto found = std::ranges::lower_bound(all, id, {}, &Participant::id);
        if (found != all.end() && found->id == id && is_selected(*found, query)) selected.push_back(*found);
    }
    sort_rows(selected, query);
    return selected;
}

using Change = std::function<base::Result<base::Done>(store::Transaction&, Participant&)>;
base::Result<base::Done> change_participant(store::Session& room, const module::Caller& caller, ParticipantId id,
                                            std::optional<std::int64_t> revision, const Change& change) {
    if (!may(caller, kRunFriends)) return module::refusal();
    return room.transaction([&](store::Transaction& tx) -> base::Result<base::Done> {
        tx.lock("friends.participant");
        auto one = load_participant(tx, id);
        if (!one) return base::problem("", "friends.people.unknown");
        if (revision && one->revision != *revision) return base::problem("", "friends.people.changed_meanwhile");
        return change(tx, *one);
    });
}

void save_row(store::Transaction& tx, const Participant& one) {
    base::ensure(update_participant(tx, one), "a locked row has the revision it was loaded with");
}

base::Problem not_now() {
    return base::problem("", "friends.people.not_now");
}

}  // namespace

base::Result<RegisterPage> list_register(store::Session& room, const module::Caller& caller,
                                         const RegisterQuery& query) {
    if (!may(caller, kRunFriends)) return module::refusal();
    RegisterPage page;
    auto selected = room.snapshot([&](store::Reader& reader) {
        page = {};
        return in_order(reader, query, page);
    });
    page.total = selected.size();
    const std::size_t first = std::min(query.offset, selected.size());
    const std::size_t last = std::min(first + query.limit, selected.size());
    std::vector<ParticipantId> ids;
    for (std::size_t i = first; i < last; ++i) ids.push_back(selected[i].id);
    const auto names = directory::names_for(room, caller, "friends", ids);
    for (std::size_t i = first; i < last; ++i) {
        const auto name = names.find(selected[i].id);
        page.rows.push_back({std::move(selected[i]), name == names.end() ? std::nullopt : std::optional(name->second)});
    }
    return page;
}

base::Result<Backlog> backlog(store::Session& room, const module::Caller& caller, base::Date today,
                              ProgrammeId programme) {
    if (!may(caller, kRunFriends)) return module::refusal();
    return room.snapshot([&](store::Reader& reader) {
        Backlog seen;
        std::vector<int> days;
        for (const Programme& of : load_programmes(reader)) {
            if (!programme.is_nil() && of.id != programme) continue;
            for (const Participant& one : load_of_stage(reader, of.id, Stage::sent)) {
                ++(one.answers.side == Side::newcomer ? seen.newcomers : seen.established);
                if (talk_due(one, of) < today) ++seen.late;
                days.push_back(one.enrolled_on.days_until(today));
            }
        }
        std::ranges::sort(days);
        if (!days.empty()) {
            seen.oldest_days = days.back();
            seen.median_days = days[days.size() / 2];
        }
        return base::Result<Backlog>(seen);
    });
}

base::Result<std::optional<ParticipantSeen>> see_participant(store::Session& room, const module::Caller& caller,
                                                             ParticipantId id) {
    using Seen = std::optional<ParticipantSeen>;
    if (!may(caller, kRunFriends)) return module::refusal();
    auto one = load_participant(room, id);
    auto programme = one ? load_programme(room, one->programme) : std::nullopt;
    if (!programme) return Seen{};
    const auto person = directory::open_person(room, caller, id);
    if (!person) return person.problems();
    if (!*person) return Seen{};
    return Seen{ParticipantSeen{*std::move(one), *std::move(programme), **person}};
}

base::Result<base::Done> hold_talk(store::Session& room, const module::Caller& caller, base::Date today,
                                   ParticipantId id, std::int64_t revision, std::string_view day,
                                   std::string_view note) {
    base::ProblemList problems;
    const base::Date held = problems.take(base::Date::parse(day), "day", today);
    const std::string text = problems.take(read_note(note), "note");
    if (held > today) problems.add(base::problem("day", "friends.people.talk.future"));
    return change_participant(room, caller, id, revision,
                              [&](store::Transaction& tx, Participant& one) -> base::Result<base::Done> {
                                  if (one.stage != Stage::sent) return not_now();
                                  base::ProblemList wrong = problems;
                                  if (held < one.enrolled_on)
                                      wrong.add(base::problem("day", "friends.people.talk.early"));
                                  if (!wrong.empty()) return wrong.all();
                                  one.talked_on = held;
                                  one.note = text;
                                  one.stage = Stage::ready;
                                  one.stage_on = today;
                                  save_row(tx, one);
                                  tx.journal(caller.actor(), {"participant.talked", id.text(), "{}"});
                                  return base::Done{};
                              });
}

base::Result<base::Done> save_note(store::Session& room, const module::Caller& caller, ParticipantId id,
                                   std::int64_t revision, std::string_view note) {
    const auto text = read_note(note);
    return change_participant(
        room, caller, id, revision, [&](store::Transaction& tx, Participant& one) -> base::Result<base::Done> {
            if (!text)
                return base::problem("note", text.problems().front().message.key, text.problems().front().message.args);
            one.note = *text;
            save_row(tx, one);
            tx.journal(caller.actor(), {"participant.changed", id.text(), "{}"});
            return base::Done{};
        });
}

base::Result<base::Done> move_participant(store::Session& room, const module::Caller& caller, base::Date today,
                                          ParticipantId id, std::string_view step) {
    return change_participant(
        room, caller, id, {}, [&](store::Transaction& tx, Participant& one) -> base::Result<base::Done> {
            if (step == "pause" && may_pause(one))
                set_stage(tx, caller.actor(), id, Stage::paused, today);
            else if ((step == "resume" && may_resume(one)) || (step == "back" && one.stage == Stage::left))
                set_stage(tx, caller.actor(), id, stage_after_pause(one), today);
            else
                return not_now();
            return base::Done{};
        });
}

base::Result<base::Done> end_participation(store::Session& room, const module::Caller& caller, base::Date today,
                                           ParticipantId id, std::string_view reason) {
    const auto why = leave_reason_of(reason);
    return change_participant(
        room, caller, id, {}, [&](store::Transaction& tx, Participant& one) -> base::Result<base::Done> {
            if (!why) return base::problem("reason", "friends.people.leave.reason");
            const bool bound = one.stage == Stage::proposed || one.stage == Stage::paired || one.stage == Stage::left;
            if (bound) return not_now();
            leave(tx, caller.actor(), id, *why, today);
            return base::Done{};
        });
}

base::Result<std::string> give_link(store::Session& room, const module::Caller& caller, base::Date today,
                                    ParticipantId id, OlderLinks older) {
    if (!may(caller, kRunFriends)) return module::refusal();
    return room.transaction([&](store::Transaction& tx) -> base::Result<std::string> {
        if (!load_participant(tx, id)) return base::problem("", "friends.people.unknown");
        const bool stop = older == OlderLinks::stop;
        if (stop) delete_links(tx, id.uuid());
        tx.journal(caller.actor(), {"participant.link_given", id.text(), stop ? R"({"older":"stopped"})" : "{}"});
        return new_link(tx, id, today);
    });
}

std::vector<module::Duty> talk_duties(store::Reader& room, base::Date today) {
    std::vector<module::Duty> all;
    for (const Programme& of : load_programmes(room)) {
        const auto waiting = load_of_stage(room, of.id, Stage::sent);
        if (waiting.empty()) continue;
        // The longest wait stands first; the duty falls due with it.
        const Participant& oldest =
            *std::ranges::min_element(waiting, {}, [](const Participant& one) { return one.enrolled_on; });
        const base::Date due = talk_due(oldest, of);
        // A week ahead is soon enough to see it coming.
        if (due > today.plus_days(7)) continue;
        all.push_back({.uid = "friends/" + of.id.text() + "/talk/" + due.iso(),
                       .what = {"friends.people.duty.talk",
                                {{"programme", of.name}, {"count", static_cast<std::int64_t>(waiting.size())}}},
                       .due = due,
                       .whose = {},
                       .role = module::Role::coordinator,
                       .link = "/friends/people?stage=sent&sort=waiting"});
    }
    return all;
}

std::int64_t remove_old_drafts(store::Transaction& room, base::Date today) {
    return delete_drafts_before(room, today.plus_days(-kDraftKeptDays));
}

std::int64_t remove_those_who_left(store::Transaction& room, base::Date today) {
    std::int64_t removed = 0;
    for (const Participant& one : load_participants(room)) {
        const auto until = kept_until(one);
        if (!until || today <= *until) continue;
        delete_participant(room, one.id);
        if (directory::remove_person(room, kRules, one.id, "retention")) ++removed;
    }
    return removed;
}

}  // namespace samrum::friends::people
