// The guide "Which form fits?", open to anybody: question by question, with every answer in the address and nowhere
// else.
#include "partnership/enquiry/actions_read.hpp"
#include "partnership/enquiry/actions_support.hpp"
#include "partnership/enquiry/files_guide.hpp"
#include "partnership/enquiry/pages.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace samrum::partnership::enquiry {

using namespace web;

namespace {

bool is_shut(module::Call& call) {
    return !is_guide_open(call.room(), call.today());
}

/// What the body says of itself: who answers, and how else to reach them.
void about_part(Html& h, module::Call& call) {
    const std::string about = guide_about(call.room());
    if (about.empty()) return;
    section(h, said(call, "about"), [&] {
        h(tag::div, attr::cls("prose"), attr::lang("sv"), [&] { h.trusted({text::markdown_html(about, 3)}); });
    });
}

void question_field(Html& h, const module::Call& call, const FormState& state, const Question& question) {
    const std::string key = "q." + question.key;
    const Field field{.name = question.key,
                      .label = said(call, key),
                      .description = said(call, key + ".hint"),
                      // Our own words tell of a missing answer, also where the browser would stop the form.
                      .optional = true,
                      .unmarked = true,
                      .width = Width::medium};
    if (question.kind == QuestionKind::sum) return money_field(h, state, field);
    if (question.kind == QuestionKind::months) return number_field(h, state, field);
    std::vector<Option> options;
    options.reserve(question.options.size());
    for (const std::string& one : question.options)
        options.push_back({one, said(call, fmt::format("{}.{}", key, one)), ""});
    radio_fields(h, state, field, options);
}

std::string_view not_answered_key(const Question& question) {
    return question.kind == QuestionKind::choice ? "partnership.enquiry.choose"
           : question.kind == QuestionKind::sum  ? "partnership.enquiry.sum_unreadable"
                                                 : "partnership.enquiry.months_unreadable";
}

}  // namespace

Response guide_page(module::Call& call) {
    if (is_shut(call)) return module::not_found(call);
    return module::page(
        call,
        {.title = said(call, "guide"),
         .crumbs = {{call.head->name, call.link("")}},
         .lead = said(call, "guide.lead", {{"body", call.head->name}}),
         .description = said(call, "public.about"),
         .index = true},
        [&](Html& h) {
            paragraph(h, said(call, "guide.nothing_stored"));
            actions(h, [&] {
                link_button(h, call.link("/guide/questions"), said(call, "guide.begin"));
                link_button(h, call.link("/guide/contact"), said(call, "guide.ask_straight"), Variant::secondary);
            });
            for (const char* one : {"can_apply", "who_asks", "chosen", "appeal", "alternatives"})
                section(h, said(call, "faq." + std::string(one)), [&] {
                    h(tag::div, attr::cls("prose"),
                      [&] { h.trusted({text::markdown_html(said(call, "faq." + std::string(one) + ".text"), 3)}); });
                });
            about_part(h, call);
            section(h, said(call, "more"), [&] {
                bullets(h, {[&] { link(h, call.link("/guide/log"), said(call, "log")); },
                            [&] { link(h, call.link("/guide/limits"), said(call, "limits")); }});
            });
        });
}

Response question_page(module::Call& call) {
    if (is_shut(call)) return module::not_found(call);
    const Guide& guide = shipped_guide();
    Answers answers = answers_in(call.request.query);
    const Question* question = next_question(guide, answers);
    if (question && question->kind != QuestionKind::choice && call.request.query.get("later") == question->key) {
        answers[question->key] = "unknown";
        return Response::redirect(with_answers(call, "/guide/questions", answers));
    }
    if (!question) return Response::redirect(with_answers(call, "/guide/result", answers));
    base::Problems problems;
    // They pressed "next" on this question, and nothing that it takes came along.
    if (call.request.query.get("asked") == question->key)
        problems.push_back(base::problem(question->key, std::string(not_answered_key(*question))));
    const FormState state{call.words, call.request.query, problems};
    const Question* before = question_before(guide, answers, question);
    return module::page(
        call,
        {.title = said(call, "question", {{"number", std::int64_t{place_of(guide, answers, *question)}}}),
         .crumbs = guide_crumbs(call)},
        [&](Html& h) {
            error_summary(h, state);
            query_form(h, call.link("/guide/questions"), [&] {
                hidden_answers(h, answers, question->key);
                hidden(h, "asked", question->key);
                question_field(h, call, state, *question);
                actions(h, [&] {
                    submit_button(h, said(call, "next"));
                    if (question->kind != QuestionKind::choice)
                        submit_button(h, said(call, "answer.unknown"), Variant::secondary, Tone::accent, "later",
                                      question->key);
                });
            });
            if (before)
                paragraph(h, [&] {
                    link(h, with_answers(call, "/guide/questions", answers, before->key), said(call, "back"));
                });
            if (!answers.empty()) details(h, said(call, "answers"), [&] { answers_part(h, call, answers, true); });
            small_print(h, said(call, "guide.nothing_stored"));
        },
        problems.empty() ? 200 : 422);
}

