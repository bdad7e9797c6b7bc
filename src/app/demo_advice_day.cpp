// The day at Lunds stadsbibliotek is open, with a small queue. Everybody in it is invented.
#include "advice/day/actions_queue.hpp"
#include "advice/sheets/actions_sheet.hpp"
#include "app/demo.hpp"

namespace samrum::app {
namespace {

namespace day = advice::day;

struct InventedVisitor {
    std::string_view language;
    advice::Topic topic;
    std::optional<advice::Length> length;
    int minutes_ago;
    int people;
    bool urgent;
};
constexpr InventedVisitor kQueue[] = {
    {"ar", advice::Topic::letter, advice::Length::short_, 34, 1, false},
    {"fa-AF", advice::Topic::housing, advice::Length::medium, 31, 3, false},
    {"sv", advice::Topic::form, advice::Length::short_, 22, 1, false},
    {"so", advice::Topic::family, advice::Length::long_, 17, 2, false},
    {"uk", advice::Topic::work, std::nullopt, 9, 1, false},
    {"ti", advice::Topic::authority, advice::Length::medium, 4, 1, true},
};

/// Two visits are over already.
const advice::sheets::SheetDraft kSheets[] = {
    {.topics = {"letter", "authority"},
     .language = "ar",
     .help = "speaker",
     .length = "short",
     .outcome = "answered",
     .people = "1"},
    {.topics = {"housing"},
     .language = "ti",
     .help = "phone",
     .length = "medium",
     .outcome = "referred",
     .referral = "municipal",
     .people = "2"},
};

}  // namespace

void open_advice_day(DemoBuild& build) {
    const module::RoomHead& head = build.rooms.find("im")->second;
    const auto room = build.store.room(head.id);
    const auto host = build.caller("volunteer-im", head);
    const auto view = must(day::day_view(*room, host, build.day, "stadsbiblioteket"));
    // On another day than the demo's own there may be nothing to open.
    if (view.today.empty()) return;
    const auto session = view.today.front().id;
    must(day::open_day(*room, host, build.day, session));
    const auto now = base::Instant::now();
    for (const InventedVisitor& one : kQueue) {
        advice::day::Assessment needs;
        needs.language = one.language;
        needs.topics = {one.topic};
        needs.length = one.length;
        needs.urgent = one.urgent;
        must(day::count_in(*room, host, session, one.people, needs, now.plus(-std::chrono::minutes(one.minutes_ago))));
    }
    must(day::sit_down(*room, host, session, {1, "", {"ar", "ckb"}, true, true}));
    must(day::sit_down(*room, host, session, {2, "", {"fa", "fa-AF", "en"}, false, true}));
    const auto first = must(day::call_next(*room, host, session, 1, now));
    must(day::step(*room, host, first.ticket.id, 1, day::Step::take, now));
    for (const auto& draft : kSheets)
        must(advice::sheets::save_sheet(*room, host, build.day, session, {.draft = draft}));
}

}  // namespace samrum::app
