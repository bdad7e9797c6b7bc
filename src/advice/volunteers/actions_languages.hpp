#pragma once
#include "advice/volunteers/model.hpp"
#include "foundation/base/result.hpp"
#include "foundation/module/permission.hpp"
#include "foundation/store/store.hpp"

#include <string>
#include <vector>

namespace samrum::advice::volunteers {

/// One language of the volunteers as a group: figures, no names.
struct Spoken {
    std::string code;
    std::int64_t now = 0;        ///< active and not on a break today
    std::int64_t away = 0;       ///< active, on a break
    std::int64_t coming = 0;     ///< applied, interviewed or in training
    std::int64_t wanted_at = 0;  ///< sites whose hours want it
    std::int64_t missed = 0;     ///< visitors of the last half-year who wished for it when no adviser spoke it
    bool is_gap() const { return wanted_at + missed > 0 && now == 0; }
};
/// Gaps first, then by how many speak it. Languages that nobody speaks and nobody wants are left out.
std::vector<Spoken> spoken_languages(store::Reader& room, base::Date today);
/// The same for a page; a refusal for those who do not run the advice.
base::Result<std::vector<Spoken>> language_overview(store::Session& room, const module::Caller& caller,
                                                    base::Date today);

}  // namespace samrum::advice::volunteers
