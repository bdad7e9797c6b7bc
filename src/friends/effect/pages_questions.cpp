// What is asked of a side, and a new version of it.
#include "foundation/base/number.hpp"
#include "foundation/module/page.hpp"
#include "foundation/web/components.hpp"
#include "friends/effect/actions_effect.hpp"
#include "friends/effect/pages.hpp"
#include "friends/effect/pages_words.hpp"
#include "friends/people/model_permissions.hpp"

namespace samrum::friends::effect {

using namespace web;

namespace {

constexpr std::size_t kFreeRows = 2;

std::string asked_words(const module::Call& call, std::string_view key, const base::MessageArgs& args = {}) {
    return call.words("friends.effect." + std::string(key), args);
}
std::string field_name(std::size_t row, std::string_view what) {
    return "questions[" + std::to_string(row) + "]." + std::string(what);
}

void question_row(module::Call& call, Html& h, const FormState& state, std::size_t row, const Question* question) {
    const Worded words = question ? both_words(*question) : Worded{};
    field_group(h, asked_words(call, "questions.number", {{"number", static_cast<std::int64_t>(row + 1)}}), [&] {
        hidden(h, field_name(row, "code"), question ? question->code : "");
        std::vector<Option> options;
        for (const Area area : areas())
            options.push_back(
                {std::string(code_of(area)), asked_words(call, "area." + std::string(code_of(area))), ""});
        select_field(h, state,
                     {.name = field_name(row, "area"),
                      .label = asked_words(call, "questions.area.label"),
                      .fallback = std::string(code_of(question ? question->area : Area::relations))},
                     options);
        text_field(h, state,
                   {.name = field_name(row, "sv"),
                    .label = asked_words(call, "questions.sv"),
                    .optional = true,
                    .unmarked = true,
                    .fallback = words.sv,
                    .max_length = static_cast<int>(kLongestQuestion)});
        text_field(h, state,
                   {.name = field_name(row, "en"),
                    .label = asked_words(call, "questions.en"),
                    .optional = true,
                    .unmarked = true,
                    .fallback = words.en,
                    .max_length = static_cast<int>(kLongestQuestion)});
    });
}

void set_part(module::Call& call, Html& h, const people::Programme& programme, const QuestionSet& set,
              const FormState& state) {
    section(h, asked_words(call, "side." + std::string(code_of(set.side))), [&] {
        small_print(h, asked_words(call, "questions.version", {{"version", std::int64_t{set.version}}}));
        std::vector<Content> items;
        items.reserve(set.questions.size());
        for (const Question& one : set.questions) items.emplace_back(question_words(one, call.words.language()));
        bullets(h, items);
        details(
            h, asked_words(call, "questions.change"),
            [&] {
                error_summary(h, state);
                form(h, call.csrf, call.link("/friends/effect/questions"), [&] {
                    hidden(h, "programme", programme.id.text());
                    hidden(h, "side", code_of(set.side));
                    hidden(h, "version", std::to_string(set.version));
                    paragraph(h, asked_words(call, "questions.about"));
                    const std::size_t rows = std::min(set.questions.size() + kFreeRows, kMostQuestions);
                    for (std::size_t row = 0; row < rows; ++row)
                        question_row(call, h, state, row, row < set.questions.size() ? &set.questions[row] : nullptr);
                    actions(h, [&] { submit_button(h, asked_words(call, "questions.save")); });
                });
            },
            !state.problems.empty());
    });
}

Response show_questions(module::Call& call, const base::Problems& problems) {
    if (auto refused = module::refused_page(call, problems)) return std::move(*refused);
    const auto& fields = problems.empty() ? call.request.query : call.request.form;
    const auto id = people::ProgrammeId::parse(fields.get("programme"));
    const auto programme = id ? people::find_programme(call.room(), *id) : std::nullopt;
    if (!programme) return module::not_found(call);
    return module::page(
        call,
        {.title = asked_words(call, "questions"),
         .crumbs = {{asked_words(call, "title"), call.link("/friends/effect?programme=" + programme->id.text())}},
         .lead = asked_words(call, "questions.lead")},
        [&](Html& h) {
            for (const Side side : {Side::newcomer, Side::established}) {
                const bool wrong = !problems.empty() && call.request.form.get("side") == code_of(side);
                const FormState state{call.words, wrong ? call.request.form : Fields{},
                                      wrong ? problems : base::Problems{}};
                set_part(call, h, *programme, question_sets(call.room(), programme->id, side).front(), state);
            }
        },
        problems.empty() ? 200 : 422);
}

}  // namespace

Response questions_page(module::Call& call) {
    return show_questions(call, {});
}

Response save_questions_now(module::Call& call) {
    const Fields& form = call.request.form;
    const auto programme = people::ProgrammeId::parse(form.get("programme"));
    const auto side = side_of(form.get("side"));
    if (!programme || !side) return module::not_found(call);
    std::vector<QuestionInput> inputs;
    for (std::size_t row = 0; form.has(field_name(row, "area")) && row < kMostQuestions; ++row)
        inputs.push_back({std::string(form.get(field_name(row, "code"))),
                          std::string(form.get(field_name(row, "area"))), std::string(form.get(field_name(row, "sv"))),
                          std::string(form.get(field_name(row, "en")))});
    const int version = static_cast<int>(base::whole_number(form.get("version")).value_or(0));
    const auto saved =
        save_questions(call.room(), call.caller, call.today(), *programme, *side, version, inputs, both_words);
    if (!saved) return show_questions(call, saved.problems());
    return call.done(call.link("/friends/effect/questions?programme=" + programme->text()),
                     "friends.effect.questions.saved");
}

}  // namespace samrum::friends::effect
