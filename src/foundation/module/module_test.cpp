#include "foundation/module/module.hpp"

#include <gtest/gtest.h>

namespace samrum::module {
namespace {

const OrganisationId kAssociation = OrganisationId::ordered();
const OrganisationId kMunicipality = OrganisationId::ordered();
const Permission kLog{"activity.log",
                      Guard::confidential,
                      {Role::coordinator, Role::volunteer, Role::administrator, Role::operator_, Role::partner}};
const Permission kRead{"agreement.read", Guard::personal, {Role::officer, Role::partner}};

Caller caller_with(Role role, OrganisationId acts_for, OrganisationId room_of) {
    Caller caller;
    caller.account = AccountId::ordered();
    caller.grants = {{*caller.account, store::RoomId::ordered(), role, acts_for,
                      base::Period{base::Date::of(2019, 1, 1), std::nullopt}}};
    caller.room_organisation = room_of;
    return caller;
}

TEST(Permission, ConfidentialIsHeldOnlyThroughTheRoomsOwnOrganisation) {
    EXPECT_TRUE(may_anywhere(caller_with(Role::coordinator, kAssociation, kAssociation), kLog));
    EXPECT_FALSE(may_anywhere(caller_with(Role::coordinator, kMunicipality, kAssociation), kLog));
    for (Role role : {Role::administrator, Role::operator_, Role::partner, Role::officer})
        EXPECT_FALSE(may_anywhere(caller_with(role, kAssociation, kAssociation), kLog)) << role_name(role);
    EXPECT_FALSE(may_anywhere(Caller{}, kLog));
}

TEST(Permission, PersonalIsReachedByGrantOfAnotherParty) {
    EXPECT_TRUE(may_anywhere(caller_with(Role::partner, kAssociation, kMunicipality), kRead));
    EXPECT_TRUE(may_for(caller_with(Role::partner, kAssociation, kMunicipality), kRead, kAssociation));
    EXPECT_FALSE(may_for(caller_with(Role::partner, kAssociation, kMunicipality), kRead, kMunicipality));
}

TEST(Figure, SmallCellsAboutPeopleHideOutsideTheRoom) {
    EXPECT_EQ(disclose(Raw::of(4), {}).value(), Figure::Value(Hidden{}));
    EXPECT_EQ(disclose(Raw::of(5), {}).number(), 5);
    EXPECT_EQ(disclose(Raw::of(0), {}).number(), 0);
    EXPECT_EQ(disclose(Raw::of(4), {.outside_room = false}).number(), 4);
    EXPECT_EQ(disclose(Raw::of(3), {.about_people = false}).number(), 3);
}

TEST(Figure, UnknownIsNeverZero) {
    EXPECT_EQ(disclose(Raw::unknown(), {}).value(), Figure::Value(Unknown{}));
    EXPECT_FALSE(disclose(Raw::unknown(), {.outside_room = false}) == disclose(Raw::of(0), {.outside_room = false}));
}

TEST(Role, NamesGoBothWays) {
    for (Role role : kRoles) EXPECT_EQ(role_named(role_name(role)), role);
    EXPECT_FALSE(role_named("king"));
}

}  // namespace
}  // namespace samrum::module
