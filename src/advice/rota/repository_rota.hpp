#pragma once
#include "advice/rota/model.hpp"
#include "foundation/store/store.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace samrum::advice::rota {

/// Shifts of the days with when and where they are, cancelled sessions apart; of one volunteer or of all.
std::vector<Held> held_between(store::Reader& room, base::Date first, base::Date last,
                               std::optional<VolunteerId> volunteer = std::nullopt);

/// Which sessions a page shows. Empty parts select nothing away.
struct RotaFilter {
    base::Date first;
    base::Date last;
    std::string municipality = {};
    std::optional<sites::SiteId> site = {};
    bool only_open = false;  ///< planned ones with a place that nobody has for certain
};
/// Their ids by day, clock and site; cancelled sessions too, save with `only_open`.
std::vector<SessionId> session_ids(store::Reader& room, const RotaFilter& filter, std::int64_t limit,
                                   std::int64_t offset);
std::int64_t count_sessions(store::Reader& room, const RotaFilter& filter);

// Drafts.
std::vector<Draft> load_drafts(store::Reader& room);
std::optional<Draft> load_draft(store::Reader& room, DraftId id);
void insert_draft(store::Transaction& room, const Draft& draft);
bool delete_draft(store::Transaction& room, DraftId id);
/// By session and volunteer; of one session or of all.
std::vector<Suggestion> suggestions_of(store::Reader& room, DraftId draft,
                                       std::optional<SessionId> session = std::nullopt);
void save_suggestion(store::Transaction& room, DraftId draft, const Suggestion& suggestion);
bool remove_suggestion(store::Transaction& room, DraftId draft, SessionId session, VolunteerId volunteer);
void remove_suggestions(store::Transaction& room, DraftId draft, SessionId session);
/// Drafts whose last day is before `day`.
std::int64_t remove_drafts_before(store::Transaction& room, base::Date day);

// Letters that go once.

/// True when this is the first time: the caller sends the letter in the same transaction.
bool remind_once(store::Transaction& room, std::string_view uid, base::Date today);
/// Has one gone whose uid begins with `prefix` ("offer/…/")?
bool is_reminded(store::Reader& room, std::string_view prefix);
/// Forgets those whose uid begins with `prefix` and that went before a day: they may go again.
void forget_reminders(store::Transaction& room, std::string_view prefix, base::Date before);
std::int64_t remove_reminders_before(store::Transaction& room, base::Date day);
/// Shifts of the days whose session was cancelled.
std::vector<Shift> shifts_of_cancelled(store::Reader& room, base::Date first, base::Date last);
/// Everything of the rota that is held about a volunteer, as JSON array text.
std::vector<Held> every_shift_of(store::Reader& room, VolunteerId volunteer);

}  // namespace samrum::advice::rota
