#include "foundation/store/journal.hpp"

#include "foundation/store/journal_write.hpp"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>

namespace samrum::store {

namespace {

const Statement kLast{Scope::both, "select seq, hash from journal order by seq desc limit 1"};
const Statement kAppend{Scope::both,
                        "insert into journal (seq, at, actor, actor_label, what, subject, detail, previous, hash) "
                        "values ($1, $2, $3, $4, $5, $6, $7, $8, $9)"};
const Statement kAll{
    Scope::both, "select seq, at, actor, actor_label, what, subject, detail, hash, previous from journal order by seq"};
const Statement kBefore{Scope::both,
                        "select seq, at, actor, actor_label, what, subject, detail, hash from journal where seq < $1 "
                        "order by seq desc limit $2"};
const Statement kOfSubject{Scope::both,
                           "select seq, at, actor, actor_label, what, subject, detail, hash from journal "
                           "where subject = $1 order by seq"};
const Statement kKey{Scope::both, "select value from store_setting where name = 'journal.key'"};
const Statement kPutKey{Scope::both, "insert into store_setting (name, value) values ('journal.key', $1)"};
const Statement kOpenLine{
    Scope::both, "select counts, row_hashes from journal_anonymous where what = $1 and subject = $2 and day = $3"};
const Statement kPutOpenLine{Scope::both,
                             "insert into journal_anonymous (what, subject, day, counts, row_hashes, hash) "
                             "values ($1, $2, $3, $4, $5, $6) on conflict (what, subject, day) do update set "
                             "counts = excluded.counts, row_hashes = excluded.row_hashes, hash = excluded.hash"};
const Statement kOpenLines{Scope::both,
                           "select what, subject, day, counts, row_hashes, hash from journal_anonymous where day < $1 "
                           "order by day, what, subject"};
const Statement kDropOpenLines{Scope::both, "delete from journal_anonymous where day < $1"};

constexpr std::string_view kKeyPurpose = "journal.key";
constexpr std::string_view kLastDay = "9999";

/// Appends a field so that no two different lines give the same bytes.
void put(std::string& bytes, std::string_view field) {
    bytes += std::to_string(field.size());
    bytes += ':';
    bytes += field;
}

Hash hash_of(const Key& key, const JournalEntry& entry, std::string_view previous) {
    std::string bytes;
    put(bytes, std::to_string(entry.seq));
    put(bytes, std::to_string(entry.at.micros));
    for (const auto* field :
         {&entry.actor.id, &entry.actor.label, &entry.line.what, &entry.line.subject, &entry.line.detail}) {
        put(bytes, *field);
    }
    put(bytes, previous);
    return blake2b(bytes, key);
}

Bytes as_bytes(const Hash& hash) {
    return {hash.begin(), hash.end()};
}

JournalEntry read_entry(const Row& row) {
    return {row.integer(0),
            row.instant(1),
            {row.text(2), row.text(3)},
            {row.text(4), row.text(5), row.text(6)},
            to_hex(row.bytes(7))};
}

Key to_key(const std::string& plain) {
    base::ensure(plain.size() == sizeof(Key), "a journal key has 32 bytes");
    Key key;
    std::ranges::copy(to_bytes(plain), key.begin());
    return key;
}

/// An open line of an anonymous kind: counts as `visits=3 women=1`, row hashes sorted and set after each other.
struct OpenLine {
    std::string what, subject, day, counts;
    Bytes row_hashes;

