#include "partnership/agreement/actions_phrases.hpp"
#include "partnership/agreement/files.hpp"
#include "partnership/drafting/pages_parts.hpp"
#include "partnership/drafting/rules_draft.hpp"

#include <algorithm>

/// Is the proposal eligible? What was found, criterion by criterion; and the form that assesses it. The words are those
/// of the agreement's own tab of eligibility.
namespace samrum::partnership::drafting {

using namespace web;
using agreement::AssessedSet;
using agreement::Assessment;
using agreement::CriteriaSet;
using agreement::Judgement;
using agreement::Outcome;
using module::Call;

namespace {

Tone tone_of_outcome(Outcome outcome) {
    if (outcome == Outcome::eligible) return Tone::success;
    return outcome == Outcome::not_eligible ? Tone::danger : Tone::warning;
}
Tone tone_of_judgement(Judgement judgement) {
    if (judgement == Judgement::met) return Tone::success;
    return judgement == Judgement::not_met ? Tone::danger : Tone::warning;
}

std::string what_is_assessed(const Call& call, const Agreement& draft, const std::string& part) {
    const agreement::Part* found = draft.part(part);
    return found ? found->title : part.empty() ? call.words("partnership.assess.whole") : part;
}
std::string made_told(const Call& call, const agreement::ArchivedAssessment& one) {
    return call.words("partnership.assessment.made", {{"day", call.words.date(one.made_on)}, {"who", one.made_by}});
}

void verdicts_table(Html& h, const Call& call, const Assessment& one) {
    table(h, call.words,
          {.caption = one.set.title,
           .hide_caption = true,
           .columns = {{.label = told(call, "column.criterion")},
                       {.label = told(call, "column.judgement")},
                       {.label = call.words("partnership.assess.motivation")}}},
          [&](Rows& rows) {
              for (const auto& verdict : one.verdicts)
                  rows.row({verdict.criterion.text,
                            [&] {
                                badge(h, tone_of_judgement(verdict.judgement),
                                      agreement::say_word(call.words, "judgement", verdict.judgement));
                            },
                            [&] {
                                if (verdict.answer && !verdict.answer->motivation.empty())
                                    paragraph(h, verdict.answer->motivation);
                                for (const base::Message& reason : verdict.reasons)
                                    small_print(h, agreement::say_with_days(call.words, reason));
                            }});
          });
}

void set_shown(Html& h, const Call& call, const OpenCase& one, const AssessedSet& set) {
    const Assessment& judged = set.newest.judged;
    section(h, judged.set.title + " – " + what_is_assessed(call, one.draft, judged.part), [&] {
        paragraph(h, [&] {
            badge(h, tone_of_outcome(judged.outcome), agreement::say_word(call.words, "outcome", judged.outcome));
            h.text(" " + made_told(call, set.newest.archived));
        });
        verdicts_table(h, call, judged);
        if (set.earlier.empty()) return;
        details(
            h, call.words("partnership.assessment.earlier", {{"count", static_cast<std::int64_t>(set.earlier.size())}}),
            [&] {
                for (const auto& earlier : set.earlier) {
                    paragraph(h, made_told(call, earlier.archived));
                    verdicts_table(h, call, earlier.judged);
                }
            });
    });
}

// The form

struct Asked {
    const CriteriaSet* set = nullptr;
    std::string part;
};

std::vector<CriteriaSet> all_sets(const Agreement& draft) {
    auto sets = agreement::shipped_criteria();
    sets.insert(sets.end(), draft.criteria_sets.begin(), draft.criteria_sets.end());
    return sets;
}
std::string set_name(const CriteriaSet& set) {
    return set.key + "/" + std::to_string(set.version);
}
Asked asked_in(const Fields& fields, const std::vector<CriteriaSet>& sets, const Agreement& draft) {
    Asked asked;
    const std::string wanted(fields.get("set"));
    for (const CriteriaSet& one : sets)
        if (set_name(one) == wanted) asked.set = &one;
    asked.part = std::string(fields.get("part"));
    if (!asked.part.empty() && !draft.part(asked.part)) asked.set = nullptr;
    return asked;
}

Response choose_set(Call& call, const OpenCase& one, const std::vector<CriteriaSet>& sets) {
    return module::page(
        call,
        case_head(call, one, call.words("partnership.assess.open"), "/assessment",
                  call.words("partnership.assess.choose_lead")),
        [&](Html& h) {
            query_form(h, case_link(call, one.head.id, "/assessment/new"), [&] {
                const FormState state{call.words, call.request.query, {}};
                std::vector<Option> choices;
                for (const CriteriaSet& set : agreement::sets_to_assess(sets, one.draft))
                    choices.push_back({set_name(set), set.title,
                                       call.words("partnership.assess.set_about",
                                                  {{"owner", set.owner},
                                                   {"count", static_cast<std::int64_t>(set.criteria.size())}})});
                radio_fields(h, state, {.name = "set", .label = told(call, "criteria")}, choices);
                if (!one.draft.parts.empty()) {
                    std::vector<Option> parts{{"", call.words("partnership.assess.whole"), ""}};
                    for (const agreement::Part& part : one.draft.parts) parts.push_back({part.key, part.title, ""});
                    select_field(h, state, {.name = "part", .label = told(call, "what_to_assess")}, parts);
                }
                submit_button(h, told(call, "go_on"));
            });
        });
}

std::string answer_name(std::size_t number, const char* field) {
    return "answers[" + std::to_string(number) + "]." + field;
}

Response answer_set(Call& call, const OpenCase& one, const Asked& asked, const Fields& values,
                    const base::Problems& problems) {
    const auto& words = call.words;
    const Assessment unanswered =
        agreement::assess(one.draft, *asked.set, {asked.set->key, asked.set->version, asked.part, {}});
    return module::page(
        call,
        case_head(call, one, asked.set->title, "/assessment",
                  what_is_assessed(call, one.draft, asked.part) + ". " + words("partnership.assess.lead")),
        [&](Html& h) {
            const FormState state{words, values, problems};
            error_summary(h, state);
            form(h, call.csrf, case_link(call, one.head.id, "/assessment/new"), [&] {
                hidden(h, "set", set_name(*asked.set));
                hidden(h, "part", asked.part);
                for (std::size_t i = 0; i < unanswered.verdicts.size(); ++i) {
                    const auto& verdict = unanswered.verdicts[i];
                    field_group(h, std::to_string(i + 1) + ". " + verdict.criterion.text, [&] {
                        if (verdict.judgement != Judgement::unanswered && !verdict.reasons.empty())
                            small_print(h,
                                        words("partnership.assess.by_rule",
                                              {{"reason", agreement::say_with_days(words, verdict.reasons.front())}}));
                        hidden(h, answer_name(i + 1, "criterion"), verdict.criterion.key);
                        radio_fields(
                            h, state,
                            {.name = answer_name(i + 1, "answer"), .label = words("partnership.assess.answer")},
                            {{"yes", words("partnership.assess.yes"), ""},
                             {"no", words("partnership.assess.no"), ""},
                             {"unsure", words("partnership.assess.unsure"), ""},
                             {"", words("partnership.assess.unanswered"), ""}});
                        text_area(h, state,
                                  {.name = answer_name(i + 1, "motivation"),
                                   .label = words("partnership.assess.motivation"),
                                   .description = words("partnership.assess.motivation_help"),
                                   .optional = true,
                                   .unmarked = true},
                                  3);
                    });
                }
                small_print(h, words("partnership.assess.kept"));
                actions(h, [&] {
                    submit_button(h, words("partnership.assess.submit"));
                    link_button(h, case_link(call, one.head.id, "/assessment"), words("partnership.assess.cancel"),
                                Variant::tertiary);
                });
            });
        },
        problems.empty() ? 200 : 422);
}

/// The answers of before, where the set and part were assessed already.
Fields values_before(const OpenCase& one, const Asked& asked) {
    const agreement::AnsweredSet* before = nullptr;
    for (const AssessedSet& set : one.assessments)
        if (set.newest.judged.part == asked.part && set.newest.archived.answered.set == asked.set->key)
            before = &set.newest.archived.answered;
    const auto draft = agreement::draft_of(*asked.set, asked.part, before);
    Fields fields;
    for (std::size_t i = 0; i < draft.answers.size(); ++i) {
        const auto& answer = draft.answers[i];
        fields.add(answer_name(i + 1, "answer"), answer.answer ? std::string(word_of(*answer.answer)) : "");
        fields.add(answer_name(i + 1, "motivation"), answer.motivation);
    }
    return fields;
}

agreement::AssessmentDraft typed_answers(const Fields& form, const Asked& asked) {
    constexpr std::size_t kMostCriteria = 200;
    agreement::AssessmentDraft draft{asked.set->key, asked.set->version, asked.part, {}};
    for (std::size_t number = 1; number <= kMostCriteria && form.has(answer_name(number, "criterion")); ++number)
        draft.answers.push_back({std::string(form.get(answer_name(number, "criterion"))),
                                 agreement::value_of<agreement::Answer>(form.get(answer_name(number, "answer"))),
                                 tidy_text(form.get(answer_name(number, "motivation")))});
    return draft;
}

}  // namespace

Response assessment_page(Call& call) {
    const auto one = open_of_path(call);
    if (!one) return module::not_found(call);
    return case_tab(call, *one, "/assessment", [&](Html& h) {
        const bool assesses = may(*one, EventKind::assessed);
        const auto open = [&] {
            link_button(h, case_link(call, one->head.id, "/assessment/new"), call.words("partnership.assess.open"));
        };
        if (one->assessments.empty())
            return empty_state(h, call.words("partnership.assessment.none"),
                               told(call, assesses ? "assessment.none.officer" : "assessment.none.partner"),
                               assesses ? Content(open) : Content());
        if (assesses) actions(h, open);
        for (const AssessedSet& set : one->assessments) set_shown(h, call, *one, set);
    });
}

Response assess_page(Call& call) {
    const auto one = open_of_path(call);
    if (!one || !may(*one, EventKind::assessed)) return module::not_found(call);
    const auto sets = all_sets(one->draft);
    const Asked asked = asked_in(call.request.query, sets, one->draft);
    if (!asked.set) return choose_set(call, *one, sets);
    return answer_set(call, *one, asked, values_before(*one, asked), {});
}

Response assess_now(Call& call) {
    const auto one = open_of_path(call);
    if (!one) return module::not_found(call);
    const auto& form = call.request.form;
    const auto sets = all_sets(one->draft);
    const Asked asked = asked_in(form, sets, one->draft);
    if (!asked.set) return choose_set(call, *one, sets);
    const auto done = assess_case(call.room(), call.caller, call.today(), one->head.id, typed_answers(form, asked));
    if (done) return call.done(case_link(call, one->head.id, "/assessment"), "partnership.drafting.flash.assessed");
    if (auto refused = module::refused_page(call, done.problems())) return *std::move(refused);
    return answer_set(call, *one, asked, form, done.problems());
}

}  // namespace samrum::partnership::drafting
