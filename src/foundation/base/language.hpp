#pragma once
#include <span>
#include <string_view>

namespace samrum::base {

/// A language that people speak with each other.
struct Language {
    std::string_view code;     ///< BCP 47: "fa-AF" is Dari
    std::string_view autonym;  ///< what it calls itself: "دری"
    bool has_pages = false;    ///< the visitors' pages are written in it
};
/// The languages that people are asked about, Swedish first, then by need. The Swedish name of one is the
/// message `module.language.<code>`.
std::span<const Language> languages();
const Language* language_of(std::string_view code);
/// What small languages fold into outside the room.
inline constexpr std::string_view kOtherLanguage = "other";

}  // namespace samrum::base
