#include "advice/volunteers/repository_volunteer.hpp"

#include "foundation/base/ensure.hpp"

#include <algorithm>

namespace samrum::advice::volunteers {
namespace {

using store::Row;
using store::Scope;
using store::Statement;

const std::string kVolunteerSelect =
    "select id, stage, applied_on, interview_note, trained_on, started_on, experienced, background, most_shifts, "
    "account, left_on, leave_reason, revision, stage_on, message from advice_volunteer";
const std::string kVolunteersText = kVolunteerSelect + " order by id";
const std::string kVolunteerText = kVolunteerSelect + " where id = $1";
const Statement kVolunteers{Scope::room, kVolunteersText};
const Statement kVolunteer{Scope::room, kVolunteerText};
const Statement kLanguages{Scope::room,
                           "select volunteer, language from advice_volunteer_language where $1 = '' or volunteer = $1 "
                           "order by volunteer, language"};
const Statement kBreaks{Scope::room,
                        "select volunteer, first_day, last_day from advice_break where $1 = '' or volunteer = $1 "
                        "order by volunteer, first_day"};
const Statement kAvailabilities{Scope::room,
                                "select volunteer, weekday, site from advice_availability "
                                "where $1 = '' or volunteer = $1 order by volunteer, weekday, site"};
const Statement kByAccount{Scope::room, "select id from advice_volunteer where account = $1"};

const Statement kInsertVolunteer{
    Scope::room,
    "insert into advice_volunteer (id, stage, applied_on, interview_note, trained_on, started_on, experienced, "
    "background, most_shifts, account, left_on, leave_reason, stage_on, message, revision) "
    "values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, 1)"};
const Statement kUpdateVolunteer{
    Scope::room,
    "update advice_volunteer set stage = $3, applied_on = $4, interview_note = $5, trained_on = $6, started_on = $7, "
    "experienced = $8, background = $9, most_shifts = $10, account = $11, left_on = $12, leave_reason = $13, "
    "stage_on = $14, message = $15, revision = revision + 1 where id = $1 and revision = $2"};
const Statement kDeleteVolunteer{Scope::room, "delete from advice_volunteer where id = $1"};
const Statement kForgetLanguages{Scope::room, "delete from advice_volunteer_language where volunteer = $1"};
const Statement kForgetBreaks{Scope::room, "delete from advice_break where volunteer = $1"};
const Statement kForgetAvailability{Scope::room, "delete from advice_availability where volunteer = $1"};
const Statement kAddLanguage{Scope::room,
                             "insert into advice_volunteer_language (volunteer, language) values ($1, $2)"};
const Statement kAddBreak{Scope::room,
                          "insert into advice_break (id, volunteer, first_day, last_day) values ($1, $2, $3, $4)"};
const Statement kAddAvailability{Scope::room,
                                 "insert into advice_availability (volunteer, weekday, site) values ($1, $2, $3)"};

Volunteer volunteer_of(const Row& row) {
    Volunteer one;
    one.id = row.id<VolunteerId>(0);
    one.stage = stage_of(row.view(1)).value();
    one.applied_on = row.date(2);
    one.interview_note = row.text(3);
    one.trained_on = row.maybe(4, &Row::date);
    one.started_on = row.maybe(5, &Row::date);
    one.experienced = row.flag(6);
    one.background = background_of(row.view(7)).value();
    one.most_shifts = static_cast<int>(row.integer(8));
    one.account = row.maybe(9, &Row::text);
    one.left_on = row.maybe(10, &Row::date);
    if (!row.is_null(11)) one.leave_reason = leave_reason_of(row.view(11));
    one.revision = row.integer(12);
    one.stage_on = row.date(13);
    one.message = row.text(14);
    return one;
}

/// Adds what hangs on the volunteers; all of them are sorted by id.
void add_parts(store::Reader& room, std::vector<Volunteer>& all, std::string_view only) {
    const auto whose = [&](const Row& row) {
        const auto id = row.id<VolunteerId>(0);
        const auto found = std::ranges::lower_bound(all, id, {}, &Volunteer::id);
        return found != all.end() && found->id == id ? &*found : nullptr;
    };
    const std::vector<store::Value> args{store::to_value(only)};
    room.each(kLanguages, args, [&](const Row& row) {
        if (auto* one = whose(row)) one->languages.push_back(row.text(1));
    });
    room.each(kBreaks, args, [&](const Row& row) {
        if (auto* one = whose(row)) one->breaks.emplace_back(row.date(1), row.maybe(2, &Row::date));
    });
    room.each(kAvailabilities, args, [&](const Row& row) {
        if (auto* one = whose(row))
            one->availability.push_back({static_cast<unsigned>(row.integer(1)),
                                         row.view(2).empty() ? std::nullopt : std::optional(row.id<sites::SiteId>(2))});
    });
}

void save_parts(store::Transaction& room, const Volunteer& one) {
    room.run(kForgetLanguages, one.id);
    room.run(kForgetBreaks, one.id);
    room.run(kForgetAvailability, one.id);
    for (const std::string& language : one.languages) room.run(kAddLanguage, one.id, language);
    for (const base::Period& pause : one.breaks)
        room.run(kAddBreak, base::Uuid::random(), one.id, pause.first(), pause.last());
    for (const Availability& at : one.availability)
        room.run(kAddAvailability, one.id, static_cast<int>(at.weekday), at.site ? at.site->text() : std::string());
}

}  // namespace

std::vector<Volunteer> load_volunteers(store::Reader& room) {
    auto all = room.all(kVolunteers, volunteer_of);
    std::ranges::sort(all, {}, &Volunteer::id);
    add_parts(room, all, "");
    return all;
}
std::optional<Volunteer> load_volunteer(store::Reader& room, VolunteerId id) {
    auto all = room.all(kVolunteer, volunteer_of, id);
    if (all.empty()) return std::nullopt;
    add_parts(room, all, id.text());
    return std::move(all.front());
}
std::optional<VolunteerId> volunteer_of_account(store::Reader& room, std::string_view account) {
    return room.one(
        kByAccount, [](const Row& row) { return row.id<VolunteerId>(0); }, account);
}

void insert_volunteer(store::Transaction& room, const Volunteer& one) {
    room.run(kInsertVolunteer, one.id, code_of(one.stage), one.applied_on, one.interview_note, one.trained_on,
             one.started_on, one.experienced, code_of(one.background), one.most_shifts, one.account, one.left_on,
             one.leave_reason ? std::optional(std::string(code_of(*one.leave_reason))) : std::nullopt, one.stage_on,
             one.message);
    save_parts(room, one);
}
bool update_volunteer(store::Transaction& room, const Volunteer& one) {
    const bool done =
        room.run(kUpdateVolunteer, one.id, one.revision, code_of(one.stage), one.applied_on, one.interview_note,
                 one.trained_on, one.started_on, one.experienced, code_of(one.background), one.most_shifts, one.account,
                 one.left_on, one.leave_reason ? std::optional(std::string(code_of(*one.leave_reason))) : std::nullopt,
                 one.stage_on, one.message) == 1;
    if (done) save_parts(room, one);
    return done;
}

bool delete_volunteer(store::Transaction& room, VolunteerId id) {
    return room.run(kDeleteVolunteer, id) == 1;
}

}  // namespace samrum::advice::volunteers
