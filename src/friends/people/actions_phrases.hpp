#pragma once
#include "foundation/base/date.hpp"
#include "foundation/module/call.hpp"
#include "foundation/store/store.hpp"

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

// Which of the phrases of this slice a person who knows the language has read: as advice does, in a room of its own.
namespace samrum::friends::people {

/// Phrases that promise something, or that somebody consents to: in a language only when a person who knows it has read
/// them; until then in Swedish and English.
bool is_promise(std::string_view phrase);

struct ReviewedPhrase {
    std::string phrase;
    std::string swedish;
    std::string text;
    bool promises = false;
    std::optional<base::Date> reviewed_on = {};  ///< nothing: not read, or changed since
    std::string reviewed_by = {};                ///< a function: "tolk i dari", never a name
};
base::Result<std::vector<ReviewedPhrase>> phrases_of(store::Session& room, const module::Caller& caller,
                                                     std::string_view language);
/// The coordinator notes who, by function, has read these phrases. Problem when a phrase is unknown or nobody is said.
base::Result<base::Done> note_review(store::Session& room, const module::Caller& caller, base::Date today,
                                     std::string_view language, const std::vector<std::string>& phrases,
                                     std::string_view by);
/// The promises that may be shown in the language: reviewed as they stand.
std::set<std::string, std::less<>> shown_promises(store::Reader& room, std::string_view language);

}  // namespace samrum::friends::people
