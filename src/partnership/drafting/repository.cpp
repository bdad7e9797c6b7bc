#include "partnership/drafting/repository.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace samrum::partnership::drafting {
namespace {

using nlohmann::json;
using store::Row;
using store::Statement;

constexpr auto kRoom = store::Scope::room;

#define CASE_COLUMNS                                                                                              \
    "select id, number, enquiry, title, activity, state, rejected_in_part, officer, officer_account, opened_on, " \
    "version, agreement from draft_case "
const Statement kCases{kRoom, CASE_COLUMNS "order by number desc"};
const Statement kCase{kRoom, CASE_COLUMNS "where id = $1"};
const Statement kCaseOfEnquiry{kRoom, CASE_COLUMNS "where enquiry = $1"};
const Statement kCaseOfAgreement{kRoom, CASE_COLUMNS "where agreement = $1 order by number desc"};
#undef CASE_COLUMNS
const Statement kLastCase{kRoom, "select max(number) from draft_case"};
const Statement kInsertCase{kRoom, R"(
    insert into draft_case (id, number, enquiry, title, activity, state, rejected_in_part, officer, officer_account,
                            opened_on, version)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11))"};
const Statement kUpdateCase{kRoom, R"(
    update draft_case set title = $2, activity = $3, state = $4, rejected_in_part = $5, version = $6, agreement = $7
    where id = $1)"};
const Statement kParties{kRoom,
                         "select draft_case, organisation, name from draft_case_party order by draft_case, position"};
const Statement kPartiesOf{
    kRoom, "select draft_case, organisation, name from draft_case_party where draft_case = $1 order by position"};
const Statement kInsertParty{
    kRoom, "insert into draft_case_party (draft_case, position, organisation, name) values ($1, $2, $3, $4)"};

const Statement kEvents{kRoom, R"(
    select number, kind, happened_on, content, part, reasons, version, made_by, side, organisation
    from draft_event where draft_case = $1 order by number)"};
const Statement kLastEvent{kRoom, "select max(number) from draft_event where draft_case = $1"};
const Statement kInsertEvent{kRoom, R"(
    insert into draft_event (draft_case, number, kind, happened_on, content, part, reasons, version, made_by, side,
                             organisation)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11))"};

const Statement kVersion{kRoom, R"(
    select number, document, hash, part, based_on, restored, made_at, made_by, side
    from draft_version where draft_case = $1 and number = $2)"};
const Statement kVersions{kRoom, R"(
    select number, '', hash, part, based_on, restored, made_at, made_by, side
    from draft_version where draft_case = $1 order by number desc)"};
const Statement kInsertVersion{kRoom, R"(
    insert into draft_version (draft_case, number, document, hash, part, based_on, restored, made_at, made_by, side)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10))"};

const Statement kComments{kRoom, R"(
    select id, part, content, version, answers, made_at, made_by, side, resolved_on, resolved_by
    from draft_comment where draft_case = $1 order by made_at, id)"};
const Statement kInsertComment{kRoom, R"(
    insert into draft_comment (id, draft_case, part, content, version, answers, made_at, made_by, side, resolved_by)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, ''))"};
const Statement kResolveComment{kRoom, "update draft_comment set resolved_on = $2, resolved_by = $3 where id = $1"};

const Statement kAssessments{kRoom, R"(
    select number, version, answered, made_on, made_by from draft_assessment where draft_case = $1 order by number)"};
const Statement kLastAssessment{kRoom, "select max(number) from draft_assessment where draft_case = $1"};
const Statement kInsertAssessment{kRoom, R"(
    insert into draft_assessment (draft_case, number, version, answered, made_on, made_by)
    values ($1, $2, $3, $4, $5, $6))"};

const Statement kTemplates{kRoom, "select number, document, made_on, made_by from draft_template order by number desc"};
const Statement kInsertTemplate{
    kRoom, "insert into draft_template (number, document, made_on, made_by) values ($1, $2, $3, $4)"};

int whole(const Row& row, int column) {
    return static_cast<int>(row.integer(column));
}
std::optional<int> maybe_whole(const Row& row, int column) {
    return row.is_null(column) ? std::nullopt : std::optional(whole(row, column));
}
Side side_of(const Row& row, int column) {
    return agreement::value_of<Side>(row.view(column)).value();
}

