#include "directory/rules_session.hpp"

#include "directory/rules_room.hpp"
#include "directory/rules_token.hpp"

#include <gtest/gtest.h>
#include <set>

namespace samrum::directory {
namespace {

using namespace std::chrono_literals;

constexpr base::Instant kNow{1'600'000'000'000'000};

TEST(SignInSession, DiesWhenIdleAndAtItsEndWhateverItsOwnerDoes) {
    SignInSession session;
    session.created = session.last_seen = kNow;
    session.ends = longest_end(Stage::full, kNow);
    EXPECT_TRUE(is_alive(session, kNow.plus(8h - 1us)));
    EXPECT_FALSE(is_alive(session, kNow.plus(8h)));
    session.last_seen = kNow.plus(168h - 1min);
    EXPECT_TRUE(is_alive(session, kNow.plus(168h - 1us)));
    EXPECT_FALSE(is_alive(session, kNow.plus(168h)));
}

TEST(SignInSession, OnlyAFreshLinkReplacesTheOldPassword) {
    SignInSession session;
    session.created = kNow;
    session.means = Means::link;
    EXPECT_TRUE(is_fresh_by_link(session, kNow.plus(14min)));
    EXPECT_FALSE(is_fresh_by_link(session, kNow.plus(15min)));
    session.means = Means::password;
    EXPECT_FALSE(is_fresh_by_link(session, kNow));
}

TEST(SignInSession, DeviceIsBrowserAndSystemWithoutVersion) {
    EXPECT_EQ(device_label("Mozilla/5.0 (X11; Linux x86_64; rv:109.0) Gecko/20100101 Firefox/115.0"), "Firefox, Linux");
    EXPECT_EQ(device_label("Mozilla/5.0 (Linux; Android 13) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/119.0 Mobile "
                           "Safari/537.36"),
              "Chrome, Android");
    EXPECT_EQ(device_label("Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/119.0 Safari/537.36 Edg/119.0"),
              "Edge, Windows");
    EXPECT_EQ(device_label("curl/7.88"), "");
    EXPECT_EQ(device_label(""), "");
}

TEST(Token, IsLongDifferentEachTimeAndStoredAsItsHash) {
    std::set<std::string> seen;
    for (int i = 0; i < 100; ++i) {
        const std::string token = new_token();
        EXPECT_EQ(token.size(), 43U);
        EXPECT_EQ(token.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"),
                  std::string::npos);
        EXPECT_TRUE(seen.insert(token).second);
    }
    EXPECT_EQ(token_hash("a").size(), 32U);
    EXPECT_EQ(token_hash("a"), token_hash("a"));
    EXPECT_NE(token_hash("a"), token_hash("b"));
}

TEST(Token, RecoveryCodeIsReadHoweverItIsTyped) {
    const std::string code = new_recovery_code();
    EXPECT_EQ(code.size(), 19U);
    EXPECT_EQ(normal_recovery_code(" ABCD-efgh ijkm\t2345"), "abcdefghijkm2345");
    EXPECT_EQ(normal_recovery_code(code).size(), 16U);
}

TEST(ShortName, IsSmallLettersDigitsAndHyphens) {
    for (const char* good : {"lund", "im", "kompis", "roda-korset-2", " lund "})
        EXPECT_TRUE(judge_short_name(good)) << good;
    for (const char* bad : {"", "l", "Lund", "lünd", "2lund", "-lund", "lund-", "lu--nd", "lu/nd", "../etc", "lu nd",
                            "a23456789012345678901234567890z"})
        EXPECT_FALSE(judge_short_name(bad)) << bad;
}

TEST(ShortName, LeavesTheHousesOwnAddressesAlone) {
    for (const char* word : {"sign-in", "sign-out", "account", "assets", "healthz", "readyz", "metrics", "events",
                             "mail", "accessibility"})
        EXPECT_FALSE(judge_short_name(word)) << word;
}

}  // namespace
}  // namespace samrum::directory
