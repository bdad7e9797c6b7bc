#include "partnership/money/files_giving.hpp"

#include "foundation/base/ensure.hpp"

#include <nlohmann/json.hpp>

namespace samrum::partnership::money {
namespace {

using GivingJson = nlohmann::ordered_json;

/// Kronor: whole where they are whole.
GivingJson number_of(base::Money sum) {
    if (sum.ore % 100 == 0) return sum.ore / 100;
    return static_cast<double>(sum.ore) / 100.0;
}

GivingJson organisations(const std::vector<GivingOrganisation>& all) {
    GivingJson out = GivingJson::array();
    for (const GivingOrganisation& one : all) out.push_back({{"id", one.id}, {"name", one.name}});
    return out;
}

GivingJson grant_json(const GivingGrant& one, const std::string& modified) {
    GivingJson out{{"id", one.id},
                   {"title", one.title},
                   {"description", one.description},
                   {"currency", "SEK"},
                   {"amountAwarded", number_of(one.awarded)},
                   {"amountDisbursed", number_of(one.disbursed)},
                   {"awardDate", one.awarded_on.iso()},
                   {"fundingOrganization", organisations(one.funders)},
                   {"recipientOrganization", organisations(one.recipients)},
                   {"dateModified", modified}};
    if (one.first) {
        GivingJson dates{{"startDate", one.first->iso()}};
        if (one.last) dates["endDate"] = one.last->iso();
        out["plannedDates"] = GivingJson::array({dates});
    }
    return out;
}

}  // namespace

std::string write_giving(const GivingPackage& package) {
    base::ensure(!package.grants.empty(), "a 360Giving package holds a grant");
    GivingJson grants = GivingJson::array();
    for (const GivingGrant& one : package.grants) grants.push_back(grant_json(one, package.modified.iso()));
    const GivingJson out{{"version", "1.4"},
                         {"title", package.title},
                         {"issued", package.issued.iso()},
                         {"publisher", {{"identifier", package.publisher.id}, {"name", package.publisher.name}}},
                         {"grants", grants}};
    return out.dump(2) + "\n";
}

}  // namespace samrum::partnership::money
