#include "friends/figures/actions_scope.hpp"

#include "foundation/text/words.hpp"
#include "friends/effect/model.hpp"

#include <algorithm>

namespace samrum::friends::figures {
namespace {

std::string_view value_in(const module::Dimensions& dimensions, std::string_view name) {
    const auto found = dimensions.find(name);
    return found == dimensions.end() ? std::string_view() : std::string_view(found->second);
}

std::optional<people::ProgrammeId> programme_named(store::Reader& room, std::string_view written) {
    for (const people::Programme& one : people::list_programmes(room))
        if (one.id.text() == written || text::is_named(one.name, written)) return one.id;
    return std::nullopt;
}

}  // namespace

Counted counted_over(store::Reader& room, const module::Dimensions& dimensions, const base::Period& period) {
    Counted over{period};
    if (const auto programme = value_in(dimensions, "programme"); !programme.empty()) {
        over.programme = programme_named(room, programme);
        over.is_nothing = !over.programme;
    }
    if (const auto side = value_in(dimensions, "side"); !side.empty()) {
        over.side = side_of(side);
        over.is_nothing = over.is_nothing || !over.side;
    }
    over.area = value_in(dimensions, "area");
    return over;
}

bool knows_value(store::Reader& room, std::string_view dimension, std::string_view value) {
    if (dimension == "programme") return programme_named(room, value).has_value();
    if (dimension == "side") return side_of(value).has_value();
    return effect::area_of(value).has_value();
}

std::optional<people::ProgrammeId> programme_of(store::Reader& room, const module::Dimensions& of) {
    for (const char* name : {"programme", "activity"})
        if (const auto written = value_in(of, name); !written.empty())
            if (const auto programme = programme_named(room, written)) return programme;
    return std::nullopt;
}

bool is_known(store::Reader& room, const Counted& over) {
    return std::ranges::any_of(people::list_programmes(room), [&](const people::Programme& one) {
        return over.is_of(one.id) && one.opened_on <= over.last();
    });
}

}  // namespace samrum::friends::figures
