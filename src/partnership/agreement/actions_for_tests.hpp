#pragma once
#include "directory/actions_organisation.hpp"
#include "directory/actions_room.hpp"
#include "foundation/jobs/envelopes.hpp"
#include "foundation/jobs/runner.hpp"
#include "foundation/store/test_store.hpp"
#include "partnership/agreement/actions_agreement.hpp"
#include "partnership/agreement/actions_delivery.hpp"
#include "partnership/agreement/files_for_tests.hpp"

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace samrum::partnership::agreement {

/// The rooms of a municipality and an association on 2020-01-31, and what tests of actions do in them. They are made
/// once, and copied for each test.
class TwoRooms : public testing::Test {
  protected:
    TwoRooms() {
        house_.clocks = base::Clocks(kDay);
        begin_with(rooms().made);
    }

    store::Store& all_rooms() { return copy_->store(); }
    module::RoomHead room(const std::string& type, const std::string& name, const std::string& short_name) {
        return make_room(all_rooms(), type, name, short_name);
    }
    static module::Caller caller(module::Role role, const module::RoomHead& in, const module::RoomHead& acts_for) {
        module::Caller one;
        one.account = module::AccountId::ordered();
        one.label = std::string(module::role_name(role));
        one.room_organisation = in.organisation;
        one.grants = {
            {*one.account, in.id, role, acts_for.organisation, base::Period{base::Date::of(2016, 1, 1), std::nullopt}}};
        return one;
    }
    module::Caller officer() { return caller(module::Role::officer, lund_, lund_); }
    module::Caller coordinator() { return caller(module::Role::coordinator, im_, im_); }
    std::unique_ptr<store::Session> open(const module::RoomHead& room) { return all_rooms().room(room.id); }

    base::Result<Imported> import(const std::string& document) { return import_in(all_rooms(), document); }
    /// Carries every envelope that waits.
    void carry() { carry_in(all_rooms()); }
    /// Goes on from where the RådRum agreement was imported and carried to IM's room.
    void import_and_carry() {
        const auto& done = radrum().imported;
        ASSERT_TRUE(done) << done.problems().front().message.key;
        agreement_ = done->id;
        begin_with(radrum().made);
    }

    std::optional<store::TestStore> copy_;
    module::House house_;
    const module::RoomHead lund_ = rooms().lund;
    const module::RoomHead im_ = rooms().im;
    AgreementId agreement_;

  private:
    inline static const base::Date kDay = base::Date::of(2020, 1, 31);

    struct Rooms {
        store::StoreTemplate made{store::StoreTemplate::lobby_alone()};
        module::RoomHead lund;
        module::RoomHead im;
        Rooms() {
            made.fill([&](store::Store& store) {
                lund = make_room(store, "municipality", "Lunds kommun", "lund");
                im = make_room(store, "association", "Individuell Människohjälp (IM)", "im");
            });
        }
    };
    struct Radrum {
        store::StoreTemplate made{rooms().made};
        base::Result<Imported> imported{Imported{}};
        Radrum() {
            made.fill([&](store::Store& store) {
                imported = import_in(store, example("examples/lund/radrum-2019.toml"));
                carry_in(store);
            });
        }
    };
    static const Rooms& rooms() {
        static const Rooms once;
        return once;
    }
    static const Radrum& radrum() {
        static const Radrum once;
        return once;
    }

    void begin_with(const store::StoreTemplate& like) {
        copy_.emplace(like);
        house_.store = &copy_->store();
    }
    static module::RoomHead make_room(store::Store& store, const std::string& type, const std::string& name,
                                      const std::string& short_name) {
        const store::Actor who{"test", "test"};
        const auto organisation = store.lobby()->transaction([&](store::Transaction& tx) {
            return directory::add_organisation(tx, who, {type, name, "", "", false}, std::nullopt);
        });
        return directory::create_room(store, who, {short_name, organisation.value()}).value();
    }
    static base::Result<Imported> import_in(store::Store& store, const std::string& document) {
        const auto& lund = rooms().lund;
        return import_agreement(*store.room(lund.id), *store.lobby(), lund, caller(module::Role::officer, lund, lund),
                                kDay, base::Instant::now(), document);
    }
    static void carry_in(store::Store& store) {
        std::vector<jobs::Receiver> receivers{{std::string(kAgreementEnvelope), receive_agreement},
                                              {std::string(kChoiceEnvelope), receive_choice},
                                              {std::string(kDeliveryEnvelope), receive_delivery}};
        jobs::Runner runner(store, {jobs::envelope_handler(std::move(receivers))}, {});
        runner.run_due();
    }
};

}  // namespace samrum::partnership::agreement
