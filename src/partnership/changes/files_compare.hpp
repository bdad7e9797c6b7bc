#pragma once
#include "partnership/agreement/model.hpp"

#include <string>
#include <vector>

namespace samrum::partnership::changes {

/// One field of the agreement's file that two versions say differently.
struct Difference {
    std::string field;   ///< "commitments[sessions].target.quantity": items by their key where they have one
    std::string before;  ///< empty: was not there
    std::string after;   ///< empty: is gone
    bool operator==(const Difference&) const = default;
};
/// Every difference between two versions, in the order of the file. The order of fields and of items, and remarks in
/// the file, are no difference.
std::vector<Difference> differences(const agreement::Agreement& before, const agreement::Agreement& after);

/// Does the change touch what the partnership is for: purpose, goals, shared values? Then it is negotiated anew.
bool touches_purpose(const agreement::Agreement& before, const agreement::Agreement& after);

}  // namespace samrum::partnership::changes
