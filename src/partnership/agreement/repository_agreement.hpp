#pragma once
#include "foundation/store/store.hpp"
#include "partnership/agreement/model_index.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace samrum::partnership::agreement {

/// Writes a new agreement, or replaces the index of one that is there by that of its next version. Chosen readings stay
/// chosen where the new version still has them.
void save_index(store::Transaction& tx, const AgreementIndex& index);

/// What the agreement's changes say of its end (partnership/changes): when it was settled, its last day where that is
/// not the agreement's own, and how it came. A new version leaves it as it is.
struct AgreementStanding {
    std::optional<base::Date> ending_from;
    std::optional<base::Date> ended_on;
    std::string ended_how;  ///< "notice", "breach", or empty
};
void set_standing(store::Transaction& tx, AgreementId id, const AgreementStanding& standing);

/// A version as it was signed or imported: the file's text and its hash.
struct AgreementVersion {
    AgreementId agreement;
    int number = 1;
    std::string document;
    std::string hash;
    base::Instant made_at;
    std::string made_by;
};
void insert_version(store::Transaction& tx, const AgreementVersion& one);
std::optional<AgreementVersion> find_version(store::Reader& room, AgreementId agreement, int number);
/// Every version, the newest first, without its document.
std::vector<AgreementVersion> versions_of(store::Reader& room, AgreementId agreement);

std::optional<AgreementHead> find_agreement(store::Reader& room, AgreementId id);
/// A key names an agreement among those of one home room only.
std::optional<AgreementHead> find_agreement_by_slug(store::Reader& room, store::RoomId home, std::string_view slug);
/// Every agreement of the room, by first day, the latest first.
std::vector<AgreementHead> list_agreements(store::Reader& room);
/// Does any agreement live here, and not as a copy? Asked for every page's navigation.
bool has_agreement_at_home(store::Reader& room);
/// Those in force on a day, by name.
std::vector<AgreementHead> agreements_in_force(store::Reader& room, base::Date day);

std::vector<PartyRow> parties_of(store::Reader& room, AgreementId id);
std::vector<AmountRow> amounts_of(store::Reader& room, AgreementId id);
/// With their readings, in the order of the agreement.
std::vector<CommitmentRow> commitments_of(store::Reader& room, AgreementId id);
std::optional<CommitmentRow> find_commitment(store::Reader& room, AgreementId id, std::string_view key);

void insert_choice(store::Transaction& tx, const ReadingChoice& one);
/// The latest last.
std::vector<ReadingChoice> choices_of(store::Reader& room, AgreementId agreement, std::string_view commitment);

}  // namespace samrum::partnership::agreement
