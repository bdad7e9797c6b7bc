#include "directory/model_organisation.hpp"

#include "foundation/base/codes.hpp"

namespace samrum::directory {
namespace {

constexpr std::string_view kTypeNames[] = {"municipality", "region",      "authority", "committee",
                                           "department",   "association", "umbrella",  "faith_community",
                                           "foundation",   "university",  "business"};
constexpr std::string_view kLinkNames[] = {"part_of", "serves", "member_of"};

}  // namespace

std::string_view type_name(OrganisationType type) {
    return kTypeNames[static_cast<std::size_t>(type)];
}
std::optional<OrganisationType> type_named(std::string_view name) {
    return base::enum_of<OrganisationType>(kTypeNames, name);
}

bool is_public(OrganisationType type) {
    return type <= OrganisationType::department || type == OrganisationType::university;
}

std::string_view link_name(LinkType type) {
    return kLinkNames[static_cast<std::size_t>(type)];
}
std::optional<LinkType> link_named(std::string_view name) {
    return base::enum_of<LinkType>(kLinkNames, name);
}

}  // namespace samrum::directory
