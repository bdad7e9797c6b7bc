#include "registry/rules_register.hpp"

#include "foundation/base/text.hpp"

namespace samrum::registry {
namespace {

constexpr std::size_t kLongestFact = 400;  ///< bytes
constexpr int kMostYears = 200;

void judge_fact(base::ProblemList& problems, const std::string& text, const std::string& field, bool needed) {
    if (needed && base::trim(text).empty()) problems.add(base::problem(field, "registry.document." + field));
    if (text.size() > kLongestFact) problems.add(base::problem(field, "registry.document." + field + "_long"));
}

}  // namespace

base::Problems judge_marking(const Marking& marking, base::Date today) {
    base::ProblemList problems;
    if (base::trim(marking.provision).empty()) problems.add(base::problem("provision", "registry.marking.provision"));
    if (base::trim(marking.authority).empty()) problems.add(base::problem("authority", "registry.marking.authority"));
    if (marking.on > today) problems.add(base::problem("marked_on", "registry.marking.day"));
    return problems.all();
}

base::Problems judge_document(const NewDocument& document, base::Date today) {
    base::ProblemList problems;
    judge_fact(problems, document.about, "about", true);
    judge_fact(problems, document.counterpart, "counterpart", document.direction != Direction::made);
    if (document.on > today) problems.add(base::problem("day", "registry.document.day"));
    if (document.marking) problems.add(judge_marking(*document.marking, today));
    return problems.all();
}

bool is_about(std::string_view text) {
    return !base::trim(text).empty() && text.size() <= kLongestFact;
}

bool is_older(const Series& series, int year, std::int64_t ordinal) {
    if (year != 0 && year != series.begun_on.year()) return year < series.begun_on.year();
    return ordinal < series.first;
}

base::Problems judge_rule(const Rule& rule) {
    base::ProblemList problems;
    if (base::trim(rule.what).empty() || rule.what.size() > kLongestFact)
        problems.add(base::problem("what", "registry.rule.what"));
    if (rule.years && (*rule.years < 0 || *rule.years > kMostYears))
        problems.add(base::problem("years", "registry.rule.years"));
    return problems.all();
}

base::Problems judge_disposal(const Rule& rule, std::string_view decision, std::optional<base::Date> decided_on,
                              base::Date today) {
    base::ProblemList problems;
    if (!rule.years || base::trim(rule.decided).empty()) problems.add(base::problem("", "registry.disposal.rule"));
    if (base::trim(decision).empty()) problems.add(base::problem("decision", "registry.disposal.decision"));
    if (!decided_on || *decided_on > today) problems.add(base::problem("decided_on", "registry.disposal.decided_on"));
    return problems.all();
}

std::optional<base::Date> kept_until(const Rule& rule, base::Date today) {
    constexpr int kFirstYear = 1900;
    if (!rule.years || today.year() - *rule.years < kFirstYear) return std::nullopt;
    return base::Date::of(today.year() - *rule.years, 1, 1);
}

}  // namespace samrum::registry
