#include "directory/actions_merge.hpp"

#include "directory/actions_account.hpp"
#include "directory/actions_grant.hpp"
#include "directory/actions_organisation.hpp"
#include "directory/actions_room.hpp"
#include "directory/actions_session.hpp"
#include "directory/repository_merge.hpp"
#include "foundation/jobs/test_house.hpp"
#include "foundation/store/journal.hpp"

#include <gtest/gtest.h>
#include <random>

namespace samrum::directory {
namespace {

using store::Scope;
using store::Statement;

const store::Actor kTester{"test", "test"};
const base::Date kToday = base::Date::of(2020, 1, 31);

const Statement kMergeTestOrganisations{
    Scope::lobby,
    "select id, type, name, folded, coalesce(number, '-'), coalesce(website, '-'), coalesce(kept_by, '-'),"
    " coalesce(merged_into, '-') from organisation order by id"};
const Statement kMergeTestLinks{Scope::lobby,
                                "select id, organisation, type, other, first_day, coalesce(last_day, '-'), '', '' from "
                                "organisation_link order by id"};
const Statement kMergeTestGrants{
    Scope::lobby,
    "select id, account, coalesce(room, '-'), role, coalesce(organisation, '-'), function, first_day, given_by"
    " from room_grant order by id"};

class MergeTest : public ::testing::Test {
  protected:
    void SetUp() override {
        lobby_ = house_.store().lobby();
        municipality_ = add("municipality", "Testköpings kommun", "212000-1132");
        room_.emplace(create_room(house_.store(), kTester, {"testkoping", municipality_}).value());
        officer_.account = module::AccountId::ordered();
        officer_.label = "handläggare";
        officer_.room_organisation = municipality_;
        officer_.grants = {
            {*officer_.account, room_->id, module::Role::officer, municipality_, base::Period{kToday, std::nullopt}}};
    }
    OrganisationId add(const std::string& type, const std::string& name, const std::string& number = "",
                       const std::string& website = "") {
        return lobby_
            ->transaction([&](store::Transaction& tx) {
                return add_organisation(tx, kTester, {type, name, number, website, true},
                                        room_ ? std::optional(room_->id) : std::nullopt);
            })
            .value();
    }
    void link(OrganisationId from, const std::string& type, OrganisationId to, const std::string& first = "2019-01-01",
              const std::string& last = "") {
        static_cast<void>(lobby_->transaction([&](store::Transaction& tx) {
            return add_link(tx, kTester, from, {type, to.text(), first, last});
        }));
    }
    module::AccountId partner(const std::string& email, OrganisationId organisation) {
        const auto account = create_account(*lobby_, kTester, {email, "samordnare", "sv", "", true}).value();
        EXPECT_TRUE(give_grant_by_command(*lobby_, kTester, *room_, kToday,
                                          {email, "samordnare", "partner", organisation.text(), "2019-01-01", ""}));
        return account;
    }
    /// Every row that a merge may touch, as text.
    std::string dump() {
        std::string all;
        for (const Statement* sql : {&kMergeTestOrganisations, &kMergeTestLinks, &kMergeTestGrants})
            for (const std::string& line : lobby_->all(*sql, [](const store::Row& row) {
                     std::string text;
                     for (int i = 0; i < 8; ++i) text += row.text(i) + "|";
                     return text;
                 }))
                all += line + "\n";
        return all;
    }
    base::Problems try_merge(OrganisationId kept, OrganisationId gone, const MergeChoice& choice = {}) {
        return merge_organisations(*lobby_, *room_, officer_, kept, gone, choice).problems();
    }

