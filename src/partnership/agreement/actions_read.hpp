#pragma once
#include "foundation/module/call.hpp"
#include "partnership/agreement/actions.hpp"
#include "partnership/agreement/files.hpp"
#include "partnership/agreement/model_index.hpp"

#include <optional>
#include <string_view>
#include <vector>

/// What pages and commands read. Each function looks at who asks; what is open to anybody says so.
namespace samrum::partnership::agreement {

/// Open: an agreement in a list, with its parties.
struct ListedAgreement {
    AgreementHead head;
    std::vector<PartyRow> parties;
};
std::vector<ListedAgreement> public_agreements(store::Reader& room, base::Date day);
/// Open: those that were in force and are not on the day, the latest end first.
std::vector<ListedAgreement> public_agreements_over(store::Reader& room, base::Date day);
/// Open: how many they are.
std::int64_t count_agreements_over(store::Reader& room, base::Date day);

/// Open: what the public may know of an agreement in its home room: in force or over, never one that lies ahead. All of
/// one moment.
struct PublicAgreement {
    AgreementHead head;
    std::vector<PartyRow> parties;
    std::vector<AmountRow> amounts;
    std::vector<CommitmentRow> commitments;
    std::vector<Delivery> published;  ///< the newest version of each figure that its association published
};
std::optional<PublicAgreement> public_agreement(store::Session& session, store::RoomId room_id, std::string_view slug,
                                                base::Date day);

/// Every agreement of the room, the latest first; for a partner those that their organisation is a party of. Needs
/// kReadAgreements, as everything below.
std::vector<ListedAgreement> read_agreements(store::Reader& room, const module::Caller& caller);

/// An agreement as its file says it, with its index. Needs kReadAgreements.
struct ReadAgreement {
    AgreementHead head;
    AgreementFile file;
    std::vector<PartyRow> parties;
    std::vector<CommitmentRow> commitments;
    std::vector<ReadingChoice> choices =
        {};  ///< who chose the reading that stands, one of each commitment with a choice
};
std::optional<ReadAgreement> read_agreement_of(store::Reader& room, const module::Caller& caller, AgreementId id);

/// What an agreement promises, in its order. Needs kReadAgreements.
std::vector<CommitmentRow> read_commitments(store::Reader& room, const module::Caller& caller, AgreementId id);

/// The deliveries of an agreement, the latest period and version first. Needs kReadAgreements.
std::vector<Delivery> read_deliveries(store::Reader& room, const module::Caller& caller, AgreementId id);

/// The standing rules in force. Needs kSeeProgress.
std::vector<StandingDelivery> read_standing(store::Reader& room, const module::Caller& caller);

/// Only the newest version of each figure, in the order given.
std::vector<Delivery> newest_only(const std::vector<Delivery>& deliveries);
/// Those of one commitment, in the order given.
std::vector<Delivery> deliveries_for(const std::vector<Delivery>& deliveries, std::string_view commitment);

}  // namespace samrum::partnership::agreement