Response result_page(module::Call& call) {
    if (is_shut(call)) return module::not_found(call);
    const Guide& guide = shipped_guide();
    const Answers answers = answers_in(call.request.query);
    if (next_question(guide, answers)) return Response::redirect(with_answers(call, "/guide/questions", answers));
    const Advice advice = advise(guide, limits_of(call.room()), answers, call.today());
    const std::string form(code_of(advice.form));
    return module::page(
        call,
        {.title = said(call, "form." + form + ".title"),
         .crumbs = guide_crumbs(call),
         .lead = said(call, "form." + form + ".lead")},
        [&](Html& h) {
            paragraph(h, said(call, "advice_only", {{"body", call.head->name}}));
            advice_part(h, call, advice);
            section(h, said(call, "next_step"), [&] {
                paragraph(h, said(call, "form." + form + ".next"));
                actions(h, [&] {
                    link_button(h, with_answers(call, "/guide/contact", answers), said(call, "contact"));
                    print_button(h, call.words);
                    link_button(h, call.link("/guide/questions"), said(call, "again"), Variant::tertiary);
                });
            });
            section(h, said(call, "others"), [&] {
                std::vector<Term> terms;
                for (const std::string_view other : {"grant", "iop", "procurement", "none"})
                    if (other != form)
                        terms.push_back({said(call, "form." + std::string(other)),
                                         said(call, "form." + std::string(other) + ".about")});
                definition_list(h, terms);
            });
            section(h, said(call, "answers"), [&] { answers_part(h, call, answers, true); });
            small_print(h, said(call, "printed",
                                {{"day", call.words.date(call.today())}, {"version", std::to_string(guide.version)}}));
        });
}

Response log_page(module::Call& call) {
    if (is_shut(call)) return module::not_found(call);
    const auto years = public_log(call.room());
    return module::page(
        call,
        {.title = said(call, "log"),
         .crumbs = guide_crumbs(call),
         .lead = said(call, "log.lead", {{"body", call.head->name}}),
         .description = said(call, "log.lead", {{"body", call.head->name}}),
         .wide = true,
         .index = true},
        [&](Html& h) {
            std::vector<Column> columns{{.label = said(call, "log.year")},
                                        {.label = said(call, "log.received"), .numeric = true},
                                        {.label = said(call, "log.open"), .numeric = true}};
            for (const std::string_view outcome : kOutcomeCodes)
                columns.push_back({.label = said(call, "outcome." + std::string(outcome)), .numeric = true});
            columns.push_back({.label = said(call, "log.days"), .numeric = true});
            table(h, call.words,
                  {.caption = said(call, "log.caption"), .columns = columns, .empty = said(call, "log.empty")},
                  [&](Rows& rows) {
                      for (const YearCount& one : years) {
                          std::vector<Content> cells{[&] { isolated(h, std::to_string(one.year)); },
                                                     [&] { number(h, call.words, one.received); },
                                                     [&] { number(h, call.words, one.open); }};
                          for (std::size_t i = 0; i < std::size(kOutcomeCodes); ++i) {
                              const auto found = one.outcomes.find(static_cast<Outcome>(i));
                              const std::int64_t count = found == one.outcomes.end() ? 0 : found->second;
                              cells.emplace_back([&h, &call, count] { number(h, call.words, count); });
                          }
                          cells.emplace_back(
                              [&] { one.median_days ? number(h, call.words, *one.median_days) : h.text("–"); });
                          rows.row(cells);
                      }
                  });
            small_print(h, said(call, "log.about"));
        });
}

Response public_limits_page(module::Call& call) {
    if (is_shut(call)) return module::not_found(call);
    const Limits limits = limits_of(call.room());
    return module::page(
        call,
        {.title = said(call, "limits"), .crumbs = guide_crumbs(call), .lead = said(call, "limits.lead"), .wide = true},
        [&](Html& h) {
            limits_table(h, call, limits);
            small_print(h, said(call, "limits.version",
                                {{"version", std::to_string(limits.version)}, {"owner", limits.owner}}));
        });
}

}  // namespace samrum::partnership::enquiry
