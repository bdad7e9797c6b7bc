#pragma once
#include "directory/actions_organisation.hpp"
#include "directory/actions_room.hpp"
#include "foundation/jobs/envelopes.hpp"
#include "foundation/jobs/test_house.hpp"
#include "partnership/actions_agreement.hpp"
#include "partnership/actions_delivery.hpp"
#include "partnership/files_for_tests.hpp"

#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace samrum::partnership {

/// The rooms of a municipality and an association on 2020-01-31, and what tests of actions do in them.
class TwoRooms : public testing::Test {
  protected:
    TwoRooms() {
        house_.store = &test_.store();
        house_.clocks = base::Clocks(base::Date::of(2020, 1, 31));
        lund_ = room("municipality", "Lunds kommun", "lund");
        im_ = room("association", "Individuell Människohjälp (IM)", "im");
    }

    module::RoomHead room(const std::string& type, const std::string& name, const std::string& short_name) {
        const store::Actor who{"test", "test"};
        const auto lobby = test_.store().lobby();
        const auto organisation = lobby->transaction([&](store::Transaction& tx) {
            return directory::add_organisation(tx, who, {type, name, "", "", false}, std::nullopt);
        });
        return directory::create_room(test_.store(), who, {short_name, organisation.value()}).value();
    }
    module::Caller caller(module::Role role, const module::RoomHead& in, const module::RoomHead& acts_for) {
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
    std::unique_ptr<store::Session> open(const module::RoomHead& room) { return test_.store().room(room.id); }

    base::Result<Imported> import(const std::string& document) {
        return import_agreement(*open(lund_), *test_.store().lobby(), lund_, officer(), house_.clocks.today(),
                                base::Instant::now(), document);
    }
    /// Carries every envelope that waits.
    void carry() {
        std::vector<jobs::Receiver> receivers{{std::string(kAgreementEnvelope), receive_agreement},
                                              {std::string(kChoiceEnvelope), receive_choice},
                                              {std::string(kDeliveryEnvelope), receive_delivery}};
        jobs::Runner runner(test_.store(), {jobs::envelope_handler(std::move(receivers))}, {});
        runner.run_due();
    }
    void import_and_carry() {
        const auto done = import(example("examples/lund/radrum-2019.toml"));
        ASSERT_TRUE(done) << done.problems().front().message.key;
        agreement_ = done->id;
        carry();
    }

    jobs::TestHouse test_;
    module::House house_;
    module::RoomHead lund_;
    module::RoomHead im_;
    AgreementId agreement_;
};

}  // namespace samrum::partnership
