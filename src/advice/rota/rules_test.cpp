#include "advice/rota/rules_coverage.hpp"
#include "advice/rota/rules_fit.hpp"
#include "advice/rota/rules_period.hpp"

#include <algorithm>
#include <gtest/gtest.h>

namespace samrum::advice::rota {
namespace {

using base::Date;
using volunteers::Volunteer;

const Date kToday = Date::of(2020, 1, 31);

Volunteer adviser(std::vector<std::string> languages = {"sv"}) {
    Volunteer one;
    one.id = VolunteerId::ordered();
    one.stage = volunteers::Stage::active;
    one.started_on = Date::of(2019, 1, 1);
    one.trained_on = Date::of(2019, 1, 1);
    one.languages = std::move(languages);
    return one;
}
sites::Session occasion(Date day, int from, int to) {
    sites::Session one;
    one.id = SessionId::ordered();
    one.site = sites::SiteId::ordered();
    one.day = day;
    one.starts = {from};
    one.ends = {to};
    one.wants.advisers = 1;
    return one;
}
Held held(const Volunteer& who, const sites::Session& at) {
    return {who.id, at.id, at.site, at.day, at.starts, at.ends};
}

TEST(RotaFit, NamesEveryObstacleAndBlocksOnlyByWhatCannotBe) {
    Volunteer one = adviser();
    const auto session = occasion(Date::of(2020, 2, 4), 960, 1080);  // a Tuesday
    EXPECT_TRUE(obstacles(one, session, {}, {}, kToday).empty());

    one.trained_on = std::nullopt;
    one.availability = {{4, std::nullopt}};
    one.most_shifts = 1;
    const auto earlier = occasion(Date::of(2020, 2, 3), 960, 1080);
    EXPECT_EQ(obstacles(one, session, {}, std::vector{held(one, earlier)}, kToday),
              (std::vector{Obstacle::limit, Obstacle::not_then, Obstacle::untrained}));
    EXPECT_TRUE(may_take({Obstacle::limit, Obstacle::not_then, Obstacle::untrained}));
    EXPECT_FALSE(fits({Obstacle::limit}));
    EXPECT_TRUE(fits({Obstacle::untrained}));

    const auto has = [&](const sites::Session& at, std::vector<Held> others, Obstacle wanted) {
        return std::ranges::count(obstacles(one, at, {}, others, kToday), wanted) == 1;
    };
    EXPECT_TRUE(has(session, {held(one, occasion(session.day, 1000, 1100))}, Obstacle::clash));
    EXPECT_TRUE(has(session, {held(one, occasion(session.day, 1090, 1200))}, Obstacle::travel));
    EXPECT_FALSE(has(session, {held(one, occasion(session.day, 1110, 1200))}, Obstacle::travel));
    one.breaks = {base::Period(Date::of(2020, 2, 1), std::nullopt)};
    EXPECT_TRUE(has(session, {}, Obstacle::on_break));
    EXPECT_TRUE(has(occasion(kToday.plus_days(-1), 960, 1080), {}, Obstacle::over));
    one.breaks.clear();
    one.left_on = Date::of(2020, 2, 1);
    one.stage = volunteers::Stage::left;
    EXPECT_TRUE(has(session, {}, Obstacle::left));
}

TEST(RotaCoverage, CountsOnlyWhoComesAndNamesTheWayToMeetALanguage) {
    std::vector<Volunteer> all{adviser(), adviser(), adviser()};
    std::ranges::sort(all, {}, &Volunteer::id);
    all[0].languages = {"sv", "ar"};
    all[1].languages = {"fa-AF"};
    all[2].languages = {"so"};
    auto session = occasion(Date::of(2020, 2, 6), 960, 1080);
    session.wants = {2, true, true, {"ar", "fa-AF", "so", "ti"}};
    all[2].availability = {{1, std::nullopt}};  // Mondays only: by telephone on a Thursday
    const std::vector<Shift> there{{session.id, all[0].id, ShiftState::taken},
                                   {session.id, all[1].id, ShiftState::offered}};
    const auto cover = coverage_of(session, there, all, {}, kToday);
    EXPECT_EQ(cover.taken, 1);
    EXPECT_EQ(cover.offered, 1);
    EXPECT_EQ(cover.places(), 1);
    EXPECT_EQ(cover.spoken, std::vector<std::string>{"ar"});
    ASSERT_EQ(cover.missing.size(), 3u);
    EXPECT_EQ(cover.missing[0].chain, Chain::phone);  // who has offered the place cannot come, but can be rung
    EXPECT_EQ(cover.missing[1].chain, Chain::phone);
    EXPECT_EQ(cover.missing[2].chain, Chain::interpreter);
    EXPECT_TRUE(cover.lacks_experience);
    EXPECT_TRUE(cover.lacks_mix);
}

TEST(RotaPeriod, KeepsWhatPeopleTookAndSeesWhatTheyHaveElsewhere) {
    Snapshot snapshot;
    snapshot.volunteers = {adviser(), adviser(), adviser()};
    std::ranges::sort(snapshot.volunteers, {}, &Volunteer::id);
    const auto& [a, b, c] = std::tie(snapshot.volunteers[0], snapshot.volunteers[1], snapshot.volunteers[2]);
    snapshot.volunteers[2].breaks = {base::Period(Date::of(2020, 1, 1), std::nullopt)};
    const auto first = occasion(Date::of(2020, 2, 4), 960, 1080);
    const auto elsewhere = occasion(Date::of(2020, 2, 4), 1000, 1100);
    snapshot.sessions = {first};
    snapshot.held = {held(a, elsewhere)};
    Period period = period_of(snapshot);
    EXPECT_EQ(period.volunteers.size(), 2u);  // who is on a break the whole time takes no part
    const auto answer = optimise::rota::solve(period.problem, 10);
    EXPECT_TRUE(answer.proven);
    // a is elsewhere at that time, so b it is.
    EXPECT_EQ(std::ranges::count(answer.shifts, optimise::rota::Shift{0, period.volunteer(b.id).value()}), 1);
    // Offered places are looked for again, and not given back to who offers them.
    snapshot.shifts = {{first.id, b.id, ShiftState::offered}};
    const auto again = optimise::rota::solve(period_of(snapshot).problem, 10);
    EXPECT_EQ(optimise::rota::judge(period_of(snapshot).problem, again.shifts).score.places, 1);
}

}  // namespace
}  // namespace samrum::advice::rota
