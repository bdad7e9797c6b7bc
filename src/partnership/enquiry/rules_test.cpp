#include "foundation/text/test_catalogues.hpp"
#include "partnership/enquiry/files_guide.hpp"
#include "partnership/enquiry/rules_enquiry.hpp"
#include "partnership/enquiry/rules_guide.hpp"

#include <gtest/gtest.h>

namespace samrum::partnership::enquiry {
namespace {

using base::Date;
using base::Money;

const Answers kFits{{"who", "association"}, {"initiative", "own"}, {"aim", "open"},    {"work", "social"},
                    {"regular", "no"},      {"market", "no"},      {"control", "own"}, {"pay", "both"},
                    {"plan", "yes"},        {"yearly", "460 000"}, {"months", "24"},   {"extension", "0"}};

Answers changed(const char* question, const char* answer) {
    Answers answers = kFits;
    answers[question] = answer;
    return answers;
}
Advice advised(const Answers& answers, Date day = Date::of(2020, 1, 31)) {
    return advise(shipped_guide(), shipped_limits(), answers, day);
}
std::string keys(const std::vector<Reason>& reasons) {
    std::string all;
    for (const Reason& one : reasons) all += one.key + " ";
    return all;
}
Support granted(const char* day, std::int64_t euro, std::int64_t rate = 100'000) {
    Support one;
    one.id = SupportId::random();
    one.granted_on = Date::parse(day).value();
    one.amount = Money{euro * 10 * 100};
    one.rate = rate;
    one.regulation = "general";
    return one;
}
std::string fields_of(const base::Problems& problems) {
    std::string all;
    for (const auto& one : problems) all += one.field + " ";
    return all;
}

TEST(Guide, LeadsToEachFormWithTheReasonThatDecidesFirst) {
    EXPECT_EQ(advised(kFits).form, Form::iop);
    EXPECT_EQ(keys(advised(kFits).reasons), "partnership initiative no_market free both_pay in_plan common_good ");
    const struct {
        const char* question;
        const char* answer;
        Form form;
        const char* why;
    } kCases[] = {{"who", "person", Form::none, "person"},
                  {"who", "business", Form::procurement, "business"},
                  {"initiative", "body", Form::grant, "asked_for"},
                  {"aim", "members", Form::grant, "members"},
                  {"aim", "duty", Form::procurement, "duty"},
                  {"aim", "own_needs", Form::procurement, "own_needs"},
                  {"regular", "yes", Form::grant, "regular"},
                  {"market", "yes", Form::procurement, "market"},
                  {"control", "body", Form::procurement, "controlled"},
                  {"pay", "performance", Form::procurement, "performance"},
                  {"pay", "body", Form::grant, "one_pays"},
                  {"pay", "self", Form::none, "self"},
                  {"plan", "no", Form::grant, "no_plan"}};
    for (const auto& one : kCases) {
        const Advice advice = advised(changed(one.question, one.answer));
        EXPECT_EQ(advice.form, one.form) << one.question << "=" << one.answer;
        EXPECT_EQ(advice.reasons.front().key, one.why);
        EXPECT_TRUE(advice.reasons.front().source) << "every reason tells where it is from";
    }
}

TEST(Guide, HoldsTheSumOfTheWholePeriodWithExtensionAgainstTheLimitOfTheDay) {
    // RådRum: 920 000 kr over two years, above the limit of 2020; Kompis: 125 000 kr, below.
    const Advice radrum = advised(kFits);
    EXPECT_EQ(radrum.total, Money::kronor(920'000));
    EXPECT_EQ(radrum.limit->limit.amount, Money::kronor(615'312).ore);
    EXPECT_TRUE(radrum.over_limit);
    EXPECT_EQ(keys(radrum.warnings), "value ");
    EXPECT_EQ(radrum.form, Form::iop) << "a warning sign decides nothing";
    Answers kompis = changed("yearly", "125000");
    kompis["months"] = "12";
    EXPECT_FALSE(advised(kompis).over_limit);
    kompis["extension"] = "48";
    EXPECT_TRUE(advised(kompis).over_limit) << "625 000 kr with the extension";
    EXPECT_FALSE(advised(kFits, Date::of(2022, 6, 1)).over_limit) << "social services have a limit of their own";
    EXPECT_FALSE(advised(kFits, Date::of(2023, 12, 31)).limit->unchecked);
    EXPECT_TRUE(advised(kFits, Date::of(2024, 1, 1)).limit->unchecked) << "nobody has read the source for that day";
    EXPECT_FALSE(advised(changed("yearly", "unknown")).total);
    EXPECT_FALSE(advised(kFits, Date::of(2010, 1, 1)).limit);
}

TEST(Guide, WarnsOfTheSignsThatTheCourtWeighed) {
    Answers bad = changed("control", "body");
    bad["market"] = "yes";
    bad["pay"] = "performance";
    bad["aim"] = "duty";
    EXPECT_EQ(keys(advised(bad).warnings), "detail performance market duty value support ");
    for (const Reason& one : advised(bad).warnings) EXPECT_TRUE(one.source && one.source->law.starts_with("L-IOP-0"));
}

TEST(Guide, SaysWhenTheAdviceIsUnsure) {
    Answers open = changed("market", "unknown");
    open["plan"] = "unknown";
    const Advice advice = advised(open);
    EXPECT_EQ(advice.form, Form::iop);
    EXPECT_FALSE(advice.sure);
    EXPECT_EQ(advice.unsure, (std::vector<std::string>{"market", "plan"}));
    open["pay"] = "performance";
    EXPECT_TRUE(advised(open).sure) << "that settles it, whatever the market";
}

TEST(Guide, AsksOnlyWhatFollowsAndForgetsWhatNoLongerDoes) {
    const Guide& guide = shipped_guide();
    EXPECT_EQ(next_question(guide, {})->key, "who");
    EXPECT_EQ(next_question(guide, {{"who", "person"}}), nullptr) << "nothing more to ask";
    EXPECT_EQ(next_question(guide, {{"who", "association"}})->key, "initiative");
    EXPECT_EQ(next_question(guide, kFits), nullptr);
    EXPECT_EQ(known_answers(guide, changed("aim", "members")).size(), 3U) << "the rest hung on the aim";
    EXPECT_EQ(known_answers(guide, {{"who", "nobody"}, {"colour", "red"}}).size(), 0U);
    EXPECT_EQ(known_answers(guide, changed("yearly", "much")).count("yearly"), 0U);
    EXPECT_EQ(known_answers(guide, changed("months", "-3")).count("months"), 0U);
    EXPECT_EQ(question_before(guide, kFits, nullptr)->key, "extension");
    EXPECT_EQ(place_of(guide, kFits, guide.questions[3]), 4);
}

TEST(Guide, HasWordsForAllThatItAsksAndSays) {
    for (const char* language : {"sv", "en"}) {
        const auto& words = text::house_catalogues().words(language);
        const auto has = [&](const std::string& key) { EXPECT_TRUE(words.has("partnership.enquiry." + key)) << key; };
        for (const Question& one : shipped_guide().questions) {
            has("q." + one.key), has("q." + one.key + ".hint");
            for (const std::string& option : one.options) has("q." + one.key + "." + option);
        }
        for (const Rule& one : shipped_guide().rules) has("reason." + one.key), has("source." + one.source);
        for (const Warning& one : shipped_guide().warnings)
            has("warning." + one.key), has("warning." + one.key + ".text"), has("source." + one.source);
        for (const Limit& one : shipped_limits().limits) has("limit." + one.kind + "." + one.category);
    }
}

TEST(Limits, CountDeMinimisOverThreeYearsToTheDay) {
    const std::vector<Support> all{granted("2024-03-15", 100'000), granted("2025-06-01", 150'000)};
    const auto on = [&](const char* day) {
        return window_on(shipped_limits(), "general", all, Date::parse(day).value());
    };
    EXPECT_EQ(on("2027-03-14").used, 250'000 * 100);
    EXPECT_EQ(on("2027-03-14").from, Date::of(2024, 3, 15));
    EXPECT_EQ(on("2027-03-14").left, 50'000 * 100);
    EXPECT_EQ(on("2027-03-14").eases_on, Date::of(2027, 3, 15));
    EXPECT_EQ(on("2027-03-15").used, 150'000 * 100) << "three years to the day";
    EXPECT_EQ(on("2024-03-14").used, 0) << "what lies ahead does not count yet";
    EXPECT_FALSE(on("2027-03-14").limit->unchecked);
    EXPECT_TRUE(on("2031-01-01").limit->unchecked) << "the regulation ends with 2030";
}

TEST(Limits, CountByFiscalYearsUnderTheRegulationBefore2024) {
    const std::vector<Support> all{granted("2017-12-31", 10), granted("2018-01-01", 20), granted("2020-01-31", 30)};
    const Window window = window_on(shipped_limits(), "general", all, Date::of(2020, 1, 31));
    EXPECT_EQ(window.used, 50 * 100);
    EXPECT_EQ(window.limit->limit.amount, 200'000 * 100);
    EXPECT_EQ(window.eases_on, Date::of(2021, 1, 1));
}

TEST(Limits, LeaveOutWhatIsNoEconomicActivityOrStruckOut) {
    auto outside = granted("2024-05-01", 1000);
    outside.economic = false;
    auto cancelled = granted("2024-05-01", 1000);
    cancelled.cancelled_on = Date::of(2024, 6, 1);
    auto other = granted("2024-05-01", 1000);
    other.regulation = "sgei";
    EXPECT_EQ(window_on(shipped_limits(), "general", {outside, cancelled, other}, Date::of(2024, 7, 1)).used, 0);
    EXPECT_EQ(window_on(shipped_limits(), "sgei", {other}, Date::of(2024, 7, 1)).left, 749'000 * 100);
}

TEST(Limits, TurnKronorIntoEuroByTheStoredRateAndNeverRoundALimitAway) {
    EXPECT_EQ(euro_cents(Money::kronor(105'678), 105'678), 10'000 * 100);
    EXPECT_EQ(euro_cents(Money{1}, 105'678), 1) << "up";
    EXPECT_EQ(read_rate("10,5678").value(), 105'678);
    EXPECT_EQ(read_rate("11").value(), 110'000);
    EXPECT_EQ(read_rate(" 10.5 ").value(), 105'000);
    for (const char* wrong : {"", "10,56789", "-10", "0,5", "tio", "10,-5", "99999"})
        EXPECT_FALSE(read_rate(wrong)) << wrong;
    EXPECT_EQ(rate_words(105'008), "10,5008");
    EXPECT_EQ(plain_euro(123'405), "1234.05");
    EXPECT_EQ(whole_sum(Money::kronor(100'000), 18, 6), Money::kronor(200'000));
    EXPECT_EQ(whole_sum(Money{100}, 1, 0), Money{9}) << "rounded up";
}

TEST(Limits, TellEveryProblemOfASupportAtOnce) {
    const Date today = Date::of(2024, 7, 1);
    EXPECT_EQ(
        fields_of(judge_support({"", "2024-08-01", "0", "x", "", "other", "", "gift", "", "", "", "no", "", false},
                                today, shipped_limits())
                      .problems()),
        "granted_on amount rate rate_source regulation giver instrument purpose assessment ");
    EXPECT_TRUE(judge_support({"", "2024-06-01", "50 000", "11,30", "Riksbanken", "general", "Lunds kommun", "grant",
                               "", "Lokal", "", "yes", "", false},
                              today, shipped_limits()));
}

TEST(Limits, NameEachLineOfAFileThatIsWrong) {
    const auto read = read_limits(R"(format = 1
version = 2
owner = "Lund"
colour = "red"
[[limits]]
kind = "direct_award"
category = "fish"
from = 2020-01-01
amount = 0
currency = "EUR"
source = ""
)");
    EXPECT_EQ(fields_of(read.problems()),
              "limits[1].category limits[1].amount limits[1].window_months limits[1].window "
              "limits[1].source colour ");
    EXPECT_EQ(read.problems().front().line, 7);
    EXPECT_FALSE(read_limits("not = [toml"));
    EXPECT_EQ(read_limits(shipped_limits_file()).value().limits.size(), 10U);
    EXPECT_FALSE(read_guide("format = 1\nversion = 1\n"));
}

TEST(Guide, NamesTheRegulationThatHoldsOnTheDay) {
    const auto source = [](Date day) {
        const Advice advice = advised(changed("market", "unknown"), day);
        for (const Reason& one : advice.warnings)
            if (one.key == "support") return one.in_force;
        return std::string("no warning");
    };
    EXPECT_NE(source(Date::of(2020, 1, 31)).find("1407/2013"), std::string::npos) << source(Date::of(2020, 1, 31));
    EXPECT_NE(source(Date::of(2024, 1, 1)).find("2023/2831"), std::string::npos);
    EXPECT_EQ(source(Date::of(2010, 1, 1)), "") << "then the source tells itself";
}

TEST(EnquiryRules, SayWhatMayBeDoneInEachState) {
    std::string table;
    for (const State state : {State::received, State::answered, State::assessment, State::closed})
        for (const Deed deed : {Deed::answer, Deed::assess, Deed::close, Deed::write, Deed::withdraw, Deed::reopen}) {
            const auto to = after(state, deed);
            table += to ? std::string(code_of(*to)).substr(0, 2) + " " : "- ";
        }
    EXPECT_EQ(table, "an as cl re cl - an as cl re cl - as as cl as cl - - - - - - as ");
    EXPECT_EQ(judge_deed(State::closed, Deed::answer).problems().front().message.key,
              "partnership.enquiry.not_now.answer");
}

TEST(EnquiryRules, AskForAnOrganisationAndWhatTheyWant) {
    EXPECT_EQ(fields_of(judge_enquiry({" ", "", "", "", "", {}}).problems()), "organisation what ");
    EXPECT_EQ(judge_enquiry({" Förening ", "Kafé", "", "", "", {}}).value().organisation, "Förening");
    EXPECT_FALSE(judge_letter(std::string(7000, 'x'), "answer"));
}

TEST(EnquiryRules, CountTheLogByYearAndOutcome) {
    Enquiry one;
    one.year = 2019;
    one.received = Date::of(2019, 2, 1);
    one.answered_on = Date::of(2019, 2, 5);
    one.state = State::closed;
    one.outcome = Outcome::grant;
    Enquiry two = one;
    two.answered_on = Date::of(2019, 2, 11);
    two.outcome = Outcome::none;
    Enquiry three;
    three.year = 2020;
    three.received = Date::of(2020, 1, 2);
    const auto years = count_by_year({three, two, one});
    ASSERT_EQ(years.size(), 2U);
    EXPECT_EQ(years[0].year, 2020);
    EXPECT_EQ(years[0].open, 1);
    EXPECT_FALSE(years[0].median_days);
    EXPECT_EQ(years[1].received, 2);
    EXPECT_EQ(years[1].outcomes.at(Outcome::grant), 1);
    EXPECT_EQ(years[1].median_days, 4);
    EXPECT_EQ(age_in_days(three, Date::of(2020, 1, 31)), 29);
    EXPECT_FALSE(age_in_days(one, Date::of(2020, 1, 31)));
}

}  // namespace
}  // namespace samrum::partnership::enquiry
