#pragma once
#include "partnership/drafting/model.hpp"

#include <optional>
#include <string>
#include <vector>

/// What two people changed in the fields of one draft, put together.
namespace samrum::partnership::drafting {

/// A field that both changed, and differently. A value that is gone is empty.
struct FieldClash {
    std::string field;  ///< "commitments[evenings].target.quantity"
    std::string base;
    std::string theirs;
    std::string mine;
    bool operator==(const FieldClash&) const = default;
};
/// Whose value stands where both changed a field.
enum class Prefer { theirs, mine };
struct FieldMerge {
    Agreement draft;
    std::vector<FieldClash> clashes;
    bool clean() const { return clashes.empty(); }
};

/// Three-way merge over the fields of the agreement file: what one of them changed is taken, what both changed alike is
/// taken once, and what one changed and the other took away stays. Items are told apart by their key; two that were
/// added under one key with different titles are two. Texts of sections are merged by words where they can. Nothing
/// when the fields do not make a draft together.
std::optional<FieldMerge> merge_fields(const Agreement& base, const Agreement& theirs, const Agreement& mine,
                                       Prefer where_both);

}  // namespace samrum::partnership::drafting
