#include "advice/sheets/model_sheet.hpp"

#include "foundation/base/codes.hpp"

#include <iterator>

namespace samrum::advice::sheets {
namespace {

constexpr LanguageHelp kHelps[] = {LanguageHelp::speaker,         LanguageHelp::other_adviser, LanguageHelp::phone,
                                   LanguageHelp::interpreter,     LanguageHelp::companion,     LanguageHelp::app,
                                   LanguageHelp::english_swedish, LanguageHelp::gestures};
constexpr std::string_view kHelpCodes[] = {"speaker",   "other_adviser", "phone",           "interpreter",
                                           "companion", "app",           "english_swedish", "gestures"};
static_assert(std::size(kHelps) == std::size(kHelpCodes));

constexpr Gender kGenders[] = {Gender::woman, Gender::man, Gender::other, Gender::unsaid};
constexpr std::string_view kGenderCodes[] = {"woman", "man", "other", "unsaid"};
static_assert(std::size(kGenders) == std::size(kGenderCodes));

constexpr Outcome kOutcomes[] = {Outcome::answered, Outcome::referred, Outcome::booked, Outcome::comes_back,
                                 Outcome::not_ours};
constexpr std::string_view kOutcomeCodes[] = {"answered", "referred", "booked", "comes_back", "not_ours"};
static_assert(std::size(kOutcomes) == std::size(kOutcomeCodes));

constexpr UnitType kUnitTypes[] = {UnitType::site,      UnitType::medborgarcenter, UnitType::municipal,
                                   UnitType::authority, UnitType::association,     UnitType::other};
constexpr std::string_view kUnitTypeCodes[] = {"site",      "medborgarcenter", "municipal",
                                               "authority", "association",     "other"};
static_assert(std::size(kUnitTypes) == std::size(kUnitTypeCodes));

}  // namespace

std::span<const LanguageHelp> language_helps() {
    return kHelps;
}
std::string_view code_of(LanguageHelp help) {
    return kHelpCodes[static_cast<std::size_t>(help)];
}
std::optional<LanguageHelp> language_help_of(std::string_view code) {
    return base::enum_of<LanguageHelp>(kHelpCodes, code);
}
bool is_gap(LanguageHelp help) {
    return help != LanguageHelp::speaker && help != LanguageHelp::other_adviser;
}

std::span<const Gender> genders() {
    return kGenders;
}
std::string_view code_of(Gender gender) {
    return kGenderCodes[static_cast<std::size_t>(gender)];
}
std::optional<Gender> gender_of(std::string_view code) {
    return base::enum_of<Gender>(kGenderCodes, code);
}

std::span<const Outcome> outcomes() {
    return kOutcomes;
}
std::string_view code_of(Outcome outcome) {
    return kOutcomeCodes[static_cast<std::size_t>(outcome)];
}
std::optional<Outcome> outcome_of(std::string_view code) {
    return base::enum_of<Outcome>(kOutcomeCodes, code);
}

std::span<const UnitType> unit_types() {
    return kUnitTypes;
}
std::string_view code_of(UnitType type) {
    return kUnitTypeCodes[static_cast<std::size_t>(type)];
}
std::optional<UnitType> unit_type_of(std::string_view code) {
    return base::enum_of<UnitType>(kUnitTypeCodes, code);
}

}  // namespace samrum::advice::sheets
