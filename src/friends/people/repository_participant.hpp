#pragma once
#include "foundation/store/store.hpp"
#include "friends/people/model.hpp"

#include <optional>
#include <vector>

namespace samrum::friends::people {

std::vector<Participant> load_participants(store::Reader& room);  ///< in the order of their ids
std::optional<Participant> load_participant(store::Reader& room, ParticipantId id);
/// Of a programme in a stage, the longest wait first.
std::vector<Participant> load_of_stage(store::Reader& room, ProgrammeId programme, Stage stage);
void insert_participant(store::Transaction& room, const Participant& one);
/// False when somebody changed it since its revision.
bool update_participant(store::Transaction& room, const Participant& one);
/// With its addresses.
bool delete_participant(store::Transaction& room, ParticipantId id);

std::optional<Draft> load_draft(store::Reader& room, DraftId id);
std::int64_t count_drafts(store::Reader& room);
void insert_draft(store::Transaction& room, const Draft& one);
bool update_draft(store::Transaction& room, const Draft& one);
void delete_draft(store::Transaction& room, DraftId id);
/// Answers how many went.
std::int64_t delete_drafts_before(store::Transaction& room, base::Date day);

/// Secret addresses, as hashes.
void save_link(store::Transaction& room, const store::Bytes& hash, const base::Uuid& owner, base::Date made_on);
std::optional<base::Uuid> owner_of_link(store::Reader& room, const store::Bytes& hash);
void move_links(store::Transaction& room, const base::Uuid& from, const base::Uuid& to);
void delete_links(store::Transaction& room, const base::Uuid& owner);

/// A count without a name.
struct Move {
    ProgrammeId programme;
    base::Date day;
    std::string what;  ///< "enrolled", "left", "withdrawn"
    Side side = Side::newcomer;
    std::string reason = {};
    int adults = 1;
};
void add_move(store::Transaction& room, const Move& move);
std::vector<Move> load_moves(store::Reader& room, base::Date first, base::Date last);

struct PhraseReview {
    std::string language;
    std::string phrase;
    std::string text_hash;
    base::Date reviewed_on;
    std::string reviewed_by;
};
std::vector<PhraseReview> phrase_reviews(store::Reader& room, std::string_view language);
void save_review(store::Transaction& room, const PhraseReview& one);

}  // namespace samrum::friends::people
