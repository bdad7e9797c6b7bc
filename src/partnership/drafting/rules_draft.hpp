#pragma once
#include "foundation/base/problem.hpp"
#include "partnership/drafting/model_part.hpp"

#include <span>
#include <string_view>
#include <vector>

/// Pure judgement about drafts.
namespace samrum::partnership::drafting {

/// Every part but the whole file, in the order of the agreement: a section's text, then the facts that belong to it.
std::vector<DraftPart> parts_of_draft();
/// Puts a part of `from` in the place of `to`'s own.
void take_part(Agreement& to, const Agreement& from, const DraftPart& part);
/// An agreement that holds this part alone.
Agreement only_part(const Agreement& draft, const DraftPart& part);
/// Where a field of the agreement file is written: "commitments[2].target" → facts-promises.
DraftPart part_of_field(std::string_view field);

/// What a draft lacks before it can be decided, though a file may leave it out. Fields are those of the agreement file.
/// `templates` are those that it may have begun with, the body's present one first. Problems
/// `partnership.drafting.check.*`: no period, nobody promises anything, a section without text that the present
/// template writes, a section that still holds a placeholder of any of them.
base::Problems missing_in(const Agreement& draft, std::span<const Agreement> templates);

/// Did every association stand behind this version, after it was made?
bool all_agree(const Case& one, const std::vector<CaseEvent>& events, int version);
/// Has a rejection turned all parts down but one?
int parts_left(const Agreement& draft);

/// Is it the comment of a form that was sent twice: the same words of the same person in the same place, within ten
/// minutes?
bool is_sent_again(const Comment& known, const Comment& now);
/// Is it the case of a form that was sent twice: opened the same day by the same person, of the same kind in
/// everything, and nothing has happened to it yet?
bool is_opened_again(const Case& known, const Case& now);

/// A key for the agreement of a new case, from its activity: "radrum-2020".
std::string key_for(std::string_view folded_activity, int year);

/// A text as a browser sends it: line breaks are one character, none stands at the end.
std::string tidy_text(std::string_view typed);

}  // namespace samrum::partnership::drafting
