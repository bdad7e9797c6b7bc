#include "advice/sites/repository_site.hpp"

#include "advice/sites/model_words.hpp"
#include "advice/sites/repository_row.hpp"

namespace samrum::advice::sites {
namespace {

using store::Row;
using store::Scope;
using store::Statement;

const std::string kSiteSelect =
    "select s.id, s.place, p.name, s.slug, s.activity, s.municipality, s.desks, s.takes_bookings, s.phone_tickets, "
    "s.kiosk, s.wall, s.asks_gender, s.note_days, s.opened_on, s.closed_on from advice_site s "
    "join place p on p.id = s.place";
const std::string kSitesText = kSiteSelect + " order by p.sort_key, s.id";
const std::string kSiteText = kSiteSelect + " where s.id = $1";
const std::string kSiteBySlugText = kSiteSelect + " where s.slug = $1";
const Statement kSites{Scope::room, kSitesText};
const Statement kAnySite{Scope::room, "select 1 from advice_site limit 1"};
const Statement kSite{Scope::room, kSiteText};
const Statement kSiteBySlug{Scope::room, kSiteBySlugText};

const std::string kSessionText = std::string(kSessionSelect) + " where id = $1";
const std::string kSessionsText =
    std::string(kSessionSelect) +
    " where day >= $1 and day <= $2 and ($3 = '' or site = $3) order by day, starts, site";
const Statement kSession{Scope::room, kSessionText};
const Statement kSessions{Scope::room, kSessionsText};
const Statement kInsertSession{Scope::room,
                               "insert into advice_session (id, site, day, starts, ends, state, rule, edited, wanted, "
                               "experienced, mixed, languages, "
                               "reason, advisers, minutes, revision, slot_day) values ($1, $2, $3, $4, $5, $6, $7, $8, "
                               "$9, $10, $11, $12, $13, $14, $15, 1, $16)"};
const Statement kUpdateSession{
    Scope::room,
    "update advice_session set day = $3, starts = $4, ends = $5, state = $6, rule = $7, edited = $8, wanted = $9, "
    "experienced = $10, mixed = $11, languages = $12, reason = $13, advisers = $14, minutes = $15, slot_day = $16, "
    "revision = revision + 1 where id = $1 and revision = $2"};
const Statement kDeleteSession{Scope::room, "delete from advice_session where id = $1"};

Site site_of(const Row& row) {
    Site site;
    site.id = row.id<SiteId>(0);
    site.place = row.id<PlaceId>(1);
    site.name = row.text(2);
    site.slug = row.text(3);
    site.activity = row.id<ActivityId>(4);
    site.municipality = row.text(5);
    site.desks = static_cast<int>(row.integer(6));
    site.takes_bookings = row.flag(7);
    site.phone_tickets = row.flag(8);
    site.kiosk = row.flag(9);
    site.wall = row.flag(10);
    site.asks_gender = row.flag(11);
    site.note_days = static_cast<int>(row.integer(12));
    site.opened_on = row.date(13);
    site.closed_on = row.maybe(14, &Row::date);
    return site;
}

std::optional<int> small(const Row& row, int column) {
    return row.is_null(column) ? std::nullopt : std::optional(static_cast<int>(row.integer(column)));
}

}  // namespace

Session session_row(const Row& row) {
    Session session;
    session.id = row.id<SessionId>(0);
    session.site = row.id<SiteId>(1);
    session.day = row.date(2);
    session.starts.minutes = static_cast<int>(row.integer(3));
    session.ends.minutes = static_cast<int>(row.integer(4));
    session.state = session_state_of(row.view(5)).value();
    session.rule = row.maybe_id<RuleId>(6);
    session.edited = row.flag(7);
    session.wants = {static_cast<int>(row.integer(8)), row.flag(9), row.flag(10), split_codes(row.view(11))};
    session.reason = row.text(12);
    session.advisers = small(row, 13);
    session.minutes = small(row, 14);
    session.revision = row.integer(15);
    session.slot_day = row.maybe(16, &Row::date);
    return session;
}

std::vector<Site> load_sites(store::Reader& room) {
    return room.all(kSites, site_of);
}
bool any_site(store::Reader& room) {
    return room.one(kAnySite, [](const store::Row& row) { return row.integer(0); }).has_value();
}
std::optional<Site> load_site(store::Reader& room, SiteId id) {
    return room.one(kSite, site_of, id);
}
std::optional<Site> site_by_slug(store::Reader& room, std::string_view slug) {
    return room.one(kSiteBySlug, site_of, slug);
}

std::optional<Session> load_session(store::Reader& room, SessionId id) {
    return room.one(kSession, session_row, id);
}
std::vector<Session> sessions_between(store::Reader& room, base::Date first, base::Date last,
                                      std::optional<SiteId> site) {
    return room.all(kSessions, session_row, first, last, site ? site->text() : std::string());
}

void insert_session(store::Transaction& room, const Session& one) {
    room.run(kInsertSession, one.id, one.site, one.day, one.starts.minutes, one.ends.minutes, code_of(one.state),
             one.rule, one.edited, one.wants.advisers, one.wants.experienced, one.wants.mixed,
             join_codes(one.wants.languages), one.reason, one.advisers, one.minutes, one.slot_day);
}
bool update_session(store::Transaction& room, const Session& one) {
    return room.run(kUpdateSession, one.id, one.revision, one.day, one.starts.minutes, one.ends.minutes,
                    code_of(one.state), one.rule, one.edited, one.wants.advisers, one.wants.experienced,
                    one.wants.mixed, join_codes(one.wants.languages), one.reason, one.advisers, one.minutes,
                    one.slot_day) == 1;
}
bool delete_session(store::Transaction& room, SessionId id) {
    return room.run(kDeleteSession, id) == 1;
}

}  // namespace samrum::advice::sites
