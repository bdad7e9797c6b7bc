#include "advice/sheets/rules_unit.hpp"

#include "foundation/base/email_address.hpp"
#include "foundation/base/number.hpp"
#include "foundation/base/text.hpp"

#include <algorithm>

namespace samrum::advice::sheets {
namespace {

using base::problem;

constexpr std::size_t kLongestLine = 200, kLongestUnitText = 2000;
constexpr std::int64_t kMostInMonth = 1'000'000;

std::string kept(base::ProblemList& problems, const char* field, const std::string& typed, std::size_t longest) {
    std::string text = base::trim(typed);
    if (text.size() > longest)
        problems.add(problem(field, "advice.units.problem.too_long", {{"most", static_cast<std::int64_t>(longest)}}));
    return text;
}

void require(base::ProblemList& problems, const char* field, const char* key, bool fine) {
    if (!fine) problems.add(problem(field, key));
}

/// A number that can be rung, also a short one ("112", "1177").
bool is_phone(std::string_view text) {
    constexpr std::string_view kDigits = "0123456789";
    const auto digits = std::ranges::count_if(text, [&](char c) { return kDigits.find(c) != std::string_view::npos; });
    return digits >= 3 && digits <= 15 && text.find_first_not_of("0123456789+-() ") == std::string_view::npos;
}

/// An address that letters reach: it goes out as open data.
void judge_email(base::ProblemList& problems, const std::string& text) {
    const auto email = base::EmailAddress::parse(text);
    for (base::Problem one : email.problems()) {
        one.field = "email";
        problems.add(std::move(one));
    }
}

}  // namespace

base::Result<Unit> read_unit(const UnitDraft& draft, base::Date today) {
    base::ProblemList problems;
    Unit unit;
    const auto type = unit_type_of(draft.type);
    require(problems, "type", "advice.units.problem.type", type.has_value());
    unit.type = type.value_or(UnitType::other);
    unit.name = kept(problems, "name", draft.name, kLongestLine);
    require(problems, "name", "advice.units.problem.name", !unit.name.empty());
    const std::string organisation = kept(problems, "organisation", draft.organisation, kLongestLine);
    if (!organisation.empty()) unit.organisation = organisation;
    unit.description = kept(problems, "description", draft.description, kLongestUnitText);
    unit.address = kept(problems, "address", draft.address, kLongestLine);
    unit.phone = kept(problems, "phone", draft.phone, kLongestLine);
    require(problems, "phone", "advice.units.problem.phone", unit.phone.empty() || is_phone(unit.phone));
    unit.email = kept(problems, "email", draft.email, kLongestLine);
    if (!unit.email.empty()) judge_email(problems, unit.email);
    unit.website = kept(problems, "website", draft.website, kLongestLine);
    require(problems, "website", "advice.units.problem.website",
            unit.website.empty() || unit.website.starts_with("https://") || unit.website.starts_with("http://"));
    unit.hours = kept(problems, "hours", draft.hours, kLongestUnitText);
    unit.municipality = kept(problems, "municipality", draft.municipality, kLongestLine);
    require(problems, "municipality", "advice.units.problem.municipality", !unit.municipality.empty());
    for (const std::string& code : draft.languages)
        if (language_of(code)) unit.languages.push_back(code);
    for (const std::string& code : draft.topics)
        if (const auto topic = topic_of(code)) unit.topics.push_back(*topic);
    if (!draft.closed_on.empty()) unit.closed_on = problems.take(base::Date::parse(draft.closed_on), "closed_on");
    unit.revised_on = today;
    if (!problems.empty()) return problems.all();
    return unit;
}

UnitDraft draft_of(const Unit& unit) {
    UnitDraft draft;
    draft.type = code_of(unit.type);
    draft.name = unit.name;
    draft.organisation = unit.organisation.value_or("");
    draft.description = unit.description;
    draft.address = unit.address;
    draft.phone = unit.phone;
    draft.email = unit.email;
    draft.website = unit.website;
    draft.hours = unit.hours;
    draft.languages = unit.languages;
    for (const Topic topic : unit.topics) draft.topics.emplace_back(code_of(topic));
    draft.municipality = unit.municipality;
    if (unit.closed_on) draft.closed_on = unit.closed_on->iso();
    return draft;
}

bool is_found(const Unit& unit, std::string_view folded, const UnitSearch& search) {
    if (unit.closed_on && !search.closed_too) return false;
    if (!search.type.empty() && code_of(unit.type) != search.type) return false;
    if (!search.topic.empty() &&
        std::ranges::none_of(unit.topics, [&](Topic one) { return code_of(one) == search.topic; }))
        return false;
    if (!search.language.empty() && std::ranges::find(unit.languages, search.language) == unit.languages.end())
        return false;
    std::string_view rest = search.folded;
    while (!rest.empty()) {
        const auto end = std::min(rest.find(' '), rest.size());
        if (folded.find(rest.substr(0, end)) == std::string_view::npos) return false;
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return true;
}

base::Result<UnitMonth> read_unit_month(std::string_view month, std::string_view direction, std::string_view n,
                                        base::Date today) {
    base::ProblemList problems;
    UnitMonth one;
    const auto first = base::Date::parse(std::string(month) + (month.size() == 7 ? "-01" : ""));
    if (!first || first->day() != 1 || *first > today) problems.add(problem("month", "advice.units.problem.month"));
    if (first) one.month = *first;
    one.direction = direction == "sent_here" ? UnitDirection::sent_here : UnitDirection::received;
    one.n = base::whole_number(n).value_or(-1);
    if (one.n < 0 || one.n > kMostInMonth) problems.add(problem("n", "advice.units.problem.number"));
    if (!problems.empty()) return problems.all();
    return one;
}

}  // namespace samrum::advice::sheets
