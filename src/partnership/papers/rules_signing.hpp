#pragma once
#include "foundation/base/result.hpp"
#include "partnership/papers/model.hpp"

#include <optional>
#include <vector>

/// Who signs an agreement, and when it is signed. Pure.
namespace samrum::partnership::papers {

/// The lines to sign on: those that the agreement names, else one for each party on its first day. Who only contributes
/// signs nothing.
std::vector<Signatory> signatories_of(const Agreement& agreement);

/// Those whose signature is not recorded.
std::vector<Signatory> unsigned_of(const std::vector<Signatory>& all, const std::vector<RecordedSignature>& recorded);

/// What the signatures of a version say together.
struct SigningState {
    bool complete = false;               ///< everybody has signed
    std::optional<base::Date> last_day;  ///< of the signatures, once all are there and each has its day
};
SigningState signing_state(const std::vector<Signatory>& all, const std::vector<RecordedSignature>& recorded);

/// `papers.signature.place`, `.function` missing; `.place_long`, `.function_long`; `.day_or_words` when neither a day
/// nor what the paper says in its place is given; `.future`; `.name_long`, `.stated_long`.
base::Problems judge_signature(const RecordedSignature& one, base::Date today);

/// Days that look wrong, though nothing stands in their way: papers were signed before they were entered here.
/// `papers.signature.note.before_decision`, `.before_original`, with days as ISO 8601.
base::Problems notes_on_signatures(const Agreement& agreement, const std::vector<RecordedSignature>& recorded,
                                   base::Date made_on);

}  // namespace samrum::partnership::papers
