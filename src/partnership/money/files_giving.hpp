#pragma once
#include "foundation/base/date.hpp"
#include "foundation/base/money.hpp"

#include <optional>
#include <string>
#include <vector>

/// Open data about money that was paid, in the 360Giving Data Standard 1.4 (JSON). Organisations only: nothing here
/// knows a person.
namespace samrum::partnership::money {

struct GivingOrganisation {
    std::string id;
    std::string name;
    bool operator==(const GivingOrganisation&) const = default;
};
/// What one agreement gave one organisation.
struct GivingGrant {
    std::string id;  ///< "360G-lund-radrum-2019"
    std::string title;
    std::string description;
    base::Money awarded;
    base::Money disbursed;
    base::Date awarded_on;
    std::optional<base::Date> first;
    std::optional<base::Date> last;
    std::vector<GivingOrganisation> funders;
    std::vector<GivingOrganisation> recipients;
};
struct GivingPackage {
    std::string title;
    GivingOrganisation publisher;
    base::Date issued;
    base::Instant modified;
    std::vector<GivingGrant> grants;  ///< at least one: the standard has no empty package
};
std::string write_giving(const GivingPackage& package);

}  // namespace samrum::partnership::money
