// Where RådRum gives advice, with the starts and sessions of the (synthetic) log. When Linero opened later in the day
// its visits doubled, as the officer's report of 2019 says. Ends, reasons and closures are invented.
#include "advice/sites/actions_read.hpp"
#include "advice/sites/actions_session.hpp"
#include "advice/sites/actions_site.hpp"
#include "app/demo.hpp"
#include "directory/actions_place.hpp"

#include <algorithm>

namespace samrum::app {
namespace {

namespace sites = advice::sites;

/// One association's advice as its coordinator enters it.
class AdviceEntry {
  public:
    AdviceEntry(DemoBuild& build, const module::RoomHead& head)
        : room_(build.store.room(head.id)), coordinator_(build.caller("coordinator-im", head)), today_(build.day) {}

    /// Its sessions are kept here from the first day of the agreement.
    sites::SiteId site(std::string_view place, const char* slug, bool quiet) {
        return must(sites::add_site(*room_, coordinator_,
                                    {.place = directory::find_place(*room_, place).value().id.text(),
                                     .activity = directory::find_activity(*room_, "RådRum").value().id.text(),
                                     .slug = slug,
                                     .municipality = "Lund",
                                     .desks = quiet ? "2" : "4",
                                     .note_days = "0",
                                     .opened_on = "2019-07-01",
                                     .takes_bookings = quiet,
                                     .phone_tickets = !quiet,
                                     .kiosk = !quiet,
                                     .wall = !quiet,
                                     .asks_gender = true}));
    }
    /// Weekly hours; those of `replaces` end the day before.
    void hours(sites::SiteId site, sites::RuleInput input, bool replaces = false) {
        sites::HoursInput change{.hours = std::move(input)};
        const auto rules = sites::hours_of(*room_, sites::find_site(*room_, site).value(), today_).rules;
        if (replaces) {
            change.verb = sites::HoursVerb::change;
            change.rule = std::ranges::max(rules, {}, [](const auto& one) { return one.days.first(); }).id.text();
        }
        must(sites::change_hours(*room_, coordinator_, today_, site, change));
    }
    void extra(sites::SiteId site, const char* day, const char* starts, const char* ends) {
        must(sites::add_session(*room_, coordinator_, site, {day, starts, ends, {"3"}}));
    }
    void cancel(sites::SiteId site, const char* day, const char* reason) {
        const std::string id = site.text();
        const base::Date on = must(base::Date::parse(day));
        const auto there = sites::sessions_page_of(*room_, {.first = on, .last = on, .site = id}, 1).sessions;
        const auto& session = there.at(0).session;
        must(sites::cancel_session(*room_, coordinator_, session.id, session.revision, reason));
    }
    void closed(sites::SiteId site, const char* first, const char* last, const char* reason) {
        must(sites::add_closure(*room_, coordinator_, today_, {site.text(), first, last, reason}));
    }

  private:
    std::unique_ptr<store::Session> room_;
    module::Caller coordinator_;
    base::Date today_;
};

sites::RuleInput weekly(const char* weekday, const char* starts, const char* ends, const char* first,
                        const char* every = "1") {
    return {.weekday = weekday,
            .every_weeks = every,
            .starts = starts,
            .ends = ends,
            .first = first,
            .wants = {.advisers = *weekday == '2' ? "4" : "3", .experienced = true, .languages = {"ar"}}};
}

}  // namespace

void make_advice_sites(DemoBuild& build) {
    AdviceEntry im(build, build.rooms.find("im")->second);
    const auto library = im.site("Lunds stadsbibliotek", "stadsbiblioteket", false);
    im.hours(library, weekly("2", "16:00", "18:30", "2016-10-04"));
    im.cancel(library, "2019-11-05", "Biblioteket var stängt (påhittad orsak)");
    im.cancel(library, "2020-01-07", "För få rådgivare (påhittad orsak)");
    im.extra(library, "2020-01-31", "14:00", "17:00");

    const auto linero = im.site("Linero bibliotek", "linero", true);
    im.hours(linero, weekly("4", "14:00", "16:30", "2017-02-02", "2"));
    im.hours(linero, weekly("4", "17:00", "19:30", "2019-10-03", "2"), true);
    im.extra(linero, "2019-09-24", "14:00", "16:30");
    for (const char* day : {"2019-11-26", "2020-01-14"}) im.extra(linero, day, "17:00", "19:30");
    im.extra(linero, "2019-12-05", "17:00", "19:30");
    im.cancel(linero, "2019-12-05", "För få rådgivare (påhittad orsak)");
    im.closed(linero, "2020-02-17", "2020-02-23", "Sportlov (påhittat)");
}

}  // namespace samrum::app
