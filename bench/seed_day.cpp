// bench_day_seed: an association's room with so many sites, each with its queue open, for bench/day.mjs. Prints
// {"room": id, "sites": [{"slug", "secret", "topic"}]}. usage: bench_day_seed DIRECTORY POSTGRESQL-ADDRESS|'' SITES
#include "advice/day/actions_day.hpp"
#include "advice/day/repository_day.hpp"
#include "advice/sites/repository_site.hpp"
#include "directory/actions_organisation.hpp"
#include "directory/actions_place.hpp"
#include "directory/actions_room.hpp"

#include <cstdio>
#include <cstdlib>

namespace {

using namespace samrum;
using base::Date;

const store::Actor kSeed{"system", "bench"};
const store::Statement kSeedSite{
    store::Scope::room,
    "insert into advice_site (id, place, activity, slug, municipality, desks, takes_bookings, phone_tickets, kiosk, "
    "wall, "
    "asks_gender, note_days, opened_on, closed_on) values ($1, $2, $3, $4, $5, 2, $6, $7, $6, $7, $6, 0, '2019-07-01', "
    "null)"};

module::Caller coordinator(const module::RoomHead& head) {
    module::Caller one;
    one.account = module::AccountId::random();
    one.label = "bench";
    one.room_organisation = head.organisation;
    one.grants = {
        {*one.account, head.id, module::Role::coordinator, head.organisation, {Date::of(2019, 1, 1), std::nullopt}}};
    return one;
}

advice::sites::SessionId seed_site(store::Session& room, int number, Date today) {
    namespace advice_sites = advice::sites;
    const auto session = advice_sites::SessionId::random();
    room.transaction([&](store::Transaction& tx) {
        const std::string name = "Bibliotek " + std::to_string(number) + " (påhittat)";
        const auto site = advice_sites::SiteId::random();
        tx.run(kSeedSite, site, directory::place_named(tx, kSeed, name),
               directory::activity_named(tx, kSeed, "RådRum", Date::of(2019, 7, 1)), "plats-" + std::to_string(number),
               "Kommun " + std::to_string(number / 2), false, true);
        advice_sites::Session planned;
        planned.id = session;
        planned.site = site;
        planned.day = today;
        planned.starts = {16 * 60};
        planned.ends = {19 * 60};
        advice_sites::insert_session(tx, planned);
    });
    return session;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 4) return 2;
    const bool sqlite = std::string_view(argv[2]).empty();
    const auto server =
        store::Store::create({sqlite ? store::Engine::sqlite : store::Engine::postgresql, argv[1], argv[2]}).value();
    const auto today = Date::of(2020, 1, 31);
    const auto organisation = server->lobby()->transaction([&](store::Transaction& lobby) {
        return directory::add_organisation(lobby, kSeed, {"association", "Rådgivarna (påhittad)", "", "", true},
                                           std::nullopt);
    });
    if (!organisation) return 1;
    const auto head = directory::create_room(*server, kSeed, {"im", *organisation}).value();
    const auto room = server->room(head.id);
    const auto who = coordinator(head);
    std::printf("{\"room\":\"%s\",\"sites\":[", head.id.text().c_str());
    for (int i = 0; i < std::atoi(argv[3]); ++i) {
        const auto session = seed_site(*room, i, today);
        advice::day::open_day(*room, who, today, session).value();
        const auto open = advice::day::open_session(*room, session).value();
        std::printf("%s{\"slug\":\"plats-%d\",\"secret\":\"%s\",\"topic\":\"%s\"}", i ? "," : "", i,
                    open.secret.c_str(), advice::day::live_topic(head.id, open).c_str());
    }
    std::printf("]}\n");
}
