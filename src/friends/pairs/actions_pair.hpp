#pragma once
#include "directory/actions_person.hpp"
#include "foundation/module/module.hpp"
#include "friends/pairs/rules_pair.hpp"
#include "friends/people/actions_participant.hpp"

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace samrum::friends::pairs {

/// Both have said yes: they become a pair today, and both stages `paired`. A Bug when one of them is not there or of
/// the wrong side, or there is no such programme.
PairId start_pair(store::Transaction& room, const store::Actor& who, ProgrammeId programme, ParticipantId newcomer,
                  ParticipantId established, base::Date today);
/// Do the two have a pair that has not ended?
bool are_friends(store::Reader& room, ParticipantId newcomer, ParticipantId established);
/// Those who have been a pair, newcomer first: not matched with each other again.
std::vector<std::pair<ParticipantId, ParticipantId>> earlier_pairs(store::Reader& room);

// What the coordinator does. Every refusal is for those who do not run the programme.

struct PairQuery {
    std::string state = {};      ///< code; empty: going, paused and broken; "quiet": with a mark or a task; "all"
    std::string programme = {};  ///< id; empty: all
    std::size_t offset = 0;
    std::size_t limit = 50;
};
struct PairRow {
    Pair pair;
    std::optional<std::string> newcomer;  ///< nothing: protected, or erased
    std::optional<std::string> established;
    std::optional<base::Date> last_met;
    Quiet quiet = Quiet::no;
    int quiet_days = 0;
    PairProgress progress;
};
struct PairPage {
    std::vector<PairRow> rows;  ///< those who need something first, then the latest
    std::size_t total = 0;
    std::map<PairState, int> states;  ///< of all
    int marks = 0;                    ///< quiet for a mark or a task
};
/// The journal notes how many names were shown.
base::Result<PairPage> list_pairs(store::Session& room, const module::Caller& caller, base::Date today,
                                  const PairQuery& query);
struct PairSeen {
    PairRow row;
    std::vector<Meeting> meetings;  ///< the latest first
    std::string programme;
};
base::Result<std::optional<PairSeen>> see_pair(store::Session& room, const module::Caller& caller, base::Date today,
                                               PairId id);

/// Changes of one pair: problems of the rules, `friends.pairs.unknown`, `friends.pairs.changed_meanwhile`.
base::Result<base::Done> pause_pair(store::Session& room, const module::Caller& caller, base::Date today, PairId id,
                                    std::int64_t revision, std::string_view first_day);
base::Result<base::Done> resume_pair(store::Session& room, const module::Caller& caller, base::Date today, PairId id,
                                     std::int64_t revision);
/// Ends the pair; each of the two waits for a new friend or leaves the programme.
base::Result<base::Done> end_pair(store::Session& room, const module::Caller& caller, base::Date today, PairId id,
                                  std::int64_t revision, const EndInput& input);
/// The coordinator has talked with them: of the trial month when it is over, else because nothing was heard.
base::Result<base::Done> note_talk(store::Session& room, const module::Caller& caller, base::Date today, PairId id,
                                   std::int64_t revision);
base::Result<base::Done> note_met(store::Session& room, const module::Caller& caller, base::Date today, PairId id,
                                  const MetInput& input);
/// A whole diary at once, whoever of the two wrote it: all days or none. Problems of read_met with their line.
struct DiaryLine {
    MetInput met;
    NotedBy noted_by = NotedBy::coordinator;
};
base::Result<base::Done> note_diary(store::Session& room, const module::Caller& caller, base::Date today, PairId id,
                                    const std::vector<DiaryLine>& lines);
base::Result<base::Done> remove_met(store::Session& room, const module::Caller& caller, PairId id,
                                    std::string_view day);

/// Notes those who have kept on until their months were full, each once; answers how many. Run by a job each day.
std::int64_t note_lasting(store::Transaction& room, base::Date today);

/// What is due: a trial month to ask about, a pair nothing was heard of for 30 days, a pair whose one half withdrew.
std::vector<module::Duty> duties_of(store::Reader& room, base::Date today);

/// What is held about a participant here: pairs and notes, without the other's name.
std::string extract_pairs(store::Reader& room, const base::Uuid& person);
std::int64_t erase_from_pairs(store::Transaction& room, const base::Uuid& person);

}  // namespace samrum::friends::pairs
