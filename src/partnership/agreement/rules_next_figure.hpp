#pragma once
#include "partnership/agreement/model_delivery.hpp"
#include "partnership/agreement/rules_dates.hpp"

#include <optional>
#include <span>
#include <vector>

namespace samrum::partnership::agreement {

/// When the next figure of a commitment can be expected.
struct NextFigure {
    base::Date day;
    std::optional<KeyDate> report;  ///< the report that asks for it; nothing: by the rhythm of what arrived by itself
};

/// The rhythm of the figures of one commitment that the association lets go by itself, as the receiver sees it: the
/// length of the latest stretch that arrived so. Nothing when none did.
std::optional<Every> rhythm_of(const std::vector<Delivery>& of_commitment);

/// The earliest day, from `today` on, of the agreement's next report that the commitment's parties are to hand in, and
/// of the next stretch by the rhythm above. A report about days that a figure tells of already asks for no more. A
/// rhythm that has stopped is said nothing of: the association may end it, and owes no figure between reports. `dates`
/// are those of key_dates().
std::optional<NextFigure> next_figure(const Agreement& agreement, std::span<const KeyDate> dates,
                                      const Commitment& commitment, const std::vector<Delivery>& of_commitment,
                                      base::Date today);

}  // namespace samrum::partnership::agreement
