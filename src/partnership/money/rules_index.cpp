#include "partnership/money/rules_index.hpp"

#include <algorithm>
#include <charconv>

namespace samrum::partnership::money {
namespace {

using agreement::Indexation;
using agreement::IndexKind;

// A sum of 10^15 öre times an index of seven digits does not fit 64 bits.
__extension__ using Wide = __int128;

constexpr int kWhole = 10'000;  // hundredths of a percent

Wide divided(Wide numerator, Wide denominator) {
    const Wide half = denominator / 2;
    return numerator >= 0 ? (numerator + half) / denominator : -((-numerator + half) / denominator);
}

/// Asks the questions of one rule and keeps those that nobody answered.
class Asking {
  public:
    Asking(std::size_t rule, const Ledger& ledger, std::vector<Question>& open)
        : key_(index_key(rule)), ledger_(ledger), open_(open) {}

    std::optional<std::string> ask(const std::string& what, Question::Kind kind, std::vector<std::string> choices,
                                   base::MessageArgs args = {}) {
        const std::string key = key_ + "/" + what;
        if (const Answer* found = ledger_.answer(key)) return found->value;
        const std::string word = what.substr(0, what.find('/'));
        open_.push_back({key, {"money.question." + word, std::move(args)}, std::move(choices), kind});
        return std::nullopt;
    }
    std::optional<int> percent(const std::string& what, base::MessageArgs args = {}) {
        const auto text = ask(what, Question::Kind::percent, {}, std::move(args));
        if (!text) return std::nullopt;
        int value = 0;
        std::from_chars(text->data(), text->data() + text->size(), value);
        return value;
    }

