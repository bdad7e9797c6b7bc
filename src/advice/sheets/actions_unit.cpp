#include "advice/sheets/actions_unit.hpp"

#include "advice/sites/model_permissions.hpp"
#include "directory/actions_names.hpp"
#include "foundation/text/words.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace samrum::advice::sheets {
namespace {

std::string searched_by(const Unit& unit) {
    return text::folded(unit.name + " " + unit.organisation.value_or("") + " " + unit.description);
}

template <class Change>
base::Result<base::Done> changed_unit(store::Session& room, const module::Caller& caller, UnitId id, const char* what,
                                      const Change& change) {
    if (!may(caller, kAdvise)) return module::refusal();
    return room.transaction([&](store::Transaction& tx) -> base::Result<base::Done> {
        tx.lock("advice.units");
        auto unit = load_unit(tx, id);
        if (!unit) return module::refusal();
        auto changed = change(*unit);
        if (!changed) return changed.problems();
        update_unit(tx, *changed, searched_by(*changed), directory::keys_of(changed->name).sort_key);
        tx.journal(caller.actor(), {what, id.text(), "{}"});
        return base::Done{};
    });
}

}  // namespace

UnitPage find_units(store::Reader& room, std::string_view municipality, std::string_view text, UnitSearch search,
                    std::int64_t limit, std::int64_t offset) {
    search.folded = text::folded(text);
    UnitPage page;
    for (FoundUnit& one : load_units(room, "")) {
        if (!one.unit.closed_on) page.municipalities.push_back(one.unit.municipality);
        if (!municipality.empty() && one.unit.municipality != municipality) continue;
        if (!is_found(one.unit, one.folded, search)) continue;
        if (page.total >= offset && page.total < offset + limit) page.units.push_back(std::move(one.unit));
        ++page.total;
    }
    std::ranges::sort(page.municipalities, {}, [](const std::string& one) { return text::sort_key(one); });
    page.municipalities.erase(std::unique(page.municipalities.begin(), page.municipalities.end()),
                              page.municipalities.end());
    return page;
}

base::Result<UnitId> add_unit(store::Session& room, const module::Caller& caller, base::Date today,
                              const UnitDraft& draft) {
    if (!may(caller, kAdvise)) return module::refusal();
    auto read = read_unit(draft, today);
    if (!read) return read.problems();
    Unit unit = *std::move(read);
    unit.id = UnitId::ordered();
    return room.transaction([&](store::Transaction& tx) -> base::Result<UnitId> {
        insert_unit(tx, unit, searched_by(unit), directory::keys_of(unit.name).sort_key);
        tx.journal(caller.actor(), {"advice.unit_added", unit.id.text(), "{}"});
        return unit.id;
    });
}

base::Result<base::Done> revise_unit(store::Session& room, const module::Caller& caller, base::Date today, UnitId id,
                                     const UnitDraft& draft) {
    return changed_unit(room, caller, id, "advice.unit_revised", [&](const Unit& old) -> base::Result<Unit> {
        auto read = read_unit(draft, today);
        if (!read) return read;
        Unit unit = *std::move(read);
        unit.id = old.id;
        return unit;
    });
}

base::Result<base::Done> confirm_unit(store::Session& room, const module::Caller& caller, base::Date today, UnitId id) {
    return changed_unit(room, caller, id, "advice.unit_confirmed", [&](Unit unit) -> base::Result<Unit> {
        unit.revised_on = today;
        return unit;
    });
}

base::Result<base::Done> state_unit_month(store::Session& room, const module::Caller& caller, base::Date today,
                                          UnitId id, std::string_view month, std::string_view direction,
                                          std::string_view n) {
    if (!may(caller, kRunAdvice)) return module::refusal();
    const auto stated = read_unit_month(month, direction, n, today);
    if (!stated) return stated.problems();
    return room.transaction([&](store::Transaction& tx) -> base::Result<base::Done> {
        if (!load_unit(tx, id)) return module::refusal();
        save_unit_month(tx, id, *stated);
        tx.journal(caller.actor(), {"advice.unit_month_stated", id.text(),
                                    fmt::format(R"({{"month":"{}","{}":{}}})", stated->month.iso(),
                                                code_of(stated->direction), stated->n)});
        return base::Done{};
    });
}

}  // namespace samrum::advice::sheets
