#include "advice/volunteers/actions_times.hpp"

#include "advice/sites/model_permissions.hpp"
#include "advice/sites/repository_site.hpp"
#include "advice/volunteers/repository_course.hpp"
#include "advice/volunteers/repository_volunteer.hpp"
#include "directory/actions_slices.hpp"

#include <algorithm>

namespace samrum::advice::volunteers {
namespace {

/// A change that the volunteer may make, too.
base::Result<base::Done> mend(store::Session& room, const module::Caller& caller, VolunteerId id, std::string_view what,
                              const Change& change) {
    if (!may_mend(room, caller, id)) return module::refusal();
    return change_volunteer(room, caller, id, std::nullopt, what, change);
}

}  // namespace

std::optional<Volunteer> oneself(store::Reader& room, const module::Caller& caller) {
    if (!caller.account || !may(caller, kAdvise)) return std::nullopt;
    const auto id = volunteer_of_account(room, caller.account->text());
    return id ? load_volunteer(room, *id) : std::nullopt;
}

std::optional<Seen> see_oneself(store::Reader& room, const module::Caller& caller) {
    auto one = oneself(room, caller);
    if (!one) return std::nullopt;
    auto person = directory::view_for_oneself(room, one->id);
    if (!person) return std::nullopt;
    const VolunteerId id = one->id;
    return Seen{std::move(*one), std::move(*person), courses_attended(room, id), work_of(room, id)};
}

std::vector<sites::Site> sites_open_on(store::Reader& room, base::Date day) {
    auto all = sites::load_sites(room);
    std::erase_if(all, [&](const sites::Site& site) { return site.closed_on && *site.closed_on < day; });
    return all;
}

bool may_mend(store::Reader& room, const module::Caller& caller, VolunteerId id) {
    if (may(caller, kRunAdvice)) return true;
    const auto own = oneself(room, caller);
    return own && own->id == id;
}

base::Result<base::Done> save_languages(store::Session& room, const module::Caller& caller, VolunteerId id,
                                        const std::vector<std::string>& codes) {
    const auto read = read_languages(codes);
    if (!read) return read.problems();
    return mend(room, caller, id, "volunteer.languages",
                [&](store::Transaction&, Volunteer& one) -> base::Result<base::Done> {
                    one.languages = *read;
                    return base::Done{};
                });
}

base::Result<base::Done> save_availability(store::Session& room, const module::Caller& caller, VolunteerId id,
                                           const std::vector<std::string>& marks, std::string_view most) {
    std::vector<sites::SiteId> known;
    for (const sites::Site& site : sites::load_sites(room)) known.push_back(site.id);
    base::ProblemList problems;
    const auto read = problems.take(read_availability(marks, known), "at");
    const int shifts = problems.take(read_most_shifts(most), "most_shifts");
    if (!problems.empty()) return problems.all();
    return mend(room, caller, id, "volunteer.times",
                [&](store::Transaction&, Volunteer& one) -> base::Result<base::Done> {
                    one.availability = read;
                    one.most_shifts = shifts;
                    return base::Done{};
                });
}

base::Result<base::Done> begin_break(store::Session& room, const module::Caller& caller, VolunteerId id,
                                     std::string_view first, std::string_view last) {
    return mend(room, caller, id, "volunteer.break",
                [&](store::Transaction&, Volunteer& one) { return add_break(one, first, last); });
}

base::Result<base::Done> back_from_break(store::Session& room, const module::Caller& caller, base::Date today,
                                         VolunteerId id) {
    return mend(room, caller, id, "volunteer.break_ended",
                [&](store::Transaction&, Volunteer& one) -> base::Result<base::Done> {
                    if (!end_break(one, today)) return base::problem("", "advice.volunteers.break.none");
                    return base::Done{};
                });
}

base::Result<base::Done> remove_break(store::Session& room, const module::Caller& caller, VolunteerId id,
                                      std::string_view first) {
    return mend(room, caller, id, "volunteer.break_removed",
                [&](store::Transaction&, Volunteer& one) -> base::Result<base::Done> {
                    const auto gone = std::erase_if(
                        one.breaks, [&](const base::Period& pause) { return pause.first().iso() == first; });
                    if (gone == 0) return base::problem("", "advice.volunteers.break.none");
                    return base::Done{};
                });
}

base::Result<base::Done> leave(store::Session& room, const module::Caller& caller, base::Date today,
                               const LeavingInput& input) {
    const auto own = oneself(room, caller);
    if (!own) return module::refusal();
    return change_volunteer(room, caller, own->id, std::nullopt, "volunteer.left",
                            [&](store::Transaction& tx, Volunteer& one) -> base::Result<base::Done> {
                                if (one.stage != Stage::active)
                                    return base::problem("", "advice.volunteers.stage.not_next");
                                auto leaving = read_leaving(input, one, today);
                                if (!leaving) return leaving.problems();
                                if (leaving->last < today)
                                    return base::problem("last_day", "advice.volunteers.leave.past");
                                leave_now(tx, caller.actor(), one, *leaving, today);
                                return base::Done{};
                            });
}

}  // namespace samrum::advice::volunteers