    Hash hash(const Key& key) const {
        std::string bytes;
        for (const auto* field : {&what, &subject, &day, &counts}) put(bytes, *field);
        put(bytes, as_text(row_hashes));
        return blake2b(bytes, key);
    }
};

using Counts = std::vector<std::pair<std::string, std::int64_t>>;

Counts parse_counts(std::string_view text) {
    Counts counts;
    while (!text.empty()) {
        const auto word = text.substr(0, text.find(' '));
        text.remove_prefix(std::min(text.size(), word.size() + 1));
        const auto equals = word.find('=');
        std::int64_t n = 0;
        std::from_chars(word.data() + equals + 1, word.data() + word.size(), n);
        counts.emplace_back(word.substr(0, equals), n);
    }
    return counts;
}

void add_counts(Counts& counts, const Counts& more) {
    for (const auto& [name, n] : more) {
        base::ensure(name.find_first_not_of("abcdefghijklmnopqrstuvwxyz_.") == std::string::npos,
                     "a count of an anonymous line is named in lower-case ASCII");
        const auto there = std::ranges::find(counts, name, &Counts::value_type::first);
        if (there == counts.end())
            counts.emplace_back(name, n);
        else
            there->second += n;
    }
}

std::string counts_text(const Counts& counts) {
    std::string text;
    for (const auto& [name, n] : counts) text += fmt::format("{}{}={}", text.empty() ? "" : " ", name, n);
    return text;
}

/// Sorted, so that the order says nothing about who came first.
Bytes merge_hashes(const Bytes& joined, const std::vector<Bytes>& more) {
    std::vector<Bytes> hashes(more);
    for (std::size_t at = 0; at < joined.size(); at += sizeof(Hash)) {
        const auto from = joined.begin() + static_cast<std::ptrdiff_t>(at);
        hashes.emplace_back(from, from + sizeof(Hash));
    }
    std::ranges::sort(hashes);
    Bytes all;
    for (const auto& hash : hashes) {
        base::ensure(hash.size() == sizeof(Hash), "a row hash has 32 bytes");
        all.insert(all.end(), hash.begin(), hash.end());
    }
    return all;
}

std::string sealed_detail(const OpenLine& open) {
    std::string counts, rows;
    for (const auto& [name, n] : parse_counts(open.counts)) {
        counts += fmt::format("{}\"{}\":{}", counts.empty() ? "" : ",", name, n);
    }
    const auto hex = to_hex(open.row_hashes);
    for (std::size_t at = 0; at < hex.size(); at += 64) {
        rows += fmt::format("{}\"{}\"", rows.empty() ? "" : ",", hex.substr(at, 64));
    }
    return fmt::format(R"({{"day":"{}","counts":{{{}}},"rows":[{}]}})", open.day, counts, rows);
}

Key journal_key(Reader& reader) {
    const auto sealed = reader.one(kKey, [](const Row& row) { return row.bytes(0); });
    if (!sealed) throw base::Fault("the key of the journal is gone");
    return to_key(reader.secrets().decrypt(kKeyPurpose, *sealed));
}

std::optional<std::string> broken_open_line(Reader& reader, const Key& key) {
    std::optional<std::string> broken;
    reader.each(kOpenLines, {std::string(kLastDay)}, [&](const Row& row) {
        const OpenLine open{row.text(0), row.text(1), row.text(2), row.text(3), row.bytes(4)};
        if (!broken && row.bytes(5) != as_bytes(open.hash(key)))
            broken = open.what + " " + open.subject + " " + open.day;
    });
    return broken;
}

}  // namespace

void append_to_journal(Connection& connection, const Key& key,
                       const std::vector<std::pair<Actor, JournalLine>>& lines) {
    connection.lock("journal");
    std::int64_t seq = 0;
    Bytes previous(sizeof(Hash));
    connection.query(kLast, {}, [&](const Row& row) {
        seq = row.integer(0);
        previous = row.bytes(1);
    });
    const auto now = base::Instant::now();
    for (const auto& [actor, line] : lines) {
        const JournalEntry entry{++seq, now, actor, line, {}};
        auto hash = as_bytes(hash_of(key, entry, as_text(previous)));
        connection.execute(kAppend, {seq, now.micros, actor.id, actor.label, line.what, line.subject, line.detail,
                                     std::move(previous), hash});
        previous = std::move(hash);
    }
}

void add_anonymous(Connection& connection, const Key& key, const AnonymousLine& line) {
    connection.lock("journal.anonymous");
    OpenLine open{line.what, line.subject, line.day.iso(), {}, {}};
    connection.query(kOpenLine, {open.what, open.subject, open.day}, [&](const Row& row) {
        open.counts = row.text(0);
        open.row_hashes = row.bytes(1);
    });
    auto counts = parse_counts(open.counts);
    add_counts(counts, line.counts);
    open.counts = counts_text(counts);
    open.row_hashes = merge_hashes(open.row_hashes, line.row_hashes);
    connection.execute(kPutOpenLine,
                       {open.what, open.subject, open.day, open.counts, open.row_hashes, as_bytes(open.hash(key))});
}

void write_journal_key(Connection& connection, const Secrets& secrets) {
    connection.execute(kPutKey, {secrets.encrypt(kKeyPurpose, as_text(random_key()))});
}

Key read_journal_key(Connection& connection, const Secrets& secrets) {
    std::optional<Key> key;
    connection.query(kKey, {}, [&](const Row& row) { key = to_key(secrets.decrypt(kKeyPurpose, row.bytes(0))); });
    if (!key) throw base::Fault("the key of the journal is gone");
    return *key;
}

std::vector<JournalEntry> journal_entries(Reader& reader, std::int64_t before, int limit) {
    return reader.all(kBefore, read_entry, before == 0 ? INT64_MAX : before, limit);
}

std::vector<JournalEntry> journal_of(Reader& reader, std::string_view subject) {
    return reader.all(kOfSubject, read_entry, subject);
}

std::string journal_head(Reader& reader) {
    return reader.one(kLast, [](const Row& row) { return to_hex(row.bytes(1)); }).value_or(to_hex(Hash{}));
}

JournalCheck verify_journal(Reader& reader, std::optional<std::string_view> head) {
    const Key key = journal_key(reader);
    JournalCheck check;
    Bytes previous(sizeof(Hash));
    check.head_found = !head || *head == to_hex(previous);
    reader.each(kAll, {}, [&](const Row& row) {
        if (check.first_broken) return;
        const auto entry = read_entry(row);
        auto hash = row.bytes(7);
        const bool fits = entry.seq == check.lines + 1 && row.bytes(8) == previous &&
                          hash == as_bytes(hash_of(key, entry, as_text(previous)));
        if (!fits) {
            check.first_broken = entry.seq;
            return;
        }
        ++check.lines;
        if (head && *head == entry.hash) check.head_found = true;
        previous = std::move(hash);
    });
    check.head = to_hex(previous);
    check.broken_open_line = broken_open_line(reader, key);
    return check;
}

Bytes new_salt() {
    const auto key = random_key();
    return {key.begin(), key.end()};
}

Bytes anonymous_row_hash(const Bytes& salt, std::string_view content) {
    Key key;
    base::ensure(salt.size() == key.size(), "a salt has 32 bytes");
    std::ranges::copy(salt, key.begin());
    return as_bytes(blake2b(content, key));
}

int seal_anonymous(Transaction& tx, base::Date before) {
    tx.lock("journal.anonymous");
    const auto open = tx.all(
        kOpenLines,
        [](const Row& row) {
            return OpenLine{row.text(0), row.text(1), row.text(2), row.text(3), row.bytes(4)};
        },
        before);
    for (const auto& line : open) tx.journal({"system", "system"}, {line.what, line.subject, sealed_detail(line)});
    tx.run(kDropOpenLines, before);
    return static_cast<int>(open.size());
}

}  // namespace samrum::store
