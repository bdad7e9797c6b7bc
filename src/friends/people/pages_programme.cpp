// A programme: what it asks, whom it takes, what it promises; and the flyers that lead to it.
#include "foundation/module/visitor.hpp"
#include "friends/people/actions_enrolment.hpp"
#include "friends/people/actions_phrases.hpp"
#include "friends/people/actions_programme.hpp"
#include "friends/people/actions_register.hpp"
#include "friends/people/model_permissions.hpp"
#include "friends/people/pages.hpp"
#include "friends/people/pages_parts.hpp"

#include <algorithm>

namespace samrum::friends::people {

using namespace web;

namespace {

std::optional<ProgrammeId> programme_id(const module::Call& call) {
    const auto id = ProgrammeId::parse(call.part("id"));
    return id ? std::optional(*id) : std::nullopt;
}
std::string programme_path(const module::Call& call, ProgrammeId id, std::string_view below = "") {
    return call.link("/friends/programmes/" + id.text() + std::string(below));
}

std::vector<std::string> every_of(const module::Call& call, std::string_view field) {
    std::vector<std::string> all;
    for (const auto one : call.request.form.every(field)) all.emplace_back(one);
    return all;
}

ProgrammeInput input_from(const module::Call& call) {
    const auto one = [&](std::string_view field) { return std::string(call.request.form.get(field)); };
    const auto yes = [&](std::string_view field) { return call.request.form.get(field) == "yes"; };
    return {one("name"),
            one("places"),
            one("values_sv"),
            one("values_en"),
            every_of(call, "interests"),
            every_of(call, "statements"),
            one("least_swedish"),
            yes("shared_time"),
            yes("shared_language"),
            yes("same_party"),
            one("hours_a_month"),
            one("months"),
            one("trial_days"),
            one("talk_days"),
            one("answer_days"),
            one("opened_on"),
            one("closed_on")};
}

Fields fields_from(const ProgrammeInput& input) {
    Fields fields;
    for (const auto& [name, value] : {std::pair<const char*, const std::string&>{"name", input.name},
                                      {"places", input.places},
                                      {"values_sv", input.values_sv},
                                      {"values_en", input.values_en},
                                      {"least_swedish", input.least_swedish},
                                      {"hours_a_month", input.hours_a_month},
                                      {"months", input.months},
                                      {"trial_days", input.trial_days},
                                      {"talk_days", input.talk_days},
                                      {"answer_days", input.answer_days},
                                      {"opened_on", input.opened_on},
                                      {"closed_on", input.closed_on}})
        fields.add(name, value);
    for (const std::string& code : input.interests) fields.add("interests", code);
    for (const std::string& code : input.statements) fields.add("statements", code);
    if (input.shared_time) fields.add("shared_time", "yes");
    if (input.shared_language) fields.add("shared_language", "yes");
    if (input.same_party) fields.add("same_party", "yes");
    return fields;
}

std::vector<Option> options(const module::Call& call, std::string_view question,
                            std::span<const std::string_view> codes) {
    std::vector<Option> all;
    for (const std::string_view code : codes) all.push_back({std::string(code), said(call, question, code), ""});
    return all;
}

void limit_fields(module::Call& call, Html& h, const FormState& state) {
    field_group(h, people_words(call, "programme.limits"), [&] {
        paragraph(h, people_words(call, "programme.limits.hint"));
        std::vector<Option> levels;
        levels.reserve(kSwedishLevels);
        for (int level = 0; level < kSwedishLevels; ++level)
            levels.push_back({std::to_string(level), said(call, "swedish", std::to_string(level)), ""});
        select_field(h, state, {.name = "least_swedish", .label = people_words(call, "programme.least_swedish")},
                     levels);
        for (const char* name : {"shared_time", "shared_language", "same_party"})
            checkbox(h, state,
                     {.name = name,
                      .label = people_words(call, "programme." + std::string(name)),
                      .optional = true,
                      .unmarked = true});
    });
}

void norm_fields(module::Call& call, Html& h, const FormState& state) {
    field_group(h, people_words(call, "programme.norm"), [&] {
        const auto number = [&](const char* name, const char* unit) {
            number_field(h, state,
                         {.name = name,
                          .label = people_words(call, "programme." + std::string(name)),
                          .suffix = people_words(call, unit),
                          .width = Width::narrow});
        };
        number("hours_a_month", "unit.hours");
        number("months", "unit.months");
        number("trial_days", "unit.days");
        number("talk_days", "unit.days");
        number("answer_days", "unit.days");
    });
}

void programme_form(module::Call& call, Html& h, const FormState& state, std::string_view action,
                    std::int64_t revision) {
    error_summary(h, state);
    form(h, call.csrf, action, [&] {
        hidden(h, "revision", std::to_string(revision));
        text_field(
            h, state,
            {.name = "name", .label = people_words(call, "programme.name"), .max_length = 120, .width = Width::medium});
        text_area(h, state,
                  {.name = "places",
                   .label = people_words(call, "programme.places.label"),
                   .description = people_words(call, "programme.places.hint")},
                  4);
        date_field(h, state,
                   {.name = "opened_on", .label = people_words(call, "programme.opened_on"), .width = Width::medium});
        date_field(h, state,
                   {.name = "closed_on",
                    .label = people_words(call, "programme.closed_on"),
                    .optional = true,
                    .width = Width::medium});
        norm_fields(call, h, state);
        limit_fields(call, h, state);
        checkbox_fields(h, state, {.name = "interests", .label = people_words(call, "programme.interests.label")},
                        options(call, "interest", interest_codes()));
        checkbox_fields(h, state,
                        {.name = "statements",
                         .label = people_words(call, "programme.statements"),
                         .description = people_words(call, "programme.statements.hint"),
                         .optional = true},
                        options(call, "statement", statement_codes()));
        for (const char* name : {"values_sv", "values_en"})
            text_area(h, state,
                      {.name = name,
                       .label = people_words(call, "programme." + std::string(name)),
                       .optional = true,
                       .max_length = 1500},
                      4);
        actions(h, [&] { submit_button(h, people_words(call, "save")); });
    });
}

void channel_table(module::Call& call, Html& h, const Programme& programme, const Channels& channels) {
    const auto count = [&](std::int64_t n) { return Content([&h, &call, n] { number(h, call.words, n); }); };
    const Table frame{.caption = people_words(call, "channels"),
                      .hide_caption = true,
                      .columns = {{.label = people_words(call, "channel")},
                                  {.label = people_words(call, "channel.this_year"), .numeric = true},
                                  {.label = people_words(call, "channel.enrolled"), .numeric = true},
                                  {.label = people_words(call, "channel.do"), .hide_label = true}},
                      .empty = [&] {}};
    table(h, call.words, frame, [&](Rows& rows) {
        for (const ChannelSeen& one : channels.all)
            rows.row({[&] {
                          name(h, one.channel.name);
                          if (one.channel.closed_on)
                              h.text(" "), badge(h, Tone::neutral, people_words(call, "channel.closed"));
                      },
                      count(one.this_year), count(one.enrolled),
                      [&] {
                          actions(h, [&] {
                              link_button(h, programme_path(call, programme.id, "/flyer/" + one.channel.code),
                                          people_words(call, "channel.flyer"), Variant::tertiary);
                              form(h, call.csrf,
                                   programme_path(call, programme.id, "/channel/" + one.channel.id.text()), [&] {
                                       submit_button(
                                           h,
                                           people_words(call, one.channel.closed_on ? "channel.open" : "channel.close"),
                                           Variant::tertiary);
                                   });
                          });
                      }});
    });
}

void channels_part(module::Call& call, Html& h, const Programme& programme, const FormState& state) {
    const auto channels = list_channels(call.room(), call.caller, programme.id, call.today());
    if (!channels) return;
    section(h, people_words(call, "channels"), [&] {
        paragraph(h, people_words(call, "channels.lead"));
        if (channels->all.empty())
            empty_state(h, people_words(call, "channels.none"), people_words(call, "channels.none.why"));
        else
            channel_table(call, h, programme, *channels);
        if (channels->without > 0)
            small_print(h, people_words(call, "channels.without", {{"count", channels->without}}));
        details(
            h, people_words(call, "channel.new"),
            [&] {
                error_summary(h, state);
                form(h, call.csrf, programme_path(call, programme.id, "/channel"), [&] {
                    text_field(h, state,
                               {.name = "place",
                                .label = people_words(call, "channel.name.label"),
                                .description = people_words(call, "channel.name.hint"),
                                .max_length = 120,
                                .width = Width::medium});
                    text_field(h, state,
                               {.name = "code",
                                .label = people_words(call, "channel.code.label"),
                                .description = people_words(call, "channel.code.hint"),
                                .max_length = 40,
                                .width = Width::medium});
                    actions(h, [&] { submit_button(h, people_words(call, "channel.add"), Variant::secondary); });
                });
            },
            !state.problems.empty() || channels->all.empty());
    });
}

Response show_programme(module::Call& call, std::string_view form, const base::Problems& problems, int status) {
    const auto id = programme_id(call);
    const auto one = id ? find_programme(call.room(), *id) : std::nullopt;
    if (!one || !may(call.caller, kRunFriends)) return module::not_found(call);
    return module::page(
        call,
        {.title = one->name,
         .crumbs = {{people_words(call, "start.title"), call.link("/friends")}},
         .lead = people_words(call, "programme.lead")},
        [&](Html& h) {
            channels_part(call, h, *one, form_state(call, "channel", form, problems));
            section(h, people_words(call, "programme.settings"), [&] {
                programme_form(call, h, form_state(call, "programme", form, problems, fields_from(typed_as(*one))),
                               programme_path(call, one->id), one->revision);
            });
        },
        status);
}

Response show_new(module::Call& call, const FormState& state, int status) {
    return module::page(
        call,
        {.title = people_words(call, "programme.new"),
         .crumbs = {{people_words(call, "start.title"), call.link("/friends")}},
         .lead = people_words(call, "programme.new.lead")},
        [&](Html& h) { programme_form(call, h, state, call.link("/friends/programmes/new"), 0); }, status);
}

/// The same words on paper in every language that the form speaks.
void flyer_languages(Html& h) {
    h(tag::ul, attr::cls("f-flyer__languages"), [&] {
        for (const std::string& language : module::visitor_catalogues().languages()) {
            const auto& words = module::visitor_catalogues().words(language);
            if (language == "sv") continue;
            h(tag::li, attr::lang(language), attr::dir(words.right_to_left() ? "rtl" : "ltr"), words("friend.title"));
        }
    });
}

}  // namespace

Response new_programme_page(module::Call& call) {
    return show_new(call, {call.words, fields_from(usual_programme(call.today()))}, 200);
}

Response new_programme(module::Call& call) {
    const auto added = add_programme(call.room(), call.caller, input_from(call));
    if (!added) {
        if (auto refused = module::refused_page(call, added.problems())) return std::move(*refused);
        return show_new(call, {call.words, call.request.form, added.problems()}, 422);
    }
    return call.done(programme_path(call, *added), "friends.people.flash.programme_added");
}

Response programme_page(module::Call& call) {
    return show_programme(call, "", {}, 200);
}

Response save_programme_now(module::Call& call) {
    const auto id = programme_id(call);
    if (!id) return module::not_found(call);
    const auto saved = save_programme(call.room(), call.caller, *id, revision_of(call), input_from(call));
    if (!saved) {
        if (auto refused = module::refused_page(call, saved.problems())) return std::move(*refused);
        return show_programme(call, "programme", saved.problems(), 422);
    }
    return call.done(programme_path(call, *id), "friends.people.flash.saved");
}

Response add_channel_now(module::Call& call) {
    const auto id = programme_id(call);
    if (!id) return module::not_found(call);
    const auto added =
        add_channel(call.room(), call.caller, *id, call.request.form.get("code"), call.request.form.get("place"));
    if (!added) {
        if (auto refused = module::refused_page(call, added.problems())) return std::move(*refused);
        return show_programme(call, "channel", added.problems(), 422);
    }
    return call.done(programme_path(call, *id), "friends.people.flash.channel_added");
}

Response turn_channel_now(module::Call& call) {
    const auto id = programme_id(call);
    const auto channel = ChannelId::parse(call.part("channel"));
    if (!id || !channel) return module::not_found(call);
    if (!turn_channel(call.room(), call.caller, *id, *channel, call.today())) return module::not_found(call);
    return call.done(programme_path(call, *id), "friends.people.flash.saved");
}

Response flyer_page(module::Call& call) {
    const auto id = programme_id(call);
    const auto programme = id ? find_programme(call.room(), *id) : std::nullopt;
    const auto channels = programme ? list_channels(call.room(), call.caller, *id, call.today())
                                    : base::Result<Channels>(module::refusal());
    if (!channels) return module::not_found(call);
    const auto one = std::ranges::find_if(
        channels->all, [&](const ChannelSeen& seen) { return seen.channel.code == call.part("code"); });
    if (one == channels->all.end()) return module::not_found(call);
    const module::Visitor visitor(call, call.link("/friend"), shown_promises, "sv");
    Fields query;
    query.add("c", one->channel.code);
    // The newest programme needs no name of its own in the address: the shorter, the easier to read off a wall.
    const auto newest = open_programme(call.room(), call.today(), "");
    if (!newest || newest->id != programme->id) query.add("p", programme->id.text());
    const std::string address = call.house.public_address + call.link("/friend?" + query.encoded());
    return module::visitor_document(call, visitor, {.title = one->channel.name, .site = programme->name}, [&](Html& h) {
        h(tag::div, attr::cls("f-flyer"), [&] {
            h(tag::h1, visitor.swedish("friend.title"));
            h(tag::p, attr::cls("v-lead"), visitor.swedish("friend.lead"));
            flyer_languages(h);
            module::qr_picture(h, address, visitor.swedish("friend.scan"));
            h(tag::p, visitor.swedish("friend.scan"));
            h(tag::p, attr::cls("v-address"), attr::dir("ltr"), address);
            h(tag::ul, attr::cls("v-principles"), [&] {
                for (const char* key : {"friend.adults_only", "friend.no_account", "friend.promise.voluntary"})
                    h(tag::li, visitor.swedish(key));
            });
        });
        print_button(h, call.words);
    });
}

}  // namespace samrum::friends::people
