#include "partnership/changes/rules.hpp"

#include <algorithm>
#include <gtest/gtest.h>
#include <map>
#include <sstream>

namespace samrum::partnership::changes {
namespace {

using agreement::NoticeCase;
using base::Date;

constexpr std::size_t kCaseActs = 11;  ///< what happens before signing; rules_case_test.cpp

Date day(const char* iso) {
    return Date::parse(iso).value();
}

/// RådRum's way: two years, notice of three months after breach or changed circumstances and after dialogue.
Course two_years() {
    Course course;
    course.first = day("2019-07-01");
    course.last = day("2021-06-30");
    course.review_by = day("2021-01-31");
    course.notice = {{NoticeCase::breach_or_changed_circumstances, 3, true, ""}};
    course.termination = agreement::Termination{true, agreement::Repayment::part_or_all, ""};
    return course;
}

/// Writes lines as a person would, each a day that can be named.
struct Diary {
    Course course = two_years();
    Event& write(EventKind kind, const char* on, const Event* about = nullptr) {
        Event one;
        one.id = EventId::random();
        one.number = static_cast<int>(course.events.size()) + 1;
        one.kind = kind;
        one.on = day(on);
        one.text = "text";
        if (about) one.about = about->id;
        course.events.reserve(64);
        return course.events.emplace_back(one);
    }
    Event& talk(const char* on, const Event* about = nullptr) {
        Event& one = write(EventKind::dialogue, on, about);
        one.outcome = Outcome::agreed;
        return one;
    }
    Event& breach(const char* on, const char* mend, const char* party = "im") {
        Event& one = write(EventKind::breach, on);
        one.until = day(mend);
        one.party = party;
        return one;
    }
    Event& notice(const char* on, const Event& about) {
        Event& one = write(EventKind::notice, on, &about);
        one.notice_case = NoticeCase::breach_or_changed_circumstances;
        one.party = "socialforvaltningen";
        one.until = last_day_of_notice(course, course.notice.front(), one.on);
        return one;
    }
};

Event next_line(const Course& course, EventKind kind, const char* on) {
    Event one;
    one.id = EventId::random();
    one.number = static_cast<int>(course.events.size()) + 1;
    one.kind = kind;
    one.on = day(on);
    one.text = "text";
    return one;
}

std::string reasons_of(const base::Problems& problems) {
    std::string all;
    for (const auto& one : problems)
        all += (all.empty() ? "" : "+") + one.message.key.substr(one.message.key.rfind('.') + 1);
    return all.empty() ? "yes" : all;
}

/// A course that stands in each state on 2020-03-01 with nothing but what brought it there.
Course bare(State state) {
    Diary diary;
    switch (state) {
        default:
            diary.course.first = day("2020-07-01");
            break;
        case State::running:
            break;
        case State::ending:
            diary.write(EventKind::closing, "2020-02-01");
            break;
        case State::ended:
            diary.course.last = day("2020-02-29");
            break;
        case State::ended_by_notice: {
            const Event change = diary.write(EventKind::changed_circumstances, "2019-09-01");
            diary.talk("2019-09-10", &change);
            diary.notice("2019-10-01", change);
            break;
        }
        case State::terminated: {
            const Event breach = diary.breach("2019-09-01", "2019-10-01");
            diary.talk("2019-09-10", &breach);
            diary.write(EventKind::termination, "2019-11-01", &breach).party = "socialforvaltningen";
            break;
        }
    }
    return diary.course;
}

TEST(ChangesTable, NamesEveryEventOnceAndEachCellIsAStateOrAReason) {
    ASSERT_EQ(state_table().size(), std::size(kEventKinds));
    std::map<EventKind, int> rows;
    for (const TableRow& row : state_table()) {
        ++rows[row.event];
        for (const auto& state : kStates) {
            const Cell& cell = row.in(state.value);
            EXPECT_EQ(cell.kind == Cell::Kind::refuse, !cell.reason.empty());
        }
    }
    for (const auto& kind : kEventKinds) EXPECT_EQ(rows[kind.value], 1) << kind.word;
}

TEST(ChangesTable, SaysOfEveryEventInEveryStateWhatHappensOrWhyNot) {
    // Where a cell says yes, the rules of what must have happened before are tested further down.
    std::istringstream wanted(R"(
signed                stay             stay        stay        stay    stay    stay
dialogue              stay             stay        stay        stay    stay    stay
amendment             stay             stay        stay        over    over    over
prolongation          stay             stay        running     over    over    over
renegotiation         stay             stay        stay        over    over    over
deviation             not_begun        stay        stay        over    over    over
changed_circumstances stay             stay        stay        over    over    over
breach                not_begun        stay        stay        over    over    over
mended                not_begun        stay        stay        stay    stay    over
notice                not_begun        ending      ending      over    over    over
notice_withdrawn      no_notice        no_notice   running     over    over    over
agreed_end            not_begun        ending      stay        over    over    over
termination           not_begun        terminated  terminated  over    over    over
dispute               stay             stay        stay        stay    stay    stay
dispute_settled       stay             stay        stay        stay    stay    stay
review                stay             stay        stay        stay    stay    stay
closing               not_begun        ending      stay        over    over    over
successor             stay             ending      stay        stay    stay    stay
note                  stay             stay        stay        stay    stay    stay
correction            stay             stay        stay        stay    stay    stay
first_day             running          begun       begun       over    over    over
last_day              ended            ended       ended       over    over    over
notice_day            no_notice        ended_by_notice ended_by_notice over over over
)");
    int cells = 0;
    std::string event, said;
    while (wanted >> event) {
        const auto kind = agreement::value_of<EventKind>(event);
        ASSERT_TRUE(kind) << event;
        for (const auto& state : kStates) {
            if (is_before_signing(state.value)) continue;
            ASSERT_TRUE(wanted >> said);
            const Cell& cell = cell_of(state.value, *kind);
            const std::string found = cell.kind == Cell::Kind::stay   ? "stay"
                                      : cell.kind == Cell::Kind::move ? std::string(agreement::word_of(cell.to))
                                                                      : std::string(cell.reason);
            EXPECT_EQ(found, said) << event << " in " << state.word;
            ++cells;
        }
    }
    EXPECT_EQ(cells, static_cast<int>((std::size(kEventKinds) - kCaseActs) * kAgreementStates));
}

TEST(ChangesRules, JudgeAllEventsInAllStatesWithNothingPrepared) {
    std::istringstream wanted(R"(
signed                yes        yes          yes          yes      yes      yes
dialogue              yes        yes          yes          yes      yes      yes
amendment             not_talked not_talked   not_talked   over     over     over
prolongation          not_talked not_talked   not_talked   over     over     over
renegotiation         yes        yes          yes          over     over     over
deviation             not_begun  yes          yes          over     over     over
changed_circumstances yes        yes          yes          over     over     over
breach                not_begun  yes          yes          over     over     over
mended                not_begun  no_open_breach no_open_breach no_open_breach no_open_breach over
notice                not_begun  no_notice_right no_notice_right over over over
notice_withdrawn      no_notice  no_notice    no_notice    over     over     over
agreed_end            not_begun  not_talked   not_talked   over     over     over
termination           not_begun  no_open_breach+no_dialogue+time_to_mend no_open_breach+no_dialogue+time_to_mend over over over
dispute               yes        yes          yes          yes      yes      yes
dispute_settled       no_open_dispute no_open_dispute no_open_dispute no_open_dispute no_open_dispute no_open_dispute
review                yes        yes          yes          yes      yes      yes
closing               not_begun  yes          yes          over     over     over
successor             yes        yes          yes          yes      yes      yes
note                  yes        yes          yes          yes      yes      yes
correction            no_such_line no_such_line no_such_line no_such_line no_such_line no_such_line
)");
    std::string event, said;
    while (wanted >> event) {
        const auto kind = agreement::value_of<EventKind>(event).value();
        for (const auto& state : kStates) {
            if (is_before_signing(state.value)) continue;
            ASSERT_TRUE(wanted >> said);
            const Course course = bare(state.value);
            ASSERT_EQ(state_on(course, day("2020-03-01")), state.value) << state.word;
            const auto found = judge(course, next_line(course, kind, "2020-03-01"), day("2020-03-01"));
            EXPECT_EQ(reasons_of(found), said) << event << " in " << state.word;
        }
    }
}

TEST(ChangesRules, FollowAnAgreementFromSignatureToItsLastDay) {
    Diary diary;
    EXPECT_EQ(state_on(diary.course, day("2019-06-30")), State::signed_);
    EXPECT_EQ(state_on(diary.course, day("2019-07-01")), State::running);
    diary.write(EventKind::review, "2021-01-20").outcome = Outcome::goes_on_differently;
    EXPECT_EQ(state_on(diary.course, day("2021-01-20")), State::running);
    diary.write(EventKind::successor, "2021-05-03");
    EXPECT_EQ(state_on(diary.course, day("2021-05-02")), State::running);
    EXPECT_EQ(state_on(diary.course, day("2021-05-03")), State::ending);
    EXPECT_EQ(state_on(diary.course, day("2021-06-30")), State::ending);
    EXPECT_EQ(state_on(diary.course, day("2021-07-01")), State::ended);
}

TEST(ChangesRules, GiveNoticeOnlyInItsCaseAndAfterDialogue) {
    Diary diary;
    const Event change = diary.write(EventKind::changed_circumstances, "2020-01-10");
    Event notice = next_line(diary.course, EventKind::notice, "2020-02-01");
    notice.party = "im";
    notice.notice_case = NoticeCase::any_time;
    EXPECT_EQ(reasons_of(judge(diary.course, notice, day("2020-02-01"))), "no_notice_right");
    notice.notice_case = NoticeCase::breach_or_changed_circumstances;
    EXPECT_EQ(reasons_of(judge(diary.course, notice, day("2020-02-01"))), "no_cause+no_dialogue");
    notice.about = change.id;
    EXPECT_EQ(reasons_of(judge(diary.course, notice, day("2020-02-01"))), "no_dialogue");
    diary.talk("2020-01-20", &change);
    notice.number = 3;
    EXPECT_EQ(reasons_of(judge(diary.course, notice, day("2020-02-01"))), "yes");
    EXPECT_EQ(reasons_of(judge(diary.course, notice, day("2020-01-31"))), "on_ahead");

    diary.notice("2020-02-01", change);
    EXPECT_EQ(end_of(diary.course), day("2020-05-01"));
    EXPECT_EQ(state_on(diary.course, day("2020-05-01")), State::ending) << "the first of May is no reason to wait";
    EXPECT_EQ(state_on(diary.course, day("2020-05-02")), State::ended_by_notice);
    Event second = next_line(diary.course, EventKind::notice, "2020-02-02");
    second.notice_case = notice.notice_case, second.about = change.id, second.party = "im";
    EXPECT_NE(reasons_of(judge(diary.course, second, day("2020-02-02"))).find("notice_given"), std::string::npos);
}

TEST(ChangesRules, ReckonNoticeFromTheCurrentEnd) {
    Diary diary;
    const agreement::NoticeRule any{NoticeCase::any_time, 3, false, ""};
    diary.course.notice = {any};
    EXPECT_EQ(last_day_of_notice(diary.course, any, day("2019-11-30")), day("2020-02-29"));
    EXPECT_EQ(latest_notice(diary.course, any), day("2021-03-30"));
    Event late = next_line(diary.course, EventKind::notice, "2021-03-31");
    late.notice_case = NoticeCase::any_time, late.party = "im";
    EXPECT_EQ(reasons_of(judge(diary.course, late, day("2021-03-31"))), "ends_sooner");
    diary.talk("2019-12-01");
    diary.write(EventKind::agreed_end, "2019-12-10").until = day("2020-12-31");
    EXPECT_EQ(latest_notice(diary.course, any), day("2020-09-30"));
    const agreement::NoticeRule at_the_end{NoticeCase::end_of_period, 6, false, ""};
    EXPECT_EQ(last_day_of_notice(diary.course, at_the_end, day("2020-01-15")), day("2020-12-31"));
}

TEST(ChangesRules, TerminateForBreachOfEitherPartyAfterTimeToMend) {
    for (const char* guilty : {"im", "socialforvaltningen"}) {
        Diary diary;
        const Event breach = diary.breach("2020-01-10", "2020-02-10", guilty);
        Event end = next_line(diary.course, EventKind::termination, "2020-02-01");
        end.about = breach.id;
        end.party = guilty;
        EXPECT_EQ(reasons_of(judge(diary.course, end, day("2020-03-01"))), "own_breach+no_dialogue+time_to_mend");
        end.party = guilty == std::string_view("im") ? "socialforvaltningen" : "im";
        diary.talk("2020-01-15", &breach);
        end.number = 3;
        EXPECT_EQ(reasons_of(judge(diary.course, end, day("2020-03-01"))), "time_to_mend");
        end.on = day("2020-02-11");
        EXPECT_EQ(reasons_of(judge(diary.course, end, day("2020-03-01"))), "yes");
        diary.talk("2020-02-09", &breach).until = day("2020-03-31");
        end.number = 4;
        EXPECT_EQ(reasons_of(judge(diary.course, end, day("2020-03-01"))), "time_to_mend") << "they gave it more time";
        diary.write(EventKind::mended, "2020-03-01", &breach);
        end.number = 5, end.on = day("2020-04-01");
        EXPECT_EQ(reasons_of(judge(diary.course, end, day("2020-04-01"))), "no_open_breach");
    }
}

TEST(ChangesRules, AmendAfterDialogueAndTouchThePurposeAfterNegotiation) {
    Diary diary;
    Event change = next_line(diary.course, EventKind::amendment, "2020-02-01");
    EXPECT_EQ(reasons_of(judge(diary.course, change, day("2020-02-01"))), "not_talked");
    diary.talk("2020-01-15");
    change.number = 2;
    EXPECT_EQ(reasons_of(judge(diary.course, change, day("2020-02-01"))), "yes");
    change.touches_purpose = true;
    EXPECT_EQ(reasons_of(judge(diary.course, change, day("2020-02-01"))), "touches_purpose");
    diary.write(EventKind::renegotiation, "2020-01-20").outcome = Outcome::agreed;
    change.number = 3;
    EXPECT_EQ(reasons_of(judge(diary.course, change, day("2020-02-01"))), "yes");
    diary.write(EventKind::amendment, "2020-02-01");
    change.on = day("2020-02-02"), change.number = 4;
    EXPECT_EQ(reasons_of(judge(diary.course, change, day("2020-02-02"))), "not_talked+touches_purpose")
        << "the next change takes a new dialogue";
}

TEST(ChangesRules, ProlongFromEndingToRunning) {
    Diary diary;
    diary.write(EventKind::closing, "2021-01-15");
    diary.talk("2021-02-01");
    EXPECT_EQ(state_on(diary.course, day("2021-02-01")), State::ending);
    diary.course.last = day("2021-12-31");
    diary.write(EventKind::prolongation, "2021-02-10").until = day("2021-12-31");
    EXPECT_EQ(state_on(diary.course, day("2021-07-01")), State::running);
    EXPECT_EQ(end_of(diary.course), day("2021-12-31"));
}

TEST(ChangesRules, CorrectALineThatNothingBuildsOn) {
    Diary diary;
    const Event change = diary.write(EventKind::changed_circumstances, "2020-01-10");
    const Event talk = diary.talk("2020-01-20", &change);
    const Event notice = diary.notice("2020-02-01", change);
    Event correction = next_line(diary.course, EventKind::correction, "2020-02-03");
    correction.about = talk.id;
    EXPECT_EQ(reasons_of(judge(diary.course, correction, day("2020-02-03"))), "others_build_on_it");
    correction.about = notice.id;
    EXPECT_EQ(reasons_of(judge(diary.course, correction, day("2020-02-03"))), "yes");
    diary.course.events.back().corrected = true;
    diary.course.events.push_back(correction);
    EXPECT_EQ(state_on(diary.course, day("2020-02-03")), State::running);
    EXPECT_EQ(end_of(diary.course), day("2021-06-30"));
    Event again = next_line(diary.course, EventKind::correction, "2020-02-04");
    again.about = talk.id;
    EXPECT_EQ(reasons_of(judge(diary.course, again, day("2020-02-04"))), "yes") << "the first is corrected already";
    again.about = notice.id;
    EXPECT_EQ(reasons_of(judge(diary.course, again, day("2020-02-04"))), "no_such_line");
}

TEST(ChangesRules, SayWhatMayHappenAndWhatIsNext) {
    Diary diary;
    const Event breach = diary.breach("2020-01-10", "2020-02-10");
    auto may = what_may_happen(diary.course, day("2020-01-31"));
    EXPECT_EQ(may.size(), std::size(kEventKinds) - kCaseActs - 3);
    const auto of = [&](EventKind kind) { return std::ranges::find(may, kind, &Possible::kind)->reasons; };
    EXPECT_TRUE(of(EventKind::mended).empty());
    EXPECT_EQ(of(EventKind::notice), std::vector<std::string_view>{"no_dialogue"});

    auto open = open_matters(diary.course, day("2020-01-31"));
    ASSERT_EQ(open.size(), 2U);
    EXPECT_EQ(open[0].step, Step::talk);
    EXPECT_EQ(open[0].due, day("2020-01-24"));
    EXPECT_EQ(open[1].step, Step::review);
    EXPECT_EQ(open[1].due, day("2021-01-31"));
    diary.talk("2020-01-20", &breach);
    EXPECT_EQ(open_matters(diary.course, day("2020-02-10")).front().step, Step::mend);
    EXPECT_EQ(open_matters(diary.course, day("2020-02-11")).front().step, Step::decide);
}

TEST(ChangesRules, TellEveryThingThatALineMisses) {
    Event one;
    one.kind = EventKind::breach;
    one.on = day("2020-01-10");
    std::string fields;
    for (const auto& problem : judge_shape(one)) fields += problem.field + " ";
    EXPECT_EQ(fields, "text party until ");
}

TEST(Successors, BeginLaterAndAreAboutTheSame) {
    const auto head = [](const char* first, const char* activity) {
        agreement::AgreementHead one;
        one.id = agreement::AgreementId::random();
        if (*first) one.first = day(first);
        one.activity = activity;
        return one;
    };
    const auto parties = [](const char* association) {
        agreement::PartyRow lund, civil;
        lund.side = agreement::Side::public_side;
        lund.name = "Socialförvaltningen i Lund";
        civil.name = association;
        return std::vector<agreement::PartyRow>{lund, civil};
    };
    const auto now = head("2019-07-01", "RådRum");
    const auto im = parties("IM");
    EXPECT_TRUE(may_succeed(now, im, head("2021-07-01", "RådRum"), parties("Nya föreningen")));
    EXPECT_TRUE(may_succeed(now, im, head("2021-07-01", "Samtal"), im)) << "the same parties";
    EXPECT_FALSE(may_succeed(now, im, head("2017-10-01", "RådRum"), im)) << "it came before";
    EXPECT_FALSE(may_succeed(now, im, head("", "RådRum"), im)) << "nobody knows when it began";
    EXPECT_FALSE(may_succeed(now, im, head("2021-01-01", "Kompis Sverige"), parties("Kompis Sverige")));
    EXPECT_FALSE(may_succeed(now, im, now, im));
}

}  // namespace
}  // namespace samrum::partnership::changes
