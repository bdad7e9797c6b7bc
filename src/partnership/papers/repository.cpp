#include "partnership/papers/repository.hpp"

#include <algorithm>

namespace samrum::partnership::papers {
namespace {

using store::Row;
using store::Statement;

constexpr auto kPaperScope = store::Scope::room;

#define MEMO_COLUMNS                                                                                           \
    "select id, agreement, kind, due, title, sender, department, committee, signed_by, state, number, dated, " \
    "sent_on, made_on, made_by, revision from papers_memo"
const Statement kMemoOne{kPaperScope, MEMO_COLUMNS " where id = $1"};
const Statement kMemosOf{kPaperScope, MEMO_COLUMNS " where agreement = $1 order by dated desc, id desc"};
#undef MEMO_COLUMNS
const Statement kInsertMemo{kPaperScope,
                            "insert into papers_memo (id, agreement, kind, due, title, sender, department, committee, "
                            "signed_by, state, number, dated, sent_on, made_on, made_by, revision) "
                            "values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, 1)"};
const Statement kUpdateMemo{kPaperScope,
                            "update papers_memo set title = $3, committee = $4, signed_by = $5, state = $6, "
                            "number = $7, dated = $8, sent_on = $9, revision = revision + 1 "
                            "where id = $1 and revision = $2"};
const Statement kInsertSection{kPaperScope,
                               "insert into papers_section (memo, code, content, revision, changed_on, changed_by) "
                               "values ($1, $2, $3, 1, $4, $5) on conflict (memo, code) do nothing"};
const Statement kUpdateSection{kPaperScope,
                               "update papers_section set content = $4, changed_on = $5, changed_by = $6, "
                               "revision = revision + 1 where memo = $1 and code = $2 and revision = $3"};
// A section of the first revision is the draft's; whoever saves one makes it the second.
const Statement kRedraftSection{kPaperScope,
                                "update papers_section set content = $3, changed_on = $4, changed_by = $5 "
                                "where memo = $1 and code = $2 and revision = 1"};
const Statement kRemoveSections{kPaperScope, "delete from papers_section where memo = $1"};
const Statement kRemoveMemo{kPaperScope, "delete from papers_memo where id = $1"};
const Statement kSectionsOf{
    kPaperScope, "select code, content, revision, changed_on, changed_by from papers_section where memo = $1"};
const Statement kInsertMemoVersion{kPaperScope,
                                   "insert into papers_version (memo, number, state, content, hash, made_on, made_by) "
                                   "values ($1, $2, $3, $4, $5, $6, $7)"};
const Statement kMemoVersions{kPaperScope,
                              "select number, state, content, hash, made_on, made_by from papers_version "
                              "where memo = $1 order by number desc"};
const Statement kInsertOriginal{kPaperScope,
                                "insert into papers_original (agreement, version, content_hash, file, file_hash, "
                                "made_on, made_by) values ($1, $2, $3, $4, $5, $6, $7)"};
const Statement kOriginalsOf{kPaperScope,
                             "select agreement, version, content_hash, file, file_hash, made_on, made_by "
                             "from papers_original where agreement = $1 order by version desc"};
const Statement kSaveSignature{
    kPaperScope,
    "insert into papers_signature (agreement, version, position, organisation, function, name, place, signed_on, "
    "stated, scan, recorded_on, recorded_by) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) "
    "on conflict (agreement, version, position) do update set function = excluded.function, name = excluded.name, "
    "place = excluded.place, signed_on = excluded.signed_on, stated = excluded.stated, scan = excluded.scan, "
    "recorded_on = excluded.recorded_on, recorded_by = excluded.recorded_by"};
const Statement kSignaturesOf{kPaperScope,
                              "select position, organisation, function, name, place, signed_on, stated, scan, "
                              "recorded_on, recorded_by from papers_signature where agreement = $1 and version = $2 "
                              "order by position"};

Memo memo_of(const Row& row) {
    Memo one;
    one.id = row.id<MemoId>(0);
    one.agreement = row.id<AgreementId>(1);
    one.kind = agreement::value_of<MemoKind>(row.view(2)).value();
    one.due = row.maybe(3, &Row::date);
    one.title = row.text(4);
    one.sender = row.text(5);
    one.department = row.text(6);
    one.committee = row.text(7);
    one.signed_by = row.text(8);
    one.state = agreement::value_of<MemoState>(row.view(9)).value();
    one.number = row.text(10);
    one.dated = row.date(11);
    one.sent_on = row.maybe(12, &Row::date);
    one.made_on = row.date(13);
    one.made_by = row.text(14);
    one.revision = row.integer(15);
    return one;
}

}  // namespace

void insert_memo(store::Transaction& tx, const Memo& one) {
    tx.run(kInsertMemo, one.id, one.agreement, word_of(one.kind), one.due, one.title, one.sender, one.department,
           one.committee, one.signed_by, word_of(one.state), one.number, one.dated, one.sent_on, one.made_on,
           one.made_by);
}
bool update_memo(store::Transaction& tx, const Memo& one) {
    return tx.run(kUpdateMemo, one.id, one.revision, one.title, one.committee, one.signed_by, word_of(one.state),
                  one.number, one.dated, one.sent_on) == 1;
}
void remove_memo(store::Transaction& tx, MemoId id) {
    tx.run(kRemoveSections, id);
    tx.run(kRemoveMemo, id);
}
std::optional<Memo> load_memo(store::Reader& room, MemoId id) {
    return room.one(kMemoOne, memo_of, id);
}
std::vector<Memo> load_memos(store::Reader& room, AgreementId agreement) {
    return room.all(kMemosOf, memo_of, agreement);
}

bool save_section_text(store::Transaction& tx, MemoId memo, const SectionText& one) {
    if (tx.run(kInsertSection, memo, word_of(one.section), one.text, one.changed_on, one.changed_by) == 1) return true;
    return tx.run(kUpdateSection, memo, word_of(one.section), one.revision, one.text, one.changed_on, one.changed_by) ==
           1;
}
bool redraft_section(store::Transaction& tx, MemoId memo, const SectionText& one) {
    return tx.run(kRedraftSection, memo, word_of(one.section), one.text, one.changed_on, one.changed_by) == 1;
}
std::vector<SectionText> load_sections(store::Reader& room, MemoId memo) {
    auto all = room.all(
        kSectionsOf,
        [](const Row& row) {
            return SectionText{agreement::value_of<MemoSection>(row.view(0)).value(), row.text(1), row.integer(2),
                               row.date(3), row.text(4)};
        },
        memo);
    std::sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.section < b.section; });
    return all;
}