Case case_of(const Row& row) {
    Case one;
    one.id = row.id<CaseId>(0);
    one.number = row.integer(1);
    if (!row.is_null(2)) one.enquiry = base::Uuid::parse(row.view(2)).value();
    one.title = row.text(3);
    one.activity = row.text(4);
    one.state = agreement::value_of<State>(row.view(5)).value();
    one.rejected_in_part = row.flag(6);
    one.officer = row.text(7);
    one.officer_account = row.text(8);
    one.opened_on = row.date(9);
    one.version = whole(row, 10);
    one.agreement = row.maybe_id<AgreementId>(11);
    return one;
}
std::optional<Case> with_parties(store::Reader& room, std::optional<Case> one) {
    if (one)
        one->associations = room.all(
            kPartiesOf,
            [](const Row& row) {
                return CaseParty{row.id<module::OrganisationId>(1), row.text(2)};
            },
            one->id);
    return one;
}

std::string reasons_text(const std::vector<CriterionReason>& reasons) {
    json all = json::array();
    for (const CriterionReason& one : reasons)
        all.push_back({{"set", one.set},
                       {"version", one.set_version},
                       {"criterion", one.criterion},
                       {"text", one.text},
                       {"reason", one.reason}});
    return all.dump();
}
std::vector<CriterionReason> reasons_of(std::string_view text) {
    std::vector<CriterionReason> all;
    for (const json& one : json::parse(text))
        all.push_back({one.at("set"), one.at("version"), one.at("criterion"), one.at("text"), one.at("reason")});
    return all;
}

CaseEvent case_event_of(const Row& row) {
    CaseEvent one;
    one.number = whole(row, 0);
    one.kind = agreement::value_of<EventKind>(row.view(1)).value();
    one.on = row.date(2);
    one.text = row.text(3);
    one.part = row.text(4);
    one.reasons = reasons_of(row.view(5));
    one.version = maybe_whole(row, 6);
    one.by = row.text(7);
    one.side = side_of(row, 8);
    one.organisation = row.maybe_id<module::OrganisationId>(9);
    return one;
}
DraftVersion version_of(const Row& row) {
    return {whole(row, 0),       row.text(1),    row.text(2), row.text(3),    whole(row, 4),
            maybe_whole(row, 5), row.instant(6), row.text(7), side_of(row, 8)};
}
Comment comment_of(const Row& row) {
    Comment one;
    one.id = row.id<CommentId>(0);
    one.part = row.text(1);
    one.text = row.text(2);
    one.version = whole(row, 3);
    one.answers = row.maybe_id<CommentId>(4);
    one.made_at = row.instant(5);
    one.made_by = row.text(6);
    one.side = side_of(row, 7);
    one.resolved_on = row.maybe(8, &Row::date);
    one.resolved_by = row.text(9);
    return one;
}

std::string answered_text(const agreement::AnsweredSet& answered) {
    json answers = json::array();
    for (const agreement::CriterionAnswer& one : answered.answers)
        answers.push_back({{"criterion", one.criterion},
                           {"answer", word_of(one.answer)},
                           {"motivation", one.motivation},
                           {"by", one.by},
                           {"on", one.on ? json(one.on->iso()) : json()}});
    return json{{"set", answered.set}, {"version", answered.version}, {"part", answered.part}, {"answers", answers}}
        .dump();
}
agreement::AnsweredSet answered_of(std::string_view text) {
    const json read = json::parse(text);
    agreement::AnsweredSet answered{read.at("set"), read.at("version"), read.at("part"), {}};
    for (const json& one : read.at("answers")) {
        agreement::CriterionAnswer answer;
        answer.criterion = one.at("criterion");
        answer.answer = agreement::value_of<agreement::Answer>(one.at("answer").get<std::string>()).value();
        answer.motivation = one.at("motivation");
        answer.by = one.at("by");
        if (!one.at("on").is_null()) answer.on = base::Date::parse(one.at("on").get<std::string>()).value();
        answered.answers.push_back(std::move(answer));
    }
    return answered;
}

}  // namespace

