// A volunteer's own page: what is held about them, what is theirs to mend, and leaving.
#include "advice/sites/model_permissions.hpp"
#include "advice/volunteers/actions_access.hpp"
#include "advice/volunteers/actions_times.hpp"
#include "advice/volunteers/pages.hpp"
#include "advice/volunteers/pages_parts.hpp"
#include "advice/volunteers/rules_stage.hpp"
#include "directory/actions_slices.hpp"
#include "foundation/module/page.hpp"

namespace samrum::advice::volunteers {

using namespace web;

namespace {

std::string my_path(const module::Call& call, std::string_view below = "") {
    return call.link("/advice/me" + std::string(below));
}

void held_part(module::Call& call, Html& h, const Seen& seen) {
    const Volunteer& one = seen.volunteer;
    const auto& words = call.words;
    std::vector<Term> terms{
        {say(call, "name"), [&] { person_name(call, h, seen.person.name); }},
        {say(call, "email"), [&] { isolated(h, seen.person.email); }},
        {say(call, "phone"), [&] { isolated(h, seen.person.phone); }},
        {say(call, "stage"), stage_said(call, one.stage)},
        {say(call, "trained_on"),
         [&] { one.trained_on ? date(h, words, *one.trained_on) : h.text(say(call, "untrained")); }},
        {say(call, "background"), say(call, "background." + std::string(code_of(one.background)))},
        {say(call, "experienced"), say(call, one.experienced ? "yes" : "no")},
        {say(call, "work"),
         say(call, "work.text", {{"sessions", seen.work.sessions}, {"hours", seen.work.minutes / 60}})}};
    if (one.started_on) terms.push_back({say(call, "started_on"), [&] { date(h, words, *one.started_on); }});
    if (one.left_on) terms.push_back({say(call, "leave.last"), [&] { date(h, words, *one.left_on); }});
    if (!one.message.empty()) terms.push_back({say(call, "message"), [&] { name(h, one.message); }});
    if (!one.interview_note.empty()) terms.push_back({say(call, "note"), [&] { name(h, one.interview_note); }});
    definition_list(h, terms);
    small_print(h, say(call, "me.kept",
                       {{"months", std::int64_t{kNoteKeptMonths}},
                        {"years", std::int64_t{directory::kPersonKeptMonths / 12}}}));
    actions(h, [&] {
        link_button(h, my_path(call, "/extract"), say(call, "me.extract"), Variant::secondary);
        if (one.started_on)
            link_button(h, my_path(call, "/certificate"), say(call, "certificate.get"), Variant::secondary);
    });
}

Response show_nobody(module::Call& call) {
    return module::page(call, {.title = say(call, "me.title")}, [&](Html& h) {
        empty_state(h, say(call, "me.nobody"), say(call, "me.nobody.why"), [&] {
            if (may(call.caller, kRunAdvice)) link(h, call.link("/advice/volunteers"), say(call, "list.title"));
        });
    });
}

Response show_me(module::Call& call, std::string_view form_name, const base::Problems& problems) {
    if (auto refused = module::refused_page(call, problems)) return std::move(*refused);
    const auto seen = see_oneself(call.room(), call.caller);
    if (!seen) return show_nobody(call);
    const Volunteer& one = seen->volunteer;
    const auto state = [&](std::string_view form, Fields values = {}) {
        return form_state(call, form, form_name, problems, std::move(values));
    };
    return module::page(
        call, {.title = say(call, "me.title"), .lead = say(call, "me.lead")},
        [&](Html& h) {
            loose_problems(call, h, problems);
            if (one.stage == Stage::active && !one.is_there_on(call.today()))
                notice(h, Tone::info, say(call, "away"), say(call, "me.away"));
            section(h, say(call, "languages"), [&] {
                const FormState languages = state("languages", with_languages(one.languages));
                error_summary(h, languages);
                form(h, call.csrf, my_path(call, "/languages"), [&] {
                    language_boxes(call, h, languages, say(call, "me.languages.hint"));
                    actions(h, [&] { submit_button(h, say(call, "languages.save"), Variant::secondary); });
                });
            });
            section(h, say(call, "times"), [&] { times_form(call, h, state("times"), one, my_path(call, "/times")); });
            section(h, say(call, "breaks"),
                    [&] { breaks_part(call, h, state("break"), one, my_path(call, "/break")); });
            section(h, say(call, "me.held"), [&] { held_part(call, h, *seen); });
            if (one.stage == Stage::active)
                section(h, say(call, "me.leave"), [&] {
                    leave_dialog(call, h, state("leave"), my_path(call, "/leave"), std::nullopt, "me.leave");
                });
        },
        problems.empty() ? 200 : 422);
}

/// Does something for the caller as a volunteer; for others the page tells that they are none.
template <class Do>
Response for_me(module::Call& call, std::string_view form_name, std::string_view flash, Do what) {
    const auto one = oneself(call.room(), call.caller);
    if (!one) return Response::redirect(my_path(call));
    const base::Result<base::Done> done = what(one->id);
    return done ? call.done(my_path(call), flash) : show_me(call, form_name, done.problems());
}

}  // namespace

base::Result<base::Done> change_break(module::Call& call, VolunteerId id) {
    const Fields& form = call.request.form;
    if (form.get("do") == "end") return back_from_break(call.room(), call.caller, call.today(), id);
    if (form.get("do") == "remove") return remove_break(call.room(), call.caller, id, form.get("begins"));
    return begin_break(call.room(), call.caller, id, form.get("first"), form.get("last"));
}

Response me_page(module::Call& call) {
    return show_me(call, "", {});
}

Response me_languages(module::Call& call) {
    return for_me(call, "languages", "advice.volunteers.saved", [&](VolunteerId id) {
        return save_languages(call.room(), call.caller, id, every(call, "languages"));
    });
}
Response me_times(module::Call& call) {
    return for_me(call, "times", "advice.volunteers.saved", [&](VolunteerId id) {
        return save_availability(call.room(), call.caller, id, every(call, "at"), call.request.form.get("most_shifts"));
    });
}
Response me_break(module::Call& call) {
    return for_me(call, "break", "advice.volunteers.saved", [&](VolunteerId id) { return change_break(call, id); });
}
Response me_leave(module::Call& call) {
    return for_me(call, "leave", "advice.volunteers.me.left", [&](VolunteerId id) -> base::Result<base::Done> {
        const LeavingInput input{typed(call, "last_day"), typed(call, "reason")};
        if (const auto done = leave(call.room(), call.caller, call.today(), input); !done) return done.problems();
        return withdraw_access(call, id, base::Date::parse(input.last).value());
    });
}

Response me_extract(module::Call& call) {
    const auto one = oneself(call.room(), call.caller);
    if (!one) return Response::redirect(my_path(call));
    const auto all = directory::extract_for_oneself(call.room(), call.caller, call.house, one->id);
    if (!all) return module::not_found(call);
    auto response = Response::file(*all, "application/json", "samrum-" + call.head->short_name + ".json");
    response.headers.emplace_back("cache-control", "no-store");
    return response;
}

Response me_certificate(module::Call& call) {
    const auto seen = see_oneself(call.room(), call.caller);
    if (!seen || !seen->volunteer.started_on) return Response::redirect(my_path(call));
    return certificate_answer(call, certificate_pdf(call, *seen));
}

}  // namespace samrum::advice::volunteers
