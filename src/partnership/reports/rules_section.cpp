#include "partnership/reports/rules_section.hpp"

#include "foundation/base/text.hpp"

#include <algorithm>

namespace samrum::partnership::reports {
namespace {

using base::problem;

void check_length(base::ProblemList& problems, const std::string& field, std::string& text, std::size_t most) {
    text = base::trim(text);
    if (text.size() > most)
        problems.add(problem(field, "report.section.too_long", {{"most", static_cast<std::int64_t>(most)}}));
}

bool is_empty(const Evidence& one) {
    return one.title.empty() && one.author.empty() && one.institution.empty() && one.link.empty() && !one.day;
}

void check_evidence(base::ProblemList& problems, const std::string& field, Evidence& one) {
    check_length(problems, field + ".title", one.title, kLongestLine);
    check_length(problems, field + ".author", one.author, kLongestLine);
    check_length(problems, field + ".institution", one.institution, kLongestLine);
    check_length(problems, field + ".link", one.link, kLongestLine);
    if (is_empty(one)) return;
    if (one.title.empty()) problems.add(problem(field + ".title", "report.evidence.title_missing"));
    if (!one.link.empty() && !one.link.starts_with("https://") && !one.link.starts_with("http://"))
        problems.add(problem(field + ".link", "report.evidence.link_unsafe"));
}

}  // namespace

base::Result<SectionContent> checked_content(SectionContent content) {
    base::ProblemList problems;
    check_length(problems, "text", content.text, kLongestText);
    for (std::size_t i = 0; i < content.judgements.size(); ++i) {
        Judgement& one = content.judgements[i];
        check_length(problems, agreement::item("judgements", i) + ".deviation", one.deviation, kLongestWhy);
        check_length(problems, agreement::item("judgements", i) + ".explanation", one.explanation, kLongestWhy);
    }
    if (content.evidence.size() > kMostEvidence)
        problems.add(problem("evidence", "report.evidence.too_many", {{"most", std::int64_t{kMostEvidence}}}));
    for (std::size_t i = 0; i < content.evidence.size(); ++i)
        check_evidence(problems, agreement::item("evidence", i), content.evidence[i]);
    if (!problems.empty()) return problems.all();
    std::erase_if(content.evidence, is_empty);
    return content;
}

base::Problems submit_problems(const Template& layout, const Part& part) {
    base::ProblemList problems;
    bool anything = false;
    for (const TemplateSection& section : layout.sections) {
        const auto found = part.sections.find(section.key);
        if (found == part.sections.end()) continue;
        const SectionContent& content = found->second;
        anything = anything || !content.text.empty() || !content.evidence.empty();
        for (const Judgement& one : content.judgements) {
            if (one.verdict == Verdict::unjudged)
                problems.add(problem("", "report.submit.unjudged", {{"commitment", one.title}}));
            const bool deviates = one.verdict == Verdict::partly || one.verdict == Verdict::not_kept;
            if (deviates && one.deviation.empty() && one.explanation.empty())
                problems.add(problem("", "report.submit.unexplained", {{"commitment", one.title}}));
            anything = anything || one.verdict != Verdict::unjudged;
        }
    }
    if (!anything) problems.add(problem("", "report.submit.empty"));
    return problems.all();
}

}  // namespace samrum::partnership::reports
