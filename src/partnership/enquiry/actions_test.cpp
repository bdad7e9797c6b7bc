#include "directory/actions_person.hpp"
#include "foundation/jobs/jobs.hpp"
#include "foundation/text/test_catalogues.hpp"
#include "partnership/agreement/actions_for_tests.hpp"
#include "partnership/enquiry/actions_enquiry.hpp"
#include "partnership/enquiry/actions_keep.hpp"
#include "partnership/enquiry/actions_letter.hpp"
#include "partnership/enquiry/actions_read.hpp"
#include "partnership/enquiry/actions_support.hpp"
#include "partnership/enquiry/files_guide.hpp"

#include <gtest/gtest.h>

namespace samrum::partnership::enquiry {
namespace {

using base::Date;

const Date kToday = Date::of(2020, 1, 31);

class Enquiries : public agreement::TwoRooms {
  protected:
    void SetUp() override {
        house_.catalogues = &text::house_catalogues();
        house_.public_address = "https://samrum.example";
    }
    Sent send(const char* email = "", Date day = kToday) {
        return send_enquiry(*open(lund_), day,
                            {"Föreningen Påhittad",
                             "Vi vill öppna ett språkkafé.",
                             "",
                             email,
                             "",
                             {{"who", "person"}},
                             1,
                             "none"},
                            "sv")
            .value();
    }
    Enquiry one(EnquiryId id) { return find_enquiry(*open(lund_), officer(), id).value(); }
    module::Caller stranger() { return caller(module::Role::partner, lund_, im_); }
    void run_mail() {
        jobs::Runner runner(all_rooms(),
                            {{std::string(kLetterJob),
                              [&](jobs::Work& work) {
                                  module::JobCall call{house_, work};
                                  send_letter(call);
                              }}},
                            {});
        runner.run_due();
    }
};

TEST_F(Enquiries, AreNumberedByYearAndFollowedByTheirSecret) {
    const Sent first = send("", Date::of(2019, 12, 30));
    const Sent second = send();
    const Sent third = send();
    EXPECT_EQ(one(first.id).number(), "2019-1");
    EXPECT_EQ(one(second.id).number(), "2020-1");
    EXPECT_EQ(one(third.id).number(), "2020-2");
    EXPECT_EQ(enquiry_of_link(*open(lund_), third.secret)->enquiry.id, third.id);
    EXPECT_FALSE(enquiry_of_link(*open(lund_), "guessed"));
    EXPECT_FALSE(find_enquiry(*open(lund_), stranger(), first.id));
    EXPECT_TRUE(list_enquiries(*open(lund_), stranger()).empty());
    EXPECT_EQ(list_enquiries(*open(lund_), officer()).size(), 3U);
    EXPECT_EQ(search_enquiries(*open(lund_), officer(), {.search = "PÅHITTAD 2020-1"}).total, 1U);
    EXPECT_EQ(search_enquiries(*open(lund_), officer(), {.state = State::closed}).total, 0U);
    EXPECT_EQ(search_enquiries(*open(lund_), officer(), {.offset = 1, .limit = 1}).enquiries.front().id, second.id);
}

TEST_F(Enquiries, TellEveryProblemOfTheFormAtOnceAndKeepNothing) {
    const auto sent = send_enquiry(*open(lund_), kToday, {"", "", "", "ingen adress", "", {}}, "sv");
    std::string fields;
    for (const auto& problem : sent.problems()) fields += problem.field + " ";
    EXPECT_EQ(fields, "organisation what email ");
    EXPECT_TRUE(list_enquiries(*open(lund_), officer()).empty());
}

TEST_F(Enquiries, AreAnsweredByMailToAnAddressThatIsLookedUpWhenItIsSent) {
    const Sent sent = send("kontakt@forening.example");
    const Sent silent = send();
    run_mail();
    ASSERT_EQ(jobs::list_mail(*open(lund_)).size(), 1U) << "whoever left no address is not written to";
    EXPECT_NE(jobs::list_mail(*open(lund_)).front().mail.text.find("/lund/guide/own/" + sent.secret),
              std::string::npos);
    EXPECT_FALSE(answer_enquiry(*open(lund_), officer(), kToday, sent.id, 1, " ")) << "nothing written";
    ASSERT_TRUE(answer_enquiry(*open(lund_), officer(), kToday, sent.id, 1, "Välkomna på ett möte."));
    EXPECT_FALSE(answer_enquiry(*open(lund_), officer(), kToday, sent.id, 1, "Två gånger")) << "changed meanwhile";
    EXPECT_TRUE(module::is_refusal(answer_enquiry(*open(lund_), stranger(), kToday, sent.id, 2, "Hej").problems()));
    run_mail();
    EXPECT_NE(jobs::list_mail(*open(lund_)).front().mail.text.find("Välkomna på ett möte."), std::string::npos);
    EXPECT_EQ(one(sent.id).state, State::answered);
    ASSERT_TRUE(write_more(*open(lund_), kToday, sent.secret, "Tack! När?"));
    EXPECT_EQ(one(sent.id).state, State::received) << "it waits for an answer again";
    const auto own = enquiry_of_link(*open(lund_), sent.secret);
    ASSERT_EQ(own->letters.size(), 2U);
    EXPECT_FALSE(own->letters[1].from_body);
    ASSERT_TRUE(answer_enquiry(*open(lund_), officer(), kToday, silent.id, 1, "Svar på sidan."));
    run_mail();
    EXPECT_EQ(jobs::list_mail(*open(lund_)).size(), 2U);
}

TEST_F(Enquiries, AreClosedWithAReasonOrTakenToAssessment) {
    const Sent sent = send("kontakt@forening.example");
    EXPECT_EQ(close_enquiry(*open(lund_), officer(), kToday, sent.id, 1, {"withdrawn", ""}).problems().size(), 2U);
    ASSERT_TRUE(take_to_assessment(*open(lund_), officer(), kToday, sent.id));
    ASSERT_TRUE(take_to_assessment(*open(lund_), officer(), kToday, sent.id)) << "it stays there";
    EXPECT_EQ(one(sent.id).state, State::assessment);
    EXPECT_TRUE(module::is_refusal(take_to_assessment(*open(lund_), stranger(), kToday, sent.id).problems()));
    ASSERT_TRUE(close_enquiry(*open(lund_), officer(), kToday, sent.id, 2, {"grant", "Ryms i bidraget."}));
    EXPECT_EQ(one(sent.id).outcome, Outcome::grant);
    EXPECT_FALSE(take_to_assessment(*open(lund_), officer(), kToday, sent.id));
    EXPECT_FALSE(write_more(*open(lund_), kToday, sent.secret, "Men?"));
    const auto log = public_log(*open(lund_));
    ASSERT_EQ(log.size(), 1U);
    EXPECT_EQ(log[0].outcomes.at(Outcome::grant), 1);

    const Sent other = send();
    open(lund_)->transaction([&](store::Transaction& tx) {
        close_from_case(tx, officer().actor(), kToday, other.id, Outcome::agreement,
                        "Överenskommelsen är undertecknad.");
        close_from_case(tx, officer().actor(), kToday, other.id, Outcome::none, "en gång till");
    });
    EXPECT_EQ(one(other.id).outcome, Outcome::agreement) << "closed once";
}

TEST_F(Enquiries, AreTakenUpAgainWithTheirCase) {
    const Sent sent = send("kontakt@forening.example");
    const auto close = [&](EnquiryId id, Outcome outcome) {
        open(lund_)->transaction(
            [&](store::Transaction& tx) { close_from_case(tx, officer().actor(), kToday, id, outcome, "Därför."); });
    };
    const auto reopen = [&](EnquiryId id) {
        open(lund_)->transaction([&](store::Transaction& tx) { reopen_from_case(tx, officer().actor(), id); });
    };
    close(sent.id, Outcome::none);
    reopen(sent.id);
    const Enquiry again = one(sent.id);
    EXPECT_EQ(again.state, State::assessment);
    EXPECT_FALSE(again.outcome || again.closed_on);
    EXPECT_EQ(again.reason, "");
    EXPECT_EQ(public_log(*open(lund_)).front().open, 1);
    ASSERT_TRUE(write_more(*open(lund_), kToday, sent.secret, "Tack."));
    reopen(sent.id);
    EXPECT_EQ(one(sent.id).revision, again.revision + 1) << "one that is open stays as it is";
    close(sent.id, Outcome::agreement);
    EXPECT_EQ(one(sent.id).outcome, Outcome::agreement);
    run_mail();
    EXPECT_EQ(jobs::list_mail(*open(lund_)).size(), 4U) << "received, closed, taken up again, closed";

    const Sent taken_back = send();
    ASSERT_TRUE(withdraw_enquiry(*open(lund_), kToday, taken_back.secret));
    reopen(taken_back.id);
    EXPECT_EQ(one(taken_back.id).state, State::closed) << "who asked has taken it back";
}

TEST_F(Enquiries, LetGoOfWhoAskedWhenTheyWantAndWhenItIsTime) {
    const Sent sent = send("kontakt@forening.example");
    const base::Uuid person = one(sent.id).contact.value();
    EXPECT_NE(extract_contact(*open(lund_), person).find("språkkafé"), std::string::npos);
    ASSERT_TRUE(withdraw_enquiry(*open(lund_), kToday, sent.secret));
    EXPECT_FALSE(one(sent.id).contact);
    EXPECT_EQ(one(sent.id).outcome, Outcome::withdrawn);
    EXPECT_FALSE(directory::mail_address(*open(lund_), directory::PersonAliasId{person})) << "the person is gone";
    run_mail();
    EXPECT_TRUE(jobs::list_mail(*open(lund_)).empty()) << "and is written to no more";

    const Sent old = send("annan@forening.example");
    ASSERT_TRUE(close_enquiry(*open(lund_), officer(), kToday, old.id, 1, {"none", "Löst utan avtal."}));
    const auto removed_on = [&](Date day) {
        return open(lund_)->transaction([&](store::Transaction& tx) { return remove_old_contacts(tx, day); });
    };
    EXPECT_EQ(removed_on(Date::of(2021, 1, 30)), 0);
    EXPECT_EQ(removed_on(Date::of(2021, 1, 31)), 1);
    EXPECT_FALSE(one(old.id).contact);
    EXPECT_EQ(one(old.id).what, "Vi vill öppna ett språkkafé.") << "a public document stays";

    const Sent third = send("tredje@forening.example");
    open(lund_)->transaction([&](store::Transaction& tx) { EXPECT_EQ(erase_contact(tx, *one(third.id).contact), 1); });
    EXPECT_FALSE(one(third.id).contact);
}

TEST_F(Enquiries, AreDueAfterTenDaysUntilTheyAreAnswered) {
    const Sent sent = send();
    auto due = answer_duties(*open(lund_), kToday);
    ASSERT_EQ(due.size(), 1U);
    EXPECT_EQ(due[0].due, Date::of(2020, 2, 10));
    ASSERT_TRUE(answer_enquiry(*open(lund_), officer(), kToday, sent.id, 1, "Hej"));
    EXPECT_TRUE(answer_duties(*open(lund_), kToday).empty());
}

TEST_F(Enquiries, ComeThroughAGuideThatTheBodyOpens) {
    EXPECT_FALSE(is_guide_open(*open(lund_), kToday));
    ASSERT_TRUE(set_guide(*open(lund_), officer(), 0, {true, "Vi svarar."}));
    EXPECT_TRUE(is_guide_open(*open(lund_), kToday));
    EXPECT_FALSE(set_guide(*open(lund_), officer(), 0, {false, ""})) << "changed meanwhile";
    EXPECT_TRUE(module::is_refusal(set_guide(*open(lund_), stranger(), 1, {false, ""}).problems()));
    ASSERT_TRUE(set_guide(*open(lund_), officer(), 1, {false, ""}));
    EXPECT_FALSE(is_guide_open(*open(lund_), kToday));
}

TEST_F(Enquiries, CountWithTheBodysOwnLimitsWhereItKeepsAny) {
    EXPECT_EQ(limits_of(*open(lund_)).owner, "Samrum");
    const auto wrong = keep_limits(*open(lund_), officer(), kToday, "format = 1\n");
    ASSERT_FALSE(wrong);
    EXPECT_EQ(wrong.problems().front().field, "content");
    std::string own(shipped_limits_file());
    own.replace(own.find("\"Samrum\""), 8, "\"Lund\"");
    EXPECT_EQ(keep_limits(*open(lund_), officer(), kToday, own).value(), 1);
    EXPECT_EQ(keep_limits(*open(lund_), officer(), kToday, own).value(), 2);
    EXPECT_EQ(limits_of(*open(lund_)).owner, "Lund");
    EXPECT_TRUE(module::is_refusal(keep_limits(*open(lund_), stranger(), kToday, own).problems()));
}

TEST_F(Enquiries, KeepARegisterOfSupportBesideTheLimit) {
    const SupportInput input{im_.organisation.text(),
                             "2019-06-01",
                             "100 000",
                             "10,50",
                             "Riksbanken",
                             "general",
                             "Lunds kommun",
                             "grant",
                             "",
                             "Lokal",
                             "",
                             "yes",
                             "",
                             false};
    const auto lobby = all_rooms().lobby();
    const auto id = note_support(*open(lund_), *lobby, officer(), kToday, input);
    ASSERT_TRUE(id);
    EXPECT_TRUE(module::is_refusal(note_support(*open(lund_), *lobby, stranger(), kToday, input).problems()));
    const auto again = note_support(*open(lund_), *lobby, officer(), kToday, input);
    ASSERT_FALSE(again) << "the form was sent twice";
    EXPECT_EQ(again.problems().front().message.key, "partnership.enquiry.support_wrong.twice");
    SupportInput nobody = input;
    nobody.organisation = "";
    nobody.purpose = "";
    EXPECT_EQ(note_support(*open(lund_), *lobby, officer(), kToday, nobody).problems().size(), 2U);
    const auto all = supported_organisations(*open(lund_), officer(), kToday);
    ASSERT_EQ(all.size(), 1U);
    EXPECT_EQ(all[0].windows.front().second.used, 952'381) << "9 523,81 euro";
    EXPECT_TRUE(supported_organisations(*open(lund_), stranger(), kToday).empty());
    ASSERT_TRUE(cancel_support(*open(lund_), officer(), kToday, *id, "Betalades aldrig ut."));
    EXPECT_FALSE(cancel_support(*open(lund_), officer(), kToday, *id, "igen"));
    const auto after = supported_organisation(*open(lund_), officer(), im_.organisation.uuid(), kToday);
    EXPECT_EQ(after->windows.front().second.used, 0);
    EXPECT_EQ(after->lines.size(), 1U) << "it stays to be read";
    EXPECT_TRUE(note_support(*open(lund_), *lobby, officer(), kToday, input)) << "a cancelled one does not stop it";
}

}  // namespace
}  // namespace samrum::partnership::enquiry
