#include "friends/matching/repository_proposal.hpp"

namespace samrum::friends::matching {
namespace {

using store::Row;
using store::Scope;
using store::Statement;

const Statement kAllMarks{
    Scope::room,
    "select newcomer, established, mark, made_on, until from friends_match_mark order by newcomer, "
    "established"};
const Statement kSaveMark{
    Scope::room,
    "insert into friends_match_mark (newcomer, established, mark, made_on, until) values ($1, $2, $3, $4, $5) "
    "on conflict (newcomer, established) do update set mark = excluded.mark, made_on = excluded.made_on, "
    "until = excluded.until"};
const Statement kDeleteMark{Scope::room, "delete from friends_match_mark where newcomer = $1 and established = $2"};
const Statement kDeleteMarks{Scope::room, "delete from friends_match_mark where until < $1"};

const std::string kSelect =
    "select id, programme, newcomer, established, state, sent_on, expires_on, newcomer_answer, established_answer, "
    "reason, closed_on, revision from friends_proposal";
const std::string kOneText = kSelect + " where id = $1";
const std::string kLatestText =
    kSelect + " where newcomer = $1 or established = $1 order by sent_on desc, id desc limit 1";
const std::string kOpenText = kSelect + " where state = 'open' order by expires_on, id";
const std::string kProgrammeText = kSelect + " where programme = $1 order by sent_on desc, id desc";
const Statement kOne{Scope::room, kOneText};
const Statement kLatest{Scope::room, kLatestText};
const Statement kOpen{Scope::room, kOpenText};
const Statement kOfProgramme{Scope::room, kProgrammeText};
const Statement kInsert{
    Scope::room,
    "insert into friends_proposal (id, programme, newcomer, established, state, sent_on, expires_on, newcomer_answer, "
    "established_answer, reason, closed_on, revision) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 1)"};
const Statement kUpdate{
    Scope::room,
    "update friends_proposal set newcomer = $3, established = $4, state = $5, newcomer_answer = $6, "
    "established_answer = $7, reason = $8, closed_on = $9, revision = revision + 1 where id = $1 and revision = $2"};
const Statement kForgetNewcomer{Scope::room, "update friends_proposal set newcomer = '' where newcomer = $1"};
const Statement kForgetEstablished{Scope::room, "update friends_proposal set established = '' where established = $1"};
const Statement kDeleteClosed{Scope::room, "delete from friends_proposal where closed_on < $1"};

ParticipantId maybe_id(const Row& row, int column) {
    return row.view(column).empty() ? ParticipantId{} : row.id<ParticipantId>(column);
}
std::string id_text(ParticipantId id) {
    return id.is_nil() ? std::string() : id.text();
}

Proposal proposal_of(const Row& row) {
    Proposal one;
    one.id = row.id<ProposalId>(0);
    one.programme = row.id<ProgrammeId>(1);
    one.two = {maybe_id(row, 2), maybe_id(row, 3)};
    one.state = proposal_state_of(row.view(4)).value();
    one.sent_on = row.date(5);
    one.expires_on = row.date(6);
    one.newcomer_answer = answer_of(row.view(7)).value();
    one.established_answer = answer_of(row.view(8)).value();
    one.reason = no_reason_of(row.view(9)).value();
    one.closed_on = row.maybe(10, &Row::date);
    one.revision = row.integer(11);
    return one;
}

}  // namespace

std::vector<Marked> load_marks(store::Reader& room) {
    return room.all(kAllMarks, [](const Row& row) {
        return Marked{{row.id<ParticipantId>(0), row.id<ParticipantId>(1)},
                      mark_of(row.view(2)).value(),
                      row.date(3),
                      row.maybe(4, &Row::date)};
    });
}
void save_mark(store::Transaction& room, const Marked& one) {
    room.run(kSaveMark, one.two.newcomer, one.two.established, code_of(one.mark), one.made_on, one.until);
}
bool delete_mark(store::Transaction& room, const Two& two) {
    return room.run(kDeleteMark, two.newcomer, two.established) == 1;
}
std::int64_t delete_marks_before(store::Transaction& room, base::Date day) {
    return room.run(kDeleteMarks, day);
}

std::optional<Proposal> load_proposal(store::Reader& room, ProposalId id) {
    return room.one(kOne, proposal_of, id);
}
std::optional<Proposal> latest_of(store::Reader& room, ParticipantId id) {
    return room.one(kLatest, proposal_of, id);
}
std::vector<Proposal> load_open(store::Reader& room) {
    return room.all(kOpen, proposal_of);
}
std::vector<Proposal> load_of_programme(store::Reader& room, ProgrammeId programme) {
    return room.all(kOfProgramme, proposal_of, programme);
}
void insert_proposal(store::Transaction& room, const Proposal& one) {
    room.run(kInsert, one.id, one.programme, id_text(one.two.newcomer), id_text(one.two.established),
             code_of(one.state), one.sent_on, one.expires_on, code_of(one.newcomer_answer),
             code_of(one.established_answer), code_of(one.reason), one.closed_on);
}
bool update_proposal(store::Transaction& room, const Proposal& one) {
    return room.run(kUpdate, one.id, one.revision, id_text(one.two.newcomer), id_text(one.two.established),
                    code_of(one.state), code_of(one.newcomer_answer), code_of(one.established_answer),
                    code_of(one.reason), one.closed_on) == 1;
}
std::int64_t forget_in_proposals(store::Transaction& room, ParticipantId id) {
    return room.run(kForgetNewcomer, id) + room.run(kForgetEstablished, id);
}
std::int64_t delete_closed_before(store::Transaction& room, base::Date day) {
    return room.run(kDeleteClosed, day);
}

}  // namespace samrum::friends::matching
