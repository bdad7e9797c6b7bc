#pragma once
#include "foundation/base/result.hpp"
#include "partnership/papers/model.hpp"

#include <string>
#include <string_view>

namespace samrum::partnership::papers {

/// A version of an officer's report as it is kept: a JSON object of its head and its sections.
std::string write_memo(const Memo& memo, const SectionTexts& texts);
/// What write_memo wrote. A Bug for anything else: nobody but us writes it.
struct ReadMemo {
    Memo memo;  ///< without id, agreement and revision
    SectionTexts texts;
};
ReadMemo read_memo(std::string_view text);

}  // namespace samrum::partnership::papers
