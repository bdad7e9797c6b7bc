#pragma once
#include "directory/model_merge.hpp"
#include "foundation/base/result.hpp"

#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace samrum::directory {

/// Why two entries may be the same organisation.
enum class Likeness { name, website, number };
std::string_view likeness_name(Likeness likeness);  ///< "name"

struct Candidate {
    Organisation first;
    Organisation second;
    Likeness why = Likeness::name;
};

/// Pairs that look like the same organisation, the surest first: a number that stands in the other's name, the same
/// website, the same name but for marks and words of legal form. Two with numbers of their own are two organisations,
/// and so are two bodies within public parties, whose names repeat.
std::vector<Candidate> find_candidates(const std::vector<Organisation>& all,
                                       const std::function<std::string(std::string_view)>& fold);

/// From which entry a fact is taken.
enum class TakenFrom { kept, gone };
struct MergeChoice {
    TakenFrom name = TakenFrom::kept;
    TakenFrom type = TakenFrom::kept;
    TakenFrom website = TakenFrom::kept;
};

/// What stands around two entries when they are to be merged.
struct MergeGround {
    bool gone_has_room = false;
    bool may_keep_gone = false;
    bool may_keep_kept = false;
    std::int64_t grants_elsewhere = 0;  ///< given for `gone` in other rooms than the one that merges
};

/// The facts of the entry that goes on: chosen, and the one number that there is. Problems `directory.merge.*`:
/// itself, two_numbers, has_room, not_yours, used_elsewhere.
base::Result<Organisation> judge_merge(const Organisation& kept, const Organisation& gone, const MergeChoice& choice,
                                       const MergeGround& ground);

/// What becomes of the links of `gone` when they are the kept one's: moved, or removed where they would tie it to
/// itself or repeat. Problem `directory.merge.link` where a link does not fit what the organisation now is.
base::Result<std::vector<MergedLink>> judge_links(const Organisation& kept_after, OrganisationId gone,
                                                  const std::vector<OrganisationLink>& of_kept,
                                                  const std::vector<OrganisationLink>& of_gone,
                                                  const std::function<Organisation(OrganisationId)>& other);
/// The link with `gone` replaced by `kept`.
OrganisationLink moved_link(OrganisationLink link, OrganisationId gone, OrganisationId kept);

/// May the merge be undone? Problems `directory.merge.undone` (it is already), `directory.merge.later_first` (one that
/// came after it stands), `directory.merge.changed_since` (the facts are not those that it left).
base::Problems judge_undo(const Merge& merge, const Organisation& kept_now, bool later_stands);

/// Are the public facts alike: type, name, number, website?
bool same_facts(const Organisation& one, const Organisation& other);

}  // namespace samrum::directory
