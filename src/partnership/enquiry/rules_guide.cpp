#include "partnership/enquiry/rules_guide.hpp"

#include "foundation/base/number.hpp"
#include "foundation/base/text.hpp"

#include <algorithm>

namespace samrum::partnership::enquiry {
namespace {

constexpr std::string_view kUnknown = "unknown";
constexpr int kMostMonths = 240;

bool is_asked(const Question& question, const Answers& answers) {
    return holds(question.when, answers);
}

/// The answer in its plain form; nothing when it is none that the question takes.
std::optional<std::string> plain_answer(const Question& question, const std::string& typed) {
    const std::string text = base::trim(typed);
    if (question.kind == QuestionKind::choice) {
        if (std::ranges::find(question.options, text) == question.options.end()) return std::nullopt;
        return text;
    }
    if (text == kUnknown) return text;
    if (question.kind == QuestionKind::months) {
        const auto months = base::whole_number(text);
        return months && *months >= 0 && *months <= kMostMonths ? std::optional(text) : std::nullopt;
    }
    const auto sum = base::Money::parse(text);
    return sum && sum->ore >= 0 ? std::optional(text) : std::nullopt;
}

const Source* source_of(const Guide& guide, std::string_view key) {
    const auto found = std::ranges::find(guide.sources, key, &Source::key);
    return found == guide.sources.end() ? nullptr : &*found;
}

/// A reason with where it comes from. A limit's law changes with the day, so the file of limits tells which it is.
Reason reason_of(const Guide& guide, const Limits& limits, const std::string& key, std::string_view source,
                 base::Date today) {
    Reason reason{key, source_of(guide, source)};
    if (reason.source && !reason.source->limit.empty())
        if (const auto found = limit_on(limits, reason.source->limit, "general", today))
            reason.in_force = found->limit.source;
    return reason;
}

const std::string* answer_to(const Answers& answers, std::string_view question) {
    const auto found = answers.find(question);
    return found == answers.end() || found->second == kUnknown ? nullptr : &found->second;
}
int months_answered(const Answers& answers, std::string_view question, int otherwise) {
    const std::string* typed = answer_to(answers, question);
    const auto months = typed ? base::whole_number(*typed) : std::nullopt;
    return months ? static_cast<int>(*months) : otherwise;
}

/// The sum over the whole period. A period that nobody knows yet counts as a year: what is asked for by the year.
std::optional<base::Money> total_of(const Answers& answers) {
    constexpr int kYear = 12;
    const std::string* typed = answer_to(answers, "yearly");
    const auto yearly = typed ? std::optional(base::Money::parse(*typed)) : std::nullopt;
    if (!yearly || !*yearly) return std::nullopt;
    return whole_sum(yearly->value(), months_answered(answers, "months", kYear),
                     months_answered(answers, "extension", 0));
}

}  // namespace

bool holds(const std::vector<Condition>& when, const Answers& answers) {
    return std::ranges::all_of(when, [&](const Condition& one) {
        const auto found = answers.find(one.question);
        return found != answers.end() && std::ranges::find(one.options, found->second) != one.options.end();
    });
}

Answers known_answers(const Guide& guide, const Answers& answers) {
    Answers known;
    for (const Question& one : guide.questions) {
        const auto found = answers.find(one.key);
        if (found == answers.end() || !is_asked(one, known)) continue;
        if (auto plain = plain_answer(one, found->second)) known.emplace(one.key, *std::move(plain));
    }
    return known;
}

const Question* next_question(const Guide& guide, const Answers& answers) {
    for (const Question& one : guide.questions)
        if (is_asked(one, answers) && !answers.contains(one.key)) return &one;
    return nullptr;
}

int place_of(const Guide& guide, const Answers& answers, const Question& question) {
    int number = 1;
    for (const Question& one : guide.questions) {
        if (&one == &question) break;
        if (is_asked(one, answers)) ++number;
    }
    return number;
}

const Question* question_before(const Guide& guide, const Answers& answers, const Question* question) {
    const Question* last = nullptr;
    for (const Question& one : guide.questions) {
        if (&one == question) break;
        if (is_asked(one, answers) && answers.contains(one.key)) last = &one;
    }
    return last;
}

Advice advise(const Guide& guide, const Limits& limits, const Answers& answers, base::Date today) {
    Advice advice;
    bool decided = false;
    for (const Rule& one : guide.rules) {
        if (!holds(one.when, answers)) continue;
        const bool decides = one.form && !decided;
        // Once a form is settled only reasons that speak for it, or for no form at all, are told.
        if (one.form && decided && *one.form != advice.form) continue;
        if (decides) advice.form = *one.form, decided = true;
        const Reason reason = reason_of(guide, limits, one.key, one.source, today);
        if (decides)
            advice.reasons.insert(advice.reasons.begin(), reason);
        else
            advice.reasons.push_back(reason);
    }
    for (const Question& one : guide.questions) {
        const auto found = answers.find(one.key);
        const bool unknown = found == answers.end() || found->second == kUnknown;
        if (one.kind == QuestionKind::choice && is_asked(one, answers) && unknown) advice.unsure.push_back(one.key);
    }
    // What is settled whatever the open questions say needs none of them.
    advice.sure = advice.unsure.empty() || advice.form != Form::iop;
    if (advice.sure) advice.unsure.clear();

    advice.total = total_of(answers);
    const auto work = answers.find("work");
    if (work != answers.end() && work->second != kUnknown)
        advice.limit = limit_on(limits, "direct_award", work->second, today);
    advice.over_limit = advice.total && advice.limit && advice.total->ore > advice.limit->limit.amount;
    for (const Warning& one : guide.warnings)
        if (holds(one.when, answers) && (one.over.empty() || advice.over_limit))
            advice.warnings.push_back(reason_of(guide, limits, one.key, one.source, today));
    return advice;
}

}  // namespace samrum::partnership::enquiry
