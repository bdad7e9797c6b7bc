// One session of the rota: who is there, who could come, and how to mend it with the fewest changes.
#include "advice/rota/actions_shift.hpp"
#include "advice/rota/pages.hpp"
#include "advice/rota/pages_parts.hpp"
#include "advice/rota/rules_reason.hpp"
#include "foundation/module/page.hpp"

#include <algorithm>

namespace samrum::advice::rota {
namespace {

using namespace web;

std::vector<std::pair<std::string, std::string>> rota_crumbs(const module::Call& call) {
    return {{rota_words(call, "title"), call.link("/advice/rota")}};
}
std::string session_path(const module::Call& call, SessionId id, std::string_view below = "") {
    return call.link("/advice/rota/" + id.text() + std::string(below));
}

/// "speaks Dari, which is lacked · has as many shifts as wanted".
std::string candidate_words(const module::Call& call, const Candidate& one) {
    std::string line;
    const auto add = [&](const std::string& words) { line += (line.empty() ? "" : " · ") + words; };
    for (const std::string& code : one.brings)
        add(rota_words(call, "brings", {{"language", language_name(call.words, code)}}));
    for (Obstacle against : one.obstacles) add(call.words("advice.rota.obstacle." + std::string(code_of(against))));
    return line;
}

void people_there(module::Call& call, Html& h, const SessionPage& page) {
    table(h, call.words,
          {.caption = rota_words(call, "session.people"),
           .columns = {{.label = rota_words(call, "session.name")},
                       {.label = rota_words(call, "column.languages")},
                       {.label = rota_words(call, "session.state")},
                       {.label = rota_words(call, "session.do"), .hide_label = true}},
           .empty = [&] { paragraph(h, rota_words(call, "nobody_yet")); }},
          [&](Rows& rows) {
              for (const Shift& one : page.line.there) {
                  const auto* volunteer = volunteer_in(page.volunteers, one.volunteer);
                  const std::string who = name_in(call, page.names, one.volunteer);
                  rows.row({[&] { name(h, who); },
                            [&] {
                                std::string spoken;
                                if (volunteer)
                                    for (const std::string& code : volunteer->languages)
                                        spoken += (spoken.empty() ? "" : ", ") + language_name(call.words, code);
                                h.text(spoken);
                            },
                            [&] {
                                if (one.state == ShiftState::offered)
                                    badge(h, Tone::warning, rota_words(call, "offered"));
                                if (volunteer && !volunteer->trained_on)
                                    badge(h, Tone::warning, call.words("advice.rota.obstacle.untrained"));
                            },
                            [&] {
                                if (page.may_run)
                                    tap(call, h,
                                        {.path = session_path(call, one.session, "/remove"),
                                         .label = rota_words(call, "session.remove"),
                                         .about = who,
                                         .fields = {{"volunteer", one.volunteer.text()}}});
                            }});
              }
          });
}

void candidates_part(module::Call& call, Html& h, const SessionPage& page) {
    section(h, rota_words(call, "session.candidates"), [&] {
        if (page.candidates.empty()) return paragraph(h, rota_words(call, "session.no_candidates"));
        table(h, call.words,
              {.caption = rota_words(call, "session.candidates"),
               .hide_caption = true,
               .columns = {{.label = rota_words(call, "session.name")},
                           {.label = rota_words(call, "session.notes")},
                           {.label = rota_words(call, "session.do"), .hide_label = true}}},
              [&](Rows& rows) {
                  for (const Candidate& one : page.candidates) {
                      const std::string who = name_in(call, page.names, one.volunteer);
                      rows.row({[&] { name(h, who); }, candidate_words(call, one),
                                [&] {
                                    tap(call, h,
                                        {.path = session_path(call, page.line.session.id, "/put"),
                                         .label = rota_words(call, "session.put"),
                                         .about = who,
                                         .fields = {{"volunteer", one.volunteer.text()}}});
                                }});
                  }
              });
    });
}

void own_buttons(module::Call& call, Html& h, const SessionPage& page) {
    if (!page.me || page.line.session.state != sites::SessionState::planned || page.line.session.day < call.today())
        return;
    const auto own = std::ranges::find(page.line.there, *page.me, &Shift::volunteer);
    const std::vector<std::pair<std::string, std::string>> fields{{"session", page.line.session.id.text()}};
    if (own == page.line.there.end()) {
        if (page.line.coverage.places() > 0)
            tap(call, h,
                {.path = call.link("/advice/shifts/take"),
                 .label = rota_words(call, "take"),
                 .fields = fields,
                 .variant = Variant::primary});
    } else {
        tap(call, h, {.path = call.link("/advice/shifts/leave"), .label = rota_words(call, "leave"), .fields = fields});
    }
}

Response show_session(module::Call& call, const base::Problems& problems, int status) {
    const auto id = session_in(call.part("session"));
    const auto page =
        id ? see_session(call.room(), call.caller, call.today(), *id) : base::Result<SessionPage>(module::refusal());
    if (!page) return module::not_found(call);
    const bool coming =
        page->line.session.state == sites::SessionState::planned && page->line.session.day >= call.today();
    return module::page(
        call,
        {.title = page->line.site,
         .crumbs = rota_crumbs(call),
         .lead = when_text(call, page->line.session),
         .wide = true},
        [&](Html& h) {
            said_no(call, h, problems);
            refreshed(call, h, "session", [&] {
                state_mark(call, h, page->line.session);
                paragraph(h, rota_words(call, "taken_of",
                                        {{"taken", std::int64_t{page->line.coverage.taken}},
                                         {"wanted", std::int64_t{page->line.coverage.wanted}}}));
                language_marks(call, h, page->line.coverage);
                lacks_list(call, h, page->line);
                own_buttons(call, h, *page);
                people_there(call, h, *page);
            });
            if (!page->may_run || page->line.session.state == sites::SessionState::cancelled) return;
            if (coming && !page->line.coverage.is_whole())
                actions(h, [&] {
                    link_button(h, session_path(call, *id, "/repair"), rota_words(call, "session.repair"),
                                Variant::secondary);
                });
            candidates_part(call, h, *page);
        },
        status);
}

std::optional<VolunteerId> volunteer_typed(const module::Call& call) {
    const auto id = VolunteerId::parse(call.request.form.get("volunteer"));
    return id ? std::optional(*id) : std::nullopt;
}

Response changed_session(module::Call& call, const base::Result<base::Done>& done, std::string_view flash_key) {
    if (!done) {
        if (auto refused = module::refused_page(call, done.problems())) return std::move(*refused);
        return show_session(call, done.problems(), 422);
    }
    announce_rota(call);
    return call.done(call.link("/advice/rota/" + std::string(call.part("session"))), flash_key);
}

/// "session volunteer" of a hidden field, as the page wrote it.
std::vector<Shift> pairs_typed(const module::Call& call, std::string_view field) {
    std::vector<Shift> all;
    for (std::string_view one : call.request.form.every(field)) {
        const auto space = one.find(' ');
        if (space == std::string_view::npos) continue;
        const auto session = SessionId::parse(one.substr(0, space));
        const auto volunteer = VolunteerId::parse(one.substr(space + 1));
        if (session && volunteer) all.push_back({*session, *volunteer});
    }
    return all;
}

void repair_list(module::Call& call, Html& h, const Repair& repair) {
    std::vector<Content> lines;
    const auto add = [&](std::string_view key, const Shift& one) {
        const auto line =
            std::ranges::find_if(repair.lines, [&](const Line& each) { return each.session.id == one.session; });
        lines.emplace_back(rota_words(call, key,
                                      {{"name", name_in(call, repair.names, one.volunteer)},
                                       {"when", when_text(call, line->session)},
                                       {"site", line->site}}));
    };
    for (const Shift& one : repair.out) add("repair.out", one);
    for (const Shift& one : repair.in) add("repair.in", one);
    bullets(h, lines);
}

}  // namespace

Response rota_session_page(module::Call& call) {
    return show_session(call, {}, 200);
}

Response put_now(module::Call& call) {
    const auto session = session_in(call.part("session"));
    const auto volunteer = volunteer_typed(call);
    if (!session || !volunteer) return module::not_found(call);
    return changed_session(call, put_shift(call.room(), call.caller, call.today(), *session, *volunteer),
                           "advice.rota.flash.put");
}

Response drop_now(module::Call& call) {
    const auto session = session_in(call.part("session"));
    const auto volunteer = volunteer_typed(call);
    if (!session || !volunteer) return module::not_found(call);
    return changed_session(call, drop_shift(call.room(), call.caller, call.today(), *session, *volunteer),
                           "advice.rota.flash.removed");
}

Response repair_page(module::Call& call) {
    const auto id = session_in(call.part("session"));
    const auto repair =
        id ? suggest_repair(call.room(), call.caller, call.today(), *id) : base::Result<Repair>(module::refusal());
    if (!repair) {
        if (!id || module::is_refusal(repair.problems())) return module::not_found(call);
        return show_session(call, repair.problems(), 422);
    }
    auto crumbs = rota_crumbs(call);
    crumbs.emplace_back(rota_words(call, "session"), session_path(call, *id));
    return module::page(
        call, {.title = rota_words(call, "repair.title"), .crumbs = crumbs, .lead = rota_words(call, "repair.lead")},
        [&](Html& h) {
            const auto language = [&](int number) { return language_name(call.words, number); };
            if (repair->in.empty() && repair->out.empty())
                notice(h, Tone::info, rota_words(call, "repair.none"), "");
            else
                repair_list(call, h, *repair);
            for (const auto& why : repair->lacks)
                notice(h, Tone::warning, call.words(words_of(why.lack, language)), why_text(call, why));
            small_print(h, call.words(proof_of(repair->answer)));
            if (repair->in.empty() && repair->out.empty()) return;
            form(h, call.csrf, session_path(call, *id, "/repair"), [&] {
                for (const Shift& one : repair->out) hidden(h, "out", one.session.text() + " " + one.volunteer.text());
                for (const Shift& one : repair->in) hidden(h, "in", one.session.text() + " " + one.volunteer.text());
                actions(h, [&] {
                    submit_button(h, rota_words(call, "repair.do"));
                    link_button(h, session_path(call, *id), rota_words(call, "back"), Variant::tertiary);
                });
            });
        });
}

Response repair_now(module::Call& call) {
    const auto out = pairs_typed(call, "out"), in = pairs_typed(call, "in");
    return changed_session(call, change_shifts(call.room(), call.caller, call.today(), out, in),
                           "advice.rota.flash.repaired");
}

}  // namespace samrum::advice::rota
