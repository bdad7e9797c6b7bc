#include "search/repository_index.hpp"

#include "foundation/base/ensure.hpp"
#include "search/model_signature.hpp"

#include <deque>
#include <fmt/format.h>

namespace samrum::search {
namespace {

using store::Row;
using store::Scope;
using store::Statement;
using store::Value;

const Statement kKnown{Scope::room, "select link, id, mark from search_entry where kind = $1"};
const Statement kKinds{Scope::room, "select distinct kind from search_entry"};
const Statement kReaders{Scope::room, "select id, label from search_reader"};
const Statement kReaderOf{Scope::room, "select id from search_reader where label = $1"};
const Statement kLastReader{Scope::room, "select max(id) from search_reader"};
const Statement kInsertReader{Scope::room, "insert into search_reader (id, label) values ($1, $2)"};
const Statement kInsertEntry{Scope::room,
                             "insert into search_entry (id, kind, link, title, title_terms, body, day, mark)"
                             " values ($1, $2, $3, $4, $5, $6, $7, $8)"};
const Statement kInsertTerm{Scope::room,
                            "insert into search_term (reader, term, entry, signature) values ($1, $2, $3, $4)"};
const Statement kDeleteTerms{Scope::room, "delete from search_term where entry = $1"};
const Statement kDeleteEntry{Scope::room, "delete from search_entry where id = $1"};
const Statement kDeleteAllTerms{Scope::room, "delete from search_term"};
const Statement kDeleteAllEntries{Scope::room, "delete from search_entry"};
const Statement kDeleteAllReaders{Scope::room, "delete from search_reader"};
const Statement kLastEntry{Scope::room, "select max(id) from search_entry"};
const Statement kEntry{Scope::room,
                       "select id, kind, link, title, title_terms, body, day, mark from search_entry where id = $1"};
const Statement kState{Scope::room, "select value from search_state where name = $1"};
const Statement kSaveState{Scope::room,
                           "insert into search_state (name, value) values ($1, $2)"
                           " on conflict (name) do update set value = excluded.value"};

/// Behind every character that a word can have.
constexpr std::string_view kBehindAll = "\xF4\x8F\xBF\xBF";

constexpr std::string_view kOfReaders =
    "reader in ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)";

const std::string kCountSql = fmt::format(
    "select count(*) from (select 1 as one from search_term where {} and term >= $17 and term < $18 limit {}) as "
    "counted",
    kOfReaders, kMostCounted);
const Statement kCount{Scope::room, kCountSql};

/// The first prefix drives; each other one is a question to the entry's own words, which "limit 1" keeps a question:
/// PostgreSQL would otherwise read a common word's whole range to join it. `is true` keeps what is read once a set that
/// is hashed, for PostgreSQL would join that too, row by row.
std::string candidates_sql(std::size_t words, bool second_at_once) {
    std::string sql =
        fmt::format("select t.entry from search_term t where t.{} and t.term >= $17 and t.term < $18", kOfReaders);
    for (std::size_t i = 1; i < words; ++i) {
        const auto range = fmt::format("u.term >= ${} and u.term < ${}", 17 + 2 * i, 18 + 2 * i);
        if (i == 1 && second_at_once)
            sql +=
                fmt::format(" and (t.entry in (select u.entry from search_term u where u.{} and {} limit {})) is true",
                            kOfReaders, range, kMostCounted);
        else
            sql += fmt::format(" and (select 1 from search_term u where u.entry = t.entry and {} limit 1) = 1", range);
    }
    // Both engines look at the bits before they ask.
    if (words > 1) sql += fmt::format(" and (t.signature & ${0}) = ${0}", 17 + 2 * words);
    return fmt::format(
        "select e.id, e.kind, e.day, e.title_terms from ({} limit {}) as f join search_entry e"
        " on e.id = f.entry",
        sql, kMostCandidates);
}
/// A statement for each number of words.
class CandidateStatements {
  public:
    explicit CandidateStatements(bool second_at_once) {
        for (std::size_t words = 1; words <= kMostWords; ++words)
            all_.emplace_back(Scope::room, sql_.emplace_back(candidates_sql(words, second_at_once)));
    }
    const Statement& of(std::size_t words) const { return all_.at(words - 1); }

