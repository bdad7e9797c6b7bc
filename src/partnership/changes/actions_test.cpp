#include "partnership/agreement/actions.hpp"

#include "partnership/agreement/actions_for_tests.hpp"
#include "partnership/agreement/actions_read.hpp"
#include "partnership/agreement/repository_agreement.hpp"
#include "partnership/agreement/rules_dates.hpp"
#include "partnership/changes/actions_amend.hpp"
#include "partnership/changes/actions_events.hpp"
#include "partnership/changes/actions_read.hpp"
#include "partnership/changes/module.hpp"

#include <algorithm>
#include <gtest/gtest.h>

namespace samrum::partnership::changes {
namespace {

using base::Date;

class Changes : public agreement::TwoRooms {
  protected:
    void SetUp() override { import_and_carry(); }
    static Date day(const char* iso) { return Date::parse(iso).value(); }
    base::Result<EventId> write(const module::Caller& who, EventInput input, const char* today = "2020-01-31",
                                const std::vector<Document>& documents = {}) {
        if (input.on.empty()) input.on = today;
        if (input.text.empty()) input.text = "Vi talades vid.";
        return write_event(*open(lund_), who, day(today), base::Instant::now(), agreement_, input, documents);
    }
    void carry_changes() {
        jobs::Runner runner(
            all_rooms(),
            {jobs::envelope_handler({{std::string(agreement::kAgreementEnvelope), agreement::receive_agreement},
                                     {std::string(kChangeEnvelope), receive_event}})},
            {});
        runner.run_due();
    }
    module::Caller partner() { return caller(module::Role::partner, lund_, im_); }
    agreement::AgreementHead head_in(const module::RoomHead& room) {
        return agreement::find_agreement(*open(room), agreement_).value();
    }
    std::string document() { return agreement::find_version(*open(lund_), agreement_, 1)->document; }
};

std::string keys_of(const base::Problems& problems) {
    std::string all;
    for (const auto& one : problems)
        all += one.field + ":" + one.message.key.substr(one.message.key.rfind('.') + 1) + " ";
    return all;
}

TEST_F(Changes, GoToEveryPartysRoomWithTheirDocuments) {
    const auto done = write(officer(), {.kind = "dialogue", .on = "", .outcome = "agreed"}, "2020-01-31",
                            {{"..\\hemma/Anteckningar.pdf", "application/pdf", "%PDF-1.4"}});
    ASSERT_TRUE(done) << keys_of(done.problems());
    carry_changes();
    for (const auto& room : {lund_, im_}) {
        const auto events = events_of(*open(room), agreement_);
        ASSERT_EQ(events.size(), 1U);
        EXPECT_EQ(events[0].id, *done);
        EXPECT_EQ(events[0].outcome, Outcome::agreed);
        ASSERT_EQ(events[0].files.size(), 1U);
        EXPECT_EQ(events[0].files[0].name, "Anteckningar.pdf");
        EXPECT_EQ(events[0].files[0].size, 8);
    }
    EXPECT_EQ(state_of(*open(im_), agreement_, day("2020-01-31")), State::running);
}

TEST_F(Changes, AreWrittenInTheHomeRoomByItsOfficersAndByThePartyItself) {
    EXPECT_TRUE(write(partner(), {.kind = "breach", .on = "", .party = "socialforvaltningen", .until = "2020-02-28"}));
    EXPECT_TRUE(module::is_refusal(write(coordinator(), {.kind = "note", .on = ""}).problems()));
    EXPECT_TRUE(module::is_refusal(
        write(caller(module::Role::administrator, lund_, lund_), {.kind = "note", .on = ""}).problems()));
    const auto in_copy = write_event(*open(im_), coordinator(), day("2020-01-31"), base::Instant::now(), agreement_,
                                     {.kind = "note", .on = "2020-01-31", .text = "x"});
    EXPECT_TRUE(module::is_refusal(in_copy.problems()));
    EXPECT_TRUE(module::is_refusal(write(officer(), {.kind = "amendment", .on = ""}).problems())) << "by amend() only";
    EXPECT_TRUE(module::is_refusal(write(officer(), {.kind = "last_day", .on = ""}).problems()));
}

TEST_F(Changes, LeadToNoticeWhoseDayTheAgreementGives) {
    const auto change = write(officer(), {.kind = "changed_circumstances", .on = "2020-01-07"});
    ASSERT_TRUE(change);
    EventInput notice{.kind = "notice",
                      .on = "2020-01-31",
                      .party = "socialforvaltningen",
                      .about = change->text(),
                      .notice_case = "breach_or_changed_circumstances"};
    EXPECT_EQ(keys_of(write(officer(), notice).problems()), ":no_dialogue ");
    ASSERT_TRUE(
        write(officer(), {.kind = "dialogue", .on = "2020-01-20", .about = change->text(), .outcome = "not_agreed"}));
    EXPECT_EQ(keys_of(write(partner(), notice).problems()), "party:own_name_only ");
    notice.party = "im";
    EXPECT_EQ(keys_of(write(officer(), notice).problems()), "party:own_name_only ") << "nor does the officer for IM";
    const auto given = write(partner(), notice);
    ASSERT_TRUE(given);
    EXPECT_EQ(current_end(*open(lund_), agreement_), day("2020-04-30"));
    carry_changes();
    for (const auto& room : {lund_, im_}) {
        EXPECT_TRUE(head_in(room).in_force(day("2020-04-30")));
        EXPECT_FALSE(head_in(room).in_force(day("2020-05-01"))) << "wherever it is asked";
        EXPECT_EQ(agreement::force_of(head_in(room), day("2020-04-30")), agreement::Force::ending);
        EXPECT_EQ(agreement::force_of(head_in(room), day("2020-05-01")), agreement::Force::by_notice);
        EXPECT_EQ(state_of(*open(room), agreement_, day("2020-05-01")), State::ended_by_notice);
    }
    EXPECT_EQ(keys_of(write(officer(), {.kind = "notice_withdrawn", .on = "", .party = "im"}).problems()),
              "party:own_name_only ");
    EXPECT_EQ(keys_of(write(officer(), {.kind = "correction", .on = "", .about = given->text()}).problems()),
              "about:own_name_only ")
        << "nor takes it back as a mistake";
    ASSERT_TRUE(write(partner(), {.kind = "notice_withdrawn", .on = "", .party = "im"}));
    EXPECT_EQ(current_end(*open(lund_), agreement_), day("2021-06-30"));
    EXPECT_EQ(agreement::force_of(head_in(lund_), day("2020-05-01")), agreement::Force::in_force);
}

TEST_F(Changes, MayBeNotedForAPartyWithoutARoomOnlyWithWhatItWrote) {
    agreement::PartyRow im;
    im.key = "im";
    const auto head = head_in(lund_);
    EXPECT_TRUE(may_act_for(EventKind::notice, im, head, {})) << "it has nowhere to write itself";
    im.room = head.home_room;
    EXPECT_TRUE(may_act_for(EventKind::notice, im, head, {}));
    im.room = im_.id.uuid();
    EXPECT_FALSE(may_act_for(EventKind::notice, im, head, {}));
    EXPECT_TRUE(may_act_for(EventKind::breach, im, head, {})) << "a breach is told of the other side";
}

TEST_F(Changes, LieWithinTheAgreementsTimeAndFilesFitTheForm) {
    EXPECT_EQ(keys_of(write(officer(), {.kind = "dialogue", .on = "2018-01-01", .outcome = "agreed"}).problems()),
              "on:before_agreement ");
    EXPECT_TRUE(write(officer(), {.kind = "note", .on = "2018-01-01"})) << "what is worth remembering may be older";
    EXPECT_TRUE(write(officer(), {.kind = "dialogue", .on = "2019-06-12", .outcome = "agreed"}))
        << "before its first day, but it was written";
    module::Module slice;
    add_to(slice);
    const auto form = std::ranges::find_if(slice.routes, [](const module::Route& one) {
        return one.method == web::Method::post && one.pattern.ends_with("/changes/new");
    });
    ASSERT_NE(form, slice.routes.end());
    EXPECT_GT(form->body_limit, kMostDocuments * kMostDocumentBytes)
        << "what is too large reaches the form that says so";
    EXPECT_EQ(keys_of(write(officer(), {.kind = "note", .on = ""}, "2020-01-31",
                            {{"stor.pdf", "application/pdf", std::string(kMostDocumentBytes + 1, 'x')}})
                          .problems()),
              "documents:file_too_large ");
}

TEST_F(Changes, TerminateForBreach) {
    const auto breach = write(officer(), {.kind = "breach", .on = "2019-11-01", .party = "im", .until = "2019-12-01"});
    ASSERT_TRUE(breach) << keys_of(breach.problems());
    ASSERT_TRUE(
        write(officer(), {.kind = "dialogue", .on = "2019-11-05", .about = breach->text(), .outcome = "agreed"}));
    ASSERT_TRUE(
        write(officer(),
              {.kind = "termination", .on = "2019-12-02", .party = "socialforvaltningen", .about = breach->text()}));
    EXPECT_EQ(state_of(*open(lund_), agreement_, day("2019-12-02")), State::terminated);
    EXPECT_EQ(agreement::force_of(head_in(lund_), day("2019-12-02")), agreement::Force::terminated);
    EXPECT_EQ(keys_of(write(officer(), {.kind = "deviation", .on = ""}).problems()), ":over ");
    EXPECT_FALSE(head_in(lund_).in_force(day("2019-12-02"))) << "nor does anybody else say that it applies";
    EXPECT_TRUE(agreement::agreements_in_force(*open(lund_), day("2019-12-02")).empty());
}

TEST_F(Changes, AmendByAnotherDocumentAndKeepTheOldOne) {
    std::string changed = document();
    const auto at = changed.find("quantity = 64");
    ASSERT_NE(at, std::string::npos);
    changed.replace(at, 13, "quantity = 72");
    const EventInput why{.kind = "amendment", .on = "2020-01-31", .text = "Fler tillfällen på Linero."};
    const auto lobby = all_rooms().lobby();
    const auto amend_now = [&](const std::string& text) {
        return amend(*open(lund_), *lobby, lund_, officer(), day("2020-01-31"), base::Instant::now(), agreement_, why,
                     text);
    };
    EXPECT_EQ(keys_of(preview_amendment(*open(lund_), officer(), day("2020-01-31"), agreement_,
                                        {.kind = "amendment", .on = "2020-01-31"}, "")
                          .problems()),
              "text:text_missing document:document_missing ")
        << "every problem at once";
    EXPECT_EQ(keys_of(amend_now(changed).problems()), ":not_talked ");
    EXPECT_EQ(head_in(lund_).version, 1);
    ASSERT_TRUE(write(officer(), {.kind = "dialogue", .on = "2020-01-15", .outcome = "agreed"}));
    EXPECT_EQ(keys_of(amend_now(document()).problems()), "document:no_difference ");
    const auto seen = preview_amendment(*open(lund_), officer(), day("2020-01-31"), agreement_, why, changed);
    ASSERT_TRUE(seen) << keys_of(seen.problems());
    EXPECT_EQ(seen->differences, (std::vector<Difference>{{"commitments[sessions].target.quantity", "64", "72"}}));
    ASSERT_TRUE(amend_now(changed));
    carry_changes();
    EXPECT_EQ(head_in(im_).version, 2);
    EXPECT_EQ(events_of(*open(im_), agreement_).back().version, 2);
    const auto old_one = read_version(*open(im_), coordinator(), agreement_, 1);
    ASSERT_TRUE(old_one);
    EXPECT_EQ(old_one->document, agreement::example("examples/lund/radrum-2019.toml"));
    EXPECT_EQ(read_version(*open(im_), coordinator(), agreement_, 2)->differences.size(), 1U);

    // What touches the purpose is negotiated anew first.
    std::string purpose = changed;
    purpose.replace(purpose.find("kostnadsfri, opartisk"), 21, "kostnadsfri, öppen");
    ASSERT_TRUE(write(officer(), {.kind = "dialogue", .on = "", .outcome = "agreed"}));
    EXPECT_EQ(keys_of(amend_now(purpose).problems()), ":touches_purpose ");
    ASSERT_TRUE(write(officer(), {.kind = "renegotiation", .on = "", .outcome = "agreed"}));
    EXPECT_TRUE(amend_now(purpose));

    // A later last day prolongs it, an earlier one is an agreed end.
    ASSERT_TRUE(write(officer(), {.kind = "dialogue", .on = "", .outcome = "agreed"}));
    std::string longer = purpose;
    longer.replace(longer.find("last = 2021-06-30"), 17, "last = 2021-12-31");
    EXPECT_TRUE(amend_now(longer));
    EXPECT_EQ(events_of(*open(lund_), agreement_).back().kind, EventKind::prolongation);
    EXPECT_EQ(current_end(*open(lund_), agreement_), day("2021-12-31"));
    EXPECT_EQ(keys_of(amend_now(purpose).problems()), "document:ends_earlier ");
}

TEST_F(Changes, RecordThatAllHaveSignedOnce) {
    for (int i = 0; i < 2; ++i)
        open(lund_)->transaction([&](store::Transaction& tx) {
            record_signed(tx, {"test", "registrator"}, agreement_, day("2019-06-18"));
        });
    const auto events = events_of(*open(lund_), agreement_);
    ASSERT_EQ(events.size(), 1U);
    EXPECT_EQ(events[0].on, day("2019-06-18"));
}

TEST_F(Changes, AskForTheReviewUntilItIsDone) {
    const auto due = [&](const module::RoomHead& room) {
        std::vector<std::string> uids;
        for (const auto& one : duties_of_changes(*open(room), day("2020-01-31"))) uids.push_back(one.uid);
        return uids;
    };
    EXPECT_EQ(due(lund_), std::vector<std::string>{"agreement/radrum-2019/review/2021-01-31"});
    EXPECT_EQ(due(im_).size(), 1U) << "the association's coordinator is asked, too";
    ASSERT_TRUE(write(officer(), {.kind = "review", .on = "", .outcome = "goes_on"}));
    EXPECT_TRUE(due(lund_).empty()) << "what comes after is more than a year ahead";
}

}  // namespace
}  // namespace samrum::partnership::changes
