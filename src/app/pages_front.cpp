// The first page, and the change of language.
#include "app/demo.hpp"
#include "app/pages.hpp"
#include "app/paths.hpp"
#include "directory/actions_grant.hpp"
#include "directory/actions_room.hpp"
#include "foundation/module/page.hpp"
#include "foundation/web/components.hpp"
#include "partnership/agreement/actions_read.hpp"

#include <algorithm>

namespace samrum::app {
namespace {

using namespace web;

constexpr std::size_t kMostCards = 48;

/// How many agreements a public party has in force today.
std::string in_force(module::Call& call, const module::RoomHead& room) {
    const auto session = call.house.store->room(room.id);
    const auto agreements = partnership::agreement::public_agreements(*session, call.today());
    return call.words("front.agreements", {{"count", static_cast<std::int64_t>(agreements.size())}});
}

void room_cards(module::Call& call, Html& h, const std::vector<module::RoomHead>& rooms) {
    const std::size_t shown = std::min(rooms.size(), kMostCards);
    card_grid(h, [&] {
        for (std::size_t i = 0; i < shown; ++i) {
            const module::RoomHead& room = rooms[i];
            card(h, {.title = room.name,
                     .href = "/" + room.short_name,
                     .content = room.is_public_party ? in_force(call, room) : "",
                     .level = 3});
        }
    });
    if (shown < rooms.size())
        small_print(h, call.words("front.many", {{"shown", static_cast<std::int64_t>(shown)},
                                                 {"all", static_cast<std::int64_t>(rooms.size())}}));
}

/// The rooms whose name holds what was searched for, in the order of the alphabet.
std::vector<module::RoomHead> rooms_named(module::Call& call, bool public_party) {
    const std::string wanted = text::folded(call.request.query.get("q"));
    std::vector<module::RoomHead> found;
    for (module::RoomHead& room : directory::list_rooms(call.lobby()))
        if (room.is_public_party == public_party && text::folded(room.name).find(wanted) != std::string::npos)
            found.push_back(std::move(room));
    std::sort(found.begin(), found.end(),
              [](const auto& a, const auto& b) { return text::sort_key(a.name) < text::sort_key(b.name); });
    return found;
}

void search_form(module::Call& call, Html& h) {
    query_form(h, "/", [&] {
        FormState state{call.words};
        state.values.add("q", std::string(call.request.query.get("q")));
        search_field(h, state, {.name = "q", .label = call.words("front.find")});
        submit_button(h, call.words("front.find.submit"), Variant::secondary);
    });
}

/// Who one may be in the demo, with what to sign in.
void demo_roles(module::Call& call, Html& h) {
    const auto& words = call.words;
    section(h, words("demo.accounts"), [&] {
        paragraph(h, words("demo.accounts.text", {{"password", std::string(kDemoPassword)}}));
        const Table shown{.caption = words("demo.accounts"),
                          .hide_caption = true,
                          .columns = {{.label = words("demo.accounts.role")}, {.label = words("demo.accounts.email")}}};
        table(h, words, shown, [&](Rows& rows) {
            for (const DemoAccount& one : demo_accounts()) rows.row({one.function, [&] { isolated(h, one.email); }});
        });
    });
}

/// The rooms that the signed-in may enter.
void own_rooms(module::Call& call, Html& h) {
    const auto doors = directory::rooms_open_to(call.lobby(), *call.caller.account, call.today());
    if (doors.empty()) return;
    section(h, call.words("front.own_rooms"), [&] {
        card_grid(h, [&] {
            for (const auto& door : doors)
                card(
                    h,
                    {.title = door.room.name, .href = "/" + door.room.short_name + "/home", .content = {}, .level = 3});
        });
    });
}

void rooms(module::Call& call, Html& h) {
    const auto& words = call.words;
    const auto parties = rooms_named(call, true);
    const auto associations = rooms_named(call, false);
    const bool searched = !call.request.query.get("q").empty();
    if (searched || parties.size() > kMostCards || associations.size() > kMostCards) search_form(call, h);
    if (!parties.empty()) section(h, words("front.rooms"), [&] { room_cards(call, h, parties); });
    if (!associations.empty()) section(h, words("front.associations"), [&] { room_cards(call, h, associations); });
    if (!parties.empty() || !associations.empty()) return;
    if (searched)
        empty_state(h, words("front.none_found"), "");
    else
        empty_state(h, words("front.no_rooms.title"), words("front.no_rooms.text"));
}

void body(module::Call& call, Html& h) {
    const auto& words = call.words;
    if (call.caller.signed_in())
        own_rooms(call, h);
    else
        actions(h, [&] { link_button(h, "/sign-in", words("front.sign_in")); });
    if (call.house.demo && !call.caller.signed_in()) demo_roles(call, h);
    rooms(call, h);
    section(h, words("front.what"), [&] {
        bullets(h, {words("front.what.promise"), words("front.what.rooms"), words("front.what.people")});
    });
}

}  // namespace

web::Response front_page(module::Call& call) {
    return module::page(call, {.title = call.words("front.title"), .lead = call.words("front.lead"), .index = true},
                        [&](Html& h) { body(call, h); });
}

web::Response language_page(module::Call& call) {
    // The door has set the cookie already: it looks for `lang` on every page.
    return web::Response::redirect(own_path(call.request.query.get("next")));
}

}  // namespace samrum::app
