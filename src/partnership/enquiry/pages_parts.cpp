#include "partnership/enquiry/files_guide.hpp"
#include "partnership/enquiry/pages.hpp"

#include <algorithm>

namespace samrum::partnership::enquiry {

using namespace web;

std::string said(const module::Call& call, std::string_view key, const base::MessageArgs& args) {
    return call.words("partnership.enquiry." + std::string(key), args);
}
std::string typed(const module::Call& call, std::string_view field) {
    return std::string(call.request.form.get(field));
}
void problems_on_top(Html& h, const module::Call& call, const base::Problems& problems) {
    for (const auto& one : problems)
        if (one.field.empty()) notice(h, Tone::danger, said(call, "not_done"), call.words(one.message));
}
FormState state_for(const module::Call& call, std::string_view form_name, std::string_view shown,
                    const base::Problems& problems, Fields values) {
    if (form_name != shown) return {call.words, std::move(values)};
    return {call.words, call.request.form, problems};
}

Answers answers_in(const Fields& fields) {
    const Guide& guide = shipped_guide();
    Answers all;
    for (const Question& one : guide.questions)
        for (const std::string_view value : fields.every(one.key))
            if (!value.empty()) all[one.key] = value;
    return known_answers(guide, all);
}

std::string with_answers(const module::Call& call, std::string_view below_room, const Answers& answers,
                         std::string_view without) {
    Fields query;
    for (const Question& one : shipped_guide().questions)
        if (const auto found = answers.find(one.key); found != answers.end() && one.key != without)
            query.add(one.key, found->second);
    const std::string encoded = query.encoded();
    return call.link(below_room) + (encoded.empty() ? "" : "?" + encoded);
}
void hidden_answers(Html& h, const Answers& answers, std::string_view without) {
    for (const auto& [question, answer] : answers)
        if (question != without) hidden(h, question, answer);
}

void answer_words(Html& h, const module::Call& call, const Question& question, const std::string& answer) {
    if (question.kind == QuestionKind::choice)
        h.text(said(call, "q." + question.key + "." + answer));
    else if (answer == "unknown")
        h.text(said(call, "answer.unknown"));
    else if (question.kind == QuestionKind::sum)
        web::money(h, call.words, base::Money::parse(answer).value());
    else
        h.text(said(call, "answer.months", {{"months", std::int64_t{std::stoi(answer)}}}));
}

void answers_part(Html& h, const module::Call& call, const Answers& answers, bool change) {
    std::vector<Column> columns{{.label = said(call, "answers.question")}, {.label = said(call, "answers.answer")}};
    if (change) columns.push_back({.label = said(call, "answers.change"), .hide_label = true});
    table(h, call.words,
          {.caption = said(call, "answers"),
           .hide_caption = true,
           .columns = columns,
           .empty = said(call, "answers.none")},
          [&](Rows& rows) {
              for (const Question& one : shipped_guide().questions) {
                  const auto found = answers.find(one.key);
                  if (found == answers.end()) continue;
                  const std::string question = said(call, "q." + one.key);
                  std::vector<Content> cells{question, [&] { answer_words(h, call, one, found->second); }};
                  if (change)
                      cells.emplace_back([&] {
                          link(h, with_answers(call, "/guide/questions", answers, one.key), [&] {
                              h.text(said(call, "answers.change"));
                              visually_hidden(h, ": " + question);
                          });
                      });
                  rows.row(cells);
              }
          });
}

namespace {

/// Where a reason comes from: the source's own words, or those of the limit in force on the day.
void source_words(Html& h, const module::Call& call, const Reason& reason) {
    if (!reason.source) return;
    small_print(h, [&] {
        h.text(said(call, "source") + " ");
        if (!reason.in_force.empty()) return name(h, reason.in_force);
        const std::string words = said(call, "source." + reason.source->key);
        reason.source->url.empty() ? h.text(words) : link(h, reason.source->url, words);
    });
}

void sum_part(Html& h, const module::Call& call, const Advice& advice) {
    std::vector<Term> terms;
    if (advice.total) terms.push_back({said(call, "sum.total"), [&] { web::money(h, call.words, *advice.total); }});
    if (advice.limit) {
        const Limit& limit = advice.limit->limit;
        terms.push_back({said(call, "limit.direct_award." + limit.category), [&] {
                             web::money(h, call.words, {limit.amount});
                             small_print(h, [&] {
                                 h.text(said(call, "limit.since") + " ");
                                 date(h, call.words, limit.from);
                                 h.text(". " + limit.source);
                             });
                         }});
    }
    definition_list(h, terms);
    if (advice.limit && advice.limit->unchecked)
        notice(h, Tone::info, said(call, "limit.unchecked"),
               said(call, "limit.unchecked.why", {{"day", call.words.date(*advice.limit->limit.checked_until)}}));
    if (advice.total && advice.limit)
        paragraph(h, said(call, advice.over_limit ? "sum.over" : "sum.under"));
    else
        paragraph(h, said(call, "sum.unknown"));
}

}  // namespace

void advice_part(Html& h, const module::Call& call, const Advice& advice) {
    if (!advice.sure)
        notice(h, Tone::info, said(call, "unsure"), [&] {
            paragraph(h, said(call, "unsure.why"));
            std::vector<Content> questions;
            questions.reserve(advice.unsure.size());
            for (const std::string& one : advice.unsure) questions.emplace_back(said(call, "q." + one));
            bullets(h, questions);
        });
    section(h, said(call, "why"), [&] {
        std::vector<Content> reasons;
        reasons.reserve(advice.reasons.size());
        for (const Reason& one : advice.reasons)
            reasons.emplace_back([&h, &call, one] {
                h.text(said(call, "reason." + one.key));
                source_words(h, call, one);
            });
        bullets(h, reasons);
    });
    if (!advice.warnings.empty())
        section(h, said(call, "warnings"), [&] {
            paragraph(h, said(call, "warnings.lead"));
            for (const Reason& one : advice.warnings)
                notice(h, Tone::warning, said(call, "warning." + one.key), [&] {
                    paragraph(h, said(call, "warning." + one.key + ".text"));
                    source_words(h, call, one);
                });
        });
    if (advice.total || advice.limit) section(h, said(call, "sum"), [&] { sum_part(h, call, advice); });
}

void limits_table(Html& h, const module::Call& call, const Limits& limits) {
    std::vector<Limit> all = limits.limits;
    std::ranges::stable_sort(all, std::ranges::greater{}, &Limit::from);
    table(h, call.words,
          {.caption = said(call, "limits.caption"),
           .hide_caption = true,
           .columns = {{.label = said(call, "limits.what")},
                       {.label = said(call, "limits.from")},
                       {.label = said(call, "limits.amount"), .numeric = true},
                       {.label = said(call, "limits.checked")},
                       {.label = said(call, "limits.source")}}},
          [&](Rows& rows) {
              for (const Limit& one : all)
                  rows.row({[&] {
                                h.text(said(call, "limit." + one.kind + "." + one.category));
                                if (one.in_euro)
                                    small_print(h, said(call,
                                                        one.by_fiscal_years ? "limits.window.fiscal_years"
                                                                            : "limits.window.days",
                                                        {{"years", std::int64_t{one.window_months / 12}}}));
                            },
                            [&] { date(h, call.words, one.from); },
                            [&] {
                                one.in_euro ? euro(h, call, one.amount)
                                            : web::money(h, call.words, base::Money{one.amount});
                            },
                            [&] {
                                one.checked_until ? date(h, call.words, *one.checked_until)
                                                  : h.text(said(call, "limits.checked.open"));
                            },
                            one.source});
          });
}

void letters_part(Html& h, const module::Call& call, const std::vector<Letter>& letters) {
    std::vector<TimelineEntry> entries;
    entries.reserve(letters.size());
    for (const Letter& one : letters)
        entries.push_back(
            {.when = [&h, &call, one] { date(h, call.words, one.on); },
             .title = one.from_body ? said(call, "letter.body", {{"by", one.by}}) : said(call, "letter.asker"),
             .content =
                 [&h, one] {
                     h(tag::div, attr::cls("prose"), [&] { h.trusted({text::markdown_html(one.text, 4)}); });
                 }});
    timeline(h, call.words, entries);
}

void state_badge(Html& h, const module::Call& call, const Enquiry& one) {
    const Tone tone = one.state == State::received     ? Tone::warning
                      : one.state == State::assessment ? Tone::info
                      : one.state == State::closed     ? Tone::neutral
                                                       : Tone::success;
    badge(h, tone, said(call, "state." + std::string(code_of(one.state))));
}

void euro(Html& h, const module::Call& call, std::int64_t cents) {
    const bool whole = cents % 100 == 0;
    const std::string sum =
        whole ? call.words.number(cents / 100) : call.words.decimal(static_cast<double>(cents) / 100.0, 2);
    isolated(h, sum + "\u00a0euro");
}

std::vector<std::pair<std::string, std::string>> guide_crumbs(const module::Call& call) {
    return {{call.head->name, call.link("")}, {said(call, "guide"), call.link("/guide")}};
}
std::vector<std::pair<std::string, std::string>> enquiry_crumbs(const module::Call& call) {
    return {{said(call, "title"), call.link("/enquiries")}};
}

}  // namespace samrum::partnership::enquiry
