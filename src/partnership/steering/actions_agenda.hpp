#pragma once
#include "foundation/module/call.hpp"
#include "foundation/store/store.hpp"
#include "foundation/text/words.hpp"
#include "partnership/steering/model.hpp"
#include "partnership/steering/model_permissions.hpp"
#include "partnership/steering/rules.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace samrum::partnership::steering {

/// Puts something on the next agenda that treats the agreement: `what` is said in the language of the convener, `link`
/// is below the room. `key` ("report/<id>") makes it happen once. Who proposes has been judged.
void propose(store::Transaction& tx, AgreementId agreement, std::string_view key, base::Message what, std::string link);

/// A person proposes an item: an officer, or who enters for a party, for an agreement that they may see.
base::Result<base::Done> propose_item(store::Session& room, const module::Caller& caller, const std::string& agreement,
                                      const std::string& title, const std::string& text);
/// What waits for an agenda, as the reader may see it.
std::vector<Proposal> waiting_proposals(store::Reader& room, const module::Caller& caller);

/// Draws the agenda: what is due in the agreements that the meeting treats, what was delivered since the last meeting,
/// needs, open actions, and what was proposed. What is there already, changed or taken off, stays so. Answers how many
/// items came to it.
base::Result<int> draw_agenda(store::Session& room, const module::House& house, const module::Caller& caller,
                              const text::Words& words, MeetingId meeting);

struct ItemInput {
    std::string title;
    std::string text;
    std::string agreement;  ///< empty: common
};
base::Result<ItemId> add_item(store::Session& room, const module::Caller& caller, MeetingId meeting,
                              const ItemInput& input);
base::Result<base::Done> save_item(store::Session& room, const module::Caller& caller, MeetingId meeting, ItemId item,
                                   std::int64_t revision, const ItemInput& input);
base::Result<base::Done> move_item(store::Session& room, const module::Caller& caller, MeetingId meeting, ItemId item,
                                   bool up);
/// Takes it off the agenda; `back`: puts it on again.
base::Result<base::Done> remove_item(store::Session& room, const module::Caller& caller, MeetingId meeting, ItemId item,
                                     bool back = false);
/// Those that were taken off, for the convener.
std::vector<Item> removed_items(store::Reader& room, const module::Caller& caller, MeetingId meeting);

}  // namespace samrum::partnership::steering
