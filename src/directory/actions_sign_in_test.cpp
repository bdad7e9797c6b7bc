#include "directory/actions_sign_in.hpp"

#include "directory/actions_account.hpp"
#include "directory/actions_code.hpp"
#include "directory/actions_password.hpp"
#include "directory/actions_retention.hpp"
#include "directory/actions_session.hpp"
#include "directory/repository_account.hpp"
#include "directory/rules_session.hpp"
#include "directory/rules_totp.hpp"
#include "foundation/jobs/jobs.hpp"
#include "foundation/jobs/test_house.hpp"
#include "foundation/store/journal.hpp"
#include "foundation/text/test_catalogues.hpp"

#include <algorithm>
#include <gtest/gtest.h>
#include <set>

namespace samrum::directory {
namespace {

using namespace std::chrono_literals;

const store::Actor kTester{"test", "test"};
constexpr std::string_view kEmail = "samordnare@im.example";
constexpr std::string_view kPassword = "grå hackspett på räls";

class SignIn : public ::testing::Test {
  protected:
    void SetUp() override {
        lobby_ = house_.store().lobby();
        account_ = create_account(*lobby_, kTester, {std::string(kEmail), "Samordnare", "sv", "", true}).value();
        lobby_->transaction([&](store::Transaction& tx) { set_password(tx, account_, password_hash(kPassword)); });
    }
    base::Result<SignInStep> by_password(std::string_view password, std::string_view email = kEmail) {
        return sign_in(*lobby_, email, password, {"Firefox, Linux", ""}, now_);
    }
    SignedIn in() { return find_session(*lobby_, by_password(kPassword)->token, now_).value(); }
    /// The token of a link as it comes with the letter.
    std::string mailed_link() {
        module::House house;
        house.catalogues = &text::house_catalogues();
        house.public_address = "https://samrum.example";
        mail_sign_in_link(*lobby_, house, kEmail, now_);
        const auto letters = jobs::list_mail(*lobby_, 1);
        const std::string& text = letters.at(0).mail.text;
        const auto at = text.find("/sign-in/link/") + 14;
        return text.substr(at, 43);
    }
    /// Enrols one-time codes; answers the secret's next code maker.
    std::string enrol(const SignedIn& who) {
        EXPECT_TRUE(begin_code(*lobby_, who));
        const auto setup = pending_code(*lobby_, who).value();
        secret_ = from_base32(setup.address);
        const auto codes = confirm_code(*lobby_, who, code_now(), now_);
        EXPECT_TRUE(codes);
        EXPECT_EQ(codes->size(), 10U);
        return codes->front();
    }
    std::string code_now() { return totp_code(secret_, totp_step(now_)); }
    /// What an authenticator program does with the address of the QR code.
    static std::string from_base32(const std::string& address) {
        const auto at = address.find("secret=") + 7;
        std::string secret;
        unsigned bits = 0;
        int have = 0;
        for (char c : address.substr(at, address.find('&', at) - at)) {
            bits = bits << 5 | static_cast<unsigned>(c >= 'A' ? c - 'A' : c - '2' + 26);
            if ((have += 5) >= 8) secret += static_cast<char>(bits >> (have -= 8) & 0xff);
        }
        return secret;
    }

