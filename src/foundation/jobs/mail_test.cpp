#include "foundation/jobs/mail.hpp"

#include "foundation/jobs/jobs.hpp"
#include "foundation/jobs/queue.hpp"
#include "foundation/jobs/test_house.hpp"

#include <gtest/gtest.h>

namespace samrum::jobs {
namespace {

base::EmailAddress address(std::string_view text) {
    return base::EmailAddress::parse(text).value();
}
const Sender kSender{address("samrum@lund.example"), "Samrum"};

Letter letter(std::string subject, std::string text) {
    return {kSender.address, "Samrum", address("samordnare@im.example"), std::move(subject),
            std::move(text), "id-1",   {1'580'462'100'000'000}};
}

TEST(Letter, HasTheHeadersOfRfc5322) {
    const auto text = write_letter(letter("Hello", "One line\n"));
    EXPECT_TRUE(
        text.starts_with("Date: Fri, 31 Jan 2020 09:15:00 +0000\r\nFrom: \"Samrum\" <samrum@lund.example>\r\n"
                         "To: <samordnare@im.example>\r\nSubject: Hello\r\nMessage-ID: <id-1@lund.example>\r\n"));
    EXPECT_TRUE(text.ends_with("\r\n\r\nOne line\r\n"));
}

TEST(Letter, EncodesWhatIsNotAscii) {
    EXPECT_NE(write_letter(letter("Årsmöte", "")).find("Subject: =?UTF-8?Q?=C3=85rsm=C3=B6te?=\r\n"),
              std::string::npos);
    const auto text = write_letter(letter("Möte", "Räksmörgås = gott  \n\n" + std::string(100, 'x') + "\n.\nslut"));
    EXPECT_NE(text.find("R=C3=A4ksm=C3=B6rg=C3=A5s =3D gott =20\r\n\r\n"), std::string::npos);
    std::string long_subject;
    for (int i = 0; i < 60; ++i) long_subject += "å ";
    for (const auto& whole : {text, write_letter(letter(long_subject, ""))})
        for (std::size_t at = 0; at < whole.size();) {
            const auto end = whole.find("\r\n", at);
            ASSERT_NE(end, std::string::npos);
            EXPECT_LE(end - at, 78U);
            at = end + 2;
        }
}

TEST(Letter, CarriesAnInvitationBesideItsText) {
    auto invited = letter("Kallelse", "Välkommen.\n");
    invited.calendar = "BEGIN:VCALENDAR\r\nMETHOD:CANCEL\r\nX=1\r\nEND:VCALENDAR\r\n";
    const auto text = write_letter(invited);
    EXPECT_NE(text.find("Content-Type: multipart/alternative; boundary=\"=_id-1\"\r\n\r\n--=_id-1\r\n"),
              std::string::npos);
    EXPECT_NE(text.find("V=C3=A4lkommen.\r\n\r\n--=_id-1\r\nContent-Type: text/calendar; charset=UTF-8; "
                        "method=CANCEL\r\n"),
              std::string::npos);
    EXPECT_NE(text.find("X=3D1\r\nEND:VCALENDAR\r\n\r\n--=_id-1--\r\n"), std::string::npos);
}

TEST(Letter, LetsNobodyBeginAHeader) {
    const auto text = write_letter(letter("Hej\r\nBcc: all@lund.example\r\n\r\nbody\x7f", "x"));
    EXPECT_NE(text.find("Subject: Hej  Bcc: all@lund.example    body\r\n"), std::string::npos);
    EXPECT_EQ(text.find("\nBcc"), std::string::npos);
    auto named = letter("x", "x");
    named.from_name = "A\" <b@c.example>\r\nX: y";
    EXPECT_NE(write_letter(named).find("From: \"A\\\" <b@c.example>  X: y\" <samrum@lund.example>\r\n"),
              std::string::npos);
    EXPECT_NE(write_letter(letter("=?UTF-8?Q?x?=", "")).find("Subject: =?UTF-8?Q?=3D=3F"), std::string::npos);
}

/// Keeps letters; refuses as it is told.
class TestPostman final : public Postman {
  public:
    void send(const Letter& one) override {
        letters.push_back(one);
        if (refuse_for_good) throw GiveUp("550 no such mailbox");
        if (std::exchange(fail_once, false)) throw base::Fault("connection lost before the answer");
    }
    std::vector<Letter> letters;
    bool refuse_for_good = false;
    bool fail_once = false;
};

struct MailHouse : TestHouse {
    MailHouse() : MailHouse(std::make_shared<TestPostman>()) {}
    explicit MailHouse(std::shared_ptr<TestPostman> the_postman)
        : postman(std::move(the_postman)),
          runner(store(), {mail_handler(postman, kSender), clean_handler()}, {clean_schedule()}, options()) {}
    void queue(std::string_view to = "samordnare@im.example") {
        store().lobby()->transaction([&](store::Transaction& tx) {
            queue_mail(tx, {std::string(to), "Länk", "En hemlig länk"}, now());
        });
    }
    std::vector<MailView> letters() { return list_mail(*store().lobby()); }
    std::shared_ptr<TestPostman> postman;
    Runner runner;
};

TEST(Mail, IsSentOnceAndItsTextForgotten) {
    MailHouse house;
    house.queue();
    EXPECT_EQ(house.letters().at(0).mail.text, "En hemlig länk");
    house.runner.run_due();
    house.runner.run_due();
    ASSERT_EQ(house.postman->letters.size(), 1U);
    EXPECT_EQ(house.postman->letters[0].text, "En hemlig länk");
    const auto kept = house.letters().at(0);
    EXPECT_EQ(kept.state, MailState::sent);
    EXPECT_EQ(kept.left_at, house.now());
    EXPECT_EQ(kept.mail.text, "");
}

TEST(Mail, IsTriedAgainUnderTheSameMessageId) {
    MailHouse house;
    house.postman->fail_once = true;
    house.queue();
    house.runner.run_due();
    EXPECT_EQ(house.letters().at(0).state, MailState::queued);
    EXPECT_EQ(house.letters().at(0).last_error, "connection lost before the answer");
    house.pass(pause_after(1));
    house.runner.run_due();
    ASSERT_EQ(house.postman->letters.size(), 2U);
    EXPECT_EQ(house.postman->letters[0].id, house.postman->letters[1].id);
    EXPECT_EQ(house.letters().at(0).state, MailState::sent);
    EXPECT_EQ(house.letters().at(0).last_error, "");
}

TEST(Mail, RefusedForGoodIsShownAsFailedAndCanBeTriedAgain) {
    MailHouse house;
    house.postman->refuse_for_good = true;
    house.queue();
    house.runner.run_due();
    EXPECT_EQ(house.letters().at(0).state, MailState::failed);
    const auto failed = failed_jobs(*house.store().lobby());
    ASSERT_EQ(failed.size(), 1U);
    house.postman->refuse_for_good = false;
    house.store().lobby()->transaction([&](store::Transaction& tx) {
        retry_job(tx, failed[0].id, {"test", "test"}, house.now());
    });
    house.runner.run_due();
    EXPECT_EQ(house.letters().at(0).state, MailState::sent);
}

TEST(Mail, StaysReadableWithoutAMailServer) {
    MailHouse house(nullptr);
    house.queue();
    house.runner.run_due();
    const auto kept = house.letters().at(0);
    EXPECT_EQ(kept.state, MailState::shown);
    EXPECT_EQ(kept.mail.text, "En hemlig länk");
    EXPECT_EQ(kept.mail.to, "samordnare@im.example");
}

TEST(Mail, IsQueuedToCheckedAddressesOnly) {
    MailHouse house;
    EXPECT_THROW(house.queue("a@b.example\r\nRCPT TO:<c@d.example>"), base::Bug);
    EXPECT_TRUE(house.letters().empty());
}

TEST(Mail, IsRemovedAfterThirtyDays) {
    MailHouse house;
    house.queue();
    house.runner.run_due();
    house.pass(std::chrono::hours(24 * 29));
    house.runner.run_due();
    EXPECT_EQ(house.letters().size(), 1U);
    house.pass(std::chrono::hours(24 * 2));
    house.runner.run_due();
    EXPECT_TRUE(house.letters().empty());
}

TEST(Mail, ToWhoeverIsErasedIsForgottenSentOrNot) {
    MailHouse house;
    house.queue("borta@example.org");
    house.runner.run_due();
    house.postman->refuse_for_good = true;
    house.queue("borta@example.org");
    house.runner.run_due();
    house.queue("borta@example.org");
    house.queue("kvar@example.org");
    ASSERT_EQ(failed_jobs(*house.store().lobby()).size(), 1U);
    EXPECT_EQ(house.store().lobby()->transaction(
                  [&](store::Transaction& tx) { return forget_mail_to(tx, "borta@example.org"); }),
              3);
    ASSERT_EQ(house.letters().size(), 1U);
    EXPECT_EQ(house.letters()[0].mail.to, "kvar@example.org");
    EXPECT_TRUE(failed_jobs(*house.store().lobby()).empty()) << "its error may tell the address";
    house.postman->refuse_for_good = false;
    house.runner.run_due();
    EXPECT_EQ(house.postman->letters.back().to.text(), "kvar@example.org");
}

TEST(Mail, WantsASmtpAddress) {
    EXPECT_THROW(smtp_postman({.url = "http://localhost"}), base::Fault);
}

}  // namespace
}  // namespace samrum::jobs
