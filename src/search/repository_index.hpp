#pragma once
#include "foundation/store/store.hpp"
#include "search/model.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace samrum::search {

/// What a kind has in the index, by link: number and mark.
struct Known {
    std::int64_t id = 0;
    std::string mark;
};
std::map<std::string, Known, std::less<>> load_known(store::Reader& room, std::string_view kind);
/// The kinds that the index has.
std::vector<std::string> load_kinds(store::Reader& room);
/// Who finds something here: label by number.
std::map<std::int64_t, std::string> load_readers(store::Reader& room);
/// Of a label, made where it is new.
std::int64_t reader_number(store::Transaction& room, std::string_view label);

/// Writes an entry and its words; one of that number is written over.
void write_entry(store::Transaction& room, const Fresh& fresh, const std::vector<std::int64_t>& readers);
void delete_entry(store::Transaction& room, std::int64_t id);
void delete_everything(store::Transaction& room);
std::int64_t last_entry(store::Reader& room);
std::optional<Kept> load_entry(store::Reader& room, std::int64_t id);

std::optional<std::string> load_state(store::Reader& room, std::string_view name);
void save_state(store::Transaction& room, std::string_view name, std::string_view value);

/// At most so many candidates are looked through.
inline constexpr std::size_t kMostCandidates = 300;
/// How many readers one statement asks for.
inline constexpr std::size_t kReadersAtATime = 16;

/// Enough to tell which of two common words is the rarer one, at a tenth of what looking through the wrong one costs.
inline constexpr std::int64_t kMostCounted = 40'000;
/// How many words of the readers begin so; counted to kMostCounted and no further.
std::int64_t count_words(store::Reader& room, const std::vector<std::int64_t>& readers, const std::string& prefix);

/// How the words of a search are asked for.
struct Order {
    std::vector<std::string> prefixes;  ///< the first is looked up, the others are asked of each of its entries
    bool second_at_once = false;  ///< but the second, of fewer than kMostCounted, is read once and held against them
};
/// Entries of the readers that have a word beginning with each prefix. At most kMostCandidates rows, an entry perhaps
/// several times.
std::vector<Candidate> load_candidates(store::Reader& room, const std::vector<std::int64_t>& readers,
                                       const Order& order);

}  // namespace samrum::search
