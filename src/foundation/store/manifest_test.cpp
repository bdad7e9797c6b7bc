#include "foundation/store/manifest.hpp"

#include "foundation/store/secrets.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace samrum::store {
namespace {

constexpr std::string_view kHead = "samrum-backup 1\nmade 1\nschema s\n";

/// The lines as a manifest whose hash is right.
std::string sealed(std::string_view lines) {
    const auto text = fmt::format("{}{}", kHead, lines);
    return text + fmt::format("end {}\n", to_hex(blake2b(text)));
}

TEST(Manifest, IsWrittenAndReadTheSame) {
    const Place room = RoomId::ordered();
    const Manifest made{{5}, "schema", {{"lobby.sqlite", {}, 10, "aa"}, {path_in_backup(room), room, 20, "bb"}}};
    const auto read = parse_manifest(text_of(made));
    ASSERT_TRUE(read);
    EXPECT_EQ(text_of(*read), text_of(made));
    EXPECT_EQ(read->files.back().place, room);
}

TEST(Manifest, ListsTheLobbyAndEachRoomOnce) {
    const std::string lobby = "file lobby.sqlite 10 aa\n";
    const auto room = fmt::format("file {} 10 aa\n", path_in_backup(RoomId::ordered()));
    EXPECT_TRUE(parse_manifest(sealed("rooms 0\n" + lobby)));
    EXPECT_TRUE(parse_manifest(sealed("rooms 1\n" + lobby + room)));
    for (const std::string& lines :
         {"rooms 1\n" + lobby, "rooms 1\n" + room + lobby, "rooms 1\n" + lobby + lobby,
          "rooms 2\n" + lobby + room + room, std::string("rooms 18446744073709551615\n"), std::string(),
          std::string("rooms 0\nfile lobby.sqlite -1 aa\n"), std::string("rooms 0\nfile lobby.sqlite\n"),
          "rooms 1\n" + lobby + "file rooms/../../etc/passwd 1 aa\n"})
        EXPECT_FALSE(parse_manifest(sealed(lines))) << lines;
}

TEST(Manifest, OfAnotherFormatIsNamed) {
    const std::string text = "samrum-backup 2\n";
    const auto key = [](const std::string& lines) { return parse_manifest(lines).problems().at(0).message.key; };
    EXPECT_EQ(key(text + fmt::format("end {}\n", to_hex(blake2b(text)))), "store.backup.other_format");
    EXPECT_EQ(key(text), "store.backup.manifest_damaged");
}

}  // namespace
}  // namespace samrum::store
