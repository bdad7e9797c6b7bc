#pragma once
#include "foundation/store/store.hpp"
#include "registry/model.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace samrum::registry {

bool load_in_use(store::Reader& room);
void save_in_use(store::Transaction& tx, bool in_use, base::Date on, std::string_view by);

/// In the order they were begun.
std::vector<Series> load_series(store::Reader& room);
std::optional<Series> load_series(store::Reader& room, SeriesId id);
void insert_series(store::Transaction& tx, const Series& series);
void close_series(store::Transaction& tx, SeriesId id);

/// The highest number of a series in a year; 0 when there is none.
std::int64_t last_ordinal(store::Reader& room, SeriesId series, int year);
void insert_case(store::Transaction& tx, const Case& one);
std::optional<Case> load_case(store::Reader& room, CaseId id);
std::optional<Case> load_case(store::Reader& room, std::string_view number);
/// Every number, the latest first.
std::vector<Case> load_cases(store::Reader& room, std::int64_t offset, int limit);
std::int64_t count_cases(store::Reader& room);
void save_cancelled(store::Transaction& tx, CaseId id, std::string_view why);

int last_position(store::Reader& room, CaseId of);
void insert_document(store::Transaction& tx, const Document& one);
/// False when somebody else changed it since.
bool update_document(store::Transaction& tx, const Document& one);
std::optional<Document> load_document(store::Reader& room, DocumentId id);
/// Removes its words and writes those of `document`.
struct Term {
    std::string term;
    bool is_public = false;
};
void save_terms(store::Transaction& tx, DocumentId id, const std::vector<Term>& terms);

/// How a list of documents is ordered and cut.
enum class Order { day, number };
struct Search {
    std::vector<std::string> words = {};  ///< folded, each a beginning of a word; at most three are asked for
    bool public_only = false;             ///< find by what the public may see
    std::string direction = {};           ///< code; empty: all
    Order order = Order::day;
    bool descending = true;
    std::int64_t offset = 0;
    int limit = 50;
};
std::vector<Document> find_documents(store::Reader& room, const Search& search);
std::int64_t count_documents(store::Reader& room, const Search& search);

std::vector<Rule> load_rules(store::Reader& room);
std::optional<Rule> load_rule(store::Reader& room, RuleId id);
void insert_rule(store::Transaction& tx, const Rule& rule);
bool update_rule(store::Transaction& tx, const Rule& rule);

/// Documents under a rule of before a day that are still here, and live in the register alone.
std::vector<Document> documents_before(store::Reader& room, RuleId rule, base::Date day);
void insert_disposal(store::Transaction& tx, const Disposal& one);
void save_disposed(store::Transaction& tx, DocumentId document, DisposalId disposal);
/// The latest first.
std::vector<Disposal> load_disposals(store::Reader& room);

}  // namespace samrum::registry
