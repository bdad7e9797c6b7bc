#include "advice/sites/model_words.hpp"

#include "foundation/base/codes.hpp"

#include <algorithm>
#include <array>

namespace samrum::advice {
namespace {

constexpr Topic kTopics[] = {Topic::authority, Topic::form,    Topic::letter, Topic::work,
                             Topic::housing,   Topic::money,   Topic::family, Topic::health,
                             Topic::school,    Topic::society, Topic::other};
constexpr std::string_view kTopicCodes[] = {"authority", "form",   "letter", "work",    "housing", "money",
                                            "family",    "health", "school", "society", "other"};
static_assert(std::size(kTopics) == std::size(kTopicCodes));

constexpr Length kLengths[] = {Length::short_, Length::medium, Length::long_};
constexpr std::string_view kLengthCodes[] = {"short", "medium", "long"};

}  // namespace

std::span<const Topic> topics() {
    return kTopics;
}
std::string_view code_of(Topic topic) {
    return kTopicCodes[static_cast<std::size_t>(topic)];
}
std::optional<Topic> topic_of(std::string_view code) {
    return base::enum_of<Topic>(kTopicCodes, code);
}

std::span<const Length> lengths() {
    return kLengths;
}
std::string_view code_of(Length length) {
    return kLengthCodes[static_cast<std::size_t>(length)];
}
std::optional<Length> length_of(std::string_view code) {
    return base::enum_of<Length>(kLengthCodes, code);
}

std::vector<std::string> split_codes(std::string_view joined) {
    std::vector<std::string> codes;
    while (!joined.empty()) {
        const auto end = std::min(joined.find(' '), joined.size());
        const std::string_view code = joined.substr(0, end);
        joined.remove_prefix(std::min(end + 1, joined.size()));
        const bool known = language_of(code) || topic_of(code);
        if (known && std::ranges::find(codes, code) == codes.end()) codes.emplace_back(code);
    }
    return codes;
}
std::string join_codes(std::span<const std::string> codes) {
    std::string joined;
    for (const std::string& code : codes) joined += (joined.empty() ? "" : " ") + code;
    return joined;
}

}  // namespace samrum::advice
