#pragma once
#include "foundation/store/store.hpp"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Reading and verifying the journal of a lobby or room. It is written with Transaction::journal.
///
/// Each line's hash is BLAKE2b over the line and the hash of the line before, keyed with a key of this journal that
/// only the installation's key file opens. So nobody who can only write in the database can make a line that fits,
/// change one, or take one out of the middle. Cutting off the end leaves a whole chain: keep the head elsewhere now and
/// then (a printed report, another machine) and verify against it.
namespace samrum::store {

struct JournalEntry {
    std::int64_t seq = 0;
    base::Instant at;
    Actor actor;
    JournalLine line;
    std::string hash;  ///< hexadecimal
};

/// The newest lines first, those before `before` (0: from the end), at most `limit`.
std::vector<JournalEntry> journal_entries(Reader& reader, std::int64_t before, int limit);
/// Every line about one subject, oldest first.
std::vector<JournalEntry> journal_of(Reader& reader, std::string_view subject);

/// The hash of the last line in hexadecimal, 64 zeros for an empty journal.
std::string journal_head(Reader& reader);

struct JournalCheck {
    std::int64_t lines = 0;
    std::string head;                          ///< as journal_head, of the lines that are whole
    std::optional<std::int64_t> first_broken;  ///< the first line that was changed, put in, or follows one taken out
    std::optional<std::string>
        broken_open_line;  ///< an anonymous day that is not sealed yet and was changed: what and subject
    bool head_found =
        true;  ///< false when the head kept elsewhere is in no line: the end was cut off or all of it replaced

    bool is_whole() const { return !first_broken && !broken_open_line && head_found; }
};

/// Follows the chain from the first line. `head`, kept elsewhere at some time, must be one of its hashes. Reads one
/// moment when called in a snapshot.
JournalCheck verify_journal(Reader& reader, std::optional<std::string_view> head = std::nullopt);

/// A hash for AnonymousLine::row_hashes: `salt` (new_salt) is kept in the row and deleted with it, after which nobody
/// can tell whether a guess about the row was right. `content` is the row's fields in one text.
Bytes anonymous_row_hash(const Bytes& salt, std::string_view content);
Bytes new_salt();

/// Puts the open lines of anonymous kinds whose day is before `before` into the chain, one for each kind, subject and
/// day, with row hashes in no order of time. Call it when a day is over, so that a line's moment says nothing about a
/// visit. Something added to a day after it was sealed makes one more line. Answers how many lines were sealed.
int seal_anonymous(Transaction& tx, base::Date before);

}  // namespace samrum::store
