#include "directory/rules_account.hpp"

#include "directory/rules_totp.hpp"

#include <gtest/gtest.h>

namespace samrum::directory {
namespace {

using namespace std::chrono_literals;

constexpr std::string_view kEmail = "samordnare@im.example";

bool has(const base::Problems& problems, std::string_view key) {
    for (const auto& one : problems)
        if (one.message.key == key) return true;
    return false;
}

TEST(Email, IsBroughtToOneForm) {
    EXPECT_EQ(judge_email("  Samordnare@IM.example ").value(), kEmail);
    for (const char* bad : {"", "im", "@im.example", "a@", "a@b", "a b@im.example", "a@im..example",
                            "a@im.example\nBcc: x@y.z", "a@b@im.example", "a@.example", "\"a\"@im.example"})
        EXPECT_FALSE(judge_email(bad)) << bad;
}

TEST(Function, IsOneShortLine) {
    EXPECT_EQ(judge_function(" Samordnare ").value(), "Samordnare");
    EXPECT_FALSE(judge_function("x"));
    EXPECT_FALSE(judge_function("a\nb"));
    EXPECT_FALSE(judge_function(std::string(81, 'a')));
}

TEST(Password, LengthCountsCharactersNotBytes) {
    EXPECT_TRUE(has(judge_password("åäöåäöåäö", kEmail), "directory.password.short"));
    EXPECT_TRUE(judge_password("grå hackspett på räls", kEmail).empty());
    EXPECT_TRUE(judge_password("correct horse", kEmail).empty());
}

TEST(Password, AsksForNoDigitsOrCapitals) {
    EXPECT_TRUE(judge_password("lummigt vattendrag", kEmail).empty());
}

TEST(Password, IsNeitherTheAddressNorWhatEverybodyTriesFirst) {
    EXPECT_TRUE(has(judge_password("Samordnare@im.example", kEmail), "directory.password.is_email"));
    for (const char* bad : {"password1234", "Password2019!", "qwertyuiop12", "123456789012", "Sommar2024!!!",
                            "Lösenord1234", "aaaaaaaaaaaaaaa", "abababababab"})
        EXPECT_TRUE(has(judge_password(bad, kEmail), "directory.password.common")) << bad;
}

TEST(Password, EveryProblemIsToldAtOnce) {
    EXPECT_EQ(judge_password("im@im.se", "im@im.se").size(), 2U);
    EXPECT_TRUE(has(judge_password(std::string(2000, 'x'), kEmail), "directory.password.long"));
}

TEST(Throttle, FourAreFreeAndNobodyWaitsMoreThanAMinute) {
    EXPECT_EQ(wait_after(0), 0s);
    EXPECT_EQ(wait_after(4), 0s);
    EXPECT_EQ(wait_after(5), 2s);
    EXPECT_EQ(wait_after(6), 4s);
    EXPECT_EQ(wait_after(10), 60s);
    EXPECT_EQ(wait_after(1'000'000), 60s);
}

TEST(Throttle, WaitRunsOutAndAnHourForgets) {
    constexpr base::Instant kNow{1'600'000'000'000'000};
    Throttle throttle;
    for (int i = 0; i < 6; ++i) throttle = with_failure(throttle, kNow);
    EXPECT_EQ(throttle.failures, 6);
    EXPECT_EQ(wait_left(throttle, kNow), 4s);
    EXPECT_EQ(wait_left(throttle, kNow.plus(3500ms)), 1s);
    EXPECT_EQ(wait_left(throttle, kNow.plus(4s)), 0s);
    EXPECT_EQ(with_failure(throttle, kNow.plus(61min)).failures, 1);
}

TEST(Throttle, LettersAreOneAMinuteAndFiveUntilAnHourOfQuiet) {
    base::Instant now{1'600'000'000'000'000};
    Throttle letters;
    EXPECT_TRUE(may_write_again(letters, now));
    for (int i = 0; i < 5; ++i) {
        letters = with_failure(letters, now);
        EXPECT_FALSE(may_write_again(letters, now.plus(59s)));
        now = now.plus(60s);
    }
    EXPECT_FALSE(may_write_again(letters, now));
    EXPECT_FALSE(may_write_again(letters, letters.last_failure.plus(59min)));
    EXPECT_TRUE(may_write_again(letters, letters.last_failure.plus(60min)));
    EXPECT_EQ(with_failure(letters, letters.last_failure.plus(60min)).failures, 1);
}

// RFC 6238, appendix B, the rows of SHA-1.
TEST(Totp, GivesTheCodesOfTheStandard) {
    constexpr std::string_view kSecret = "12345678901234567890";
    const std::pair<std::int64_t, std::string_view> vectors[] = {{59, "94287082"},         {1111111109, "07081804"},
                                                                 {1111111111, "14050471"}, {1234567890, "89005924"},
                                                                 {2000000000, "69279037"}, {20000000000, "65353130"}};
    for (const auto& [seconds, code] : vectors)
        EXPECT_EQ(totp_code(kSecret, totp_step({seconds * 1'000'000}), 8), code) << seconds;
}

TEST(Totp, AcceptsOneStepAroundAndEachStepOnce) {
    constexpr std::string_view kSecret = "12345678901234567890";
    constexpr base::Instant kNow{1'111'111'111'000'000};
    const std::int64_t step = totp_step(kNow);
    for (const std::int64_t near : {step - 1, step, step + 1})
        EXPECT_EQ(matching_step(kSecret, totp_code(kSecret, near), kNow, 0), near);
    EXPECT_FALSE(matching_step(kSecret, totp_code(kSecret, step - 2), kNow, 0));
    EXPECT_FALSE(matching_step(kSecret, totp_code(kSecret, step + 2), kNow, 0));
    EXPECT_FALSE(matching_step(kSecret, totp_code(kSecret, step), kNow, step));
    EXPECT_EQ(matching_step(kSecret, " 050 471 ", kNow, 0), step);
    for (const char* bad : {"", "05047", "0504711", "abcdef"})
        EXPECT_FALSE(matching_step(kSecret, bad, kNow, 0)) << bad;
}

TEST(Totp, AddressHoldsTheSecretForTheTelephone) {
    EXPECT_EQ(totp_secret_text("12345678901234567890"), "GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ");
    EXPECT_EQ(totp_address("12345678901234567890", "a+b@im.example"),
              "otpauth://totp/Samrum:a%2Bb%40im.example?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Samrum&digits=6&"
              "period=30");
    EXPECT_EQ(new_totp_secret().size(), 20U);
    EXPECT_NE(new_totp_secret(), new_totp_secret());
}

}  // namespace
}  // namespace samrum::directory
