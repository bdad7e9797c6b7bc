#include "partnership/enquiry/rules_enquiry.hpp"

#include "foundation/base/text.hpp"

#include <algorithm>

namespace samrum::partnership::enquiry {
namespace {

// One that is in assessment is closed by what becomes of its case, or by the officer when no case was made. It is
// opened again with its case only.
constexpr Step kSteps[] = {
    {State::received, Deed::answer, State::answered},     {State::received, Deed::assess, State::assessment},
    {State::received, Deed::close, State::closed},        {State::received, Deed::write, State::received},
    {State::received, Deed::withdraw, State::closed},     {State::answered, Deed::answer, State::answered},
    {State::answered, Deed::assess, State::assessment},   {State::answered, Deed::close, State::closed},
    {State::answered, Deed::write, State::received},      {State::answered, Deed::withdraw, State::closed},
    {State::assessment, Deed::answer, State::assessment}, {State::assessment, Deed::assess, State::assessment},
    {State::assessment, Deed::close, State::closed},      {State::assessment, Deed::write, State::assessment},
    {State::assessment, Deed::withdraw, State::closed},   {State::closed, Deed::reopen, State::assessment},
};

base::Problem too_long(const std::string& field, std::size_t most) {
    return base::problem(field, "partnership.enquiry.too_long", {{"most", static_cast<std::int64_t>(most)}});
}

int median_of(std::vector<int> days) {
    std::ranges::sort(days);
    return days[(days.size() - 1) / 2];
}

}  // namespace

std::span<const Step> steps() {
    return kSteps;
}
std::optional<State> after(State from, Deed deed) {
    for (const Step& one : kSteps)
        if (one.from == from && one.deed == deed) return one.to;
    return std::nullopt;
}
base::Result<State> judge_deed(State from, Deed deed) {
    if (const auto to = after(from, deed)) return *to;
    return base::problem("", "partnership.enquiry.not_now." + std::string(code_of(deed)));
}

base::Result<EnquiryInput> judge_enquiry(EnquiryInput input) {
    base::ProblemList problems;
    for (std::string* one : {&input.organisation, &input.what, &input.name, &input.email, &input.phone})
        *one = base::trim(*one);
    if (input.organisation.empty())
        problems.add(base::problem("organisation", "partnership.enquiry.organisation_missing"));
    if (input.organisation.size() > kLongestLine) problems.add(too_long("organisation", kLongestLine));
    if (input.what.empty()) problems.add(base::problem("what", "partnership.enquiry.what_missing"));
    if (input.what.size() > kLongestText) problems.add(too_long("what", kLongestText));
    if (!problems.empty()) return problems.all();
    return input;
}

base::Result<std::string> judge_letter(std::string_view typed, const std::string& field) {
    std::string text = base::trim(typed);
    if (text.empty()) return base::problem(field, "partnership.enquiry.letter_missing");
    if (text.size() > kLongestText) return too_long(field, kLongestText);
    return text;
}

std::optional<int> age_in_days(const Enquiry& one, base::Date today) {
    if (!one.is_open()) return std::nullopt;
    return std::max(0, one.received.days_until(today));
}

std::vector<YearCount> count_by_year(const std::vector<Enquiry>& all) {
    std::map<int, YearCount, std::greater<>> years;
    std::map<int, std::vector<int>> days;
    for (const Enquiry& one : all) {
        YearCount& year = years[one.year];
        year.year = one.year;
        ++year.received;
        if (one.is_open()) ++year.open;
        if (one.outcome) ++year.outcomes[*one.outcome];
        if (one.answered_on) days[one.year].push_back(one.received.days_until(*one.answered_on));
    }
    std::vector<YearCount> counts;
    counts.reserve(years.size());
    for (auto& [year, count] : years) {
        if (const auto known = days.find(year); known != days.end()) count.median_days = median_of(known->second);
        counts.push_back(count);
    }
    return counts;
}

}  // namespace samrum::partnership::enquiry