  private:
    std::deque<std::string> sql_;
    std::deque<Statement> all_;
};
const CandidateStatements kCandidates(false);
const CandidateStatements kCandidatesAtOnce(true);

/// The readers as a statement takes them: empty places are filled with a number that nobody has.
std::vector<Value> reader_arguments(const std::vector<std::int64_t>& readers) {
    base::ensure(readers.size() <= kReadersAtATime, "readers are asked for in portions");
    std::vector<Value> arguments(kReadersAtATime, Value(std::int64_t{-1}));
    for (std::size_t i = 0; i < readers.size(); ++i) arguments[i] = readers[i];
    return arguments;
}

void add_range(std::vector<Value>& arguments, const std::string& prefix) {
    arguments.emplace_back(prefix);
    arguments.emplace_back(prefix + std::string(kBehindAll));
}

}  // namespace

std::map<std::string, Known, std::less<>> load_known(store::Reader& room, std::string_view kind) {
    std::map<std::string, Known, std::less<>> known;
    room.each(kKnown, {store::to_value(kind)}, [&](const Row& row) {
        known.emplace(row.text(0), Known{row.integer(1), row.text(2)});
    });
    return known;
}
std::vector<std::string> load_kinds(store::Reader& room) {
    return room.all(kKinds, [](const Row& row) { return row.text(0); });
}
std::map<std::int64_t, std::string> load_readers(store::Reader& room) {
    std::map<std::int64_t, std::string> readers;
    room.each(kReaders, {}, [&](const Row& row) { readers.emplace(row.integer(0), row.text(1)); });
    return readers;
}
std::int64_t reader_number(store::Transaction& room, std::string_view label) {
    if (const auto known = room.one(
            kReaderOf, [](const Row& row) { return row.integer(0); }, label))
        return *known;
    const std::int64_t number = room.count(kLastReader) + 1;
    room.run(kInsertReader, number, label);
    return number;
}

void write_entry(store::Transaction& room, const Fresh& fresh, const std::vector<std::int64_t>& readers) {
    const Kept& kept = fresh.kept;
    delete_entry(room, kept.id);
    room.run(kInsertEntry, kept.id, kept.kind, kept.link, kept.title, kept.title_terms, kept.body, kept.day, kept.mark);
    const std::int64_t signature = signature_of(fresh.terms);
    for (const std::int64_t reader : readers)
        for (const std::string& term : fresh.terms) room.run(kInsertTerm, reader, term, kept.id, signature);
}
void delete_entry(store::Transaction& room, std::int64_t id) {
    room.run(kDeleteTerms, id);
    room.run(kDeleteEntry, id);
}
void delete_everything(store::Transaction& room) {
    for (const Statement* one : {&kDeleteAllTerms, &kDeleteAllEntries, &kDeleteAllReaders}) room.run(*one);
}
std::int64_t last_entry(store::Reader& room) {
    return room.count(kLastEntry);
}
std::optional<Kept> load_entry(store::Reader& room, std::int64_t id) {
    return room.one(
        kEntry,
        [](const Row& row) {
            return Kept{row.integer(0),           row.text(1), row.text(2), row.text(3), row.text(4), row.text(5),
                        row.maybe(6, &Row::date), row.text(7)};
        },
        id);
}

std::optional<std::string> load_state(store::Reader& room, std::string_view name) {
    return room.one(
        kState, [](const Row& row) { return row.text(0); }, name);
}
void save_state(store::Transaction& room, std::string_view name, std::string_view value) {
    room.run(kSaveState, name, value);
}

std::int64_t count_words(store::Reader& room, const std::vector<std::int64_t>& readers, const std::string& prefix) {
    auto arguments = reader_arguments(readers);
    add_range(arguments, prefix);
    std::int64_t count = 0;
    room.each(kCount, arguments, [&](const Row& row) { count = row.integer(0); });
    return count;
}

std::vector<Candidate> load_candidates(store::Reader& room, const std::vector<std::int64_t>& readers,
                                       const Order& order) {
    const auto& prefixes = order.prefixes;
    base::ensure(!prefixes.empty() && prefixes.size() <= kMostWords, "a search has one to six words");
    auto arguments = reader_arguments(readers);
    for (const std::string& prefix : prefixes) add_range(arguments, prefix);
    if (prefixes.size() > 1) arguments.emplace_back(signature_of(prefixes));
    const auto& statements = order.second_at_once ? kCandidatesAtOnce : kCandidates;
    std::vector<Candidate> all;
    room.each(statements.of(prefixes.size()), arguments, [&](const Row& row) {
        all.push_back({row.integer(0), row.text(1), row.is_null(2) ? std::string() : row.text(2), row.text(3)});
    });
    return all;
}

}  // namespace samrum::search
