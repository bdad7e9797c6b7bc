// The first page, and the change of language.
#include "app/demo.hpp"
#include "app/pages.hpp"
#include "app/paths.hpp"
#include "directory/actions_grant.hpp"
#include "directory/actions_room.hpp"
#include "foundation/module/page.hpp"
#include "foundation/web/components.hpp"

#include <algorithm>

namespace samrum::app {
namespace {

using namespace web;

void room_cards(Html& h, const std::vector<module::RoomHead>& rooms, bool public_party) {
    card_grid(h, [&] {
        for (const module::RoomHead& room : rooms)
            if (room.is_public_party == public_party)
                card(h, {.title = room.name, .href = "/" + room.short_name, .content = {}, .level = 3});
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

void body(module::Call& call, Html& h) {
    const auto& words = call.words;
    const auto rooms = directory::list_rooms(call.lobby());
    const auto any = [&](bool party) {
        return std::any_of(rooms.begin(), rooms.end(), [&](const auto& room) { return room.is_public_party == party; });
    };
    if (call.caller.signed_in())
        own_rooms(call, h);
    else
        actions(h, [&] { link_button(h, "/sign-in", words("front.sign_in")); });
    if (any(true))
        section(h, words("front.rooms"), [&] {
            paragraph(h, words("front.rooms.text"));
            room_cards(h, rooms, true);
        });
    if (any(false)) section(h, words("front.associations"), [&] { room_cards(h, rooms, false); });
    if (rooms.empty()) empty_state(h, words("front.no_rooms.title"), words("front.no_rooms.text"));
    if (call.house.demo) demo_roles(call, h);
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
