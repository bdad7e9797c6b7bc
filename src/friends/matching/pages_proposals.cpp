// What was proposed and what came of it; and how groups fare.
#include "friends/matching/actions_match.hpp"
#include "friends/matching/actions_proposal.hpp"
#include "friends/matching/pages.hpp"
#include "friends/matching/pages_parts.hpp"
#include "friends/people/actions_participant.hpp"

#include <ranges>

namespace samrum::friends::matching {

using namespace web;

namespace {

std::string answer_said(const module::Call& call, Answer answer) {
    return match_words(call, answer == Answer::none  ? "answer.none"
                             : answer == Answer::yes ? "answer.yes"
                                                     : "answer.no");
}

/// Who uses no phone pages tells the coordinator, who writes it down here.
void told_form(module::Call& call, Html& h, const Proposal& one, Side side, const std::optional<std::string>& name) {
    if (one.answer_of_side(side) != Answer::none) return;
    form(h, call.csrf, call.link("/friends/matching/proposals/" + one.id.text() + "/told"), [&] {
        hidden(h, "side", code_of(side));
        h(tag::p, [&] { people::person_name(call, h, name); });
        actions(h, [&] {
            submit_button(h, match_words(call, "told.yes"), Variant::secondary, Tone::accent, "answer", "yes");
            submit_button(h, match_words(call, "told.no"), Variant::tertiary, Tone::accent, "answer", "no");
        });
    });
}

void proposal_row(module::Call& call, Html& h, Rows& rows, const ProposalRow& row) {
    const Proposal& one = row.proposal;
    const auto who = [&](const std::optional<std::string>& name, ParticipantId id, Side side) {
        return Content([&call, &h, &name, &one, id, side] {
            const Answer answer = one.answer_of_side(side);
            if (id.is_nil())
                h.text(match_words(call, "gone"));
            else
                link(h, call.link("/friends/people/" + id.text()), [&] { people::person_name(call, h, name); });
            h.text(": " + answer_said(call, answer));
        });
    };
    constexpr Tone tones[] = {Tone::warning, Tone::success, Tone::neutral, Tone::neutral, Tone::neutral};
    rows.row({who(row.newcomer, one.two.newcomer, Side::newcomer),
              who(row.established, one.two.established, Side::established),
              [&] {
                  badge(h, tones[static_cast<std::size_t>(one.state)],
                        match_words(call, "state." + std::string(code_of(one.state))));
                  if (one.reason != NoReason::unsaid)
                      h.text(" " + people::said(call, "proposal.no", code_of(one.reason)));
              },
              [&] {
                  date(h, call.words, one.expires_on);
                  small_print(h, match_words(call, "sent_on", {{"date", call.words.date(one.sent_on)}}));
              },
              [&] {
                  if (one.state != ProposalState::open) return;
                  details(h, match_words(call, "told"), [&] {
                      told_form(call, h, one, Side::newcomer, row.newcomer);
                      told_form(call, h, one, Side::established, row.established);
                  });
                  form(h, call.csrf, call.link("/friends/matching/proposals/" + one.id.text() + "/back"),
                       [&] { submit_button(h, match_words(call, "take_back"), Variant::tertiary); });
              }});
}

std::string group_said(const module::Call& call, const people::Programme& programme, const GroupLine& one) {
    switch (one.by) {
        case GroupLine::By::side:
            return people::said(call, "side", one.code);
        case GroupLine::By::swedish:
            return match_words(call, "group.swedish." + std::string(one.code == "0-1"   ? "low"
                                                                    : one.code == "2-3" ? "middle"
                                                                                        : "high"));
        case GroupLine::By::municipality: {
            const auto* place = programme.place(one.code);
            return place ? place->name : one.code;
        }
        case GroupLine::By::age:
            return age_band_text(one.code.front() - '0');
        case GroupLine::By::gender:
            return people::said(call, "gender", one.code);
    }
    return one.code;
}

}  // namespace

Response proposals_page(module::Call& call) {
    const auto programmes = people::list_programmes(call.room());
    const auto programme = people::chosen_programme(call, programmes);
    if (!programme) return Response::redirect(call.link("/friends"));
    const auto rows = list_proposals(call.room(), call.caller, programme->id);
    if (!rows) return module::not_found(call);
    const std::vector<Column> columns{{.label = match_words(call, "column.newcomer")},
                                      {.label = match_words(call, "column.established")},
                                      {.label = match_words(call, "column.state")},
                                      {.label = match_words(call, "column.expires")},
                                      {.label = match_words(call, "take_back"), .hide_label = true}};
    const ListView view = list_view(call.request.query, columns);
    const Table frame{.caption = match_words(call, "proposals"),
                      .hide_caption = true,
                      .columns = columns,
                      .view = view,
                      .total = std::ssize(*rows),
                      .path = call.link("/friends/matching/proposals"),
                      .query = call.request.query};
    const auto shown = *rows | std::views::drop(view.offset()) | std::views::take(view.page_size);
    return module::page(call,
                        {.title = match_words(call, "proposals"),
                         .crumbs = {{people::people_words(call, "start.title"), call.link("/friends")},
                                    {match_words(call, "title"), matching_path(call, "", programme->id)}},
                         .lead = match_words(call, "proposals.lead"),
                         .wide = true},
                        [&](Html& h) {
                            people::programme_tabs(call, h, programmes, *programme, "/friends/matching/proposals");
                            if (rows->empty())
                                return empty_state(h, match_words(call, "proposals.none"),
                                                   match_words(call, "proposals.none.why"));
                            table(h, call.words, frame, [&](Rows& out) {
                                for (const ProposalRow& row : shown) proposal_row(call, h, out, row);
                            });
                        });
}

Response take_back_now(module::Call& call) {
    const auto id = ProposalId::parse(call.part("id"));
    if (!id) return module::not_found(call);
    const auto taken = take_back(call.room(), call.caller, call.today(), *id);
    if (!taken) {
        if (auto refused = module::refused_page(call, taken.problems())) return std::move(*refused);
        return call.done(call.link("/friends/matching/proposals"), "friends.matching.over");
    }
    return call.done(call.link("/friends/matching/proposals"), "friends.matching.flash.taken_back");
}

Response told_now(module::Call& call) {
    const auto id = ProposalId::parse(call.part("id"));
    const auto side = side_of(call.request.form.get("side"));
    const auto answer = answer_of(call.request.form.get("answer"));
    if (!id || !side || !answer || *answer == Answer::none) return module::not_found(call);
    const auto told = answer_for(call.room(), call.caller, call.today(), *id, *side, {.yes = *answer == Answer::yes});
    if (!told) {
        if (auto refused = module::refused_page(call, told.problems())) return std::move(*refused);
        return call.done(call.link("/friends/matching/proposals"), "friends.matching.over");
    }
    return call.done(call.link("/friends/matching/proposals"), "friends.matching.flash.told");
}

Response fairness_page(module::Call& call) {
    const auto programmes = people::list_programmes(call.room());
    const auto programme = people::chosen_programme(call, programmes);
    if (!programme) return Response::redirect(call.link("/friends"));
    const auto lines = see_fairness(call.room(), call.caller, call.today(), programme->id);
    if (!lines) return module::not_found(call);
    const auto count = [&](Html& h, std::int64_t n) { return Content([&h, &call, n] { number(h, call.words, n); }); };
    const Table frame{.caption = match_words(call, "fairness"),
                      .hide_caption = true,
                      .columns = {{.label = match_words(call, "group")},
                                  {.label = match_words(call, "group.people"), .numeric = true},
                                  {.label = match_words(call, "group.matched"), .numeric = true},
                                  {.label = match_words(call, "group.share"), .numeric = true},
                                  {.label = match_words(call, "group.waiting"), .numeric = true},
                                  {.label = match_words(call, "group.median"), .numeric = true}}};
    return module::page(
        call,
        {.title = match_words(call, "fairness"),
         .crumbs = {{people::people_words(call, "start.title"), call.link("/friends")},
                    {match_words(call, "title"), matching_path(call, "", programme->id)}},
         .lead = match_words(call, "fairness.lead", {{"least", std::int64_t{kSmallestGroup}}}),
         .wide = true},
        [&](Html& h) {
            people::programme_tabs(call, h, programmes, *programme, "/friends/matching/fairness");
            if (lines->empty())
                return empty_state(h, match_words(call, "fairness.none"),
                                   match_words(call, "fairness.none.why", {{"least", std::int64_t{kSmallestGroup}}}));
            table(h, call.words, frame, [&](Rows& out) {
                for (const GroupLine& one : *lines)
                    out.row({[&] { isolated(h, group_said(call, *programme, one)); }, count(h, one.people),
                             count(h, one.matched),
                             [&] { isolated(h, call.words.percent(static_cast<double>(one.matched) / one.people)); },
                             count(h, one.waiting),
                             [&] {
                                 if (one.waiting > 0) number(h, call.words, one.median_days);
                             }});
            });
            small_print(h, match_words(call, "fairness.note"));
        });
}

}  // namespace samrum::friends::matching
