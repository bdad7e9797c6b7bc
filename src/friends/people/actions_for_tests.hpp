#pragma once
#include "friends/people/actions_enrolment.hpp"
#include "friends/people/actions_programme.hpp"
#include "friends/people/actions_register.hpp"

#include <filesystem>
#include <gtest/gtest.h>
#include <memory>
#include <string>
#include <unistd.h>

namespace samrum::friends {

/// A room of an association with one friend programme, for the tests of this slice.
class FriendsRoom : public ::testing::Test {
  protected:
    static inline const base::Date kToday = base::Date::of(2020, 1, 31);

    /// One installation in a temporary folder for all tests: making one costs more than making a room.
    static store::Store& installation() {
        struct Made {
            std::string folder = (std::filesystem::temp_directory_path() / "samrum-friends-XXXXXX").string();
            std::unique_ptr<store::Store> store;
            Made() {
                base::ensure(mkdtemp(folder.data()) != nullptr, "a temporary folder can be made");
                store = store::Store::create({.engine = store::Engine::sqlite, .directory = folder, .connection = {}})
                            .value();
            }
            ~Made() {
                store.reset();
                std::filesystem::remove_all(folder);
            }
        };
        static Made one;
        return *one.store;
    }
    static std::unique_ptr<store::Session> new_room() {
        const auto id = store::RoomId::ordered();
        installation().create_room(id);
        return installation().room(id);
    }
    static module::Caller caller(module::Role role, module::OrganisationId of) {
        module::Caller one;
        one.account = module::AccountId::ordered();
        one.label = "test";
        one.grants = {
            {*one.account, store::RoomId::ordered(), role, of, base::Period{base::Date::of(2016, 1, 1), std::nullopt}}};
        one.room_organisation = kAssociation;
        return one;
    }
    /// As typed: a newcomer or an established resident who fits most others.
    static people::FormInput typed(Side side, const std::string& name) {
        people::FormInput input;
        input.side = code_of(side);
        input.party = "person";
        input.grown_up = "yes";
        input.name = name;
        input.phone = "070-174 06 05";
        input.municipality = "1281";
        input.languages = {"en"};
        input.swedish = side == Side::newcomer ? "2" : "5";
        input.age = "3";
        input.gender = "woman";
        input.interests = {"food"};
        input.statements = {{"talk", "4"}};
        input.times = {"weekday_evening"};
        input.values = "yes";
        input.consent = "yes";
        return input;
    }
    people::ProgrammeId add_programme() {
        people::ProgrammeInput input = people::usual_programme(base::Date::of(2019, 1, 1));
        input.name = "Kompis Lund";
        input.places = "1281 Lund\n1230 Staffanstorp";
        return people::add_programme(*room_, coordinator_, input).value();
    }
    people::ParticipantId enrol(const people::FormInput& input, base::Date day) {
        return people::enrol(*room_, coordinator_,
                             {.programme = programme_, .channel = "", .day = day, .input = input, .synthetic = true})
            .value();
    }
    /// Enrolled and talked with: waits for a match since the day.
    people::ParticipantId ready(const people::FormInput& input, base::Date day) {
        const auto id = enrol(input, day);
        EXPECT_TRUE(people::hold_talk(*room_, coordinator_, kToday, id, 1, day.iso(), ""));
        return id;
    }
    Stage stage_of(people::ParticipantId id) { return people::find_participant(*room_, id)->stage; }

    static inline const module::OrganisationId kAssociation = module::OrganisationId::ordered();
    const module::Caller coordinator_ = caller(module::Role::coordinator, kAssociation);
    const module::Caller volunteer_ = caller(module::Role::volunteer, kAssociation);
    const module::Caller officer_ = caller(module::Role::coordinator, module::OrganisationId::ordered());
    std::unique_ptr<store::Session> room_ = new_room();
    people::ProgrammeId programme_ = add_programme();
};

}  // namespace samrum::friends
