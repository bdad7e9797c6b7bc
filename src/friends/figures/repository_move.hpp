#pragma once
#include "foundation/store/store.hpp"
#include "friends/people/model.hpp"

#include <vector>

namespace samrum::friends::figures {

/// Somebody enrolled, as the count that outlives their data.
struct Enrolled {
    base::Date day;
    people::ProgrammeId programme;
    Side side = Side::newcomer;
    std::int64_t adults = 0;
};
std::vector<Enrolled> enrolled_between(store::Reader& room, base::Date first, base::Date last);

}  // namespace samrum::friends::figures
