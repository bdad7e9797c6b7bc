#pragma once
#include "foundation/base/result.hpp"
#include "foundation/module/call.hpp"
#include "foundation/store/store.hpp"
#include "friends/people/model.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

// What the other rooms of the slice do with those who take part. Names come through directory::names_for.
namespace samrum::friends::people {

std::optional<Participant> find_participant(store::Reader& room, ParticipantId id);
/// The one whose secret address this is; nothing for a draft's, an unknown or a removed one.
std::optional<Participant> participant_of_link(store::Reader& room, std::string_view secret);
/// Those who wait for a match in a programme on a day, first in the queue first.
std::vector<Participant> list_ready(store::Reader& room, ProgrammeId programme, base::Date today);
/// Everybody of a programme, in the order of their ids; a nil programme: of all.
std::vector<Participant> list_participants(store::Reader& room, ProgrammeId programme = {});
std::optional<Programme> find_programme(store::Reader& room, ProgrammeId id);
/// The newest first.
std::vector<Programme> list_programmes(store::Reader& room);
/// Has the room a programme at all: is friends in use?
bool has_programmes(store::Reader& room);

/// Moves to a stage on a day; writes the journal. To `ready` from `paired` begins a new wait, from all others the place
/// in the queue is kept. To `left` needs leave(). A Bug when there is no such participant.
void set_stage(store::Transaction& room, const store::Actor& who, ParticipantId id, Stage stage, base::Date day);
/// Leaves with a reason; counts it.
void leave(store::Transaction& room, const store::Actor& who, ParticipantId id, LeaveReason reason, base::Date day);

/// A new secret for the participant's own pages, beside those they have. It is known to whom it is given alone.
std::string new_link(store::Transaction& room, ParticipantId id, base::Date today);
/// Where it leads: "https://…/kompis/k/SECRET".
std::string link_address(const module::House& house, std::string_view room_short_name, std::string_view secret);

/// "Amina" of "Amina Haddad": what the other side sees before both have accepted.
std::string first_name(std::string_view whole);

// For the table of contents: what is held about a person (GDPR art. 15, 17).
std::string extract_participant(store::Reader& room, const base::Uuid& person);
std::int64_t erase_participant(store::Transaction& room, const base::Uuid& person);

}  // namespace samrum::friends::people
