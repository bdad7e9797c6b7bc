#pragma once
#include "directory/model_organisation.hpp"
#include "foundation/base/result.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace samrum::directory {

/// As typed, or as a file has it.
struct OrganisationInput {
    std::string type;  ///< type_name
    std::string name;
    std::string number;   ///< empty: has none, or it is not known
    std::string website;  ///< with or without https://
    bool synthetic = false;
};
/// Reads and judges the facts; id and keeper are left empty. Problems `directory.organisation.*` and
/// `base.organisation_number.*`, all at once.
base::Result<Organisation> judge_organisation(const OrganisationInput& input);

/// A name: 2 to 200 characters, one line. Problem `directory.name.length` at `field`.
base::Result<std::string> judge_name(std::string_view typed, const std::string& field);

/// Does this kind of link fit the two? A committee or department is part of a municipality or region, and a local
/// branch of its association; a department serves a committee; members join umbrellas. Problems `directory.link.*` at
/// `other`.
base::Problems judge_link(const Organisation& from, LinkType type, const Organisation& to);

/// Would a new link of this period repeat one there is, or tie an organisation to itself?
base::Problems judge_against(const std::vector<OrganisationLink>& known, const OrganisationLink& added);

}  // namespace samrum::directory