    jobs::TestHouse house_;
    std::unique_ptr<store::Session> lobby_;
    OrganisationId municipality_;
    std::optional<module::RoomHead> room_;
    module::Caller officer_;
};

std::string first_key(const base::Problems& problems) {
    return problems.empty() ? "" : problems.front().message.key;
}

TEST_F(MergeTest, WhatPointedAtTheOneThatWentFollows) {
    const auto kept = add("association", "Ljus i Lund");
    const auto gone = add("association", "Ljus i Lund, ideell förening", "802000-0009", "ljus.example");
    const auto umbrella = add("umbrella", "Paraplyet");
    link(gone, "member_of", umbrella);
    const auto account = partner("samordnare@ljus.example", gone);
    const auto before = dump();
    const auto id = merge_organisations(*lobby_, *room_, officer_, kept, gone, {.website = TakenFrom::gone});
    ASSERT_TRUE(id);
    const auto found = find_organisation(*lobby_, gone);
    EXPECT_EQ(found->id, kept);
    EXPECT_EQ(found->number->text(), "802000-0009");
    EXPECT_EQ(found->website, "https://ljus.example");
    EXPECT_EQ(find_organisation(*lobby_, "", "Ljus i Lund, ideell förening")->id, kept);
    EXPECT_EQ(links_of(*lobby_, kept).size(), 1U);
    EXPECT_EQ(list_organisations(*lobby_, "ljus").size(), 1U);
    // Records of the room name the one that went: its partner still acts for it, and for the kept one.
    const SignedIn who{.session = {}, .account = account, .function = "", .language = "sv", .fresh_by_link = false};
    const auto caller = caller_for(*lobby_, who, &*room_, kToday);
    const module::Permission any{"any", module::Guard::open, {module::Role::partner}};
    EXPECT_TRUE(module::may_for(caller, any, kept));
    EXPECT_TRUE(module::may_for(caller, any, gone));
    EXPECT_EQ(store::journal_of(*lobby_, kept.text()).back().line.what, "organisation.merged");

    EXPECT_TRUE(undo_merge(*lobby_, *room_, officer_, kToday, *id));
    EXPECT_EQ(dump(), before);
    EXPECT_FALSE(module::may_for(caller_for(*lobby_, who, &*room_, kToday), any, kept));
    EXPECT_EQ(first_key(undo_merge(*lobby_, *room_, officer_, kToday, *id).problems()), "directory.merge.undone");
}

TEST_F(MergeTest, WhatMayNotBeMergedIsToldWhy) {
    const auto one = add("association", "Ett", "802000-0009");
    const auto two = add("association", "Två", "212000-1140");
    EXPECT_EQ(first_key(try_merge(one, one)), "directory.merge.itself");
    EXPECT_EQ(first_key(try_merge(one, two)), "directory.merge.two_numbers");
    const auto three = add("association", "Tre");
    EXPECT_EQ(first_key(try_merge(three, municipality_)), "directory.merge.has_room");
    // What another room keeps is not this one's to merge away, nor to change.
    const auto other_room = create_room(house_.store(), kTester, {"annan", one}).value();
    EXPECT_EQ(first_key(try_merge(one, three, {.name = TakenFrom::gone})), "directory.merge.not_yours");
    EXPECT_EQ(first_key(try_merge(three, one)), "directory.merge.has_room");
    const auto entry = [&](OrganisationId id) { return find_organisation(*lobby_, id).value(); };
    EXPECT_EQ(kept_at_first(*lobby_, *room_, officer_, entry(three), entry(one)), one) << "it has a room";
    EXPECT_EQ(kept_at_first(*lobby_, *room_, officer_, entry(one), entry(three)), one);
    const auto caller = officer_;
    officer_.room_organisation = one;
    EXPECT_TRUE(module::is_refusal(try_merge(three, two)));
    officer_ = caller;
    // A grant in another room follows only when operators say so.
    EXPECT_TRUE(create_account(*lobby_, kTester, {"p@tre.example", "samordnare", "sv", "", true}));
    EXPECT_TRUE(give_grant_by_command(*lobby_, kTester, other_room, kToday,
                                      {"p@tre.example", "samordnare", "partner", three.text(), "2019-01-01", ""}));
    EXPECT_EQ(first_key(try_merge(two, three)), "directory.merge.used_elsewhere");
    EXPECT_TRUE(merge_by_command(*lobby_, kTester, two, three, {}));
}

TEST_F(MergeTest, UndoneOnlyWhileTheFactsAreThoseThatItLeftAndTheLastFirst) {
    const auto a = add("association", "A-laget");
    const auto b = add("association", "B-laget");
    const auto c = add("association", "C-laget");
    const auto first = merge_organisations(*lobby_, *room_, officer_, b, a, {}).value();
    const auto second = merge_organisations(*lobby_, *room_, officer_, c, b, {}).value();
    EXPECT_EQ(find_organisation(*lobby_, a)->id, c);
    EXPECT_EQ(first_key(undo_merge(*lobby_, *room_, officer_, kToday, first).problems()),
              "directory.merge.later_first");
    EXPECT_TRUE(undo_merge(*lobby_, *room_, officer_, kToday, second));
    EXPECT_TRUE(change_organisation(*lobby_, *room_, officer_, b, {"association", "Nya B-laget", "", ""}));
    EXPECT_EQ(first_key(undo_merge(*lobby_, *room_, officer_, kToday, first).problems()),
              "directory.merge.changed_since");
    EXPECT_TRUE(change_organisation(*lobby_, *room_, officer_, b, {"association", "B-laget", "", ""}));
    EXPECT_TRUE(undo_merge(*lobby_, *room_, officer_, kToday, first));
    EXPECT_EQ(find_organisation(*lobby_, a)->name, "A-laget");
}

TEST_F(MergeTest, CandidatesLookAlike) {
    const auto light = add("association", "Ljus i Lund");
    add("association", "LJUS I LUND (ideell förening)");
    add("association", "Hjälp 802000-0009");
    add("association", "Hjälpen", "802000-0009");
    add("association", "Webb ett", "", "www.webb.example/");
    add("association", "Webb två", "", "http://webb.example");
    add("committee", "Socialnämnden");
    add("committee", "Socialnämnden");
    const auto found = list_candidates(*lobby_, *room_, officer_);
    ASSERT_EQ(found.size(), 3U);
    EXPECT_EQ(found[0].why, Likeness::number);
    EXPECT_EQ(found[1].why, Likeness::website);
    EXPECT_EQ(found[2].why, Likeness::name);
    EXPECT_EQ(found[2].first.id, light);
}

// Whatever is merged, in whatever order: undone from the last to the first, all is as it was.
TEST_F(MergeTest, MergingAndUndoingIsIdentity) {
    std::mt19937 random(20200131);
    const auto below = [&](std::size_t n) { return std::uniform_int_distribution<std::size_t>(0, n - 1)(random); };
    int merges = 0;
    for (int round = 0; round < 6; ++round) {
        std::vector<OrganisationId> all;
        const std::string types[] = {"association", "umbrella", "faith_community", "foundation"};
        for (int i = 0; i < 8; ++i)
            all.push_back(add(types[below(4)], "Prov " + std::to_string(round) + std::to_string(below(4)), "",
                              below(2) == 0 ? "" : "prov" + std::to_string(i) + ".example"));
        for (int i = 0; i < 14; ++i)
            link(all[below(8)], below(3) == 0 ? "part_of" : "member_of", all[below(8)],
                 "20" + std::to_string(10 + below(9)) + "-01-01", below(2) == 0 ? "" : "2019-12-31");
        for (int i = 0; i < 3; ++i)
            partner("p" + std::to_string(round) + std::to_string(i) + "@prov.example", all[below(8)]);
        const auto before = dump();
        std::vector<MergeId> made;
        for (int i = 0; i < 12; ++i) {
            const auto side = [&] { return below(2) == 0 ? TakenFrom::kept : TakenFrom::gone; };
            const auto merged =
                merge_organisations(*lobby_, *room_, officer_, all[below(8)], all[below(8)], {side(), side(), side()});
            if (merged) made.push_back(*merged);
        }
        merges += static_cast<int>(made.size());
        for (auto one = made.rbegin(); one != made.rend(); ++one)
            ASSERT_TRUE(undo_merge(*lobby_, *room_, officer_, kToday, *one));
        ASSERT_EQ(dump(), before) << "round " << round;
    }
    EXPECT_GE(merges, 12);
    EXPECT_TRUE(lobby_->snapshot([](store::Reader& reader) { return store::verify_journal(reader).is_whole(); }));
}

}  // namespace
}  // namespace samrum::directory
