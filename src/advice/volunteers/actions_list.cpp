// The list of volunteers: selected and sorted without names, which are asked for of the rows that are shown.
#include "advice/sites/model_permissions.hpp"
#include "advice/volunteers/actions_volunteer.hpp"
#include "advice/volunteers/repository_volunteer.hpp"
#include "directory/actions_slices.hpp"

#include <algorithm>

namespace samrum::advice::volunteers {
namespace {

bool is_on_break(const Volunteer& one, base::Date today) {
    return std::ranges::any_of(one.breaks, [&](const base::Period& pause) { return pause.contains(today); });
}

bool is_of_stage(const Volunteer& one, const std::string& wanted) {
    if (wanted == "all") return true;
    if (const auto stage = stage_of(wanted)) return one.stage == *stage;
    return one.stage != Stage::left && one.stage != Stage::declined;
}

bool is_selected(const Volunteer& one, const ListQuery& query) {
    if (!is_of_stage(one, query.stage)) return false;
    if (!query.language.empty() && std::ranges::find(one.languages, query.language) == one.languages.end())
        return false;
    if (query.trained == "yes" && !one.trained_on) return false;
    if (query.trained == "no" && one.trained_on) return false;
    return query.weekday == 0 ||
           std::ranges::any_of(one.availability, [&](const Availability& at) { return at.weekday == query.weekday; });
}

void count_in(ListPage& page, const Volunteer& one, base::Date today) {
    ++page.stages[one.stage];
    if (one.stage != Stage::active) return;
    if (!one.trained_on) ++page.untrained;
    if (is_on_break(one, today)) ++page.on_break;
}

/// They come by name.
void sort_rows(std::vector<Volunteer>& all, const ListQuery& query) {
    const auto by = [&](auto key) {
        std::ranges::stable_sort(all, [&](const Volunteer& a, const Volunteer& b) {
            return query.descending ? key(b) < key(a) : key(a) < key(b);
        });
    };
    if (query.sort == "name" && query.descending) std::ranges::reverse(all);
    if (query.sort == "stage") by([](const Volunteer& one) { return one.stage; });
    if (query.sort == "trained") by([](const Volunteer& one) { return one.trained_on.value_or(base::Date{}); });
    if (query.sort == "started") by([](const Volunteer& one) { return one.started_on.value_or(base::Date{}); });
}

std::vector<Volunteer> in_order(store::Reader& room, const ListQuery& query, ListPage& page, base::Date today) {
    const auto all = load_volunteers(room);
    for (const Volunteer& one : all) count_in(page, one, today);
    std::vector<Volunteer> selected;
    for (const VolunteerId id : directory::ids_by_name(room, query.search)) {
        const auto found = std::ranges::lower_bound(all, id, {}, &Volunteer::id);
        if (found != all.end() && found->id == id && is_selected(*found, query)) selected.push_back(*found);
    }
    sort_rows(selected, query);
    return selected;
}

}  // namespace

base::Result<ListPage> list_volunteers(store::Session& room, const module::Caller& caller, base::Date today,
                                       const ListQuery& query) {
    if (!may(caller, kRunAdvice)) return module::refusal();
    ListPage page;
    auto selected = room.snapshot([&](store::Reader& reader) {
        page = {};
        return in_order(reader, query, page, today);
    });
    page.total = selected.size();
    const std::size_t first = std::min(query.offset, selected.size());
    const std::size_t last = std::min(first + query.limit, selected.size());
    std::vector<VolunteerId> ids;
    for (std::size_t i = first; i < last; ++i) ids.push_back(selected[i].id);
    const auto names = directory::names_for(room, caller, "volunteers", ids);
    for (std::size_t i = first; i < last; ++i) {
        const auto name = names.find(selected[i].id);
        page.rows.push_back({std::move(selected[i]), name == names.end() ? std::nullopt : std::optional(name->second)});
    }
    return page;
}

}  // namespace samrum::advice::volunteers
