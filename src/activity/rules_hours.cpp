#include "activity/rules_entry.hpp"
#include "activity/rules_words.hpp"
#include "foundation/base/readable.hpp"
#include "foundation/base/text.hpp"

#include <fmt/format.h>

namespace samrum::activity {
namespace {

constexpr int kMostHours = 24 * kMostVolunteers;

base::Problem unreadable(std::string_view text) {
    return base::problem("", "activity.hours.unreadable", {{"text", base::readable_text(text, 60)}});
}

/// Minutes of "2:30".
std::optional<int> clock_hours(std::string_view hours, std::string_view minutes) {
    const auto whole = whole_number(hours, kMostHours), part = whole_number(minutes, 59);
    if (!whole || !part || minutes.size() != 2) return std::nullopt;
    return static_cast<int>(*whole * 60 + *part);
}

/// Minutes of "2,5", rounded to the nearest.
std::optional<int> decimal_hours(std::string_view hours, std::string_view decimals) {
    const auto whole = whole_number(hours, kMostHours);
    if (!whole || decimals.size() > 4) return std::nullopt;
    std::int64_t ten_thousandths = 0, weight = 10'000;
    for (char c : decimals) {
        if (c < '0' || c > '9') return std::nullopt;
        weight /= 10;
        ten_thousandths += (c - '0') * weight;
    }
    return static_cast<int>(*whole * 60 + (ten_thousandths * 60 + 5'000) / 10'000);
}

}  // namespace

base::Result<int> read_hours(std::string_view text) {
    std::string word = plain_word(text);
    std::optional<int> minutes;
    if (word.ends_with("min")) {
        const auto whole = whole_number(std::string_view(word).substr(0, word.size() - 3), kMostHours * 60);
        if (whole) minutes = static_cast<int>(*whole);
    } else if (const auto colon = word.find(':'); colon != std::string::npos) {
        minutes = clock_hours(std::string_view(word).substr(0, colon), std::string_view(word).substr(colon + 1));
    } else if (const auto mark = word.find_first_of(",."); mark != std::string::npos && mark + 1 < word.size()) {
        minutes = decimal_hours(std::string_view(word).substr(0, mark), std::string_view(word).substr(mark + 1));
    } else {
        minutes = decimal_hours(word, "");
    }
    if (!minutes) return unreadable(text);
    return *minutes;
}

std::string hours_text(std::int64_t minutes, char decimal_mark) {
    const std::int64_t hundredths = (minutes * 100 + 30) / 60;
    std::string text = std::to_string(hundredths / 100);
    if (hundredths % 100 == 0) return text;
    text += fmt::format("{}{:02}", decimal_mark, hundredths % 100);
    if (text.back() == '0') text.pop_back();
    return text;
}

}  // namespace samrum::activity
