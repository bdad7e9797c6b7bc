// One item of an agenda: its notes, what the group came to, actions, and the item itself.
#include "partnership/steering/actions_agenda.hpp"
#include "partnership/steering/actions_group.hpp"
#include "partnership/steering/actions_meeting.hpp"
#include "partnership/steering/pages.hpp"

#include <algorithm>

namespace samrum::partnership::steering {

using namespace web;

namespace {

struct ItemPath {
    MeetingId meeting;
    ItemId item;
};
std::optional<ItemPath> item_of_path(const module::Call& call) {
    const auto meeting = MeetingId::parse(call.part("id"));
    const auto item = ItemId::parse(call.part("item"));
    if (!meeting || !item) return std::nullopt;
    return ItemPath{*meeting, *item};
}
std::string item_link(const module::Call& call, std::string_view below = "") {
    return call.link("/steering/meetings/" + std::string(call.part("id")) + "/items/" + std::string(call.part("item")) +
                     std::string(below));
}
/// Back to the item in the agenda.
std::string back_to(const module::Call& call) {
    return call.link("/steering/meetings/" + std::string(call.part("id")) + "#item-" + std::string(call.part("item")));
}

Fields notes_values(const Item& item) {
    Fields values;
    values.add("notes", item.notes);
    values.add("consensus", std::string(agreement::word_of(item.consensus)));
    values.add("dissent", item.dissent);
    return values;
}
void notes_form(Html& h, module::Call& call, const FormState& state, const Item& item) {
    error_summary(h, state);
    form(h, call.csrf, item_link(call, "/notes"), [&] {
        hidden(h, "revision", std::to_string(item.revision));
        text_area(
            h, state,
            {.name = "notes", .label = said(call, "notes"), .description = said(call, "notes.hint"), .optional = true},
            8);
        radio_fields(h, state,
                     {.name = "consensus", .label = said(call, "outcome"), .optional = true, .unmarked = true},
                     {{"none", said(call, "consensus.none"), ""},
                      {"consensus", said(call, "consensus"), ""},
                      {"disagreement", said(call, "disagreement"), ""}});
        text_area(h, state,
                  {.name = "dissent",
                   .label = said(call, "dissent"),
                   .description = said(call, "dissent.hint"),
                   .optional = true},
                  3);
        actions(h, [&] { submit_button(h, said(call, "notes.save")); });
    });
}

/// Who can own an action: the functions of the meeting's day.
void action_form(Html& h, module::Call& call, const FormState& state, const ReadMeeting& read, const Item& item,
                 const Names& names) {
    error_summary(h, state);
    form(h, call.csrf, item_link(call, "/actions"), [&] {
        text_field(h, state,
                   {.name = "what", .label = said(call, "action.what"), .max_length = static_cast<int>(kLongestLine)});
        text_field(h, state,
                   {.name = "owner",
                    .label = said(call, "action.owner"),
                    .description = said(call, "action.owner.hint"),
                    .max_length = static_cast<int>(kLongestLine)});
        std::vector<Option> parties;
        for (const auto& one : names.agreements) {
            const bool of_it = item.agreement ? one.head.id == *item.agreement
                                              : std::ranges::find(read.meeting.agreements, one.head.id) !=
                                                    read.meeting.agreements.end();
            for (const auto& party : one.parties)
                if (of_it && std::ranges::find(parties, party.key, &Option::value) == parties.end())
                    parties.push_back({party.key, party.name, ""});
        }
        select_field(h, state, {.name = "organisation", .label = said(call, "action.organisation")}, parties);
        if (!item.agreement && read.meeting.agreements.size() > 1) {
            std::vector<Option> options;
            options.reserve(read.meeting.agreements.size());
            for (const AgreementId& one : read.meeting.agreements) options.push_back({one.text(), names.of(one), ""});
            select_field(h, state, {.name = "agreement", .label = said(call, "action.agreement")}, options);
        }
        date_field(h, state, {.name = "due", .label = said(call, "action.due"), .width = Width::medium});
        actions(h, [&] { submit_button(h, said(call, "action.add"), Variant::secondary); });
    });
}

Fields item_values(const Item& item) {
    Fields values;
    values.add("title", item.title);
    values.add("text", item.text);
    values.add("agreement", item.agreement ? item.agreement->text() : std::string());
    return values;
}
void item_form(Html& h, module::Call& call, const FormState& state, const ReadMeeting& read, const Item& item,
               const Names& names) {
    error_summary(h, state);
    form(h, call.csrf, item_link(call), [&] {
        hidden(h, "revision", std::to_string(item.revision));
        text_field(h, state,
                   {.name = "title", .label = said(call, "item.title"), .max_length = static_cast<int>(kLongestLine)});
        std::vector<Option> options{{"", said(call, "item.common"), ""}};
        for (const AgreementId& one : read.meeting.agreements) options.push_back({one.text(), names.of(one), ""});
        select_field(h, state, {.name = "agreement", .label = said(call, "action.agreement"), .optional = true},
                     options);
        text_area(h, state, {.name = "text", .label = said(call, "item.text"), .optional = true}, 5);
        actions(h, [&] { submit_button(h, said(call, "save"), Variant::secondary); });
    });
}

Response show_item(module::Call& call, std::string_view form_name, const base::Problems& problems) {
    if (auto refused = module::refused_page(call, problems)) return std::move(*refused);
    const auto path = item_of_path(call);
    const auto read =
        path && may_keep_here(call) ? find_meeting(call.room(), call.caller, path->meeting) : std::nullopt;
    if (!read) return module::not_found(call);
    const auto item = std::ranges::find(read->items, path->item, &Item::id);
    if (item == read->items.end()) return module::not_found(call);
    const Names names(call);
    auto crumbs = steering_crumbs(call);
    crumbs.emplace_back(meeting_title(call, read->meeting, read->group), back_to(call));
    return module::page(
        call, {.title = item->title, .crumbs = crumbs},
        [&](Html& h) {
            problems_on_top(h, call, problems);
            if (item->agreement) paragraph(h, [&] { agreement_badges(h, names, {*item->agreement}); });
            prose(h, item->text, 3);
            if (may(read->meeting.state, Deed::note)) {
                section(h, said(call, "notes"), [&] {
                    notes_form(h, call, state_for(call, "notes", form_name, problems, notes_values(*item)), *item);
                });
                section(h, said(call, "action.new"), [&] {
                    action_form(h, call, state_for(call, "action", form_name, problems), *read, *item, names);
                });
            }
            if (may(read->meeting.state, Deed::draw))
                section(h, said(call, "item.change"), [&] {
                    item_form(h, call, state_for(call, "item", form_name, problems, item_values(*item)), *read, *item,
                              names);
                });
        },
        problems.empty() ? 200 : 422);
}

Response item_answer(module::Call& call, const base::Result<base::Done>& done, std::string_view form_name) {
    return done ? call.done(back_to(call), "partnership.steering.flash.saved")
                : show_item(call, form_name, done.problems());
}

}  // namespace

Response item_page(module::Call& call) {
    return show_item(call, "", {});
}
Response save_item_now(module::Call& call) {
    const auto path = item_of_path(call);
    if (!path) return module::not_found(call);
    return item_answer(call,
                       save_item(call.room(), call.caller, path->meeting, path->item, typed_revision(call),
                                 {typed(call, "title"), typed(call, "text"), typed(call, "agreement")}),
                       "item");
}
Response save_notes_now(module::Call& call) {
    const auto path = item_of_path(call);
    if (!path) return module::not_found(call);
    return item_answer(call,
                       save_notes(call.room(), call.caller, path->meeting, path->item, typed_revision(call),
                                  {typed(call, "notes"), typed(call, "consensus"), typed(call, "dissent")}),
                       "notes");
}
Response move_item_now(module::Call& call) {
    const auto path = item_of_path(call);
    if (!path) return module::not_found(call);
    return item_answer(call, move_item(call.room(), call.caller, path->meeting, path->item, typed(call, "way") == "up"),
                       "");
}
Response remove_item_now(module::Call& call) {
    const auto path = item_of_path(call);
    if (!path) return module::not_found(call);
    const bool back = typed(call, "back") == "yes";
    const auto done = remove_item(call.room(), call.caller, path->meeting, path->item, back);
    if (!done) return show_item(call, "", done.problems());
    return call.done(call.link("/steering/meetings/" + path->meeting.text()),
                     back ? "partnership.steering.flash.saved" : "partnership.steering.flash.removed");
}
Response add_action_now(module::Call& call) {
    const auto path = item_of_path(call);
    if (!path) return module::not_found(call);
    const auto added = add_action(call.room(), call.caller, path->meeting, path->item.text(),
                                  {typed(call, "agreement"), typed(call, "what"), typed(call, "owner"),
                                   typed(call, "organisation"), typed(call, "due")});
    if (!added) return show_item(call, "action", added.problems());
    return call.done(back_to(call), "partnership.steering.flash.saved");
}

}  // namespace samrum::partnership::steering
