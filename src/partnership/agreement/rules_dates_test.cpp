#include "partnership/agreement/rules_dates.hpp"

#include "partnership/agreement/files_for_tests.hpp"

#include <map>

namespace samrum::partnership::agreement {
namespace {

using base::Date;

std::vector<std::string> days(const AgreementFile& file, DateKind kind, Date horizon = Date::of(2022, 1, 1)) {
    std::vector<std::string> out;
    for (const auto& one : key_dates(file.agreement, file.criteria, horizon))
        if (one.kind == kind) out.push_back(std::string(word_of(one.when)) + " " + one.day.iso());
    return out;
}
using Days = std::vector<std::string>;

TEST(Stretches, AreCountedByTheirRule) {
    struct Case {
        const char* what;
        base::Period period;
        Per per;
        std::vector<std::string> within;
    };
    const base::Period radrum{Date::of(2019, 7, 1), Date::of(2021, 6, 30)};
    const base::Period odd{Date::of(2019, 8, 31), Date::of(2020, 3, 1)};
    for (const Case& one : std::vector<Case>{
             {"two agreement years", radrum, Per::agreement_year, {"2019-07-01/2020-06-30", "2020-07-01/2021-06-30"}},
             {"three calendar years",
              radrum,
              Per::calendar_year,
              {"2019-07-01/2019-12-31", "2020-01-01/2020-12-31", "2021-01-01/2021-06-30"}},
             {"whole", radrum, Per::whole_period, {"2019-07-01/2021-06-30"}},
             {"calendar half-years", odd, Per::half_year, {"2019-08-31/2019-12-31", "2020-01-01/2020-03-01"}},
             {"own half-years do not drift from the 31st",
              odd,
              Per::agreement_half_year,
              {"2019-08-31/2020-02-28", "2020-02-29/2020-03-01"}},
             {"months",
              {Date::of(2019, 1, 15), Date::of(2019, 3, 2)},
              Per::month,
              {"2019-01-15/2019-01-31", "2019-02-01/2019-02-28", "2019-03-01/2019-03-02"}},
         }) {
        std::vector<std::string> got;
        for (const auto& stretch : stretches(one.period, one.per, {}, Date::of(2030, 1, 1)))
            got.push_back(stretch.within.iso());
        EXPECT_EQ(got, one.within) << one.what;
    }
}

TEST(Stretches, AnOpenEndIsFollowedToTheHorizon) {
    const base::Period open{Date::of(2019, 1, 1), std::nullopt};
    EXPECT_EQ(stretches(open, Per::calendar_year, {}, Date::of(2021, 3, 1)).size(), 3u);
    EXPECT_EQ(stretches(open, Per::whole_period, {}, Date::of(2021, 3, 1)).at(0).whole.last(), std::nullopt);
}

TEST(Dates, RadRumsAreComputedFromItsRules) {
    const auto file = lund("radrum-2019");
    EXPECT_EQ(days(file, DateKind::begins), (Days{"on 2019-07-01"}));
    EXPECT_EQ(days(file, DateKind::review), (Days{"by 2021-01-31"})) << "a Sunday, and it stays: the agreement says so";
    EXPECT_EQ(days(file, DateKind::ends), (Days{"on 2021-06-30"}));
    EXPECT_EQ(days(file, DateKind::longest_end), (Days{"by 2021-06-30"}));
    EXPECT_EQ(days(file, DateKind::meeting),
              (Days{"by 2019-12-31", "by 2020-06-30", "by 2020-12-31", "by 2021-06-30"}));
    EXPECT_EQ(days(file, DateKind::counted), (Days{"on 2020-06-30", "on 2021-06-30"}));
    EXPECT_EQ(days(file, DateKind::year_end_account), (Days{"on 2019-12-31", "on 2020-12-31", "on 2021-12-31"}));
    Days committee;
    Days half_year;
    for (const auto& one : key_dates(file.agreement, file.criteria, Date::of(2022, 1, 1))) {
        if (one.subject == "committee") committee.push_back(one.day.iso());
        if (one.subject == "half-year") half_year.push_back(std::string(word_of(one.when)) + " " + one.day.iso());
    }
    EXPECT_EQ(committee, (Days{"2019-12-31", "2020-12-31"}));
    EXPECT_EQ(half_year, (Days{"after 2019-12-31", "after 2020-06-30", "after 2020-12-31", "after 2021-06-30"}))
        << "the agreement names no day for the report";
}

TEST(Dates, TellWhoseTheyAre) {
    const auto file = lund("radrum-2019");
    std::map<std::string, Days> whose;
    for (const auto& one : key_dates(file.agreement, file.criteria, Date::of(2022, 1, 1)))
        whose[std::string(word_of(one.kind)) + " " + one.subject] = one.owed_by;
    EXPECT_EQ(whose.at("instalment " + file.agreement.amounts[0].key), (Days{"socialforvaltningen"}));
    EXPECT_EQ(whose.at("year_end_account "), (Days{"socialforvaltningen"}));
    EXPECT_EQ(whose.at("report committee"), (Days{"socialforvaltningen"}));
    EXPECT_EQ(whose.at("report half-year"), Days{}) << "all the parties' together";
    EXPECT_EQ(whose.at("meeting "), (Days{"socialforvaltningen", "kultur-och-fritidsforvaltningen"}));
    EXPECT_EQ(whose.at("review "), Days{});
}

TEST(Dates, LundHasNoNoticeDateBecauseNoticeNeedsACauseFirst) {
    for (const char* name : {"radrum-2019", "kompis-2019"}) {
        const auto file = lund(name);
        ASSERT_EQ(file.agreement.notice.size(), 1u);
        EXPECT_TRUE(file.agreement.notice[0].after_dialogue);
        EXPECT_EQ(days(file, DateKind::notice), Days{}) << name;
    }
}

TEST(Dates, NoticeIsComputedOnlyWhereThereIsARight) {
    struct Case {
        const char* notice_case;
        Days days;
    };
    for (const Case& one : std::vector<Case>{{"any_time", {"by 2020-09-30"}},
                                             {"end_of_period", {"by 2020-09-30"}},
                                             {"breach", {}},
                                             {"changed_circumstances", {}},
                                             {"breach_or_changed_circumstances", {}}}) {
        const auto file = read_well(small("first = 2019-01-01\nlast = 2020-12-31",
                                          "[[notice]]\ncase = \"" + std::string(one.notice_case) + "\"\nmonths = 3\n"));
        // 31 December less three months: the last day of September.
        EXPECT_EQ(days(file, DateKind::notice), one.days) << one.notice_case;
    }
}

TEST(Dates, AnOpenEndIsRenewedYearByYear) {
    const auto file =
        read_well(small("first = 2019-01-01\nlast = \"open\"\nrenewal = { every_months = 12, notice_months = 3 }"));
    EXPECT_EQ(days(file, DateKind::renewal, Date::of(2020, 6, 1)), (Days{"on 2020-01-01", "on 2021-01-01"}));
    EXPECT_EQ(days(file, DateKind::notice, Date::of(2020, 6, 1)), (Days{"by 2019-09-30", "by 2020-09-30"}));
    EXPECT_EQ(days(file, DateKind::ends), Days{});
}

TEST(Dates, L_KL_10_TheAppealPeriodMovesPastRestDays) {
    struct Case {
        const char* posted;
        const char* last;
    };
    for (const auto& [posted, last] :
         {Case{"2026-05-29", "2026-06-22"}, Case{"2026-12-03", "2026-12-28"}, Case{"2026-12-04", "2026-12-28"},
          Case{"2027-03-05", "2027-03-30"}, Case{"2026-12-15", "2027-01-05"}}) {
        const auto file = read_well(small(
            "first = 2026-01-01\nlast = 2027-12-31",
            "[[decisions]]\nverdict = \"approved\"\nbody = \"Nämnden\"\nposted_on = " + std::string(posted) + "\n"));
        EXPECT_EQ(days(file, DateKind::appeal_ends), (Days{"on " + std::string(last)})) << posted;
    }
}

TEST(Dates, StatedDaysNeverMove) {
    // Midsummer's Eve, Christmas Eve and a Sunday, all stated.
    const auto file = read_well(small(
        "first = 2026-01-01\nlast = 2026-12-24\nreview_by = 2026-06-19",
        "[[reports]]\nkey = \"r\"\nkind = \"annual\"\ntitle = \"R\"\nper = \"whole_period\"\ndue = [2026-11-01]\n" +
            amount("kind = \"fixed\"\namount = 100\ninstalments = [{ payments = [{ day = 2026-06-20 }] }]")));
    EXPECT_EQ(days(file, DateKind::review), (Days{"by 2026-06-19"}));
    EXPECT_EQ(days(file, DateKind::ends), (Days{"on 2026-12-24"}));
    EXPECT_EQ(days(file, DateKind::report), (Days{"by 2026-11-01"}));
    EXPECT_EQ(days(file, DateKind::instalment), (Days{"on 2026-06-20"}));
}

TEST(Dates, AReportWithDaysToWriteItIsDueThen) {
    const auto file = read_well(
        small("first = 2020-01-01\nlast = 2020-12-31",
              "[[reports]]\nkey = \"r\"\nkind = \"half_year\"\ntitle = \"R\"\nper = \"half_year\"\ndays_after = 30\n"));
    EXPECT_EQ(days(file, DateKind::report), (Days{"by 2020-07-30", "by 2021-01-30"}));
}

TEST(Force, IsByTheDaysNotByTheSignatures) {
    const Term radrum = lund("radrum-2019").agreement.term;
    EXPECT_EQ(force_on(radrum, Date::of(2019, 6, 30)), Force::not_begun);
    EXPECT_EQ(force_on(radrum, Date::of(2019, 7, 1)), Force::in_force);
    EXPECT_EQ(force_on(radrum, Date::of(2021, 6, 30)), Force::in_force);
    EXPECT_EQ(force_on(radrum, Date::of(2021, 7, 1)), Force::over);
    EXPECT_EQ(force_on(lund("kompis-2017").agreement.term, Date::of(2018, 1, 1)), Force::unknown);
    EXPECT_EQ(force_on(lund("radrum-2017").agreement.term, Date::of(2019, 7, 1)), Force::over);
}

}  // namespace
}  // namespace samrum::partnership::agreement
