#include "partnership/agreement/rules_assessment.hpp"

#include "foundation/base/text.hpp"

#include <algorithm>
#include <set>

namespace samrum::partnership::agreement {
namespace {

using base::problem;

const Criterion* criterion_in(const CriteriaSet& set, std::string_view key) {
    const auto found = std::ranges::find(set.criteria, key, &Criterion::key);
    return found == set.criteria.end() ? nullptr : &*found;
}

/// What stands in the way of one answer; `number` is its place, from 1, as a reader counts.
void check_answer(const DraftAnswer& one, std::int64_t number, base::ProblemList& problems) {
    const std::string field = "answers[" + std::to_string(number) + "]";
    const base::MessageArgs args{{"number", number}};
    const bool decided = one.answer == Answer::yes || one.answer == Answer::no;
    const std::string motivation = base::trim(one.motivation);
    if (decided && motivation.empty())
        problems.add(problem(field + ".motivation", "partnership.assess.motivation_missing", args));
    if (!one.answer && !motivation.empty())
        problems.add(problem(field + ".answer", "partnership.assess.answer_missing", args));
    if (is_too_long(motivation))
        problems.add(problem(field + ".motivation", "partnership.assess.motivation_too_long",
                             {{"number", number}, {"most", kLongestMotivation}}));
}

void check_answers(const AssessmentDraft& draft, const CriteriaSet& set, base::ProblemList& problems) {
    std::set<std::string_view> seen;
    bool any = false;
    for (std::size_t i = 0; i < draft.answers.size(); ++i) {
        const DraftAnswer& one = draft.answers[i];
        const auto number = static_cast<std::int64_t>(i + 1);
        const std::string field = "answers[" + std::to_string(number) + "].criterion";
        if (!criterion_in(set, one.criterion))
            problems.add(problem(field, "partnership.check.no_such_criterion", {{"key", one.criterion}}));
        else if (!seen.insert(one.criterion).second)
            problems.add(problem(field, "partnership.check.twice", {{"key", one.criterion}}));
        check_answer(one, number, problems);
        any = any || one.answer;
    }
    if (!any) problems.add(problem("answers[1].answer", "partnership.assess.nothing_answered"));
}

/// The criteria of a set that is not there any more, by what was answered of it.
CriteriaSet named_only(const AnsweredSet& answered) {
    CriteriaSet set{answered.set, answered.version, "", answered.set, "", {}, {}};
    for (const CriterionAnswer& one : answered.answers) set.criteria.push_back({one.criterion, one.criterion, {}});
    return set;
}

bool is_newer(const JudgedAssessment& a, const JudgedAssessment& b) {
    return std::pair(a.archived.made_on, a.archived.number) > std::pair(b.archived.made_on, b.archived.number);
}

}  // namespace

bool is_too_long(std::string_view motivation) {
    // Code points, not bytes: every byte that does not go on with the one before.
    const auto begins = [](char byte) { return (static_cast<unsigned char>(byte) & 0xc0) != 0x80; };
    return std::ranges::count_if(motivation, begins) > kLongestMotivation;
}

std::vector<CriteriaSet> sets_to_assess(std::span<const CriteriaSet> sets, const Agreement& agreement) {
    std::vector<CriteriaSet> newest;
    const auto add = [&](const CriteriaSet& one) {
        const auto known = std::ranges::find(newest, one.key, &CriteriaSet::key);
        if (known == newest.end())
            newest.push_back(one);
        else if (known->version < one.version)
            *known = one;
    };
    for (const CriteriaSet& one : agreement.criteria_sets) add(one);
    for (const CriteriaSet& one : sets) add(one);
    return newest;
}

base::Result<AnsweredSet> answered_by(const AssessmentDraft& draft, const Agreement& agreement,
                                      std::span<const CriteriaSet> sets, std::string_view function, base::Date day) {
    base::ProblemList problems;
    const CriteriaSet* set = criteria_set(sets, draft.set, draft.version);
    if (!set)
        problems.add(problem("", "partnership.check.no_such_set",
                             {{"key", draft.set}, {"version", std::int64_t{draft.version}}}));
    if (!draft.part.empty() && !agreement.part(draft.part))
        problems.add(problem("", "partnership.check.no_such_part", {{"key", draft.part}}));
    if (set) check_answers(draft, *set, problems);
    if (!problems.empty()) return problems.all();

    AnsweredSet answered{draft.set, draft.version, draft.part, {}};
    for (const DraftAnswer& one : draft.answers)
        if (one.answer)
            answered.answers.push_back(
                {one.criterion, *one.answer, base::trim(one.motivation), std::string(function), day});
    return answered;
}

AssessmentDraft draft_of(const CriteriaSet& set, std::string_view part, const AnsweredSet* before) {
    AssessmentDraft draft{set.key, set.version, std::string(part), {}};
    for (const Criterion& one : set.criteria) {
        DraftAnswer& next = draft.answers.emplace_back(DraftAnswer{one.key, {}, ""});
        if (!before) continue;
        const auto answer = std::ranges::find(before->answers, one.key, &CriterionAnswer::criterion);
        if (answer == before->answers.end()) continue;
        next.answer = answer->answer;
        next.motivation = answer->motivation;
    }
    return draft;
}

base::Date assessed_on(const AnsweredSet& answered, base::Date archived) {
    std::optional<base::Date> latest;
    for (const CriterionAnswer& one : answered.answers)
        if (one.on && (!latest || *latest < *one.on)) latest = one.on;
    return std::min(latest.value_or(archived), archived);
}

std::vector<std::string> assessors(const AnsweredSet& answered) {
    std::vector<std::string> functions;
    for (const CriterionAnswer& one : answered.answers)
        if (!one.by.empty() && std::ranges::find(functions, one.by) == functions.end()) functions.push_back(one.by);
    return functions;
}

JudgedAssessment judged(ArchivedAssessment archived, const Agreement& agreement, std::span<const CriteriaSet> sets) {
    const AnsweredSet& answered = archived.answered;
    const CriteriaSet* set = criteria_set(sets, answered.set, answered.version);
    Assessment outcome = assess(agreement, set ? *set : named_only(answered), answered);
    return {std::move(archived), std::move(outcome)};
}

std::vector<AssessedSet> by_set(std::vector<JudgedAssessment> all) {
    std::ranges::sort(all, {}, [](const auto& one) { return one.archived.number; });
    std::vector<std::vector<JudgedAssessment>> groups;
    for (JudgedAssessment& one : all) {
        const auto group = std::ranges::find_if(groups, [&](const auto& others) {
            const AnsweredSet& other = others.front().archived.answered;
            return other.set == one.archived.answered.set && other.part == one.archived.answered.part;
        });
        (group == groups.end() ? groups.emplace_back() : *group).push_back(std::move(one));
    }
    std::vector<AssessedSet> sets;
    for (auto& group : groups) {
        std::ranges::sort(group, is_newer);
        AssessedSet set{std::move(group.front()), {}};
        group.erase(group.begin());
        set.earlier = std::move(group);
        sets.push_back(std::move(set));
    }
    return sets;
}

std::vector<Assessment> newest_of(const std::vector<AssessedSet>& sets) {
    std::vector<Assessment> newest;
    newest.reserve(sets.size());
    for (const AssessedSet& one : sets) newest.push_back(one.newest.judged);
    return newest;
}

}  // namespace samrum::partnership::agreement
