#include "friends/people/pages_form.hpp"

#include "foundation/base/language.hpp"

#include <algorithm>

namespace samrum::friends::people {

using namespace web;

namespace {

struct Choice {
    std::string value;
    std::string key = {};       ///< of the phrase …
    std::string text = {};      ///< … or what stands there in any language
    std::string language = {};  ///< of the text
};

bool is_chosen(const FormView& view, std::string_view name, std::string_view value) {
    const auto all = view.state.values.every(name);
    return std::ranges::find(all, value) != all.end();
}

Attribute described(const FormView& view, std::string_view name) {
    Attribute one = attr::set<"aria-describedby">(std::string(name) + "-error");
    one.present = !view.state.error(name).empty();
    return one;
}
Attribute invalid_mark(const FormView& view, std::string_view name) {
    Attribute one = attr::set<"aria-invalid">("true");
    one.present = !view.state.error(name).empty();
    return one;
}
Attribute first_id(std::string_view name, bool first) {
    Attribute one = attr::id(name);
    one.present = first;
    return one;
}

void problem_of(Html& h, const FormView& view, std::string_view name) {
    const std::string text = view.state.error(name);
    if (!text.empty()) h(tag::p, attr::cls("v-problem"), attr::id(std::string(name) + "-error"), text);
}

void choice_words(Html& h, const FormView& view, const Choice& one) {
    h(tag::span, attr::cls("v-tile__words"), [&] {
        if (!one.key.empty()) return view.visitor.say(h, one.key);
        Attribute language = attr::lang(one.language);
        language.present = !one.language.empty();
        h(tag::bdi, language, one.text);
    });
}

/// Tiles to choose from under a question: one with "radio", several with "checkbox".
void choices(Html& h, const FormView& view, std::string_view type, std::string_view name, std::string_view question,
             const std::vector<Choice>& all, std::string_view shape = "v-tiles") {
    h(tag::fieldset, attr::cls(shape), invalid_mark(view, name), described(view, name), [&] {
        h(tag::legend, [&] { view.visitor.say(h, question); });
        bool first = true;
        for (const Choice& one : all) {
            h(tag::label, attr::cls("v-tile v-tile--small"), [&] {
                h(tag::input, attr::type(type), first_id(name, first), attr::name(name), attr::value(one.value),
                  attr::flag<"checked">(is_chosen(view, name, one.value)));
                choice_words(h, view, one);
            });
            first = false;
        }
        problem_of(h, view, name);
    });
}

std::vector<Choice> codes(std::string_view question, std::span<const std::string_view> known) {
    std::vector<Choice> all;
    for (const std::string_view code : known) all.push_back({std::string(code), phrase_of(question, code)});
    return all;
}

void box(Html& h, const FormView& view, std::string_view name, const Slot& words) {
    h(tag::div, attr::cls("v-box"), [&] {
        h(tag::label, attr::cls("v-tile v-tile--small"), [&] {
            h(tag::input, attr::type("checkbox"), attr::id(name), attr::name(name), attr::value("yes"),
              invalid_mark(view, name), described(view, name), attr::flag<"checked">(is_chosen(view, name, "yes")));
            h(tag::span, attr::cls("v-tile__words"), words);
        });
        problem_of(h, view, name);
    });
}

struct TextField {
    std::string_view name;
    std::string_view key;
    std::string_view type;
    std::string_view autocomplete;
    bool optional = false;
};
void text(Html& h, const FormView& view, const TextField& one) {
    h(tag::div, attr::cls("v-field"), [&] {
        h(tag::label, attr::cls("v-question"), attr::for_(one.name), [&] {
            view.visitor.say(h, one.key);
            if (one.optional) h(tag::span, attr::cls("v-sv"), "(" + view.visitor.text("friend.optional") + ")");
        });
        Attribute left_to_right = attr::dir("ltr");
        left_to_right.present = one.type != "text";
        h(tag::input, attr::type(one.type), attr::cls("ds-input"), attr::id(one.name), attr::name(one.name),
          attr::value(view.state.values.get(one.name)), left_to_right, attr::set<"maxlength">("200"),
          attr::set<"autocomplete">(one.autocomplete), invalid_mark(view, one.name), described(view, one.name));
        problem_of(h, view, one.name);
    });
}

void adults_field(Html& h, const FormView& view) {
    h(tag::div, attr::cls("v-field"), [&] {
        h(tag::label, attr::cls("v-question"), attr::for_("adults"), [&] { view.visitor.say(h, "friend.adults"); });
        h(tag::select, attr::cls("ds-input"), attr::id("adults"), attr::name("adults"), invalid_mark(view, "adults"),
          described(view, "adults"), [&] {
              h(tag::option, attr::value(""), "–");
              for (int n = 2; n <= kMostAdults; ++n)
                  h(tag::option, attr::value(std::to_string(n)),
                    attr::flag<"selected">(is_chosen(view, "adults", std::to_string(n))), std::to_string(n));
          });
        problem_of(h, view, "adults");
    });
}

void who_fields(Html& h, const FormView& view) {
    if (view.with_side)
        choices(h, view, "radio", "side", "friend.side",
                {{"newcomer", "friend.side.newcomer"}, {"established", "friend.side.established"}});
    else
        hidden(h, "side", view.state.values.get("side"));
    choices(h, view, "radio", "party", "friend.party",
            {{"person", "friend.party.person"}, {"couple", "friend.party.couple"}, {"family", "friend.party.family"}});
    adults_field(h, view);
    if (view.enrolling)
        box(h, view, "grown_up", [&] { view.visitor.say(h, "friend.grown_up"); });
    else
        hidden(h, "grown_up", "yes");
    std::vector<Choice> places;
    places.reserve(view.programme.places.size());
    for (const Place& one : view.programme.places) places.push_back({one.code, "", one.name, "sv"});
    choices(h, view, "radio", "municipality", "friend.municipality", places);
    if (!view.with_contact) return;
    text(h, view, {"name", "friend.name", "text", "name"});
    h(tag::p, [&] { view.visitor.say(h, "friend.reach"); });
    text(h, view, {"phone", "friend.phone", "tel", "tel", true});
    text(h, view, {"email", "friend.email", "email", "email", true});
}

void life_fields(Html& h, const FormView& view) {
    std::vector<Choice> languages;
    for (const base::Language& one : base::languages())
        if (one.code != "sv")
            languages.push_back({std::string(one.code), "", std::string(one.autonym),
                                 one.code == base::kOtherLanguage ? "sv" : std::string(one.code)});
    choices(h, view, "checkbox", "languages", "friend.languages", languages);
    std::vector<Choice> levels;
    levels.reserve(kSwedishLevels);
    for (int level = 0; level < kSwedishLevels; ++level)
        levels.push_back({std::to_string(level), "friend.swedish." + std::to_string(level)});
    choices(h, view, "radio", "swedish", "friend.swedish", levels);
    std::vector<Choice> ages;
    for (int band = 1; band <= kAgeBands; ++band) ages.push_back({std::to_string(band), "", age_band_text(band)});
    ages.push_back({"0", "friend.unsaid"});
    choices(h, view, "radio", "age", "friend.age", ages);
    choices(h, view, "radio", "gender", "friend.gender",
            {{"woman", "friend.gender.woman"},
             {"man", "friend.gender.man"},
             {"other", "friend.gender.other"},
             {"unsaid", "friend.unsaid"}});
    choices(h, view, "checkbox", "situations", "friend.situation", codes("situation", situation_codes()));
}

void scale(Html& h, const FormView& view, const std::string& code) {
    const std::string name = "statement_" + code;
    h(tag::fieldset, attr::cls("v-scale"), [&] {
        h(tag::legend, [&] { view.visitor.say(h, phrase_of("statement", code)); });
        for (int n = 1; n <= 5; ++n)
            h(tag::label, attr::cls("v-scale__step"), [&] {
                h(tag::input, attr::type("radio"), attr::name(name), attr::value(std::to_string(n)),
                  attr::flag<"checked">(is_chosen(view, name, std::to_string(n))));
                h(tag::bdi, std::to_string(n));
                if (n == 1 || n == 5)
                    visually_hidden(h, " " + view.visitor.text(n == 1 ? "friend.scale.low" : "friend.scale.high"));
            });
        h(tag::p, attr::cls("v-scale__ends"), attr::set<"aria-hidden">("true"), [&] {
            h(tag::span, [&] { view.visitor.say(h, "friend.scale.low"); });
            h(tag::span, [&] { view.visitor.say(h, "friend.scale.high"); });
        });
    });
}

void liking_fields(Html& h, const FormView& view) {
    std::vector<Choice> interests;
    interests.reserve(view.programme.interests.size());
    for (const std::string& code : view.programme.interests) interests.push_back({code, phrase_of("interest", code)});
    choices(h, view, "checkbox", "interests", "friend.interest", interests);
    if (view.programme.statements.empty()) return;
    h(tag::h2, [&] { view.visitor.say(h, "friend.personality"); });
    for (const std::string& code : view.programme.statements) scale(h, view, code);
}

void wish_fields(Html& h, const FormView& view) {
    choices(h, view, "checkbox", "times", "friend.time", codes("time", time_codes()));
    h(tag::h2, [&] { view.visitor.say(h, "friend.wish"); });
    h(tag::p, [&] { view.visitor.say(h, "friend.wish.hint"); });
    for (const Wish wish : wishes())
        choices(h, view, "radio", "wish_" + std::string(code_of(wish)), phrase_of("wish", code_of(wish)),
                {{"none", "friend.weight.none"}, {"like", "friend.weight.like"}, {"must", "friend.weight.must"}},
                "v-tiles v-tiles--three");
}

void agreement_fields(Html& h, const FormView& view) {
    box(h, view, "values", [&] { view.visitor.promise(h, "friend.promise.values"); });
    for (const auto& [language, words] :
         {std::pair<std::string_view, const std::string&>{"sv", view.programme.values_sv},
          {"en", view.programme.values_en}})
        if (!words.empty() && (language == "en") == (view.visitor.language() == "en"))
            h(tag::p, attr::cls("v-own-words"), attr::lang(language), attr::dir("ltr"), words);
    box(h, view, "consent", [&] { view.visitor.promise(h, "friend.promise.consent"); });
    h(tag::p, [&] { view.visitor.promise(h, "friend.promise.withdraw"); });
}

/// The phrase that a field stands under; nothing where the problem says it all.
std::string question_of(std::string_view field) {
    for (const char* same :
         {"side", "party", "adults", "name", "municipality", "languages", "swedish", "age", "gender"})
        if (field == same) return "friend." + std::string(field);
    if (field == "times") return "friend.time";
    return field.starts_with("wish_") ? phrase_of("wish", field.substr(5)) : std::string();
}

constexpr std::string_view kNames[] = {"side",       "party",        "adults",    "grown_up", "name",   "email",
                                       "phone",      "municipality", "languages", "swedish",  "age",    "gender",
                                       "situations", "interests",    "times",     "values",   "consent"};

bool is_ours(std::string_view name) {
    return std::ranges::find(kNames, name) != std::end(kNames) || name.starts_with("statement_") ||
           name.starts_with("wish_");
}

std::vector<std::string> all_of(const Fields& fields, std::string_view name) {
    std::vector<std::string> all;
    for (const std::string_view one : fields.every(name)) all.emplace_back(one);
    return all;
}

std::vector<std::pair<std::string, std::string>> prefixed(const Fields& fields, std::string_view prefix) {
    std::vector<std::pair<std::string, std::string>> all;
    for (const auto& [name, value] : fields.all())
        if (name.starts_with(prefix)) all.emplace_back(name.substr(prefix.size()), value);
    return all;
}

}  // namespace

void step_fields(Html& h, const FormView& view, int step) {
    switch (step) {
        case 1:
            return who_fields(h, view);
        case 2:
            return life_fields(h, view);
        case 3:
            return liking_fields(h, view);
        case 4:
            return wish_fields(h, view);
        default:
            return agreement_fields(h, view);
    }
}

void problem_list(Html& h, const FormView& view) {
    if (view.state.problems.empty()) return;
    h(tag::div, attr::cls("v-problems"), attr::set<"role">("alert"), attr::set<"tabindex">("-1"),
      attr::flag<"data-focus">(), [&] {
          h(tag::p, attr::cls("v-lead"), [&] { view.visitor.say(h, "friend.problem.title"); });
          h(tag::ul, [&] {
              for (const base::Problem& one : view.state.problems)
                  h(tag::li, [&] {
                      const auto words = view.visitor.text(one.message.key, one.message.args);
                      const std::string question = question_of(one.field);
                      h(tag::a, attr::href("#" + one.field),
                        question.empty() ? words : view.visitor.text(question) + " – " + words);
                  });
          });
      });
}

FormInput input_of(const Fields& fields) {
    FormInput input;
    const auto one = [&](std::string_view name) { return std::string(fields.get(name)); };
    input.side = one("side");
    input.party = one("party");
    input.adults = one("adults");
    input.grown_up = one("grown_up");
    input.name = one("name");
    input.email = one("email");
    input.phone = one("phone");
    input.municipality = one("municipality");
    input.languages = all_of(fields, "languages");
    input.swedish = one("swedish");
    input.age = one("age");
    input.gender = one("gender");
    input.situations = all_of(fields, "situations");
    input.interests = all_of(fields, "interests");
    input.statements = prefixed(fields, "statement_");
    input.times = all_of(fields, "times");
    input.wishes = prefixed(fields, "wish_");
    input.values = one("values");
    input.consent = one("consent");
    return input;
}

Fields fields_of(const FormInput& input) {
    Fields fields;
    const auto several = [&](const char* name, const std::vector<std::string>& all) {
        for (const std::string& one : all) fields.add(name, one);
    };
    for (const auto& [name, value] : {std::pair<const char*, const std::string&>{"name", input.name},
                                      {"email", input.email},
                                      {"phone", input.phone}})
        if (!value.empty()) fields.add(name, value);
    fields.add("side", input.side);
    fields.add("party", input.party);
    fields.add("adults", input.adults);
    fields.add("municipality", input.municipality);
    several("languages", input.languages);
    fields.add("swedish", input.swedish);
    fields.add("age", input.age.empty() ? "0" : input.age);
    fields.add("gender", input.gender.empty() ? "unsaid" : input.gender);
    several("situations", input.situations);
    several("interests", input.interests);
    for (const auto& [code, answer] : input.statements) fields.add("statement_" + code, answer);
    several("times", input.times);
    for (const auto& [code, weight] : input.wishes) fields.add("wish_" + code, weight);
    return fields;
}

Fields merged(const Fields& kept, const Fields& posted, int step) {
    Fields all;
    for (const auto& [name, value] : kept.all())
        if (is_ours(name) && step_of(name) != step) all.add(name, value);
    for (const auto& [name, value] : posted.all())
        if (is_ours(name) && step_of(name) == step) all.add(name, value);
    return all;
}

base::Problems problems_of_step(const base::Problems& all, int step) {
    base::Problems of_step;
    for (const base::Problem& one : all)
        if (!one.field.empty() && step_of(one.field) == step) of_step.push_back(one);
    return of_step;
}

}  // namespace samrum::friends::people
