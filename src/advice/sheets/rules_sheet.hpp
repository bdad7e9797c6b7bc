#pragma once
#include "advice/sheets/model_sheet.hpp"
#include "foundation/base/result.hpp"

#include <string>
#include <vector>

namespace samrum::advice::sheets {

/// A case sheet as the form says it.
struct SheetDraft {
    std::vector<std::string> topics = {};
    std::string language = {};
    std::string help = {};
    std::string length = {};
    std::string gender = {};
    std::string outcome = {};
    std::string referral = {};  ///< a type of unit, or the id of a unit; empty: none
    std::string sent_by = {};
    std::string helped_before = {};  ///< "yes", "no", empty
    std::string people = {};
    std::string note = {};  ///< kept apart, where the site allows it
};

inline constexpr int kMostPeople = 30;
inline constexpr std::size_t kLongestSheetNote = 1000;

/// The facts of a draft for a site. A unit's own type is filled in by who knows the directory. Problems:
/// `advice.sheets.problem.topic_missing`, `.language_missing`, `.help_missing`, `.length_missing`, `.outcome_missing`,
/// `.people`, `.note_not_here`, `.note_too_long`, `.note_identifies`, `.referral_unknown`, `.referral_missing`.
base::Result<Sheet> read_sheet(const SheetDraft& draft, const sites::Site& site);
SheetDraft draft_of(const Sheet& sheet);

/// Does a note hold what tells who somebody is: digits as many as a telephone or identity number has, an e-mail
/// address?
bool looks_identifying(std::string_view note);

}  // namespace samrum::advice::sheets
