// RådRum's volunteers, all invented: as many, and with as many comings and goings, as the published figures say.
#include "advice/sites/model_words.hpp"
#include "advice/sites/repository_site.hpp"
#include "advice/volunteers/actions_access.hpp"
#include "advice/volunteers/actions_application.hpp"
#include "advice/volunteers/actions_course.hpp"
#include "advice/volunteers/actions_times.hpp"
#include "app/demo.hpp"

#include <algorithm>

namespace samrum::app {
namespace {

using namespace advice;
using volunteers::VolunteerId;

struct DemoVolunteer {
    std::string_view name;
    std::string_view languages;  ///< codes
    std::string_view started;
    std::string_view trained;   ///< empty: not yet
    std::string_view weekdays;  ///< when they usually can: "24" is Tuesdays and Thursdays
    std::string_view background;
    bool experienced = false;
    std::string_view left = {};
    std::string_view reason = {};
    bool is_protected = false;
};
constexpr DemoVolunteer kVolunteers[] = {
    {"Alva Exempel", "sv en", "2018-09-03", "2018-09-10", "24", "established", true},
    {"Bashir Exempel", "sv ar en", "2019-02-04", "2019-02-16", "2", "newcomer"},
    {"Çiğdem Exempel", "sv tr ku", "2019-04-08", "2019-04-13", "24", "newcomer", true},
    {"Person med skyddad identitet", "sv ar", "2019-02-04", "2019-02-16", "4", "unsaid", false, "", "", true},
    {"Dawit Exempel", "sv ti am", "2019-02-04", "2019-02-16", "24", "newcomer"},
    {"Elsa Exempel", "sv en de", "2016-10-04", "2016-10-15", "2", "established", true},
    {"Farida Exempel", "sv fa-AF fa", "2017-03-06", "2017-03-18", "2", "newcomer", true},
    {"Gunnar Exempel", "sv en", "2016-10-04", "2016-10-15", "4", "established", true},
    {"Hodan Exempel", "sv so", "2018-02-05", "2018-02-17", "24", "newcomer"},
    {"Ingrid Exempel", "sv en fr", "2017-09-04", "2017-09-16", "2", "established", true},
    {"Jamal Exempel", "ar en sv", "2018-02-05", "2018-02-17", "4", "newcomer"},
    {"Kerstin Exempel", "sv fi", "2017-09-04", "2017-09-16", "24", "established", true},
    {"Leyla Exempel", "sv ckb ar", "2018-09-03", "2018-09-15", "2", "newcomer"},
    {"Maja Exempel", "sv en es", "2018-09-03", "2018-09-15", "4", "established"},
    {"Nasrin Exempel", "sv fa", "2018-09-03", "2018-09-15", "24", "established", true},
    {"Olena Exempel", "uk ru en", "2019-04-08", "2019-04-13", "2", "newcomer"},
    {"Petter Exempel", "sv en", "2018-02-05", "2018-02-17", "24", "established"},
    {"Rahel Exempel", "ti sv", "2019-05-13", "2019-09-14", "4", "newcomer"},
    {"Sigrid Exempel", "sv en", "2017-03-06", "2017-03-18", "2", "established", true},
    {"Tomasz Exempel", "pl sv en", "2018-02-05", "2018-02-17", "4", "established"},
    {"Ulla Exempel", "sv", "2016-10-04", "2016-10-15", "24", "established", true},
    {"Yasmin Exempel", "ar fr sv", "2020-01-18", "", "2", "newcomer"},
    {"Åke Exempel", "sv en", "2020-01-18", "", "4", "established"},
    {"Ivar Exempel", "sv en", "2016-10-04", "2016-10-15", "", "established", true, "2018-08-31", "studies"},
    {"Johanna Exempel", "sv en", "2017-09-04", "2017-09-16", "", "established", false, "2018-08-31", "studies"},
    {"Khalid Exempel", "ar sv", "2017-03-06", "2017-03-18", "", "newcomer", false, "2018-10-31", "full_time_job"},
    {"Lina Exempel", "sv es", "2017-09-04", "2017-09-16", "", "established", false, "2019-01-15", "studies"},
    {"Mehari Exempel", "ti sv", "2017-03-06", "2017-03-18", "", "newcomer", false, "2019-03-31", "full_time_job"},
    {"Nora Exempel", "sv en", "2018-02-05", "2018-02-17", "", "established", false, "2019-03-31", "full_time_job"},
    {"Östen Exempel", "sv", "2017-10-02", "2017-10-14", "", "established", true, "2019-05-31", "full_time_job"},
    {"Pia Exempel", "sv en", "2018-02-05", "2018-02-17", "", "established", false, "2019-12-15", "moved"},
};

std::vector<std::string> marks_of(const DemoVolunteer& one, const std::vector<sites::Site>& known) {
    std::vector<std::string> marks;
    for (const char day : one.weekdays) {
        // Tuesdays at the city library, Thursdays at Linero; the experienced go anywhere.
        const auto site =
            std::ranges::find(known, day == '2' ? std::string_view("stadsbiblioteket") : "linero", &sites::Site::slug);
        const bool anywhere = one.experienced || site == known.end();
        marks.push_back(std::string(1, day) + ":" + (anywhere ? "" : site->id.text()));
    }
    return marks;
}

VolunteerId add(store::Session& room, const module::Caller& who, base::Date today, const DemoVolunteer& one,
                int number) {
    volunteers::NewVolunteer input;
    const std::string email =
        number == 1 ? "volontar@im.example" : "volontar-" + std::to_string(number) + "@im.example";
    input.input = {std::string(one.name), email, "", one.is_protected, true};
    input.facts = {.languages = split_codes(one.languages),
                   .trained_on = std::string(one.trained),
                   .background = std::string(one.background),
                   .note = "",
                   .experienced = one.experienced};
    input.started_on = std::string(one.started);
    return must(volunteers::add_volunteer(room, who, today, input));
}

void give_course(store::Session& room, const module::Caller& who, base::Date today,
                 const std::vector<VolunteerId>& people) {
    const auto basics = must(volunteers::add_course(
        room, who, {"Att möta, lyssna och lotsa", "basics", "2019-09-14", "10:00", "Lunds stadsbibliotek", "20"}));
    must(volunteers::sign_up(room, who, basics, people));
    must(volunteers::set_guests(room, who, basics, {"network", "Tillsammansnätverket i Dalby (påhittat)", "4"}));
    must(volunteers::set_guests(room, who, basics, {"interpreter_student", "Tolkutbildningen (påhittad)", "2"}));
    must(volunteers::hold_course(room, who, today, basics, people));
    must(volunteers::add_course(
        room, who, {"Att möta, lyssna och lotsa", "basics", "2020-02-15", "10:00", "Lunds stadsbibliotek", "20"}));
}

void take_applications(store::Session& room, base::Date today) {
    must(volunteers::apply(
        room, today, {"Amina Exempel", "amina@example.org", "", {"so", "sv"}, "Jag arbetade på bank i Mogadishu."}));
    must(volunteers::apply(room, today, {"Björn Exempel", "", "070-174 06 05", {"sv", "en"}, ""}));
}

}  // namespace

void make_volunteers(DemoBuild& build) {
    const module::RoomHead& head = build.rooms.find("im")->second;
    const web::Request request;
    module::Call call(build.house, request, build.house.catalogues->words("sv"));
    call.head = head;
    call.caller = build.caller("coordinator-im", head);
    store::Session& room = call.room();
    const auto known = sites::load_sites(room);
    std::vector<VolunteerId> ids;
    for (const DemoVolunteer& one : kVolunteers) {
        ids.push_back(add(room, call.caller, build.day, one, static_cast<int>(ids.size()) + 1));
        must(volunteers::save_availability(room, call.caller, ids.back(), marks_of(one, known),
                                           one.experienced ? "6" : "4"));
        if (one.left.empty()) continue;
        must(volunteers::record_leaving(room, call.caller, build.day, ids.back(), 2,
                                        {std::string(one.left), std::string(one.reason)}));
    }
    must(volunteers::begin_break(room, call.caller, ids[13], "2020-01-13", "2020-03-31"));  // Maja
    give_course(room, call.caller, build.day, {ids[0], ids[17]});                           // Alva, Rahel
    take_applications(room, build.day);
    must(volunteers::give_access(call, ids.front()));
}

}  // namespace samrum::app
