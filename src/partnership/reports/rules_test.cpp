// The pure judgements of a report: its states, which reports an agreement asks for, its figures, and what differs.
#include "partnership/agreement/files_for_tests.hpp"
#include "partnership/agreement/rules_index.hpp"
#include "partnership/agreement/rules_signal.hpp"
#include "partnership/reports/rules_difference.hpp"
#include "partnership/reports/rules_judgement.hpp"
#include "partnership/reports/rules_plan.hpp"
#include "partnership/reports/rules_section.hpp"
#include "partnership/reports/rules_state.hpp"
#include "partnership/reports/rules_statistics.hpp"
#include "partnership/reports/rules_template.hpp"

#include <gtest/gtest.h>

namespace samrum::partnership::reports {
namespace {

using agreement::Delivery;
using base::Date;
using base::Period;

const Period kAutumn{Date::of(2019, 7, 1), Date::of(2019, 12, 31)};
const Period kSpring{Date::of(2019, 1, 1), Date::of(2019, 6, 30)};

TEST(ReportState, OnlyWhatStandsInTheTableIsAllowed) {
    const std::string all = [] {
        std::string text;
        for (const State state : {State::draft, State::submitted, State::approved, State::committee})
            for (const Step step : {Step::submit, Step::send_back, Step::approve, Step::to_committee, Step::correct})
                if (const Arrow* arrow = arrow_of(state, step))
                    text += std::string(word_of(state)) + "-" + std::string(word_of(step)) + "-" +
                            std::string(word_of(arrow->to)) + (arrow->next_version ? "+1 " : " ");
        return text;
    }();
    EXPECT_EQ(all,
              "draft-submit-submitted submitted-send_back-draft submitted-approve-approved "
              "approved-to_committee-committee approved-correct-draft+1 committee-correct-draft+1 ");
    for (const Arrow& one : arrows()) EXPECT_FALSE(one.reason.empty());
}

TEST(ReportTemplate, TheShippedOnesHoldWhatTheirKindAsksFor) {
    const auto half = shipped_template(ReportKind::half_year), annual = shipped_template(ReportKind::annual),
               experience = shipped_template(ReportKind::experience);
    for (const char* key : {"statistics", "events", "changes", "commitments", "works_well", "to_improve", "economy"})
        EXPECT_TRUE(half.section(key)) << key;
    EXPECT_FALSE(half.section("qualitative"));
    for (const char* key : {"goals", "qualitative", "elsewhere", "evidence"}) EXPECT_TRUE(annual.section(key)) << key;
    EXPECT_TRUE(experience.section("lessons"));
    EXPECT_TRUE(checked_template(half));
}

TEST(ReportTemplate, EveryProblemIsToldAtOnce) {
    Template wanted;
    wanted.days_after = 0;
    wanted.sections = {{"own-1", SectionForm::text, "", std::string(kLongestGuidance + 1, 'x')}};
    const auto checked = checked_template(wanted);
    std::string keys;
    for (const auto& one : checked.problems()) keys += one.message.key + " ";
    EXPECT_EQ(keys,
              "report.template.no_commitments report.template.title_missing report.template.too_long "
              "report.template.days ");
}

TEST(ReportPlan, AHalfYearAndAYearOfRadRum) {
    const auto file = agreement::read_agreement(agreement::example("examples/lund/radrum-2019.toml"));
    const auto planned = planned_reports(file->agreement, Date::of(2022, 1, 1));
    ASSERT_EQ(planned.size(), 6U);
    EXPECT_EQ(planned[0].kind, ReportKind::half_year);
    EXPECT_EQ(planned[0].period, kAutumn);
    EXPECT_EQ(planned[0].writers, (std::vector<std::string>{"socialforvaltningen", "im"}));
    EXPECT_FALSE(planned[0].stated_due);
    EXPECT_EQ(due_day(planned[0], shipped_template(ReportKind::half_year)), Date::of(2020, 2, 14));
    EXPECT_EQ(planned[2].kind, ReportKind::annual);
    EXPECT_EQ(planned[2].period.iso(), "2019-07-01/2020-06-30");
    EXPECT_TRUE(is_drafted_by_itself(planned[0], Date::of(2020, 1, 1)));
    EXPECT_FALSE(is_drafted_by_itself(planned[0], Date::of(2019, 12, 31))) << "the period is not over";
    EXPECT_FALSE(is_drafted_by_itself(planned[0], Date::of(2020, 8, 1))) << "long ago: a person asks";
}

TEST(ReportPlan, AsksForNothingAboutTheTimeAfterTheEnd) {
    auto ended = agreement::read_agreement(agreement::example("examples/lund/radrum-2019.toml")).value().agreement;
    ended.term.ended = agreement::Ending{Date::of(2020, 7, 10), "breach", ""};
    const auto planned = planned_reports(ended, Date::of(2022, 1, 1));
    EXPECT_EQ(planned.size(), 5U) << "the half-year and the year that had begun, but not the last half-year";
    for (const Planned& one : planned) EXPECT_LE(*one.period.last(), Date::of(2020, 7, 10)) << one.period.iso();
}

TEST(ReportPlan, EachPartyOfKompisOwesItsExperiences) {
    const auto file = agreement::read_agreement(agreement::example("examples/lund/kompis-2019.toml"));
    const auto planned = planned_reports(file->agreement, Date::of(2020, 1, 1));
    ASSERT_EQ(planned.size(), 2U);
    EXPECT_EQ(planned[0].kind, ReportKind::experience);
    EXPECT_EQ(planned[0].writers, (std::vector<std::string>{"socialforvaltningen", "kompis"}));
    EXPECT_EQ(planned[1].kind, ReportKind::half_year) << "followed up by reports, of which the text lists none";
    EXPECT_EQ(planned[1].period, kSpring);
}

Delivery delivered(const std::string& commitment, const std::string& measure, const Period& period,
                   std::optional<std::int64_t> number, bool hidden = false) {
    Delivery one;
    one.commitment = commitment;
    one.measure = measure;
    one.unit = "unit.sessions";
    one.period = period;
    one.as_of = Date::of(2020, 1, 31);
    one.value = number   ? DeliveredValue{DeliveredValue::Kind::number, *number}
                : hidden ? DeliveredValue{DeliveredValue::Kind::hidden, 0}
                         : DeliveredValue{};
    return one;
}
agreement::CommitmentRow promise(const std::string& key, const std::string& measure, std::int64_t at_least,
                                 agreement::Per per) {
    agreement::CommitmentRow row;
    row.key = row.title = key;
    row.party = "im";
    row.measure = measure;
    row.readings = {{"only",
                     *agreement::Target::of(agreement::Bound::at_least, at_least, std::nullopt, "sessions", per), "",
                     false}};
    return row;
}
Period month(int year, unsigned number) {
    const Date first = Date::of(year, number, 1);
    return {first, first.plus_months(1).plus_days(-1)};
}
bool adds(std::string_view measure) {
    return measure != "activity.volunteers_active";
}

TEST(ReportStatistics, MonthsAddUpAsFarAsTheyWereDelivered) {
    Delivered all;
    for (unsigned m = 12; m >= 7; --m) all.own.push_back(delivered("s", "activity.sessions", month(2019, m), 5));
    auto rows =
        statistics_of({promise("s", "activity.sessions", 64, agreement::Per::agreement_year)}, all, kAutumn, adds);
    ASSERT_EQ(rows.size(), 1U);
    EXPECT_EQ(rows[0].now->value.number, 30);
    EXPECT_EQ(rows[0].now->period, kAutumn);
    EXPECT_FALSE(rows[0].before) << "nobody delivered it: not zero";
    all.own.erase(all.own.begin() + 1);  // November is missing
    rows = statistics_of({promise("s", "activity.sessions", 64, agreement::Per::agreement_year)}, all, kAutumn, adds);
    EXPECT_EQ(rows[0].now->value.number, 5);
    EXPECT_EQ(rows[0].now->period, month(2019, 12)) << "a figure keeps the days that it counts";
}

TEST(ReportStatistics, HiddenAndUnknownStaySo) {
    Delivered all;
    all.own = {delivered("v", "activity.visits", kAutumn, std::nullopt, true),
               delivered("w", "activity.women", kAutumn, std::nullopt)};
    const auto rows = statistics_of(
        {promise("v", "activity.visits", 1, agreement::Per::half_year),
         promise("w", "activity.women", 1, agreement::Per::half_year), promise("x", "", 1, agreement::Per::half_year)},
        all, kAutumn, adds);
    ASSERT_EQ(rows.size(), 3U);
    EXPECT_EQ(rows[0].now->value.kind, DeliveredValue::Kind::hidden);
    EXPECT_EQ(rows[1].now->value.kind, DeliveredValue::Kind::unknown);
    EXPECT_FALSE(rows[2].now);
}

TEST(ReportStatistics, TheHalfYearBeforeMayBeOfTheAgreementBefore) {
    Delivered all;
    all.own = {delivered("sessions", "activity.sessions", kAutumn, 33)};
    all.predecessor = {delivered("old-key", "activity.sessions", kSpring, 28)};
    const auto rows = statistics_of({promise("sessions", "activity.sessions", 64, agreement::Per::agreement_year)}, all,
                                    kAutumn, adds);
    EXPECT_EQ(rows[0].before->value.number, 28);
    EXPECT_EQ(rows[0].before->period, kSpring);
    EXPECT_EQ(period_before({Date::of(2019, 7, 1), Date::of(2020, 6, 30)}).iso(), "2018-07-01/2019-06-30");
}

TEST(ReportStatistics, ALevelIsTheLatestAndASignalItsRows) {
    Delivered all;
    all.own = {delivered("a", "activity.volunteers_active", month(2019, 12), 23),
               delivered("a", "activity.volunteers_active", month(2019, 11), 22)};
    Delivery row = delivered("", "advice.language_gap", kAutumn, 7);
    row.scope = agreement::row_scope("language", "ar");
    all.own.push_back(row);
    const auto rows = statistics_of({promise("a", "activity.volunteers_active", 20, agreement::Per::agreement_year)},
                                    all, kAutumn, adds);
    ASSERT_EQ(rows.size(), 2U);
    EXPECT_EQ(rows[0].now->value.number, 23);
    EXPECT_EQ(rows[1].row, "ar");
    EXPECT_EQ(rows[1].now->value.number, 7);
}

TEST(ReportJudgement, APromiseForAYearIsNotJudgedAfterHalfOfIt) {
    const Period days{Date::of(2019, 7, 1), Date::of(2021, 6, 30)};
    const auto sessions = promise("s", "activity.sessions", 64, agreement::Per::agreement_year);
    const auto figure = [](std::int64_t number, const Period& period) {
        return StatedValue{{DeliveredValue::Kind::number, number}, period, Date::of(2020, 7, 31)};
    };
    EXPECT_EQ(suggested(sessions, days, kAutumn, figure(33, kAutumn)), (Suggestion{Verdict::too_early, 33, 32}));
    const Period year{Date::of(2019, 7, 1), Date::of(2020, 6, 30)};
    EXPECT_EQ(suggested(sessions, days, year, figure(64, year)).verdict, Verdict::kept);
    EXPECT_EQ(suggested(sessions, days, year, figure(60, year)).verdict, Verdict::partly);
    EXPECT_EQ(suggested(sessions, days, year, figure(0, year)).verdict, Verdict::not_kept);
    EXPECT_EQ(suggested(sessions, days, year, figure(60, kAutumn)).verdict, Verdict::unjudged)
        << "half of the figures is not the figure";
    EXPECT_EQ(suggested(sessions, days, year, std::nullopt).verdict, Verdict::unjudged);
    auto torn = sessions;
    torn.readings.push_back(torn.readings.front());
    EXPECT_EQ(suggested(torn, days, year, figure(64, year)).verdict, Verdict::unjudged) << "two readings stand";
}

TEST(ReportSection, APromiseThatWasNotKeptIsExplained) {
    const Template layout = shipped_template(ReportKind::half_year);
    Part part;
    auto& judgements = part.sections["commitments"].judgements;
    judgements = {{"a", "Tider", "", Verdict::not_kept, "", ""},
                  {"b", "Platser", "", Verdict::partly, "", ""},
                  {"c", "Lokal", "", Verdict::not_kept, "", "Lokalen brann."},
                  {"d", "Språk", "", Verdict::kept, "", ""}};
    const auto problems = submit_problems(layout, part);
    ASSERT_EQ(problems.size(), 2U) << "each is told at once, by name";
    for (const auto& one : problems) EXPECT_EQ(one.message.key, "report.submit.unexplained");
    judgements[0].deviation = "Ingen tid hölls.";
    judgements[1].explanation = "En plats saknades.";
    EXPECT_TRUE(submit_problems(layout, part).empty());
}

std::string shown(const std::vector<DiffLine>& lines) {
    std::string text;
    for (const DiffLine& one : lines)
        text += (one.kind == DiffLine::Kind::same    ? " "
                 : one.kind == DiffLine::Kind::added ? "+"
                                                     : "-") +
                one.text + "|";
    return text;
}

TEST(ReportDifference, SaysWhatWasTakenAwayAndAdded) {
    EXPECT_EQ(shown(line_differences("a\nb\nc", "a\nx\nc")), " a|-b|+x| c|");
    EXPECT_EQ(shown(line_differences("", "a")), "+a|");
    EXPECT_EQ(shown(line_differences("a\nb", "")), "-a|-b|");
    EXPECT_EQ(shown(line_differences("a\nb\nc\nd", "b\nd\ne")), "-a| b|-c| d|+e|");
    EXPECT_FALSE(differs(line_differences("a\nb", "a\nb")));
    std::string many;
    for (int i = 0; i < 3000; ++i) many += std::to_string(i) + "\n";
    EXPECT_TRUE(differs(line_differences(many, "start\n" + many + "end\n")));
}

}  // namespace
}  // namespace samrum::partnership::reports
