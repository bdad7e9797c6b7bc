#include "advice/volunteers/pages_parts.hpp"

#include "advice/sites/model_words.hpp"
#include "advice/volunteers/actions_times.hpp"
#include "advice/volunteers/rules_stage.hpp"
#include "foundation/base/number.hpp"

#include <algorithm>

namespace samrum::advice::volunteers {

using namespace web;

namespace {

/// More columns than this do not fit; then only the chosen ones stand there.
constexpr std::size_t kColumnsOfSites = 4;

bool is_tone_of(Stage stage, std::initializer_list<Stage> stages) {
    return std::ranges::find(stages, stage) != stages.end();
}

std::vector<sites::Site> sites_shown(module::Call& call, const Volunteer& one) {
    auto all = sites_open_on(call.room(), call.today());
    if (all.size() <= kColumnsOfSites) return all;
    const std::string_view asked = call.request.query.get("site");
    std::erase_if(all, [&](const sites::Site& site) {
        return site.id.text() != asked &&
               std::ranges::none_of(one.availability, [&](const Availability& at) { return at.site == site.id; });
    });
    return all;
}

/// With many sites: which one to see besides.
void site_choice(module::Call& call, Html& h, std::string_view page) {
    const auto all = sites_open_on(call.room(), call.today());
    if (all.size() <= kColumnsOfSites) return;
    std::vector<Option> options;
    options.reserve(all.size());
    for (const sites::Site& site : all) options.push_back({site.id.text(), site.name, ""});
    query_form(h, page, [&] {
        select_field(h, FormState{call.words, call.request.query},
                     {.name = "site", .label = say(call, "times.site"), .optional = true}, options);
        actions(h, [&] { submit_button(h, say(call, "filter.show"), Variant::tertiary); });
    });
}

std::string weekday_said(const module::Call& call, unsigned weekday) {
    // 1 January 2018 was a Monday.
    return call.words.weekday(base::Date::of(2018, 1, weekday));
}

/// One box of the table, named for those who do not see its place in it.
void time_box(Html& h, const Volunteer& one, const Availability& at, const std::string& label) {
    const std::string mark = mark_of(at);
    h(tag::input, attr::cls("ds-input"), attr::type("checkbox"), attr::name("at"), attr::value(mark),
      attr::set<"aria-label">(label),
      attr::flag<"checked">(std::ranges::find(one.availability, at) != one.availability.end()));
}

void times_table(module::Call& call, Html& h, const Volunteer& one, const std::vector<sites::Site>& shown) {
    Table frame{.caption = say(call, "times.caption"),
                .hide_caption = true,
                .columns = {{.label = say(call, "times.weekday")}, {.label = say(call, "times.anywhere")}}};
    for (const sites::Site& site : shown) frame.columns.push_back({.label = site.name});
    table(h, call.words, frame, [&](Rows& rows) {
        for (unsigned day = 1; day <= 7; ++day) {
            const std::string said = weekday_said(call, day);
            std::vector<Content> cells{
                said, [&, said, day] {
                    time_box(h, one, {day, std::nullopt}, said + ", " + say(call, "times.anywhere"));
                }};
            for (const sites::Site& site : shown)
                cells.emplace_back([&h, &one, &site, said, day] {
                    time_box(h, one, {day, site.id}, said + ", " + site.name);
                });
            rows.row(cells);
        }
    });
}

}  // namespace

std::string say(const module::Call& call, std::string_view key, const base::MessageArgs& args) {
    return call.words("advice.volunteers." + std::string(key), args);
}
std::string language_name(const module::Call& call, std::string_view code) {
    return call.words("module.language." + std::string(code));
}
std::string languages_said(const module::Call& call, const std::vector<std::string>& codes) {
    std::string all;
    for (const Language& one : languages())  // Swedish first, then by need
        if (std::ranges::find(codes, one.code) != codes.end())
            all += (all.empty() ? "" : ", ") + language_name(call, one.code);
    return all;
}
std::string stage_said(const module::Call& call, Stage stage) {
    return say(call, "stage." + std::string(code_of(stage)));
}
std::string reason_said(const module::Call& call, LeaveReason reason) {
    return say(call, "reason." + std::string(code_of(reason)));
}

std::vector<std::string> every(const module::Call& call, std::string_view field) {
    std::vector<std::string> values;
    for (const auto value : call.request.form.every(field)) values.emplace_back(value);
    return values;
}
std::string typed(const module::Call& call, std::string_view field) {
    return std::string(call.request.form.get(field));
}
std::optional<std::int64_t> revision_of(const module::Call& call) {
    return base::whole_number(call.request.form.get("revision"));
}

void stage_badge(module::Call& call, Html& h, Stage stage) {
    const Tone tone = stage == Stage::active                                     ? Tone::success
                      : is_tone_of(stage, {Stage::applied})                      ? Tone::warning
                      : is_tone_of(stage, {Stage::interviewed, Stage::training}) ? Tone::info
                                                                                 : Tone::neutral;
    badge(h, tone, stage_said(call, stage));
}
void person_name(module::Call& call, Html& h, const std::optional<std::string>& known) {
    if (known)
        name(h, *known);
    else
        h.text(say(call, "protected"));
}

void language_boxes(module::Call& call, Html& h, const FormState& state, std::string_view hint) {
    std::vector<Option> options;
    for (const Language& one : languages()) {
        const std::string said = language_name(call, one.code);
        // The autonym keeps its own direction.
        const bool same = one.code == kOtherLanguage || one.code == call.words.language();
        options.push_back({std::string(one.code), same ? said : said + " – " + text::isolated(one.autonym), ""});
    }
    h(tag::div, attr::cls("s-columns"), [&] {
        checkbox_fields(h, state,
                        {.name = "languages", .label = say(call, "languages"), .description = std::string(hint)},
                        options);
    });
}
Fields with_languages(const std::vector<std::string>& codes) {
    Fields values;
    for (const std::string& code : codes) values.add("languages", code);
    return values;
}

void times_form(module::Call& call, Html& h, const FormState& state, const Volunteer& one, std::string_view action) {
    const auto shown = sites_shown(call, one);
    site_choice(call, h, action.substr(0, action.rfind('/')));
    error_summary(h, state);
    form(h, call.csrf, action, [&] {
        paragraph(h, say(call, "times.hint"));
        times_table(call, h, one, shown);
        number_field(h, state,
                     {.name = "most_shifts",
                      .label = say(call, "most_shifts"),
                      .description = say(call, "most_shifts.hint"),
                      .optional = true,
                      .fallback = one.most_shifts ? std::to_string(one.most_shifts) : "",
                      .max_length = 2,
                      .width = Width::narrow});
        actions(h, [&] { submit_button(h, say(call, "times.save"), Variant::secondary); });
    });
}

void breaks_part(module::Call& call, Html& h, const FormState& state, const Volunteer& one, std::string_view action) {
    const auto& words = call.words;
    if (!one.breaks.empty()) {
        const Table frame{.caption = say(call, "breaks"),
                          .hide_caption = true,
                          .columns = {{.label = say(call, "break.period")},
                                      {.label = say(call, "break.change"), .hide_label = true}}};
        table(h, words, frame, [&](Rows& rows) {
            for (const base::Period& pause : one.breaks)
                rows.row({[&] { period(h, words, pause); },
                          [&] {
                              form(h, call.csrf, action, [&] {
                                  hidden(h, "do", pause.contains(call.today()) ? "end" : "remove");
                                  hidden(h, "begins", pause.first().iso());
                                  submit_button(h,
                                                say(call, pause.contains(call.today()) ? "break.end" : "break.remove"),
                                                Variant::tertiary);
                              });
                          }});
        });
    }
    details(
        h, say(call, "break.add"),
        [&] {
            error_summary(h, state);
            form(h, call.csrf, action, [&] {
                hidden(h, "do", "add");
                date_field(h, state,
                           {.name = "first",
                            .label = say(call, "break.first"),
                            .fallback = call.today().iso(),
                            .width = Width::medium});
                date_field(h, state,
                           {.name = "last",
                            .label = say(call, "break.last"),
                            .description = say(call, "break.last.hint"),
                            .optional = true,
                            .width = Width::medium});
                actions(h, [&] { submit_button(h, say(call, "break.add"), Variant::secondary); });
            });
        },
        !state.problems.empty());
}

void leave_dialog(module::Call& call, Html& h, const FormState& state, std::string_view action,
                  std::optional<std::int64_t> revision, std::string_view own_words) {
    std::vector<Option> reasons;
    for (const LeaveReason one : kAllLeaveReasons)
        reasons.push_back({std::string(code_of(one)), reason_said(call, one), ""});
    const std::string key(own_words);
    const auto content = [&] {
        paragraph(h, say(call, key + ".text"));
        error_summary(h, state);
        form(h, call.csrf, action, [&] {
            if (revision) hidden(h, "revision", std::to_string(*revision));
            date_field(h, state,
                       {.name = "last_day",
                        .label = say(call, "leave.last"),
                        .fallback = call.today().iso(),
                        .width = Width::medium});
            radio_fields(
                h, state,
                {.name = "reason", .label = say(call, "leave.reason"), .description = say(call, "leave.reason.hint")},
                reasons);
            actions(h, [&] { submit_button(h, say(call, key + ".submit"), Variant::primary, Tone::danger); });
        });
    };
    // With problems it stands open in the page: what was wrong must be seen.
    if (!state.problems.empty())
        details(h, say(call, key), content, true);
    else
        dialog(h, call.words, {.id = "leave", .opener = say(call, key), .title = say(call, key + ".title")}, content);
}

FormState form_state(const module::Call& call, std::string_view form, std::string_view shown,
                     const base::Problems& problems, Fields values) {
    if (form != shown) return {call.words, std::move(values)};
    return {call.words, call.request.form, problems};
}

void loose_problems(module::Call& call, Html& h, const base::Problems& problems) {
    for (const auto& one : problems)
        if (one.field.empty()) notice(h, Tone::danger, say(call, "not_done"), call.words(one.message));
}

}  // namespace samrum::advice::volunteers
