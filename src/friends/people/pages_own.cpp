// The participant's own page, behind their secret address: where things stand, what is held, and the way out.
#include "foundation/base/language.hpp"
#include "friends/people/actions_enrolment.hpp"
#include "friends/people/actions_phrases.hpp"
#include "friends/people/pages.hpp"
#include "friends/people/pages_form.hpp"
#include "friends/people/rules_stage.hpp"

#include <algorithm>

namespace samrum::friends::people {

using namespace web;

OwnVisitor::OwnVisitor(module::Call& call, std::string_view known)
    : module::Visitor(call, call.link("/k/" + std::string(call.part("secret"))), shown_promises, known) {}

std::string phrase_of(std::string_view question, std::string_view code) {
    return "friend." + std::string(question) + "." + std::string(code);
}

void lead(Html& h, const module::Visitor& visitor, std::string_view key, const base::MessageArgs& args) {
    h(tag::p, attr::cls("v-lead"), [&] { visitor.say(h, key, args); });
}

void own_button(module::Call& call, Html& h, const module::Visitor& visitor, std::string_view path,
                std::string_view key, bool primary) {
    form(h, call.csrf, path, [&] {
        hidden(h, "l", visitor.language());
        visitor.button(h, key, primary);
    });
}

Response nobody_here(module::Call& call) {
    const module::Visitor visitor(call, call.link("/friend"), shown_promises);
    return module::visitor_document(
        call, visitor, {.title = visitor.text("friend.title"), .site = call.head->name},
        [&](Html& h) {
            h(tag::h1, [&] { visitor.say(h, "friend.title"); });
            lead(h, visitor, "friend.gone");
        },
        404);
}

namespace {

struct Own {
    Participant participant;
    Programme programme;
};
std::optional<Own> own_in_path(module::Call& call) {
    auto one = participant_of_link(call.room(), call.part("secret"));
    auto programme = one ? find_programme(call.room(), one->programme) : std::nullopt;
    if (!programme) return std::nullopt;
    return Own{*std::move(one), *std::move(programme)};
}

void held_line(Html& h, const module::Visitor& visitor, std::string_view question, const Slot& answer) {
    h(tag::dt, [&] { visitor.say(h, question); });
    h(tag::dd, answer);
}

void held_codes(Html& h, const module::Visitor& visitor, std::string_view question,
                const std::vector<std::string>& codes) {
    if (codes.empty()) return;
    held_line(h, visitor, "friend." + std::string(question), [&] {
        h(tag::ul, [&] {
            for (const std::string& code : codes) h(tag::li, [&] { visitor.say(h, phrase_of(question, code)); });
        });
    });
}

void held_languages(Html& h, const module::Visitor& visitor, const Answers& a) {
    if (a.languages.empty()) return;
    held_line(h, visitor, "friend.languages", [&] {
        std::string all;
        for (const std::string& code : a.languages)
            if (const auto* known = base::language_of(code))
                all += (all.empty() ? "" : " · ") + std::string(known->autonym);
        h(tag::bdi, all);
    });
}

void held_wishes(Html& h, const module::Visitor& visitor, const Answers& a) {
    if (a.wishes.empty()) return;
    held_line(h, visitor, "friend.wish", [&] {
        h(tag::ul, [&] {
            for (const WishOf& one : a.wishes)
                h(tag::li, [&] {
                    visitor.say(h, phrase_of("wish", code_of(one.wish)));
                    h(tag::strong, visitor.text(phrase_of("weight", code_of(one.weight))));
                });
        });
    });
}

/// All that was answered, in words; name, contact and the talk's note are in the file.
void what_is_held(Html& h, const module::Visitor& visitor, const Own& own) {
    const Answers& a = own.participant.answers;
    h(tag::dl, attr::cls("v-held"), [&] {
        held_codes(h, visitor, "side", {std::string(code_of(a.side))});
        held_codes(h, visitor, "party", {std::string(code_of(a.party))});
        if (const Place* place = own.programme.place(a.municipality))
            held_line(h, visitor, "friend.municipality", [&] { h(tag::bdi, place->name); });
        held_languages(h, visitor, a);
        held_codes(h, visitor, "swedish", {std::to_string(a.swedish_level)});
        if (a.age_band > 0) held_line(h, visitor, "friend.age", [&] { isolated(h, age_band_text(a.age_band)); });
        if (a.gender != Gender::unsaid) held_codes(h, visitor, "gender", {std::string(code_of(a.gender))});
        held_codes(h, visitor, "situation", a.situations);
        held_codes(h, visitor, "interest", a.interests);
        for (const Likert& one : a.statements)
            held_line(h, visitor, phrase_of("statement", one.code),
                      [&] { isolated(h, std::to_string(one.answer) + "/5"); });
        held_codes(h, visitor, "time", a.times);
        held_wishes(h, visitor, a);
    });
}

void next_step(module::Call& call, Html& h, const module::Visitor& visitor, Stage stage) {
    const auto big_link = [&](std::string_view below, std::string_view key) {
        h(tag::a, attr::cls("ds-button v-button"), attr::set<"data-variant">("primary"),
          attr::href(visitor.link(below)), [&] { visitor.say(h, key); });
    };
    const std::string path = call.link("/k/" + std::string(call.part("secret")));
    if (stage == Stage::proposed) big_link("/proposal", "friend.see_proposal");
    if (stage == Stage::paired) big_link("/pair", "friend.see_pair");
    if (stage == Stage::sent || stage == Stage::ready)
        own_button(call, h, visitor, path + "/pause", "friend.pause", false);
    if (stage == Stage::paused) own_button(call, h, visitor, path + "/resume", "friend.resume");
}

/// What the other rooms of the slice have for everybody who takes part: activities, and the self-assessment.
void also_here(Html& h, const module::Visitor& visitor) {
    for (const auto& [below, key] :
         {std::pair{"/activities", "friend.activity.title"}, {"/assessment", "friend.assess.see"}})
        h(tag::p,
          [&] { h(tag::a, attr::cls("v-link"), attr::href(visitor.link(below)), [&] { visitor.say(h, key); }); });
}

void way_out(module::Call& call, Html& h, const module::Visitor& visitor) {
    h(tag::details, attr::cls("v-details"), [&] {
        h(tag::summary, [&] { visitor.say(h, "friend.withdraw"); });
        h(tag::p, [&] { visitor.promise(h, "friend.promise.withdraw"); });
        own_button(call, h, visitor, call.link("/k/" + std::string(call.part("secret"))) + "/withdraw",
                   "friend.withdraw.sure", false);
    });
}

Response show_answers(module::Call& call, const Own& own, const Fields& values, const base::Problems& problems,
                      int status) {
    const OwnVisitor visitor(call, own.participant.language);
    const FormState state{visitor.words(), values, problems};
    const bool with_contact = own_contact(call.room(), own.participant.id).has_value();
    const FormView view{call, visitor, own.programme, state, false, with_contact, may_change_side(own.participant)};
    return module::visitor_document(
        call, visitor, {.title = visitor.text("friend.change"), .site = own.programme.name},
        [&](Html& h) {
            h(tag::h1, [&] { visitor.say(h, "friend.change"); });
            problem_list(h, view);
            form(h, call.csrf, call.link("/k/" + std::string(call.part("secret")) + "/answers"), [&] {
                hidden(h, "l", visitor.language());
                for (int step = 1; step < kFormSteps; ++step) step_fields(h, view, step);
                visitor.button(h, "friend.save");
            });
            h(tag::p, [&] {
                h(tag::a, attr::cls("v-link"), attr::href(visitor.link("")), [&] { visitor.say(h, "friend.back"); });
            });
        },
        status);
}

}  // namespace

Response own_page(module::Call& call, bool friend_is_gone) {
    if (const auto draft = draft_of_link(call.room(), call.part("secret")))
        return Response::redirect(OwnVisitor(call, draft->draft.language).link("/form/1"));
    const auto own = own_in_path(call);
    if (!own) return nobody_here(call);
    const OwnVisitor visitor(call, own->participant.language);
    const bool thanks = call.request.query.get("thanks") == "yes";
    const Stage stage = own->participant.stage;
    const std::string state = friend_is_gone ? "friend.pair.friend_gone" : phrase_of("state", code_of(stage));
    return module::visitor_document(
        call, visitor, {.title = visitor.text(state), .site = own->programme.name}, [&](Html& h) {
            if (call.request.query.get("saved") == "yes")
                h(tag::p, attr::cls("v-saved"), attr::set<"role">("status"), [&] { visitor.say(h, "friend.saved"); });
            h(tag::h1, [&] { visitor.say(h, thanks ? "friend.thanks" : std::string_view(state)); });
            if (thanks) lead(h, visitor, state);
            next_step(call, h, visitor, stage);
            if (stage != Stage::left) also_here(h, visitor);
            h(tag::section, attr::cls("v-own-link"), [&] {
                h(tag::h2, [&] { visitor.say(h, "friend.your_link"); });
                h(tag::p, [&] { visitor.say(h, "friend.keep_link"); });
                h(tag::p, attr::dir("ltr"), attr::cls("v-address"),
                  link_address(call.house, call.head->short_name, call.part("secret")));
            });
            h(tag::section, [&] {
                h(tag::h2, [&] { visitor.say(h, "friend.held"); });
                what_is_held(h, visitor, *own);
                h(tag::p, [&] {
                    h(tag::a, attr::cls("v-link"), attr::href(visitor.link("/answers")),
                      [&] { visitor.say(h, "friend.change"); });
                });
                h(tag::p, [&] {
                    h(tag::a, attr::cls("v-link"), attr::href(visitor.link("/file")),
                      [&] { visitor.say(h, "friend.held.file"); });
                });
            });
            way_out(call, h, visitor);
            module::language_choice(h, visitor, "");
        });
}

Response answers_page(module::Call& call) {
    const auto own = own_in_path(call);
    if (!own) return nobody_here(call);
    FormInput held = typed_as(own->participant.answers);
    if (auto contact = own_contact(call.room(), own->participant.id)) {
        held.name = std::move(contact->name);
        held.email = std::move(contact->email);
        held.phone = std::move(contact->phone);
    }
    return show_answers(call, *own, fields_of(held), {}, 200);
}

Response answers_now(module::Call& call) {
    const auto own = own_in_path(call);
    if (!own) return nobody_here(call);
    FormInput input = input_of(call.request.form);
    input.grown_up = "yes";
    const auto saved = change_own_answers(call.room(), call.part("secret"), input);
    if (!saved) {
        if (saved.problems().front().field.empty()) return nobody_here(call);
        return show_answers(call, *own, call.request.form, saved.problems(), 422);
    }
    return Response::redirect(OwnVisitor(call, own->participant.language).link("", "saved=yes"));
}

Response file_page(module::Call& call) {
    const auto json = extract_own(call.room(), call.house, call.part("secret"));
    if (!json) return nobody_here(call);
    Response response;
    response.content_type = "application/json";
    response.body = *json;
    response.headers.emplace_back("content-disposition", "attachment; filename=\"samrum.json\"");
    response.headers.emplace_back("cache-control", "no-store");
    return response;
}

Response pause_now(module::Call& call) {
    if (!pause_own(call.room(), call.today(), call.part("secret"))) return nobody_here(call);
    return Response::redirect(OwnVisitor(call).link(""));
}

Response resume_now(module::Call& call) {
    if (!resume_own(call.room(), call.today(), call.part("secret"))) return nobody_here(call);
    return Response::redirect(OwnVisitor(call).link(""));
}

Response withdraw_now(module::Call& call) {
    const std::string language(OwnVisitor(call).language());
    if (!withdraw_own(call.room(), call.house, call.part("secret"))) return nobody_here(call);
    return Response::redirect(call.link("/friend?removed=yes&l=" + language));
}

}  // namespace samrum::friends::people
