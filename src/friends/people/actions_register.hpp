#pragma once
#include "directory/actions_person.hpp"
#include "foundation/base/result.hpp"
#include "foundation/module/call.hpp"
#include "foundation/module/module.hpp"
#include "friends/people/actions_participant.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// The register and its backlog. For the coordinator.
namespace samrum::friends::people {

struct RegisterQuery {
    std::string stage = {};   ///< a code, "all", or empty: all but those who left
    std::string side = {};    ///< a code, or empty
    std::string search = {};  ///< words of the name; never finds a protected person
    ProgrammeId programme = {};
    std::string sort = "waiting";  ///< "name", "stage", "side", "waiting", "enrolled"
    bool descending = false;
    std::size_t offset = 0;
    std::size_t limit = 50;
};
struct RegisterRow {
    Participant participant;
    std::optional<std::string> name;  ///< nothing: protected
};
struct RegisterPage {
    std::vector<RegisterRow> rows;
    std::size_t total = 0;
    std::map<Stage, std::int64_t> stages;  ///< of the programme, whatever is selected
};
/// The journal notes how many names were shown.
base::Result<RegisterPage> list_register(store::Session& room, const module::Caller& caller,
                                         const RegisterQuery& query);

/// Who waits for a first talk.
struct Backlog {
    std::int64_t newcomers = 0;
    std::int64_t established = 0;
    std::int64_t late = 0;  ///< past the programme's norm
    int oldest_days = 0;
    int median_days = 0;
    std::int64_t all() const { return newcomers + established; }
};
/// Of one programme; a nil one: of all.
base::Result<Backlog> backlog(store::Session& room, const module::Caller& caller, base::Date today,
                              ProgrammeId programme);

struct ParticipantSeen {
    Participant participant;
    Programme programme;
    directory::PersonView person;
};
base::Result<std::optional<ParticipantSeen>> see_participant(store::Session& room, const module::Caller& caller,
                                                             ParticipantId id);

/// The first talk was held on a day: from then on they wait for a match, in the place that they have. Problems
/// `friends.people.unknown`, `friends.people.changed_meanwhile`, `friends.people.not_now`, those of the note and day.
base::Result<base::Done> hold_talk(store::Session& room, const module::Caller& caller, base::Date today,
                                   ParticipantId id, std::int64_t revision, std::string_view day,
                                   std::string_view note);
base::Result<base::Done> save_note(store::Session& room, const module::Caller& caller, ParticipantId id,
                                   std::int64_t revision, std::string_view note);
/// "pause", "resume", "back" (of somebody who left). Problem `friends.people.not_now`.
base::Result<base::Done> move_participant(store::Session& room, const module::Caller& caller, base::Date today,
                                          ParticipantId id, std::string_view step);
/// Leaves for a reason; not while a proposal or a pair goes on: those are ended first.
base::Result<base::Done> end_participation(store::Session& room, const module::Caller& caller, base::Date today,
                                           ParticipantId id, std::string_view reason);
/// What becomes of the addresses that somebody has when they are given a new one.
enum class OlderLinks {
    keep,
    stop  ///< a phone was lost: whoever finds it sees nothing
};
/// A new secret address for somebody who has lost theirs.
base::Result<std::string> give_link(store::Session& room, const module::Caller& caller, base::Date today,
                                    ParticipantId id, OlderLinks older = OlderLinks::keep);

/// A first talk is due while the backlog is older than the programme's norm: one duty a programme.
std::vector<module::Duty> talk_duties(store::Reader& room, base::Date today);

// Retention.
std::int64_t remove_old_drafts(store::Transaction& room, base::Date today);
std::int64_t remove_those_who_left(store::Transaction& room, base::Date today);

}  // namespace samrum::friends::people
