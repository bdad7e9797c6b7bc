#pragma once
#include "advice/sheets/rules_sheet.hpp"
#include "foundation/module/call.hpp"
#include "foundation/web/components.hpp"

#include <string>
#include <string_view>
#include <vector>

// The case sheet as a form: read from it, put into it, written, and said again.
namespace samrum::advice::sheets {

/// The words of the sheet's pages: `advice.sheets.<key>`.
std::string said(const module::Call& call, std::string_view key);

/// The number of the table that the adviser came from; empty: not told. Without a volunteer's profile nobody else
/// knows where one sits.
std::string desk_in(const module::Call& call);
/// A path with that table behind it, so that the way back leads there.
std::string with_desk(const module::Call& call, std::string path);
/// The same for a form that sends it along.
void hidden_desk(const module::Call& call, web::Html& h);

SheetDraft draft_in(const web::Fields& fields);
/// Without the note, which is never shown again once it is kept.
web::Fields fields_in(const SheetDraft& draft);

/// Every field of the sheet, what is rare folded away. `fresh`: a new one, which may give a return code.
void sheet_fields(module::Call& call, web::Html& h, const web::FormState& state, const sites::Site& site, bool fresh);

/// "brev, bostad".
std::string topics_said(const text::Words& words, const std::vector<std::string>& codes);
/// The name of the unit, or the type of unit, that a visitor was referred to.
std::string referral_said(module::Call& call, const std::string& referral);
/// What was typed into a sheet that cannot be saved any more, to be read.
void typed_sheet(module::Call& call, web::Html& h, const web::Fields& typed);

}  // namespace samrum::advice::sheets
