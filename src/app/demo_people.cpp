// Invented persons of the associations (RådRum's volunteers: demo_advice_volunteers.cpp), and the public places where
// RådRum meets.
#include "app/demo.hpp"
#include "directory/actions_person.hpp"
#include "directory/actions_place.hpp"
#include "foundation/store/store.hpp"

namespace samrum::app {
namespace {

struct DemoPerson {
    std::string_view account;  ///< key of who enters them
    std::string_view room;
    std::string_view name;
    std::string_view function;
    std::string_view first;
    std::string_view last;
    bool is_protected = false;
};
constexpr DemoPerson kPeople[] = {
    {"coordinator-im", "im", "Åsa Exempel", "Kontaktperson för överenskommelsen", "2019-07-01", ""},
    {"coordinator-kompis", "kompis", "Doris Exempel", "Matchare", "2019-01-07", ""},
    {"coordinator-kompis", "kompis", "Eskil Exempel", "Evenemangsvärd", "2019-01-07", ""},
};

/// Where the agreement says that the advice is given.
constexpr std::string_view kPlaces[] = {"Lunds stadsbibliotek", "Linero bibliotek"};

}  // namespace

void make_people(DemoBuild& build) {
    for (const DemoPerson& one : kPeople) {
        const module::RoomHead& head = build.rooms.find(one.room)->second;
        must(directory::add_person(*build.store.room(head.id), build.caller(one.account, head), build.day,
                                   {std::string(one.name), "", "", one.is_protected, true},
                                   {std::string(one.function), std::string(one.first), std::string(one.last)}));
    }
    const auto actor = build.caller("coordinator-im", build.rooms.find("im")->second).actor();
    build.store.room(build.rooms.find("im")->second.id)->transaction([&](store::Transaction& tx) {
        for (const auto place : kPlaces) directory::place_named(tx, actor, place);
    });
}

}  // namespace samrum::app
