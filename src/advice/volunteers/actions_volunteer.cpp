#include "advice/volunteers/actions_volunteer.hpp"

#include "advice/sites/model_permissions.hpp"
#include "advice/volunteers/repository_course.hpp"
#include "advice/volunteers/repository_move.hpp"
#include "advice/volunteers/repository_volunteer.hpp"
#include "advice/volunteers/rules_stage.hpp"
#include "directory/actions_slices.hpp"

#include <algorithm>

namespace samrum::advice::volunteers {
namespace {

/// The first day as an adviser: the person's function begins, and one more has joined.
void begin_work(store::Transaction& room, const store::Actor& who, Volunteer& one, base::Date day, base::Date today) {
    one.stage = Stage::active;
    one.stage_on = today;
    one.started_on = day;
    directory::end_functions(room, who, one.id, kApplicant, today);
    directory::begin_function(room, who, one.id, kFunction, day);
    add_move(room, {day, true, std::nullopt, 1});
}

base::Result<base::Date> first_day(std::string_view typed, base::Date today) {
    if (typed.empty()) return today;
    return base::Date::parse(typed);
}

}  // namespace

base::Result<std::optional<Seen>> see_volunteer(store::Session& room, const module::Caller& caller, VolunteerId id) {
    if (!may(caller, kRunAdvice)) return module::refusal();
    auto one = load_volunteer(room, id);
    if (!one) return std::optional<Seen>{};
    auto person = directory::open_person(room, caller, id);
    if (!person) return person.problems();
    if (!*person) return std::optional<Seen>{};
    return std::optional(Seen{std::move(*one), **person, courses_attended(room, id), work_of(room, id)});
}

base::Result<VolunteerId> add_volunteer(store::Session& room, const module::Caller& caller, base::Date today,
                                        const NewVolunteer& input) {
    if (!may(caller, kRunAdvice)) return module::refusal();
    base::ProblemList problems;
    Volunteer one;
    one.applied_on = one.stage_on = today;
    one.stage = Stage::interviewed;
    if (const auto read = read_facts(input.facts, today, one); !read) problems.add(read.problems());
    const base::Date first = problems.take(first_day(input.started_on, today), "started_on", today);
    return room.transaction([&](store::Transaction& tx) -> base::Result<VolunteerId> {
        base::ProblemList all = problems;
        if (input.person) {
            one.id = *input.person;
            if (!directory::is_person(tx, one.id)) all.add(base::problem("person", "advice.volunteers.unknown"));
            if (load_volunteer(tx, one.id)) all.add(base::problem("person", "advice.volunteers.is_one"));
            if (all.empty() && input.started_on.empty())
                directory::begin_function(tx, caller.actor(), one.id, kApplicant, today);
        } else {
            const std::string function(input.started_on.empty() ? kApplicant : kFunction);
            one.id = all.take(
                directory::enter_person(tx, caller.actor(), today, input.input, {function, first.iso(), ""}), "name");
        }
        if (!all.empty()) return all.all();
        if (!input.started_on.empty()) begin_work(tx, caller.actor(), one, first, today);
        insert_volunteer(tx, one);
        tx.journal(caller.actor(), {"volunteer.added", one.id.text(), "{}"});
        return one.id;
    });
}

base::Result<base::Done> change_volunteer(store::Session& room, const module::Caller& caller, VolunteerId id,
                                          std::optional<std::int64_t> revision, std::string_view what,
                                          const Change& change) {
    if (!may(caller, kAdvise)) return module::refusal();
    return room.transaction([&](store::Transaction& tx) -> base::Result<base::Done> {
        tx.lock("advice.volunteer");
        auto one = load_volunteer(tx, id);
        if (!one) return base::problem("", "advice.volunteers.unknown");
        if (revision && one->revision != *revision) return base::problem("", "advice.volunteers.changed_meanwhile");
        if (const auto changed = change(tx, *one); !changed) return changed.problems();
        base::ensure(update_volunteer(tx, *one), "a locked row has the revision it was loaded with");
        tx.journal(caller.actor(), {std::string(what), id.text(), "{}"});
        return base::Done{};
    });
}

base::Result<base::Done> save_facts(store::Session& room, const module::Caller& caller, base::Date today,
                                    VolunteerId id, std::int64_t revision, const FactsInput& input) {
    if (!may(caller, kRunAdvice)) return module::refusal();
    return change_volunteer(room, caller, id, revision, "volunteer.changed",
                            [&](store::Transaction&, Volunteer& one) { return read_facts(input, today, one); });
}

base::Result<base::Done> take_step(store::Session& room, const module::Caller& caller, base::Date today, VolunteerId id,
                                   std::int64_t revision, std::string_view to, std::string_view day) {
    if (!may(caller, kRunAdvice)) return module::refusal();
    const auto stage = stage_of(to);
    const auto first = first_day(day, today);
    if (!first) return base::problem("day", first.problems().front().message.key);
    return change_volunteer(room, caller, id, revision, "volunteer.stage",
                            [&](store::Transaction& tx, Volunteer& one) -> base::Result<base::Done> {
                                if (!stage || !may_follow(one.stage, *stage))
                                    return base::problem("", "advice.volunteers.stage.not_next");
                                if (*stage == Stage::active) {
                                    begin_work(tx, caller.actor(), one, *first, today);
                                } else {
                                    one.stage = *stage;
                                    one.stage_on = today;
                                }
                                return base::Done{};
                            });
}

void leave_now(store::Transaction& room, const store::Actor& who, Volunteer& one, const Leaving& leaving,
               base::Date today) {
    one.stage = Stage::left;
    one.stage_on = today;
    one.left_on = leaving.last;
    one.leave_reason = leaving.reason;
    directory::end_functions(room, who, one.id, kFunction, leaving.last);
    add_move(room, {leaving.last, false, leaving.reason, 1});
}

base::Result<base::Done> record_leaving(store::Session& room, const module::Caller& caller, base::Date today,
                                        VolunteerId id, std::int64_t revision, const LeavingInput& input) {
    if (!may(caller, kRunAdvice)) return module::refusal();
    return change_volunteer(room, caller, id, revision, "volunteer.left",
                            [&](store::Transaction& tx, Volunteer& one) -> base::Result<base::Done> {
                                if (one.stage != Stage::active)
                                    return base::problem("", "advice.volunteers.stage.not_next");
                                const auto leaving = read_leaving(input, one, today);
                                if (!leaving) return leaving.problems();
                                leave_now(tx, caller.actor(), one, *leaving, today);
                                return base::Done{};
                            });
}

base::Result<base::Done> undo_leaving(store::Session& room, const module::Caller& caller, VolunteerId id) {
    if (!may(caller, kRunAdvice)) return module::refusal();
    return change_volunteer(room, caller, id, std::nullopt, "volunteer.leaving_undone",
                            [&](store::Transaction& tx, Volunteer& one) -> base::Result<base::Done> {
                                if (one.stage != Stage::left || !one.left_on)
                                    return base::problem("", "advice.volunteers.stage.not_next");
                                remove_move(tx, {*one.left_on, false, one.leave_reason, 1});
                                directory::reopen_functions(tx, caller.actor(), id, kFunction, *one.left_on);
                                one.stage = Stage::active;
                                one.stage_on = one.started_on.value_or(one.applied_on);
                                one.left_on.reset();
                                one.leave_reason.reset();
                                return base::Done{};
                            });
}

base::Result<base::Done> let_back(store::Session& room, const module::Caller& caller, base::Date today,
                                  VolunteerId id) {
    if (!may(caller, kRunAdvice)) return module::refusal();
    return change_volunteer(room, caller, id, std::nullopt, "volunteer.came_back",
                            [&](store::Transaction& tx, Volunteer& one) -> base::Result<base::Done> {
                                if (one.stage != Stage::left || !one.left_on || *one.left_on >= today)
                                    return base::problem("", "advice.volunteers.stage.not_next");
                                come_back(one, today);
                                directory::begin_function(tx, caller.actor(), id, kFunction, today);
                                add_move(tx, {today, true, std::nullopt, 1});
                                return base::Done{};
                            });
}

}  // namespace samrum::advice::volunteers
