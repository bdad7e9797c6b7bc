#pragma once
#include "advice/sheets/model_sheet.hpp"
#include "foundation/store/store.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace samrum::advice::sheets {

/// What a visitor chose to be able to go on with: coded facts of last time, behind a code on paper.
struct ReturnFacts {
    std::vector<Topic> topics;
    std::string language;
    std::string referral;  ///< a type of unit or the id of one, as SheetDraft has it; may be empty
    base::Date expires_on;
};
void insert_return_code(store::Transaction& room, const store::Bytes& hash, const ReturnFacts& facts);
std::optional<ReturnFacts> find_return_code(store::Reader& room, const store::Bytes& hash);
bool delete_return_code(store::Transaction& room, const store::Bytes& hash);
std::int64_t delete_old_return_codes(store::Transaction& room, base::Date today);

/// A note is kept apart from every fact: a site, words, and the day it dies. In the table it is sealed with the
/// installation's key file.
struct SiteNote {
    std::string text;
    base::Date dies_on;
};
void insert_note(store::Transaction& room, SiteId site, std::string_view text, base::Date dies_on);
/// The notes of a site, those that live longest first.
std::vector<SiteNote> notes_of_site(store::Reader& room, SiteId site, base::Date today);
std::int64_t delete_dead_notes(store::Transaction& room, base::Date today);

}  // namespace samrum::advice::sheets
