#pragma once
#include "friends/pairs/actions_pair.hpp"

#include <optional>
#include <string>
#include <string_view>

// What a participant does by their secret link, without an account.
namespace samrum::friends::pairs {

/// The pair as one of the two sees it: how far they have come, and nothing of what the coordinator sees.
struct OwnPair {
    people::Participant self;
    Pair pair;
    std::optional<std::string> friend_name;  ///< nothing: protected, or gone
    PairProgress progress;
    std::vector<Meeting> recent;  ///< notes of the last weeks, the latest first
    std::optional<Meeting> of_today;
};
/// The latest pair of the one whose link it is; nothing for an unknown link or one who has no pair.
std::optional<OwnPair> own_pair(store::Session& room, std::string_view secret, base::Date today);

/// Has the other one of a pair withdrawn, while the one whose link it is still stands in it?
bool friend_is_gone(store::Reader& room, std::string_view secret);

/// "We met". Problems of read_met, `friends.pairs.met.ended`, `friends.pairs.unknown`.
base::Result<Meeting> note_own_met(store::Session& room, std::string_view secret, base::Date today,
                                   const MetInput& input);
/// Takes a note away again.
base::Result<base::Done> undo_own_met(store::Session& room, std::string_view secret, base::Date today,
                                      std::string_view day);

}  // namespace samrum::friends::pairs
