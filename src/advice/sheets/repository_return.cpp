#include "advice/sheets/repository_return.hpp"

#include "advice/sheets/repository_topics.hpp"
#include "foundation/store/secrets.hpp"

namespace samrum::advice::sheets {
namespace {

using store::Row;
using store::Scope;
using store::Statement;

const Statement kInsertCode{Scope::room,
                            "insert into advice_return_code (code_hash, topics, language, referral, expires_on) "
                            "values ($1, $2, $3, $4, $5)"};
const Statement kFindCode{Scope::room,
                          "select topics, language, referral, expires_on from advice_return_code where code_hash = $1"};
const Statement kDeleteCode{Scope::room, "delete from advice_return_code where code_hash = $1"};
const Statement kDeleteOldCodes{Scope::room, "delete from advice_return_code where expires_on < $1"};
const Statement kInsertNote{Scope::room, "insert into advice_note (id, site, sealed, dies_on) values ($1, $2, $3, $4)"};
// By their random ids: no order that says which came when.
const Statement kNotesOfSite{Scope::room,
                             "select sealed, dies_on from advice_note where site = $1 and dies_on >= $2 "
                             "order by dies_on desc, id"};
const Statement kDeleteNotes{Scope::room, "delete from advice_note where dies_on < $1"};

constexpr std::string_view kNotePurpose = "advice.note";

}  // namespace

void insert_return_code(store::Transaction& room, const store::Bytes& hash, const ReturnFacts& facts) {
    room.run(kInsertCode, hash, join_topics(facts.topics), facts.language, facts.referral, facts.expires_on);
}
std::optional<ReturnFacts> find_return_code(store::Reader& room, const store::Bytes& hash) {
    return room.one(
        kFindCode,
        [](const Row& row) {
            return ReturnFacts{split_topics(row.view(0)), row.text(1), row.text(2), row.date(3)};
        },
        hash);
}
bool delete_return_code(store::Transaction& room, const store::Bytes& hash) {
    return room.run(kDeleteCode, hash) == 1;
}
std::int64_t delete_old_return_codes(store::Transaction& room, base::Date today) {
    return room.run(kDeleteOldCodes, today);
}

void insert_note(store::Transaction& room, SiteId site, std::string_view text, base::Date dies_on) {
    room.run(kInsertNote, base::Uuid::random(), site, room.secrets().encrypt(kNotePurpose, text), dies_on);
}
std::vector<SiteNote> notes_of_site(store::Reader& room, SiteId site, base::Date today) {
    return room.all(
        kNotesOfSite,
        [&](const Row& row) {
            return SiteNote{room.secrets().decrypt(kNotePurpose, row.bytes(0)), row.date(1)};
        },
        site, today);
}
std::int64_t delete_dead_notes(store::Transaction& room, base::Date today) {
    return room.run(kDeleteNotes, today);
}

}  // namespace samrum::advice::sheets
