#include "advice/sheets/model.hpp"

#include <iterator>

namespace samrum::advice::sheets {
namespace {

constexpr Dimension kDimensions[] = {
    Dimension::visits,   Dimension::people,        Dimension::cases,        Dimension::topic,
    Dimension::language, Dimension::language_help, Dimension::language_gap, Dimension::length,
    Dimension::gender,   Dimension::outcome,       Dimension::referral,     Dimension::referral_unit,
    Dimension::sent_by,  Dimension::helped_before, Dimension::waiting,      Dimension::booked,
    Dimension::returned, Dimension::no_show,       Dimension::left_waiting};
constexpr std::string_view kDimensionCodes[] = {
    "visits",  "people", "cases",    "topic",    "language",      "language_help", "language_gap",
    "length",  "gender", "outcome",  "referral", "referral_unit", "sent_by",       "helped_before",
    "waiting", "booked", "returned", "no_show",  "left_waiting"};
static_assert(std::size(kDimensions) == std::size(kDimensionCodes));

}  // namespace

std::span<const Dimension> dimensions() {
    return kDimensions;
}
std::string_view code_of(Dimension dimension) {
    return kDimensionCodes[static_cast<std::size_t>(dimension)];
}

}  // namespace samrum::advice::sheets
