#pragma once
#include "directory/model_compact.hpp"
#include "foundation/module/call.hpp"
#include "foundation/web/components.hpp"

#include <optional>
#include <string>
#include <string_view>

// What the pages of compacts and of joining them share.
namespace samrum::directory {

/// A message of `directory.compact.<key>`.
std::string compact_words(const module::Call& call, std::string_view key, const base::MessageArgs& args = {});
/// The compact that the path names.
std::optional<Compact> compact_of(module::Call& call);
std::string compact_path(const module::Call& call, const Compact& compact, std::string_view below = {});
/// The accessions that the caller may see, each leading to its page; nothing for the public.
void accession_list(module::Call& call, web::Html& h, const Compact& compact);

}  // namespace samrum::directory
