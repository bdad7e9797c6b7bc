#pragma once
#include "advice/sites/rules_input.hpp"
#include "foundation/module/permission.hpp"
#include "foundation/store/store.hpp"

// Sites, their weekly hours and their closures. Everything here is the coordinator's (kRunAdvice); refused otherwise.
namespace samrum::advice::sites {

/// Makes a place of the directory a site. Problems of judge_site, `advice.sites.problem.slug_taken`,
/// `advice.sites.problem.place_taken`, `advice.sites.problem.choose`.
base::Result<SiteId> add_site(store::Session& room, const module::Caller& caller, const SiteInput& input);
/// Changes everything but its place.
base::Result<base::Done> change_site(store::Session& room, const module::Caller& caller, base::Date today, SiteId id,
                                     const SiteInput& input);
/// Its last day; an empty text opens it again. Planned sessions after it go.
base::Result<base::Done> close_site(store::Session& room, const module::Caller& caller, base::Date today, SiteId id,
                                    const std::string& last_typed);

/// What is to happen to the weekly hours.
enum class HoursVerb { add, change, end };
struct HoursInput {
    HoursVerb verb = HoursVerb::add;
    std::string rule = {};  ///< id of the rule that is changed or ended
    RuleInput hours = {};  ///< what comes: `first` is the day from which it holds; of an ended rule `last` alone counts
};
/// What the change does to sessions, before anybody has agreed to it. Nothing is saved.
base::Result<Plan> preview_hours(store::Reader& room, const module::Caller& caller, base::Date today, SiteId site,
                                 const HoursInput& input);
/// Ends a rule the day before and begins another, so that history stays; sessions follow. The same problems as the
/// preview: those of judge_rule, `advice.sites.problem.gone`.
base::Result<Plan> change_hours(store::Session& room, const module::Caller& caller, base::Date today, SiteId site,
                                const HoursInput& input);

/// Days without sessions, at one site or at all of them; sessions follow.
base::Result<ClosureId> add_closure(store::Session& room, const module::Caller& caller, base::Date today,
                                    const ClosureInput& input);
/// Takes it back: the sessions that the hours give are there again.
base::Result<base::Done> remove_closure(store::Session& room, const module::Caller& caller, base::Date today,
                                        ClosureId id);

/// Makes the sessions of every site some weeks ahead, as its hours say; answers how many were added. The nightly job.
std::int64_t make_sessions_ahead(store::Session& room, base::Date today);

}  // namespace samrum::advice::sites
