#include "foundation/optimise/queue_simulation.hpp"

#include <cmath>
#include <gtest/gtest.h>
#include <numeric>

namespace samrum::optimise {
namespace {

QueueVisitor visitor(std::string language, double waited) {
    QueueVisitor one;
    one.language = std::move(language);
    one.waited = waited;
    return one;
}
QueueDesk desk(std::vector<std::string> languages, bool experienced = false) {
    return {std::move(languages), experienced, true};
}

TEST(QueuePolicy, TakesTheLongestWaitingWhomTheDeskCanHelp) {
    const std::vector<QueueDesk> desks = {desk({"sv", "ar"}), desk({"sv", "so"})};
    const std::vector<QueueVisitor> waiting = {visitor("so", 30), visitor("ar", 10), visitor("sv", 12)};
    const auto chosen = choose_next(waiting, desks, 0, first_come_first_served());
    ASSERT_TRUE(chosen);
    EXPECT_EQ(chosen->visitor, 2U);
    EXPECT_EQ(chosen->reason, QueueReason::longest);
}

TEST(QueuePolicy, PrefersWhomNobodyElseHereCanHelp) {
    const std::vector<QueueDesk> desks = {desk({"sv", "ar"}), desk({"sv"}), desk({"sv"})};
    const std::vector<QueueVisitor> waiting = {visitor("sv", 12), visitor("ar", 10)};
    const auto chosen = choose_next(waiting, desks, 0);
    ASSERT_TRUE(chosen);
    EXPECT_EQ(chosen->visitor, 1U);
    EXPECT_EQ(chosen->reason, QueueReason::only_you);
}

TEST(QueuePolicy, HelpsALanguageThatNobodySpeaks) {
    const std::vector<QueueDesk> desks = {desk({"sv"})};
    const std::vector<QueueVisitor> waiting = {visitor("ti", 1)};
    const auto chosen = choose_next(waiting, desks, 0);
    ASSERT_TRUE(chosen);
    EXPECT_EQ(chosen->reason, QueueReason::nobody_speaks);
}

TEST(QueuePolicy, LeavesAComplexCaseToTheExperiencedForAWhile) {
    const std::vector<QueueDesk> desks = {desk({"sv"}, true), desk({"sv"})};
    std::vector<QueueVisitor> waiting = {visitor("sv", 20), visitor("sv", 2)};
    waiting[0].complex = true;
    EXPECT_EQ(choose_next(waiting, desks, 1)->visitor, 1U);
    EXPECT_EQ(choose_next(waiting, desks, 0)->visitor, 0U);
    EXPECT_EQ(choose_next(waiting, desks, 0)->reason, QueueReason::complex_here);
    waiting[0].waited = 31;
    EXPECT_EQ(choose_next(waiting, desks, 1)->visitor, 0U);
    EXPECT_EQ(choose_next(waiting, desks, 1)->reason, QueueReason::complex_waited);
    // Where nobody is experienced nobody waits for it, and an idle desk waits only a moment.
    waiting = {waiting[0]};
    waiting[0].waited = 1;
    EXPECT_FALSE(choose_next(waiting, desks, 1));
    waiting[0].waited = 4;
    EXPECT_TRUE(choose_next(waiting, desks, 1));
    const std::vector<QueueDesk> nobody = {desk({"sv"})};
    waiting[0].waited = 0;
    EXPECT_TRUE(choose_next(waiting, nobody, 0));
}

TEST(QueuePolicy, KeepsBookedTimesAndWhoeverIsHeld) {
    const std::vector<QueueDesk> desks = {desk({"sv"}), desk({"sv"})};
    std::vector<QueueVisitor> waiting = {visitor("sv", 60), visitor("sv", 0), visitor("sv", 0)};
    waiting[1].booked_since = -10;
    EXPECT_EQ(choose_next(waiting, desks, 0)->visitor, 0U) << "the booked time has not come";
    waiting[1].booked_since = 0;
    EXPECT_EQ(choose_next(waiting, desks, 0)->visitor, 1U);
    EXPECT_EQ(choose_next(waiting, desks, 0)->reason, QueueReason::booked);
    waiting[2].for_desk = 0;
    EXPECT_EQ(choose_next(waiting, desks, 0)->visitor, 2U);
    EXPECT_EQ(choose_next(waiting, desks, 0)->reason, QueueReason::for_you);
    EXPECT_EQ(choose_next(waiting, desks, 1)->visitor, 1U);
}

TEST(QueuePolicy, LetsTheUrgentGrowOldFaster) {
    const std::vector<QueueDesk> desks = {desk({"sv"})};
    std::vector<QueueVisitor> waiting = {visitor("sv", 20), visitor("sv", 8)};
    waiting[1].urgent = true;
    EXPECT_EQ(choose_next(waiting, desks, 0)->reason, QueueReason::urgent);
    waiting[1].waited = 5;
    EXPECT_EQ(choose_next(waiting, desks, 0)->visitor, 0U) << "and yet does not go before everybody";
}

/// Every choice of the policy on every tiny queue, beside a search through all orders: two desks, up to three visitors.
TEST(QueuePolicy, SendsNoMoreComplexCasesToTheWrongDeskThanTheBestOrderNeeds) {
    const std::vector<std::string> tongues = {"sv", "ar"};
    int compared = 0;
    for (unsigned code = 0; code < 64; ++code) {
        const std::vector<QueueDesk> desks = {desk({"sv", "ar"}, true), desk({"sv", "ar"})};
        std::vector<QueueVisitor> waiting;
        for (unsigned who = 0; who < 2; ++who) {
            waiting.push_back(visitor(tongues[(code >> (3 * who)) & 1U], 10 - who));
            waiting.back().complex = ((code >> (3 * who + 1)) & 1U) != 0;
            waiting.back().urgent = ((code >> (3 * who + 2)) & 1U) != 0;
        }
        // The best of both ways to give two visitors to two desks at once.
        const auto wrong = [&](std::size_t first) { return waiting[1 - first].complex ? 1 : 0; };
        const int best = std::min(wrong(0), wrong(1));
        const auto first = choose_next(waiting, desks, 0);
        ASSERT_TRUE(first);
        const std::vector<QueueVisitor> rest = {waiting[1 - first->visitor]};
        const auto second = choose_next(rest, desks, 1);
        const int had = second && rest[0].complex ? 1 : 0;
        // The urgent may go first to the experienced although the other is the complex one.
        if (!waiting[0].urgent && !waiting[1].urgent) {
            EXPECT_LE(had, best) << code;
            ++compared;
        }
        for (std::size_t one = 0; one < desks.size(); ++one)
            EXPECT_LT(choose_next(waiting, desks, one).value_or(QueueChoice{}).visitor, waiting.size());
    }
    EXPECT_EQ(compared, 16);
}

double erlang_c(double servers, double load) {
    double sum = 0;
    double term = 1;
    for (double k = 0; k < servers; ++k) {
        sum += term;
        term *= load / (k + 1);
    }
    const double last = term * servers / (servers - load);
    return last / (sum + last);
}

TEST(QueueSimulation, WaitsAsErlangSaysWhereEverybodyIsAlike) {
    Afternoon one;
    one.length = 400000;
    one.arrivals = 0.2;
    one.before_opening = 0;
    one.simple_mean = 12;
    one.complex_share = 0;
    one.urgent_share = 0;
    one.variation = 0;
    one.language_shares = {1};
    one.desks = {desk({"0"}), desk({"0"}), desk({"0"})};
    const double load = one.arrivals * one.simple_mean;
    const double expected = erlang_c(3, load) / (3 / one.simple_mean - one.arrivals);
    for (const auto& rules : {QueueRules{}, first_come_first_served()}) {
        const auto figures = simulate_many(one, rules, 1, 20200131);
        EXPECT_NEAR(figures.mean, expected, 0.06 * expected);
    }
}

TEST(QueueSimulation, LosesNobodyAndKeepsLittlesLaw) {
    const Afternoon one = usual_afternoon();
    for (std::uint64_t seed = 1; seed <= 50; ++seed) {
        const auto policy = simulate(one, {}, seed);
        const auto fcfs = simulate(one, first_come_first_served(), seed);
        ASSERT_EQ(policy.visits.size(), fcfs.visits.size());
        double waited = 0;
        for (std::size_t at = 0; at < policy.visits.size(); ++at) {
            const auto& visit = policy.visits[at];
            EXPECT_GE(visit.began, visit.arrived);
            EXPECT_NEAR(visit.ended - visit.began, fcfs.visits[at].ended - fcfs.visits[at].began, 1e-9);
            waited += visit.waited();
            for (std::size_t other = 0; other < at; ++other) {
                const auto& theirs = policy.visits[other];
                EXPECT_TRUE(theirs.desk != visit.desk || theirs.ended <= visit.began + 1e-9 ||
                            visit.ended <= theirs.began + 1e-9)
                    << "one desk, one visitor";
            }
        }
        EXPECT_NEAR(policy.waiting_area, waited, 1e-6 * (1 + waited)) << "L = λW";
    }
}

TEST(QueueSimulation, FewerComplexCasesAtTheWrongDeskAtNoLongerP95) {
    Afternoon one = usual_afternoon();
    constexpr int kAfternoons = 1000;  // at 300 the tail is more chance than policy
    for (const double arrivals : {0.1, 0.15, 0.2}) {
        one.arrivals = arrivals;
        const auto ours = simulate_many(one, {}, kAfternoons, 7);
        const auto fcfs = simulate_many(one, first_come_first_served(), kAfternoons, 7);
        EXPECT_LT(ours.wrong_desk, 0.9 * fcfs.wrong_desk) << arrivals;
        EXPECT_LE(ours.p95, fcfs.p95) << arrivals;
    }
}

TEST(WaitRange, IsHonest) {
    const auto figures = simulate_many(usual_afternoon(), {}, 150, 99);
    EXPECT_GT(figures.within_range, 0.75);
    EXPECT_LT(figures.mean_width, 30);
    const std::vector<QueueVisitor> waiting = {visitor("sv", 0), visitor("sv", 0), visitor("sv", 0)};
    EXPECT_FALSE(wait_range(waiting, 0, {}, {})) << "nobody can tell before somebody is there";
    std::vector<QueueDesk> desks = {desk({"sv"})};
    EXPECT_EQ(wait_range(waiting, 0, desks), (WaitRange{0, 0}));
    desks[0].free = false;
    const auto first = wait_range(waiting, 0, desks);
    const auto third = wait_range(waiting, 2, desks);
    ASSERT_TRUE(first && third);
    EXPECT_LT(first->high, third->high);
    EXPECT_LT(first->low, first->high);
}

}  // namespace
}  // namespace samrum::optimise
