#include "partnership/enquiry/rules_limits.hpp"

#include "foundation/base/number.hpp"
#include "foundation/base/text.hpp"
#include "partnership/enquiry/rules_enquiry.hpp"

#include <algorithm>

namespace samrum::partnership::enquiry {
namespace {

constexpr std::int64_t kRateUnits = 10'000;
constexpr int kRateDigits = 4;
constexpr std::int64_t kHighestRate = 1000 * kRateUnits;

base::Problem support_problem(std::string field, std::string_view key) {
    return base::problem(std::move(field), "partnership.enquiry.support." + std::string(key));
}

/// The first day of the window that ends on `day`.
base::Date window_begins(const Limit& limit, base::Date day) {
    if (limit.by_fiscal_years) return base::Date::of(day.year() - limit.window_months / 12 + 1, 1, 1);
    return day.plus_months(-limit.window_months).plus_days(1);
}
/// The first day on which support of `granted` counts no more.
base::Date counts_no_more(const Limit& limit, base::Date granted) {
    if (limit.by_fiscal_years) return base::Date::of(granted.year() + limit.window_months / 12, 1, 1);
    return granted.plus_months(limit.window_months);
}

std::string line_of(const std::string& typed, const std::string& field, bool required, base::ProblemList& problems) {
    std::string text = base::trim(typed);
    if (required && text.empty()) problems.add(support_problem(field, "missing"));
    if (text.size() > kLongestLine)
        problems.add(
            base::problem(field, "partnership.enquiry.too_long", {{"most", static_cast<std::int64_t>(kLongestLine)}}));
    return text;
}

}  // namespace

std::optional<FoundLimit> limit_on(const Limits& limits, std::string_view kind, std::string_view category,
                                   base::Date day) {
    const Limit* latest = nullptr;
    for (const Limit& one : limits.limits)
        if (one.kind == kind && one.category == category && one.from <= day && (!latest || latest->from < one.from))
            latest = &one;
    if (!latest) return std::nullopt;
    return FoundLimit{*latest, latest->checked_until && *latest->checked_until < day};
}

base::Money whole_sum(base::Money a_year, int months, int extension_months) {
    constexpr std::int64_t kMonths = 12;
    const std::int64_t all = std::int64_t{months} + extension_months;
    // By whole years first, so that large sums do not run over.
    const std::int64_t years = all / kMonths;
    const std::int64_t rest = all % kMonths;
    return {a_year.ore * years + (a_year.ore * rest + kMonths - 1) / kMonths};
}

std::int64_t euro_cents(base::Money amount, std::int64_t rate) {
    return (amount.ore * kRateUnits + rate - 1) / rate;
}

base::Result<std::int64_t> read_rate(std::string_view typed) {
    std::string text = base::trim(typed);
    std::ranges::replace(text, ',', '.');
    const auto wrong = base::problem("", "partnership.enquiry.support_wrong.rate");
    const auto point = text.find('.');
    std::string digits = text.substr(0, point);
    std::string part = point == std::string::npos ? "" : text.substr(point + 1);
    if (part.size() > kRateDigits || digits.empty()) return wrong;
    part.resize(kRateDigits, '0');
    const auto whole = base::whole_number(digits);
    const auto small = base::whole_number(part);
    if (!whole || !small || *whole < 0 || *small < 0 || *whole >= kHighestRate / kRateUnits) return wrong;
    const std::int64_t rate = *whole * kRateUnits + *small;
    if (rate < kRateUnits) return wrong;  // a krona has never been worth more than a euro
    return rate;
}
std::string rate_words(std::int64_t rate) {
    std::string part = std::to_string(rate % kRateUnits);
    part.insert(0, kRateDigits - part.size(), '0');
    return std::to_string(rate / kRateUnits) + "," + part;
}
std::string plain_euro(std::int64_t cents) {
    const std::string part = std::to_string(cents % 100);
    return std::to_string(cents / 100) + (part.size() < 2 ? ".0" : ".") + part;
}

Window window_on(const Limits& limits, std::string_view regulation, const std::vector<Support>& all, base::Date day) {
    Window window;
    window.limit = limit_on(limits, "de_minimis", regulation, day);
    window.from = day;
    if (!window.limit) return window;
    const Limit& limit = window.limit->limit;
    window.from = window_begins(limit, day);
    for (const Support& one : all) {
        if (!one.counts() || one.regulation != regulation || one.granted_on < window.from || one.granted_on > day)
            continue;
        window.used += euro_cents(one.amount, one.rate);
        window.counted.push_back(one.id);
        const base::Date eases = counts_no_more(limit, one.granted_on);
        if (!window.eases_on || eases < *window.eases_on) window.eases_on = eases;
    }
    window.left = limit.amount - window.used;
    return window;
}

bool is_noted(const std::vector<Support>& all, const Support& one) {
    return std::ranges::any_of(all, [&](const Support& other) {
        return !other.cancelled_on && other.granted_on == one.granted_on && other.amount == one.amount &&
               other.giver == one.giver && other.purpose == one.purpose;
    });
}

base::Result<Support> judge_support(const SupportInput& input, base::Date today, const Limits& limits) {
    base::ProblemList problems;
    Support one;
    one.granted_on = problems.take(base::Date::parse(base::trim(input.granted_on)), "granted_on", today);
    if (one.granted_on > today) problems.add(support_problem("granted_on", "ahead"));
    one.amount = problems.take(base::Money::parse(input.amount), "amount");
    if (base::Money::parse(input.amount) && one.amount.ore <= 0)
        problems.add(base::problem("amount", "partnership.enquiry.support_wrong.amount"));
    one.rate = problems.take(read_rate(input.rate), "rate");
    one.rate_source = line_of(input.rate_source, "rate_source", true, problems);
    one.regulation = base::trim(input.regulation);
    if (!limit_on(limits, "de_minimis", one.regulation, one.granted_on))
        problems.add(base::problem("regulation", "partnership.enquiry.support_wrong.regulation"));
    one.giver = line_of(input.giver, "giver", true, problems);
    one.instrument = base::trim(input.instrument);
    if (std::ranges::find(kInstruments, one.instrument) == std::end(kInstruments))
        problems.add(support_problem("instrument", "choose"));
    one.sector = line_of(input.sector, "sector", false, problems);
    one.purpose = line_of(input.purpose, "purpose", true, problems);
    one.reference = line_of(input.reference, "reference", false, problems);
    if (input.economic != "yes" && input.economic != "no") problems.add(support_problem("economic", "choose"));
    one.economic = input.economic != "no";
    one.assessment = base::trim(input.assessment);
    if (!one.economic && one.assessment.empty())
        problems.add(base::problem("assessment", "partnership.enquiry.support_wrong.assessment"));
    if (one.assessment.size() > kLongestText)
        problems.add(base::problem("assessment", "partnership.enquiry.too_long",
                                   {{"most", static_cast<std::int64_t>(kLongestText)}}));
    one.declared = input.declared;
    if (!problems.empty()) return problems.all();
    return one;
}

}  // namespace samrum::partnership::enquiry
