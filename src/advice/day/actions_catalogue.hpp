#pragma once
#include "foundation/module/visitor_catalogue.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

// The phrases of advice among those of all visitors.
namespace samrum::advice::day {

using module::has_visitor_pages;
using module::needs_review;
using module::phrase_hash;
using module::phrase_text;
using module::visitor_catalogues;

/// Every phrase, sorted: "visitor.confidential".
std::vector<std::string> visitor_phrases();
/// Phrases that promise something to people who may have reason to fear: shown in a language only when a person who
/// knows it has read them; until then in Swedish and English.
std::span<const std::string_view> promises();

}  // namespace samrum::advice::day
