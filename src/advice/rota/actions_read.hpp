#pragma once
#include "advice/rota/model.hpp"
#include "advice/rota/repository_rota.hpp"
#include "advice/rota/rules_coverage.hpp"
#include "advice/rota/rules_fit.hpp"
#include "advice/rota/rules_period.hpp"
#include "foundation/base/result.hpp"
#include "foundation/module/permission.hpp"
#include "foundation/store/store.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

// What the pages of the rota show.
namespace samrum::advice::rota {

using Names = std::map<VolunteerId, std::string>;

/// A session with who is there and what it lacks.
struct Line {
    sites::Session session;
    std::string site;
    std::vector<Shift> there;
    Coverage coverage;
};
struct RotaPage {
    std::vector<Line> lines;
    std::int64_t total = 0;
    std::vector<sites::Site> sites;  ///< every site that is not closed, for the filter
    std::vector<LanguageGap> gaps;   ///< of the whole selection, up to kMostGapSessions sessions
    Names names;                     ///< of those on the lines
    std::optional<VolunteerId> me;
    bool may_run = false;
};
inline constexpr std::int64_t kMostGapSessions = 400;

/// The rota of some days, a page of it. Names are journalled as shown on `page`.
base::Result<RotaPage> see_rota(store::Session& room, const module::Caller& caller, base::Date today,
                                const RotaFilter& filter, std::int64_t limit, std::int64_t offset);

/// Which languages coming sessions want and lack: what recruiting looks for.
std::vector<LanguageGap> language_gaps(store::Reader& room, const RotaFilter& filter, base::Date today);

/// One who may be asked, and what speaks against it.
struct Candidate {
    VolunteerId volunteer;
    std::vector<Obstacle> obstacles;
    std::vector<std::string> brings;  ///< languages that the session lacks and this one speaks
};
struct SessionPage {
    Line line;
    std::vector<Candidate> candidates = {};  ///< who may come, those that fit and bring most first; for the coordinator
    std::vector<volunteers::Volunteer> volunteers = {};
    Names names = {};
    std::optional<VolunteerId> me = {};
    bool may_run = false;
};
base::Result<SessionPage> see_session(store::Session& room, const module::Caller& caller, base::Date today,
                                      SessionId id);

/// A place that the volunteer could take.
struct OpenPlace {
    Line line;
    std::vector<Obstacle> warnings;
    std::vector<std::string> brings;
    bool offered = false;  ///< by somebody who cannot come
};
struct ShiftsPage {
    bool is_volunteer = false;
    std::vector<Line> mine;       ///< coming, by day
    std::vector<OpenPlace> open;  ///< those that suit best and lack most first
    int shifts_this_month = 0;
    int most_shifts = 0;  ///< 0: not said
    Names names;
};
base::Result<ShiftsPage> see_shifts(store::Session& room, const module::Caller& caller, base::Date today);

/// Everything that the solver needs of some days, read in one moment.
Snapshot read_snapshot(store::Reader& room, const RotaFilter& filter);

/// What is held about a volunteer here (GDPR art. 15), and how it goes.
std::string extract_shifts(store::Reader& room, const base::Uuid& person);
std::int64_t erase_shifts(store::Transaction& tx, const base::Uuid& person);
/// Drafts whose days are past, and the memory of letters that went half a year ago.
std::int64_t remove_old_rota(store::Transaction& tx, base::Date today);

}  // namespace samrum::advice::rota
