#pragma once
#include "advice/sites/repository_site.hpp"
#include "directory/actions_place.hpp"
#include "foundation/module/permission.hpp"

#include <filesystem>
#include <gtest/gtest.h>
#include <memory>
#include <unistd.h>

namespace samrum::advice {

/// A room of an association with one site, for the tests of this slice.
class TestRoom : public ::testing::Test {
  protected:
    static constexpr int kNoteDays = 14;
    static inline const base::Date kToday = base::Date::of(2020, 1, 31);

    /// One installation in a temporary folder for all tests: making one costs more than making a room.
    static store::Store& installation() {
        struct Made {
            std::string folder = (std::filesystem::temp_directory_path() / "samrum-advice-XXXXXX").string();
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
    sites::SiteId add_site(const char* place, const char* slug, const char* municipality) {
        static const store::Statement insert{
            store::Scope::room,
            "insert into advice_site (id, place, activity, slug, municipality, desks, takes_bookings, phone_tickets, "
            "kiosk, wall, asks_gender, note_days, opened_on, closed_on) values ($1, $2, $3, $4, $5, 2, $6, $6, $6, $6, "
            "$6, $7, '2019-01-01', null)"};
        const auto id = sites::SiteId::ordered();
        room_->transaction([&](store::Transaction& tx) {
            const store::Actor who{"test", "test"};
            activity_ = directory::activity_named(tx, who, "RådRum", base::Date::of(2016, 9, 1)).text();
            tx.run(insert, id, directory::place_named(tx, who, place), activity_, slug, municipality, true, kNoteDays);
        });
        return id;
    }
    sites::Session add_session(base::Date day, sites::SessionState state, std::optional<sites::SiteId> at = {}) {
        sites::Session one;
        one.id = sites::SessionId::ordered();
        one.site = at.value_or(site_);
        one.day = day;
        one.starts.minutes = 16 * 60;
        one.ends.minutes = 18 * 60;
        one.state = state;
        room_->transaction([&](store::Transaction& tx) { sites::insert_session(tx, one); });
        return one;
    }

    static inline const module::OrganisationId kAssociation = module::OrganisationId::ordered();
    const module::Caller coordinator_ = caller(module::Role::coordinator, kAssociation);
    const module::Caller volunteer_ = caller(module::Role::volunteer, kAssociation);
    const module::Caller officer_ = caller(module::Role::officer, module::OrganisationId::ordered());
    std::unique_ptr<store::Session> room_ = new_room();
    std::string activity_;
    sites::SiteId site_ = add_site("Lunds stadsbibliotek", "stadsbiblioteket", "Lund");
};

}  // namespace samrum::advice
