#pragma once
#include "partnership/agreement/model_index.hpp"

namespace samrum::partnership::agreement {

/// The index of an agreement: what its document says, in rows. Ids, rooms and organisations are left for the caller.
AgreementIndex index_of(const Agreement& agreement);
/// Lets the agreement know of an ending that came after its document was signed and that only its row knows of: notice,
/// termination, an end that the parties agreed on.
void note_ending(Agreement& agreement, const AgreementHead& head);

/// Does the commitment belong to a party whose room this is? Only from there it is counted and delivered.
bool is_promised_from(const std::vector<PartyRow>& parties, const CommitmentRow& commitment, const base::Uuid& room);
/// The names of one side's parties, "A, B"; contributors are none. With a day: those that are parties on it.
std::string party_names(const std::vector<PartyRow>& parties, Side side, std::optional<base::Date> day = {});
/// Is it a party's room?
bool is_party(const std::vector<PartyRow>& parties, const base::Uuid& room);

}  // namespace samrum::partnership::agreement
