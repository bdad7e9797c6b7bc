#include "partnership/steering/repository_meeting.hpp"

#include <nlohmann/json.hpp>

namespace samrum::partnership::steering {
namespace {

using store::Row;
using store::Statement;

constexpr auto kMeetingScope = store::Scope::room;

#define MEETING_COLUMNS                                                                                        \
    "select id, steering_group, day, starts, ends, place, state, sequence, others, settled_on, revision from " \
    "steering_meeting"
const Statement kMeetingAhead{kMeetingScope, R"(
    select m.day from steering_meeting_agreement s join steering_meeting m on m.id = s.meeting
    where s.agreement = $1 and m.day >= $2 and m.state in ('planned', 'called') order by m.day limit 1)"};
const Statement kMeetings{kMeetingScope, MEETING_COLUMNS " order by day desc, starts desc, id"};
const Statement kMeeting{kMeetingScope, MEETING_COLUMNS " where id = $1"};
#undef MEETING_COLUMNS
const Statement kInsertMeeting{kMeetingScope, R"(
    insert into steering_meeting (id, steering_group, day, starts, ends, place, state, sequence, others, settled_on,
                                  revision)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 1))"};
const Statement kUpdateMeeting{kMeetingScope, R"(
    update steering_meeting set day = $3, starts = $4, ends = $5, place = $6, state = $7, sequence = $8, others = $9,
        settled_on = $10, revision = revision + 1
    where id = $1 and revision = $2)"};
const Statement kMeetingAgreements{kMeetingScope,
                                   "select meeting, agreement from steering_meeting_agreement order by agreement"};
const Statement kAgreementsOfMeeting{
    kMeetingScope, "select agreement from steering_meeting_agreement where meeting = $1 order by agreement"};
const Statement kClearMeetingAgreements{kMeetingScope, "delete from steering_meeting_agreement where meeting = $1"};
const Statement kInsertMeetingAgreement{kMeetingScope,
                                        "insert into steering_meeting_agreement (meeting, agreement) values ($1, $2)"};
const Statement kPresent{kMeetingScope, "select seat from steering_present where meeting = $1 order by seat"};
const Statement kClearPresent{kMeetingScope, "delete from steering_present where meeting = $1"};
const Statement kInsertPresent{kMeetingScope, "insert into steering_present (meeting, seat) values ($1, $2)"};

const Statement kItems{kMeetingScope, R"(
    select id, meeting, position, agreement, source, title, content, link, notes, consensus, dissent, removed, revision
    from steering_item where meeting = $1 order by position, id)"};
const Statement kInsertItem{kMeetingScope, R"(
    insert into steering_item (id, meeting, position, agreement, source, title, content, link, notes, consensus,
                               dissent, removed, revision)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 1))"};
const Statement kUpdateItem{kMeetingScope, R"(
    update steering_item set position = $3, agreement = $4, title = $5, content = $6, notes = $7, consensus = $8,
        dissent = $9, removed = $10, revision = revision + 1
    where id = $1 and revision = $2)"};

const Statement kAddenda{
    kMeetingScope,
    "select number, content, added_on, added_by from steering_addendum where meeting = $1 order by number"};
const Statement kInsertAddendum{
    kMeetingScope,
    "insert into steering_addendum (meeting, number, content, added_on, added_by) values ($1, $2, $3, $4, $5)"};

#define ACTION_COLUMNS                                                                                            \
    "select id, agreement, meeting, item, what, owner, organisation, due, closed_on, dropped, outcome, revision " \
    "from steering_action"
const Statement kActions{
    kMeetingScope, ACTION_COLUMNS " order by case when closed_on is null then 0 else 1 end, closed_on desc, due, id"};
const Statement kAction{kMeetingScope, ACTION_COLUMNS " where id = $1"};
#undef ACTION_COLUMNS
const Statement kInsertAction{kMeetingScope, R"(
    insert into steering_action (id, agreement, meeting, item, what, owner, organisation, due, closed_on, dropped,
                                 outcome, revision)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 1))"};
const Statement kUpdateAction{kMeetingScope, R"(
    update steering_action set what = $3, owner = $4, organisation = $5, due = $6, closed_on = $7, dropped = $8,
        outcome = $9, revision = revision + 1
    where id = $1 and revision = $2)"};

