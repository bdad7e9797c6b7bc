#include "directory/actions_compact.hpp"

#include "directory/actions_organisation.hpp"
#include "directory/actions_room.hpp"
#include "foundation/jobs/test_house.hpp"

#include <gtest/gtest.h>

namespace samrum::directory {
namespace {

const store::Actor kTester{"test", "test"};
const base::Date kToday = base::Date::of(2020, 1, 31);

class CompactTest : public ::testing::Test {
  protected:
    void SetUp() override {
        lobby_ = house_.store().lobby();
        municipality_ = add("municipality", "Testköpings kommun");
        association_ = add("association", "Föreningen Ärlig");
        other_ = add("association", "Andra föreningen");
        head_.emplace(create_room(house_.store(), kTester, {"testkoping", municipality_}).value());
        room_ = house_.store().room(head_->id);
        officer_ = caller(module::Role::officer, municipality_);
        partner_ = caller(module::Role::partner, association_);
    }
    OrganisationId add(const std::string& type, const std::string& name) {
        return lobby_
            ->transaction([&](store::Transaction& tx) {
                return add_organisation(tx, kTester, {type, name, "", "", true}, std::nullopt);
            })
            .value();
    }
    module::Caller caller(module::Role role, OrganisationId organisation) {
        module::Caller one;
        one.account = module::AccountId::ordered();
        one.label = "Testfunktion";
        one.room_organisation = municipality_;
        one.grants = {{*one.account, head_->id, role, organisation, base::Period{kToday, std::nullopt}}};
        return one;
    }
    CompactId compact() {
        return add_compact(*room_, officer_, kToday,
                           {.level = "local",
                            .title = "Överenskommelsen",
                            .parties = "Kommunen\nFöreningarna",
                            .adopted_by = "kommunfullmäktige",
                            .adopted_on = "2019-01-31",
                            .paragraph = "16",
                            .website = "",
                            .principles = "Dialog"})
            .value();
    }
    base::Result<AccessionId> send(const module::Caller& who, CompactId to, OrganisationId organisation) {
        return send_accession(*room_, who, kToday, house_.now(), to,
                              {.organisation = organisation.text(),
                               .decided_on = "2019-03-05",
                               .statement = "Medlemmarna bestämmer på årsmötet.",
                               .equal_worth = true,
                               .interest = true,
                               .file_name = "protokoll.pdf",
                               .file = "%PDF-1.7 hemligt namn"},
                              find_organisation(*lobby_, organisation));
    }

    jobs::TestHouse house_;
    std::unique_ptr<store::Session> lobby_;
    std::unique_ptr<store::Session> room_;
    OrganisationId municipality_, association_, other_;
    std::optional<module::RoomHead> head_;
    module::Caller officer_, partner_;
};

TEST_F(CompactTest, AnAssociationJoinsAndLeaves) {
    EXPECT_FALSE(has_compacts(*room_));
    EXPECT_TRUE(module::is_refusal(add_compact(*room_, partner_, kToday, {}).problems()));
    const auto id = compact();
    const auto sent = send(partner_, id, association_);
    ASSERT_TRUE(sent);
    EXPECT_FALSE(send(partner_, id, association_));
    EXPECT_TRUE(list_joined(*room_, id).empty());
    const auto offered = [&] { return not_joined(*room_, id, may_join_for(officer_, list_organisations(*lobby_))); };
    EXPECT_EQ(offered().size(), 1U) << "who waits is not offered to join again";
    const auto due = accession_duties(*room_, kToday);
    ASSERT_EQ(due.size(), 1U);
    EXPECT_EQ(due[0].due, base::Date::of(2020, 2, 21));
    EXPECT_TRUE(module::is_refusal(
        act_on_accession(*room_, caller(module::Role::partner, other_), kToday, *sent, AccessionAct::accept, "")
            .problems()));
    EXPECT_FALSE(act_on_accession(*room_, partner_, kToday, *sent, AccessionAct::accept, ""));
    EXPECT_FALSE(act_on_accession(*room_, officer_, kToday, *sent, AccessionAct::decline, " "));
    EXPECT_TRUE(act_on_accession(*room_, officer_, kToday, *sent, AccessionAct::accept, ""));
    EXPECT_TRUE(accession_duties(*room_, kToday).empty());
    ASSERT_EQ(list_joined(*room_, id).size(), 1U);
    EXPECT_EQ(list_joined(*room_, id)[0].name, "Föreningen Ärlig");
    EXPECT_EQ(list_joined(*room_, id)[0].decided_on, base::Date::of(2019, 3, 5));
    EXPECT_TRUE(act_on_accession(*room_, partner_, kToday, *sent, AccessionAct::leave, ""));
    EXPECT_EQ(offered().size(), 2U);
    EXPECT_TRUE(list_joined(*room_, id).empty());
    EXPECT_EQ(find_accession(*room_, officer_, *sent)->left_on, kToday);
    EXPECT_TRUE(send(officer_, id, association_));
}

TEST_F(CompactTest, NobodyElseSeesTheMinutes) {
    const auto id = compact();
    const auto sent = send(partner_, id, association_).value();
    EXPECT_EQ(read_minutes(*room_, officer_, sent)->bytes, "%PDF-1.7 hemligt namn");
    EXPECT_EQ(read_minutes(*room_, partner_, sent)->type, "application/pdf");
    const auto stranger = caller(module::Role::partner, other_);
    EXPECT_FALSE(read_minutes(*room_, stranger, sent));
    EXPECT_FALSE(find_accession(*room_, stranger, sent));
    EXPECT_TRUE(list_accessions(*room_, stranger, id).empty());
    EXPECT_FALSE(send(stranger, id, association_));
    EXPECT_FALSE(read_minutes(*room_, caller(module::Role::administrator, municipality_), sent));
    EXPECT_EQ(may_join_for(partner_, list_organisations(*lobby_)).size(), 1U);
    EXPECT_EQ(may_join_for(officer_, list_organisations(*lobby_)).size(), 2U);
}

TEST_F(CompactTest, ChangesKeepWhoHasJoined) {
    const auto id = compact();
    const auto sent = send(officer_, id, other_).value();
    EXPECT_TRUE(act_on_accession(*room_, officer_, kToday, sent, AccessionAct::accept, ""));
    auto input = input_of(*find_compact(*room_, id));
    input.principles = "Dialog\nKvalitet: Vi lär av det vi gör.";
    EXPECT_TRUE(change_compact(*room_, officer_, kToday, id, input));
    EXPECT_EQ(find_compact(*room_, id)->principles.size(), 2U);
    EXPECT_EQ(list_joined(*room_, id).size(), 1U);
    EXPECT_TRUE(module::is_refusal(change_compact(*room_, officer_, kToday, CompactId::ordered(), input).problems()));
}

}  // namespace
}  // namespace samrum::directory
