#pragma once
#include "foundation/module/page.hpp"
#include "foundation/web/components.hpp"
#include "friends/pairs/actions_pair.hpp"

#include <optional>
#include <string>
#include <string_view>

// What the coordinator's pages of this room share.
namespace samrum::friends::pairs {

/// A message of this room: `said(call, "pairs.title")` is `friends.pairs.title`.
std::string said(const module::Call& call, std::string_view key, const base::MessageArgs& args = {});
/// A field of the form, or of the query, as typed.
std::string typed(const module::Call& call, std::string_view field);
std::int64_t typed_revision(const module::Call& call);
/// A name in its own direction, or that it is protected or gone.
void shown_name(module::Call& call, web::Html& h, const std::optional<ParticipantId>& who,
                const std::optional<std::string>& one);
void state_badge(module::Call& call, web::Html& h, const PairRow& row);
/// The programme's name, which stands in the head of a participant's pages.
std::string programme_name(store::Reader& room, ProgrammeId id);
/// "1,5 timmar" of minutes.
std::string hours_text(const text::Words& words, std::int64_t minutes);
/// The months of the promise as bars: for the coordinator's page.
void months_picture(module::Call& call, web::Html& h, const PairRow& row);
/// The state of a form when the problems are of it, else fresh with these values.
web::FormState state_of_form(const module::Call& call, std::string_view form, std::string_view shown,
                             const base::Problems& problems, web::Fields values = {});
/// Problems that belong to no form of the page.
void problems_of_page(module::Call& call, web::Html& h, const base::Problems& problems);

}  // namespace samrum::friends::pairs
