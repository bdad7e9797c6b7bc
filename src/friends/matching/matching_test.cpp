#include "foundation/base/language.hpp"
#include "friends/matching/actions_match.hpp"
#include "friends/matching/actions_proposal.hpp"
#include "friends/matching/repository_proposal.hpp"
#include "friends/pairs/actions_pair.hpp"
#include "friends/pairs/repository_pair.hpp"
#include "friends/people/actions_for_tests.hpp"

#include <algorithm>
#include <random>

namespace samrum::friends::matching {
namespace {

using base::Date;
using people::Answers;
using people::FormInput;
using people::Participant;
using people::Programme;

Programme programme() {
    Programme one;
    one.places = {{"1281", "Lund"}, {"1230", "Staffanstorp"}};
    one.interests = {"food", "music"};
    one.statements = {"talk", "plan"};
    return one;
}

Participant person(Side side, int number) {
    Participant one;
    one.id = ParticipantId::ordered();
    one.waiting_since = Date::of(2020, 1, 1).plus_days(number);
    one.answers.side = side;
    one.answers.municipality = "1281";
    one.answers.swedish_level = side == Side::newcomer ? 2 : 5;
    one.answers.age_band = 3;
    one.answers.gender = Gender::woman;
    one.answers.times = {"weekday_day"};
    return one;
}

std::vector<Limit> between(const Participant& newcomer, const Participant& established,
                           const std::vector<Marked>& marks = {}, const Programme& of = programme()) {
    return limits_between(make_pool(of, {newcomer, established}, marks, {}, Date::of(2020, 1, 31)), {0, 0});
}

TEST(FriendsPool, NoLimitStandsBetweenTwoWhoFit) {
    EXPECT_TRUE(between(person(Side::newcomer, 0), person(Side::established, 0)).empty());
}

TEST(FriendsPool, EveryHardLimitIsALimitAndNamesItself) {
    using What = Limit::What;
    const Participant newcomer = person(Side::newcomer, 0);
    Participant other = person(Side::established, 0);
    other.answers.times = {"weekend_day"};
    EXPECT_EQ(between(newcomer, other), std::vector<Limit>{{What::time}});
    other = person(Side::established, 0);
    other.answers.swedish_level = 3;
    EXPECT_EQ(between(newcomer, other), std::vector<Limit>{{What::swedish}});
    other = person(Side::established, 0);
    other.answers.party = PartyKind::couple;
    EXPECT_EQ(between(newcomer, other), std::vector<Limit>{{What::party}});
    Participant silent = newcomer;
    silent.answers.swedish_level = 1;
    EXPECT_EQ(between(silent, person(Side::established, 0)), std::vector<Limit>{{What::language}});
    Programme loose = programme();
    loose.shared_language = loose.shared_time = loose.same_party = false;
    loose.least_swedish = 0;
    other.answers.times = {"weekend_day"};
    other.answers.swedish_level = 1;
    EXPECT_TRUE(between(silent, other, {}, loose).empty());
}

TEST(FriendsPool, AMustOfEitherSideIsALimitAndALikeIsNone) {
    const auto wished = [](Participant one, Wish wish, Weight weight) {
        one.answers.wishes = {{wish, weight}};
        return one;
    };
    const Participant newcomer = person(Side::newcomer, 0);
    Participant man = person(Side::established, 0);
    man.answers.gender = Gender::man;
    man.answers.age_band = 5;
    man.answers.municipality = "1230";
    man.answers.languages = {"en", "so"};
    for (const Wish wish : {Wish::same_gender, Wish::near_age, Wish::children, Wish::municipality}) {
        EXPECT_EQ(between(wished(newcomer, wish, Weight::must), man),
                  (std::vector<Limit>{{Limit::What::wish, wish, Side::newcomer}}));
        EXPECT_EQ(between(newcomer, wished(man, wish, Weight::must)),
                  (std::vector<Limit>{{Limit::What::wish, wish, Side::established}}));
        EXPECT_TRUE(between(wished(newcomer, wish, Weight::would_like), man).empty());
    }
    Participant speaks = newcomer;
    speaks.answers.languages = {"ar", "so"};
    EXPECT_TRUE(between(wished(speaks, Wish::language, Weight::must), man).empty());
    speaks.answers.languages = {"ar", base::kOtherLanguage.data()};
    man.answers.languages = {base::kOtherLanguage.data()};
    EXPECT_EQ(between(wished(speaks, Wish::language, Weight::must), man).front().wish, Wish::language);
}

TEST(FriendsPool, AMustAboutLanguagesHoldsAlsoBeyondTheBitsThereAre) {
    std::vector<Participant> all;
    std::vector<std::string> codes;
    for (const base::Language& one : base::languages())
        if (one.code != "sv" && one.code != base::kOtherLanguage) codes.emplace_back(one.code);
    // Forty different sets of languages that somebody must share.
    for (int i = 0; i < 40; ++i) {
        Participant one = person(Side::newcomer, i);
        const auto n = static_cast<std::size_t>(i);
        one.answers.languages = {codes[n % codes.size()], codes[(n + 1 + n / codes.size()) % codes.size()]};
        one.answers.wishes = {{Wish::language, Weight::must}};
        all.push_back(one);
    }
    Participant alone = person(Side::established, 0);
    alone.answers.languages = {codes[0]};
    all.push_back(alone);
    const MadePool made = make_pool(programme(), all, {}, {}, Date::of(2020, 1, 31));
    for (int i = 0; i < 40; ++i) {
        const auto& languages = made.newcomers[static_cast<std::size_t>(i)].answers.languages;
        const bool common = std::ranges::find(languages, codes[0]) != languages.end();
        EXPECT_EQ(optimise::match::possible(made.pool, {i, 0}), common) << i;
    }
}

TEST(FriendsPool, WhatTwoShareAndWhereTheyDifferIsSaid) {
    Participant newcomer = person(Side::newcomer, 0);
    newcomer.answers.interests = {"food", "music"};
    newcomer.answers.situations = {"study"};
    newcomer.answers.statements = {{"talk", 1}, {"plan", 3}};
    newcomer.answers.wishes = {{Wish::children, Weight::would_like}, {Wish::same_gender, Weight::must}};
    Participant other = person(Side::established, 0);
    other.answers.interests = {"music"};
    other.answers.situations = {"study"};
    other.answers.statements = {{"talk", 5}, {"plan", 3}};
    const Shared shared = shared_by(make_pool(programme(), {newcomer, other}, {}, {}, Date::of(2020, 1, 31)), {0, 0});
    EXPECT_TRUE(shared.same_place);
    EXPECT_EQ(shared.interests, std::vector<std::string>{"music"});
    EXPECT_EQ(shared.languages, std::vector<std::string>{"sv"});
    EXPECT_EQ(shared.situations, std::vector<std::string>{"study"});
    EXPECT_EQ(shared.newcomer_gets, (std::vector<people::WishOf>{{Wish::same_gender, Weight::must}}));
    EXPECT_EQ(shared.newcomer_misses, std::vector<Wish>{Wish::children});
    EXPECT_EQ(shared.apart, (std::vector<Likert>{{"talk", 4}}));
}

TEST(FriendsPool, WhyOneWaitsIsToldOfBothSides) {
    Participant newcomer = person(Side::newcomer, 0);
    Participant man = person(Side::established, 0);
    man.answers.gender = Gender::man;
    man.answers.wishes = {{Wish::same_gender, Weight::must}};
    const MadePool made = make_pool(programme(), {newcomer, man}, {}, {}, Date::of(2020, 1, 31));
    const Limit limit{Limit::What::wish, Wish::same_gender, Side::established};
    for (const Side side : {Side::newcomer, Side::established}) {
        const WhyWaiting told = why(made, side, 0);
        EXPECT_EQ(told.possible, 0);
        EXPECT_EQ(told.others, 1);
        ASSERT_EQ(told.lines.size(), 1U);
        EXPECT_EQ(told.lines[0].limit, limit);
        EXPECT_EQ(told.lines[0].alone, 1);
    }
}

TEST(FriendsPool, ASmallGroupIsNotTold) {
    std::vector<Participant> all;
    for (int i = 0; i < 9; ++i) {
        all.push_back(person(i < 5 ? Side::newcomer : Side::established, i));
        all.back().stage = i < 2 ? Stage::paired : Stage::ready;
    }
    const auto lines = fairness(all, Date::of(2020, 1, 31));
    const auto by_side =
        std::ranges::count_if(lines, [](const GroupLine& one) { return one.by == GroupLine::By::side; });
    EXPECT_EQ(by_side, 1);
    EXPECT_EQ(lines.front().code, "newcomer");
    EXPECT_EQ(lines.front().people, 5);
    EXPECT_EQ(lines.front().matched, 2);
    EXPECT_EQ(lines.front().median_days, 27);
    EXPECT_TRUE(std::ranges::all_of(lines, [](const GroupLine& one) { return one.people >= kSmallestGroup; }));
}

class FriendsMatch : public FriendsRoom {
  protected:
    ParticipantId add(Side side, const std::string& name, int day, const std::function<void(FormInput&)>& change = {}) {
        FormInput input = typed(side, name);
        input.email = "x@example.org";
        if (change) change(input);
        return ready(input, Date::of(2020, 1, 1).plus_days(day));
    }
    MatchView see() { return see_match(*room_, coordinator_, kToday, programme_).value(); }
    std::vector<Two> pairs() {
        std::vector<Two> all;
        for (const Suggested& one : see().pairs) all.push_back(one.two);
        return all;
    }
    std::string secret(ParticipantId id) {
        return room_->transaction([&](store::Transaction& tx) { return people::new_link(tx, id, kToday); });
    }
    base::Result<base::Done> answer(ParticipantId id, bool yes, bool never = false) {
        return answer_own(*room_, kToday, secret(id), {yes, yes ? "" : "times", never});
    }
    Date waits_since(ParticipantId id) { return people::find_participant(*room_, id)->waiting_since; }
};

TEST_F(FriendsMatch, MostPairsFirstThenTheLongestWait) {
    const auto early = add(Side::newcomer, "Amina Exempel", 0);
    const auto late = add(Side::newcomer, "Bilal Exempel", 5);
    const auto only = add(Side::established, "Elsa Exempel", 0);
    EXPECT_EQ(pairs(), (std::vector<Two>{{early, only}}));
    const MatchView view = see();
    EXPECT_TRUE(view.proven);
    ASSERT_EQ(view.newcomers.size(), 1U);
    EXPECT_EQ(view.newcomers[0].who, late);
    EXPECT_EQ(view.newcomers[0].why.possible, 1);
    // One who fits only the late one makes two pairs of it.
    const auto second = add(Side::established, "Filip Exempel", 1, [](FormInput& input) {
        input.gender = "man";
        input.wishes = {{"same_gender", "must"}};
    });
    EXPECT_EQ(pairs(), (std::vector<Two>{{early, only}}));
    EXPECT_EQ(see().established.front().who, second);
}

TEST_F(FriendsMatch, NoSuggestionOfManyBreaksALimit) {
    std::mt19937 random(7);
    const auto some = [&](int of) { return static_cast<int>(random() % static_cast<unsigned>(of)); };
    const char* times[] = {"weekday_day", "weekday_evening", "weekend_day", "weekend_evening"};
    const char* genders[] = {"woman", "man", "other"};
    for (int i = 0; i < 40; ++i)
        add(i % 2 == 0 ? Side::newcomer : Side::established, "Person Exempel " + std::to_string(i), i % 20,
            [&](FormInput& input) {
                input.times = {times[some(4)], times[some(4)]};
                input.gender = genders[some(3)];
                input.age = std::to_string(1 + some(kAgeBands));
                input.languages = {some(2) == 0 ? "ar" : "so"};
                const char* wishes[] = {"same_gender", "near_age", "language"};
                if (some(2) == 0) input.wishes = {{wishes[some(3)], "must"}};
            });
    const MatchView view = see();
    EXPECT_TRUE(view.proven);
    EXPECT_FALSE(view.pairs.empty());
    const auto made = pool_now(*room_, view.programme, kToday);
    for (const Suggested& one : view.pairs)
        EXPECT_TRUE(
            limits_between(made, {made.number_of(one.two.newcomer), made.number_of(one.two.established)}).empty());
    EXPECT_EQ(view.pairs.size() + view.newcomers.size(), made.newcomers.size());
}

TEST_F(FriendsMatch, DecisionsCountAtOnceAndWhatTheyCostIsTold) {
    const auto amina = add(Side::newcomer, "Amina Exempel", 0, [](FormInput& i) { i.interests = {"food", "music"}; });
    const auto bilal = add(Side::newcomer, "Bilal Exempel", 1, [](FormInput& i) { i.interests = {"walks"}; });
    const auto elsa = add(Side::established, "Elsa Exempel", 0, [](FormInput& i) { i.interests = {"food", "music"}; });
    const auto filip = add(Side::established, "Filip Exempel", 0, [](FormInput& i) { i.interests = {"walks"}; });
    EXPECT_EQ(pairs(), (std::vector<Two>{{amina, elsa}, {bilal, filip}}));
    const auto one = see_suggestion(*room_, coordinator_, kToday, amina).value();
    ASSERT_TRUE(one);
    ASSERT_EQ(one->others.size(), 1U);
    EXPECT_EQ(one->others[0].established, filip);
    EXPECT_EQ(one->others[0].pairs_fewer, 0);
    EXPECT_EQ(one->others[0].fit_lost, 30);  // three interests in common the less
    EXPECT_EQ(one->others[0].changed, std::vector<ParticipantId>{bilal});
    EXPECT_EQ(one->others[0].taken_from, bilal);
    ASSERT_TRUE(mark_two(*room_, coordinator_, kToday, {amina, filip}, "lock"));
    EXPECT_EQ(pairs(), (std::vector<Two>{{amina, filip}, {bilal, elsa}}));
    // A second lock of one of them takes the place of the first.
    ASSERT_TRUE(mark_two(*room_, coordinator_, kToday, {amina, elsa}, "lock"));
    EXPECT_EQ(pairs(), (std::vector<Two>{{amina, elsa}, {bilal, filip}}));
    ASSERT_TRUE(mark_two(*room_, coordinator_, kToday, {amina, elsa}, "forbid"));
    EXPECT_EQ(pairs(), (std::vector<Two>{{amina, filip}, {bilal, elsa}}));
    ASSERT_TRUE(mark_two(*room_, coordinator_, kToday, {amina, elsa}, "clear"));
    EXPECT_EQ(pairs(), (std::vector<Two>{{amina, elsa}, {bilal, filip}}));
    EXPECT_FALSE(mark_two(*room_, coordinator_, kToday, {elsa, amina}, "lock"));
    room_->transaction([&](store::Transaction& tx) {
        save_mark(tx, {{bilal, elsa}, Mark::declined, kToday, std::nullopt});
    });
    for (const char* what : {"lock", "forbid", "clear"})
        EXPECT_FALSE(mark_two(*room_, coordinator_, kToday, {bilal, elsa}, what)) << "a no is theirs";
    EXPECT_FALSE(mark_two(*room_, volunteer_, kToday, {amina, elsa}, "lock"));
    EXPECT_FALSE(mark_two(*room_, officer_, kToday, {amina, elsa}, "lock"));
    EXPECT_FALSE(see_match(*room_, officer_, kToday, programme_));
    EXPECT_FALSE(see_fairness(*room_, volunteer_, kToday, programme_));
}

TEST_F(FriendsMatch, WhatALockCostsIsNotCalledANeedOfOthers) {
    const auto amina = add(Side::newcomer, "Amina Exempel", 0);
    const auto bilal = add(Side::newcomer, "Bilal Exempel", 1);
    const auto elsa = add(Side::established, "Elsa Exempel", 0);
    ASSERT_TRUE(mark_two(*room_, coordinator_, kToday, {bilal, elsa}, "lock"));
    MatchView view = see();
    EXPECT_TRUE(view.proven);
    EXPECT_EQ(view.pairs.size(), 1U);
    EXPECT_EQ(view.possible, 1) << "no more pairs are suggested than are possible";
    EXPECT_EQ(view.marks.size(), 1U) << "so the page says that the proof stands on what is decided";
    ASSERT_EQ(view.newcomers.size(), 1U);
    EXPECT_EQ(view.newcomers[0].who, amina);
    EXPECT_EQ(view.newcomers[0].why.locked, 1);
    EXPECT_EQ(view.newcomers[0].why.possible, 0);
    // And from the other side.
    add(Side::established, "Filip Exempel", 0, [](FormInput& input) { input.times = {"weekend_day"}; });
    view = see();
    ASSERT_EQ(view.established.size(), 1U);
    EXPECT_EQ(view.established[0].why.locked, 1);
    EXPECT_EQ(view.established[0].why.possible, 0);
    EXPECT_EQ(view.established[0].why.others, 2);
}

TEST_F(FriendsMatch, TwoTimesYesMakesAPairAndShowsContactOnlyThen) {
    const auto amina = add(Side::newcomer, "Amina Exempel", 0);
    const auto elsa = add(Side::established, "Elsa Exempel", 0);
    ASSERT_TRUE(send_proposals(*room_, coordinator_, kToday, programme_, {{amina, elsa}}));
    EXPECT_EQ(stage_of(amina), Stage::proposed);
    EXPECT_FALSE(send_proposals(*room_, coordinator_, kToday, programme_, {{amina, elsa}}));
    ASSERT_TRUE(answer(amina, true));
    auto own = own_proposal(*room_, secret(amina));
    ASSERT_TRUE(own);
    EXPECT_EQ(own->other_name, "Elsa");
    EXPECT_FALSE(own->contact);
    ASSERT_TRUE(answer(elsa, true));
    EXPECT_EQ(stage_of(amina), Stage::paired);
    EXPECT_EQ(stage_of(elsa), Stage::paired);
    own = own_proposal(*room_, secret(amina));
    ASSERT_TRUE(own->contact);
    EXPECT_EQ(own->contact->phone, "070-174 06 05");
    EXPECT_EQ(pairs::earlier_pairs(*room_).size(), 1U);
    EXPECT_FALSE(answer(amina, false));
}

TEST_F(FriendsMatch, WhoseFriendshipHasEndedSeesNothingMoreOfTheOther) {
    const auto amina = add(Side::newcomer, "Amina Exempel", 0);
    const auto elsa = add(Side::established, "Elsa Exempel", 0);
    ASSERT_TRUE(send_proposals(*room_, coordinator_, kToday, programme_, {{amina, elsa}}));
    ASSERT_TRUE(answer(amina, true));
    ASSERT_TRUE(answer(elsa, true));
    const auto pair = pairs::pairs_of(*room_, amina).front();
    const pairs::EndInput end{
        .day = kToday.iso(), .reason = "did_not_fit", .newcomer = "waits", .established = "waits"};
    ASSERT_TRUE(pairs::end_pair(*room_, coordinator_, kToday, pair.id, pair.revision, end));
    for (const auto id : {amina, elsa}) {
        const auto own = own_proposal(*room_, secret(id));
        ASSERT_TRUE(own);
        EXPECT_FALSE(own->holds);
        EXPECT_FALSE(own->other_name);
        EXPECT_FALSE(own->contact);
    }
}

TEST_F(FriendsMatch, NobodyChangesSidesWhileTheyAreTwo) {
    const auto amina = add(Side::newcomer, "Amina Exempel", 0);
    const auto elsa = add(Side::established, "Elsa Exempel", 0);
    FormInput other = typed(Side::established, "Amina Exempel");
    other.email = "x@example.org";
    ASSERT_TRUE(send_proposals(*room_, coordinator_, kToday, programme_, {{amina, elsa}}));
    ASSERT_TRUE(people::change_own_answers(*room_, secret(amina), other));
    EXPECT_EQ(people::find_participant(*room_, amina)->answers.side, Side::newcomer) << "the rest is changed";
    EXPECT_EQ(people::find_participant(*room_, amina)->answers.swedish_level, 5);
    EXPECT_EQ(own_proposal(*room_, secret(elsa))->other_name, "Amina");
    ASSERT_TRUE(answer(amina, false));
    ASSERT_TRUE(people::change_own_answers(*room_, secret(amina), other));
    EXPECT_EQ(people::find_participant(*room_, amina)->answers.side, Side::established) << "alone again";
    EXPECT_TRUE(own_proposal(*room_, secret(elsa)));
}

TEST_F(FriendsMatch, TheCoordinatorWritesDownWhatIsToldByPhone) {
    const auto amina = add(Side::newcomer, "Amina Exempel", 0);
    const auto elsa = add(Side::established, "Elsa Exempel", 0);
    ASSERT_TRUE(send_proposals(*room_, coordinator_, kToday, programme_, {{amina, elsa}}));
    const auto id = list_proposals(*room_, coordinator_, programme_)->front().proposal.id;
    EXPECT_FALSE(answer_for(*room_, volunteer_, kToday, id, Side::newcomer, {.yes = true}));
    ASSERT_TRUE(answer_for(*room_, coordinator_, kToday, id, Side::newcomer, {.yes = true}));
    EXPECT_EQ(stage_of(amina), Stage::proposed);
    ASSERT_TRUE(answer(elsa, true));
    EXPECT_EQ(stage_of(amina), Stage::paired);
    EXPECT_FALSE(answer_for(*room_, coordinator_, kToday, id, Side::newcomer, {.yes = false}));
}

TEST_F(FriendsMatch, ANoCostsNoPlaceAndIsNotAskedAgain) {
    const auto amina = add(Side::newcomer, "Amina Exempel", 0);
    const auto elsa = add(Side::established, "Elsa Exempel", 3);
    ASSERT_TRUE(send_proposals(*room_, coordinator_, kToday, programme_, {{amina, elsa}}));
    ASSERT_TRUE(answer(elsa, false));
    for (const auto id : {amina, elsa}) EXPECT_EQ(stage_of(id), Stage::ready);
    EXPECT_EQ(waits_since(amina), Date::of(2020, 1, 1));
    EXPECT_EQ(waits_since(elsa), Date::of(2020, 1, 4));
    EXPECT_TRUE(pairs().empty());
    EXPECT_EQ(load_marks(*room_).front().until, kToday.plus_days(kDeclinedDays));
    const auto own = own_proposal(*room_, secret(amina));
    EXPECT_FALSE(own->other_name);
}

TEST_F(FriendsMatch, AProposalRunsOutAndIsAskedAboutBefore) {
    const auto amina = add(Side::newcomer, "Amina Exempel", 0);
    const auto elsa = add(Side::established, "Elsa Exempel", 0);
    ASSERT_TRUE(send_proposals(*room_, coordinator_, kToday, programme_, {{amina, elsa}}));
    const Date last = kToday.plus_days(14);
    EXPECT_TRUE(answer_duties(*room_, kToday).empty());
    EXPECT_EQ(answer_duties(*room_, last.plus_days(-3)).size(), 1U);
    const auto expire = [&](Date day) {
        return room_->transaction([&](store::Transaction& tx) { return expire_proposals(tx, day); });
    };
    EXPECT_EQ(expire(last), 0);
    EXPECT_FALSE(answer_own(*room_, last.plus_days(1), secret(amina), {.yes = true}));
    EXPECT_EQ(expire(last.plus_days(1)), 1);
    EXPECT_EQ(stage_of(amina), Stage::ready);
    EXPECT_EQ(waits_since(amina), Date::of(2020, 1, 1));
    EXPECT_EQ(stage_of(elsa), Stage::ready);
}

TEST_F(FriendsMatch, WhoIsErasedLeavesTheOtherWaitingInTheOldPlace) {
    const auto amina = add(Side::newcomer, "Amina Exempel", 0);
    const auto elsa = add(Side::established, "Elsa Exempel", 0);
    ASSERT_TRUE(send_proposals(*room_, coordinator_, kToday, programme_, {{amina, elsa}}));
    EXPECT_NE(extract_proposals(*room_, amina.uuid()).find("\"open\""), std::string::npos);
    EXPECT_EQ(extract_proposals(*room_, amina.uuid()).find("Elsa"), std::string::npos);
    room_->transaction([&](store::Transaction& tx) {
        EXPECT_EQ(erase_from_proposals(tx, elsa.uuid()), 1);
        people::erase_participant(tx, elsa.uuid());
    });
    EXPECT_EQ(stage_of(amina), Stage::ready);
    EXPECT_EQ(waits_since(amina), Date::of(2020, 1, 1));
    const auto rows = list_proposals(*room_, coordinator_, programme_);
    EXPECT_EQ(rows->front().proposal.state, ProposalState::withdrawn);
    EXPECT_TRUE(rows->front().proposal.two.established.is_nil());
}

TEST_F(FriendsMatch, NoLimitIsBrokenByHandUnlessThePairIsLocked) {
    const auto amina = add(Side::newcomer, "Amina Exempel", 0);
    const auto elsa =
        add(Side::established, "Elsa Exempel", 0, [](FormInput& input) { input.times = {"weekend_day"}; });
    const auto filip = add(Side::established, "Filip Exempel", 0);
    EXPECT_EQ(send_proposals(*room_, coordinator_, kToday, programme_, {{amina, elsa}}).problems().front().message.key,
              "friends.matching.limit");
    EXPECT_FALSE(send_proposals(*room_, coordinator_, kToday, programme_, {{amina, elsa}, {amina, filip}}));
    EXPECT_FALSE(send_proposals(*room_, officer_, kToday, programme_, {{amina, filip}}));
    ASSERT_TRUE(mark_two(*room_, coordinator_, kToday, {amina, elsa}, "lock"));
    const MatchView view = see();
    ASSERT_EQ(view.pairs.size(), 1U);
    EXPECT_EQ(view.pairs[0].broken, std::vector<Limit>{{Limit::What::time}});
    EXPECT_TRUE(send_proposals(*room_, coordinator_, kToday, programme_, {{amina, elsa}}));
}

}  // namespace
}  // namespace samrum::friends::matching
