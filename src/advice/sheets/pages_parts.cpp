#include "advice/sheets/pages_parts.hpp"

namespace samrum::advice::sheets {
namespace {

/// The family of messages that the values of a dimension have; empty: none.
std::string_view family_of(Dimension dimension) {
    switch (dimension) {
        case Dimension::topic:
            return "topic";
        case Dimension::language:
        case Dimension::language_gap:
            return "language";
        case Dimension::language_help:
            return "help";
        case Dimension::length:
            return "length";
        case Dimension::gender:
            return "gender";
        case Dimension::outcome:
            return "outcome";
        case Dimension::referral:
        case Dimension::sent_by:
            return "unit_type";
        case Dimension::helped_before:
            return "helped_before";
        case Dimension::waiting:
            return "waiting";
        default:
            return {};
    }
}

/// The languages are the house's, all other families those of advice.
std::string key_of(std::string_view family, std::string_view code) {
    return (family == "language" ? "module." : "advice.") + std::string(family) + "." + std::string(code);
}

}  // namespace

std::string coded(const text::Words& words, std::string_view family, std::string_view code) {
    return words(key_of(family, code));
}

std::string value_words(const text::Words& words, Dimension dimension, std::string_view value) {
    const auto family = family_of(dimension);
    if (family.empty() || value.empty()) return words("advice.dimension." + std::string(code_of(dimension)));
    const std::string key = key_of(family, value);
    return words.has(key) ? words(key) : std::string(value);
}

std::vector<web::Option> language_options(const text::Words& words, std::string_view any) {
    std::vector<web::Option> options;
    if (!any.empty()) options.push_back({"", std::string(any), {}});
    for (const Language& one : languages()) {
        std::string label = coded(words, "language", one.code);
        if (one.code != kOtherLanguage && one.code != words.language()) label += " – " + std::string(one.autonym);
        options.push_back({std::string(one.code), std::move(label), {}});
    }
    return options;
}

}  // namespace samrum::advice::sheets
