#include "advice/figures/actions_figures.hpp"
#include "advice/figures/actions_import.hpp"
#include "advice/figures/module_measures.hpp"
#include "advice/figures/rules_figures.hpp"
#include "advice/sites/actions_for_tests.hpp"
#include "foundation/base/examples_for_tests.hpp"

#include <gtest/gtest.h>
#include <iterator>
#include <numeric>
#include <random>

namespace samrum::advice::figures {
namespace {

using base::Date;
using base::Period;
using sheets::Dimension;

const Period kAutumn{Date::of(2019, 7, 1), Date::of(2019, 12, 31)};
const Period kSevenMonths{Date::of(2019, 7, 1), Date::of(2020, 1, 31)};

class FiguresRoom : public TestRoom {
  protected:
    static std::string lund_file() { return base::example("examples/lund/advice-im.csv"); }
    static const module::Measure& measure(std::string_view name) {
        static const auto all = measures();
        for (const auto& one : all)
            if (one.name == name) return one;
        throw base::Fault("no such measure");
    }
    std::optional<std::int64_t> count(std::string_view name, const Period& days, const module::Dimensions& where = {}) {
        return measure(name).count(*room_, where, days).inside();
    }
    void add_move(Date day, const char* what, int n) {
        static const store::Statement insert{
            store::Scope::room, "insert into advice_move (id, day, what, reason, n) values ($1, $2, $3, '', $4)"};
        room_->transaction([&](store::Transaction& tx) { tx.run(insert, base::Uuid::random(), day, what, n); });
    }
    void read_lund() {
        add_site("Linero bibliotek", "linero", "Lund");
        const auto report = import_counts(*room_, coordinator_, kToday, lund_file());
        ASSERT_TRUE(report) << report.problems().at(0).message.key << " line "
                            << report.problems().at(0).line.value_or(0);
    }
};

TEST_F(FiguresRoom, TheLundFileGivesThePublishedFigures) {
    read_lund();
    EXPECT_EQ(count("advice.sessions", kSevenMonths), 41);
    EXPECT_EQ(count("advice.sessions", kSevenMonths, {{"activity", "radrum"}}), 41);
    EXPECT_EQ(count("advice.sessions", kSevenMonths, {{"place", "linero-bibliotek"}}), 14);
    EXPECT_EQ(count("advice.sessions", kSevenMonths, {{"activity", "nowhere"}}), std::nullopt);
    EXPECT_EQ(count("advice.visits", kSevenMonths), 223) << "about five a session";
    EXPECT_EQ(count("advice.volunteer_hours", kSevenMonths), 397);
    const auto women = count("advice.women", kSevenMonths), visits = count("advice.visits", kSevenMonths);
    EXPECT_NEAR(100.0 * static_cast<double>(*women) / static_cast<double>(*visits), 50, 2) << "half of them women";
    EXPECT_GT(*count("advice.cases", kSevenMonths), *visits);
    EXPECT_GT(*count("advice.language_gap", kAutumn, {{"language", "ti"}}), 0);
    EXPECT_EQ(count("advice.visits", {Date::of(2018, 1, 1), Date::of(2018, 12, 31)}), std::nullopt) << "not known here";
}

// Seed 002: "Lineros besöksstatistik har fördubblats sedan ändring av tid".
TEST_F(FiguresRoom, LineroDoublesWithItsNewHours) {
    read_lund();
    const auto visits_a_session = [&](const base::Period& period) {
        const module::Dimensions linero{{"site", "linero"}};
        return static_cast<double>(count("advice.visits", period, linero).value()) /
               static_cast<double>(count("advice.sessions", period, linero).value());
    };
    EXPECT_NEAR(visits_a_session({Date::of(2019, 10, 3), Date::of(2020, 1, 31)}) /
                    visits_a_session({Date::of(2019, 7, 1), Date::of(2019, 10, 2)}),
                2, 0.35);
}

TEST_F(FiguresRoom, TheSameFileNeverCountsTwice) {
    read_lund();
    const auto again = import_counts(*room_, coordinator_, kToday, lund_file());
    ASSERT_TRUE(again);
    EXPECT_EQ(again->fresh, 0);
    EXPECT_EQ(again->already_there, 44);
    EXPECT_EQ(count("advice.visits", kSevenMonths), 223);
}

TEST_F(FiguresRoom, ADryRunListsEveryProblemByLine) {
    const std::string file =
        "datum;plats;start;slut;besök;språk;språkbrist;ämnen\n"
        "2020-01-07;Stadsbiblioteket i Dalby;16:00;18:00;2;ar=2;;letter=2\n"
        "2020-13-07;Lunds stadsbibliotek;16:00;18:00;2;ar=2;;\n"
        "2020-01-14;Lunds stadsbibliotek;18:00;16:00;2;ar=1;;\n"
        "2020-01-21;Lunds stadsbibliotek;16:00;18:00;x;klingon=1;ar=3;\n"
        "2020-01-28;\"Lunds stadsbibliotek;16:00;18:00;2;ar=2;;\n";
    const auto report = check_counts(*room_, coordinator_, kToday, file);
    ASSERT_FALSE(report);
    std::vector<std::pair<int, std::string>> told;
    for (const auto& one : report.problems()) told.emplace_back(one.line.value_or(0), one.message.key);
    EXPECT_EQ(told, (std::vector<std::pair<int, std::string>>{{3, "base.date.no_such_day"},
                                                              {4, "advice.file.times"},
                                                              {4, "advice.file.sum"},
                                                              {5, "advice.file.number"},
                                                              {5, "advice.file.code_unknown"},
                                                              {5, "advice.file.more_than"},
                                                              {6, "document.csv.quote_open"}}));
    const auto unknown = check_counts(
        *room_, coordinator_, kToday,
        "datum;plats;start;slut;besök\n2020-02-07;Dalby;16:00;18:00;2\n2020-02-07;stadsbiblioteket;16:00;18:00;2\n");
    ASSERT_FALSE(unknown);
    EXPECT_EQ(unknown.problems().at(0).message.key, "advice.file.no_such_site");
    EXPECT_EQ(unknown.problems().at(1).message.key, "advice.file.not_yet");
    EXPECT_EQ(count("advice.sessions", kSevenMonths), std::nullopt) << "nothing was changed";
}

TEST_F(FiguresRoom, EveryTraceAddsUpToItsFigure) {
    read_lund();
    add_move(Date::of(2019, 3, 1), "joined", 21);
    add_move(Date::of(2019, 9, 1), "joined", 4);
    add_move(Date::of(2019, 12, 1), "left", 2);
    std::mt19937 random(3);
    const module::Dimensions scopes[] = {
        {}, {{"site", "linero"}}, {{"language", "ar"}}, {{"topic", "letter"}}, {{"municipality", "Lund"}}};
    for (const module::Measure& one : measures())
        for (const auto& scope : scopes)
            for (int round = 0; round < 4; ++round) {
                const Date first = Date::of(2019, 6, 1).plus_days(static_cast<int>(random() % 120));
                const Period days{first, first.plus_days(static_cast<int>(random() % 150))};
                const auto rows = one.trace(*room_, scope, days);
                const auto sum = std::accumulate(rows.begin(), rows.end(), std::int64_t{0},
                                                 [](std::int64_t n, const auto& row) { return n + row.amount; });
                const auto counted = one.count(*room_, scope, days).inside();
                EXPECT_EQ(counted.value_or(0), sum) << one.name << " " << days.iso();
            }
    EXPECT_EQ(count("advice.volunteers", kSevenMonths), 23);
    EXPECT_EQ(count("advice.volunteers_joined", kAutumn), 4);
    EXPECT_EQ(count("advice.volunteers_left", kAutumn), 2);
}

TEST_F(FiguresRoom, TheCoordinatorSeesThemBesideThePeriodBefore) {
    read_lund();
    EXPECT_TRUE(module::is_refusal(see_figures(*room_, volunteer_, {kAutumn, {}, {}}, 0).problems()));
    const auto view = see_figures(*room_, coordinator_, {{Date::of(2020, 1, 1), Date::of(2020, 1, 31)}, {}, {}}, 0);
    ASSERT_TRUE(view);
    EXPECT_EQ(view->before, (Period{Date::of(2019, 1, 1), Date::of(2019, 1, 31)}));
    EXPECT_EQ(view->sites.size(), 2U);
    const auto rows = see_rows(*room_, coordinator_, {kSevenMonths, {}, {}}, Dimension::visits, "", 10, 0);
    ASSERT_TRUE(rows);
    EXPECT_EQ(rows->sum, 223);
    EXPECT_EQ(rows->rows.size(), 10U);
    EXPECT_EQ(rows->total, 41);
}

TEST(SharedTable, HasNoSmallRowAndAddsUp) {
    std::mt19937 random(11);
    for (int round = 0; round < 500; ++round) {
        std::vector<sheets::ValueSum> values;
        std::int64_t total = 0;
        for (unsigned i = 0; i < random() % 9; ++i) {
            values.push_back({i == 4 ? "other" : "v" + std::to_string(i), static_cast<std::int64_t>(random() % 12)});
            total += values.back().n;
        }
        std::int64_t shown = 0;
        bool all = true;
        for (const SharedRow& row : shared_table(values)) {
            if (row.n) {
                EXPECT_GE(*row.n, 5);
            }
            shown += row.n.value_or(0);
            all = all && row.n;
        }
        EXPECT_TRUE(all ? shown == total : total < 5) << "only a table of few in all is hidden";
    }
}

TEST(Figures, StandBesideTheSameMonthsAYearBefore) {
    EXPECT_EQ(period_before({Date::of(2020, 1, 1), Date::of(2020, 6, 30)}),
              (Period{Date::of(2019, 1, 1), Date::of(2019, 6, 30)}));
    EXPECT_EQ(period_before({Date::of(2020, 1, 10), Date::of(2020, 1, 19)}),
              (Period{Date::of(2019, 12, 31), Date::of(2020, 1, 9)}));
    EXPECT_EQ(change_percent(235, 310), 32);
    EXPECT_EQ(change_percent(0, 310), std::nullopt);
}

}  // namespace
}  // namespace samrum::advice::figures
