#pragma once
#include "foundation/module/module.hpp"
#include "registry/repository.hpp"

#include <string>
#include <utility>
#include <vector>

/// The information management plan: how long documents are kept, and their disposal under a recorded decision.
namespace samrum::registry {

/// A rule as a form gives it; without an id a new one.
struct RuleInput {
    std::string id;
    std::string what;
    std::string years;  ///< empty: kept for ever
    std::string decided;
    std::int64_t revision = 0;
};
/// Needs kKeepRegistry. Problems: those of judge_rule, `registry.rule.changed_since`.
base::Result<base::Done> save_rule(store::Session& room, const module::Caller& caller, const RuleInput& input);

/// The plan with how many documents have been kept as long as each rule says.
struct PlanLine {
    Rule rule;
    std::int64_t due = 0;
};
struct Plan {
    std::vector<PlanLine> lines;
    std::vector<Disposal> disposals;  ///< the latest first
};
/// Needs kReadRegistry.
base::Result<Plan> read_plan(store::Reader& room, const module::Caller& caller, base::Date today);

/// Disposes of every document under a rule that was kept as long as it says, under a decision that somebody made. The
/// files go; the lines in the register stay and name the disposal. Documents that live elsewhere in the room stay.
/// Needs kKeepRegistry. Problems: those of judge_disposal, `registry.disposal.nothing`.
base::Result<std::int64_t> dispose(store::Session& room, const module::Caller& caller, base::Date today, RuleId id,
                                   std::string_view decision, std::string_view decided_on);

/// What the registry asks for: a decision about documents that were kept as long as a rule says.
std::vector<module::Duty> registry_duties(store::Reader& room, base::Date today);

}  // namespace samrum::registry
