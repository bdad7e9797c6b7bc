// The desk: an officer who left, and what they handed over to the one of today (invented), and the reminders of the
// day.
#include "app/demo.hpp"
#include "app/handover.hpp"
#include "app/reminders.hpp"
#include "directory/actions_account.hpp"
#include "directory/actions_grant.hpp"
#include "directory/actions_succession.hpp"

#include <algorithm>

namespace samrum::app {
namespace {

const store::Actor kDesk{"demo", "demo"};
constexpr std::string_view kFormer = "tidigare@lund.example";
constexpr std::string_view kOfficer = "handlaggare@lund.example";

void let_former_officer_in(DemoBuild& build, const module::RoomHead& head) {
    const auto lobby = build.store.lobby();
    must(directory::create_account(
        *lobby, kDesk, {std::string(kFormer), "tidigare handläggare", "sv", std::string(kDemoPassword), true}));
    must(directory::give_grant_by_command(
        *lobby, kDesk, head, build.day,
        {std::string(kFormer), "tidigare handläggare", "officer", "", "2016-01-01", ""}));
}

}  // namespace

void make_desk(DemoBuild& build) {
    const module::RoomHead& head = build.rooms.find("lund")->second;
    let_former_officer_in(build, head);
    const auto lobby = build.store.lobby();
    const auto former = directory::find_account(*lobby, kFormer);
    const auto callers = directory::callers_on(*lobby, head, build.day);
    const auto leaving =
        std::ranges::find_if(callers, [&](const module::Caller& one) { return one.account == former->id; });
    must(hand_over(build.house, *build.store.room(head.id), head, *leaving,
                   {former->id.text(), std::string(kOfficer), "partnerskapshandläggare", build.day.iso(),
                    "Projektchefen på IM vill hellre bli uppringd än få brev.\n\nFrågan om vem som betalar från "
                    "årsskiftet är inte avgjord: följ budgeten i kommunfullmäktige (påhittad anteckning).",
                    true}));
    for (const auto& [name, room] : build.rooms) remind_room(build.house, *build.store.room(room.id), room);
    build.run_jobs();
}

}  // namespace samrum::app
