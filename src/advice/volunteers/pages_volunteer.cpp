// One volunteer, for the coordinator: where they are on their way, what they speak and can, breaks, sign-in, leaving.
#include "advice/volunteers/actions_access.hpp"
#include "advice/volunteers/actions_times.hpp"
#include "advice/volunteers/pages.hpp"
#include "advice/volunteers/pages_parts.hpp"
#include "advice/volunteers/rules_stage.hpp"
#include "foundation/module/page.hpp"

#include <algorithm>

namespace samrum::advice::volunteers {

using namespace web;

namespace {

std::optional<VolunteerId> id_of(const module::Call& call) {
    const auto id = VolunteerId::parse(call.part("id"));
    return id ? std::optional(*id) : std::nullopt;
}
std::string path_to(const module::Call& call, VolunteerId id, std::string_view below = "") {
    return call.link("/advice/volunteers/" + id.text() + std::string(below));
}

FactsInput facts_input(const module::Call& call) {
    return {.languages = every(call, "languages"),
            .trained_on = typed(call, "trained_on"),
            .background = typed(call, "background"),
            .note = typed(call, "note"),
            .experienced = call.request.form.get("experienced") == "yes"};
}

Fields facts_values(const Volunteer& one) {
    Fields values = with_languages(one.languages);
    if (one.trained_on) values.add("trained_on", one.trained_on->iso());
    values.add("background", std::string(code_of(one.background)));
    values.add("note", one.interview_note);
    if (one.experienced) values.add("experienced", "yes");
    return values;
}

void facts_fields(module::Call& call, Html& h, const FormState& state) {
    language_boxes(call, h, state, say(call, "languages.hint"));
    date_field(h, state,
               {.name = "trained_on",
                .label = say(call, "trained_on"),
                .description = say(call, "trained_on.hint"),
                .optional = true,
                .width = Width::medium});
    checkbox(h, state,
             {.name = "experienced",
              .label = say(call, "experienced"),
              .description = say(call, "experienced.hint"),
              .optional = true});
    std::vector<Option> backgrounds;
    for (const char* code : {"unsaid", "established", "newcomer"})
        backgrounds.push_back({code, say(call, "background." + std::string(code)), ""});
    radio_fields(h, state,
                 {.name = "background",
                  .label = say(call, "background"),
                  .description = say(call, "background.hint"),
                  .optional = true,
                  .fallback = "unsaid"},
                 backgrounds);
    text_area(h, state,
              {.name = "note",
               .label = say(call, "note"),
               .description = say(call, "note.hint", {{"months", std::int64_t{kNoteKeptMonths}}}),
               .optional = true,
               .max_length = static_cast<int>(kLongestNote)});
}

void facts_form(module::Call& call, Html& h, const Seen& seen, const FormState& state) {
    error_summary(h, state);
    form(h, call.csrf, path_to(call, seen.volunteer.id), [&] {
        hidden(h, "revision", std::to_string(seen.volunteer.revision));
        facts_fields(call, h, state);
        actions(h, [&] { submit_button(h, say(call, "save")); });
    });
}

/// The way in: where they are, and the steps that may follow.
void way(module::Call& call, Html& h, const Seen& seen, const FormState& state) {
    const Volunteer& one = seen.volunteer;
    const auto next = stages_after(one.stage);
    if (next.empty()) return;
    error_summary(h, state);
    form(h, call.csrf, path_to(call, one.id, "/stage"), [&] {
        hidden(h, "revision", std::to_string(one.revision));
        const bool may_begin = std::ranges::find(next, Stage::active) != next.end();
        if (may_begin)
            date_field(h, state,
                       {.name = "day",
                        .label = say(call, "first_day"),
                        .description = say(call, "first_day.hint"),
                        .optional = true,
                        .fallback = call.today().iso(),
                        .width = Width::medium});
        actions(h, [&] {
            for (std::size_t i = 0; i < next.size(); ++i)
                submit_button(h, say(call, "step." + std::string(code_of(next[i]))),
                              next[i] == Stage::declined ? Variant::tertiary
                              : i == 0                   ? Variant::primary
                                                         : Variant::secondary,
                              next[i] == Stage::declined ? Tone::danger : Tone::accent, "to", code_of(next[i]));
        });
    });
    if (const auto until = applicant_kept_until(one))
        small_print(h, say(call, "kept_until", {{"day", call.words.date(*until)}}));
}

void warnings(module::Call& call, Html& h, const Volunteer& one) {
    for (const auto key : warnings_of(one))
        notice(h, Tone::warning, say(call, "warning." + std::string(key)),
               say(call, "warning." + std::string(key) + ".text"));
}

void left_part(module::Call& call, Html& h, const Volunteer& one) {
    if (one.stage != Stage::left || !one.left_on || !one.leave_reason) return;
    const bool success = is_success(*one.leave_reason);
    notice(h, success ? Tone::success : Tone::info,
           say(call, success ? "left.success" : "left.title", {{"reason", reason_said(call, *one.leave_reason)}}), [&] {
               paragraph(h, say(call, "left.text", {{"day", call.words.date(*one.left_on)}}));
               actions(h, [&] {
                   form(h, call.csrf, path_to(call, one.id, "/undo-leave"),
                        [&] { submit_button(h, say(call, "left.undo"), Variant::secondary); });
                   if (*one.left_on < call.today())
                       form(h, call.csrf, path_to(call, one.id, "/back"),
                            [&] { submit_button(h, say(call, "left.back"), Variant::secondary); });
               });
           });
}

void access_part(module::Call& call, Html& h, const Seen& seen) {
    const Volunteer& one = seen.volunteer;
    const bool is_in = has_access(call, one, call.today().plus_days(1));
    section(h, say(call, "access"), [&] {
        paragraph(h, say(call, is_in ? "access.is_in" : "access.is_out"));
        if (is_in)
            return confirm(h, call.words,
                           {.id = "access-end",
                            .opener = say(call, "access.end"),
                            .title = say(call, "access.end.title"),
                            .text = say(call, "access.end.text"),
                            .csrf = call.csrf,
                            .action = path_to(call, one.id, "/access"),
                            .hidden = {{"do", "end"}}});
        if (one.stage == Stage::left || one.stage == Stage::declined) return;
        form(h, call.csrf, path_to(call, one.id, "/access"), [&] {
            hidden(h, "do", "give");
            actions(h, [&] { submit_button(h, say(call, "access.give"), Variant::secondary); });
        });
    });
}

void facts_list(module::Call& call, Html& h, const Seen& seen) {
    const Volunteer& one = seen.volunteer;
    const auto& words = call.words;
    std::vector<Term> terms{{say(call, "contact"),
                             [&] {
                                 if (seen.person.email.empty() && seen.person.phone.empty())
                                     h.text(say(call, "contact.none"));
                                 isolated(h, seen.person.email);
                                 if (!seen.person.email.empty() && !seen.person.phone.empty()) h.text(", ");
                                 isolated(h, seen.person.phone);
                             }},
                            {say(call, "applied_on"), [&] { date(h, words, one.applied_on); }}};
    if (!one.message.empty()) terms.push_back({say(call, "message"), [&] { name(h, one.message); }});
    if (one.started_on) terms.push_back({say(call, "started_on"), [&] { date(h, words, *one.started_on); }});
    terms.push_back({say(call, "trained_on"),
                     [&] { one.trained_on ? date(h, words, *one.trained_on) : h.text(say(call, "untrained")); }});
    terms.push_back({say(call, "work"),
                     say(call, "work.text", {{"sessions", seen.work.sessions}, {"hours", seen.work.minutes / 60}})});
    for (const Course& course : seen.courses)
        terms.push_back({say(call, "course.kind." + std::string(code_of(course.kind))), [&h, &call, &course] {
                             link(h, call.link("/advice/courses/" + course.id.text()), [&] { name(h, course.title); });
                             h.text(", "), date(h, call.words, course.day);
                         }});
    definition_list(h, terms);
    actions(h, [&] {
        link_button(h, call.link("/people/" + one.id.text()), say(call, "person.open"), Variant::tertiary);
        if (one.started_on)
            link_button(h, path_to(call, one.id, "/certificate"), say(call, "certificate.get"), Variant::secondary);
    });
}

/// `form`: which form the problems belong to.
Response show_volunteer(module::Call& call, std::string_view form_name, const base::Problems& problems) {
    if (auto refused = module::refused_page(call, problems)) return std::move(*refused);
    const auto id = id_of(call);
    if (!id) return module::not_found(call);
    const auto found = see_volunteer(call.room(), call.caller, *id);
    if (!found || !*found) return module::not_found(call);
    const Seen& seen = **found;
    const Volunteer& one = seen.volunteer;
    const auto state = [&](std::string_view form, Fields values = {}) {
        return form_state(call, form, form_name, problems, std::move(values));
    };
    return module::page(
        call,
        {.title = seen.person.name.value_or(say(call, "protected")),
         .crumbs = {{say(call, "list.title"), call.link("/advice/volunteers")}},
         .own_heading = true},
        [&](Html& h) {
            page_heading(h, {.title = seen.person.name.value_or(say(call, "protected")),
                             .lead = languages_said(call, one.languages),
                             .meta = [&] {
                                 stage_badge(call, h, one.stage);
                                 if (one.stage == Stage::active && !one.is_there_on(call.today()))
                                     h.text(" "), badge(h, Tone::neutral, say(call, "away"));
                             }});
            loose_problems(call, h, problems);
            left_part(call, h, one);
            warnings(call, h, one);
            facts_list(call, h, seen);
            if (!stages_after(one.stage).empty())
                section(h, say(call, "way"), [&] { way(call, h, seen, state("stage")); });
            section(h, say(call, "facts"), [&] { facts_form(call, h, seen, state("facts", facts_values(one))); });
            if (one.stage == Stage::left) return access_part(call, h, seen);  // nothing more is planned
            section(h, say(call, "times"),
                    [&] { times_form(call, h, state("times"), one, path_to(call, one.id, "/times")); });
            section(h, say(call, "breaks"),
                    [&] { breaks_part(call, h, state("break"), one, path_to(call, one.id, "/break")); });
            access_part(call, h, seen);
            if (one.stage == Stage::active)
                section(h, say(call, "leave.heading"), [&] {
                    leave_dialog(call, h, state("leave"), path_to(call, one.id, "/leave"), one.revision, "leave");
                });
        },
        problems.empty() ? 200 : 422);
}

/// What every form of the page ends with.
Response answer(module::Call& call, const base::Result<base::Done>& done, std::string_view form_name,
                std::string_view flash) {
    if (!done) return show_volunteer(call, form_name, done.problems());
    return call.done(call.link("/advice/volunteers/" + std::string(call.part("id"))), flash);
}

Response show_new(module::Call& call, const base::Problems& problems) {
    if (auto refused = module::refused_page(call, problems)) return std::move(*refused);
    const FormState state{call.words, call.request.form, problems};
    return module::page(
        call,
        {.title = say(call, "new"),
         .crumbs = {{say(call, "list.title"), call.link("/advice/volunteers")}},
         .lead = say(call, "new.lead")},
        [&](Html& h) {
            loose_problems(call, h, problems);
            error_summary(h, state);
            form(h, call.csrf, call.link("/advice/volunteers/new"), [&] {
                text_field(h, state,
                           {.name = "name", .label = say(call, "name"), .autocomplete = "off", .max_length = 200});
                email_field(h, state,
                            {.name = "email", .label = say(call, "email"), .optional = true, .autocomplete = "off"});
                text_field(h, state,
                           {.name = "phone",
                            .label = say(call, "phone"),
                            .optional = true,
                            .autocomplete = "off",
                            .input_mode = "tel",
                            .width = Width::medium});
                checkbox(h, state, {.name = "protected", .label = say(call, "new.protected"), .optional = true});
                date_field(h, state,
                           {.name = "started_on",
                            .label = say(call, "first_day"),
                            .description = say(call, "new.started.hint"),
                            .optional = true,
                            .width = Width::medium});
                facts_fields(call, h, state);
                actions(h, [&] { submit_button(h, say(call, "save")); });
            });
        },
        problems.empty() ? 200 : 422);
}

}  // namespace

Response new_volunteer_page(module::Call& call) {
    return show_new(call, {});
}

Response new_volunteer(module::Call& call) {
    NewVolunteer input;
    input.input = {typed(call, "name"), typed(call, "email"), typed(call, "phone"),
                   call.request.form.get("protected") == "yes", false};
    input.facts = facts_input(call);
    input.started_on = typed(call, "started_on");
    const auto added = add_volunteer(call.room(), call.caller, call.today(), input);
    if (!added) return show_new(call, added.problems());
    return call.done(path_to(call, *added), "advice.volunteers.added");
}

Response volunteer_page(module::Call& call) {
    return show_volunteer(call, "", {});
}

Response save_volunteer(module::Call& call) {
    const auto id = id_of(call);
    if (!id) return module::not_found(call);
    return answer(
        call, save_facts(call.room(), call.caller, call.today(), *id, revision_of(call).value_or(0), facts_input(call)),
        "facts", "advice.volunteers.saved");
}

Response step_volunteer(module::Call& call) {
    const auto id = id_of(call);
    if (!id) return module::not_found(call);
    return answer(call,
                  take_step(call.room(), call.caller, call.today(), *id, revision_of(call).value_or(0),
                            call.request.form.get("to"), call.request.form.get("day")),
                  "stage", "advice.volunteers.stepped");
}

Response leave_volunteer(module::Call& call) {
    const auto id = id_of(call);
    if (!id) return module::not_found(call);
    const LeavingInput input{typed(call, "last_day"), typed(call, "reason")};
    auto done = record_leaving(call.room(), call.caller, call.today(), *id, revision_of(call).value_or(0), input);
    if (done) done = withdraw_access(call, *id, base::Date::parse(input.last).value());
    return answer(call, done, "leave", "advice.volunteers.left.done");
}

Response undo_leave_volunteer(module::Call& call) {
    const auto id = id_of(call);
    if (!id) return module::not_found(call);
    return answer(call, undo_leaving(call.room(), call.caller, *id), "", "advice.volunteers.left.undone");
}

Response back_volunteer(module::Call& call) {
    const auto id = id_of(call);
    if (!id) return module::not_found(call);
    return answer(call, let_back(call.room(), call.caller, call.today(), *id), "", "advice.volunteers.saved");
}

Response times_volunteer(module::Call& call) {
    const auto id = id_of(call);
    if (!id) return module::not_found(call);
    return answer(
        call, save_availability(call.room(), call.caller, *id, every(call, "at"), call.request.form.get("most_shifts")),
        "times", "advice.volunteers.saved");
}

Response break_volunteer(module::Call& call) {
    const auto id = id_of(call);
    if (!id) return module::not_found(call);
    return answer(call, change_break(call, *id), "break", "advice.volunteers.saved");
}

Response access_volunteer(module::Call& call) {
    const auto id = id_of(call);
    if (!id) return module::not_found(call);
    const bool gives = call.request.form.get("do") == "give";
    return answer(call, gives ? give_access(call, *id) : withdraw_access(call, *id, call.today()), "",
                  gives ? "advice.volunteers.access.given" : "advice.volunteers.access.ended");
}

Response certificate_volunteer(module::Call& call) {
    const auto id = id_of(call);
    if (!id) return module::not_found(call);
    const auto found = see_volunteer(call.room(), call.caller, *id);
    if (!found || !*found) return module::not_found(call);
    return certificate_answer(call, certificate_pdf(call, **found));
}

}  // namespace samrum::advice::volunteers
