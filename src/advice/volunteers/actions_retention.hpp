#pragma once
#include "foundation/base/date.hpp"
#include "foundation/base/id.hpp"
#include "foundation/store/store.hpp"

#include <string>

namespace samrum::advice::volunteers {

/// Removes applicants who were declined or came no further, with all that is known of them.
std::int64_t remove_old_applications(store::Transaction& room, base::Date today);
/// Of those who left: message, note, background, availability, breaks and account go; period and training stay for a
/// certificate until the directory removes the person.
std::int64_t strip_those_who_left(store::Transaction& room, base::Date today);

/// What this room holds about a volunteer (GDPR art. 15), and its erasure (art. 17). Counts without names stay.
std::string extract_volunteer(store::Reader& room, const base::Uuid& person);
std::int64_t erase_volunteer(store::Transaction& room, const base::Uuid& person);

}  // namespace samrum::advice::volunteers
