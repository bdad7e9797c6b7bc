#pragma once
#include "activity/actions_elsewhere.hpp"
#include "activity/actions_names.hpp"
#include "activity/model.hpp"
#include "foundation/module/call.hpp"
#include "foundation/web/components.hpp"

#include <string>
#include <string_view>
#include <vector>

// What the pages of the log share.
namespace samrum::activity {

/// The topic that open pages of the log listen to.
std::string log_topic(const module::Call& call);
/// Tells open pages that the log changed.
void announce(module::Call& call);

/// The fields of a draft and back: their names are those of Draft.
web::Fields fields_of(const Draft& draft);
Draft draft_of(const web::Fields& fields);

std::string kind_words(const text::Words& words, Kind kind);
/// Options for a choice of places or activities; those no longer in use only when chosen already.
std::vector<web::Option> options_of(const std::vector<Named>& all, std::string_view chosen);
/// A figure, or in words that nobody recorded it.
void figure(web::Html& h, const text::Words& words, const std::optional<int>& value);
/// Whole minutes as hours: "7,5".
void hours(web::Html& h, const text::Words& words, std::int64_t minutes);

/// That promises are counted from elsewhere than the log, and from where; nothing where there are none.
void elsewhere_notice(web::Html& h, const text::Words& words, std::string_view title,
                      const std::vector<CountedElsewhere>& all, const RoomNames& names);

/// Every field of a line of one family, in the order in which it is filled in on a phone.
void entry_fields(module::Call& call, web::Html& h, const web::FormState& state, Family family, const RoomNames& names);

}  // namespace samrum::activity
