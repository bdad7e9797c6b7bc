#include "foundation/module/visitor_catalogue.hpp"
#include "friends/people/actions_for_tests.hpp"
#include "friends/people/actions_phrases.hpp"
#include "friends/people/repository_participant.hpp"
#include "friends/people/repository_programme.hpp"
#include "friends/people/rules_stage.hpp"

#include <algorithm>

namespace samrum::friends::people {
namespace {

using base::Date;

bool has_problem(const base::Problems& all, std::string_view field, std::string_view key) {
    return std::ranges::any_of(all,
                               [&](const base::Problem& one) { return one.field == field && one.message.key == key; });
}

class FriendsForm : public FriendsRoom {
  protected:
    Programme programme() { return *find_programme(*room_, programme_); }
};

TEST_F(FriendsForm, AnswersAreReadAndTypedBackTheSame) {
    FormInput input = typed(Side::established, "Elsa Exempel");
    input.municipality = "1230";
    input.party = "family";
    input.adults = "3";
    input.wishes = {{"same_gender", "must"}, {"language", "like"}, {"children", "none"}};
    input.languages = {"en", "sv", "nonsense"};
    const auto read = read_answers(input, programme());
    ASSERT_TRUE(read);
    EXPECT_EQ(read->adults, 3);
    EXPECT_EQ(read->languages, std::vector<std::string>{"en"});
    ASSERT_EQ(read->wishes.size(), 2U);
    EXPECT_EQ(read->wishes[0], (WishOf{Wish::same_gender, Weight::must}));
    EXPECT_EQ(*read_answers(typed_as(*read), programme()), *read);
}

TEST_F(FriendsForm, EveryProblemIsToldAtOnce) {
    FormInput input;
    input.municipality = "9999";
    input.wishes = {{"near_age", "must"}, {"same_gender", "like"}, {"language", "must"}};
    const auto read = read_answers(input, programme());
    ASSERT_FALSE(read);
    for (const char* field : {"side", "party", "municipality", "swedish", "times"})
        EXPECT_TRUE(has_problem(read.problems(), field, "friend.problem.missing")) << field;
    EXPECT_TRUE(has_problem(read.problems(), "grown_up", "friend.problem.adult"));
    for (const char* field : {"wish_near_age", "wish_same_gender", "wish_language"})
        EXPECT_TRUE(has_problem(read.problems(), field, "friend.problem.own")) << field;
    const auto agreed = read_agreement(input);
    EXPECT_TRUE(has_problem(agreed.problems(), "values", "friend.problem.box"));
    EXPECT_TRUE(has_problem(agreed.problems(), "consent", "friend.problem.box"));
}

TEST_F(FriendsForm, NewcomersLiveInTheProgrammesOwnMunicipality) {
    FormInput input = typed(Side::newcomer, "Amina Exempel");
    input.municipality = "1230";
    const auto problems = read_answers(input, programme()).problems();
    ASSERT_EQ(problems.size(), 1U);
    EXPECT_TRUE(has_problem(problems, "municipality", "friend.problem.place")) << "it was answered";
    EXPECT_EQ(module::visitor_catalogues().words("sv")(problems[0].message),
              "Programmet är till för nya i Sverige som bor i Lund.");
    input.side = "established";
    EXPECT_TRUE(read_answers(input, programme()));
}

TEST(FriendsNames, TheFirstNameEndsAtAnyWhiteSpace) {
    for (const char* name :
         {"Amina Haddad", "Amina\u00a0Haddad", "Amina\u202fHaddad", "Amina\u3000Haddad", "Amina\tHaddad", " Amina"})
        EXPECT_EQ(first_name(name), "Amina") << name;
    EXPECT_EQ(first_name("Åsa-Maria Öberg"), "Åsa-Maria");
    EXPECT_EQ(first_name(""), "");
}

TEST_F(FriendsForm, EveryFieldStandsOnOneScreen) {
    EXPECT_EQ(step_of("side"), 1);
    EXPECT_EQ(step_of("swedish"), 2);
    EXPECT_EQ(step_of("statement_talk"), 3);
    EXPECT_EQ(step_of("wish_near_age"), 4);
    EXPECT_EQ(step_of("consent"), kFormSteps);
}

TEST_F(FriendsForm, AProgrammesPlacesAndNumbersAreJudged) {
    ProgrammeInput input = usual_programme(kToday);
    input.name = "X";
    input.places = "1281 Lund\n12 Nowhere";
    input.months = "25";
    input.closed_on = "2019-01-01";
    Programme into;
    const auto read = read_programme(input, into);
    ASSERT_FALSE(read);
    EXPECT_TRUE(has_problem(read.problems(), "places", "friends.people.programme.place"));
    EXPECT_TRUE(has_problem(read.problems(), "months", "friends.people.number"));
    EXPECT_TRUE(has_problem(read.problems(), "closed_on", "base.period.ends_before_it_begins"));
}

TEST_F(FriendsForm, EveryBadLineOfTheMunicipalitiesIsToldAtOnce) {
    ProgrammeInput input = usual_programme(kToday);
    input.name = "Kompis Lund";
    input.places = "1281 Lund\nStaffanstorp\n12 Lomma\n1281 Lund igen\n1230";
    Programme into;
    const auto read = read_programme(input, into);
    ASSERT_EQ(read.problems().size(), 4U);
    const char* lines[] = {"Staffanstorp", "12 Lomma", "1281 Lund igen", "1230"};
    for (std::size_t i = 0; i < 4; ++i) {
        EXPECT_EQ(read.problems()[i].field, "places");
        EXPECT_EQ(std::get<std::string>(read.problems()[i].message.args[0].second), lines[i]);
    }
}

class FriendsEnrolment : public FriendsRoom {
  protected:
    std::string begin(std::string_view channel = "") {
        return begin_draft(*room_, kToday, programme_, channel, "ar").value();
    }
};

TEST_F(FriendsEnrolment, ADraftIsKeptAsTypedAndBecomesAParticipantBehindTheSameAddress) {
    ASSERT_TRUE(add_channel(*room_, coordinator_, programme_, "sfi", "SFI i Lund"));
    const std::string secret = begin("sfi");
    ASSERT_TRUE(save_draft(*room_, kToday, secret, "name=x&email=wrong", "ar"));
    EXPECT_EQ(draft_of_link(*room_, secret)->draft.fields, "name=x&email=wrong");
    FormInput input = typed(Side::newcomer, "Amina Exempel");
    input.consent.clear();
    EXPECT_TRUE(
        has_problem(send_form(*room_, kToday, secret, input, "ar").problems(), "consent", "friend.problem.box"));
    input.consent = "yes";
    const auto id = send_form(*room_, kToday, secret, input, "ar");
    ASSERT_TRUE(id);
    EXPECT_FALSE(draft_of_link(*room_, secret));
    const auto one = participant_of_link(*room_, secret);
    ASSERT_TRUE(one);
    EXPECT_EQ(one->id, *id);
    EXPECT_EQ(one->language, "ar");
    EXPECT_EQ(one->stage, Stage::sent);
    const auto channels = list_channels(*room_, coordinator_, programme_, kToday);
    EXPECT_EQ(channels->all.front().enrolled, 1);
    EXPECT_EQ(channels->without, 0);
    // Nothing ties the person to the flyer.
    EXPECT_EQ(extract_participant(*room_, id->uuid()).find("sfi"), std::string::npos);
    EXPECT_FALSE(send_form(*room_, kToday, secret, input, "ar"));
}

TEST_F(FriendsEnrolment, DraftsDieThirtyDaysAfterTheyWereSaved) {
    const std::string secret = begin();
    const auto clean = [&](Date day) {
        return room_->transaction([&](store::Transaction& tx) { return remove_old_drafts(tx, day); });
    };
    EXPECT_EQ(clean(kToday.plus_days(kDraftKeptDays)), 0);
    EXPECT_EQ(clean(kToday.plus_days(kDraftKeptDays + 1)), 1);
    EXPECT_FALSE(draft_of_link(*room_, secret));
}

TEST_F(FriendsEnrolment, AClosedProgrammeTakesNobody) {
    const auto programme = *find_programme(*room_, programme_);
    ProgrammeInput input = typed_as(programme);
    input.closed_on = "2020-01-30";
    ASSERT_TRUE(save_programme(*room_, coordinator_, programme_, programme.revision, input));
    EXPECT_FALSE(open_programme(*room_, kToday, ""));
    EXPECT_FALSE(begin_draft(*room_, kToday, programme_, "", "sv"));
}

TEST_F(FriendsEnrolment, ThePersonPausesComesBackAndKeepsTheirPlace) {
    const auto id = ready(typed(Side::newcomer, "Amina Exempel"), Date::of(2020, 1, 10));
    const std::string secret = room_->transaction([&](store::Transaction& tx) { return new_link(tx, id, kToday); });
    ASSERT_TRUE(pause_own(*room_, kToday, secret));
    EXPECT_EQ(stage_of(id), Stage::paused);
    EXPECT_TRUE(list_ready(*room_, programme_, kToday).empty());
    ASSERT_TRUE(resume_own(*room_, kToday, secret));
    EXPECT_EQ(stage_of(id), Stage::ready);
    EXPECT_EQ(find_participant(*room_, id)->waiting_since, Date::of(2020, 1, 10));
    EXPECT_FALSE(pause_own(*room_, kToday, "nobody has this"));
}

TEST_F(FriendsEnrolment, ANewLinkStopsTheOlderOnesOnlyWhenAskedTo) {
    const auto id = ready(typed(Side::newcomer, "Amina Exempel"), Date::of(2020, 1, 10));
    const auto other = ready(typed(Side::newcomer, "Bilal Exempel"), Date::of(2020, 1, 10));
    const auto first = give_link(*room_, coordinator_, kToday, id);
    const auto others = give_link(*room_, coordinator_, kToday, other);
    const auto second = give_link(*room_, coordinator_, kToday, id);
    EXPECT_TRUE(participant_of_link(*room_, *first));
    const auto third = give_link(*room_, coordinator_, kToday, id, OlderLinks::stop);
    ASSERT_TRUE(third);
    EXPECT_FALSE(participant_of_link(*room_, *first));
    EXPECT_FALSE(participant_of_link(*room_, *second));
    EXPECT_EQ(participant_of_link(*room_, *third)->id, id);
    EXPECT_TRUE(participant_of_link(*room_, *others)) << "other people's links stay";
}

TEST_F(FriendsEnrolment, OnlyTheAssociationsOwnCoordinatorReachesThem) {
    const auto id = enrol(typed(Side::newcomer, "Amina Exempel"), kToday);
    for (const module::Caller& other : {volunteer_, officer_}) {
        EXPECT_FALSE(list_register(*room_, other, {}));
        EXPECT_FALSE(see_participant(*room_, other, id));
        EXPECT_FALSE(backlog(*room_, other, kToday, {}));
        EXPECT_FALSE(give_link(*room_, other, kToday, id));
        EXPECT_FALSE(hold_talk(*room_, other, kToday, id, 1, "2020-01-31", ""));
        EXPECT_FALSE(end_participation(*room_, other, kToday, id, "moved"));
        EXPECT_FALSE(people::enrol(*room_, other, {.programme = programme_, .day = kToday, .input = {}}));
    }
    EXPECT_TRUE(see_participant(*room_, coordinator_, id));
}

TEST_F(FriendsEnrolment, TheBacklogTellsItsAgeAndIsADutyBeforeItIsLate) {
    enrol(typed(Side::newcomer, "Amina Exempel"), Date::of(2020, 1, 10));
    enrol(typed(Side::established, "Elsa Exempel"), Date::of(2020, 1, 30));
    const auto waits = backlog(*room_, coordinator_, kToday, programme_);
    EXPECT_EQ(waits->newcomers, 1);
    EXPECT_EQ(waits->established, 1);
    EXPECT_EQ(waits->late, 1);
    EXPECT_EQ(waits->oldest_days, 21);
    const auto duties = talk_duties(*room_, kToday);
    ASSERT_EQ(duties.size(), 1U);
    EXPECT_EQ(duties.front().due, Date::of(2020, 1, 24));
    EXPECT_TRUE(talk_duties(*room_, Date::of(2020, 1, 10)).empty());
}

TEST_F(FriendsEnrolment, TheTalkComesOnceAndNotFromTheFuture) {
    const auto id = enrol(typed(Side::newcomer, "Amina Exempel"), Date::of(2020, 1, 10));
    EXPECT_TRUE(has_problem(hold_talk(*room_, coordinator_, kToday, id, 1, "2020-02-01", "").problems(), "day",
                            "friends.people.talk.future"));
    for (const char* early : {"1900-01-01", "2020-01-09"})
        EXPECT_TRUE(has_problem(hold_talk(*room_, coordinator_, kToday, id, 1, early, "").problems(), "day",
                                "friends.people.talk.early"))
            << early;
    EXPECT_TRUE(hold_talk(*room_, coordinator_, kToday, id, 1, "2020-01-20", "Lagar mat"));
    EXPECT_TRUE(has_problem(hold_talk(*room_, coordinator_, kToday, id, 1, "2020-01-20", "").problems(), "",
                            "friends.people.changed_meanwhile"));
    EXPECT_TRUE(has_problem(hold_talk(*room_, coordinator_, kToday, id, 2, "2020-01-20", "").problems(), "",
                            "friends.people.not_now"));
    EXPECT_EQ(stage_of(id), Stage::ready);
}

TEST_F(FriendsEnrolment, WhoLeftIsKeptHalfAYearAndWhoNeverGotATalkAYear) {
    const auto left = enrol(typed(Side::newcomer, "Amina Exempel"), Date::of(2020, 1, 10));
    const auto untalked = enrol(typed(Side::established, "Elsa Exempel"), Date::of(2020, 1, 10));
    ASSERT_TRUE(end_participation(*room_, coordinator_, kToday, left, "moved"));
    EXPECT_FALSE(end_participation(*room_, coordinator_, kToday, untalked, "bored"));
    const auto clean = [&](Date day) {
        return room_->transaction([&](store::Transaction& tx) { return remove_those_who_left(tx, day); });
    };
    EXPECT_EQ(clean(Date::of(2020, 7, 31)), 0);
    EXPECT_EQ(clean(Date::of(2020, 8, 1)), 1);
    EXPECT_FALSE(find_participant(*room_, left));
    EXPECT_EQ(clean(Date::of(2021, 1, 11)), 1);
    EXPECT_FALSE(find_participant(*room_, untalked));
    // The counts stay.
    EXPECT_EQ(load_moves(*room_, Date::of(2019, 1, 1), Date::of(2020, 12, 31)).size(), 3U);
}

TEST_F(FriendsEnrolment, TheRegisterSortsSelectsAndHidesProtectedNames) {
    enrol(typed(Side::newcomer, "Amina Exempel"), Date::of(2020, 1, 20));
    enrol(typed(Side::established, "Elsa Exempel"), Date::of(2020, 1, 10));
    ASSERT_TRUE(people::enrol(*room_, coordinator_,
                              {.programme = programme_,
                               .day = Date::of(2020, 1, 5),
                               .input = typed(Side::newcomer, "Gömd Person"),
                               .is_protected = true}));
    const auto all = list_register(*room_, coordinator_, {});
    ASSERT_EQ(all->rows.size(), 3U);
    EXPECT_FALSE(all->rows[0].name);
    EXPECT_EQ(all->rows[1].name, "Elsa Exempel");
    EXPECT_EQ(all->stages.at(Stage::sent), 3);
    EXPECT_EQ(list_register(*room_, coordinator_, {.side = "newcomer", .search = "amina"})->rows.size(), 1U);
    EXPECT_TRUE(list_register(*room_, coordinator_, {.search = "gömd"})->rows.empty());
    EXPECT_EQ(list_register(*room_, coordinator_, {.sort = "name", .descending = true, .limit = 1})->total, 3U);
}

TEST_F(FriendsEnrolment, PromisesWaitForAReader) {
    EXPECT_TRUE(shown_promises(*room_, "ar").empty());
    EXPECT_TRUE(shown_promises(*room_, "sv").contains("friend.promise.consent"));
    EXPECT_FALSE(note_review(*room_, coordinator_, kToday, "ar", {"friend.promise.consent"}, " "));
    EXPECT_FALSE(note_review(*room_, coordinator_, kToday, "ar", {"friend.no_such"}, "tolk"));
    ASSERT_TRUE(note_review(*room_, coordinator_, kToday, "ar", {"friend.promise.consent"}, "tolk i arabiska"));
    EXPECT_TRUE(shown_promises(*room_, "ar").contains("friend.promise.consent"));
    EXPECT_FALSE(shown_promises(*room_, "fa").contains("friend.promise.consent"));
}

TEST(FriendsPhrases, EveryLanguageOfThePagesHoldsEveryPhraseWithItsPlaces) {
    const auto& all = module::visitor_catalogues();
    EXPECT_EQ(all.languages().size(), 15U);
    for (const std::string& language : all.languages())
        for (const std::string& phrase : module::visitor_phrases("friend.")) {
            EXPECT_FALSE(module::phrase_text(language, phrase).empty()) << language << " " << phrase;
            EXPECT_EQ(all.placeholders(language, phrase), all.placeholders("sv", phrase)) << language << " " << phrase;
        }
    for (const auto& [question, codes] : {std::pair{"interest", interest_codes()},
                                          {"statement", statement_codes()},
                                          {"situation", situation_codes()},
                                          {"time", time_codes()}})
        for (const std::string_view code : codes)
            EXPECT_FALSE(module::phrase_text("sv", "friend." + std::string(question) + "." + std::string(code)).empty())
                << question << " " << code;
}

}  // namespace
}  // namespace samrum::friends::people
