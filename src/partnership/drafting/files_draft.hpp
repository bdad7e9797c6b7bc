#pragma once
#include "foundation/base/result.hpp"
#include "partnership/agreement/files_tree.hpp"
#include "partnership/drafting/model_part.hpp"

#include <string>
#include <string_view>

/// A draft as an agreement file (docs/agreement-file.md) that may still have gaps.
namespace samrum::partnership::drafting {

/// Reads a draft whose shape is an agreement file's; whether it makes sense is asked later, by the check. Problems of
/// the shape, each with its line.
base::Result<Agreement> read_draft(std::string_view document);
/// The draft in a version that was saved: a Bug when it does not read.
Agreement saved_draft(std::string_view document);

/// A draft as the values of its file, and back again; problems where they make no draft.
agreement::Node tree_of(const Agreement& draft);
base::Result<Agreement> draft_of(const agreement::Node& tree);

/// A part of the draft as text: a section's Markdown, or the lines of the agreement file that say its facts.
std::string part_text(const Agreement& draft, const DraftPart& part);
/// The strong entity tag of a part in a version of the draft: the number of the version that it was read in, and a hash
/// of what stood there. `"12-9f86d081884c7d65"`
std::string tag_of(int version, const Agreement& draft, const DraftPart& part);
/// The version that a tag names; 0 when it is none.
int version_of_tag(std::string_view tag);

/// The template that comes with the program, as an agreement file without parties.
std::string shipped_template();
/// Reads a template: a draft whose parties are filled in by each case.
Agreement read_template(std::string_view document);

}  // namespace samrum::partnership::drafting
