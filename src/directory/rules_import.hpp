#pragma once
#include "directory/rules_organisation.hpp"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace samrum::directory {

/// A line of a file of organisations, read but not judged.
struct OrganisationLine {
    int line = 0;
    OrganisationInput input;
    base::Problems problems = {};  ///< what was wrong with its cells before anything was judged
};

/// What would become of a line.
enum class LineFate {
    fresh,          ///< the organisation is not there: it is added
    changed,        ///< it is there, and the file says something new about it
    same,           ///< it is there and the file says nothing new
    kept_elsewhere  ///< the file says something new, but another room keeps the facts: they are left as they are
};
inline constexpr LineFate kLineFates[] = {LineFate::fresh, LineFate::changed, LineFate::same, LineFate::kept_elsewhere};
std::string_view fate_name(LineFate fate);  ///< "fresh"

struct PlannedOrganisation {
    int line = 0;
    LineFate fate = LineFate::fresh;
    Organisation after;  ///< as it will be; the id is nil for a new one
    std::optional<Organisation> before;
    std::vector<std::string> fields;  ///< what changes: "name", "type", "number", "website"
};

struct ImportPlan {
    std::vector<PlannedOrganisation> lines;
    base::Problems problems;  ///< each with its line and field; while there are any, nothing is read in
};

/// What an import is compared with.
struct ImportGround {
    const std::vector<Organisation>& known;
    std::function<std::string(std::string_view)> fold;    ///< names that fold alike are the same name
    std::function<bool(const Organisation&)> may_change;  ///< asked only where something would change
};

/// Judges every line and compares it with what is known: by number where the line has one, otherwise by name. A line
/// without a website, a number or a type says nothing about it, so nothing is emptied by a file. Problems of
/// judge_organisation, and `directory.file.twice` (stands on a line above, by number, or by name where
/// either line has no number), `directory.file.several` (several
/// organisations have the name: say which by number).
ImportPlan plan_organisations(const std::vector<OrganisationLine>& lines, const ImportGround& ground);

}  // namespace samrum::directory
