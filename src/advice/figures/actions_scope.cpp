#include "advice/figures/actions_scope.hpp"

#include "advice/sheets/model_values.hpp"
#include "advice/sites/repository_site.hpp"
#include "directory/actions_place.hpp"
#include "foundation/text/words.hpp"

#include <algorithm>

namespace samrum::advice::figures {
namespace {

/// No id: what is named but not there.
constexpr std::string_view kNothing = "-";

template <class Listed>
std::string named_id(const Listed& all, std::string_view written) {
    if (written.empty() || base::Uuid::parse(written)) return std::string(written);
    for (const auto& one : all)
        if (text::is_named(one.name, written)) return one.id.text();
    return std::string(kNothing);
}

}  // namespace

std::string_view dimension_value(const module::Dimensions& dimensions, std::string_view name) {
    const auto found = dimensions.find(name);
    return found == dimensions.end() ? std::string_view() : std::string_view(found->second);
}

CountedOver over_of(store::Reader& room, const module::Dimensions& dimensions, const base::Period& period) {
    CountedOver over{period, {}, {}, {}, {}};
    const auto activity = dimension_value(dimensions, "activity"), place = dimension_value(dimensions, "place");
    if (!activity.empty()) over.activity = named_id(directory::list_activities(room), activity);
    if (!place.empty()) over.place = named_id(directory::list_places(room), place);
    over.municipality = dimension_value(dimensions, "municipality");
    if (const auto site = dimension_value(dimensions, "site"); !site.empty()) {
        if (const auto id = sheets::SiteId::parse(site)) {
            over.site = *id;
        } else {
            const auto found = sites::site_by_slug(room, site);
            over.site = found ? found->id : sheets::SiteId();
        }
    }
    return over;
}

bool knows_value(store::Reader& room, std::string_view dimension, std::string_view value) {
    const auto among = [&](const auto& all) {
        return std::ranges::any_of(
            all, [&](const auto& one) { return one.id.text() == value || text::is_named(one.name, value); });
    };
    if (dimension == "activity") return among(directory::list_activities(room));
    if (dimension == "place") return among(directory::list_places(room));
    if (dimension == "language") return sheets::is_value_of(sheets::Dimension::language, value);
    if (dimension == "topic") return sheets::is_value_of(sheets::Dimension::topic, value);
    const bool by_site = dimension == "site";
    if (!by_site && dimension != "municipality") return true;
    return std::ranges::any_of(sites::load_sites(room), [&](const sites::Site& one) {
        return by_site ? one.id.text() == value || one.slug == value : one.municipality == value;
    });
}

SiteNames site_names(store::Reader& room) {
    SiteNames names;
    for (const sites::Site& site : sites::load_sites(room)) names.emplace(site.id, site.name);
    return names;
}

}  // namespace samrum::advice::figures
