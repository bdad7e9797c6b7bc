#include "directory/rules_person.hpp"

#include "directory/rules_account.hpp"
#include "directory/rules_organisation.hpp"
#include "foundation/base/text.hpp"

#include <algorithm>

namespace samrum::directory {
namespace {

constexpr std::size_t kFewestDigits = 6;
constexpr std::size_t kMostDigits = 15;  // E.164

base::Result<std::optional<std::string>> judge_phone(std::string_view typed) {
    std::string phone = base::trim(typed);
    if (phone.empty()) return std::optional<std::string>{};
    const auto digits = static_cast<std::size_t>(
        std::count_if(phone.begin(), phone.end(), [](char c) { return c >= '0' && c <= '9'; }));
    const bool known = phone.find_first_not_of("0123456789+-() ") == std::string::npos;
    if (!known || digits < kFewestDigits || digits > kMostDigits)
        return base::problem("phone", "directory.person.phone");
    return std::optional<std::string>{phone};
}

}  // namespace

base::Result<PersonAlias> judge_person(const PersonInput& input, bool keep_blank) {
    base::ProblemList problems;
    PersonAlias person;
    if (!keep_blank || !base::trim(input.name).empty())
        person.name = problems.take(judge_name(input.name, "name"), "name");
    if (!base::trim(input.email).empty()) person.email = problems.take(judge_email(input.email), "email");
    person.phone = problems.take(judge_phone(input.phone), "phone");
    person.is_protected = input.is_protected;
    person.synthetic = input.synthetic;
    if (!problems.empty()) return problems.all();
    return person;
}

base::Result<PersonFunction> judge_person_function(const FunctionInput& input) {
    base::ProblemList problems;
    PersonFunction one;
    one.function = problems.take(judge_function(input.function), "function");
    const base::Date first = problems.take(base::Date::parse(input.first), "first");
    std::optional<base::Date> last;
    if (!input.last.empty()) last = problems.take(base::Date::parse(input.last), "last", first);
    one.period = problems.take(base::Period::of(first, last), "last", base::Period{first, std::nullopt});
    if (!problems.empty()) return problems.all();
    return one;
}

std::optional<base::Date> kept_until(const PersonAlias& person, const std::vector<PersonFunction>& functions) {
    base::Date latest = person.entered_on;
    for (const auto& one : functions) {
        if (!one.period.last()) return std::nullopt;
        latest = std::max(latest, *one.period.last());
    }
    return latest.plus_months(kPersonKeptMonths);
}

}  // namespace samrum::directory
