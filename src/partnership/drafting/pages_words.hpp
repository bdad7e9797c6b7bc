#pragma once
#include "foundation/web/components.hpp"
#include "foundation/web/http.hpp"
#include "partnership/changes/files_compare.hpp"
#include "partnership/drafting/pages_parts.hpp"

#include <string>
#include <string_view>
#include <vector>

/// The fields of the agreement file in the reader's words: those of the forms.
namespace samrum::partnership::drafting {

/// A table of what differs between two drafts, field by field.
void write_differences(web::Html& h, const module::Call& call, const std::string& caption, const Agreement& before,
                       const Agreement& after, const std::vector<changes::Difference>& differences);
/// What two people wrote in the same fields: how it was, theirs, mine. `newest` knows what the keys are called.
void write_clashes(web::Html& h, const module::Call& call, const std::string& caption, const Agreement& newest,
                   const std::vector<FieldClash>& clashes);

/// "tillfällen" for `sessions`; a unit of their own as it stands.
std::string unit_told(const text::Words& words, const std::string& unit);
/// The fields with units in the reader's words, as a form shows them, and back again as a draft keeps them.
web::Fields with_unit_words(const text::Words& words, const web::Fields& fields);
web::Fields with_unit_codes(const text::Words& words, const web::Fields& typed);

}  // namespace samrum::partnership::drafting
