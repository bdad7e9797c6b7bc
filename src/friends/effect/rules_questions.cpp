#include "friends/effect/rules_questions.hpp"

#include "foundation/base/number.hpp"
#include "foundation/base/text.hpp"

#include <algorithm>

namespace samrum::friends::effect {

QuestionSet standard_set(Side side) {
    QuestionSet set;
    set.side = side;
    if (side == Side::newcomer)
        set.questions = {{"n_friends", Area::relations},  {"n_help", Area::relations}, {"n_learn", Area::exchange},
                         {"n_society", Area::belonging},  {"n_home", Area::belonging}, {"n_talk", Area::swedish},
                         {"n_understand", Area::swedish}, {"n_work", Area::labour}};
    else
        set.questions = {{"e_friends", Area::relations},
                         {"e_learn", Area::exchange},
                         {"e_society", Area::belonging},
                         {"e_talk", Area::swedish},
                         {"e_work", Area::labour}};
    return set;
}

base::Result<QuestionSet> next_version(const QuestionSet& now, const std::vector<QuestionInput>& inputs,
                                       const std::function<Worded(const Question&)>& words) {
    base::ProblemList problems;
    QuestionSet next;
    next.side = now.side;
    next.version = now.version + 1;
    int number = 0;
    for (const QuestionInput& input : inputs) {
        const std::string field = "questions[" + std::to_string(number++) + "]";
        const std::string sv = base::trim(input.text_sv), en = base::trim(input.text_en);
        if (sv.empty() && en.empty()) continue;
        if (sv.empty() || en.empty() || sv.size() > kLongestQuestion || en.size() > kLongestQuestion)
            problems.add(base::problem(field + ".sv", "friends.effect.questions.text"));
        const auto area = area_of(input.area);
        if (!area) problems.add(base::problem(field + ".area", "friends.effect.questions.area"));
        Question one{"", area.value_or(Area::relations), sv, en};
        const Question* was = now.question(input.code);
        const Worded worded = was ? words(*was) : Worded{};
        if (was && was->area == one.area && worded.sv == sv && worded.en == en)
            one = *was;
        else
            one.code = "v" + std::to_string(next.version) + "_" + std::to_string(number);
        if (next.question(one.code)) one.code += "b";
        next.questions.push_back(std::move(one));
    }
    if (next.questions.empty()) problems.add(base::problem("", "friends.effect.questions.none"));
    if (next.questions.size() > kMostQuestions)
        problems.add(base::problem("", "friends.effect.questions.many", {{"most", std::int64_t{kMostQuestions}}}));
    if (next.questions == now.questions) problems.add(base::problem("", "friends.effect.questions.same"));
    if (!problems.empty()) return problems.all();
    return next;
}

std::optional<Occasion> occasion_on(base::Date today, std::optional<base::Date> first_on, bool has_second,
                                    const std::optional<PairDays>& first_pair) {
    if (!first_on) {
        if (first_pair && today > first_pair->started_on.plus_days(kFirstDaysIntoPair)) return std::nullopt;
        return Occasion::first;
    }
    if (has_second || !first_pair) return std::nullopt;
    const bool is_open = today >= first_pair->planned_until.plus_days(-kSecondDaysBefore) &&
                         today <= first_pair->planned_until.plus_days(kSecondDaysAfter);
    return is_open ? std::optional(Occasion::second) : std::nullopt;
}

base::Result<std::map<std::string, int, std::less<>>> read_answers(
    const QuestionSet& set, const std::vector<std::pair<std::string, std::string>>& ticked) {
    base::ProblemList problems;
    std::map<std::string, int, std::less<>> answers;
    for (const auto& [code, value] : ticked) {
        if (!set.question(code) || value.empty()) continue;
        const auto number = base::whole_number(value);
        if (!number || *number < kLeastAnswer || *number > kMostAnswer)
            problems.add(base::problem(code, "friends.effect.answer.value"));
        else
            answers[code] = static_cast<int>(*number);
    }
    if (answers.empty() && problems.empty()) problems.add(base::problem("", "friends.effect.answer.none"));
    if (!problems.empty()) return problems.all();
    return answers;
}

}  // namespace samrum::friends::effect
