#include "foundation/jobs/envelopes.hpp"

#include "foundation/jobs/jobs.hpp"
#include "foundation/jobs/queue.hpp"
#include "foundation/jobs/signature.hpp"
#include "foundation/jobs/test_house.hpp"

#include <algorithm>
#include <gtest/gtest.h>

namespace samrum::jobs {
namespace {

const store::Statement kForgetDelivery{store::Scope::room, "update envelope_out set delivered = null where id = $1"};
const store::Statement kForgetReceipt{store::Scope::room, "delete from envelope_in where id = $1"};
const store::Statement kTamper{store::Scope::room, "update envelope_out set payload = $2 where id = $1"};
const store::Statement kEffect{store::Scope::room, "insert into schedule_turn (job, turn) values ($1, 1)"};
const store::Statement kForgetEffects{store::Scope::room, "delete from schedule_turn"};
const store::Statement kEffects{store::Scope::room, "select count(*) from schedule_turn"};

struct Rooms : TestHouse {
    Rooms()
        : runner(
              store(),
              {envelope_handler({{"delivery", [this](auto& tx, auto, auto&, auto payload) { take(tx, payload); }},
                                 {"agreement", [this](auto& tx, auto, auto&, auto payload) { take(tx, payload); }}})},
              {}, options()) {}

    void take(store::Transaction& tx, std::string_view payload) {
        tx.run(kEffect, payload);
        if (payload == refused) throw base::Fault("not now");
        received.emplace_back(payload);
    }
    base::Uuid give(std::string_view payload, std::string_view kind = "delivery") {
        const auto id = base::Uuid::ordered();
        store().room(im)->transaction([&](store::Transaction& tx) {
            hand_over(tx, {id, im, lund, std::string(kind), std::string(payload), now()});
        });
        return id;
    }
    std::vector<SentEnvelope> waiting() { return waiting_envelopes(*store().room(im)); }

    store::RoomId im = add_room();
    store::RoomId lund = add_room();
    std::string refused;
    std::vector<std::string> received;
    Runner runner;
};

TEST(Envelopes, ArriveOnceAndInOrder) {
    Rooms house;
    const auto first = house.give("1");
    house.give("2");
    house.give("3");
    EXPECT_EQ(house.waiting().size(), 3U);
    house.runner.run_due();
    EXPECT_EQ(house.received, (std::vector<std::string>{"1", "2", "3"}));
    EXPECT_TRUE(house.waiting().empty());
    EXPECT_EQ(find_sent(*house.store().room(house.im), first)->delivered, house.now());
    const auto arrived = find_received(*house.store().room(house.lund), first);
    ASSERT_TRUE(arrived);
    EXPECT_EQ(arrived->from, house.im);
    EXPECT_EQ(arrived->payload, "1");
    EXPECT_FALSE(find_received(*house.store().room(house.im), first));
}

TEST(Envelopes, AreTakenOnceWhenTheProgramDiedBeforeTheSenderNotedIt) {
    Rooms house;
    const auto id = house.give("1");
    house.runner.run_due();
    house.store().room(house.im)->transaction([&](store::Transaction& tx) { tx.run(kForgetDelivery, id); });
    house.give("2");
    house.runner.run_due();
    EXPECT_EQ(house.received, (std::vector<std::string>{"1", "2"}));
    EXPECT_TRUE(house.waiting().empty());
}

TEST(Envelopes, ThatAreRefusedWaitVisiblyAndHoldBackOnlyTheirKind) {
    Rooms house;
    house.refused = "bad";
    house.give("bad");
    house.give("after bad");
    house.give("other", "agreement");
    house.runner.run_due();
    EXPECT_EQ(house.received, (std::vector<std::string>{"other"}));
    EXPECT_EQ(house.store().room(house.lund)->count(kEffects), 1) << "what a refusing receiver did is rolled back";
    const auto waiting = house.waiting();
    ASSERT_EQ(waiting.size(), 2U);
    EXPECT_EQ(waiting[0].last_error, "not now");
    EXPECT_EQ(waiting[0].envelope.payload, "bad");
    house.refused.clear();
    house.pass(pause_after(1));
    house.runner.run_due();
    EXPECT_EQ(house.received, (std::vector<std::string>{"other", "bad", "after bad"}));
}

TEST(Envelopes, GoAgainToARoomThatWasRestoredFromAnOlderBackup) {
    Rooms house;
    const auto first = house.give("1");
    const auto second = house.give("2");
    house.runner.run_due();
    house.store().room(house.lund)->transaction([&](store::Transaction& tx) {
        tx.run(kForgetReceipt, first);
        tx.run(kForgetReceipt, second);
        tx.run(kForgetEffects);
    });
    house.received.clear();
    house.give("3");
    house.runner.run_due();
    EXPECT_EQ(house.received, (std::vector<std::string>{"1", "2", "3"}));
    EXPECT_TRUE(house.waiting().empty());
}

TEST(Envelopes, ThatWereChangedOnTheWayAreNotTaken) {
    Rooms house;
    const auto id = house.give("310 visits");
    house.store().room(house.im)->transaction([&](store::Transaction& tx) { tx.run(kTamper, id, "400 visits"); });
    house.runner.run_due();
    EXPECT_TRUE(house.received.empty());
    EXPECT_NE(house.waiting().at(0).last_error.find("not signed"), std::string::npos);
}

TEST(Envelopes, ToARoomThatIsGoneOrOfAnUnknownKindWait) {
    Rooms house;
    house.give("1", "unheard of");
    house.runner.run_due();
    EXPECT_NE(house.waiting().at(0).last_error.find("nobody here receives"), std::string::npos);
    house.give("2");
    house.store().drop_room(house.lund);
    house.runner.run_due();
    EXPECT_NE(house.waiting().at(1).last_error.find("no such room"), std::string::npos);
}

TEST(Envelopes, AreHandedOverByTheRoomTheyComeFrom) {
    Rooms house;
    EXPECT_THROW(house.store().room(house.lund)->transaction([&](store::Transaction& tx) {
        hand_over(tx, {base::Uuid::ordered(), house.im, house.lund, "delivery", "{}", house.now()});
    }),
                 base::Bug);
}

TEST(Envelopes, SignaturesHoldForEveryField) {
    TestHouse house;
    const auto& secrets = house.store().secrets();
    const auto key = installation_public_key(secrets);
    const Envelope envelope{
        base::Uuid::ordered(), store::RoomId::ordered(), store::RoomId::ordered(), "k", "p", house.now()};
    const auto signature = sign(secrets, signed_text(envelope, std::nullopt));
    EXPECT_TRUE(is_signed_by(key, signed_text(envelope, std::nullopt), signature));
    EXPECT_FALSE(is_signed_by(key, signed_text(envelope, envelope.id), signature));
    auto other = envelope;
    other.to = envelope.from;
    EXPECT_FALSE(is_signed_by(key, signed_text(other, std::nullopt), signature));
    EXPECT_FALSE(is_signed_by({}, signed_text(envelope, std::nullopt), signature));
}

}  // namespace
}  // namespace samrum::jobs
