#pragma once
#include "foundation/module/module.hpp"
#include "friends/people/actions_participant.hpp"

#include <optional>
#include <string>
#include <string_view>

// Letters to those who take part, in their own language. For the jobs of the slice.
namespace samrum::friends::people {

/// Whose letter it is, and where its address leads.
struct Letterhead {
    std::string room;  ///< "Kompis Sverige"
    std::string short_name;
};
/// Of the room whose job it is; nothing when the lobby knows it no more.
std::optional<Letterhead> letterhead(const module::JobCall& call);

/// What a letter says: phrases of the visitors' catalogue (the subject's `{room}` is the room's name), and which of the
/// participant's own pages it leads to.
struct LetterPhrases {
    std::string_view subject;
    std::string_view text;
    std::string_view page;  ///< below the secret address: "/proposal"
};
/// Queues a letter in the language of whoever gets it with Swedish below. The address in it is a new secret of their
/// own, made when the letter is written. False for somebody without an e-mail address: they are rung.
bool write_letter(store::Transaction& tx, const module::House& house, const Letterhead& from, const Participant& to,
                  const LetterPhrases& says);

}  // namespace samrum::friends::people
