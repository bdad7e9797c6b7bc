#include "advice/sheets/files_hsds.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <regex>

namespace samrum::advice::sheets {
namespace {

using Json = nlohmann::ordered_json;

/// A stable UUID (RFC 9562, version 8) of what has no id of its own: the same words give the same id in every export.
std::string derived_id(std::string_view kind, std::string_view what) {
    std::uint64_t high = 0xcbf29ce484222325ULL, low = 0x84222325cbf29ce4ULL;
    const std::string bytes = std::string(kind) + '\n' + std::string(what);
    for (const char c : bytes) {
        high = (high ^ static_cast<unsigned char>(c)) * 0x100000001b3ULL;
        low = (low + static_cast<unsigned char>(c)) * 0x9e3779b97f4a7c15ULL;
        low ^= low >> 29U;
    }
    high = (high & ~0xF000ULL) | 0x8000ULL;
    low = (low & ~(0x3ULL << 62U)) | (0x2ULL << 62U);
    char text[40];
    (void)std::snprintf(
        text, sizeof text, "%08llx-%04llx-%04llx-%04llx-%012llx", static_cast<unsigned long long>(high >> 32U),
        static_cast<unsigned long long>((high >> 16U) & 0xFFFFU), static_cast<unsigned long long>(high & 0xFFFFU),
        static_cast<unsigned long long>(low >> 48U), static_cast<unsigned long long>(low & 0xFFFFFFFFFFFFULL));
    return text;
}

std::string organization_name(const Unit& unit, const HsdsWords& words) {
    return unit.organisation.value_or(words.default_organization.empty() ? unit.name : words.default_organization);
}
std::string organization_id(const Unit& unit, const HsdsWords& words) {
    return derived_id("organization", organization_name(unit, words));
}
Json organization_of(const Unit& unit, const HsdsWords& words) {
    const std::string name = organization_name(unit, words);
    return {{"id", organization_id(unit, words)}, {"name", name}, {"description", name}};
}

std::string term_id(Topic topic) {
    return derived_id("taxonomy_term", code_of(topic));
}
std::string taxonomy_id() {
    return derived_id("taxonomy", "samrum.advice.topics");
}
Json taxonomy_of(const HsdsWords& words) {
    return {{"id", taxonomy_id()}, {"name", words.taxonomy_name}, {"description", words.taxonomy_description}};
}
Json term_of(Topic topic, const HsdsWords& words) {
    const std::string name = words.topic(topic);
    return {{"id", term_id(topic)}, {"code", code_of(topic)},          {"name", name},
            {"description", name},  {"taxonomy", words.taxonomy_name}, {"taxonomy_id", taxonomy_id()},
            {"language", "sv"}};
}

Json languages_of(const Unit& unit, const HsdsWords& words) {
    Json all = Json::array();
    for (const std::string& code : unit.languages)
        all.push_back({{"id", derived_id("language", unit.id.text() + code)},
                       {"service_id", unit.id.text()},
                       {"name", words.language(code)},
                       {"code", code}});
    return all;
}

/// An address is written where its parts can be told: "Kristallen, Brotorget 1, 222 37 Lund". The specification wants
/// them all, and half an address is worse than the whole one as it was written, which is the location's description.
std::optional<Json> address_of(const Unit& unit) {
    static const std::regex kSwedish(R"(^(.+?),?\s+(\d{3})\s?(\d{2})\s+([^,\d]+)$)");
    std::smatch parts;
    if (!std::regex_match(unit.address, parts, kSwedish)) return std::nullopt;
    return Json{{"id", derived_id("address", unit.id.text())},
                {"location_id", derived_id("location", unit.id.text())},
                {"address_1", parts[1].str()},
                {"city", parts[4].str()},
                {"state_province", unit.municipality},
                {"postal_code", parts[2].str() + " " + parts[3].str()},
                {"country", "SE"},
                {"address_type", "physical"}};
}

Json location_of(const Unit& unit) {
    Json location{{"id", derived_id("location", unit.id.text())},
                  {"location_type", unit.address.empty() ? "virtual" : "physical"},
                  {"name", unit.name}};
    if (!unit.address.empty()) location["description"] = unit.address;
    if (const auto address = address_of(unit)) location["addresses"] = Json::array({*address});
    return location;
}
std::string service_at_location_id(const Unit& unit) {
    return derived_id("service_at_location", unit.id.text());
}
Json service_at_location_of(const Unit& unit) {
    return {{"id", service_at_location_id(unit)}, {"service_id", unit.id.text()}, {"location", location_of(unit)}};
}

Json service_of(const Unit& unit, const HsdsWords& words) {
    Json service{{"id", unit.id.text()},
                 {"organization_id", organization_id(unit, words)},
                 {"name", unit.name},
                 {"status", unit.closed_on ? "defunct" : "active"},
                 {"assured_date", unit.revised_on.iso()}};
    const auto add = [&](const char* key, const std::string& text) {
        if (!text.empty()) service[key] = text;
    };
    add("description", unit.description);
    add("url", unit.website);
    add("email", unit.email);
    if (!unit.phone.empty())
        service["phones"] = Json::array({{{"id", derived_id("phone", unit.id.text())}, {"number", unit.phone}}});
    if (!unit.hours.empty())
        service["schedules"] =
            Json::array({{{"id", derived_id("schedule", unit.id.text())}, {"description", unit.hours}}});
    service["languages"] = languages_of(unit, words);
    service["attributes"] = Json::array();
    for (const Topic topic : unit.topics)
        service["attributes"].push_back({{"id", derived_id("attribute", unit.id.text() + std::string(code_of(topic)))},
                                         {"link_id", unit.id.text()},
                                         {"link_entity", "service"},
                                         {"taxonomy_term_id", term_id(topic)},
                                         {"taxonomy_term", term_of(topic, words)}});
    service["organization"] = organization_of(unit, words);
    service["service_at_locations"] = Json::array({service_at_location_of(unit)});
    return service;
}

/// A page of a list, as the specification's API wraps it.
std::string paged(std::vector<Json> all, const HsdsPaging& paging) {
    const auto total = static_cast<std::int64_t>(all.size());
    const std::int64_t pages = std::max<std::int64_t>(1, (total + paging.size - 1) / paging.size);
    Json contents = Json::array();
    for (std::int64_t i = (paging.page - 1) * paging.size; i < std::min(total, paging.page * paging.size); ++i)
        contents.push_back(std::move(all[static_cast<std::size_t>(i)]));
    Json page{{"total_items", total},           {"total_pages", pages},
              {"page_number", paging.page},     {"size", static_cast<std::int64_t>(contents.size())},
              {"first_page", paging.page == 1}, {"last_page", paging.page >= pages},
              {"empty", contents.empty()}};
    page["contents"] = std::move(contents);
    return page.dump(1);
}

std::vector<Json> organizations(const std::vector<Unit>& units, const HsdsWords& words) {
    std::vector<Json> all;
    for (const Unit& unit : units) {
        Json one = organization_of(unit, words);
        if (std::ranges::none_of(all, [&](const Json& old) { return old["id"] == one["id"]; }))
            all.push_back(std::move(one));
    }
    return all;
}

}  // namespace

std::string hsds_root_json(std::string_view publisher, std::string_view openapi) {
    return Json{{"version", "3.0"},
                {"profile", "https://docs.openreferral.org/en/v3.0.0/hsds/"},
                {"openapi_url", openapi},
                {"publisher", publisher}}
        .dump(1);
}
std::string hsds_service_json(const Unit& unit, const HsdsWords& words) {
    return service_of(unit, words).dump(1);
}
std::string hsds_services_json(const std::vector<Unit>& units, const HsdsWords& words, const HsdsPaging& paging) {
    std::vector<Json> all;
    all.reserve(units.size());
    for (const Unit& unit : units) all.push_back(service_of(unit, words));
    return paged(std::move(all), paging);
}
std::string hsds_organizations_json(const std::vector<Unit>& units, const HsdsWords& words, const HsdsPaging& paging) {
    return paged(organizations(units, words), paging);
}
std::optional<std::string> hsds_organization_json(const std::vector<Unit>& units, const HsdsWords& words,
                                                  std::string_view id) {
    for (const Json& one : organizations(units, words))
        if (one["id"] == id) return one.dump(1);
    return std::nullopt;
}
std::string hsds_service_at_locations_json(const std::vector<Unit>& units, const HsdsWords& words,
                                           const HsdsPaging& paging) {
    std::vector<Json> all;
    for (const Unit& unit : units) {
        all.push_back(service_at_location_of(unit));
        all.back()["service"] = {{"id", unit.id.text()},
                                 {"name", unit.name},
                                 {"status", unit.closed_on ? "defunct" : "active"},
                                 {"organization", organization_of(unit, words)}};
    }
    return paged(std::move(all), paging);
}
std::optional<std::string> hsds_service_at_location_json(const std::vector<Unit>& units, const HsdsWords& words,
                                                         std::string_view id) {
    for (const Unit& unit : units) {
        if (service_at_location_id(unit) != id) continue;
        Json one = service_at_location_of(unit);
        one["service"] = service_of(unit, words);
        return one.dump(1);
    }
    return std::nullopt;
}
std::string hsds_taxonomies_json(const HsdsWords& words, const HsdsPaging& paging) {
    return paged({taxonomy_of(words)}, paging);
}
std::optional<std::string> hsds_taxonomy_json(const HsdsWords& words, std::string_view id) {
    return id == taxonomy_id() ? std::optional(taxonomy_of(words).dump(1)) : std::nullopt;
}
std::string hsds_taxonomy_terms_json(const HsdsWords& words, const HsdsPaging& paging) {
    std::vector<Json> all;
    for (const Topic topic : topics()) all.push_back(term_of(topic, words));
    return paged(std::move(all), paging);
}
std::optional<std::string> hsds_taxonomy_term_json(const HsdsWords& words, std::string_view id) {
    for (const Topic topic : topics())
        if (term_id(topic) == id) return term_of(topic, words).dump(1);
    return std::nullopt;
}

}  // namespace samrum::advice::sheets
