#pragma once
#include "advice/sites/model.hpp"
#include "foundation/store/store.hpp"

#include <string>
#include <string_view>

// How a row of advice_session is read, for the statements of this folder.
namespace samrum::advice::sites {

inline constexpr std::string_view kSessionSelect =
    "select id, site, day, starts, ends, state, rule, edited, wanted, experienced, mixed, languages, reason, advisers, "
    "minutes, revision, slot_day from advice_session";
/// The columns of kSessionSelect, from the first.
Session session_row(const store::Row& row);

}  // namespace samrum::advice::sites
