#include "advice/sites/repository_hours.hpp"

#include "advice/sites/model_words.hpp"
#include "advice/sites/repository_row.hpp"

namespace samrum::advice::sites {
namespace {

using store::Row;
using store::Scope;
using store::Statement;

const Statement kHoursInsertSite{
    Scope::room,
    "insert into advice_site (id, place, activity, slug, municipality, desks, takes_bookings, phone_tickets, kiosk, "
    "wall, asks_gender, note_days, opened_on, closed_on) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, "
    "$13, $14)"};
const Statement kHoursUpdateSite{
    Scope::room,
    "update advice_site set activity = $2, slug = $3, municipality = $4, desks = $5, takes_bookings = $6, "
    "phone_tickets = $7, kiosk = $8, wall = $9, asks_gender = $10, note_days = $11, opened_on = $12, closed_on = $13 "
    "where id = $1"};

const Statement kHoursRules{
    Scope::room,
    "select id, site, weekday, every_weeks, starts, ends, first_day, last_day, on_holidays, wanted, experienced, "
    "mixed, languages from advice_rule where site = $1 order by weekday, starts, first_day, id"};
const Statement kHoursInsertRule{
    Scope::room,
    "insert into advice_rule (id, site, weekday, every_weeks, starts, ends, first_day, last_day, on_holidays, wanted, "
    "experienced, mixed, languages) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)"};
const Statement kHoursRuleLast{Scope::room, "update advice_rule set last_day = $2 where id = $1"};
const Statement kHoursDeleteRule{Scope::room, "delete from advice_rule where id = $1"};

const Statement kHoursClosures{
    Scope::room,
    "select id, site, first_day, last_day, reason from advice_closure where last_day >= $1 and "
    "($2 = '' or site is null or site = $2) order by first_day, id"};
const Statement kHoursClosure{Scope::room,
                              "select id, site, first_day, last_day, reason from advice_closure where id = $1"};
const Statement kHoursInsertClosure{
    Scope::room, "insert into advice_closure (id, site, first_day, last_day, reason) values ($1, $2, $3, $4, $5)"};
const Statement kHoursDeleteClosure{Scope::room, "delete from advice_closure where id = $1"};

const std::string kHoursPlanText = std::string(kSessionSelect) +
                                   " where site = $1 and ((day >= $2 and day <= $3) or (slot_day >= $2 and "
                                   "slot_day <= $3)) order by day, starts";
const Statement kHoursPlan{Scope::room, kHoursPlanText};
const Statement kHoursTaken{
    Scope::room, "select count(*) from advice_session where site = $1 and day = $2 and starts = $3 and id <> $4"};
// Of the rota's and the day's tables it is asked only whether there is a row.
const Statement kHoursCountedOn{
    Scope::room,
    "select s.id from advice_session s where s.site = $1 and s.day >= $2 and s.state = 'planned' and "
    "(exists (select 1 from advice_shift x where x.session = s.id) or "
    "exists (select 1 from advice_booking b where b.session = s.id))"};
const Statement kHoursPark{Scope::room, "update advice_session set starts = -1 - starts where id = $1"};

constexpr std::string_view kListFrom =
    " from advice_session s join advice_site t on t.id = s.site join place p on p.id = t.place "
    "where s.day >= $1 and s.day <= $2 and ($3 = '' or s.site = $3) and ($4 = '' or t.municipality = $4) and "
    "($5 = '' or s.state = $5)";
const std::string kHoursListText =
    "select s.id, s.site, s.day, s.starts, s.ends, s.state, s.rule, s.edited, s.wanted, s.experienced, s.mixed, "
    "s.languages, s.reason, s.advisers, s.minutes, s.revision, s.slot_day, p.name, t.slug, t.municipality" +
    std::string(kListFrom) + " order by s.day, s.starts, p.sort_key, s.id limit $6 offset $7";
const std::string kHoursCountText = "select count(*)" + std::string(kListFrom);
const Statement kHoursList{Scope::room, kHoursListText};
const Statement kHoursCount{Scope::room, kHoursCountText};

const std::string kHoursNextText =
    std::string(kSessionSelect) +
    " where site = $1 and day >= $2 and state in ('planned', 'open') order by day, starts limit 1";
const Statement kHoursNext{Scope::room, kHoursNextText};
const Statement kHoursLastMade{Scope::room,
                               "select max(slot_day) from advice_session where site = $1 and slot_day is not null"};
const Statement kHoursDays{
    Scope::room,
    "select s.day from advice_session s join advice_site t on t.id = s.site where s.day >= $3 and s.day <= $4 and "
    "s.state in ('planned', 'open', 'held') and ($1 = '' or t.place = $1) and ($2 = '' or t.activity = $2) "
    "order by s.day"};
const Statement kHoursMunicipalities{Scope::room,
                                     "select distinct municipality from advice_site order by municipality"};
const Statement kHoursWithout{
    Scope::room,
    "select t.id from advice_site t join place p on p.id = t.place where (t.closed_on is null or t.closed_on >= $1) "
    "and not exists (select 1 from advice_rule r where r.site = t.id and (r.last_day is null or r.last_day >= $1)) "
    "order by p.sort_key, t.id limit $2"};

WeeklyRule hours_rule(const Row& row) {
    WeeklyRule rule;
    rule.id = row.id<RuleId>(0);
    rule.site = row.id<SiteId>(1);
    rule.weekday = static_cast<unsigned>(row.integer(2));
    rule.every_weeks = static_cast<int>(row.integer(3));
    rule.starts.minutes = static_cast<int>(row.integer(4));
    rule.ends.minutes = static_cast<int>(row.integer(5));
    rule.days = base::Period(row.date(6), row.maybe(7, &Row::date));
    rule.on_holidays = row.flag(8);
    rule.wants = {static_cast<int>(row.integer(9)), row.flag(10), row.flag(11), split_codes(row.view(12))};
    return rule;
}

Closure hours_closure(const Row& row) {
    return {row.id<ClosureId>(0), row.maybe_id<SiteId>(1), base::Period(row.date(2), row.date(3)), row.text(4)};
}

}  // namespace

void insert_site(store::Transaction& room, const Site& site) {
    room.run(kHoursInsertSite, site.id, site.place, site.activity, site.slug, site.municipality, site.desks,
             site.takes_bookings, site.phone_tickets, site.kiosk, site.wall, site.asks_gender, site.note_days,
             site.opened_on, site.closed_on);
}
void update_site(store::Transaction& room, const Site& site) {
    room.run(kHoursUpdateSite, site.id, site.activity, site.slug, site.municipality, site.desks, site.takes_bookings,
             site.phone_tickets, site.kiosk, site.wall, site.asks_gender, site.note_days, site.opened_on,
             site.closed_on);
}

std::vector<WeeklyRule> rules_of(store::Reader& room, SiteId site) {
    return room.all(kHoursRules, hours_rule, site);
}
void insert_rule(store::Transaction& room, const WeeklyRule& rule) {
    room.run(kHoursInsertRule, rule.id, rule.site, static_cast<int>(rule.weekday), rule.every_weeks,
             rule.starts.minutes, rule.ends.minutes, rule.days.first(), rule.days.last(), rule.on_holidays,
             rule.wants.advisers, rule.wants.experienced, rule.wants.mixed, join_codes(rule.wants.languages));
}
void set_rule_last(store::Transaction& room, RuleId id, std::optional<base::Date> last) {
    room.run(kHoursRuleLast, id, last);
}
void delete_rule(store::Transaction& room, RuleId id) {
    room.run(kHoursDeleteRule, id);
}

std::vector<Closure> closures_from(store::Reader& room, base::Date from, std::optional<SiteId> site) {
    return room.all(kHoursClosures, hours_closure, from, site ? site->text() : std::string());
}
std::optional<Closure> load_closure(store::Reader& room, ClosureId id) {
    return room.one(kHoursClosure, hours_closure, id);
}
void insert_closure(store::Transaction& room, const Closure& one) {
    base::ensure(one.days.last().has_value(), "a closure ends some day");
    room.run(kHoursInsertClosure, one.id, one.site, one.days.first(), one.days.last(), one.reason);
}
bool delete_closure(store::Transaction& room, ClosureId id) {
    return room.run(kHoursDeleteClosure, id) > 0;
}

std::vector<Session> sessions_for_plan(store::Reader& room, SiteId site, base::Date first, base::Date last) {
    return room.all(kHoursPlan, session_row, site, first, last);
}
bool is_taken(store::Reader& room, SiteId site, base::Date day, base::ClockTime starts, SessionId but) {
    return room.count(kHoursTaken, site, day, starts.minutes, but) > 0;
}
std::vector<SessionId> sessions_counted_on(store::Reader& room, SiteId site, base::Date from) {
    return room.all(
        kHoursCountedOn, [](const Row& row) { return row.id<SessionId>(0); }, site, from);
}
void park_session(store::Transaction& room, SessionId id) {
    room.run(kHoursPark, id);
}

std::vector<ListedSession> list_sessions(store::Reader& room, const SessionFilter& filter, int limit,
                                         std::int64_t offset) {
    return room.all(
        kHoursList,
        [](const Row& row) {
            return ListedSession{session_row(row), row.text(17), row.text(18), row.text(19)};
        },
        filter.first, filter.last, filter.site, filter.municipality, filter.state, limit, offset);
}
std::int64_t count_sessions(store::Reader& room, const SessionFilter& filter) {
    return room.count(kHoursCount, filter.first, filter.last, filter.site, filter.municipality, filter.state);
}

std::optional<Session> next_session(store::Reader& room, SiteId site, base::Date from) {
    return room.one(kHoursNext, session_row, site, from);
}
std::optional<base::Date> last_made_day(store::Reader& room, SiteId site) {
    std::optional<base::Date> last;
    room.each(kHoursLastMade, {store::to_value(site)}, [&](const Row& row) { last = row.maybe(0, &Row::date); });
    return last;
}
std::vector<base::Date> session_days(store::Reader& room, std::string_view place, std::string_view activity,
                                     base::Date first, base::Date last) {
    return room.all(
        kHoursDays, [](const Row& row) { return row.date(0); }, place, activity, first, last);
}
std::vector<std::string> municipalities(store::Reader& room) {
    return room.all(kHoursMunicipalities, [](const Row& row) { return row.text(0); });
}
std::vector<SiteId> sites_without_hours(store::Reader& room, base::Date day, int limit) {
    return room.all(
        kHoursWithout, [](const Row& row) { return row.id<SiteId>(0); }, day, limit);
}

}  // namespace samrum::advice::sites
