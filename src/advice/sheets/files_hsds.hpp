#pragma once
#include "advice/sheets/model_unit.hpp"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// The directory as Open Referral's Human Services Data Specification 3.0 writes it (docs.openreferral.org): each unit
/// is a service of an organisation at a location. Public facts alone.
namespace samrum::advice::sheets {

/// What the JSON of a directory needs beside the units.
struct HsdsWords {
    std::function<std::string(Topic)> topic;                ///< "bostad"
    std::function<std::string(std::string_view)> language;  ///< "arabiska"
    std::string taxonomy_name;
    std::string taxonomy_description;
    std::string default_organization;  ///< whose a unit is that names no organisation
};

/// Which page of a list is asked for.
struct HsdsPaging {
    std::int64_t page = 1;
    std::int64_t size = 50;
};

std::string hsds_root_json(std::string_view publisher, std::string_view openapi);
std::string hsds_service_json(const Unit& unit, const HsdsWords& words);
std::string hsds_services_json(const std::vector<Unit>& units, const HsdsWords& words, const HsdsPaging& paging);
std::string hsds_organizations_json(const std::vector<Unit>& units, const HsdsWords& words, const HsdsPaging& paging);
/// Nothing when no unit is of the organisation with this id.
std::optional<std::string> hsds_organization_json(const std::vector<Unit>& units, const HsdsWords& words,
                                                  std::string_view id);
std::string hsds_service_at_locations_json(const std::vector<Unit>& units, const HsdsWords& words,
                                           const HsdsPaging& paging);
std::optional<std::string> hsds_service_at_location_json(const std::vector<Unit>& units, const HsdsWords& words,
                                                         std::string_view id);
std::string hsds_taxonomies_json(const HsdsWords& words, const HsdsPaging& paging);
std::optional<std::string> hsds_taxonomy_json(const HsdsWords& words, std::string_view id);
std::string hsds_taxonomy_terms_json(const HsdsWords& words, const HsdsPaging& paging);
std::optional<std::string> hsds_taxonomy_term_json(const HsdsWords& words, std::string_view id);

}  // namespace samrum::advice::sheets
