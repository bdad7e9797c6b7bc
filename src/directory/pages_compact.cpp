// Compacts (Överenskommelsen): open pages that tell of the principles and of who has joined, and the officer's form.
#include "directory/pages_compact.hpp"

#include "directory/actions_compact.hpp"
#include "directory/actions_organisation.hpp"
#include "directory/model_permissions.hpp"
#include "directory/pages.hpp"
#include "directory/pages_parts.hpp"
#include "foundation/module/page.hpp"

namespace samrum::directory {

using namespace web;

std::string compact_words(const module::Call& call, std::string_view key, const base::MessageArgs& args) {
    return call.words("directory.compact." + std::string(key), args);
}

std::optional<Compact> compact_of(module::Call& call) {
    const auto id = CompactId::parse(call.part("id"));
    return id ? find_compact(call.room(), *id) : std::nullopt;
}

std::string compact_path(const module::Call& call, const Compact& compact, std::string_view below) {
    return call.link("/compacts/" + compact.id.text() + std::string(below));
}

namespace {

bool keeps(const module::Call& call) {
    return module::may_for(call.caller, kKeepCompacts, call.head->organisation);
}

void adopted(const module::Call& call, Html& h, const Compact& one) {
    name(h, one.adopted_by);
    h.text(", ");
    date(h, call.words, one.adopted_on);
    if (one.paragraph.empty()) return;
    h.text(", ");
    isolated(h, one.paragraph);
}

void compact_card(module::Call& call, Html& h, const Compact& one) {
    card(h,
         {.title = one.title, .href = compact_path(call, one), .content = [&] {
              paragraph(h, [&] {
                  badge(h, Tone::neutral, compact_words(call, "level." + std::string(level_name(one.level))));
                  h.text(" ");
                  adopted(call, h, one);
              });
              const auto joined = list_joined(call.room(), one.id);
              paragraph(h, compact_words(call, "joined.count", {{"count", static_cast<std::int64_t>(joined.size())}}));
          }});
}

void facts_of_compact(module::Call& call, Html& h, const Compact& one) {
    std::vector<Term> terms{
        {compact_words(call, "level"), compact_words(call, "level." + std::string(level_name(one.level)))},
        {compact_words(call, "adopted"), [&] { adopted(call, h, one); }},
        {compact_words(call, "parties"), [&] {
             std::vector<Content> parties;
             parties.reserve(one.parties.size());
             for (const std::string& party : one.parties) parties.emplace_back([&h, &party] { name(h, party); });
             bullets(h, parties);
         }}};
    if (one.website)
        terms.push_back(
            {compact_words(call, "website"), [&] { link(h, *one.website, [&] { isolated(h, *one.website); }); }});
    definition_list(h, terms);
}

void principles(const module::Call& call, Html& h, const Compact& one) {
    section(h, compact_words(call, "principles"), [&] {
        std::vector<Term> terms;
        terms.reserve(one.principles.size());
        for (const Principle& principle : one.principles) terms.push_back({principle.title, principle.text});
        definition_list(h, terms);
    });
}

/// Organisations alone: names of persons beside them could tell of belief or origin.
void who_has_joined(module::Call& call, Html& h, const Compact& one) {
    section(h, compact_words(call, "joined"), [&] {
        const Table frame{.caption = compact_words(call, "joined"),
                          .hide_caption = true,
                          .columns = {{.label = call.words("directory.organisation.name")},
                                      {.label = compact_words(call, "decided")}},
                          .empty = compact_words(call, "joined.empty")};
        table(h, call.words, frame, [&](Rows& rows) {
            for (const Joined& joined : list_joined(call.room(), one.id)) {
                const auto now = find_organisation(call.lobby(), joined.organisation);
                rows.row(
                    {[&] { name(h, now ? now->name : joined.name); }, [&] { date(h, call.words, joined.decided_on); }});
            }
        });
    });
}

void compact_fields(const module::Call& call, Html& h, const FormState& state) {
    std::vector<Option> levels;
    for (const CompactLevel level : kCompactLevels)
        levels.push_back(
            {std::string(level_name(level)), compact_words(call, "level." + std::string(level_name(level)))});
    radio_fields(h, state, {.name = "level", .label = compact_words(call, "level"), .fallback = "local"}, levels);
    text_field(h, state, {.name = "title", .label = compact_words(call, "title_label"), .max_length = 200});
    text_area(
        h, state,
        {.name = "parties", .label = compact_words(call, "parties"), .description = compact_words(call, "a_line_each")},
        3);
    text_field(h, state,
               {.name = "adopted_by",
                .label = compact_words(call, "adopted_by"),
                .description = compact_words(call, "adopted_by.hint"),
                .max_length = 200});
    date_field(h, state, {.name = "adopted_on", .label = compact_words(call, "adopted_on")});
    text_field(h, state,
               {.name = "paragraph",
                .label = compact_words(call, "paragraph"),
                .optional = true,
                .max_length = 200,
                .width = Width::narrow});
    text_field(h, state,
               {.name = "website",
                .label = compact_words(call, "website"),
                .optional = true,
                .autocomplete = "url",
                .input_mode = "url"});
    text_area(h, state,
              {.name = "principles",
               .label = compact_words(call, "principles"),
               .description = compact_words(call, "principles.hint")},
              9);
}

CompactInput compact_input(const module::Call& call) {
    return {.level = typed(call, "level"),
            .title = typed(call, "title"),
            .parties = typed(call, "parties"),
            .adopted_by = typed(call, "adopted_by"),
            .adopted_on = typed(call, "adopted_on"),
            .paragraph = typed(call, "paragraph"),
            .website = typed(call, "website"),
            .principles = typed(call, "principles")};
}

Fields values_of_compact(const CompactInput& input) {
    Fields values;
    values.add("level", input.level);
    values.add("title", input.title);
    values.add("parties", input.parties);
    values.add("adopted_by", input.adopted_by);
    values.add("adopted_on", input.adopted_on);
    values.add("paragraph", input.paragraph);
    values.add("website", input.website);
    values.add("principles", input.principles);
    return values;
}

/// A new one begins with the room's organisation as a party and the six principles.
CompactInput usual_compact(const module::Call& call) {
    CompactInput input;
    input.level = "local";
    input.title = compact_words(call, "usual.title", {{"name", call.head->name}});
    input.parties = call.head->name + "\n" + compact_words(call, "usual.sector") + "\n";
    for (const char* key : {"independence", "dialogue", "quality", "continuity", "openness", "diversity"})
        input.principles += compact_words(call, "principle." + std::string(key)) + "\n";
    return input;
}

Response show_compact_form(module::Call& call, const std::optional<Compact>& known, const FormState& state) {
    if (auto refused = module::refused_page(call, state.problems)) return std::move(*refused);
    std::vector<std::pair<std::string, std::string>> crumbs{
        {call.words("directory.compacts.title"), call.link("/compacts")}};
    if (known) crumbs.emplace_back(known->title, compact_path(call, *known));
    return module::page(
        call, {.title = compact_words(call, known ? "change" : "new"), .crumbs = crumbs},
        [&](Html& h) {
            error_summary(h, state);
            form(h, call.csrf, known ? compact_path(call, *known, "/change") : call.link("/compacts/new"), [&] {
                compact_fields(call, h, state);
                actions(h, [&] { submit_button(h, call.words("directory.save")); });
            });
        },
        state.problems.empty() ? 200 : 422);
}

}  // namespace

bool compacts_are_there(store::Reader& room, base::Date today) {
    static_cast<void>(today);
    return has_compacts(room);
}
bool compacts_in_use(store::Reader& room) {
    return has_compacts(room);
}

Response compacts_page(module::Call& call) {
    const auto all = list_compacts(call.room());
    // An association's room has none of its own, and nothing to tell anybody.
    if (all.empty() && !keeps(call)) return module::not_found(call);
    return module::page(call,
                        {.title = call.words("directory.compacts.title"),
                         .lead = compact_words(call, "lead"),
                         .description = compact_words(call, "lead"),
                         .index = true},
                        [&](Html& h) {
                            if (keeps(call))
                                actions(
                                    h, [&] { link_button(h, call.link("/compacts/new"), compact_words(call, "new")); });
                            if (all.empty())
                                return empty_state(h, compact_words(call, "empty"), compact_words(call, "empty.why"));
                            card_grid(h, [&] {
                                for (const Compact& one : all) compact_card(call, h, one);
                            });
                        });
}

Response compact_page(module::Call& call) {
    const auto one = compact_of(call);
    if (!one) return module::not_found(call);
    return module::page(call,
                        {.title = one->title,
                         .crumbs = {{call.words("directory.compacts.title"), call.link("/compacts")}},
                         .lead = compact_words(call, "what"),
                         .description = compact_words(call, "what"),
                         .index = true},
                        [&](Html& h) {
                            if (may_join(call.caller) || keeps(call))
                                actions(h, [&] {
                                    if (may_join(call.caller))
                                        link_button(h, compact_path(call, *one, "/join"), compact_words(call, "join"));
                                    if (keeps(call))
                                        link_button(h, compact_path(call, *one, "/change"),
                                                    compact_words(call, "change"), Variant::secondary);
                                });
                            facts_of_compact(call, h, *one);
                            principles(call, h, *one);
                            who_has_joined(call, h, *one);
                            accession_list(call, h, *one);
                            section(h, compact_words(call, "how"),
                                    [&] { paragraph(h, compact_words(call, "how.text")); });
                        });
}

Response new_compact_page(module::Call& call) {
    return show_compact_form(call, std::nullopt, {call.words, values_of_compact(usual_compact(call))});
}

Response new_compact(module::Call& call) {
    const auto added = add_compact(call.room(), call.caller, call.today(), compact_input(call));
    if (added) return call.done(call.link("/compacts/" + added->text()), "directory.saved");
    return show_compact_form(call, std::nullopt, shown_again(call, added.problems()));
}

Response change_compact_page(module::Call& call) {
    const auto one = compact_of(call);
    if (!one) return module::not_found(call);
    return show_compact_form(call, one, {call.words, values_of_compact(input_of(*one))});
}

Response change_compact_now(module::Call& call) {
    const auto one = compact_of(call);
    if (!one) return module::not_found(call);
    const auto changed = change_compact(call.room(), call.caller, call.today(), one->id, compact_input(call));
    if (changed) return call.done(compact_path(call, *one), "directory.saved");
    return show_compact_form(call, one, shown_again(call, changed.problems()));
}

}  // namespace samrum::directory
