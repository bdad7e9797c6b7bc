// What a person answers to a question of the money, read by what kind of answer it wants.
#include "partnership/money/rules_index.hpp"
#include "partnership/money/rules_live.hpp"

#include <algorithm>
#include <charconv>

namespace samrum::partnership::money {
namespace {

constexpr int kWholeShare = 10'000;  // hundredths of a percent

/// "2,5 %" as hundredths of a percent.
std::optional<std::string> hundredths_of(std::string text) {
    std::erase(text, ' ');
    if (!text.empty() && text.back() == '%') text.pop_back();
    std::ranges::replace(text, ',', '.');
    const std::size_t dot = std::min(text.find('.'), text.size());
    std::string decimals = dot < text.size() ? text.substr(dot + 1) : "";
    if (decimals.size() > 2) return std::nullopt;
    decimals.resize(2, '0');
    const std::string digits = text.substr(0, dot) + decimals;
    int value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (error != std::errc{} || end != digits.data() + digits.size() || dot == 0) return std::nullopt;
    return value >= -10'000 && value <= 100'000 ? std::optional(std::to_string(value)) : std::nullopt;
}

}  // namespace

base::Result<std::string> read_answer(const Question& question, const std::string& value) {
    switch (question.kind) {
        case Question::Kind::choice:
            if (std::ranges::find(question.choices, value) != question.choices.end()) return value;
            return base::problem("value", "money.answer.choice");
        case Question::Kind::sum: {
            const auto sum = base::Money::parse(value);
            if (!sum || sum->ore < 0) return base::problem("value", "money.answer.sum");
            return std::to_string(sum->ore);
        }
        case Question::Kind::day: {
            const auto day = base::Date::parse(value);
            if (!day) return base::problem("value", "money.answer.day");
            return day->iso();
        }
        case Question::Kind::month:
            if (is_month(value)) return value;
            return base::problem("value", "money.answer.month");
        case Question::Kind::percent: {
            const auto hundredths = hundredths_of(value);
            if (!hundredths) return base::problem("value", "money.answer.percent");
            // A part of a change is none of it, all of it or something between; an agreed rise may be more.
            if (question.key.ends_with("/share") &&
                (hundredths->starts_with('-') || std::stoi(*hundredths) > kWholeShare))
                return base::problem("value", "money.answer.share");
            return *hundredths;
        }
        case Question::Kind::index_value:
            break;
    }
    return base::problem("value", "money.answer.index_value");
}

}  // namespace samrum::partnership::money
