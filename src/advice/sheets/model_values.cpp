#include "advice/sheets/model_values.hpp"

#include "advice/sheets/model_sheet.hpp"

#include <algorithm>

namespace samrum::advice::sheets {
namespace {

template <class Enums>
std::vector<std::string> codes_of(const Enums& all) {
    std::vector<std::string> codes;
    for (const auto one : all) codes.emplace_back(code_of(one));
    return codes;
}

}  // namespace

std::optional<Dimension> dimension_of_code(std::string_view code) {
    const auto all = dimensions();
    const auto found = std::ranges::find(all, code, [](Dimension one) { return code_of(one); });
    return found == all.end() ? std::nullopt : std::optional(*found);
}

std::vector<std::string> values_of(Dimension dimension) {
    switch (dimension) {
        case Dimension::topic:
            return codes_of(topics());
        case Dimension::language:
        case Dimension::language_gap: {
            std::vector<std::string> codes;
            for (const Language& one : languages()) codes.emplace_back(one.code);
            return codes;
        }
        case Dimension::language_help:
            return codes_of(language_helps());
        case Dimension::length:
            return codes_of(lengths());
        case Dimension::gender:
            return codes_of(genders());
        case Dimension::outcome:
            return codes_of(outcomes());
        case Dimension::referral:
        case Dimension::sent_by:
            return codes_of(unit_types());
        case Dimension::helped_before:
            return {"yes", "no"};
        case Dimension::waiting:
            return {"0-15", "15-30", "30-60", "60-"};
        default:
            return {""};
    }
}

bool is_value_of(Dimension dimension, std::string_view value) {
    if (dimension == Dimension::referral_unit) return UnitId::parse(value).problems().empty();
    const auto values = values_of(dimension);
    return std::ranges::find(values, value) != values.end();
}

}  // namespace samrum::advice::sheets
