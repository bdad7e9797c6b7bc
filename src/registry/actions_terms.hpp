#pragma once
#include "registry/model.hpp"
#include "registry/repository.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace samrum::registry {

/// What whoever changes the register in this room waits for: numbers and positions follow each other without a gap.
inline constexpr std::string_view kRegistryLock = "registry";

/// The words of a text, folded, at letters and digits.
std::vector<std::string> words_in(std::string_view text);
/// The words that a document is found by; what its marking hides is not public.
std::vector<Term> terms_of(const Document& document);

}  // namespace samrum::registry
