#pragma once
#include "foundation/module/page.hpp"
#include "foundation/web/components.hpp"
#include "partnership/drafting/actions_case.hpp"
#include "partnership/drafting/actions_draft.hpp"
#include "partnership/drafting/pages.hpp"
#include "partnership/drafting/rules_difference.hpp"

#include <functional>
#include <optional>
#include <string>
#include <string_view>

/// What the pages of this slice share.
namespace samrum::partnership::drafting {

/// A message of this room: `told(call, "title")` is `partnership.drafting.title`.
std::string told(const module::Call& call, std::string_view key, const base::MessageArgs& args = {});
std::string state_told(const module::Call& call, State state);
void state_badge(web::Html& h, const module::Call& call, State state);
/// "Syfte", "Åtaganden", "Hela utkastet"
std::string part_told(const module::Call& call, const DraftPart& part);
/// "Version 4"
std::string version_told(const module::Call& call, int number);
std::string case_link(const module::Call& call, CaseId id, std::string_view below = "");
/// Where a part of the draft is written.
std::string part_link(const module::Call& call, const OpenCase& one, const DraftPart& part,
                      std::string_view below = "");

std::optional<CaseId> case_of_path(const module::Call& call);
/// The case that the path names, for somebody who has a part in it.
std::optional<OpenCase> open_of_path(module::Call& call);
/// May the caller do this now, by the table alone?
bool may(const OpenCase& one, EventKind act);
/// Every reason against it, in words; empty: it may be done.
std::vector<std::string> reasons_not_to(const module::Call& call, const OpenCase& one, EventKind act);

/// A page of a case: heading with its state, tabs, and what the tab holds. `path` is the tab's, "" for the overview.
web::Response case_tab(module::Call& call, const OpenCase& one, std::string_view path,
                       const std::function<void(web::Html&)>& inside, int status = 200);
/// A page below a tab, with its own heading.
module::PageHead case_head(const module::Call& call, const OpenCase& one, const std::string& title,
                           std::string_view tab = "", const std::string& lead = {});

/// Text that differs, marked and said: what was taken away and what was put in.
void write_difference(web::Html& h, const module::Call& call, const std::vector<Piece>& pieces);
/// Markdown in the draft's own language.
void write_draft_text(web::Html& h, const Agreement& draft, const std::string& markdown, int first_heading);
/// A number in a path or query; nothing when it is none.
std::optional<int> whole_number(std::string_view typed);

/// The live topic of the room's cases: told when somebody saved or commented.
std::string case_topic(const module::Call& call);
void announce_case(module::Call& call);

}  // namespace samrum::partnership::drafting
