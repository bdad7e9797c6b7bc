#include "partnership/agreement/rules_eligibility.hpp"

#include "foundation/base/text.hpp"
#include "partnership/agreement/rules_stretches.hpp"

#include <algorithm>

namespace samrum::partnership::agreement {
namespace {

base::Message said(std::string key, base::MessageArgs args = {}) {
    return {std::move(key), std::move(args)};
}

/// What a criterion's own rule says about the agreement, if it has one.
std::optional<CriterionVerdict> by_rule(const Criterion& criterion, const Agreement& agreement) {
    if (!criterion.longest_months) return std::nullopt;
    if (!agreement.term.first || (!agreement.term.last && !agreement.term.open_end)) return std::nullopt;
    CriterionVerdict verdict{criterion, Judgement::met, {}, {}};
    if (auto reason = too_long(agreement.term, *criterion.longest_months)) {
        verdict.judgement = Judgement::not_met;
        verdict.reasons.push_back(std::move(*reason));
    } else {
        const base::Date longest = last_day_of_months(*agreement.term.first, *criterion.longest_months);
        verdict.reasons.push_back(said("partnership.assessment.within_longest",
                                       {{"last", agreement.term.last->iso()}, {"longest", longest.iso()}}));
    }
    return verdict;
}

/// What the answer alone says.
void by_answer(CriterionVerdict& verdict) {
    const CriterionAnswer& answer = *verdict.answer;
    if (answer.answer == Answer::no)
        verdict.judgement = Judgement::not_met;
    else if (answer.answer == Answer::unsure)
        verdict.judgement = Judgement::unsure;
    else
        verdict.judgement = Judgement::met;
    verdict.reasons.push_back(said("partnership.assessment.answered_" + std::string(word_of(answer.answer))));
    const auto lacks = [&](bool missing, const char* key) {
        if (!missing) return;
        verdict.reasons.push_back(said(key));
        if (verdict.judgement == Judgement::met) verdict.judgement = Judgement::incomplete;
    };
    lacks(answer.motivation.empty(), "partnership.assessment.no_motivation");
    lacks(answer.by.empty(), "partnership.assessment.no_function");
    lacks(!answer.on, "partnership.assessment.no_day");
}

CriterionVerdict judge(const Criterion& criterion, const AnsweredSet& answered, const Agreement& agreement) {
    CriterionVerdict verdict{criterion, Judgement::unanswered, {}, {}};
    const auto answer = std::find_if(answered.answers.begin(), answered.answers.end(),
                                     [&](const CriterionAnswer& one) { return one.criterion == criterion.key; });
    if (answer != answered.answers.end()) {
        verdict.answer = *answer;
        by_answer(verdict);
    }
    const auto rule = by_rule(criterion, agreement);
    if (rule) {
        verdict.reasons.insert(verdict.reasons.end(), rule->reasons.begin(), rule->reasons.end());
        if (rule->judgement == Judgement::not_met || !verdict.answer) verdict.judgement = rule->judgement;
    } else if (!verdict.answer) {
        verdict.reasons.push_back(said("partnership.assessment.nobody_answered"));
    }
    return verdict;
}

Outcome outcome_of(const std::vector<CriterionVerdict>& verdicts) {
    const auto is = [](Judgement wanted) { return [wanted](const auto& one) { return one.judgement == wanted; }; };
    if (std::any_of(verdicts.begin(), verdicts.end(), is(Judgement::not_met))) return Outcome::not_eligible;
    if (std::all_of(verdicts.begin(), verdicts.end(), is(Judgement::met))) return Outcome::eligible;
    return Outcome::undecided;
}

/// White space gathered, the bullet and the full stop away.
std::string plain(std::string_view text) {
    std::string out;
    for (const char c : base::trim(text)) {
        const bool blank = c == ' ' || c == '\n' || c == '\t' || c == '\r';
        if (!blank)
            out += c;
        else if (!out.empty() && out.back() != ' ')
            out += ' ';
    }
    while (!out.empty() && (out.back() == '.' || out.back() == ' ')) out.pop_back();
    const auto begin = out.find_first_not_of("-* ");
    return begin == std::string::npos ? "" : out.substr(begin);
}

}  // namespace

std::optional<base::Message> too_long(const Term& term, int longest_months) {
    if (!term.first) return said("partnership.assessment.period_unknown");
    if (term.open_end) return said("partnership.assessment.open_end", {{"months", std::int64_t{longest_months}}});
    if (!term.last) return said("partnership.assessment.period_unknown");
    const base::Date longest = last_day_of_months(*term.first, longest_months);
    if (*term.last <= longest) return std::nullopt;
    return said("partnership.assessment.too_long", {{"last", term.last->iso()},
                                                    {"longest", longest.iso()},
                                                    {"days", std::int64_t{longest.days_until(*term.last)}}});
}

Assessment assess(const Agreement& agreement, const CriteriaSet& set, const AnsweredSet& answered) {
    Assessment one{set, answered.part, Outcome::undecided, {}};
    for (const Criterion& criterion : set.criteria) one.verdicts.push_back(judge(criterion, answered, agreement));
    one.outcome = outcome_of(one.verdicts);
    return one;
}

std::vector<Assessment> assess(const Agreement& agreement, std::span<const CriteriaSet> sets) {
    std::vector<Assessment> all;
    for (const AnsweredSet& answered : agreement.assessments)
        if (const CriteriaSet* set = criteria_set(sets, answered.set, answered.version))  // check() names a missing one
            all.push_back(assess(agreement, *set, answered));
    return all;
}

const Criterion* criterion_of_text(const CriteriaSet& set, std::string_view line) {
    const std::string wanted = plain(line);
    const Criterion* found = nullptr;
    std::size_t longest = 0;
    for (const Criterion& one : set.criteria) {
        const std::string text = plain(one.text);
        const bool same = wanted == text || (wanted.starts_with(text) && wanted[text.size()] == ' ');
        if (same && text.size() > longest) found = &one, longest = text.size();
    }
    return found;
}

}  // namespace samrum::partnership::agreement
