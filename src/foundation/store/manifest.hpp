#pragma once
#include "foundation/base/result.hpp"
#include "foundation/store/connection.hpp"
#include "foundation/store/store.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

/// The list of what a backup holds. Not for other folders.
namespace samrum::store {

/// One file of a backup.
struct CopiedFile {
    std::string path;  ///< inside of the backup
    Place place;
    std::int64_t bytes = 0;
    std::string hash;  ///< BLAKE2b, hex
};

struct Manifest {
    base::Instant made;
    std::string schema;             ///< one hash for all migrations
    std::vector<CopiedFile> files;  ///< the lobby first
};

/// Where a lobby or room lies inside of a backup.
std::string path_in_backup(const Place& place);

/// The lines of the manifest, closed by their own hash.
std::string text_of(const Manifest& manifest);
/// Reads them. Problems `store.backup.manifest_damaged`, `store.backup.other_format`.
base::Result<Manifest> parse_manifest(std::string_view text);

}  // namespace samrum::store
