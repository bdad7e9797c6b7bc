#pragma once
#include "advice/sheets/repository_unit.hpp"
#include "advice/sheets/rules_unit.hpp"
#include "foundation/module/permission.hpp"

#include <string>
#include <vector>

// The referral directory: public facts, kept by those who advise, read by anybody.
namespace samrum::advice::sheets {

struct UnitPage {
    std::vector<Unit> units;                  ///< of this page, by name
    std::int64_t total = 0;                   ///< that the search finds
    std::vector<std::string> municipalities;  ///< that have units, in order
};
/// What anybody may read: open units alone unless `search.closed_too`.
UnitPage find_units(store::Reader& room, std::string_view municipality, std::string_view text, UnitSearch search,
                    std::int64_t limit, std::int64_t offset);

/// A new unit, or a revised one, which is as fresh as today. Needs kAdvise: whoever meets an old telephone number mends
/// it. Problems: those of read_unit.
base::Result<UnitId> add_unit(store::Session& room, const module::Caller& caller, base::Date today,
                              const UnitDraft& draft);
base::Result<base::Done> revise_unit(store::Session& room, const module::Caller& caller, base::Date today, UnitId id,
                                     const UnitDraft& draft);
/// "I have looked: all of this is right."
base::Result<base::Done> confirm_unit(store::Session& room, const module::Caller& caller, base::Date today, UnitId id);
/// What the unit says of a month; the coordinator enters it (kRunAdvice). Problems: those of read_unit_month.
base::Result<base::Done> state_unit_month(store::Session& room, const module::Caller& caller, base::Date today,
                                          UnitId id, std::string_view month, std::string_view direction,
                                          std::string_view n);

}  // namespace samrum::advice::sheets
