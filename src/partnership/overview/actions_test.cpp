#include "foundation/text/test_catalogues.hpp"
#include "partnership/agreement/actions_for_tests.hpp"
#include "partnership/agreement/actions_read.hpp"
#include "partnership/overview/actions_export.hpp"
#include "partnership/overview/actions_overview.hpp"
#include "partnership/overview/actions_refresh.hpp"
#include "partnership/overview/actions_timeline.hpp"

#include <algorithm>
#include <gtest/gtest.h>

namespace samrum::partnership::overview {
namespace {

using base::Date;

class TheOverview : public agreement::TwoRooms {
  protected:
    void SetUp() override {
        import_and_carry();
        house_.store = &all_rooms();
        house_.catalogues = &text::house_catalogues();
    }
    Overview read(const module::RoomHead& head, const module::Caller& who, Asked asked = {}) {
        asked.most = kPage;
        asked.year = 2020;
        return read_overview(*open(head), house_, who, head.id == lund_.id, asked);
    }
};

TEST_F(TheOverview, ShowsTheNextDateThePromisesAndTheMoneyOfAnOfficersAgreements) {
    const Overview seen = read(lund_, officer());
    ASSERT_EQ(seen.shown.size(), 1U);
    const Shown& one = seen.shown[0];
    ASSERT_TRUE(one.detail.next);
    EXPECT_EQ(one.detail.next->day, Date::of(2019, 12, 31)) << "the committee waits for its account: late comes first";
    EXPECT_EQ(one.detail.next->subject, "Redovisning till socialnämnden");
    EXPECT_FALSE(one.detail.figures.empty());
    EXPECT_FALSE(one.detail.figures[0].value) << "nothing was delivered: never zero";
    EXPECT_FALSE(one.detail.money.empty());
    EXPECT_TRUE(one.live.empty()) << "the work itself is seen in the association's room alone";
    EXPECT_FALSE(seen.money.empty());
    EXPECT_EQ(seen.left_to_compute, 0U);
}

TEST_F(TheOverview, FollowsWhatHappens) {
    EXPECT_EQ(read(lund_, officer()).all, 1U);
    // Another version, another title; and a day on which the next date is another.
    std::string other = agreement::example("examples/lund/radrum-2019.toml");
    const std::string title = "title = \"";
    other.replace(other.find(title), title.size(), "title = \"Nytt: ");
    ASSERT_TRUE(import(other));
    const Overview after = read(lund_, officer());
    ASSERT_EQ(after.shown.size(), 1U);
    EXPECT_TRUE(after.shown[0].detail.title.starts_with("Nytt: "));
    house_.clocks = base::Clocks(Date::of(2020, 3, 1));
    const Overview later = read(lund_, officer());
    ASSERT_TRUE(later.shown[0].detail.next);
    EXPECT_EQ(later.shown[0].detail.next->day, Date::of(2020, 2, 14)) << "the account is not asked for for ever";
    EXPECT_EQ(later.shown[0].detail.next->subject, "Halvårsrapport");
}

TEST_F(TheOverview, OfAnAssociationTellsItsOwnWorkAndNoPaymentsOfOthers) {
    const Overview seen = read(im_, coordinator());
    ASSERT_EQ(seen.shown.size(), 1U);
    EXPECT_NE(seen.shown[0].listed.other_names.find("Lund"), std::string::npos);
    EXPECT_NE(read(lund_, officer()).shown[0].listed.other_names.find("Individuell"), std::string::npos)
        << "each room sees the other side";
    EXPECT_EQ(read(im_, coordinator(), {.filter = {.search = "rådrum"}}).total, 1U);
    EXPECT_EQ(read(im_, coordinator(), {.filter = {.search = "rådrum malmö"}}).total, 0U);
    for (const YearMoney& one : seen.money) EXPECT_FALSE(one.paid) << "payments are in the payer's room";
    ASSERT_EQ(seen.money.size(), 1U);
    EXPECT_EQ(seen.money[0].year, kYearNotKnown) << "two instalments a year, whose days the agreement leaves open";
    EXPECT_EQ(seen.money[0].decided, base::Money::kronor(920'000));
    EXPECT_EQ(seen.other_parties.size(), 1U);
}

TEST_F(TheOverview, IsForTheRoomsOwnPeople) {
    EXPECT_EQ(read(lund_, caller(module::Role::partner, lund_, im_)).all, 0U);
    EXPECT_EQ(read(lund_, caller(module::Role::administrator, lund_, lund_)).all, 0U);
    EXPECT_EQ(read(im_, caller(module::Role::volunteer, im_, im_)).all, 0U);
}

TEST_F(TheOverview, GivesTheSameRowsAsFiles) {
    const Overview seen = read(lund_, officer());
    const auto& words = text::house_catalogues().words("sv");
    const auto csv = export_csv(words, lund_, seen, Part::figures, true, house_.clocks.today());
    EXPECT_NE(csv.bytes.find("Åtagande"), std::string::npos);
    EXPECT_EQ(csv.name, "overview-lund-figures-2020-01-31.csv");
    const auto sheet = export_spreadsheet(words, lund_, seen, true, house_.clocks.today());
    EXPECT_TRUE(sheet.bytes.starts_with("PK"));
    for (const Part part : {Part::agreements, Part::figures, Part::money}) {
        const auto file = export_csv(words, lund_, seen, part, true, house_.clocks.today());
        EXPECT_EQ(file.bytes.find("per tillfälle"), std::string::npos) << "a visit has no price";
    }
}

TEST_F(TheOverview, ATimelineHoldsWhatHasBeenAndWhatIsToCome) {
    const auto room = open(lund_);
    const auto all = agreement::read_agreement_of(*room, officer(), agreement_);
    ASSERT_TRUE(all);
    const auto points = timeline_of(*room, house_, officer(), *all, text::house_catalogues().words("sv"));
    const auto has = [&](PointKind kind) {
        return std::ranges::any_of(points, [&](const Point& one) { return one.kind == kind; });
    };
    EXPECT_TRUE(has(PointKind::date));
    EXPECT_TRUE(has(PointKind::instalment));
    EXPECT_TRUE(std::ranges::is_sorted(points, {}, &Point::day));
    std::vector<std::string> uids;
    for (const Point& one : points) uids.push_back(one.uid);
    std::ranges::sort(uids);
    EXPECT_EQ(std::ranges::adjacent_find(uids), uids.end()) << "a calendar knows each by its own name";
    const auto events =
        events_of_points(points, "lund", all->head, house_.clocks.today(), "https://samrum.example/lund");
    ASSERT_FALSE(events.empty());
    EXPECT_TRUE(events[0].uid.ends_with("@lund"));
    EXPECT_GE(events[0].day, house_.clocks.today());
    for (const char* word : {"date", "event", "delivery", "payment", "meeting", "task"})
        EXPECT_EQ(point_word(*point_named(word)), word);
}

}  // namespace
}  // namespace samrum::partnership::overview
