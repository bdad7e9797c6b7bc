#pragma once
#include "foundation/text/message.hpp"
#include "foundation/text/words.hpp"

#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>

namespace samrum::text {

struct StringHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
};
using Messages = std::unordered_map<std::string, CompiledMessage, StringHash, std::equal_to<>>;

/// True for the languages that have a CLDR locale here: two or three letters that ICU knows.
bool is_known_language(std::string_view language);

/// The words of `language`, whose messages outlive it. `tag` is what it calls itself (`sv-x-rtl` for the test
/// language).
std::unique_ptr<const Words> make_words(std::string tag, std::string_view language, bool right_to_left,
                                        std::shared_ptr<const Messages> messages);

}  // namespace samrum::text
