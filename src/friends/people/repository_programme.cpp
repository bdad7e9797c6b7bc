#include "friends/people/repository_programme.hpp"

namespace samrum::friends::people {
namespace {

using store::Row;
using store::Scope;
using store::Statement;

const std::string kProgrammeSelect =
    "select id, name, values_sv, values_en, interests, statements, least_swedish, shared_time, same_party, "
    "hours_a_month, months, trial_days, talk_days, answer_days, opened_on, closed_on, revision, shared_language from "
    "friends_programme";
const std::string kProgrammesText = kProgrammeSelect + " order by opened_on desc, id";
const std::string kProgrammeText = kProgrammeSelect + " where id = $1";
const Statement kProgrammes{Scope::room, kProgrammesText};
const Statement kProgramme{Scope::room, kProgrammeText};
const Statement kCountProgrammes{Scope::room, "select count(*) from friends_programme"};
const Statement kPlaces{Scope::room,
                        "select code, name from friends_programme_place where programme = $1 order by position"};
const Statement kInsertProgramme{
    Scope::room,
    "insert into friends_programme (id, name, values_sv, values_en, interests, statements, least_swedish, shared_time, "
    "same_party, hours_a_month, months, trial_days, talk_days, answer_days, opened_on, closed_on, shared_language, "
    "revision) "
    "values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, 1)"};
const Statement kUpdateProgramme{
    Scope::room,
    "update friends_programme set name = $3, values_sv = $4, values_en = $5, interests = $6, statements = $7, "
    "least_swedish = $8, shared_time = $9, same_party = $10, hours_a_month = $11, months = $12, trial_days = $13, "
    "talk_days = $14, answer_days = $15, opened_on = $16, closed_on = $17, shared_language = $18, revision = revision "
    "+ 1 where id = $1 and "
    "revision = $2"};
const Statement kForgetPlaces{Scope::room, "delete from friends_programme_place where programme = $1"};
const Statement kAddPlace{Scope::room,
                          "insert into friends_programme_place (programme, position, code, name) values ($1, $2, $3, "
                          "$4)"};

const Statement kChannels{
    Scope::room, "select id, programme, code, name, closed_on from friends_channel where programme = $1 order by code"};
const Statement kInsertChannel{
    Scope::room, "insert into friends_channel (id, programme, code, name, closed_on) values ($1, $2, $3, $4, null)"};
const Statement kCloseChannel{Scope::room, "update friends_channel set closed_on = $2 where id = $1"};
const Statement kCounts{Scope::room,
                        "select channel, month, n from friends_channel_count where programme = $1 order by month, "
                        "channel"};
const Statement kCountOne{Scope::room,
                          "insert into friends_channel_count (programme, channel, month, n) values ($1, $2, $3, 1) "
                          "on conflict (programme, channel, month) do update set n = friends_channel_count.n + 1"};

Programme programme_of(const Row& row) {
    Programme one;
    one.id = row.id<ProgrammeId>(0);
    one.name = row.text(1);
    one.values_sv = row.text(2);
    one.values_en = row.text(3);
    one.interests = split_known(row.view(4), interest_codes());
    one.statements = split_known(row.view(5), statement_codes());
    one.least_swedish = static_cast<int>(row.integer(6));
    one.shared_time = row.flag(7);
    one.same_party = row.flag(8);
    one.hours_a_month = static_cast<int>(row.integer(9));
    one.months = static_cast<int>(row.integer(10));
    one.trial_days = static_cast<int>(row.integer(11));
    one.talk_days = static_cast<int>(row.integer(12));
    one.answer_days = static_cast<int>(row.integer(13));
    one.opened_on = row.date(14);
    one.closed_on = row.maybe(15, &Row::date);
    one.revision = row.integer(16);
    one.shared_language = row.flag(17);
    return one;
}

void add_places(store::Reader& room, Programme& one) {
    one.places = room.all(
        kPlaces,
        [](const Row& row) {
            return Place{row.text(0), row.text(1)};
        },
        one.id);
}
void save_places(store::Transaction& room, const Programme& one) {
    room.run(kForgetPlaces, one.id);
    int position = 0;
    for (const Place& place : one.places) room.run(kAddPlace, one.id, position++, place.code, place.name);
}

}  // namespace

std::vector<Programme> load_programmes(store::Reader& room) {
    auto all = room.all(kProgrammes, programme_of);
    for (Programme& one : all) add_places(room, one);
    return all;
}
std::optional<Programme> load_programme(store::Reader& room, ProgrammeId id) {
    auto one = room.one(kProgramme, programme_of, id);
    if (one) add_places(room, *one);
    return one;
}
std::int64_t count_programmes(store::Reader& room) {
    return room.count(kCountProgrammes);
}

void insert_programme(store::Transaction& room, const Programme& one) {
    room.run(kInsertProgramme, one.id, one.name, one.values_sv, one.values_en, join_words(one.interests),
             join_words(one.statements), one.least_swedish, one.shared_time, one.same_party, one.hours_a_month,
             one.months, one.trial_days, one.talk_days, one.answer_days, one.opened_on, one.closed_on,
             one.shared_language);
    save_places(room, one);
}
bool update_programme(store::Transaction& room, const Programme& one) {
    const bool done = room.run(kUpdateProgramme, one.id, one.revision, one.name, one.values_sv, one.values_en,
                               join_words(one.interests), join_words(one.statements), one.least_swedish,
                               one.shared_time, one.same_party, one.hours_a_month, one.months, one.trial_days,
                               one.talk_days, one.answer_days, one.opened_on, one.closed_on, one.shared_language) == 1;
    if (done) save_places(room, one);
    return done;
}

std::vector<Channel> load_channels(store::Reader& room, ProgrammeId programme) {
    return room.all(
        kChannels,
        [](const Row& row) {
            return Channel{row.id<ChannelId>(0), row.id<ProgrammeId>(1), row.text(2), row.text(3),
                           row.maybe(4, &Row::date)};
        },
        programme);
}
void insert_channel(store::Transaction& room, const Channel& one) {
    room.run(kInsertChannel, one.id, one.programme, one.code, one.name);
}
bool close_channel(store::Transaction& room, ChannelId id, std::optional<base::Date> day) {
    return room.run(kCloseChannel, id, day) == 1;
}
std::vector<ChannelCount> load_channel_counts(store::Reader& room, ProgrammeId programme) {
    return room.all(
        kCounts,
        [](const Row& row) {
            return ChannelCount{row.text(0), row.text(1), row.integer(2)};
        },
        programme);
}
void count_channel(store::Transaction& room, ProgrammeId programme, std::string_view channel, base::Date day) {
    room.run(kCountOne, programme, channel, day.iso().substr(0, 7));
}

}  // namespace samrum::friends::people