std::vector<Case> load_cases(store::Reader& room) {
    auto cases = room.all(kCases, case_of);
    room.each(kParties, {}, [&](const Row& row) {
        const auto id = row.id<CaseId>(0);
        const auto found = std::ranges::find(cases, id, &Case::id);
        if (found != cases.end()) found->associations.push_back({row.id<module::OrganisationId>(1), row.text(2)});
    });
    return cases;
}
std::optional<Case> load_case(store::Reader& room, CaseId id) {
    return with_parties(room, room.one(kCase, case_of, id));
}
std::optional<Case> load_case_of_enquiry(store::Reader& room, const base::Uuid& enquiry) {
    return with_parties(room, room.one(kCaseOfEnquiry, case_of, enquiry));
}
std::optional<Case> load_case_of_agreement(store::Reader& room, AgreementId agreement) {
    return with_parties(room, room.one(kCaseOfAgreement, case_of, agreement));
}
void insert_case(store::Transaction& tx, Case& one) {
    tx.lock("draft_cases");
    one.number = tx.count(kLastCase) + 1;
    tx.run(kInsertCase, one.id, one.number, one.enquiry, one.title, one.activity, word_of(one.state),
           one.rejected_in_part, one.officer, one.officer_account, one.opened_on, one.version);
    int position = 0;
    for (const CaseParty& party : one.associations)
        tx.run(kInsertParty, one.id, ++position, party.organisation, party.name);
}
void update_case(store::Transaction& tx, const Case& one) {
    tx.run(kUpdateCase, one.id, one.title, one.activity, word_of(one.state), one.rejected_in_part, one.version,
           one.agreement);
}

std::vector<CaseEvent> load_case_events(store::Reader& room, CaseId id) {
    return room.all(kEvents, case_event_of, id);
}
void insert_case_event(store::Transaction& tx, CaseId id, CaseEvent event) {
    event.number = static_cast<int>(tx.count(kLastEvent, id)) + 1;
    tx.run(kInsertEvent, id, event.number, word_of(event.kind), event.on, event.text, event.part,
           reasons_text(event.reasons), event.version, event.by, word_of(event.side), event.organisation);
}

std::optional<DraftVersion> load_version(store::Reader& room, CaseId id, int number) {
    return room.one(kVersion, version_of, id, number);
}
std::vector<DraftVersion> load_versions(store::Reader& room, CaseId id) {
    return room.all(kVersions, version_of, id);
}
void insert_version(store::Transaction& tx, CaseId id, const DraftVersion& version) {
    tx.run(kInsertVersion, id, version.number, version.document, version.hash, version.part, version.based_on,
           version.restored, version.made_at, version.made_by, word_of(version.side));
}

std::vector<Comment> load_comments(store::Reader& room, CaseId id) {
    return room.all(kComments, comment_of, id);
}
void insert_comment(store::Transaction& tx, CaseId id, const Comment& comment) {
    tx.run(kInsertComment, comment.id, id, comment.part, comment.text, comment.version, comment.answers,
           comment.made_at, comment.made_by, word_of(comment.side));
}
void update_comment(store::Transaction& tx, const Comment& comment) {
    tx.run(kResolveComment, comment.id, comment.resolved_on, comment.resolved_by);
}

std::vector<agreement::ArchivedAssessment> load_assessments(store::Reader& room, CaseId id) {
    return room.all(
        kAssessments,
        [](const Row& row) {
            return agreement::ArchivedAssessment{{},          whole(row, 0), whole(row, 1), 0, answered_of(row.view(2)),
                                                 row.date(3), row.text(4)};
        },
        id);
}
void insert_assessment(store::Transaction& tx, CaseId id, const agreement::ArchivedAssessment& one) {
    tx.run(kInsertAssessment, id, tx.count(kLastAssessment, id) + 1, one.agreement_version, answered_text(one.answered),
           one.made_on, one.made_by);
}

std::vector<Template> load_templates(store::Reader& room) {
    return room.all(kTemplates, [](const Row& row) {
        return Template{whole(row, 0), row.text(1), row.date(2), row.text(3)};
    });
}
void insert_template(store::Transaction& tx, const Template& one) {
    tx.run(kInsertTemplate, one.number, one.document, one.made_on, one.made_by);
}

}  // namespace samrum::partnership::drafting
