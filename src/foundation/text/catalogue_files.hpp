#pragma once
#include "foundation/base/embedded.hpp"
#include "foundation/text/language.hpp"

#include <map>
#include <string>

namespace samrum::text {

/// Adds the messages of an embedded `messages.<language>.json` to those of its language. Throws base::Fault as
/// Catalogues::load does.
void read_messages(std::map<std::string, Messages>& languages, const base::EmbeddedFile& file);

}  // namespace samrum::text
