#pragma once
#include "foundation/module/call.hpp"
#include "foundation/module/module.hpp"
#include "foundation/store/attachments.hpp"
#include "partnership/agreement/actions_read.hpp"
#include "partnership/papers/actions_layout.hpp"
#include "partnership/papers/rules_signing.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Two identical originals: made once for a version of an agreement, the same bytes in every party's room; and the
/// signatures on them.
namespace samrum::partnership::papers {

/// What an agreement says, as its paper is made of it.
AgreementContent content_of(store::Reader& room, const agreement::ReadAgreement& all, base::Date made_on);

/// Makes the original of the newest version and hands the same bytes to every other party's room. Needs
/// kWriteAgreements in the home room. Making it again changes nothing. Problems `papers.original.no_signatories` when
/// nobody is to sign, `papers.original.unsettled` while a target group is described in several ways.
base::Result<base::Done> make_original(store::Session& room, const module::House& house, const module::Caller& caller,
                                       AgreementId id);

/// A version with its original and what is signed of it.
struct SeenOriginal {
    int version = 1;
    std::string content_hash;
    std::optional<Original> original;
    std::vector<Signatory> signatories;
    std::vector<RecordedSignature> signatures;  ///< names and scans only for whoever may see them
    SigningState state;
    base::Problems notes = {};  ///< days that look wrong
};
/// Every version of an agreement, the latest first. Needs to be able to read it.
std::vector<SeenOriginal> read_originals(store::Reader& room, const module::Caller& caller,
                                         const agreement::ReadAgreement& all);
/// The file of an original, for whoever may read the agreement.
std::optional<store::Attachment> original_file(store::Reader& room, const module::Caller& caller, AgreementId id,
                                               int version);

/// A signature as a form gives it.
struct SignatureInput {
    std::string function;
    std::string name;
    std::string place;
    std::string signed_on;
    std::string stated;
};
struct ScanFile {
    std::string name;
    std::string bytes;
};
/// Records a signature on the original of a version; recording it again mends it, and without a new scan keeps the one
/// that is there. When the last one is recorded and each has its day, the agreement is signed. Needs kWriteAgreements
/// in the home room. Problems: those of judge_signature and of the scan (a PDF or a picture:
/// `papers.signature.scan_type`); `papers.signature.no_original`.
base::Result<base::Done> record_signature(store::Session& room, const module::House& house,
                                          const module::Caller& caller, AgreementId id, int version, int position,
                                          const SignatureInput& input, const std::optional<ScanFile>& scan);
/// The scan of a signature, for kSeeSignatures alone.
std::optional<store::Attachment> scan_file(store::Reader& room, const module::Caller& caller, AgreementId id,
                                           int version, int position);

/// Receivers of what the home room hands over.
inline constexpr std::string_view kOriginalEnvelope = "papers.original";
inline constexpr std::string_view kSignatureEnvelope = "papers.signature";
/// The lines to sign on of the agreement's document whose day is recorded: "signatures[2]". Those of the newest version
/// that anybody has signed.
std::vector<std::string> recorded_signatures(store::Reader& room, const base::Uuid& agreement);

void receive_original(store::Transaction& tx, store::RoomId from, const base::Uuid& id, std::string_view payload);
void receive_signature(store::Transaction& tx, store::RoomId from, const base::Uuid& id, std::string_view payload);

/// What the papers ask for: a signature that is missing, an account to the committee that is due.
std::vector<module::Duty> papers_duties(store::Reader& room, base::Date today);

}  // namespace samrum::partnership::papers
