#include "friends/pairs/repository_pair.hpp"

namespace samrum::friends::pairs {
namespace {

using store::Row;
using store::Scope;
using store::Statement;

const std::string kPairSelect =
    "select id, programme, newcomer, established, hours_a_month, months, started_on, trial_until, trial_talk_on, "
    "planned_until, paused_from, resumed_on, talked_on, lasted_on, ended_on, end_reason, revision from friends_pair";
const std::string kPairsText = kPairSelect + " order by started_on, id";
const std::string kPairText = kPairSelect + " where id = $1";
const std::string kPairsOfText =
    kPairSelect + " where newcomer = $1 or established = $1 order by started_on desc, id desc";
const Statement kPairs{Scope::room, kPairsText};
const Statement kPair{Scope::room, kPairText};
const Statement kPairsOf{Scope::room, kPairsOfText};
const Statement kPauses{Scope::room,
                        "select pair, first_day, last_day from friends_pause where $1 = '' or pair = $1 "
                        "order by first_day"};
const Statement kAddPause{Scope::room,
                          "insert into friends_pause (id, pair, first_day, last_day) values ($1, $2, $3, $4)"};
const Statement kForgetPauses{Scope::room, "delete from friends_pause where pair = $1"};
const Statement kInsertPair{
    Scope::room,
    "insert into friends_pair (id, programme, newcomer, established, hours_a_month, months, started_on, trial_until, "
    "trial_talk_on, planned_until, paused_from, resumed_on, talked_on, lasted_on, ended_on, end_reason, revision) "
    "values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, 1)"};
const Statement kUpdatePair{
    Scope::room,
    "update friends_pair set trial_talk_on = $3, planned_until = $4, paused_from = $5, resumed_on = $6, "
    "talked_on = $7, lasted_on = $8, ended_on = $9, end_reason = $10, revision = revision + 1 "
    "where id = $1 and revision = $2"};
const Statement kForgetNewcomer{Scope::room,
                                "update friends_pair set newcomer = '', revision = revision + 1 where newcomer = $1"};
const Statement kForgetEstablished{
    Scope::room, "update friends_pair set established = '', revision = revision + 1 where established = $1"};

const Statement kMeetingsOf{Scope::room,
                            "select pair, day, minutes, noted_by from friends_meeting where pair = $1 order by day"};
const Statement kMeetings{Scope::room,
                          "select pair, day, minutes, noted_by from friends_meeting where day >= $1 and day <= $2 "
                          "order by day, pair"};
const Statement kLastMeetings{Scope::room, "select pair, max(day) from friends_meeting group by pair"};
const Statement kSaveMeeting{
    Scope::room,
    "insert into friends_meeting (id, pair, day, minutes, noted_by) values ($1, $2, $3, $4, $5) "
    "on conflict (pair, day) do update set minutes = excluded.minutes, noted_by = excluded.noted_by"};
const Statement kDeleteMeeting{Scope::room, "delete from friends_meeting where pair = $1 and day = $2"};

std::optional<ParticipantId> who_of(const Row& row, int column) {
    return row.view(column).empty() ? std::nullopt : std::optional(row.id<ParticipantId>(column));
}
std::string text_of(const std::optional<ParticipantId>& who) {
    return who ? who->text() : std::string();
}
std::optional<std::string> reason_of(const Pair& pair) {
    return pair.end_reason ? std::optional(std::string(code_of(*pair.end_reason))) : std::nullopt;
}

Pair pair_of(const Row& row) {
    Pair one;
    one.id = row.id<PairId>(0);
    one.programme = row.id<ProgrammeId>(1);
    one.newcomer = who_of(row, 2);
    one.established = who_of(row, 3);
    one.hours_a_month = static_cast<int>(row.integer(4));
    one.months = static_cast<int>(row.integer(5));
    one.started_on = row.date(6);
    one.trial_until = row.date(7);
    one.trial_talk_on = row.maybe(8, &Row::date);
    one.planned_until = row.date(9);
    one.paused_from = row.maybe(10, &Row::date);
    one.resumed_on = row.maybe(11, &Row::date);
    one.talked_on = row.maybe(12, &Row::date);
    one.lasted_on = row.maybe(13, &Row::date);
    one.ended_on = row.maybe(14, &Row::date);
    if (!row.is_null(15)) one.end_reason = end_reason_of(row.view(15));
    one.revision = row.integer(16);
    return one;
}

Meeting meeting_of(const Row& row) {
    return {row.id<PairId>(0), row.date(1), static_cast<int>(row.integer(2)), noted_by_of(row.view(3)).value()};
}

void add_pauses(store::Reader& room, std::vector<Pair>& all, std::string_view only) {
    std::map<PairId, Pair*> by_id;
    for (Pair& one : all) by_id.emplace(one.id, &one);
    room.each(kPauses, {store::to_value(only)}, [&](const Row& row) {
        const auto found = by_id.find(row.id<PairId>(0));
        if (found != by_id.end()) found->second->pauses.emplace_back(row.date(1), row.date(2));
    });
}

}  // namespace

std::vector<Pair> load_pairs(store::Reader& room) {
    auto all = room.all(kPairs, pair_of);
    add_pauses(room, all, "");
    return all;
}
std::optional<Pair> load_pair(store::Reader& room, PairId id) {
    auto all = room.all(kPair, pair_of, id);
    add_pauses(room, all, id.text());
    return all.empty() ? std::nullopt : std::optional(std::move(all.front()));
}
std::vector<Pair> pairs_of(store::Reader& room, ParticipantId participant) {
    auto all = room.all(kPairsOf, pair_of, participant);
    for (Pair& one : all) {
        std::vector<Pair> alone{std::move(one)};
        add_pauses(room, alone, alone.front().id.text());
        one = std::move(alone.front());
    }
    return all;
}

void insert_pair(store::Transaction& room, const Pair& one) {
    room.run(kInsertPair, one.id, one.programme, text_of(one.newcomer), text_of(one.established), one.hours_a_month,
             one.months, one.started_on, one.trial_until, one.trial_talk_on, one.planned_until, one.paused_from,
             one.resumed_on, one.talked_on, one.lasted_on, one.ended_on, reason_of(one));
}
bool update_pair(store::Transaction& room, const Pair& one) {
    const bool done = room.run(kUpdatePair, one.id, one.revision, one.trial_talk_on, one.planned_until, one.paused_from,
                               one.resumed_on, one.talked_on, one.lasted_on, one.ended_on, reason_of(one)) == 1;
    if (!done) return false;
    room.run(kForgetPauses, one.id);
    for (const base::Period& pause : one.pauses)
        room.run(kAddPause, base::Uuid::random(), one.id, pause.first(), *pause.last());
    return true;
}
std::int64_t forget_participant(store::Transaction& room, ParticipantId participant) {
    return room.run(kForgetNewcomer, participant) + room.run(kForgetEstablished, participant);
}

std::vector<Meeting> meetings_of(store::Reader& room, PairId pair) {
    return room.all(kMeetingsOf, meeting_of, pair);
}
std::vector<Meeting> meetings_between(store::Reader& room, base::Date first, base::Date last) {
    return room.all(kMeetings, meeting_of, first, last);
}
std::map<PairId, base::Date> last_meetings(store::Reader& room) {
    std::map<PairId, base::Date> last;
    room.each(kLastMeetings, {}, [&](const Row& row) { last.emplace(row.id<PairId>(0), row.date(1)); });
    return last;
}
void save_meeting(store::Transaction& room, const Meeting& one) {
    room.run(kSaveMeeting, base::Uuid::random(), one.pair, one.day, one.minutes, code_of(one.noted_by));
}
bool delete_meeting(store::Transaction& room, PairId pair, base::Date day) {
    return room.run(kDeleteMeeting, pair, day) == 1;
}

}  // namespace samrum::friends::pairs
