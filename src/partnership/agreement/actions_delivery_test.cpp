#include "partnership/agreement/actions_measures_for_tests.hpp"
#include "partnership/agreement/actions_read.hpp"
#include "partnership/agreement/rules_delivery.hpp"

#include <gtest/gtest.h>

/// What may leave the room, and by what it may be counted.
namespace samrum::partnership::agreement {
namespace {

using base::Date;

class Leaving : public CountedRooms {};

TEST_F(Leaving, TheSameFigureAgainIsHandedOverAlready) {
    import_and_carry();
    log_sessions(36);
    const auto first = deliver("sessions", kAutumn);
    ASSERT_TRUE(first);
    EXPECT_EQ(deliver("sessions", kAutumn).problems().at(0).message.key, "partnership.delivery.already_made");
    const auto open_now = deliver("sessions", kAutumn, true);
    ASSERT_TRUE(open_now) << "who may see it is another";
    EXPECT_EQ(open_now->version, 2);
    carry();
    EXPECT_EQ(read_deliveries(*open(lund_), officer(), agreement_).size(), 2U);
}

TEST_F(Leaving, NothingLeavesThatIsAnotherThanWhatWasLookedAt) {
    import_and_carry();
    log_sessions(36);
    DeliveryRequest request{agreement_, "sessions", kAutumn, "", false};
    const auto look = [&] { return preview_delivery(*open(im_), house_, coordinator(), request).value(); };
    request.seen = seal_of_seen(look());
    EXPECT_EQ(seal_of_seen(look()), *request.seen) << "of another moment, but the same figure";
    work.push_back({Date::of(2019, 12, 31), 1});
    EXPECT_EQ(make_delivery(*open(im_), house_, coordinator(), request).problems().at(0).message.key, kFigureChanged);
    EXPECT_TRUE(read_deliveries(*open(im_), coordinator(), agreement_).empty());
    request.seen = seal_of_seen(look());
    EXPECT_TRUE(make_delivery(*open(im_), house_, coordinator(), request));
}

TEST_F(Leaving, APromiseIsNotCountedByWhatItDoesNotPromiseOrByWhatIsNotThere) {
    import_and_carry();
    const auto problems = [&](std::string_view measure, const Scope& scope) {
        std::vector<std::string> keys;
        const auto done =
            rebind(*open(im_), house_, coordinator(), agreement_, "sessions", measure, scope, Date::of(2019, 10, 1));
        if (!done)
            for (const auto& one : done.problems()) keys.push_back(one.message.key);
        return keys;
    };
    using Keys = std::vector<std::string>;
    EXPECT_EQ(problems("activity.visits", {}), Keys{"partnership.binding.other_unit"});
    EXPECT_EQ(problems("advice.sessions", {{"nonsense", "1"}, {"place", "finnsinte"}}),
              (Keys{"partnership.binding.no_such_dimension", "partnership.binding.no_such_value"}));
    EXPECT_EQ(problems("advice.sessions", {{"place", "linero"}}), Keys{});
    const auto coordination = rebind(*open(im_), house_, coordinator(), agreement_, "coordination", "activity.visits",
                                     {}, Date::of(2019, 10, 1));
    EXPECT_TRUE(coordination) << "a promise without a target is counted by what its coordinator says";
}

}  // namespace
}  // namespace samrum::partnership::agreement
