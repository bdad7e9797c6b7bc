#pragma once
#include "directory/model_compact.hpp"
#include "foundation/store/store.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace samrum::directory {

/// National first, then regional and local, the newest of each first.
std::vector<Compact> load_compacts(store::Reader& room);
std::optional<Compact> load_compact(store::Reader& room, CompactId id);
std::int64_t count_compacts(store::Reader& room);
void save_compact(store::Transaction& room, const Compact& compact);
void update_compact(store::Transaction& room, const Compact& compact);

/// By the organisation's name.
std::vector<Accession> load_accessions(store::Reader& room, CompactId compact);
/// Those that nobody has answered, of every compact; the oldest first.
std::vector<Accession> load_waiting_accessions(store::Reader& room);
std::optional<Accession> load_accession(store::Reader& room, AccessionId id);
void save_accession(store::Transaction& room, const Accession& accession, const store::Bytes& sort_key);
void update_accession(store::Transaction& room, const Accession& accession);

}  // namespace samrum::directory
