#pragma once
#include "foundation/module/module.hpp"
#include "partnership/overview/model.hpp"

#include <string>

/// Keeps the rows of the overview as they would be computed now.
namespace samrum::partnership::overview {

inline constexpr std::string_view kRefreshJob = "partnership.overview";
/// A page computes so many rows itself; the rest is left to the job.
inline constexpr std::size_t kMostAtOnce = 100;

/// All that is computed of an agreement, from its document, deliveries and payments.
Computed compute(store::Reader& room, const module::House& house, AgreementId id, std::string stamp, base::Date today);

/// Computes what has changed since it was computed, `most` rows at most; answers how many are left. Costs one look at
/// the journal while nothing has happened in the room. What is left is computed by the job, which is put in the queue.
std::size_t refresh(store::Session& room, const module::House& house, std::size_t most);
/// All of it, some rows a transaction; nightly and when a page left some.
void refresh_all(module::JobCall& call);

}  // namespace samrum::partnership::overview
