// Logging, correcting and removing a line, on a phone in seconds.
#include "activity/actions_log.hpp"
#include "activity/pages.hpp"
#include "activity/pages_parts.hpp"
#include "activity/rules_entry.hpp"
#include "foundation/module/page.hpp"

namespace samrum::activity {
namespace {

using namespace web;

Family family_named(std::string_view name) {
    return name == "event" ? Family::event : name == "headcount" ? Family::headcount : Family::session;
}
std::string_view name_of(Family family) {
    return family == Family::event ? "event" : family == Family::headcount ? "headcount" : "session";
}
constexpr Family kFamilies[] = {Family::session, Family::event, Family::headcount};

std::vector<std::pair<std::string, std::string>> crumbs(const module::Call& call) {
    return {{call.words("activity.page.list.title"), call.link("/activity")}};
}

void family_tabs(module::Call& call, Html& h, Family current) {
    std::vector<Tab> all;
    for (Family family : kFamilies)
        all.push_back({call.words("activity.family." + std::string(name_of(family))),
                       call.link("/activity/new?family=" + std::string(name_of(family))), family == current});
    tabs(h, call.words("activity.page.new.kinds"), all);
}

/// "As last time at …": one tap fills the form in with that session's place, start, volunteers and hours.
void usual_links(module::Call& call, Html& h, const RoomNames& names) {
    const auto usual = usual_sessions(call.room(), call.caller);
    if (!usual || usual->empty()) return;
    h(tag::p, [&] { h.text(call.words("activity.page.new.like")); });
    actions(h, [&] {
        for (const Entry& one : *usual)
            link_button(h, call.link("/activity/new?like=" + one.id.text()), names.name(one.facts.place),
                        Variant::secondary);
    });
}

/// What is counted elsewhere on the day that stands in the form, so that nobody logs in vain.
std::vector<CountedElsewhere> elsewhere_on(module::Call& call, const FormState& state) {
    const auto day = base::Date::parse(state.values.get("day"));
    return sessions_counted_elsewhere(call.room(), call.house, call.caller, day ? *day : call.today());
}

Response show_new(module::Call& call, const FormState& state, Family family, int status) {
    const RoomNames names = RoomNames::load(call.room(), call.today());
    const bool asks = !state.error("even_if_same").empty();
    return module::page(
        call, {.title = call.words("activity.page.new.title"), .crumbs = crumbs(call)},
        [&](Html& h) {
            family_tabs(call, h, family);
            if (names.places().empty() || names.activities().empty())
                return notice(h, Tone::info, call.words("activity.page.new.title"),
                              call.words("activity.page.new.no_places"));
            if (family == Family::session && state.problems.empty()) usual_links(call, h, names);
            if (family == Family::session)
                elsewhere_notice(h, call.words, call.words("activity.page.elsewhere.title"), elsewhere_on(call, state),
                                 names);
            error_summary(h, state);
            form(h, call.csrf, call.link("/activity/new"), [&] {
                hidden(h, "family", name_of(family));
                entry_fields(call, h, state, family, names);
                if (asks)
                    checkbox(h, state,
                             {.name = "even_if_same", .label = call.words("activity.page.field.even_if_same")});
                actions(h, [&] { submit_button(h, call.words("activity.page.new.save")); });
            });
        },
        status);
}

/// The id in the path, if it is one.
std::optional<EntryId> id_of(const module::Call& call) {
    const auto id = EntryId::parse(call.part("id"));
    return id ? std::optional(*id) : std::nullopt;
}

std::int64_t revision_of(const module::Call& call) {
    std::int64_t revision = 0;
    for (char c : call.request.form.get("revision").substr(0, 12))
        if (c >= '0' && c <= '9') revision = revision * 10 + (c - '0');
    return revision;
}

void facts_list(module::Call& call, Html& h, const Facts& facts, const RoomNames& names) {
    const auto& words = call.words;
    const auto label = [&](const char* field) { return words("activity.page.field." + std::string(field)); };
    const Shape& shape = shape_of(facts.kind);
    std::vector<Term> terms = {{label("kind"), kind_words(words, facts.kind)},
                               {label("day"), [&] { date(h, words, facts.day); }}};
    if (!facts.title.empty()) terms.push_back({label("title"), facts.title});
    if (facts.start) terms.push_back({label("start"), [&] { clock_time(h, words, *facts.start); }});
    if (facts.place) terms.push_back({label("place"), [&] { name(h, names.name(facts.place)); }});
    if (facts.activity) terms.push_back({label("activity"), [&] { name(h, names.name(facts.activity)); }});
    if (facts.cancelled) terms.push_back({label("cancelled"), [&] { badge(h, Tone::warning, label("cancelled")); }});
    if (shape.participants && !facts.cancelled) {
        terms.push_back({label(shape.family == Family::session ? "participants" : "participants.event"),
                         [&] { figure(h, words, facts.participants); }});
        terms.push_back({label("women"), [&] { figure(h, words, facts.women); }});
        terms.push_back({label("volunteers"), [&] { figure(h, words, facts.volunteers); }});
        terms.push_back({label("hours"), [&] {
                             if (facts.volunteer_minutes)
                                 hours(h, words, *facts.volunteer_minutes);
                             else
                                 figure(h, words, std::nullopt);
                         }});
    }
    if (shape.count) terms.push_back({label("count"), [&] { figure(h, words, facts.count); }});
    if (facts.reason)
        terms.push_back({label("reason"), words("activity.reason." + std::string(code_of(*facts.reason)))});
    definition_list(h, terms);
}

void mend_form(module::Call& call, Html& h, const SeenEntry& seen, const FormState& state, const RoomNames& names) {
    const std::string path = call.link("/activity/" + seen.entry.id.text());
    const std::string revision = std::to_string(seen.entry.revision);
    section(h, call.words("activity.page.entry.correct"), [&] {
        form(h, call.csrf, path, [&] {
            hidden(h, "revision", revision);
            entry_fields(call, h, state, shape_of(seen.entry.facts.kind).family, names);
            actions(h, [&] { submit_button(h, call.words("activity.page.entry.save")); });
        });
        confirm(h, call.words,
                {.id = "remove",
                 .opener = call.words("activity.page.entry.remove"),
                 .title = call.words("activity.page.entry.remove.title"),
                 .text = call.words("activity.page.entry.remove.text"),
                 .csrf = call.csrf,
                 .action = path + "/remove",
                 .hidden = {{"revision", revision}}});
    });
}

/// The page of a line; `again` holds the form when it was refused.
Response show_entry(module::Call& call, const FormState* again, int status) {
    const auto id = id_of(call);
    const auto seen =
        id ? see_entry(call.room(), call.caller, call.today(), *id) : base::Result<SeenEntry>(module::refusal());
    if (!seen) return module::not_found(call);
    const RoomNames names = RoomNames::load(call.room(), call.today());
    const FormState fresh{call.words, fields_of(draft_of(seen->entry.facts))};
    const FormState& state = again ? *again : fresh;
    return module::page(
        call, {.title = kind_words(call.words, seen->entry.facts.kind), .crumbs = crumbs(call)},
        [&](Html& h) {
            error_summary(h, state);
            facts_list(call, h, seen->entry.facts, names);
            small_print(h, [&] {
                h.text(call.words("activity.page.entry.logged_on") + " ");
                date(h, call.words, seen->entry.logged_on);
            });
            if (seen->may_mend)
                mend_form(call, h, *seen, state, names);
            else
                paragraph(h, call.words("activity.page.entry.read_only"));
        },
        status);
}

}  // namespace

Response new_entry_page(module::Call& call) {
    const Family family = family_named(call.request.query.get("family"));
    const auto like = EntryId::parse(call.request.query.get("like"));
    const auto suggested =
        suggested_draft(call.room(), call.caller, call.today(), like ? std::optional(*like) : std::nullopt);
    if (!suggested) return module::not_found(call);
    Draft draft;
    draft.day = suggested->day;
    draft.activity = suggested->activity;
    if (family == Family::session) draft = *suggested;
    if (const auto day = base::Date::parse(call.request.query.get("day"))) draft.day = day->iso();
    return show_new(call, {call.words, fields_of(draft)}, family, 200);
}

Response new_entry(module::Call& call) {
    const auto& fields = call.request.form;
    const auto logged =
        log_entry(call.room(), call.caller, call.today(), draft_of(fields), fields.get("even_if_same") == "yes");
    if (!logged) {
        if (auto refused = module::refused_page(call, logged.problems())) return std::move(*refused);
        return show_new(call, {call.words, fields, logged.problems()}, family_named(fields.get("family")), 422);
    }
    announce(call);
    return call.done(call.link("/activity?logged=" + logged->text()), "activity.flash.logged");
}

Response entry_page(module::Call& call) {
    return show_entry(call, nullptr, 200);
}

Response correct_entry_now(module::Call& call) {
    const auto id = id_of(call);
    if (!id) return module::not_found(call);
    const auto corrected =
        correct_entry(call.room(), call.caller, call.today(), *id, revision_of(call), draft_of(call.request.form));
    if (!corrected) {
        if (auto refused = module::refused_page(call, corrected.problems())) return std::move(*refused);
        const FormState again{call.words, call.request.form, corrected.problems()};
        return show_entry(call, &again, 422);
    }
    announce(call);
    return call.done(call.link("/activity/" + id->text()), "activity.flash.corrected");
}

Response remove_entry_now(module::Call& call) {
    const auto id = id_of(call);
    if (!id) return module::not_found(call);
    const auto removed = remove_entry(call.room(), call.caller, call.today(), *id, revision_of(call));
    if (!removed) {
        if (auto refused = module::refused_page(call, removed.problems())) return std::move(*refused);
        const FormState again{call.words, {}, removed.problems()};
        return show_entry(call, &again, 422);
    }
    announce(call);
    return call.done(call.link("/activity"), "activity.flash.removed");
}

}  // namespace samrum::activity
