#include "foundation/base/date.hpp"
#include "foundation/base/email_address.hpp"
#include "foundation/base/id.hpp"
#include "foundation/base/money.hpp"
#include "foundation/base/number.hpp"
#include "foundation/base/organisation_number.hpp"
#include "foundation/base/readable.hpp"
#include "foundation/base/swedish_holidays.hpp"
#include "foundation/base/text.hpp"

#include <gtest/gtest.h>

namespace samrum::base {
namespace {

TEST(Date, ReadsIsoAndRefusesTheRest) {
    EXPECT_EQ(Date::parse("2019-07-01").value(), Date::of(2019, 7, 1));
    EXPECT_EQ(Date::parse("2020-02-29").value().iso(), "2020-02-29");
    for (const char* bad : {"", "2019-7-1", "2019/07/01", "2019-02-29", "0000-00-00", "2019-07-01 ", "2300-01-01"})
        EXPECT_FALSE(Date::parse(bad)) << bad;
    EXPECT_EQ(Date::parse("").problems().at(0).message.key, "base.date.missing");
    EXPECT_EQ(ClockTime::parse("").problems().at(0).message.key, "base.time.missing");
    EXPECT_LE(
        std::get<std::string>(Date::parse(std::string(100'000, 'x')).problems().at(0).message.args.at(0).second).size(),
        60u);
    EXPECT_EQ(Date::parse("2019-02-29").problems().at(0).message.key, "base.date.no_such_day");
}

TEST(Date, AddsMonthsToTheLastDayWhereTheMonthIsShorter) {
    EXPECT_EQ(Date::of(2019, 1, 31).plus_months(1), Date::of(2019, 2, 28));
    EXPECT_EQ(Date::of(2020, 2, 29).plus_years(1), Date::of(2021, 2, 28));
    EXPECT_EQ(Date::of(2019, 7, 1).plus_months(-1), Date::of(2019, 6, 1));
}

TEST(Date, SwedishDayFollowsSummerTime) {
    const auto at = [](Date day, int hour) {
        return Instant{std::chrono::duration_cast<std::chrono::microseconds>(day.days().time_since_epoch()).count() +
                       hour * 3'600'000'000LL};
    };
    EXPECT_EQ(swedish_day(at(Date::of(2020, 1, 31), 22)), Date::of(2020, 1, 31));
    EXPECT_EQ(swedish_day(at(Date::of(2020, 1, 31), 23)), Date::of(2020, 2, 1));
    EXPECT_EQ(swedish_day(at(Date::of(2020, 7, 31), 22)), Date::of(2020, 8, 1));
}

TEST(Period, KnowsItsDaysAndOverlaps) {
    const Period two_years{Date::of(2019, 7, 1), Date::of(2021, 6, 30)};
    EXPECT_EQ(two_years.days(), 731);
    EXPECT_TRUE(two_years.contains(Date::of(2021, 6, 30)));
    EXPECT_FALSE(two_years.contains(Date::of(2021, 7, 1)));
    EXPECT_EQ(two_years.intersection({Date::of(2021, 1, 1), std::nullopt})->iso(), "2021-01-01/2021-06-30");
    EXPECT_FALSE(two_years.overlaps({Date::of(2018, 1, 1), Date::of(2019, 6, 30)}));
    EXPECT_FALSE(Period::of(Date::of(2020, 1, 2), Date::of(2020, 1, 1)));
}

TEST(Number, IsTheWholeTextOrNothing) {
    EXPECT_EQ(whole_number("0"), 0);
    EXPECT_EQ(whole_number("-17"), -17);
    EXPECT_EQ(whole_number("9223372036854775807"), 9'223'372'036'854'775'807);
    for (const char* text : {"", "-", "+1", " 1", "1 ", "1x", "1.0", "9223372036854775808"})
        EXPECT_EQ(whole_number(text), std::nullopt) << text;
}

TEST(Money, ReadsWhatPeopleWrite) {
    for (const char* text : {"520000", "520 000", "520\u00a0000 kr", "520.000", "520 000,00", "520\u202f000kr"})
        EXPECT_EQ(Money::parse(text).value(), Money::kronor(520'000)) << text;
    EXPECT_EQ(Money::parse("-12,5").value().ore, -1250);
    for (const char* bad : {"", "kr", "12,345", "1e5", "12.5", "99999999999999999"})
        EXPECT_FALSE(Money::parse(bad)) << bad;
}

TEST(Money, SplitPutsTheRemainderLast) {
    const auto parts = Money{100}.split(3);
    EXPECT_EQ(parts, (std::vector<Money>{{33}, {33}, {34}}));
}

TEST(OrganisationNumber, ChecksLuhnAndRefusesPersons) {
    for (const char* good : {"212000-1132", "2120001132", "802999-9995", "857300-0018"})
        EXPECT_TRUE(OrganisationNumber::parse(good)) << good;
    EXPECT_EQ(OrganisationNumber::parse("212000-1133").problems().at(0).message.key,
              "base.organisation_number.check_digit");
    EXPECT_EQ(OrganisationNumber::parse("121212-1212").problems().at(0).message.key,
              "base.organisation_number.personal");
    EXPECT_FALSE(OrganisationNumber::parse("212000_1132"));
}

TEST(SwedishHolidays, VectorsOfTheStatutoryPeriod_L_KL_10) {
    EXPECT_EQ(statutory_weeks_from(Date::of(2026, 5, 29), 3), Date::of(2026, 6, 22));
    EXPECT_EQ(statutory_weeks_from(Date::of(2026, 12, 3), 3), Date::of(2026, 12, 28));
    EXPECT_EQ(statutory_weeks_from(Date::of(2026, 12, 4), 3), Date::of(2026, 12, 28));
    EXPECT_EQ(statutory_weeks_from(Date::of(2027, 3, 5), 3), Date::of(2027, 3, 30));
    EXPECT_FALSE(is_statutory_rest_day(Date::of(2027, 1, 5)));
    EXPECT_EQ(easter_sunday(2026), Date::of(2026, 4, 5));
    EXPECT_EQ(easter_sunday(2027), Date::of(2027, 3, 28));
}

TEST(SwedishHolidays, NationalDayReplacedWhitMondayIn2005) {
    EXPECT_TRUE(is_swedish_holiday(Date::of(2004, 5, 31)));
    EXPECT_FALSE(is_swedish_holiday(Date::of(2005, 5, 16)));
    EXPECT_FALSE(is_swedish_holiday(Date::of(2004, 6, 6).plus_days(1)));
    EXPECT_TRUE(is_swedish_holiday(Date::of(2005, 6, 6)));
}

TEST(Uuid, VersionsAndText) {
    const Uuid ordered = Uuid::ordered();
    EXPECT_EQ(ordered.text()[14], '7');
    EXPECT_EQ(Uuid::random().text()[14], '4');
    EXPECT_EQ(Uuid::parse(ordered.text()).value(), ordered);
    EXPECT_NE(Uuid::random(), Uuid::random());
    EXPECT_FALSE(Uuid::parse("not-an-id"));
}

TEST(EmailAddress, TakesPlainAddressesAndNothingThatCouldBeginAHeader) {
    EXPECT_EQ(EmailAddress::parse(" Samordnare+radrum@IM.Example ").value().text(), "Samordnare+radrum@im.example");
    EXPECT_EQ(EmailAddress::parse("a@b.example").value().domain(), "b.example");
    for (const std::string& bad :
         {std::string("a"), std::string("a@b"), std::string("@b.se"), std::string("a@"), std::string("a@b..se"),
          std::string("a@-b.se"), std::string(".a@b.se"), std::string("a b@c.se"), std::string("a@b.se\r\nBcc: c@d.se"),
          std::string("a\n@b.se"), std::string("A <a@b.se>"), std::string("a@b.se,c@d.se"), std::string("\"a\"@b.se"),
          std::string("a@b@c.se"), std::string("a@b.se\0", 7), std::string(65, 'a') + "@b.se",
          "a@" + std::string(64, 'b') + ".se", std::string("\xff@b.se")})
        EXPECT_EQ(EmailAddress::parse(bad).problems().at(0).message.key, "base.email.unreadable") << bad;
    EXPECT_EQ(EmailAddress::parse(" ").problems().at(0).message.key, "base.email.missing");
    EXPECT_EQ(EmailAddress::parse("åsa@exempel.example").problems().at(0).message.key, "base.email.not_ascii");
}

TEST(Text, Utf8IsCheckedStrictly) {
    EXPECT_TRUE(is_utf8("Överenskommelse العربية"));
    for (const std::string& bad : {std::string("\xc0\x80"), std::string("\xed\xa0\x80"), std::string("\xff"),
                                   std::string("a\0b", 3), std::string("\xe2\x82")})
        EXPECT_FALSE(is_utf8(bad));
    EXPECT_EQ(trim(" \u00a0RådRum\u202f\n"), "RådRum");
}

TEST(Text, OfUnknownOriginBecomesReadable) {
    EXPECT_EQ(readable_text("Ö", 2), "Ö");
    EXPECT_EQ(readable_text("aÖ", 2), "a") << "cut between characters";
    EXPECT_EQ(readable_text("R\xe5"
                            "dRum",
                            10),
              "R?dRum")
        << "Latin-1";
    EXPECT_EQ(readable_text(std::string("a\0b\xe2\x82", 5), 10), "a?b??");
    // What a problem repeats, a page shows: it is text, however long the input was.
    const std::string typed = "x" + std::string(300, '\xc3') + "\xa5";
    for (const auto& problems : {EmailAddress::parse(typed).problems(), Uuid::parse(typed).problems()})
        EXPECT_TRUE(is_utf8(std::get<std::string>(problems.at(0).message.args.at(0).second)));
    EXPECT_TRUE(is_utf8(std::get<std::string>(
        EmailAddress::parse("å" + std::string(252, 'a') + "åå").problems().at(0).message.args.at(0).second)));
}

}  // namespace
}  // namespace samrum::base
