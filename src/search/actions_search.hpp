#pragma once
#include "foundation/module/module.hpp"
#include "search/model.hpp"

#include <span>
#include <string_view>
#include <vector>

namespace samrum::search {

/// May the caller find what is kept for this reader ("partnership.read", "partnership.read@<organisation>")? Judged
/// anew with each search, by the grants of the day.
bool may_find(const module::Caller& caller, std::span<const module::Module> modules, std::string_view label);

/// What the caller finds in the room: entries that have a word beginning with each word that was typed.
Found find(store::Reader& room, const module::Caller& caller, std::span<const module::Module> modules,
           const Query& query);

/// What is looked up and stands in no index, by kind: people and organisations. Names are shown through the slices' own
/// audited calls.
struct LookedUp {
    std::string kind;
    std::vector<Hit> hits;
};
std::vector<LookedUp> look_up(module::Call& call, std::string_view typed, std::size_t limit);

}  // namespace samrum::search
