// One participant, for the coordinator: where they are on their way, what they answered, the first talk, leaving.
#include "friends/people/actions_register.hpp"
#include "friends/people/pages.hpp"
#include "friends/people/pages_parts.hpp"
#include "friends/people/rules_stage.hpp"

namespace samrum::friends::people {

using namespace web;

namespace {

std::optional<ParticipantId> id_of(const module::Call& call) {
    const auto id = ParticipantId::parse(call.part("id"));
    return id ? std::optional(*id) : std::nullopt;
}
std::string path_to(const module::Call& call, ParticipantId id, std::string_view below = "") {
    return call.link("/friends/people/" + id.text() + std::string(below));
}

void where_they_are(module::Call& call, Html& h, const ParticipantSeen& seen) {
    const Participant& one = seen.participant;
    std::vector<Term> terms{
        {people_words(call, "stage"),
         [&] {
             stage_badge(call, h, one.stage);
             h.text(" " + people_words(call, "since") + " ");
             date(h, call.words, one.stage_on);
         }},
        {people_words(call, "enrolled_on"), [&] { date(h, call.words, one.enrolled_on); }},
        {people_words(call, "waiting_since"), [&] { date(h, call.words, one.waiting_since); }},
        {people_words(call, "consent_on"), [&] { date(h, call.words, one.consent_on); }},
        {people_words(call, "page_language"), Content(call.words("module.language." + one.language))}};
    if (one.talked_on) terms.push_back({people_words(call, "talked_on"), [&] { date(h, call.words, *one.talked_on); }});
    if (!seen.person.phone.empty())
        terms.push_back({people_words(call, "phone"), [&] { isolated(h, seen.person.phone); }});
    if (!seen.person.email.empty())
        terms.push_back({people_words(call, "email"), [&] { isolated(h, seen.person.email); }});
    if (one.leave_reason)
        terms.push_back({people_words(call, "leave.reason.label"),
                         Content(people_words(call, "reason." + std::string(code_of(*one.leave_reason))))});
    if (const auto until = kept_until(one))
        terms.push_back({people_words(call, "kept_until"), [&, until] { date(h, call.words, *until); }});
    definition_list(h, terms);
}

void talk_form(module::Call& call, Html& h, const ParticipantSeen& seen, const FormState& state) {
    const Participant& one = seen.participant;
    section(h, people_words(call, "talk.title"), [&] {
        paragraph(h, people_words(call, "talk.lead",
                                  {{"days", std::int64_t{one.enrolled_on.days_until(call.today())}},
                                   {"norm", std::int64_t{seen.programme.talk_days}}}));
        error_summary(h, state);
        form(h, call.csrf, path_to(call, one.id, "/talk"), [&] {
            hidden(h, "revision", std::to_string(one.revision));
            date_field(h, state,
                       {.name = "day",
                        .label = people_words(call, "talk.day"),
                        .fallback = call.today().iso(),
                        .width = Width::medium});
            text_area(h, state,
                      {.name = "note",
                       .label = people_words(call, "note"),
                       .description = people_words(call, "note.hint"),
                       .optional = true,
                       .max_length = 2000});
            actions(h, [&] { submit_button(h, people_words(call, "talk.held")); });
        });
    });
}

void note_form(module::Call& call, Html& h, const ParticipantSeen& seen, const FormState& state) {
    section(h, people_words(call, "note"), [&] {
        error_summary(h, state);
        form(h, call.csrf, path_to(call, seen.participant.id, "/note"), [&] {
            hidden(h, "revision", std::to_string(seen.participant.revision));
            text_area(h, state,
                      {.name = "note",
                       .label = people_words(call, "note"),
                       .description = people_words(call, "note.hint"),
                       .optional = true,
                       .fallback = seen.participant.note,
                       .max_length = 2000});
            actions(h, [&] { submit_button(h, people_words(call, "save"), Variant::secondary); });
        });
    });
}

void move_button(module::Call& call, Html& h, const Participant& one, const char* step) {
    form(h, call.csrf, path_to(call, one.id, "/move"), [&] {
        submit_button(h, people_words(call, "step." + std::string(step)), Variant::secondary, Tone::accent, "step",
                      step);
    });
}

void steps(module::Call& call, Html& h, const Participant& one, const FormState& state) {
    section(h, people_words(call, "steps"), [&] {
        if (may_pause(one)) actions(h, [&] { move_button(call, h, one, "pause"); });
        if (may_resume(one)) actions(h, [&] { move_button(call, h, one, "resume"); });
        if (one.stage == Stage::left) actions(h, [&] { move_button(call, h, one, "back"); });
        if (one.stage == Stage::left) return;
        form(h, call.csrf, path_to(call, one.id, "/link"), [&] {
            checkbox(h, {call.words, {}, {}},
                     {.name = "stop_older",
                      .label = people_words(call, "link.stop_older"),
                      .description = people_words(call, "link.stop_older.hint"),
                      .optional = true,
                      .unmarked = true});
            actions(h, [&] { submit_button(h, people_words(call, "link.give"), Variant::secondary); });
        });
        if (one.stage == Stage::proposed || one.stage == Stage::paired)
            return small_print(h, people_words(call, "leave.bound"));
        error_summary(h, state);
        dialog(h, call.words,
               {.id = "leave",
                .opener = people_words(call, "leave"),
                .title = people_words(call, "leave.title"),
                .variant = Variant::tertiary,
                .tone = Tone::danger},
               [&] {
                   form(h, call.csrf, path_to(call, one.id, "/leave"), [&] {
                       std::vector<Option> reasons;
                       for (const LeaveReason reason : leave_reasons())
                           reasons.push_back({std::string(code_of(reason)),
                                              people_words(call, "reason." + std::string(code_of(reason))), ""});
                       radio_fields(h, state, {.name = "reason", .label = people_words(call, "leave.reason.label")},
                                    reasons);
                       actions(h,
                               [&] { submit_button(h, people_words(call, "leave"), Variant::primary, Tone::danger); });
                   });
               });
    });
}

void loose_problems(module::Call& call, Html& h, const base::Problems& problems) {
    for (const base::Problem& one : problems)
        if (one.field.empty()) notice(h, Tone::danger, call.words(one.message), Content());
}

Response show_participant(module::Call& call, std::string_view form, const base::Problems& problems, int status,
                          std::string_view new_secret = {}, OlderLinks older = OlderLinks::keep) {
    const auto id = id_of(call);
    const auto seen = id ? see_participant(call.room(), call.caller, *id)
                         : base::Result<std::optional<ParticipantSeen>>(module::refusal());
    if (!seen || !*seen) return module::not_found(call);
    const ParticipantSeen& one = **seen;
    return module::page(
        call,
        {.title = one.person.name.value_or(people_words(call, "name.hidden")),
         .crumbs = {{people_words(call, "start.title"), call.link("/friends")},
                    {people_words(call, "register.title"),
                     call.link("/friends/people?programme=" + one.programme.id.text())}},
         .lead = one.programme.name + ", " + party_said(call, one.participant.answers)},
        [&](Html& h) {
            loose_problems(call, h, problems);
            if (!new_secret.empty())
                notice(h, Tone::success, people_words(call, "link.title"), [&] {
                    paragraph(h, people_words(call, older == OlderLinks::stop ? "link.text.stopped" : "link.text"));
                    copyable(h, call.words, link_address(call.house, call.head->short_name, new_secret));
                });
            where_they_are(call, h, one);
            if (one.participant.stage == Stage::sent) talk_form(call, h, one, form_state(call, "talk", form, problems));
            section(h, people_words(call, "answers"),
                    [&] { answer_terms(call, h, one.programme, one.participant.answers); });
            if (one.participant.stage != Stage::sent) note_form(call, h, one, form_state(call, "note", form, problems));
            steps(call, h, one.participant, form_state(call, "leave", form, problems));
            small_print(
                h, [&] { link(h, call.link("/people/" + one.participant.id.text()), people_words(call, "person")); });
        },
        status);
}

Response answered(module::Call& call, const base::Result<base::Done>& result, std::string_view form,
                  std::string_view flash) {
    if (!result) {
        if (auto refused = module::refused_page(call, result.problems())) return std::move(*refused);
        return show_participant(call, form, result.problems(), 422);
    }
    return call.done(path_to(call, *id_of(call)), flash);
}

}  // namespace

Response participant_page(module::Call& call) {
    return show_participant(call, "", {}, 200);
}

Response talk_now(module::Call& call) {
    const auto id = id_of(call);
    if (!id) return module::not_found(call);
    return answered(call,
                    hold_talk(call.room(), call.caller, call.today(), *id, revision_of(call),
                              call.request.form.get("day"), call.request.form.get("note")),
                    "talk", "friends.people.flash.talked");
}

Response note_now(module::Call& call) {
    const auto id = id_of(call);
    if (!id) return module::not_found(call);
    return answered(call, save_note(call.room(), call.caller, *id, revision_of(call), call.request.form.get("note")),
                    "note", "friends.people.flash.saved");
}

Response move_now(module::Call& call) {
    const auto id = id_of(call);
    if (!id) return module::not_found(call);
    return answered(call, move_participant(call.room(), call.caller, call.today(), *id, call.request.form.get("step")),
                    "move", "friends.people.flash.saved");
}

Response end_now(module::Call& call) {
    const auto id = id_of(call);
    if (!id) return module::not_found(call);
    return answered(call,
                    end_participation(call.room(), call.caller, call.today(), *id, call.request.form.get("reason")),
                    "leave", "friends.people.flash.left");
}

/// The address is shown once, on the answer itself: nobody can look it up afterwards.
Response link_now(module::Call& call) {
    const auto id = id_of(call);
    const OlderLinks older = call.request.form.get("stop_older") == "yes" ? OlderLinks::stop : OlderLinks::keep;
    const auto secret = id ? give_link(call.room(), call.caller, call.today(), *id, older)
                           : base::Result<std::string>(module::refusal());
    if (!secret) return module::not_found(call);
    return show_participant(call, "", {}, 200, *secret, older);
}

}  // namespace samrum::friends::people
