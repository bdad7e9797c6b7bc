// One pair, as the coordinator sees it: how far they have come, and what may be done.
#include "friends/pairs/pages.hpp"
#include "friends/pairs/pages_parts.hpp"

#include <algorithm>
#include <span>

namespace samrum::friends::pairs {

using namespace web;

namespace {

std::optional<PairId> pair_id(const module::Call& call) {
    const auto id = PairId::parse(call.part("id"));
    return id ? std::optional(*id) : std::nullopt;
}
std::string pair_path(const module::Call& call, std::string_view below = "") {
    return call.link("/friends/pairs/" + std::string(call.part("id")) + std::string(below));
}

void facts_part(module::Call& call, Html& h, const PairSeen& seen) {
    const Pair& pair = seen.row.pair;
    const auto& words = call.words;
    std::vector<Term> terms{
        {said(call, "pairs.started"), [&] { date(h, words, pair.started_on); }},
        {said(call, "pairs.programme"), [&] { name(h, seen.programme); }},
        {said(call, "pairs.promise"),
         said(call, "pairs.promise.text",
              {{"hours", std::int64_t{pair.hours_a_month}}, {"months", std::int64_t{pair.months}}})},
        {said(call, "pairs.trial"),
         [&] {
             date(h, words, pair.trial_until);
             h.text(", " + said(call, pair.trial_talk_on ? "pairs.trial.talked" : "pairs.trial.not_talked"));
         }},
        {said(call, "pairs.until"), [&] { date(h, words, pair.planned_until); }}};
    if (pair.paused_from)
        terms.push_back({said(call, "pairs.paused_from"), [&] { date(h, words, *pair.paused_from); }});
    if (pair.lasted_on) terms.push_back({said(call, "pairs.lasted_on"), [&] { date(h, words, *pair.lasted_on); }});
    if (pair.ended_on) {
        terms.push_back({said(call, "pairs.ended_on"), [&] { date(h, words, *pair.ended_on); }});
        terms.push_back({said(call, "pairs.end.reason.label"),
                         pair.end_reason ? said(call, "pairs.reason." + std::string(code_of(*pair.end_reason))) : ""});
    }
    definition_list(h, terms);
}

void what_is_needed(module::Call& call, Html& h, const PairRow& row) {
    if (row.pair.state() == PairState::broken)
        notice(h, Tone::danger, said(call, "pairs.broken.title"), said(call, "pairs.broken.text"));
    if (awaits_trial_talk(row.pair, call.today()))
        notice(h, Tone::info, said(call, "pairs.trial.title"), said(call, "pairs.trial.text"));
    if (row.quiet != Quiet::no)
        notice(h, row.quiet == Quiet::task ? Tone::danger : Tone::warning,
               said(call, "pairs.quiet.title", {{"days", std::int64_t{row.quiet_days}}}),
               said(call, "pairs.quiet.text"));
}

void revision_field(Html& h, const Pair& pair) {
    hidden(h, "revision", std::to_string(pair.revision));
}

void talk_and_pause(module::Call& call, Html& h, const Pair& pair) {
    if (pair.ended_on) return;
    actions(h, [&] {
        form(h, call.csrf, pair_path(call, "/talked"), [&] {
            revision_field(h, pair);
            submit_button(h, said(call, "pairs.talked"), Variant::secondary);
        });
        if (pair.state() == PairState::broken) return;
        form(h, call.csrf, pair_path(call, "/pause"), [&] {
            revision_field(h, pair);
            hidden(h, "do", pair.paused_from ? "resume" : "pause");
            submit_button(h, said(call, pair.paused_from ? "pairs.resume" : "pairs.pause"), Variant::secondary);
        });
    });
}

std::vector<Option> after_options(const module::Call& call) {
    return {{"waits", said(call, "pairs.after.waits"), said(call, "pairs.after.waits.about")},
            {"leaves", said(call, "pairs.after.leaves"), said(call, "pairs.after.leaves.about")}};
}

void end_form(module::Call& call, Html& h, const PairRow& row, const FormState& state) {
    const Pair& pair = row.pair;
    if (pair.ended_on) return;
    details(
        h, said(call, "pairs.end"),
        [&] {
            error_summary(h, state);
            form(h, call.csrf, pair_path(call, "/end"), [&] {
                revision_field(h, pair);
                date_field(h, state,
                           {.name = "last_day",
                            .label = said(call, "pairs.end.day.label"),
                            .fallback = call.today().iso(),
                            .width = Width::medium});
                std::vector<Option> reasons;
                for (const EndReason one : end_reasons())
                    reasons.push_back(
                        {std::string(code_of(one)), said(call, "pairs.reason." + std::string(code_of(one))), ""});
                radio_fields(h, state,
                             {.name = "reason",
                              .label = said(call, "pairs.end.reason.label"),
                              .description = said(call, "pairs.end.reason.about")},
                             reasons);
                if (pair.newcomer)
                    radio_fields(h, state,
                                 {.name = "newcomer",
                                  .label = said(call, "pairs.after",
                                                {{"who", row.newcomer.value_or(said(call, "pairs.side.newcomer"))}})},
                                 after_options(call));
                if (pair.established)
                    radio_fields(
                        h, state,
                        {.name = "established",
                         .label = said(call, "pairs.after",
                                       {{"who", row.established.value_or(said(call, "pairs.side.established"))}})},
                        after_options(call));
                actions(h, [&] { submit_button(h, said(call, "pairs.end.submit"), Variant::primary, Tone::danger); });
            });
        },
        !state.problems.empty() || pair.state() == PairState::broken);
}

void met_form(module::Call& call, Html& h, const FormState& state) {
    details(
        h, said(call, "pairs.met.add"),
        [&] {
            error_summary(h, state);
            form(h, call.csrf, pair_path(call, "/met"), [&] {
                date_field(h, state,
                           {.name = "day",
                            .label = said(call, "pairs.met.day"),
                            .fallback = call.today().iso(),
                            .width = Width::medium});
                text_field(h, state,
                           {.name = "hours",
                            .label = said(call, "pairs.met.hours.label"),
                            .input_mode = "decimal",
                            .suffix = said(call, "pairs.met.hours.unit"),
                            .max_length = 5,
                            .width = Width::narrow});
                actions(h, [&] { submit_button(h, said(call, "pairs.met.save"), Variant::secondary); });
            });
        },
        !state.problems.empty());
}

void meeting_rows(module::Call& call, Html& h, std::span<const Meeting> meetings) {
    const Table frame{.caption = said(call, "pairs.meetings"),
                      .hide_caption = true,
                      .columns = {{.label = said(call, "pairs.met.day")},
                                  {.label = said(call, "pairs.met.hours.label"), .numeric = true},
                                  {.label = said(call, "pairs.met.by")},
                                  {.label = said(call, "pairs.met.remove"), .hide_label = true}},
                      .empty = said(call, "pairs.meetings.none")};
    table(h, call.words, frame, [&](Rows& rows) {
        for (const Meeting& one : meetings)
            rows.row({[&] { date(h, call.words, one.day); }, [&] { isolated(h, hours_text(call.words, one.minutes)); },
                      said(call, "pairs.by." + std::string(code_of(one.noted_by))),
                      [&] {
                          form(h, call.csrf, pair_path(call, "/met"), [&] {
                              hidden(h, "remove", one.day.iso());
                              submit_button(h, said(call, "pairs.met.remove"), Variant::tertiary);
                          });
                      }});
    });
}

constexpr std::size_t kLatest = 10;  ///< meetings that are seen at once: half a year of them is long on a phone

void meetings_part(module::Call& call, Html& h, const PairSeen& seen, const FormState& state) {
    const std::span<const Meeting> all = seen.meetings;
    meeting_rows(call, h, all.first(std::min(all.size(), kLatest)));
    if (all.size() > kLatest) {
        const auto earlier = static_cast<std::int64_t>(all.size() - kLatest);
        details(h, said(call, "pairs.meetings.earlier", {{"count", earlier}}),
                [&] { meeting_rows(call, h, all.subspan(kLatest)); });
    }
    met_form(call, h, state);
}

Response show_pair(module::Call& call, std::string_view form_name, const base::Problems& problems) {
    if (auto refused = module::refused_page(call, problems)) return std::move(*refused);
    const auto id = pair_id(call);
    if (!id) return module::not_found(call);
    const auto found = see_pair(call.room(), call.caller, call.today(), *id);
    if (!found || !*found) return module::not_found(call);
    const PairSeen& seen = **found;
    const PairRow& row = seen.row;
    const auto one_name = [&](const std::optional<ParticipantId>& who, const std::optional<std::string>& known) {
        return known.value_or(said(call, who ? "pairs.protected" : "pairs.gone"));
    };
    const std::string title = one_name(row.pair.newcomer, row.newcomer) + " " + said(call, "pairs.and") + " " +
                              one_name(row.pair.established, row.established);
    return module::page(
        call,
        {.title = title, .crumbs = {{said(call, "pairs.title"), call.link("/friends/pairs")}}, .own_heading = true},
        [&](Html& h) {
            page_heading(h, {.title = title, .meta = [&] { state_badge(call, h, row); }});
            problems_of_page(call, h, problems);
            what_is_needed(call, h, row);
            talk_and_pause(call, h, row.pair);
            section(h, said(call, "pairs.progress"), [&] {
                paragraph(h, said(call, row.progress.is_full ? "pairs.progress.beyond" : "pairs.progress.text",
                                  {{"month", std::int64_t{row.progress.month_now}},
                                   {"months", std::int64_t{row.pair.months}},
                                   {"hours", hours_text(call.words, row.progress.minutes_in_all)}}));
                months_picture(call, h, row);
            });
            section(h, said(call, "pairs.facts"), [&] { facts_part(call, h, seen); });
            section(h, said(call, "pairs.meetings"),
                    [&] { meetings_part(call, h, seen, state_of_form(call, "met", form_name, problems)); });
            end_form(call, h, row, state_of_form(call, "end", form_name, problems));
            small_print(h, said(call, "pairs.no_proof"));
        },
        problems.empty() ? 200 : 422);
}

Response pair_answer(module::Call& call, const base::Result<base::Done>& done, std::string_view form_name) {
    return done ? call.done(pair_path(call), "friends.pairs.saved") : show_pair(call, form_name, done.problems());
}

}  // namespace

Response pair_page(module::Call& call) {
    return show_pair(call, "", {});
}

Response pause_now(module::Call& call) {
    const auto id = pair_id(call);
    if (!id) return module::not_found(call);
    if (typed(call, "do") == "resume")
        return pair_answer(call, resume_pair(call.room(), call.caller, call.today(), *id, typed_revision(call)),
                           "pause");
    return pair_answer(
        call, pause_pair(call.room(), call.caller, call.today(), *id, typed_revision(call), typed(call, "first")),
        "pause");
}

Response end_now(module::Call& call) {
    const auto id = pair_id(call);
    if (!id) return module::not_found(call);
    const EndInput input{typed(call, "last_day"), typed(call, "reason"), typed(call, "newcomer"),
                         typed(call, "established")};
    return pair_answer(call, end_pair(call.room(), call.caller, call.today(), *id, typed_revision(call), input), "end");
}

Response talked_now(module::Call& call) {
    const auto id = pair_id(call);
    if (!id) return module::not_found(call);
    return pair_answer(call, note_talk(call.room(), call.caller, call.today(), *id, typed_revision(call)), "talked");
}

Response met_now(module::Call& call) {
    const auto id = pair_id(call);
    if (!id) return module::not_found(call);
    if (const std::string day = typed(call, "remove"); !day.empty())
        return pair_answer(call, remove_met(call.room(), call.caller, *id, day), "remove");
    return pair_answer(
        call, note_met(call.room(), call.caller, call.today(), *id, {typed(call, "day"), typed(call, "hours")}), "met");
}

}  // namespace samrum::friends::pairs
