#pragma once
#include "registry/model.hpp"

#include <optional>
#include <string>

/// What other slices ask of the registry. Where a room keeps its registry elsewhere it is off: then a number is typed
/// by a person, and nothing is registered here.
namespace samrum::registry {

/// Has the room taken the registry into use?
bool in_use(store::Reader& room);

/// The next number of a series, given in this transaction: no gap, no reuse, whoever asks at the same time. Without a
/// series, the room's first open one. Problems `registry.number.off`, `registry.number.no_series`,
/// `registry.number.about`.
base::Result<std::string> next_number(store::Transaction& tx, const store::Actor& who, base::Date today,
                                      std::string_view about, std::optional<SeriesId> wanted = std::nullopt);

/// The series that a number belongs to, and its place there, when it was given before the series began here.
struct OlderNumber {
    Series series;
    int year = 0;
    std::int64_t ordinal = 0;
};
std::optional<OlderNumber> older_number(store::Reader& room, std::string_view number);

/// Registers a document in the case of its number. Problems `registry.number.off`, `registry.document.no_such_number`,
/// or `.older_number` where the number is older than the registry and its case can be entered, and those of
/// judge_document (rules_register.hpp), all at once.
base::Result<DocumentId> register_document(store::Transaction& tx, const store::Actor& who, base::Date today,
                                           const NewDocument& input);

}  // namespace samrum::registry
