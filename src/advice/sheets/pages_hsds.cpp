// Open Referral's HSDS 3: the referral directory for other directories. Anybody may read it; nothing is logged of who.
#include "advice/sheets/actions_unit.hpp"
#include "advice/sheets/files_hsds.hpp"
#include "advice/sheets/pages.hpp"
#include "advice/sheets/pages_parts.hpp"
#include "foundation/module/api.hpp"

#include <charconv>

namespace samrum::advice::sheets {
namespace {

constexpr std::int64_t kEveryUnit = 100'000, kMostPerPage = 500;

std::vector<Unit> open_units(module::Call& call) {
    return find_units(call.room(), "", "", {}, kEveryUnit, 0).units;
}

HsdsWords hsds_words(module::Call& call) {
    const text::Words& words = call.words;
    HsdsWords all;
    all.topic = [&words](Topic topic) { return coded(words, "topic", code_of(topic)); };
    all.language = [&words](std::string_view code) { return coded(words, "language", code); };
    all.taxonomy_name = words("advice.units.taxonomy");
    all.taxonomy_description = words("advice.units.taxonomy_description");
    return all;
}

std::int64_t asked(const module::Call& call, const char* name, std::int64_t otherwise, std::int64_t most) {
    const auto text = call.request.query.get(name);
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc() && number >= 1 ? std::min(number, most) : otherwise;
}
HsdsPaging paging_of(const module::Call& call) {
    return {asked(call, "page", 1, kEveryUnit), asked(call, "per_page", 50, kMostPerPage)};
}

web::Response json_or_404(module::Call& call, const std::optional<std::string>& json) {
    // Programs ask here: they are told in JSON too.
    return json ? web::Response::json(*json) : module::api_problem(call.words, 404, "not_found");
}

}  // namespace

web::Response hsds_root(module::Call& call) {
    return web::Response::json(
        hsds_root_json(call.head->name, "https://docs.openreferral.org/en/v3.0.0/_static/openapi.json"));
}
web::Response hsds_services(module::Call& call) {
    return web::Response::json(hsds_services_json(open_units(call), hsds_words(call), paging_of(call)));
}
web::Response hsds_service(module::Call& call) {
    const auto id = UnitId::parse(call.part("id"));
    const auto unit = id ? load_unit(call.room(), *id) : std::nullopt;
    return json_or_404(call, unit ? std::optional(hsds_service_json(*unit, hsds_words(call))) : std::nullopt);
}
web::Response hsds_organizations(module::Call& call) {
    return web::Response::json(hsds_organizations_json(open_units(call), hsds_words(call), paging_of(call)));
}
web::Response hsds_organization(module::Call& call) {
    return json_or_404(call, hsds_organization_json(open_units(call), hsds_words(call), call.part("id")));
}
web::Response hsds_service_at_locations(module::Call& call) {
    return web::Response::json(hsds_service_at_locations_json(open_units(call), hsds_words(call), paging_of(call)));
}
web::Response hsds_service_at_location(module::Call& call) {
    return json_or_404(call, hsds_service_at_location_json(open_units(call), hsds_words(call), call.part("id")));
}
web::Response hsds_taxonomies(module::Call& call) {
    return web::Response::json(hsds_taxonomies_json(hsds_words(call), paging_of(call)));
}
web::Response hsds_taxonomy(module::Call& call) {
    return json_or_404(call, hsds_taxonomy_json(hsds_words(call), call.part("id")));
}
web::Response hsds_taxonomy_terms(module::Call& call) {
    return web::Response::json(hsds_taxonomy_terms_json(hsds_words(call), paging_of(call)));
}
web::Response hsds_taxonomy_term(module::Call& call) {
    return json_or_404(call, hsds_taxonomy_term_json(hsds_words(call), call.part("id")));
}

}  // namespace samrum::advice::sheets
