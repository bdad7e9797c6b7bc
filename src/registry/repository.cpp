#include "registry/repository.hpp"

namespace samrum::registry {
namespace {

using store::Row;
using store::Scope;
using store::Statement;

const Statement kInUse{Scope::room, "select in_use from registry_switch where id = 1"};
const Statement kSaveInUse{Scope::room,
                           "insert into registry_switch (id, in_use, changed_on, changed_by) values (1, $1, $2, $3) "
                           "on conflict (id) do update set in_use = excluded.in_use, changed_on = excluded.changed_on, "
                           "changed_by = excluded.changed_by"};

#define SERIES_COLUMNS "select id, name, shape, first_number, begun_on, closed from registry_series"
const Statement kAllSeries{Scope::room, SERIES_COLUMNS " order by begun_on, id"};
const Statement kOneSeries{Scope::room, SERIES_COLUMNS " where id = $1"};
#undef SERIES_COLUMNS
const Statement kInsertSeries{Scope::room,
                              "insert into registry_series (id, name, shape, first_number, begun_on, closed) "
                              "values ($1, $2, $3, $4, $5, $6)"};
const Statement kCloseSeries{Scope::room, "update registry_series set closed = $2 where id = $1"};

#define CASE_COLUMNS "select id, series, year, ordinal, number, about, opened_on, cancelled_why from registry_case"
const Statement kLastOrdinal{Scope::room, "select max(ordinal) from registry_case where series = $1 and year = $2"};
const Statement kCaseById{Scope::room, CASE_COLUMNS " where id = $1"};
const Statement kCaseByNumber{Scope::room, CASE_COLUMNS " where number = $1"};
const Statement kCases{Scope::room, CASE_COLUMNS " order by year desc, ordinal desc, id limit $1 offset $2"};
#undef CASE_COLUMNS
const Statement kCountCases{Scope::room, "select count(*) from registry_case"};
const Statement kInsertCase{Scope::room,
                            "insert into registry_case (id, series, year, ordinal, number, about, opened_on, "
                            "cancelled_why) values ($1, $2, $3, $4, $5, $6, $7, $8)"};
const Statement kCancelCase{Scope::room, "update registry_case set cancelled_why = $2 where id = $1"};

const Statement kLastPosition{Scope::room, "select max(position) from registry_document where case_id = $1"};
const Statement kInsertDocument{
    Scope::room,
    "insert into registry_document (id, case_id, position, direction, day, counterpart, about, link, file, rule, "
    "provision, marked_on, authority, hides_counterpart, hides_about, disposal, registered_by, revision) "
    "values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, null, $16, 1)"};
const Statement kUpdateDocument{
    Scope::room,
    "update registry_document set direction = $3, day = $4, counterpart = $5, about = $6, rule = $7, provision = $8, "
    "marked_on = $9, authority = $10, hides_counterpart = $11, hides_about = $12, revision = revision + 1 "
    "where id = $1 and revision = $2"};
const Statement kForgetTerms{Scope::room, "delete from registry_term where document = $1"};
const Statement kInsertTerm{Scope::room,
                            "insert into registry_term (term, document, is_public) values ($1, $2, $3) "
                            "on conflict (term, document) do update set is_public = excluded.is_public"};

// Each word is asked for as a range of beginnings; an empty one asks nothing.
#define DOCUMENT_COLUMNS                                                                                         \
    "select d.id, d.case_id, c.number, d.position, d.direction, d.day, d.counterpart, d.about, d.link, d.file, " \
    "d.rule, d.provision, d.marked_on, d.authority, d.hides_counterpart, d.hides_about, d.disposal, "            \
    "d.registered_by, d.revision from registry_document d join registry_case c on c.id = d.case_id"
#define HAS_WORD(from, to)                                                                                     \
    " and (" from " = '' or exists (select 1 from registry_term t where t.document = d.id and t.term >= " from \
    " and t.term < " to " and (t.is_public or not $2)))"
#define WHERE_FOUND \
    " where ($1 = '' or d.direction = $1)" HAS_WORD("$3", "$4") HAS_WORD("$5", "$6") HAS_WORD("$7", "$8")
#define CUT " limit $9 offset $10"
const Statement kCountFound{
    Scope::room, "select count(*) from registry_document d join registry_case c on c.id = d.case_id" WHERE_FOUND};
const Statement kByDay{Scope::room, DOCUMENT_COLUMNS WHERE_FOUND " order by d.day, d.id" CUT};
const Statement kByDayDown{Scope::room, DOCUMENT_COLUMNS WHERE_FOUND " order by d.day desc, d.id desc" CUT};
const Statement kByNumber{Scope::room,
                          DOCUMENT_COLUMNS WHERE_FOUND " order by c.year, c.series, c.ordinal, d.position" CUT};
const Statement kByNumberDown{Scope::room, DOCUMENT_COLUMNS WHERE_FOUND
                              " order by c.year desc, c.series desc, c.ordinal desc, d.position desc" CUT};
const Statement kDocument{Scope::room, DOCUMENT_COLUMNS " where d.id = $1"};
const Statement kDocumentsBefore{Scope::room, DOCUMENT_COLUMNS
                                 " where d.rule = $1 and d.day < $2 and d.disposal is null and d.link = '' "
                                 "order by d.day, d.id"};
#undef DOCUMENT_COLUMNS
#undef HAS_WORD
#undef WHERE_FOUND
#undef CUT

#define RULE_COLUMNS "select id, what, years, decided, revision from registry_rule"
const Statement kRules{Scope::room, RULE_COLUMNS " order by what, id"};
const Statement kRule{Scope::room, RULE_COLUMNS " where id = $1"};
#undef RULE_COLUMNS
const Statement kInsertRule{
    Scope::room, "insert into registry_rule (id, what, years, decided, revision) values ($1, $2, $3, $4, 1)"};
const Statement kUpdateRule{Scope::room,
                            "update registry_rule set what = $3, years = $4, decided = $5, revision = revision + 1 "
                            "where id = $1 and revision = $2"};
const Statement kInsertDisposal{Scope::room,
                                "insert into registry_disposal (id, rule, decision, decided_on, carried_out_on, "
                                "carried_out_by, documents) values ($1, $2, $3, $4, $5, $6, $7)"};
const Statement kDisposals{Scope::room,
                           "select id, rule, decision, decided_on, carried_out_on, carried_out_by, documents "
                           "from registry_disposal order by carried_out_on desc, id desc"};
const Statement kSaveDisposed{
    Scope::room, "update registry_document set disposal = $2, file = null, revision = revision + 1 where id = $1"};

Series series_of(const Row& row) {
    return {row.id<SeriesId>(0), row.text(1), row.text(2), row.integer(3), row.date(4), row.flag(5)};
}
Case case_of(const Row& row) {
    return {row.id<CaseId>(0), row.id<SeriesId>(1), static_cast<int>(row.integer(2)),
            row.integer(3),    row.text(4),         row.text(5),
            row.date(6),       row.text(7)};
}
Rule rule_of(const Row& row) {
    Rule one{row.id<RuleId>(0), row.text(1), std::nullopt, row.text(3), row.integer(4)};
    if (!row.is_null(2)) one.years = static_cast<int>(row.integer(2));
    return one;
}
Document document_of(const Row& row) {
    Document one;
    one.id = row.id<DocumentId>(0);
    one.in_case = row.id<CaseId>(1);
    one.number = row.text(2);
    one.position = static_cast<int>(row.integer(3));
    one.direction = direction_of(row.view(4)).value();
    one.on = row.date(5);
    one.counterpart = row.text(6);
    one.about = row.text(7);
    one.link = row.text(8);
    if (!row.is_null(9)) one.file = base::Uuid::parse(row.view(9)).value();
    one.rule = row.maybe_id<RuleId>(10);
    if (!row.is_null(11)) one.marking = Marking{row.text(11), row.date(12), row.text(13), row.flag(14), row.flag(15)};
    one.disposal = row.maybe_id<DisposalId>(16);
    one.registered_by = row.text(17);
    one.revision = row.integer(18);
    return one;
}

/// What a marking writes into its columns.
struct MarkingColumns {
    std::optional<std::string> provision;
    std::optional<base::Date> on;
    std::optional<std::string> authority;
    bool hides_counterpart = false;
    bool hides_about = false;
    explicit MarkingColumns(const std::optional<Marking>& from) {
        if (!from) return;
        provision = from->provision;
        on = from->on;
        authority = from->authority;
        hides_counterpart = from->hides_counterpart;
        hides_about = from->hides_about;
    }
};

/// The conditions of WHERE_FOUND, in order.
std::vector<store::Value> conditions(const Search& search) {
    std::vector<store::Value> args{store::to_value(search.direction), store::to_value(search.public_only)};
    for (std::size_t i = 0; i < 3; ++i) {
        const std::string word = i < search.words.size() ? search.words[i] : "";
        args.push_back(store::to_value(word));
        args.push_back(store::to_value(word + "\xF4\x8F\xBF\xBF"));  // the last character there is
    }
    return args;
}

}  // namespace

bool load_in_use(store::Reader& room) {
    return room.one(kInUse, [](const Row& row) { return row.flag(0); }).value_or(false);
}
void save_in_use(store::Transaction& tx, bool in_use, base::Date on, std::string_view by) {
    tx.run(kSaveInUse, in_use, on, by);
}

std::vector<Series> load_series(store::Reader& room) {
    return room.all(kAllSeries, series_of);
}
std::optional<Series> load_series(store::Reader& room, SeriesId id) {
    return room.one(kOneSeries, series_of, id);
}
void insert_series(store::Transaction& tx, const Series& series) {
    tx.run(kInsertSeries, series.id, series.name, series.shape, series.first, series.begun_on, series.closed);
}
void close_series(store::Transaction& tx, SeriesId id) {
    tx.run(kCloseSeries, id, true);
}

std::int64_t last_ordinal(store::Reader& room, SeriesId series, int year) {
    return room.count(kLastOrdinal, series, year);
}
void insert_case(store::Transaction& tx, const Case& one) {
    tx.run(kInsertCase, one.id, one.series, one.year, one.ordinal, one.number, one.about, one.opened_on,
           one.cancelled_why);
}
std::optional<Case> load_case(store::Reader& room, CaseId id) {
    return room.one(kCaseById, case_of, id);
}
std::optional<Case> load_case(store::Reader& room, std::string_view number) {
    return room.one(kCaseByNumber, case_of, number);
}
std::vector<Case> load_cases(store::Reader& room, std::int64_t offset, int limit) {
    return room.all(kCases, case_of, limit, offset);
}
std::int64_t count_cases(store::Reader& room) {
    return room.count(kCountCases);
}
void save_cancelled(store::Transaction& tx, CaseId id, std::string_view why) {
    tx.run(kCancelCase, id, why);
}

int last_position(store::Reader& room, CaseId of) {
    return static_cast<int>(room.count(kLastPosition, of));
}
void insert_document(store::Transaction& tx, const Document& one) {
    const MarkingColumns marking(one.marking);
    tx.run(kInsertDocument, one.id, one.in_case, one.position, code_of(one.direction), one.on, one.counterpart,
           one.about, one.link, one.file, one.rule, marking.provision, marking.on, marking.authority,
           marking.hides_counterpart, marking.hides_about, one.registered_by);
}
bool update_document(store::Transaction& tx, const Document& one) {
    const MarkingColumns marking(one.marking);
    return tx.run(kUpdateDocument, one.id, one.revision, code_of(one.direction), one.on, one.counterpart, one.about,
                  one.rule, marking.provision, marking.on, marking.authority, marking.hides_counterpart,
                  marking.hides_about) == 1;
}
std::optional<Document> load_document(store::Reader& room, DocumentId id) {
    return room.one(kDocument, document_of, id);
}
void save_terms(store::Transaction& tx, DocumentId id, const std::vector<Term>& terms) {
    tx.run(kForgetTerms, id);
    for (const Term& one : terms) tx.run(kInsertTerm, one.term, id, one.is_public);
}

std::vector<Document> find_documents(store::Reader& room, const Search& search) {
    const Statement& sql = search.order == Order::day ? (search.descending ? kByDayDown : kByDay)
                                                      : (search.descending ? kByNumberDown : kByNumber);
    auto args = conditions(search);
    args.push_back(store::to_value(search.limit));
    args.push_back(store::to_value(search.offset));
    std::vector<Document> found;
    room.each(sql, args, [&](const Row& row) { found.push_back(document_of(row)); });
    return found;
}
std::int64_t count_documents(store::Reader& room, const Search& search) {
    std::int64_t count = 0;
    room.each(kCountFound, conditions(search), [&](const Row& row) { count = row.integer(0); });
    return count;
}

std::vector<Rule> load_rules(store::Reader& room) {
    return room.all(kRules, rule_of);
}
std::optional<Rule> load_rule(store::Reader& room, RuleId id) {
    return room.one(kRule, rule_of, id);
}
void insert_rule(store::Transaction& tx, const Rule& rule) {
    tx.run(kInsertRule, rule.id, rule.what, rule.years, rule.decided);
}
bool update_rule(store::Transaction& tx, const Rule& rule) {
    return tx.run(kUpdateRule, rule.id, rule.revision, rule.what, rule.years, rule.decided) == 1;
}
std::vector<Document> documents_before(store::Reader& room, RuleId rule, base::Date day) {
    return room.all(kDocumentsBefore, document_of, rule, day);
}
void insert_disposal(store::Transaction& tx, const Disposal& one) {
    tx.run(kInsertDisposal, one.id, one.rule, one.decision, one.decided_on, one.carried_out_on, one.by, one.documents);
}
void save_disposed(store::Transaction& tx, DocumentId document, DisposalId disposal) {
    tx.run(kSaveDisposed, document, disposal);
}
std::vector<Disposal> load_disposals(store::Reader& room) {
    return room.all(kDisposals, [](const Row& row) {
        return Disposal{row.id<DisposalId>(0), row.id<RuleId>(1), row.text(2),   row.date(3),
                        row.date(4),           row.text(5),       row.integer(6)};
    });
}

}  // namespace samrum::registry
