#include "foundation/web/fields.hpp"
#include "foundation/web/table.hpp"
#include "partnership/agreement/actions_assessment.hpp"
#include "partnership/agreement/pages_tabs.hpp"

#include <algorithm>
#include <charconv>

/// The tab of eligibility: how the agreement came out, every reason, what was found before, and the form that assesses
/// it.
namespace samrum::partnership::agreement {
namespace {

using module::Call;
using web::Html;
using web::Tone;

/// As many as a list of an agreement file may have.
constexpr std::size_t kMostCriteria = 200;

Tone tone_of(Outcome outcome) {
    return outcome == Outcome::eligible       ? Tone::success
           : outcome == Outcome::not_eligible ? Tone::danger
                                              : Tone::warning;
}

Tone tone_of(Judgement judgement) {
    return judgement == Judgement::met ? Tone::success : judgement == Judgement::not_met ? Tone::danger : Tone::warning;
}

/// The title of a part, or nothing for the whole.
std::string part_title(const Agreement& agreement, const std::string& key) {
    const Part* part = agreement.part(key);
    return part ? part->title : key;
}

/// "lund-iop/1": a set in its version, as one value of a form.
std::string set_value(const CriteriaSet& set) {
    return set.key + "/" + std::to_string(set.version);
}

/// The way to the form of a set and part; "" leads to the choice between sets.
std::string form_link(const Call& call, const AgreementHead& head, const Assessment* of = nullptr) {
    web::Fields query;
    if (of) {
        query.add("set", set_value(of->set));
        query.add("part", of->part);
    }
    return agreement_link(call, head, "/assessment/new") + (of ? "?" + query.encoded() : "");
}

/// "Prövat 7 juni 2019 av socialdirektör"
std::string made_words(const text::Words& words, const ArchivedAssessment& one) {
    std::string who;
    for (const std::string& function : assessors(one.answered)) who += (who.empty() ? "" : ", ") + function;
    if (who.empty()) who = one.made_by;
    return words("partnership.assessment.made", {{"day", words.date(one.made_on)}, {"who", who}});
}

/// The outcome, and beside it when and by whom.
void outcome_line(Html& h, const text::Words& words, const JudgedAssessment& one) {
    web::paragraph(h, [&] {
        web::badge(h, tone_of(one.judged.outcome), say_word(words, "outcome", one.judged.outcome));
        h.text(" " + made_words(words, one.archived));
    });
}

void reasons(Html& h, const text::Words& words, const CriterionVerdict& one) {
    for (const base::Message& reason : one.reasons) web::paragraph(h, say_with_days(words, reason));
    if (!one.answer) return;
    if (!one.answer->motivation.empty()) web::paragraph(h, one.answer->motivation);
    if (!one.answer->by.empty())
        web::small_print(h, one.answer->by + (one.answer->on ? ", " + words.date(*one.answer->on) : ""));
}

void verdict_table(Html& h, const text::Words& words, const Assessment& assessment, const std::string& caption) {
    web::table(h, words,
               {.caption = caption,
                .hide_caption = true,
                .columns = {{.label = words("partnership.column.criterion")},
                            {.label = words("partnership.column.judgement")},
                            {.label = words("partnership.column.reasons")}}},
               [&](web::Rows& rows) {
                   for (const CriterionVerdict& one : assessment.verdicts)
                       rows.row({one.criterion.text,
                                 [&h, &words, &one] {
                                     web::badge(h, tone_of(one.judgement), say_word(words, "judgement", one.judgement));
                                 },
                                 [&h, &words, &one] { reasons(h, words, one); }});
               });
}

/// What came before the newest, kept with the case: each with its day, its function and every reason.
void earlier_part(Html& h, const text::Words& words, const AssessedSet& set, const std::string& title) {
    if (set.earlier.empty()) return;
    const auto count = static_cast<std::int64_t>(set.earlier.size());
    web::details(h, words("partnership.assessment.earlier", {{"count", count}}), [&] {
        for (const JudgedAssessment& one : set.earlier) {
            web::heading(h, 3, made_words(words, one.archived));
            web::badge(h, tone_of(one.judged.outcome), say_word(words, "outcome", one.judged.outcome));
            verdict_table(h, words, one.judged, title + ", " + words.date(one.archived.made_on));
        }
    });
}

void assessed_part(Html& h, const Call& call, const ReadAgreement& all, const AssessedSet& set) {
    const auto& words = call.words;
    const Assessment& newest = set.newest.judged;
    const ArchivedAssessment& archived = set.newest.archived;
    const std::string part = part_title(all.file.agreement, newest.part);
    const std::string title = newest.set.title + (part.empty() ? "" : ": " + part);
    web::section(h, title, [&] {
        outcome_line(h, words, set.newest);
        web::small_print(h, words("partnership.assessment.set",
                                  {{"owner", newest.set.owner}, {"version", std::int64_t{newest.set.version}}}));
        if (archived.agreement_version != all.head.version)
            web::notice(h, Tone::info, words("partnership.assessment.other_version"),
                        words("partnership.assessment.other_version_why",
                              {{"version", std::int64_t{archived.agreement_version}},
                               {"newest", std::int64_t{all.head.version}}}));
        verdict_table(h, words, newest, title);
        if (may_write_here(call, all.head))
            web::actions(h, [&] {
                web::link_button(h, form_link(call, all.head, &newest), words("partnership.assess.again"),
                                 web::Variant::secondary);
            });
        earlier_part(h, words, set, title);
    });
}

/// What the query or form says: which set in which version, and which part.
struct Question {
    std::string set;
    int version = 0;
    std::string part;
};
Question question_of(const web::Fields& fields) {
    const std::string_view value = fields.get("set");
    const auto slash = value.rfind('/');
    Question asked{std::string(value.substr(0, slash)), 0, std::string(fields.get("part"))};
    if (slash == std::string_view::npos) return asked;
    const std::string_view version = value.substr(slash + 1);
    std::from_chars(version.data(), version.data() + version.size(), asked.version);
    return asked;
}

std::string answer_field(std::size_t number, std::string_view name) {
    return "answers[" + std::to_string(number) + "]." + std::string(name);
}

AssessmentDraft draft_of_form(const web::Fields& form) {
    const Question asked = question_of(form);
    AssessmentDraft draft{asked.set, asked.version, asked.part, {}};
    for (std::size_t number = 1; number <= kMostCriteria && form.has(answer_field(number, "criterion")); ++number)
        draft.answers.push_back({std::string(form.get(answer_field(number, "criterion"))),
                                 value_of<Answer>(form.get(answer_field(number, "answer"))),
                                 std::string(form.get(answer_field(number, "motivation")))});
    return draft;
}

web::Fields fields_of(const AssessmentDraft& draft) {
    web::Fields fields;
    for (std::size_t i = 0; i < draft.answers.size(); ++i) {
        const DraftAnswer& one = draft.answers[i];
        fields.add(answer_field(i + 1, "answer"), one.answer ? std::string(word_of(*one.answer)) : "");
        fields.add(answer_field(i + 1, "motivation"), one.motivation);
    }
    return fields;
}

module::PageHead form_head(const Call& call, const ReadAgreement& all, const std::string& title,
                           const std::string& lead) {
    return {.title = title,
            .crumbs = {{call.words("partnership.agreements.title"), call.link("/agreements")},
                       {all.head.title, agreement_link(call, all.head, "/assessment")}},
            .lead = lead};
}

/// What a set asks, and how it came out last.
std::string set_words(const text::Words& words, const CriteriaSet& set, const std::vector<AssessedSet>& assessed) {
    std::string said = words("partnership.assess.set_about",
                             {{"owner", set.owner}, {"count", static_cast<std::int64_t>(set.criteria.size())}});
    for (const AssessedSet& one : assessed)
        if (one.newest.judged.set.key == set.key && one.newest.judged.part.empty())
            said += " " + made_words(words, one.newest.archived) + ": " +
                    say_word(words, "outcome", one.newest.judged.outcome) + ".";
    return said;
}

/// First step: against which criteria, and what of the proposal.
web::Response choice_page(Call& call, const ReadAgreement& all, const std::vector<AssessedSet>& assessed,
                          const base::Problems& problems) {
    const auto& words = call.words;
    const Agreement& agreement = all.file.agreement;
    const auto head = form_head(call, all, words("partnership.assess.open"), words("partnership.assess.choose_lead"));
    const auto card_of = [&](Html& h, const CriteriaSet& set) {
        Assessment of{set, "", Outcome::undecided, {}};
        const std::string whole = form_link(call, all.head, &of);
        web::card(h,
                  {.title = set.title, .href = agreement.parts.empty() ? whole : "", .content = [&] {
                       web::paragraph(h, set_words(words, set, assessed));
                       if (agreement.parts.empty()) return;
                       std::vector<web::Content> links{[&] { web::link(h, whole, words("partnership.assess.whole")); }};
                       for (const Part& part : agreement.parts) {
                           of.part = part.key;
                           links.emplace_back(
                               [&h, &part, to = form_link(call, all.head, &of)] { web::link(h, to, part.title); });
                       }
                       web::bullets(h, links);
                   }});
    };
    return module::page(
        call, head,
        [&](Html& h) {
            web::error_summary(h, {words, {}, problems});
            web::card_grid(h, [&] {
                for (const CriteriaSet& one : sets_to_assess(all.file.criteria, agreement)) card_of(h, one);
            });
        },
        problems.empty() ? 200 : 422);
}

/// One criterion: its words, what a rule says of it, the answer and the motivation.
void criterion_fields(Html& h, const web::FormState& state, const CriterionVerdict& unanswered, std::size_t number) {
    const auto& words = state.words;
    const Criterion& criterion = unanswered.criterion;
    web::field_group(h, std::to_string(number) + ". " + criterion.text, [&] {
        if (unanswered.judgement != Judgement::unanswered)
            web::small_print(
                h, words("partnership.assess.by_rule", {{"reason", say_with_days(words, unanswered.reasons.front())}}));
        web::hidden(h, answer_field(number, "criterion"), criterion.key);
        web::radio_fields(h, state,
                          {.name = answer_field(number, "answer"), .label = words("partnership.assess.answer")},
                          {{"yes", words("partnership.assess.yes"), ""},
                           {"no", words("partnership.assess.no"), ""},
                           {"unsure", words("partnership.assess.unsure"), ""},
                           {"", words("partnership.assess.unanswered"), ""}});
        web::text_area(h, state,
                       {.name = answer_field(number, "motivation"),
                        .label = words("partnership.assess.motivation"),
                        .description = words("partnership.assess.motivation_help"),
                        .optional = true,
                        .unmarked = true},
                       3);
    });
}

/// Second step: an answer to each criterion. `values` is the draft, or what was typed and had problems.
web::Response answers_page(Call& call, const ReadAgreement& all, const CriteriaSet& set, const std::string& part,
                           const web::Fields& values, const ArchivedAssessment* before,
                           const base::Problems& problems) {
    const auto& words = call.words;
    const Agreement& agreement = all.file.agreement;
    const std::string what = part.empty() ? words("partnership.assess.whole") : part_title(agreement, part);
    const Assessment unanswered = assess(agreement, set, {set.key, set.version, part, {}});
    return module::page(
        call, form_head(call, all, set.title, what + ". " + words("partnership.assess.lead")),
        [&](Html& h) {
            const web::FormState state{words, values, problems};
            web::error_summary(h, state);
            if (before)
                web::notice(h, Tone::info, words("partnership.assess.prefilled"),
                            made_words(words, *before) + ". " + words("partnership.assess.prefilled_why"));
            web::form(h, call.csrf, agreement_link(call, all.head, "/assessment/new"), [&] {
                web::hidden(h, "set", set_value(set));
                web::hidden(h, "part", part);
                for (std::size_t i = 0; i < unanswered.verdicts.size(); ++i)
                    criterion_fields(h, state, unanswered.verdicts[i], i + 1);
                web::small_print(h, words("partnership.assess.kept"));
                web::actions(h, [&] {
                    web::submit_button(h, words("partnership.assess.submit"));
                    web::link_button(h, agreement_link(call, all.head, "/assessment"),
                                     words("partnership.assess.cancel"), web::Variant::tertiary);
                });
            });
        },
        problems.empty() ? 200 : 422);
}

/// The newest assessment of the set, in whatever version, and part.
const ArchivedAssessment* assessed_before(const std::vector<AssessedSet>& assessed, const Question& asked) {
    for (const AssessedSet& one : assessed)
        if (one.newest.archived.answered.set == asked.set && one.newest.archived.answered.part == asked.part)
            return &one.newest.archived;
    return nullptr;
}

}  // namespace

web::Response agreement_assessment_page(Call& call) {
    return tab_page(call, "/assessment", [&](Html& h, const ReadAgreement& all) {
        const auto& words = call.words;
        const bool may_assess = may_write_here(call, all.head);
        const auto assessed = read_assessments(call.room(), all);
        const auto open_form = [&] {
            web::link_button(h, form_link(call, all.head), words("partnership.assess.open"));
        };
        if (assessed.empty()) {
            web::empty_state(
                h, words("partnership.assessment.none"),
                words(may_assess ? "partnership.assessment.none_assess" : "partnership.assessment.none_why"),
                may_assess ? web::Content(open_form) : web::Content());
            return;
        }
        if (all.head.home_room != call.head->id.uuid()) web::paragraph(h, words("partnership.assessment.in_copy"));
        if (may_assess) web::actions(h, open_form);
        for (const AssessedSet& one : assessed) assessed_part(h, call, all, one);
    });
}

web::Response assess_page(Call& call) {
    const auto all = agreement_of_path(call);
    if (!all || !may_write_here(call, all->head)) return module::not_found(call);
    const auto assessed = read_assessments(call.room(), *all);
    const Question asked = question_of(call.request.query);
    const CriteriaSet* set = criteria_set(all->file.criteria, asked.set, asked.version);
    const bool part_is_there = asked.part.empty() || all->file.agreement.part(asked.part);
    if (!set || !part_is_there) return choice_page(call, *all, assessed, {});
    const ArchivedAssessment* before = assessed_before(assessed, asked);
    const AssessmentDraft draft = draft_of(*set, asked.part, before ? &before->answered : nullptr);
    return answers_page(call, *all, *set, asked.part, fields_of(draft), before, {});
}

web::Response assess_action(Call& call) {
    const auto all = agreement_of_path(call);
    if (!all) return module::not_found(call);
    const auto& form = call.request.form;
    const AssessmentDraft draft = draft_of_form(form);
    const auto done = make_assessment(call.room(), call.caller, call.today(), all->head.id, draft);
    if (done)
        return call.done(agreement_link(call, all->head, "/assessment"),
                         done->unchanged ? "partnership.flash.assessed_already" : "partnership.flash.assessed");
    if (auto refused = module::refused_page(call, done.problems())) return *std::move(refused);
    const CriteriaSet* set = criteria_set(all->file.criteria, draft.set, draft.version);
    if (!set) return choice_page(call, *all, read_assessments(call.room(), *all), done.problems());
    return answers_page(call, *all, *set, draft.part, form, nullptr, done.problems());
}

}  // namespace samrum::partnership::agreement
