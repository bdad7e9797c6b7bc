#include "partnership/agreement/rules_delivery.hpp"

#include "partnership/agreement/files_delivery.hpp"

#include <gtest/gtest.h>

namespace samrum::partnership::agreement {
namespace {

using base::Date;
using base::Period;

Delivery sessions(std::int64_t number) {
    Delivery one;
    one.id = DeliveryId::ordered();
    one.commitment = "sessions";
    one.measure = "activity.sessions";
    one.period = Period{Date::of(2019, 7, 1), Date::of(2019, 12, 31)};
    one.as_of = Date::of(2020, 1, 2);
    one.value = {DeliveredValue::Kind::number, number};
    one.made_by = "coordinator";
    return one;
}

TEST(Delivery, ACorrectionIsANewVersionWithItsDifference) {
    const Delivery first = frozen(sessions(36), std::nullopt);
    const Delivery second = frozen(sessions(35), first);
    EXPECT_EQ(first.version, 1);
    EXPECT_FALSE(first.difference);
    EXPECT_EQ(second.version, 2);
    EXPECT_EQ(second.difference, -1);
    EXPECT_EQ(second.previous, first.hash);
    Delivery hidden = sessions(0);
    hidden.value = {DeliveredValue::Kind::hidden, 0};
    EXPECT_FALSE(frozen(hidden, second).difference);
}

TEST(Delivery, TheHashTellsAnyChange) {
    const Delivery good = frozen(sessions(36), std::nullopt);
    EXPECT_TRUE(is_genuine(good));
    const auto changed = [&](auto&& change) {
        Delivery bad = good;
        change(bad);
        return !is_genuine(bad);
    };
    EXPECT_TRUE(changed([](Delivery& d) { d.value.number = 37; }));
    EXPECT_TRUE(changed([](Delivery& d) { d.period = Period{Date::of(2019, 7, 2), Date::of(2019, 12, 31)}; }));
    EXPECT_TRUE(changed([](Delivery& d) { d.as_of = Date::of(2020, 1, 3); }));
    EXPECT_TRUE(changed([](Delivery& d) { d.measure_version = 2; }));
    EXPECT_TRUE(changed([](Delivery& d) { d.published = true; }));
    EXPECT_TRUE(changed([](Delivery& d) { d.scope["place"] = "x"; }));
}

TEST(Delivery, ANoteCannotPoseAsAnotherField) {
    Delivery honest = sessions(36);
    honest.note = "a\npublished=yes";
    EXPECT_EQ(canonical_text(honest).find("\npublished=yes"), std::string::npos);
}

TEST(Delivery, TravelsAsJsonAndIsCheckedOnArrival) {
    Delivery sent = sessions(36);
    sent.scope["place"] = "stadsbiblioteket";
    sent.note = "två inställda \"tillfällen\"\n";
    sent = frozen(sent, std::nullopt);
    const std::string json = write_delivery(sent);
    const auto got = read_delivery(json);
    ASSERT_TRUE(got);
    EXPECT_EQ(canonical_text(*got), canonical_text(sent));
    EXPECT_EQ(got->hash, sent.hash);

    std::string forged = json;
    forged.replace(forged.find("\"value\":36"), 10, "\"value\":63");
    EXPECT_EQ(read_delivery(forged).problems().at(0).message.key, "partnership.delivery.not_genuine");
    for (const char* bad : {"", "[]", "{}", "{\"id\":1}", "{\"id\":\"x\"", "null"})
        EXPECT_EQ(read_delivery(bad).problems().at(0).message.key, "partnership.delivery.unreadable") << bad;
}

TEST(Delivery, StretchesEndToEndAddUpAndAGapEndsTheRun) {
    const auto month = [](unsigned number, std::int64_t count) {
        Delivery one = sessions(count);
        const Date first = Date::of(2019, number, 1);
        one.period = Period{first, first.plus_months(1).plus_days(-1)};
        return one;
    };
    const auto sum = added_up({month(12, 4), month(11, 6), month(9, 7)});
    ASSERT_TRUE(sum);
    EXPECT_EQ(sum->number, 10);
    EXPECT_EQ(sum->parts, 2);
    EXPECT_EQ(sum->period.iso(), "2019-11-01/2019-12-31");
    Delivery hidden = month(12, 0);
    hidden.value = {DeliveredValue::Kind::hidden, 0};
    EXPECT_FALSE(added_up({hidden, month(11, 6)}));
    EXPECT_EQ(added_up({month(12, 4), hidden})->parts, 1);
}

TEST(Standing, OnlyStretchesThatAreOverAreDelivered) {
    const auto months = standing_periods(Every::month, Date::of(2019, 7, 1), Date::of(2020, 1, 31));
    ASSERT_EQ(months.size(), 6U);
    EXPECT_EQ(months.front().iso(), "2019-07-01/2019-07-31");
    EXPECT_EQ(months.back().iso(), "2019-12-01/2019-12-31");
    EXPECT_EQ(standing_periods(Every::month, Date::of(2019, 7, 1), Date::of(2020, 2, 1)).size(), 7U);
    EXPECT_EQ(standing_periods(Every::half_year, Date::of(2019, 7, 1), Date::of(2020, 1, 31)).size(), 1U);
    EXPECT_TRUE(standing_periods(Every::half_year, Date::of(2019, 8, 1), Date::of(2020, 1, 31)).empty());
    EXPECT_EQ(next_standing_day(Every::half_year, Date::of(2020, 1, 31)), Date::of(2020, 7, 1));
    EXPECT_EQ(next_standing_day(Every::month, Date::of(2020, 1, 31)), Date::of(2020, 2, 1));
}

}  // namespace
}  // namespace samrum::partnership::agreement
