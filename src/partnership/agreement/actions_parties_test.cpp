#include "partnership/agreement/actions_for_tests.hpp"
#include "partnership/agreement/actions_read.hpp"

#include <gtest/gtest.h>

/// Which rooms get copies of an agreement: those that its file names.
namespace samrum::partnership::agreement {
namespace {

using module::Role;

class PartiesOfAFile : public TwoRooms {};

/// The file with another line in place of the one that names IM's room.
std::string with_room(const std::string& line) {
    std::string document = example("examples/lund/radrum-2019.toml");
    const std::string named = "room = \"im\"\n";
    return document.replace(document.find(named), named.size(), line);
}

TEST_F(PartiesOfAFile, ACopyGoesToNoRoomThatTheFileDoesNotName) {
    const auto done = import(with_room(""));
    ASSERT_TRUE(done);
    EXPECT_TRUE(done->handed_to.empty());
    ASSERT_EQ(done->not_named.size(), 1U);
    EXPECT_EQ(done->not_named.front().room, "im");
    carry();
    EXPECT_TRUE(read_agreements(*open(im_), coordinator()).empty());
    EXPECT_FALSE(read_agreement_of(*open(lund_), caller(Role::partner, lund_, im_), done->id))
        << "nor does the name let its people read it";
}

TEST_F(PartiesOfAFile, ARoomThatTakesAnothersNameGetsNothing) {
    // Nobody has registered the choir that the file means; a room that is somebody else's calls itself by its name.
    const auto impostor = room("association", "Gränby kör", "impostor");
    std::string document = with_room("");
    const std::string name = "name = \"Individuell Människohjälp (IM)\"";
    document.replace(document.find(name), name.size(), "name = \"Gränby Kör\"");
    const auto done = import(document);
    ASSERT_TRUE(done);
    EXPECT_TRUE(done->handed_to.empty());
    EXPECT_EQ(done->not_named.at(0).room, "impostor");
    carry();
    EXPECT_TRUE(read_agreements(*open(impostor), caller(Role::coordinator, impostor, impostor)).empty());
}

TEST_F(PartiesOfAFile, AnOrganisationWithoutARoomIsKnownByItsNameWhereTheServiceKeepsIt) {
    const auto add = [&](const char* name, std::optional<store::RoomId> kept_by) {
        const auto lobby = all_rooms().lobby();
        lobby
            ->transaction([&](store::Transaction& tx) {
                return directory::add_organisation(tx, {"test", "test"}, {"department", name, "", "", false}, kept_by);
            })
            .value();
    };
    add("Socialförvaltningen i Lund", std::nullopt);
    add("Kultur- och fritidsförvaltningen", im_.id);
    const auto done = import(example("examples/lund/radrum-2019.toml"));
    EXPECT_EQ(done->by_name, std::vector<std::string>{"Socialförvaltningen i Lund"});
    EXPECT_EQ(done->unknown_parties, std::vector<std::string>{"Kultur- och fritidsförvaltningen"});
}

TEST_F(PartiesOfAFile, ANamedRoomMustBeThereAndBeThePartys) {
    const auto problem_of = [&](const std::string& line) {
        const auto problems = import(with_room(line)).problems();
        EXPECT_EQ(problems.size(), 1U);
        EXPECT_EQ(problems.at(0).field, "parties[3].room");
        EXPECT_GT(problems.at(0).line.value_or(0), 0);
        return problems.at(0).message.key;
    };
    room("association", "Kompis Sverige", "kompis");
    EXPECT_EQ(problem_of("room = \"nowhere\"\n"), "partnership.import.no_such_room");
    EXPECT_EQ(problem_of("room = \"kompis\"\n"), "partnership.import.other_room");
}

TEST_F(PartiesOfAFile, APartyThatGotItsCopiesIsNotLeftOutLater) {
    import_and_carry();
    const auto problems = import(with_room("")).problems();
    ASSERT_EQ(problems.size(), 1U);
    EXPECT_EQ(problems.front().message.key, "partnership.import.room_left_out");
    EXPECT_GT(problems.front().line.value_or(0), 0);
}

}  // namespace
}  // namespace samrum::partnership::agreement
