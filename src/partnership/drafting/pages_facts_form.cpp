#include "foundation/module/module.hpp"
#include "partnership/agreement/actions_phrases.hpp"
#include "partnership/drafting/pages_facts.hpp"
#include "partnership/drafting/pages_parts.hpp"
#include "partnership/drafting/pages_typed.hpp"

#include <algorithm>

/// The fields of the facts, group by group. Each list ends with empty rows; more come when they are filled in.
namespace samrum::partnership::drafting {

using namespace web;
using agreement::item;
using agreement::Word;
using module::Call;

namespace {

constexpr std::size_t kBlankRows = 2;

/// What the fields of one form share.
struct Form {
    Html& h;
    const Call& call;
    const FormState& state;
    const Agreement& draft;

    std::string label(std::string_view key) const { return told(call, "field." + std::string(key)); }
    std::string hint(std::string_view key) const {
        const std::string full = "partnership.drafting.field." + std::string(key) + ".hint";
        return call.words.has(full) ? call.words(full) : std::string();
    }
    Field field(const std::string& name, std::string_view key, Width width = Width::full, bool optional = true) const {
        return {.name = name,
                .label = label(key),
                .description = hint(key),
                .optional = optional,
                .unmarked = optional,
                .width = width};
    }
};

/// So many rows as were filled in, and empty ones.
template <class Row>
void rows(const Form& f, const char* list, const char* first_field, std::string_view legend, const Row& row) {
    std::size_t count = 0;
    while (count < kMostRows && !f.state.values.get(item(list, count) + first_field).empty()) ++count;
    // A row that was emptied lies between others: its fields still stand in the form.
    while (count < kMostRows && f.state.values.has(item(list, count) + first_field)) ++count;
    const bool shown_again = !f.state.problems.empty();
    const std::size_t all = std::min(kMostRows, count + (shown_again ? 0 : kBlankRows));
    for (std::size_t i = 0; i < all; ++i) {
        const std::string at = item(list, i);
        const bool is_new = f.state.values.get(at + first_field).empty();
        const auto fields = [&] {
            hidden(f.h, at + ".key", f.state.values.get(at + ".key"));
            row(at);
        };
        const std::string number = told(f.call, legend, {{"number", static_cast<std::int64_t>(i + 1)}});
        // An empty row waits behind its name; the first of an empty list is open.
        if (is_new && !shown_again)
            details(
                f.h, told(f.call, std::string(legend) + ".new"), [&] { field_group(f.h, number, fields); }, i == 0);
        else
            field_group(f.h, number, fields);
    }
}

template <class E>
std::vector<Option> options_of(const Call& call, const char* group) {
    std::vector<Option> all;
    for (const Word<E>& one : agreement::words_of(E{}))
        all.push_back({std::string(one.word), call.words(std::string(group) + std::string(one.word)), ""});
    return all;
}

/// The organisations of the draft, by name.
std::vector<Option> organisations_of(const Form& f, bool or_none) {
    std::vector<Option> all;
    if (or_none) all.push_back({"", told(f.call, "none_chosen"), ""});
    for (const agreement::Organisation& one : f.draft.organisations) all.push_back({one.key, one.name, ""});
    return all;
}
std::vector<Option> parts_of(const Form& f) {
    std::vector<Option> all{{"", f.call.words("partnership.assess.whole"), ""}};
    for (const agreement::Part& one : f.draft.parts) all.push_back({one.key, one.title, ""});
    return all;
}

void parties_form(const Form& f) {
    auto roles = std::vector<Option>{{"", told(f.call, "role.none"), ""}};
    for (const auto& standing : agreement::kStandings)
        for (const auto& side : agreement::kSides) {
            const std::string value = std::string(standing.word) + "/" + std::string(side.word);
            roles.push_back(
                {value, told(f.call, "role." + std::string(standing.word) + "." + std::string(side.word)), ""});
        }
    rows(f, "organisations", ".name", "row.organisation", [&](const std::string& at) {
        text_field(f.h, f.state, f.field(at + ".name", "name"));
        select_field(f.h, f.state, f.field(at + ".type", "type", Width::medium),
                     options_of<agreement::OrganisationType>(f.call, "partnership.drafting.type."));
        text_field(f.h, f.state, f.field(at + ".organisation_number", "organisation_number", Width::medium));
        select_field(f.h, f.state, f.field(at + ".part_of", "part_of", Width::medium), organisations_of(f, true));
        select_field(f.h, f.state, f.field(at + ".as", "as", Width::medium), roles);
        checkbox(f.h, f.state, f.field(at + ".lead", "lead"));
        text_field(f.h, f.state, f.field(at + ".contact", "contact", Width::medium));
        text_field(f.h, f.state, f.field(at + ".signs", "signs", Width::medium));
    });
}

void parts_form(const Form& f) {
    rows(f, "parts", ".title", "row.part",
         [&](const std::string& at) { text_field(f.h, f.state, f.field(at + ".title", "part_title")); });
}

void promises_form(const Form& f) {
    std::vector<Option> measures{{"", told(f.call, "measure.none"), ""}};
    for (const module::Module& slice : f.call.house.modules)
        for (const module::Measure& one : slice.measures)
            measures.push_back({std::string(one.name),
                                f.call.words.has("measure." + std::string(one.name))
                                    ? f.call.words("measure." + std::string(one.name))
                                    : std::string(one.name),
                                ""});
    rows(f, "commitments", ".title", "row.promise", [&](const std::string& at) {
        text_field(f.h, f.state, f.field(at + ".title", "promise"));
        checkbox_fields(f.h, f.state, f.field(at + ".by", "by"), organisations_of(f, false));
        select_field(f.h, f.state, f.field(at + ".kind", "promise_kind", Width::medium),
                     options_of<agreement::CommitmentKind>(f.call, "partnership.commitment_kind."));
        select_field(f.h, f.state, f.field(at + ".target.rule", "rule", Width::medium),
                     options_of<agreement::Bound>(f.call, "partnership.drafting.bound."));
        number_field(f.h, f.state, f.field(at + ".target.quantity", "quantity", Width::narrow));
        number_field(f.h, f.state, f.field(at + ".target.upper", "upper", Width::narrow));
        text_field(f.h, f.state, f.field(at + ".target.unit", "unit", Width::medium));
        select_field(f.h, f.state, f.field(at + ".target.per", "per", Width::medium),
                     options_of<agreement::Per>(f.call, "partnership.per."));
        select_field(f.h, f.state, f.field(at + ".measure", "measure", Width::medium), measures);
        if (!f.draft.parts.empty())
            select_field(f.h, f.state, f.field(at + ".part", "of_part", Width::medium), parts_of(f));
        text_area(f.h, f.state, f.field(at + ".text", "more"), 2);
    });
}

void reports_form(const Form& f) {
    rows(f, "reports", ".title", "row.report", [&](const std::string& at) {
        text_field(f.h, f.state, f.field(at + ".title", "report_title"));
        select_field(f.h, f.state, f.field(at + ".kind", "report_kind", Width::medium),
                     options_of<agreement::ReportKind>(f.call, "partnership.drafting.report_kind."));
        checkbox_fields(f.h, f.state, f.field(at + ".from", "from"), organisations_of(f, false));
        text_field(f.h, f.state, f.field(at + ".to", "to", Width::medium));
        select_field(f.h, f.state, f.field(at + ".per", "per", Width::medium),
                     options_of<agreement::Per>(f.call, "partnership.per."));
        number_field(f.h, f.state, f.field(at + ".days_after", "days_after", Width::narrow));
        text_area(f.h, f.state, f.field(at + ".due", "due"), 2);
    });
    section(f.h, told(f.call, "steering"), [&] {
        rows(f, "steering.members", ".function", "row.member", [&](const std::string& at) {
            text_field(f.h, f.state, f.field(at + ".function", "function", Width::medium));
            select_field(f.h, f.state, f.field(at + ".organisation", "organisation", Width::medium),
                         organisations_of(f, true));
            checkbox(f.h, f.state, f.field(at + ".convener", "convener"));
        });
        number_field(f.h, f.state, f.field("steering.meetings.times", "meetings", Width::narrow));
        select_field(f.h, f.state, f.field("steering.meetings.per", "per", Width::medium),
                     options_of<agreement::Per>(f.call, "partnership.per."));
    });
}

void period_form(const Form& f) {
    text_field(f.h, f.state, f.field("agreement.title", "agreement_title", Width::full, false));
    text_field(f.h, f.state, f.field("agreement.activity", "activity", Width::medium, false));
    date_field(f.h, f.state, f.field("period.first", "first", Width::medium));
    date_field(f.h, f.state, f.field("period.last", "last", Width::medium));
    checkbox(f.h, f.state, f.field("period.open_end", "open_end"));
    date_field(f.h, f.state, f.field("period.review_by", "review_by", Width::medium));
    text_area(f.h, f.state, f.field("period.review", "review"), 2);
    text_field(f.h, f.state, f.field("agreement.key", "key", Width::medium, false));
    text_field(f.h, f.state, f.field("agreement.predecessor", "predecessor", Width::medium));
}

void money_form(const Form& f) {
    rows(f, "amounts", ".title", "row.amount", [&](const std::string& at) {
        text_field(f.h, f.state, f.field(at + ".title", "amount_title"));
        select_field(f.h, f.state, f.field(at + ".payer", "payer", Width::medium), organisations_of(f, true));
        select_field(f.h, f.state, f.field(at + ".recipient", "recipient", Width::medium), organisations_of(f, true));
        money_field(f.h, f.state, f.field(at + ".amount", "amount", Width::medium));
        select_field(f.h, f.state, f.field(at + ".kind", "amount_kind", Width::medium),
                     options_of<agreement::AmountKind>(f.call, "partnership.amount_kind."));
        select_field(f.h, f.state, f.field(at + ".per", "per", Width::medium),
                     options_of<agreement::Per>(f.call, "partnership.per."));
        date_field(f.h, f.state, f.field(at + ".first", "amount_first", Width::medium));
        date_field(f.h, f.state, f.field(at + ".last", "amount_last", Width::medium));
        number_field(f.h, f.state, f.field(at + ".times_per_year", "times_per_year", Width::narrow));
        text_area(f.h, f.state, f.field(at + ".payments", "payments"), 3);
        if (!f.draft.parts.empty())
            select_field(f.h, f.state, f.field(at + ".part", "of_part", Width::medium), parts_of(f));
    });
    select_field(f.h, f.state, f.field("agreement.unused_money", "unused_money"),
                 options_of<agreement::UnusedMoney>(f.call, "partnership.unused_money."));
}

void ending_form(const Form& f) {
    rows(f, "notice", ".months", "row.notice", [&](const std::string& at) {
        select_field(f.h, f.state, f.field(at + ".case", "notice_on"),
                     options_of<agreement::NoticeCase>(f.call, "partnership.drafting.notice_on."));
        number_field(f.h, f.state, f.field(at + ".months", "notice_months", Width::narrow));
        checkbox(f.h, f.state, f.field(at + ".after_dialogue", "after_dialogue"));
        text_area(f.h, f.state, f.field(at + ".text", "more"), 2);
    });
    checkbox(f.h, f.state, f.field("termination", "termination"));
    checkbox(f.h, f.state, f.field("termination.after_time_to_mend", "time_to_mend"));
    select_field(f.h, f.state, f.field("termination.repayment", "repayment"),
                 options_of<agreement::Repayment>(f.call, "partnership.repayment."));
    text_area(f.h, f.state, f.field("termination.text", "termination_text"), 2);
    text_area(f.h, f.state, f.field("agreement.disputes", "disputes"), 3);
}

// To be read

std::string names_said(const Agreement& draft, const std::vector<std::string>& keys) {
    std::string names;
    for (const std::string& key : keys) names += (names.empty() ? "" : ", ") + draft.name_of(key);
    return names;
}

void parties_shown(const Form& f) {
    table(f.h, f.call.words,
          {.caption = f.label("parties"),
           .hide_caption = true,
           .columns = {{.label = f.label("name")}, {.label = f.label("as")}, {.label = f.label("contact")}}},
          [&](Rows& all) {
              for (const agreement::Organisation& one : f.draft.organisations) {
                  const agreement::Party* party = f.draft.party(one.key);
                  const std::string as =
                      party ? "role." + std::string(word_of(party->standing)) + "." + std::string(word_of(party->side))
                            : "role.none";
                  std::string contact;
                  for (const agreement::Contact& person : f.draft.contacts)
                      if (person.organisation == one.key) contact += (contact.empty() ? "" : ", ") + person.function;
                  all.row({[&] { name(f.h, one.name); }, told(f.call, as), contact.empty() ? "–" : contact});
              }
          });
}

void promises_shown(const Form& f) {
    table(f.h, f.call.words,
          {.caption = f.label("promises"),
           .hide_caption = true,
           .columns = {{.label = f.label("promise")}, {.label = f.label("by")}, {.label = f.label("target")}}},
          [&](Rows& all) {
              for (const agreement::Commitment& one : f.draft.commitments) {
                  const auto* target = one.targets.settled();
                  all.row({one.title, [&] { name(f.h, names_said(f.draft, one.by)); },
                           target ? agreement::say_target(f.call.words, target->value) : std::string("–")});
              }
          });
}

void money_shown(const Form& f) {
    table(f.h, f.call.words,
          {.caption = f.label("money"),
           .hide_caption = true,
           .columns = {{.label = f.label("amount_title")},
                       {.label = f.label("payer")},
                       {.label = f.label("recipient")},
                       {.label = f.label("amount"), .numeric = true}}},
          [&](Rows& all) {
              for (const agreement::Amount& one : f.draft.amounts) {
                  const auto* sum = one.sums.settled();
                  all.row({one.title, [&] { name(f.h, f.draft.name_of(one.payer)); },
                           [&] { name(f.h, f.draft.name_of(one.recipient)); },
                           [&] { isolated(f.h, sum ? agreement::say_payable(f.call.words, sum->value) : "–"); }});
              }
          });
}

void list_shown(const Form& f, Facts facts) {
    std::vector<Content> lines;
    if (facts == Facts::parts)
        for (const agreement::Part& one : f.draft.parts)
            lines.emplace_back([&f, &one] {
                f.h.text(one.title);
                if (one.verdict == agreement::Verdict::rejected) {
                    f.h.text(" ");
                    badge(f.h, Tone::danger, told(f.call, "part.rejected"));
                }
            });
    if (facts == Facts::reports)
        for (const agreement::Report& one : f.draft.reports)
            lines.emplace_back(one.title + (one.from.empty() ? "" : " – " + names_said(f.draft, one.from)));
    if (facts == Facts::period) {
        lines.emplace_back(agreement::say_term(f.call.words, f.draft.term));
        if (f.draft.term.review_by)
            lines.emplace_back(told(f.call, "review_by", {{"day", f.call.words.date(*f.draft.term.review_by)}}));
    }
    if (facts == Facts::ending) {
        for (const agreement::NoticeRule& one : f.draft.notice)
            lines.emplace_back(agreement::say_notice(f.call.words, one));
        if (f.draft.termination) lines.emplace_back(told(f.call, "termination.said"));
        if (!f.draft.disputes.empty()) lines.emplace_back(f.draft.disputes);
    }
    if (lines.empty()) return paragraph(f.h, told(f.call, "facts.none"));
    bullets(f.h, lines);
}

}  // namespace

void facts_fields(Html& h, const Call& call, const FormState& state, const Agreement& draft, Facts facts) {
    const Form f{h, call, state, draft};
    switch (facts) {
        case Facts::parties:
            return parties_form(f);
        case Facts::parts:
            return parts_form(f);
        case Facts::promises:
            return promises_form(f);
        case Facts::reports:
            return reports_form(f);
        case Facts::period:
            return period_form(f);
        case Facts::money:
            return money_form(f);
        case Facts::ending:
            return ending_form(f);
    }
}

void facts_shown(Html& h, const Call& call, const Agreement& draft, Facts facts) {
    const FormState nothing{call.words, {}, {}};
    const Form f{h, call, nothing, draft};
    if (facts == Facts::parties) return parties_shown(f);
    if (facts == Facts::promises && !draft.commitments.empty()) return promises_shown(f);
    if (facts == Facts::money && !draft.amounts.empty()) return money_shown(f);
    list_shown(f, facts);
}

}  // namespace samrum::partnership::drafting
