#pragma once
#include "advice/sheets/model.hpp"
#include "advice/sites/model_words.hpp"
#include "foundation/module/call.hpp"
#include "foundation/web/components.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

// What the pages of case sheets, units and figures share.
namespace samrum::advice::sheets {

/// The word of a code: `advice.<family>.<code>`.
std::string coded(const text::Words& words, std::string_view family, std::string_view code);
/// The word of a counted value: a language's name, a topic, "under 15 minuter".
std::string value_words(const text::Words& words, Dimension dimension, std::string_view value);

/// An option for each code of an enumeration, in its order.
template <class Enums>
std::vector<web::Option> coded_options(const text::Words& words, std::string_view family, const Enums& all) {
    std::vector<web::Option> options;
    for (const auto one : all) options.push_back({std::string(code_of(one)), coded(words, family, code_of(one)), {}});
    return options;
}
/// Every language, by its name in the reader's language beside what it calls itself. With `any` an empty option first.
std::vector<web::Option> language_options(const text::Words& words, std::string_view any = {});

}  // namespace samrum::advice::sheets