void insert_version(store::Transaction& tx, MemoId memo, const MemoVersion& one) {
    tx.run(kInsertMemoVersion, memo, one.number, word_of(one.state), one.content, one.hash, one.made_on, one.made_by);
}
std::vector<MemoVersion> load_versions(store::Reader& room, MemoId memo) {
    return room.all(
        kMemoVersions,
        [](const Row& row) {
            return MemoVersion{static_cast<int>(row.integer(0)),
                               agreement::value_of<MemoState>(row.view(1)).value(),
                               row.text(2),
                               row.text(3),
                               row.date(4),
                               row.text(5)};
        },
        memo);
}

void insert_original(store::Transaction& tx, const Original& one) {
    tx.run(kInsertOriginal, one.agreement, one.version, one.content_hash, one.file, one.file_hash, one.made_on,
           one.made_by);
}
std::vector<Original> load_originals(store::Reader& room, AgreementId agreement) {
    return room.all(
        kOriginalsOf,
        [](const Row& row) {
            return Original{row.id<AgreementId>(0),
                            static_cast<int>(row.integer(1)),
                            row.text(2),
                            base::Uuid::parse(row.view(3)).value(),
                            row.text(4),
                            row.date(5),
                            row.text(6)};
        },
        agreement);
}

void save_signature(store::Transaction& tx, AgreementId agreement, int version, const RecordedSignature& one) {
    tx.run(kSaveSignature, agreement, version, one.position, one.organisation, one.function, one.name, one.place,
           one.signed_on, one.stated, one.scan, one.recorded_on, one.recorded_by);
}
std::vector<RecordedSignature> load_signatures(store::Reader& room, AgreementId agreement, int version) {
    return room.all(
        kSignaturesOf,
        [](const Row& row) {
            RecordedSignature one;
            one.position = static_cast<int>(row.integer(0));
            one.organisation = row.text(1);
            one.function = row.text(2);
            one.name = row.text(3);
            one.place = row.text(4);
            one.signed_on = row.maybe(5, &Row::date);
            one.stated = row.text(6);
            if (!row.is_null(7)) one.scan = base::Uuid::parse(row.view(7)).value();
            one.recorded_on = row.date(8);
            one.recorded_by = row.text(9);
            return one;
        },
        agreement, version);
}

}  // namespace samrum::partnership::papers
