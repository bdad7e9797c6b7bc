// Enrolment on one's own phone: without an account, in the own language; works without JavaScript.
#include "directory/actions_person.hpp"
#include "foundation/module/page.hpp"
#include "foundation/web/rate_limit.hpp"
#include "friends/people/actions_enrolment.hpp"
#include "friends/people/actions_phrases.hpp"
#include "friends/people/pages.hpp"
#include "friends/people/pages_form.hpp"

#include <algorithm>

namespace samrum::friends::people {

using namespace web;

namespace {

/// A class may enrol at once; a program may not fill the list. No address is known here, so it holds for a room.
RateLimit& begin_limit() {
    static RateLimit limit({.burst = 120, .every = std::chrono::seconds(2)});
    return limit;
}

void principles(Html& h, const module::Visitor& visitor) {
    h(tag::ul, attr::cls("v-principles"), [&] {
        for (const char* key : {"friend.adults_only", "friend.no_account"}) h(tag::li, [&] { visitor.say(h, key); });
        for (const char* promise : {"friend.promise.voluntary", "friend.promise.not_shared"})
            h(tag::li, [&] { visitor.promise(h, promise); });
    });
}

/// What the address of the flyer says, kept when the language changes.
std::string flyer_query(const Fields& fields) {
    Fields keep;
    for (const char* name : {"c", "p"})
        if (!fields.get(name).empty()) keep.add(name, std::string(fields.get(name)));
    return keep.encoded();
}

Response show_start(module::Call& call, const Fields& from, std::string_view problem, int status) {
    const module::Visitor visitor(call, call.link("/friend"), shown_promises);
    const auto programme = open_programme(call.room(), call.today(), from.get("p"));
    if (!programme && !has_programmes(call.room())) return module::not_found(call);
    return module::visitor_document(
        call, visitor, {.title = visitor.text("friend.title"), .site = programme ? programme->name : ""},
        [&](Html& h) {
            const auto choose = [&] {
                h(tag::h2, [&] { visitor.say(h, "visitor.choose_language"); });
                module::language_choice(h, visitor, "", flyer_query(from));
            };
            if (call.request.query.get("removed") == "yes")
                h(tag::p, attr::cls("v-saved"), attr::set<"role">("status"),
                  [&] { visitor.say(h, "friend.withdrawn"); });
            h(tag::h1, [&] { visitor.say(h, "friend.title"); });
            h(tag::p, [&] { visitor.say(h, "friend.lead"); });
            if (!problem.empty()) lead(h, visitor, problem);
            // Whoever has not chosen yet may not read what stands here.
            if (visitor.asked().empty()) choose();
            if (!programme) return lead(h, visitor, "friend.closed");
            form(h, call.csrf, call.link("/friend"), [&] {
                hidden(h, "l", visitor.language());
                hidden(h, "c", from.get("c"));
                hidden(h, "p", programme->id.text());
                visitor.button(h, "friend.begin");
            });
            principles(h, visitor);
            if (!visitor.asked().empty()) choose();
        },
        status);
}

void step_buttons(Html& h, const module::Visitor& visitor, int step) {
    const auto button = [&](std::string_view go, std::string_view key, bool primary) {
        h(tag::button, attr::cls("ds-button v-button"), attr::type("submit"), attr::name("go"), attr::value(go),
          attr::set<"data-variant">(primary ? "primary" : "secondary"), [&] { visitor.say(h, key); });
    };
    button("next", step == kFormSteps ? "friend.send" : "friend.next", true);
    if (step > 1) button("back", "friend.back", false);
}

/// Own address, to keep: the only way back to the form.
void own_link(module::Call& call, Html& h, const module::Visitor& visitor) {
    h(tag::section, attr::cls("v-own-link"), [&] {
        h(tag::h2, [&] { visitor.say(h, "friend.your_link"); });
        h(tag::p, [&] { visitor.say(h, "friend.keep_link"); });
        h(tag::p, attr::dir("ltr"), attr::cls("v-address"),
          link_address(call.house, call.head->short_name, call.part("secret")));
    });
}

Response show_step(module::Call& call, const OwnDraft& own, const Fields& values, const base::Problems& problems,
                   int step, int status) {
    const OwnVisitor visitor(call, own.draft.language);
    const FormState state{visitor.words(), values, problems};
    const FormView view{call, visitor, own.programme, state};
    const std::string path = call.link("/k/" + std::string(call.part("secret")));
    const base::MessageArgs where{{"step", std::int64_t{step}}, {"steps", std::int64_t{kFormSteps}}};
    return module::visitor_document(
        call, visitor, {.title = visitor.text("friend.step", where), .site = own.programme.name},
        [&](Html& h) {
            h(tag::h1, [&] { visitor.say(h, step == kFormSteps ? "friend.agree" : "friend.step", where); });
            problem_list(h, view);
            form(h, call.csrf, path + "/form/" + std::to_string(step), [&] {
                hidden(h, "l", visitor.language());
                step_fields(h, view, step);
                step_buttons(h, visitor, step);
            });
            own_link(call, h, visitor);
            module::language_choice(h, visitor, "/form/" + std::to_string(step));
            if (step == 1) own_button(call, h, visitor, path + "/drop", "friend.drop", false);
        },
        status);
}

int step_in_path(const module::Call& call) {
    const std::string_view part = call.part("step");
    return part.size() == 1 && part[0] >= '1' && part[0] <= '0' + kFormSteps ? part[0] - '0' : 0;
}

Fields typed_fields(const Draft& draft) {
    const auto read = Fields::parse(draft.fields);
    return read ? *read : Fields{};
}

/// What is wrong with what stands on one screen.
base::Problems judged(const Fields& typed, const Programme& programme, int step) {
    const FormInput input = input_of(typed);
    base::Problems all;
    const auto add = [&](const base::Problems& more) { all.insert(all.end(), more.begin(), more.end()); };
    if (const auto answers = read_answers(input, programme); !answers) add(answers.problems());
    const auto person = directory::judge_person({input.name, input.email, input.phone, false, false});
    add(contact_problems(input, person.problems()));
    return problems_of_step(all, step);
}

Response sent_or_step(module::Call& call, const OwnDraft& own, const Fields& typed, std::string_view language) {
    const std::string secret(call.part("secret"));
    const auto sent = send_form(call.room(), call.today(), secret, input_of(typed), language);
    if (sent) return Response::redirect(OwnVisitor(call).link("", "thanks=yes"));
    if (sent.problems().front().field.empty()) return show_start(call, {}, "friend.closed", 409);
    int first = kFormSteps;
    for (const base::Problem& one : sent.problems()) first = std::min(first, step_of(one.field));
    return show_step(call, own, typed, problems_of_step(sent.problems(), first), first, 422);
}

/// For a form that was sent already: its sender goes on to the own page.
Response beyond_the_form(module::Call& call) {
    if (!participant_of_link(call.room(), call.part("secret"))) return nobody_here(call);
    return Response::redirect(call.link("/k/" + std::string(call.part("secret"))));
}

}  // namespace

Response enrol_page(module::Call& call) {
    return show_start(call, call.request.query, "", 200);
}

Response begin_now(module::Call& call) {
    const Fields& form = call.request.form;
    const auto programme = open_programme(call.room(), call.today(), form.get("p"));
    if (!programme) return show_start(call, form, "friend.closed", 409);
    if (begin_limit().take(call.head->short_name)) return show_start(call, form, "friend.busy", 429);
    const module::Visitor visitor(call, call.link("/friend"), shown_promises);
    const auto secret = begin_draft(call.room(), call.today(), programme->id, form.get("c"), visitor.language());
    if (!secret) return show_start(call, form, "friend.busy", 409);
    return Response::redirect(call.link("/k/" + *secret + "/form/1?l=" + std::string(visitor.language())));
}

Response form_page(module::Call& call) {
    const auto own = draft_of_link(call.room(), call.part("secret"));
    const int step = step_in_path(call);
    if (!own || step == 0) return beyond_the_form(call);
    return show_step(call, *own, typed_fields(own->draft), {}, step, 200);
}

Response form_now(module::Call& call) {
    const auto own = draft_of_link(call.room(), call.part("secret"));
    const int step = step_in_path(call);
    if (!own || step == 0) return beyond_the_form(call);
    const OwnVisitor visitor(call, own->draft.language);
    const Fields typed = merged(typed_fields(own->draft), call.request.form, step);
    // What was typed is kept, right or wrong: the phone may ring before it is put right.
    const auto saved = save_draft(call.room(), call.today(), call.part("secret"), typed.encoded(), visitor.language());
    if (!saved) return beyond_the_form(call);
    if (call.request.form.get("go") == "back")
        return Response::redirect(visitor.link("/form/" + std::to_string(std::max(1, step - 1))));
    if (step == kFormSteps) return sent_or_step(call, *own, typed, visitor.language());
    if (const auto problems = judged(typed, own->programme, step); !problems.empty())
        return show_step(call, *own, typed, problems, step, 422);
    return Response::redirect(visitor.link("/form/" + std::to_string(step + 1)));
}

Response drop_now(module::Call& call) {
    const OwnVisitor visitor(call);
    const auto dropped = drop_draft(call.room(), call.part("secret"));
    if (!dropped) return beyond_the_form(call);
    return Response::redirect(call.link("/friend?removed=yes&l=" + std::string(visitor.language())));
}

}  // namespace samrum::friends::people