const Statement kProposals{kMeetingScope, R"(
    select id, agreement, key, message, arguments, content, link, proposed_by, meeting
    from steering_proposal where meeting is null order by id)"};
const Statement kInsertProposal{kMeetingScope, R"(
    insert into steering_proposal (id, agreement, key, message, arguments, content, link, proposed_by, meeting)
    values ($1, $2, $3, $4, $5, $6, $7, $8, null) on conflict (agreement, key) do nothing)"};
const Statement kTakeUp{kMeetingScope, "update steering_proposal set meeting = $2 where id = $1"};
const Statement kLetWait{kMeetingScope, "update steering_proposal set meeting = null where meeting = $1"};

template <class E>
E kept_word(std::string_view word) {
    const auto value = agreement::value_of<E>(word);
    base::ensure(value.has_value(), "the database holds words that the program wrote");
    return *value;
}

Meeting meeting_of(const Row& row) {
    Meeting one;
    one.id = row.id<MeetingId>(0);
    one.group = row.id<GroupId>(1);
    one.day = row.date(2);
    one.starts.minutes = static_cast<int>(row.integer(3));
    one.ends.minutes = static_cast<int>(row.integer(4));
    one.place = row.text(5);
    one.state = kept_word<MeetingState>(row.view(6));
    one.sequence = row.integer(7);
    one.others = row.text(8);
    one.settled_on = row.maybe(9, &Row::date);
    one.revision = row.integer(10);
    return one;
}
Item item_of(const Row& row) {
    Item one;
    one.id = row.id<ItemId>(0);
    one.meeting = row.id<MeetingId>(1);
    one.position = static_cast<int>(row.integer(2));
    one.agreement = row.maybe_id<AgreementId>(3);
    one.source = row.text(4);
    one.title = row.text(5);
    one.text = row.text(6);
    one.link = row.text(7);
    one.notes = row.text(8);
    one.consensus = kept_word<Consensus>(row.view(9));
    one.dissent = row.text(10);
    one.removed = row.flag(11);
    one.revision = row.integer(12);
    return one;
}
Action action_of(const Row& row) {
    Action one;
    one.id = row.id<ActionId>(0);
    one.agreement = row.id<AgreementId>(1);
    one.meeting = row.id<MeetingId>(2);
    one.item = row.maybe_id<ItemId>(3);
    one.what = row.text(4);
    one.owner = row.text(5);
    one.organisation = row.text(6);
    one.due = row.date(7);
    one.closed_on = row.maybe(8, &Row::date);
    one.dropped = row.flag(9);
    one.outcome = row.text(10);
    one.revision = row.integer(11);
    return one;
}

// A message's arguments as JSON: text stays text, a number a number.
std::string arguments_text(const base::MessageArgs& args) {
    nlohmann::json all = nlohmann::json::array();
    for (const auto& [name, value] : args) {
        const auto* text = std::get_if<std::string>(&value);
        all.push_back({name, text ? nlohmann::json(*text) : nlohmann::json(std::get<std::int64_t>(value))});
    }
    return all.dump();
}
base::MessageArgs read_arguments(std::string_view text) {
    base::MessageArgs args;
    for (const auto& one : nlohmann::json::parse(text)) {
        const std::string name = one.at(0);
        if (one.at(1).is_string())
            args.emplace_back(name, one.at(1).get<std::string>());
        else
            args.emplace_back(name, one.at(1).get<std::int64_t>());
    }
    return args;
}
Proposal proposal_of(const Row& row) {
    return {row.id<base::Uuid>(0), row.id<AgreementId>(1),
            row.text(2),           {row.text(3), read_arguments(row.view(4))},
            row.text(5),           row.text(6),
            row.text(7),           row.maybe_id<MeetingId>(8)};
}

void write_meeting_rows(store::Transaction& tx, const Meeting& meeting) {
    tx.run(kClearMeetingAgreements, meeting.id);
    for (const AgreementId& one : meeting.agreements) tx.run(kInsertMeetingAgreement, meeting.id, one);
    tx.run(kClearPresent, meeting.id);
    for (const SeatId& one : meeting.present) tx.run(kInsertPresent, meeting.id, one);
}

}  // namespace

