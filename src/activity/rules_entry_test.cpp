#include "activity/rules_entry.hpp"

#include "activity/rules_words.hpp"

#include <gtest/gtest.h>

namespace samrum::activity {
namespace {

const base::Date kToday = base::Date::of(2020, 1, 31);
const PlaceId kLibrary = PlaceId::ordered();
const ActivityId kAdvice = ActivityId::ordered();
const Names kNames{
    [](std::string_view name) { return name == "Stadsbiblioteket" ? std::optional(kLibrary) : std::nullopt; },
    [](std::string_view name) { return name == "RådRum" ? std::optional(kAdvice) : std::nullopt; }};

Draft session() {
    Draft draft;
    draft.day = "2020-01-28";
    draft.place = "Stadsbiblioteket";
    draft.activity = "RådRum";
    return draft;
}

std::vector<std::string> fields(const base::Result<Facts>& result) {
    std::vector<std::string> names;
    for (const auto& problem : result.problems()) names.push_back(problem.field + " " + problem.message.key);
    return names;
}

TEST(ReadFacts, ASessionNeedsDayPlaceAndActivityAndNothingElse) {
    const auto facts = read_facts(session(), kNames, kToday);
    ASSERT_TRUE(facts) << fields(facts).at(0);
    EXPECT_EQ(facts->kind, Kind::session);
    EXPECT_EQ(facts->place, kLibrary);
    EXPECT_FALSE(facts->participants.has_value()) << "not recorded is never zero";
    EXPECT_EQ(fields(read_facts(Draft{}, kNames, kToday)),
              (std::vector<std::string>{"day activity.problem.day_missing", "place activity.problem.place_missing",
                                        "activity activity.problem.activity_missing"}));
}

TEST(ReadFacts, ZeroVisitorsIsAFigureAndEmptyIsNot) {
    Draft draft = session();
    draft.participants = "0";
    EXPECT_EQ(read_facts(draft, kNames, kToday)->participants, 0);
}

TEST(ReadFacts, RefusesTomorrowAndTakesToday) {
    Draft draft = session();
    draft.day = "2020-01-31";
    EXPECT_TRUE(read_facts(draft, kNames, kToday));
    draft.day = "2020-02-01";
    EXPECT_EQ(fields(read_facts(draft, kNames, kToday)), std::vector<std::string>{"day activity.problem.day_ahead"});
}

TEST(ReadFacts, WomenAreSomeOfTheParticipants) {
    Draft draft = session();
    draft.participants = "5";
    draft.women = "6";
    EXPECT_EQ(fields(read_facts(draft, kNames, kToday)),
              std::vector<std::string>{"women activity.problem.women_too_many"});
    draft.women = "5";
    EXPECT_EQ(read_facts(draft, kNames, kToday)->women, 5);
    draft.participants = "";
    EXPECT_EQ(fields(read_facts(draft, kNames, kToday)),
              std::vector<std::string>{"women activity.problem.women_without_participants"});
}

TEST(ReadFacts, ACancelledSessionHadNobody) {
    Draft draft = session();
    draft.cancelled = "ja";
    EXPECT_TRUE(read_facts(draft, kNames, kToday)->cancelled);
    draft.participants = "3";
    EXPECT_EQ(fields(read_facts(draft, kNames, kToday)),
              std::vector<std::string>{"participants activity.problem.cancelled_with_people"});
}

TEST(ReadFacts, TellsEveryProblemAtOnce) {
    Draft draft = session();
    draft.day = "2020-02-30";
    draft.start = "25:00";
    draft.place = "Nowhere";
    draft.participants = "five";
    draft.hours = "many";
    draft.cancelled = "perhaps";
    EXPECT_EQ(fields(read_facts(draft, kNames, kToday)),
              (std::vector<std::string>{"day base.date.no_such_day", "start base.time.unreadable",
                                        "place activity.problem.place_unknown", "participants activity.problem.count",
                                        "hours activity.hours.unreadable", "cancelled activity.problem.yes_or_no"}));
}

TEST(ReadFacts, ADatedCountTakesAReasonOnlyForThoseWhoLeft) {
    Draft draft;
    draft.kind = "avslutade volontärer";
    draft.day = "2019-05-31";
    draft.activity = "RådRum";
    draft.count = "2";
    draft.reason = "Studier";
    EXPECT_EQ(read_facts(draft, kNames, kToday)->reason, LeaveReason::studies);
    draft.kind = "volunteers_joined";
    EXPECT_EQ(fields(read_facts(draft, kNames, kToday)),
              std::vector<std::string>{"reason activity.problem.not_of_kind"});
    draft.reason = "";
    draft.place = "Stadsbiblioteket";
    EXPECT_EQ(fields(read_facts(draft, kNames, kToday)),
              std::vector<std::string>{"place activity.problem.not_of_kind"});
}

TEST(ReadFacts, AnEventHasATitle) {
    Draft draft;
    draft.kind = "Temakväll";
    draft.day = "2019-11-14";
    EXPECT_EQ(fields(read_facts(draft, kNames, kToday)),
              std::vector<std::string>{"title activity.problem.title_missing"});
    draft.title = "Att hyra bostad";
    EXPECT_EQ(read_facts(draft, kNames, kToday)->title, "Att hyra bostad");
    draft.title = std::string(121, 'x');
    EXPECT_EQ(fields(read_facts(draft, kNames, kToday)), std::vector<std::string>{"title activity.problem.title_long"});
}

TEST(ReadFacts, GoesThroughTheFormAndBack) {
    Draft draft = session();
    draft.start = "16:00";
    draft.participants = "5";
    draft.women = "2";
    draft.volunteers = "4";
    draft.hours = "10,5";
    const Facts facts = read_facts(draft, kNames, kToday).value();
    const Names by_id{[](std::string_view id) { return std::optional(PlaceId::parse(id).value()); },
                      [](std::string_view id) { return std::optional(ActivityId::parse(id).value()); }};
    EXPECT_EQ(read_facts(draft_of(facts), by_id, kToday).value(), facts);
}

TEST(ReadFigure, HasItsOwnPeriodOrNone) {
    Draft draft;
    draft.kind = "figure_volunteer_hours";
    draft.count = "1 400";
    draft.approximate = "ja";
    draft.source = "Tjänsteskrivelse 2019-06-07";
    const auto undated = read_figure(draft, kNames, kToday);
    ASSERT_TRUE(undated);
    EXPECT_EQ(undated->value, 1400);
    EXPECT_FALSE(undated->period.has_value());
    draft.day = "2018-01-01";
    EXPECT_EQ(read_figure(draft, kNames, kToday).problems().at(0).message.key, "activity.problem.period_half");
    draft.until = "2018-12-31";
    EXPECT_EQ(read_figure(draft, kNames, kToday)->period,
              base::Period(base::Date::of(2018, 1, 1), base::Date::of(2018, 12, 31)));
    draft.kind = "figure_women_percent";
    EXPECT_EQ(read_figure(draft, kNames, kToday).problems().at(0).message.key, "activity.problem.percent");
    draft.until = "2020-02-01";
    EXPECT_EQ(read_figure(draft, kNames, kToday).problems().at(0).message.key, "activity.problem.period_ahead");
}

TEST(StatedFigures, GrowMayBeLess) {
    Draft draft;
    draft.kind = "figure_visits_growth";
    draft.source = "Tjänsteskrivelse 2019-06-07";
    for (const auto& [written, value] :
         {std::pair{"-32", -32}, {"−32", -32}, {"+32", 32}, {"1 400", 1400}, {"-100", -100}}) {
        draft.count = written;
        EXPECT_EQ(read_figure(draft, kNames, kToday)->value, value) << written;
    }
    for (const char* wrong : {"-101", "--3", "3-", "-", "+-3"}) {
        draft.count = wrong;
        EXPECT_EQ(read_figure(draft, kNames, kToday).problems().at(0).message.key, "activity.problem.growth") << wrong;
    }
    draft.kind = "figure_visits";
    draft.count = "-3";
    EXPECT_EQ(read_figure(draft, kNames, kToday).problems().at(0).message.key, "activity.problem.count");
}

TEST(StatedFigures, NothingChosenIsToldAllAtOnce) {
    std::vector<std::string> fields;
    const auto read = read_figure({}, kNames, kToday);
    for (const auto& one : read.problems()) fields.push_back(one.field);
    EXPECT_EQ(fields, (std::vector<std::string>{"kind", "count", "source"}));
}

TEST(Hours, AreReadToTheMinuteAndWrittenBack) {
    EXPECT_EQ(read_hours("2,5").value(), 150);
    EXPECT_EQ(read_hours("2.25").value(), 135);
    EXPECT_EQ(read_hours("2:30").value(), 150);
    EXPECT_EQ(read_hours("150 min").value(), 150);
    EXPECT_EQ(read_hours("1 400").value(), 84'000);
    for (const char* bad : {"", "two", "2,", "2:3", "2:60", "-1", "1e3", "99999999999"})
        EXPECT_FALSE(read_hours(bad)) << bad;
    const auto long_one = read_hours(std::string(100'000, 'x')).problems().at(0).message.args.at(0).second;
    EXPECT_LE(std::get<std::string>(long_one).size(), 60u) << "a sentence about what was typed stays a sentence";
    for (int minutes = 0; minutes < 2'000; ++minutes)
        ASSERT_EQ(read_hours(hours_text(minutes, ',')).value(), minutes) << hours_text(minutes, ',');
}

TEST(Words, CodesAndSwedishWordsAreRead) {
    for (const Shape& shape : shapes()) {
        EXPECT_EQ(kind_written(shape.code), shape.kind);
        EXPECT_EQ(kind_written(swedish_word(shape.code)), shape.kind) << shape.code;
    }
    for (FigureOf of : kFigures) EXPECT_EQ(figure_written(swedish_word(code_of(of))), of);
    for (LeaveReason reason : kLeaveReasons) EXPECT_EQ(reason_written(swedish_word(code_of(reason))), reason);
    EXPECT_EQ(kind_written("TILLFÄLLE"), Kind::session);
    EXPECT_EQ(kind_written("theme evening"), Kind::theme_evening);
    EXPECT_FALSE(kind_written("party"));
    EXPECT_EQ(whole_number("1.400", 2'000), 1'400);
    EXPECT_FALSE(whole_number("-1", 2'000));
    EXPECT_EQ(length_in_characters("åäö"), 3);
}

TEST(Shapes, StandInTheOrderOfTheirKinds) {
    for (std::size_t i = 0; i < shapes().size(); ++i) EXPECT_EQ(shapes()[i].kind, static_cast<Kind>(i));
    EXPECT_EQ(kinds_of(Family::session), "session ");
}

TEST(SameOccasion, IsAskedAboutByDayPlaceAndStart) {
    Draft draft = session();
    const Facts one = read_facts(draft, kNames, kToday).value();
    draft.start = "16:00";
    const Facts at_four = read_facts(draft, kNames, kToday).value();
    draft.start = "18:00";
    const Facts at_six = read_facts(draft, kNames, kToday).value();
    EXPECT_TRUE(may_be_same(one, at_four));
    EXPECT_FALSE(may_be_same(at_four, at_six));
    EXPECT_NE(identity(one), identity(at_four));
    Facts elsewhere = one;
    elsewhere.place = PlaceId::ordered();
    EXPECT_FALSE(may_be_same(one, elsewhere)) << "two libraries on one day are two sessions";
}

}  // namespace
}  // namespace samrum::activity
