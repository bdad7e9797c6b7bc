#include "friends/effect/rules_effect.hpp"

#include <algorithm>

namespace samrum::friends::effect {
namespace {

const Question* known_question(const std::vector<QuestionSet>& sets, std::string_view code) {
    for (const QuestionSet& set : sets)
        if (const Question* one = set.question(code)) return one;
    return nullptr;
}

/// Each question once, those of the newest set first.
std::vector<Question> questions_of(const std::vector<QuestionSet>& sets) {
    std::vector<Question> all;
    for (const QuestionSet& set : sets)
        for (const Question& one : set.questions)
            if (std::ranges::find(all, one.code, &Question::code) == all.end()) all.push_back(one);
    return all;
}

void count(EffectTable& table, const Respondent& one, base::Date today) {
    ++table.first;
    if (one.second)
        ++table.both;
    else if (!one.pair)
        ++table.unmatched;
    else if (today <= one.pair->planned_until.plus_days(kSecondDaysAfter))
        ++table.not_yet;
    else
        ++table.dropped;
}

QuestionChange change_of(const Question& question, const std::vector<Respondent>& respondents) {
    QuestionChange change{question, 0, {}, Claim::too_few};
    std::vector<int> changes;
    for (const Respondent& one : respondents) {
        const auto first = one.first.answers.find(question.code);
        if (first == one.first.answers.end()) continue;
        ++change.first;
        if (!one.second) continue;
        const auto second = one.second->answers.find(question.code);
        if (second != one.second->answers.end()) changes.push_back(second->second - first->second);
    }
    change.test = signed_rank(changes);
    return change;
}

}  // namespace

EffectTable effect_of(Side side, const std::vector<Respondent>& respondents, const std::vector<QuestionSet>& sets,
                      base::Date today) {
    EffectTable table;
    table.side = side;
    for (const Respondent& one : respondents) count(table, one, today);
    for (const Question& question : questions_of(sets)) {
        auto change = change_of(question, respondents);
        if (change.first > 0) table.questions.push_back(std::move(change));
    }
    std::vector<SignedRank> tests;
    tests.reserve(table.questions.size());
    for (const QuestionChange& one : table.questions) tests.push_back(one.test);
    std::vector<Claim> claims(tests.size());
    claim_all(tests, claims);
    for (std::size_t i = 0; i < claims.size(); ++i) table.questions[i].claim = claims[i];
    return table;
}

int direction_of(const Assessment& first, const Assessment& second, std::optional<Area> area,
                 const std::vector<QuestionSet>& sets) {
    int balance = 0;
    for (const auto& [code, before] : first.answers) {
        const auto after = second.answers.find(code);
        if (after == second.answers.end() || after->second == before) continue;
        const Question* question = known_question(sets, code);
        if (area && (!question || question->area != *area)) continue;
        balance += after->second > before ? 1 : -1;
    }
    return balance > 0 ? 1 : balance < 0 ? -1 : 0;
}

}  // namespace samrum::friends::effect
