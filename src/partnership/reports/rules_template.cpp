#include "partnership/reports/rules_template.hpp"

#include <algorithm>

namespace samrum::partnership::reports {
namespace {

using base::problem;

constexpr KnownSection kKnown[] = {
    {"summary", SectionForm::text, true, true, true},
    {"statistics", SectionForm::statistics, true, true, true},
    {"events", SectionForm::text, true, true, true},
    {"changes", SectionForm::text, true, true, true},
    {"commitments", SectionForm::commitments, true, true, true},
    {"goals", SectionForm::text, false, true, true},
    {"works_well", SectionForm::text, true, true, true},
    {"to_improve", SectionForm::text, true, true, true},
    {"qualitative", SectionForm::text, false, true, true},
    {"elsewhere", SectionForm::text, false, true, true},
    {"evidence", SectionForm::evidence, false, true, true},
    {"lessons", SectionForm::text, false, false, true},
    {"economy", SectionForm::economy, true, true, true},
    {"ahead", SectionForm::text, true, true, true},
};

bool belongs(const KnownSection& one, ReportKind kind) {
    return kind == ReportKind::annual ? one.annual : kind == ReportKind::experience ? one.experience : one.half_year;
}

}  // namespace

std::span<const KnownSection> known_sections() {
    return kKnown;
}

Template shipped_template(ReportKind kind) {
    Template shipped;
    shipped.kind = kind;
    for (const KnownSection& one : kKnown)
        if (belongs(one, kind)) shipped.sections.push_back({std::string(one.key), one.form, "", ""});
    return shipped;
}

std::string own_section_key(int number) {
    return "own-" + std::to_string(number);
}

base::Result<Template> checked_template(Template wanted) {
    base::ProblemList problems;
    if (wanted.sections.empty()) problems.add(problem("", "report.template.empty"));
    if (std::none_of(wanted.sections.begin(), wanted.sections.end(),
                     [](const TemplateSection& one) { return one.form == SectionForm::commitments; }))
        problems.add(problem("", "report.template.no_commitments"));
    for (const TemplateSection& one : wanted.sections) {
        const std::string field = "sections[" + one.key + "]";
        if (one.key.starts_with("own-") && one.title.empty())
            problems.add(problem(field + ".title", "report.template.title_missing"));
        if (one.title.size() > kLongestTitle)
            problems.add(
                problem(field + ".title", "report.template.too_long", {{"most", std::int64_t{kLongestTitle}}}));
        if (one.guidance.size() > kLongestGuidance)
            problems.add(
                problem(field + ".guidance", "report.template.too_long", {{"most", std::int64_t{kLongestGuidance}}}));
    }
    if (wanted.days_after < 1 || wanted.days_after > kMostDaysAfter)
        problems.add(problem("days_after", "report.template.days", {{"most", std::int64_t{kMostDaysAfter}}}));
    if (!problems.empty()) return problems.all();
    return wanted;
}

}  // namespace samrum::partnership::reports
