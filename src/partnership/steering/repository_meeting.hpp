#pragma once
#include "foundation/store/store.hpp"
#include "partnership/steering/model.hpp"

#include <optional>
#include <vector>

namespace samrum::partnership::steering {

/// The latest first.
std::vector<Meeting> load_meetings(store::Reader& room);
/// The day of the next meeting that is planned or called to treat an agreement.
std::optional<base::Date> load_next_meeting(store::Reader& room, AgreementId id, base::Date today);
std::optional<Meeting> load_meeting(store::Reader& room, MeetingId id);
void insert_meeting(store::Transaction& tx, const Meeting& one);
/// False when somebody changed it meanwhile.
bool update_meeting(store::Transaction& tx, const Meeting& one);

/// In the order of the agenda; those that were taken off, too.
std::vector<Item> load_items(store::Reader& room, MeetingId meeting);
void insert_item(store::Transaction& tx, const Item& one);
bool update_item(store::Transaction& tx, const Item& one);

std::vector<Addendum> load_addenda(store::Reader& room, MeetingId meeting);
void insert_addendum(store::Transaction& tx, MeetingId meeting, const Addendum& one);

/// Open ones first, by due day; then the closed ones, the latest first.
std::vector<Action> load_actions(store::Reader& room);
std::optional<Action> load_action(store::Reader& room, ActionId id);
void insert_action(store::Transaction& tx, const Action& one);
bool update_action(store::Transaction& tx, const Action& one);

/// Those that no agenda has taken up.
std::vector<Proposal> load_proposals(store::Reader& room);
/// Nothing happens when the agreement has one of that key.
void insert_proposal(store::Transaction& tx, const Proposal& one);
void take_up(store::Transaction& tx, const base::Uuid& proposal, MeetingId meeting);
/// What an agenda took up waits again: its meeting was cancelled.
void let_wait(store::Transaction& tx, MeetingId meeting);

}  // namespace samrum::partnership::steering
