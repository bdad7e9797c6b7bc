#pragma once
#include "foundation/module/measure.hpp"
#include "foundation/module/module.hpp"
#include "partnership/agreement/actions.hpp"
#include "partnership/agreement/model_index.hpp"
#include "partnership/agreement/rules_progress.hpp"

#include <optional>
#include <vector>

namespace samrum::partnership::agreement {

/// How one reading of a commitment stands. While several readings stand, each is shown and none is judged.
struct ReadingProgress {
    ReadingRow reading;
    std::optional<Window> window;  ///< the one that today lies in; else the last that is over, else the first to come
    std::optional<Progress> progress;      ///< nothing when no records tell (unknown is never zero)
    std::vector<base::Date> planned = {};  ///< the planned open days of the window, which expectation runs over
    bool judged = false;                   ///< settled, and the window is whole: only then its attainment is shown
};

/// A commitment as its association's coordinator sees it, live.
struct CommitmentView {
    AgreementHead agreement;
    CommitmentRow commitment;
    std::vector<Binding> bindings;
    std::vector<ReadingProgress> readings;
    bool as_of_day = false;              ///< a level on a day, not a sum over time
    std::vector<module::TraceRow> rows;  ///< what was counted in the agreement's period, the latest first
    bool over = false;                   ///< its agreement has ended
};

/// The live view of one commitment, or nothing when the room has none of that key. Needs kSeeProgress.
std::optional<CommitmentView> commitment_view(store::Reader& room, const module::House& house,
                                              const module::Caller& caller, const AgreementHead& agreement,
                                              const CommitmentRow& commitment, base::Date today);

/// The same, found by the agreement's id and the commitment's key.
std::optional<CommitmentView> find_commitment_view(store::Reader& room, const module::House& house,
                                                   const module::Caller& caller, AgreementId agreement,
                                                   std::string_view commitment, base::Date today);

/// The own commitments of the room that something counts, of every agreement, the latest first; those of agreements
/// that have ended are marked. What the coordinator's screens list.
std::vector<CommitmentView> own_commitments(store::Reader& room, const module::House& house,
                                            const module::Caller& caller, base::Date today);

/// The part of `period` that each binding counts, and the measure that counts it.
struct CountingPart {
    const module::Measure* measure = nullptr;  ///< null: no slice offers a measure of that name
    Binding binding;
    base::Period period;
};
std::vector<CountingPart> counting_parts(const module::House& house, const std::vector<Binding>& bindings,
                                         const base::Period& period);
/// What the room's promises are counted by on a day, for the other slices of the house: no title, no figure.
std::vector<module::CountedPromise> counted_promises_on(store::Reader& room, base::Date day);
/// The count of a period over its parts; unknown when no part knows anything.
module::Raw count_parts(store::Reader& room, const std::vector<CountingPart>& parts);

}  // namespace samrum::partnership::agreement
