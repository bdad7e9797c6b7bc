#pragma once
#include "activity/model.hpp"
#include "foundation/base/result.hpp"
#include "foundation/module/permission.hpp"
#include "foundation/store/store.hpp"

#include <optional>
#include <string>
#include <vector>

namespace samrum::activity {

/// Logs what was done. `even_if_same` when the person has said that it is another occasion than the one logged already;
/// without it problem `activity.problem.logged_already`. `unread` is what the door could not read: then nothing is
/// logged, and it is told with all else that is wrong.
base::Result<EntryId> log_entry(store::Session& room, const module::Caller& caller, base::Date today,
                                const Draft& draft, bool even_if_same, const base::Problems& unread = {});

/// Corrects a line that the person saw as `revision`. Problems: refused, `activity.problem.gone`,
/// `activity.problem.changed_meanwhile`, and those of rules_entry.hpp.
base::Result<base::Done> correct_entry(store::Session& room, const module::Caller& caller, base::Date today, EntryId id,
                                       std::int64_t revision, const Draft& draft);

/// Removes a line. The journal keeps what it said: counts, and nobody's name.
base::Result<base::Done> remove_entry(store::Session& room, const module::Caller& caller, base::Date today, EntryId id,
                                      std::int64_t revision);

/// A line and whether the caller may mend it.
struct SeenEntry {
    Entry entry;
    bool may_mend = false;
};
base::Result<SeenEntry> see_entry(store::Session& room, const module::Caller& caller, base::Date today, EntryId id);

/// What the form for a new line begins with: today, and the place, activity, start, volunteers and hours of the session
/// `like`, or of the last one. How many came is never guessed.
base::Result<Draft> suggested_draft(store::Session& room, const module::Caller& caller, base::Date today,
                                    std::optional<EntryId> like);

/// The last session of each place and activity that is in use, newest first, a handful: what "as last time" offers.
base::Result<std::vector<Entry>> usual_sessions(store::Session& room, const module::Caller& caller);

/// What the journal says of a line, as JSON: codes, ids and counts.
std::string counts_json(const Facts& facts);

}  // namespace samrum::activity