  private:
    std::string key_;
    const Ledger& ledger_;
    std::vector<Question>& open_;
};

std::int64_t unit_of(std::string_view rounding) {
    if (rounding == "krona") return 100;
    if (rounding == "hundred") return 100'00;
    if (rounding == "thousand") return 1000'00;
    return 1;
}

std::optional<std::string> ask_rounding(Asking& asking) {
    return asking.ask("rounding", Question::Kind::choice, {"ore", "krona", "hundred", "thousand"});
}

/// The figure of a month of the kind that the rule goes by. Of a preliminary figure that was published only as final,
/// the final one counts.
const IndexValue* value_of(const Ledger& ledger, const std::string& series, const std::string& month,
                           bool preliminary) {
    const IndexValue* found = nullptr;
    for (const IndexValue& one : ledger.index_values) {
        if (one.series != series || one.month != month) continue;
        if (one.preliminary == preliminary) return &one;
        if (!one.preliminary) found = &one;
    }
    return found;
}

std::optional<std::int64_t> figure(Indexed& out, const Ledger& ledger, const std::string& series,
                                   const std::string& month, bool preliminary) {
    if (const IndexValue* found = value_of(ledger, series, month, preliminary)) return found->hundredths;
    Question missing{
        "value/" + series + "/" + month,
        {preliminary ? "money.question.value" : "money.question.value_final", {{"series", series}, {"month", month}}},
        {},
        Question::Kind::index_value};
    if (std::ranges::find(out.questions, missing) == out.questions.end()) out.questions.push_back(std::move(missing));
    return std::nullopt;
}

/// The days from which the sum moves, up to and with `day`.
std::vector<base::Date> steps_until(const Indexation& rule, base::Date day) {
    std::vector<base::Date> days;
    const int months = std::max(1, rule.every_months);
    for (int step = 0; rule.starts.plus_months(step * months) <= day; ++step)
        days.push_back(rule.starts.plus_months(step * months));
    return days;
}

int most_of_step(const Indexation& rule) {
    return rule.ceiling_hundredths.value_or(kWhole * 1000);
}

Indexed by_index(const Indexation& rule, std::size_t position, const Ledger& ledger, base::Money sum,
                 const std::vector<base::Date>& days) {
    Indexed out;
    Asking asking(position, ledger, out.questions);
    const base::MessageArgs about{{"index", rule.index}};
    const auto base_month = rule.base_month.empty() ? asking.ask("base_month", Question::Kind::month, {}, about)
                                                    : std::optional(rule.base_month);
    const auto first_month = asking.ask("comparison", Question::Kind::month, {}, about);
    const auto share = asking.percent("share", about);
    const auto figures = asking.ask("figures", Question::Kind::choice, {"preliminary", "final"}, about);
    const auto rounding = ask_rounding(asking);
    const auto floor = asking.ask("floor", Question::Kind::choice, {"none", "base", "before"}, about);
    if (!out.questions.empty()) return out;

    const bool preliminary = *figures == "preliminary";
    const auto from = figure(out, ledger, rule.index, *base_month, preliminary);
    base::Money before = sum;
    for (std::size_t step = 0; step < days.size(); ++step) {
        const std::string month = month_plus(*first_month, static_cast<int>(step) * std::max(1, rule.every_months));
        const auto to = figure(out, ledger, rule.index, month, preliminary);
        if (!from || !to || *from <= 0) return out;
        const Wide whole = Wide{*from} * kWhole;
        const Wide moved = whole + Wide{*to - *from} * *share;
        const std::int64_t unit = unit_of(*rounding);
        base::Money now{static_cast<std::int64_t>(divided(Wide{sum.ore} * moved, whole * unit) * unit)};
        now = std::min(now, scaled(before, kWhole + most_of_step(rule), kWhole, unit));
        if (*floor == "base") now = std::max(now, sum);
        if (*floor == "before") now = std::max(now, before);
        out.steps.push_back({days[step], month, to, now});
        before = now;
    }
    out.sum = before;
    return out;
}

/// A rise in percent each step: the agreement's own, or the one that the parties agreed on for the step.
Indexed by_percent(const Indexation& rule, std::size_t position, const Ledger& ledger, base::Money sum,
                   const std::vector<base::Date>& days) {
    Indexed out;
    Asking asking(position, ledger, out.questions);
    const auto rounding = ask_rounding(asking);
    const auto builds = asking.ask("compound", Question::Kind::choice, {"on_before", "on_base"});
    base::Money now = sum;
    for (const base::Date day : days) {
        const auto percent = rule.kind == IndexKind::percent && rule.hundredths
                                 ? rule.hundredths
                                 : asking.percent("agreed/" + day.iso(), {{"day", day.iso()}});
        if (!percent || !rounding || !builds) continue;
        const int rise = std::min(*percent, most_of_step(rule));
        const std::int64_t unit = unit_of(*rounding);
        now = *builds == "on_before" ? scaled(now, kWhole + rise, kWhole, unit) : now + scaled(sum, rise, kWhole, unit);
        out.steps.push_back({day, "", std::nullopt, now});
    }
    if (out.questions.empty()) out.sum = now;
    return out;
}

}  // namespace

const Answer* Ledger::answer(std::string_view question) const {
    const auto found = std::ranges::find(answers, question, &Answer::question);
    return found == answers.end() ? nullptr : &*found;
}

std::string index_key(std::size_t rule) {
    return "index/" + std::to_string(rule + 1);
}

Indexed indexed_sum(const Indexation& rule, std::size_t position, const Ledger& ledger, base::Money sum,
                    base::Date day) {
    const auto days = steps_until(rule, day);
    if (days.empty()) return {sum, {}, {}};
    if (rule.kind == IndexKind::index) return by_index(rule, position, ledger, sum, days);
    return by_percent(rule, position, ledger, sum, days);
}

base::Money scaled(base::Money sum, std::int64_t numerator, std::int64_t denominator, std::int64_t unit) {
    base::ensure(denominator > 0 && unit > 0, "a share has a denominator above zero");
    return {static_cast<std::int64_t>(divided(Wide{sum.ore} * numerator, Wide{denominator} * unit) * unit)};
}

std::vector<base::Money> spread(base::Money whole, const std::vector<std::int64_t>& weights) {
    std::vector<base::Money> parts(weights.size());
    if (parts.empty()) return parts;
    Wide total = 0;
    for (const std::int64_t one : weights) total += one;
    if (total <= 0) return whole.split(static_cast<int>(parts.size()));
    base::Money left = whole;
    std::size_t last = 0;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (weights[i] == 0) continue;
        parts[i].ore = static_cast<std::int64_t>(Wide{whole.ore} * weights[i] / total);
        left = left - parts[i];
        last = i;
    }
    parts[last] += left;
    return parts;
}

bool is_month(std::string_view text) {
    return text.size() == 7 && static_cast<bool>(base::Date::parse(std::string(text) + "-01"));
}

std::string month_plus(const std::string& month, int months) {
    return base::Date::parse(month + "-01").value().plus_months(months).iso().substr(0, 7);
}

}  // namespace samrum::partnership::money
