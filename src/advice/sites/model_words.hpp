#pragma once
#include "foundation/base/language.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// Codes that every room of this slice shares. They stand in tables, files and addresses; their words are messages.
namespace samrum::advice {

// The languages of advice are those of the house; the Swedish name of one is the message `module.language.<code>`.
using base::kOtherLanguage;
using base::Language;
using base::language_of;
using base::languages;

/// What the advice was about (seed 000 §2, 002; pictures on the visitor's page).
enum class Topic { authority, form, letter, work, housing, money, family, health, school, society, other };
std::span<const Topic> topics();
std::string_view code_of(Topic topic);  ///< "authority"; its words are `advice.topic.<code>`
std::optional<Topic> topic_of(std::string_view code);

/// How long it took, or is thought to take.
enum class Length { short_, medium, long_ };  ///< up to 15 minutes, up to 45, more
std::span<const Length> lengths();
std::string_view code_of(Length length);  ///< "short", "medium", "long"
std::optional<Length> length_of(std::string_view code);

/// "ar fa-AF so" and back: lists of codes as tables and forms keep them. Unknown codes are left out; order is kept,
/// nothing stands twice.
std::vector<std::string> split_codes(std::string_view joined);
std::string join_codes(std::span<const std::string> codes);

}  // namespace samrum::advice
