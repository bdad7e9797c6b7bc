#pragma once
#include "foundation/base/number.hpp"
#include "partnership/papers/actions_layout.hpp"
#include "partnership/papers/actions_memo.hpp"
#include "partnership/papers/pages.hpp"

#include <optional>
#include <string>
#include <string_view>

// What the pages of an officer's report share.
namespace samrum::partnership::papers {

/// The report that the path names, where the caller may see it.
std::optional<SeenMemo> memo_of_path(module::Call& call);
std::string memo_link(const module::Call& call, std::string_view below = "");
std::int64_t revision_typed(const module::Call& call);

}  // namespace samrum::partnership::papers