std::optional<base::Date> load_next_meeting(store::Reader& room, AgreementId id, base::Date today) {
    return room.one(
        kMeetingAhead, [](const Row& row) { return row.date(0); }, id, today);
}

std::vector<Meeting> load_meetings(store::Reader& room) {
    auto all = room.all(kMeetings, meeting_of);
    room.each(kMeetingAgreements, {}, [&](const Row& row) {
        const auto id = row.id<MeetingId>(0);
        for (Meeting& one : all)
            if (one.id == id) one.agreements.push_back(row.id<AgreementId>(1));
    });
    return all;
}
std::optional<Meeting> load_meeting(store::Reader& room, MeetingId id) {
    auto meeting = room.one(kMeeting, meeting_of, id);
    if (!meeting) return meeting;
    meeting->agreements = room.all(
        kAgreementsOfMeeting, [](const Row& row) { return row.id<AgreementId>(0); }, id);
    meeting->present = room.all(
        kPresent, [](const Row& row) { return row.id<SeatId>(0); }, id);
    return meeting;
}
void insert_meeting(store::Transaction& tx, const Meeting& one) {
    tx.run(kInsertMeeting, one.id, one.group, one.day, one.starts.minutes, one.ends.minutes, one.place,
           agreement::word_of(one.state), one.sequence, one.others, one.settled_on);
    write_meeting_rows(tx, one);
}
bool update_meeting(store::Transaction& tx, const Meeting& one) {
    if (tx.run(kUpdateMeeting, one.id, one.revision, one.day, one.starts.minutes, one.ends.minutes, one.place,
               agreement::word_of(one.state), one.sequence, one.others, one.settled_on) != 1)
        return false;
    write_meeting_rows(tx, one);
    return true;
}

std::vector<Item> load_items(store::Reader& room, MeetingId meeting) {
    return room.all(kItems, item_of, meeting);
}
void insert_item(store::Transaction& tx, const Item& one) {
    tx.run(kInsertItem, one.id, one.meeting, one.position, one.agreement, one.source, one.title, one.text, one.link,
           one.notes, agreement::word_of(one.consensus), one.dissent, one.removed);
}
bool update_item(store::Transaction& tx, const Item& one) {
    return tx.run(kUpdateItem, one.id, one.revision, one.position, one.agreement, one.title, one.text, one.notes,
                  agreement::word_of(one.consensus), one.dissent, one.removed) == 1;
}

std::vector<Addendum> load_addenda(store::Reader& room, MeetingId meeting) {
    return room.all(
        kAddenda,
        [](const Row& row) {
            return Addendum{static_cast<int>(row.integer(0)), row.text(1), row.date(2), row.text(3)};
        },
        meeting);
}
void insert_addendum(store::Transaction& tx, MeetingId meeting, const Addendum& one) {
    tx.run(kInsertAddendum, meeting, one.number, one.text, one.on, one.by);
}

std::vector<Action> load_actions(store::Reader& room) {
    return room.all(kActions, action_of);
}
std::optional<Action> load_action(store::Reader& room, ActionId id) {
    return room.one(kAction, action_of, id);
}
void insert_action(store::Transaction& tx, const Action& one) {
    tx.run(kInsertAction, one.id, one.agreement, one.meeting, one.item, one.what, one.owner, one.organisation, one.due,
           one.closed_on, one.dropped, one.outcome);
}
bool update_action(store::Transaction& tx, const Action& one) {
    return tx.run(kUpdateAction, one.id, one.revision, one.what, one.owner, one.organisation, one.due, one.closed_on,
                  one.dropped, one.outcome) == 1;
}

std::vector<Proposal> load_proposals(store::Reader& room) {
    return room.all(kProposals, proposal_of);
}
void insert_proposal(store::Transaction& tx, const Proposal& one) {
    tx.run(kInsertProposal, one.id, one.agreement, one.key, one.what.key, arguments_text(one.what.args), one.text,
           one.link, one.by);
}
void take_up(store::Transaction& tx, const base::Uuid& proposal, MeetingId meeting) {
    tx.run(kTakeUp, proposal, meeting);
}
void let_wait(store::Transaction& tx, MeetingId meeting) {
    tx.run(kLetWait, meeting);
}

}  // namespace samrum::partnership::steering