    const CheapPasswords cheap_;
    jobs::TestHouse house_;
    std::unique_ptr<store::Session> lobby_;
    AccountId account_;
    std::string secret_;
    base::Instant now_ = base::Instant::now();
};

std::string first_key(const base::Problems& problems) {
    return problems.empty() ? "" : problems.front().message.key;
}

TEST_F(SignIn, ByPasswordGivesASessionWhoseTokenIsNowhereInTheLobby) {
    const auto step = by_password(kPassword);
    ASSERT_TRUE(step);
    EXPECT_EQ(step->stage, Stage::full);
    const auto who = find_session(*lobby_, step->token, now_);
    ASSERT_TRUE(who);
    EXPECT_EQ(who->account, account_);
    EXPECT_FALSE(who->fresh_by_link);
    EXPECT_FALSE(find_session(*lobby_, step->token + "x", now_));
    EXPECT_FALSE(find_session(*lobby_, "", now_));
    for (const auto& entry : store::journal_entries(*lobby_, 0, 20)) {
        EXPECT_EQ(entry.line.detail.find(step->token), std::string::npos);
        EXPECT_EQ(entry.line.detail.find(kEmail), std::string::npos);
    }
}

TEST_F(SignIn, AddressIsTakenInAnyCase) {
    EXPECT_TRUE(by_password(kPassword, " Samordnare@IM.example "));
}

TEST_F(SignIn, WrongPasswordUnknownAddressAndAccountWithoutPasswordSayTheSame) {
    ASSERT_TRUE(create_account(*lobby_, kTester, {"utan@im.example", "Volontär"}));
    const auto wrong = by_password("fel lösenord här").problems();
    EXPECT_EQ(wrong, by_password("fel lösenord här", "ingen@im.example").problems());
    EXPECT_EQ(wrong, by_password("fel lösenord här", "utan@im.example").problems());
    EXPECT_EQ(wrong, by_password("fel lösenord här", "inte en adress").problems());
    EXPECT_EQ(first_key(wrong), "directory.sign_in.wrong");
}

TEST_F(SignIn, GuessersWaitAndSoDoThoseWhoGuessAtNobody) {
    for (const std::string_view email : {kEmail, std::string_view("ingen@im.example")}) {
        for (int i = 0; i < 5; ++i)
            EXPECT_EQ(first_key(by_password("fel lösenord här", email).problems()), "directory.sign_in.wrong");
        EXPECT_EQ(first_key(by_password("fel lösenord här", email).problems()), "directory.sign_in.wait");
    }
    EXPECT_EQ(first_key(by_password(kPassword).problems()), "directory.sign_in.wait");
    now_ = now_.plus(60s);
    EXPECT_TRUE(by_password(kPassword));
    // A sign-in that went well is held against nobody.
    for (int i = 0; i < 4; ++i)
        EXPECT_EQ(first_key(by_password("fel lösenord här").problems()), "directory.sign_in.wrong");
}

TEST_F(SignIn, OwnerComesInByLinkWhileSomebodyGuesses) {
    for (int i = 0; i < 8; ++i) (void)by_password("fel lösenord här");
    EXPECT_EQ(first_key(by_password(kPassword).problems()), "directory.sign_in.wait");
    EXPECT_TRUE(use_link(*lobby_, mailed_link(), {}, now_));
    EXPECT_TRUE(by_password(kPassword));
}

TEST_F(SignIn, AskingForALinkLooksTheSameForAnyAddress) {
    EXPECT_EQ(ask_for_link(*lobby_, kEmail, now_).problems(),
              ask_for_link(*lobby_, "ingen@im.example", now_).problems());
    // One job each; what it finds is not told to who asked.
    EXPECT_EQ(jobs::waiting_jobs(*lobby_).size(), 2U);
    EXPECT_TRUE(ask_for_link(*lobby_, kEmail, now_.plus(59s)));
    EXPECT_EQ(jobs::waiting_jobs(*lobby_).size(), 2U);
    EXPECT_TRUE(ask_for_link(*lobby_, kEmail, now_.plus(60s)));
    EXPECT_EQ(jobs::waiting_jobs(*lobby_).size(), 3U);
    EXPECT_FALSE(ask_for_link(*lobby_, "inte en adress", now_));
    module::House house;
    house.catalogues = &text::house_catalogues();
    mail_sign_in_link(*lobby_, house, "ingen@im.example", now_);
    EXPECT_TRUE(jobs::list_mail(*lobby_).empty());
}

TEST_F(SignIn, LinkIsGoodOnceAndForAQuarterOfAnHour) {
    const std::string first = mailed_link();
    const std::string second = mailed_link();
    // Looking does not burn it, as mail scanners look.
    EXPECT_TRUE(is_link_good(*lobby_, first, now_));
    EXPECT_TRUE(is_link_good(*lobby_, first, now_));
    EXPECT_FALSE(is_link_good(*lobby_, first, now_.plus(15min)));
    EXPECT_FALSE(use_link(*lobby_, first, {}, now_.plus(15min)));
    const auto step = use_link(*lobby_, first, {}, now_);
    ASSERT_TRUE(step);
    EXPECT_TRUE(find_session(*lobby_, step->token, now_)->fresh_by_link);
    EXPECT_EQ(first_key(use_link(*lobby_, first, {}, now_).problems()), "directory.link.spent");
    EXPECT_FALSE(use_link(*lobby_, second, {}, now_)) << "the others end with the one that was used";
    EXPECT_FALSE(use_link(*lobby_, "made-up", {}, now_));
}

TEST_F(SignIn, TheTokenFromBeforeIsWorthNothingAfter) {
    const std::string before = by_password(kPassword)->token;
    const auto step = sign_in(*lobby_, kEmail, kPassword, {"", before}, now_);
    EXPECT_NE(step->token, before);
    EXPECT_FALSE(find_session(*lobby_, before, now_));
    EXPECT_TRUE(find_session(*lobby_, step->token, now_));
}

TEST_F(SignIn, SessionsDieIdleAndAtTheirEnd) {
    const std::string idle = by_password(kPassword)->token;
    EXPECT_FALSE(find_session(*lobby_, idle, now_.plus(8h)));
    const std::string busy = by_password(kPassword)->token;
    for (int hour = 7; hour < 7 * 24; hour += 7)
        EXPECT_TRUE(find_session(*lobby_, busy, now_.plus(std::chrono::hours(hour)))) << hour;
    EXPECT_FALSE(find_session(*lobby_, busy, now_.plus(168h)));
}

TEST_F(SignIn, SpentRowsAreRemoved) {
    now_ = now_.plus(-240h);
    (void)by_password(kPassword);
    (void)mailed_link();
    const auto remove = [&] {
        return lobby_->transaction(
            [](store::Transaction& tx) { return remove_spent_sign_ins(tx, base::Date::of(2020, 1, 31)); });
    };
    EXPECT_EQ(remove(), 2);
    EXPECT_EQ(remove(), 0);
}

TEST_F(SignIn, SignOutEndsTheSession) {
    const std::string token = by_password(kPassword)->token;
    sign_out(*lobby_, token);
    EXPECT_FALSE(find_session(*lobby_, token, now_));
    sign_out(*lobby_, token);
    sign_out(*lobby_, "");
}

TEST_F(SignIn, CodeIsAskedForAndRotatesTheToken) {
    (void)enrol(in());
    now_ = now_.plus(30s);
    const auto half = by_password(kPassword);
    ASSERT_TRUE(half);
    EXPECT_EQ(half->stage, Stage::half);
    EXPECT_FALSE(find_session(*lobby_, half->token, now_)) << "a half session opens nothing";
    EXPECT_TRUE(waits_for_code(*lobby_, half->token, now_));
    const auto full = give_code(*lobby_, half->token, code_now(), now_);
    ASSERT_TRUE(full);
    EXPECT_NE(full->token, half->token);
    EXPECT_TRUE(find_session(*lobby_, full->token, now_));
    EXPECT_FALSE(waits_for_code(*lobby_, half->token, now_));
}

TEST_F(SignIn, CodeIsRefusedASecondTime) {
    (void)enrol(in());
    const auto again = by_password(kPassword);
    EXPECT_EQ(first_key(give_code(*lobby_, again->token, code_now(), now_).problems()), "directory.code.wrong")
        << "the code that confirmed the secret is used up";
    now_ = now_.plus(30s);
    EXPECT_TRUE(give_code(*lobby_, again->token, code_now(), now_));
    const auto third = by_password(kPassword);
    EXPECT_FALSE(give_code(*lobby_, third->token, code_now(), now_));
}

TEST_F(SignIn, LinkDoesNotGoAroundTheCode) {
    (void)enrol(in());
    EXPECT_EQ(use_link(*lobby_, mailed_link(), {}, now_)->stage, Stage::half);
}

TEST_F(SignIn, HalfSessionDiesAfterFiveWrongCodesAndAfterTenMinutes) {
    (void)enrol(in());
    now_ = now_.plus(30s);
    const std::string half = by_password(kPassword)->token;
    EXPECT_FALSE(waits_for_code(*lobby_, half, now_.plus(10min)));
    for (int i = 0; i < 5; ++i) {
        EXPECT_FALSE(give_code(*lobby_, half, "000000", now_));
        now_ = now_.plus(61s);
    }
    EXPECT_EQ(first_key(give_code(*lobby_, half, code_now(), now_).problems()), "directory.code.start_again");
}

TEST_F(SignIn, WrongCodesAreThrottledAcrossSessionsThoughThePasswordIsRight) {
    (void)enrol(in());
    now_ = now_.plus(30s);
    int waits = 0;
    for (int i = 0; i < 8; ++i)
        if (first_key(give_code(*lobby_, by_password(kPassword)->token, "000000", now_).problems()) ==
            "directory.sign_in.wait")
            ++waits;
    EXPECT_GE(waits, 3);
}

TEST_F(SignIn, RecoveryCodeWorksOnce) {
    const std::string recovery = enrol(in());
    EXPECT_TRUE(give_code(*lobby_, by_password(kPassword)->token, recovery, now_));
    EXPECT_FALSE(give_code(*lobby_, by_password(kPassword)->token, recovery, now_));
}

TEST_F(SignIn, CodesAreChangedAndRemovedOnlyAgainstACode) {
    const auto who = in();
    (void)enrol(who);
    EXPECT_EQ(first_key(begin_code(*lobby_, who).problems()), "directory.code.has_one");
    EXPECT_FALSE(remove_code(*lobby_, who, "000000", now_));
    now_ = now_.plus(30s);
    EXPECT_TRUE(renew_recovery_codes(*lobby_, who, code_now(), now_));
    now_ = now_.plus(30s);
    EXPECT_TRUE(remove_code(*lobby_, who, code_now(), now_));
    EXPECT_EQ(by_password(kPassword)->stage, Stage::full);
}

TEST_F(SignIn, PasswordChangeSignsOutEverywhere) {
    const std::string elsewhere = by_password(kPassword)->token;
    const std::string link = mailed_link();
    const auto who = in();
    EXPECT_EQ(first_key(change_password(*lobby_, who, {"fel", "ett helt nytt lösen"}, now_).problems()),
              "directory.password.old_wrong");
    EXPECT_EQ(change_password(*lobby_, who, {"fel", "kort"}, now_).problems().size(), 2U) << "every problem at once";
    const auto token = change_password(*lobby_, who, {std::string(kPassword), "ett helt nytt lösen"}, now_);
    ASSERT_TRUE(token);
    EXPECT_TRUE(find_session(*lobby_, *token, now_));
    EXPECT_FALSE(find_session(*lobby_, elsewhere, now_));
    EXPECT_FALSE(use_link(*lobby_, link, {}, now_));
    EXPECT_FALSE(by_password(kPassword));
    EXPECT_TRUE(by_password("ett helt nytt lösen"));
}

TEST_F(SignIn, WhoCameByLinkSetsAPasswordWithoutTheOldOne) {
    const auto step = use_link(*lobby_, mailed_link(), {}, now_);
    const auto who = find_session(*lobby_, step->token, now_).value();
    EXPECT_TRUE(change_password(*lobby_, who, {"", "ett helt nytt lösen"}, now_));
    const auto later = find_session(*lobby_, by_password("ett helt nytt lösen")->token, now_).value();
    EXPECT_FALSE(change_password(*lobby_, later, {"", "ännu ett nytt lösen"}, now_));
}

TEST_F(SignIn, SessionsAreListedAndRevokedByTheirOwnerAlone) {
    const auto other =
        create_account(*lobby_, kTester, {"annan@im.example", "Volontär", "sv", std::string(kPassword)}).value();
    const auto mine = in();
    const std::string second = by_password(kPassword)->token;
    const auto theirs = find_session(*lobby_, by_password(kPassword, "annan@im.example")->token, now_).value();
    EXPECT_EQ(theirs.account, other);
    EXPECT_EQ(account_overview(*lobby_, mine, now_).sessions.size(), 2U);
    EXPECT_EQ(account_overview(*lobby_, mine, now_).sessions[0].device, "Firefox, Linux");
    EXPECT_EQ(revoke_session(*lobby_, mine, theirs.session).problems().at(0).message.key,
              "directory.account.sessions.gone");
    EXPECT_EQ(account_overview(*lobby_, theirs, now_).sessions.size(), 1U) << "another's is as if it were not there";
    EXPECT_EQ(revoke_other_sessions(*lobby_, mine), 1);
    EXPECT_FALSE(find_session(*lobby_, second, now_));
    EXPECT_EQ(account_overview(*lobby_, mine, now_).sessions.size(), 1U);
}

TEST_F(SignIn, ErasingAnAccountLeavesNothingOfIt) {
    const std::string token = by_password(kPassword)->token;
    EXPECT_NE(extract_account(*lobby_, account_.uuid()).find(kEmail), std::string::npos);
    EXPECT_EQ(lobby_->transaction([&](store::Transaction& tx) { return erase_account(tx, account_.uuid()); }), 1);
    EXPECT_FALSE(find_session(*lobby_, token, now_));
    EXPECT_FALSE(find_account(*lobby_, kEmail));
    EXPECT_EQ(extract_account(*lobby_, account_.uuid()), "null");
}

TEST_F(SignIn, AccountsHaveOneAddressAndAPasswordWorthTheName) {
    EXPECT_EQ(first_key(create_account(*lobby_, kTester, {"SAMORDNARE@im.example", "Annan"}).problems()),
              "directory.account.email.taken");
    EXPECT_EQ(create_account(*lobby_, kTester, {"x", "", "sv", "kort"}).problems().size(), 3U);
}

TEST(PasswordHash, IsArgon2idWithTheChosenCost) {
    const std::string hash = password_hash(kPassword);
    EXPECT_TRUE(hash.starts_with("$argon2id$v=19$m=19456,t=2,p=1$")) << hash;
    EXPECT_TRUE(password_fits(hash, kPassword));
    EXPECT_FALSE(password_fits(hash, "något annat"));
    EXPECT_FALSE(password_fits(std::nullopt, "nobody's password")) << "the dummy lets nobody in";
}

}  // namespace
}  // namespace samrum::directory
