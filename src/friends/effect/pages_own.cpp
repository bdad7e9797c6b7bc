// The self-assessment on a participant's own phone: statements, five steps each, none of them needed.
#include "foundation/module/page.hpp"
#include "foundation/web/components.hpp"
#include "friends/effect/actions_effect.hpp"
#include "friends/effect/pages.hpp"
#include "friends/effect/pages_words.hpp"
#include "friends/pairs/pages_parts.hpp"
#include "friends/people/pages_visitor.hpp"

namespace samrum::friends::effect {

using namespace web;
using people::OwnVisitor;

namespace {

std::string field_of(const Question& question) {
    return "q_" + question.code;
}

/// In the reader's language and, smaller, in Swedish.
void question_legend(Html& h, const OwnVisitor& visitor, const Question& question) {
    const bool own_words = !question.text_sv.empty();
    const bool swedish = visitor.language().starts_with("sv");
    const auto write = [&](std::string_view cls, std::string_view language) {
        const bool other = language != visitor.language();
        if (other)
            h(tag::span, attr::cls(cls), attr::lang(language), attr::dir("ltr"), question_words(question, language));
        else
            h(tag::span, attr::cls(cls), question_words(question, language));
    };
    write("v-say", own_words && !swedish ? "en" : visitor.language());
    if (!swedish) write("v-sv", "sv");
}

void question_fields(module::Call& call, Html& h, const OwnVisitor& visitor, const Question& question) {
    const std::string field = field_of(question);
    const auto ticked = call.request.form.get(field);
    h(tag::fieldset, attr::cls("f-scale"), [&] {
        h(tag::legend, [&] { question_legend(h, visitor, question); });
        h(tag::div, attr::cls("f-scale__steps"), [&] {
            for (int step = kLeastAnswer; step <= kMostAnswer; ++step) {
                const std::string value = std::to_string(step);
                h(tag::label, attr::cls("f-scale__step"), [&] {
                    h(tag::input, attr::type("radio"), attr::name(field), attr::value(value),
                      attr::flag<"checked">(ticked == value));
                    h(tag::bdi, visitor.words().number(step));
                    if (step == kLeastAnswer) h(tag::span, attr::cls("f-scale__end"), visitor.text("friend.scale.low"));
                    if (step == kMostAnswer) h(tag::span, attr::cls("f-scale__end"), visitor.text("friend.scale.high"));
                });
            }
        });
    });
}

void back_link(Html& h, const OwnVisitor& visitor) {
    h(tag::p,
      [&] { h(tag::a, attr::cls("v-link"), attr::href(visitor.link("")), [&] { visitor.say(h, "friend.back"); }); });
}

void nothing_to_answer(Html& h, const OwnVisitor& visitor, const OwnAssessment& own, base::Date today) {
    people::lead(h, visitor, own.first_on ? "friend.assess.thanks" : "friend.assess.closed");
    if (own.first_on && !own.second_on && own.second_from && *own.second_from > today)
        h(tag::p, [&] {
            visitor.say_in_each(h, "friend.assess.next", [&](const text::Words& words) {
                return base::MessageArgs{{"day", words.date(*own.second_from)}};
            });
        });
}

Response show_own(module::Call& call, std::string_view problem) {
    const auto own = own_assessment(call.room(), call.part("secret"), call.today());
    if (!own) return people::nobody_here(call);
    const OwnVisitor visitor(call, own->self.language);
    const std::string title = own->occasion == Occasion::second ? "friend.assess.title.second" : "friend.assess.title";
    return module::visitor_document(
        call, visitor, {.title = visitor.text(title), .site = pairs::programme_name(call.room(), own->self.programme)},
        [&](Html& h) {
            h(tag::h1, [&] { visitor.say(h, title); });
            if (!problem.empty())
                h(tag::p, attr::cls("f-problem"), attr::set<"role">("alert"), [&] { visitor.say(h, problem); });
            if (own->occasion) {
                people::lead(h, visitor, "friend.assess.lead");
                h(tag::p, [&] { visitor.promise(h, "friend.promise.answers"); });
                form(h, call.csrf, call.link("/k/" + std::string(call.part("secret")) + "/assessment"), [&] {
                    hidden(h, "l", visitor.language());
                    for (const Question& one : own->set.questions) question_fields(call, h, visitor, one);
                    visitor.button(h, "friend.send");
                });
            } else {
                nothing_to_answer(h, visitor, *own, call.today());
            }
            back_link(h, visitor);
            module::language_choice(h, visitor, "/assessment");
        },
        problem.empty() ? 200 : 422);
}

}  // namespace

Response own_assessment_page(module::Call& call) {
    return show_own(call, "");
}

Response own_assessment_now(module::Call& call) {
    std::vector<std::pair<std::string, std::string>> ticked;
    for (const auto& [name, value] : call.request.form.all())
        if (name.starts_with("q_")) ticked.emplace_back(name.substr(2), value);
    const auto answered = answer_own(call.room(), call.part("secret"), call.today(), ticked);
    if (!answered) {
        const std::string& key = answered.problems().front().message.key;
        if (key == "friends.effect.unknown") return people::nobody_here(call);
        return show_own(call, key == "friends.effect.answer.closed" ? "friend.assess.closed" : "friend.assess.missing");
    }
    const auto self = people::participant_of_link(call.room(), call.part("secret"));
    return Response::redirect(OwnVisitor(call, self ? self->language : "sv").link("/assessment"));
}

}  // namespace samrum::friends::effect
