#include "advice/rota/repository_rota.hpp"

namespace samrum::advice::rota {
namespace {

using store::Row;
using store::Scope;
using store::Statement;

const std::string kHeldSelect =
    "select h.volunteer, s.id, s.site, s.day, s.starts, s.ends, h.state from advice_shift h "
    "join advice_session s on s.id = h.session where ";
const std::string kHeldBetweenText = kHeldSelect +
                                     "s.day >= $1 and s.day <= $2 and s.state <> 'cancelled' "
                                     "order by s.day, s.starts, s.id, h.volunteer";
const std::string kHeldByText = kHeldSelect +
                                "h.volunteer = $1 and s.day >= $2 and s.day <= $3 "
                                "and s.state <> 'cancelled' order by s.day, s.starts, s.id";
const std::string kEveryHeldText = kHeldSelect + "h.volunteer = $1 order by s.day, s.starts, s.id";
const Statement kHeldBetween{Scope::room, kHeldBetweenText};
const Statement kHeldBy{Scope::room, kHeldByText};
const Statement kEveryHeld{Scope::room, kEveryHeldText};

const std::string kFilterText =
    " from advice_session s join advice_site t on t.id = s.site where s.day >= $1 and s.day <= $2 "
    "and ($3 = '' or t.municipality = $3) and ($4 = '' or s.site = $4) "
    "and ($5 = 0 or (s.state = 'planned' and s.wanted > "
    "(select count(*) from advice_shift h where h.session = s.id and h.state = 'taken')))";
const std::string kSessionIdsText =
    "select s.id" + kFilterText + " order by s.day, s.starts, s.site, s.id limit $6 offset $7";
const std::string kCountSessionsText = "select count(*)" + kFilterText;
const Statement kSessionIds{Scope::room, kSessionIdsText};
const Statement kCountSessions{Scope::room, kCountSessionsText};

const std::string kDraftSelect = "select id, first_day, last_day, answer, made_at, made_by from advice_rota_draft";
const std::string kDraftsText = kDraftSelect + " order by first_day, made_at, id";
const std::string kDraftText = kDraftSelect + " where id = $1";
const Statement kDrafts{Scope::room, kDraftsText};
const Statement kDraft{Scope::room, kDraftText};
const Statement kInsertDraft{Scope::room,
                             "insert into advice_rota_draft (id, first_day, last_day, answer, made_at, made_by) "
                             "values ($1, $2, $3, $4, $5, $6)"};
const Statement kDeleteDraft{Scope::room, "delete from advice_rota_draft where id = $1"};
const Statement kDeleteOldDrafts{Scope::room, "delete from advice_rota_draft where last_day < $1"};
const Statement kSuggestions{Scope::room,
                             "select session, volunteer, source from advice_rota_draft_shift "
                             "where draft = $1 and ($2 = '' or session = $2) order by session, volunteer"};
const Statement kSaveSuggestion{Scope::room,
                                "insert into advice_rota_draft_shift (draft, session, volunteer, source) "
                                "values ($1, $2, $3, $4) on conflict (draft, session, volunteer) do nothing"};
const Statement kRemoveSuggestion{
    Scope::room, "delete from advice_rota_draft_shift where draft = $1 and session = $2 and volunteer = $3"};
const Statement kRemoveSuggestions{Scope::room,
                                   "delete from advice_rota_draft_shift where draft = $1 and session = $2"};

const Statement kRemindOnce{Scope::room,
                            "insert into advice_reminder (uid, sent_on) values ($1, $2) on conflict (uid) do nothing"};
const Statement kReminded{Scope::room, "select count(*) from advice_reminder where uid >= $1 and uid < $2"};
const Statement kForgetSome{Scope::room, "delete from advice_reminder where uid >= $1 and uid < $2 and sent_on < $3"};
const Statement kForgetReminders{Scope::room, "delete from advice_reminder where sent_on < $1"};
const Statement kOfCancelled{Scope::room,
                             "select h.session, h.volunteer, h.state, h.source from advice_shift h "
                             "join advice_session s on s.id = h.session "
                             "where s.day >= $1 and s.day <= $2 and s.state = 'cancelled' order by s.id, h.volunteer"};

/// The first text after all that begin with `prefix`.
std::string after_all(std::string_view prefix) {
    std::string end(prefix);
    ++end.back();
    return end;
}

Held held_of(const Row& row) {
    return {row.id<VolunteerId>(0),
            row.id<SessionId>(1),
            row.id<sites::SiteId>(2),
            row.date(3),
            {static_cast<int>(row.integer(4))},
            {static_cast<int>(row.integer(5))},
            shift_state_of(row.view(6)).value()};
}

std::string site_text(const RotaFilter& filter) {
    return filter.site ? filter.site->text() : std::string();
}

/// `answer` is "proven points bound municipality": three numbers and a name.
std::string answer_text(const Draft& draft) {
    return std::to_string(draft.proven ? 1 : 0) + " " + std::to_string(draft.points) + " " +
           std::to_string(draft.bound) + " " + draft.municipality;
}
Draft draft_of(const Row& row) {
    Draft draft{row.id<DraftId>(0), row.date(1), row.date(2)};
    const std::string answer = row.text(3);
    std::size_t at = 0;
    const auto next = [&] {
        const std::size_t end = answer.find(' ', at);
        const std::string part = answer.substr(at, end - at);
        at = end + 1;
        return std::stoll(part);
    };
    draft.proven = next() == 1;
    draft.points = next();
    draft.bound = next();
    draft.municipality = answer.substr(at);
    draft.made_at = row.instant(4);
    draft.made_by = row.text(5);
    return draft;
}

}  // namespace

std::vector<Held> held_between(store::Reader& room, base::Date first, base::Date last,
                               std::optional<VolunteerId> volunteer) {
    if (volunteer) return room.all(kHeldBy, held_of, *volunteer, first, last);
    return room.all(kHeldBetween, held_of, first, last);
}
std::vector<Held> every_shift_of(store::Reader& room, VolunteerId volunteer) {
    return room.all(kEveryHeld, held_of, volunteer);
}

std::vector<SessionId> session_ids(store::Reader& room, const RotaFilter& filter, std::int64_t limit,
                                   std::int64_t offset) {
    return room.all(
        kSessionIds, [](const Row& row) { return row.id<SessionId>(0); }, filter.first, filter.last,
        filter.municipality, site_text(filter), filter.only_open ? 1 : 0, limit, offset);
}
std::int64_t count_sessions(store::Reader& room, const RotaFilter& filter) {
    return room.count(kCountSessions, filter.first, filter.last, filter.municipality, site_text(filter),
                      filter.only_open ? 1 : 0);
}

std::vector<Draft> load_drafts(store::Reader& room) {
    return room.all(kDrafts, draft_of);
}
std::optional<Draft> load_draft(store::Reader& room, DraftId id) {
    return room.one(kDraft, draft_of, id);
}
void insert_draft(store::Transaction& room, const Draft& draft) {
    room.run(kInsertDraft, draft.id, draft.first, draft.last, answer_text(draft), draft.made_at, draft.made_by);
}
bool delete_draft(store::Transaction& room, DraftId id) {
    return room.run(kDeleteDraft, id) == 1;
}
std::vector<Suggestion> suggestions_of(store::Reader& room, DraftId draft, std::optional<SessionId> session) {
    return room.all(
        kSuggestions,
        [](const Row& row) {
            return Suggestion{row.id<SessionId>(0), row.id<VolunteerId>(1), shift_source_of(row.view(2)).value()};
        },
        draft, session ? session->text() : std::string());
}
void save_suggestion(store::Transaction& room, DraftId draft, const Suggestion& suggestion) {
    room.run(kSaveSuggestion, draft, suggestion.session, suggestion.volunteer, code_of(suggestion.source));
}
bool remove_suggestion(store::Transaction& room, DraftId draft, SessionId session, VolunteerId volunteer) {
    return room.run(kRemoveSuggestion, draft, session, volunteer) == 1;
}
void remove_suggestions(store::Transaction& room, DraftId draft, SessionId session) {
    room.run(kRemoveSuggestions, draft, session);
}
std::int64_t remove_drafts_before(store::Transaction& room, base::Date day) {
    return room.run(kDeleteOldDrafts, day);
}

bool remind_once(store::Transaction& room, std::string_view uid, base::Date today) {
    return room.run(kRemindOnce, uid, today) == 1;
}
bool is_reminded(store::Reader& room, std::string_view prefix) {
    return room.count(kReminded, prefix, after_all(prefix)) > 0;
}
void forget_reminders(store::Transaction& room, std::string_view prefix, base::Date before) {
    room.run(kForgetSome, prefix, after_all(prefix), before);
}
std::int64_t remove_reminders_before(store::Transaction& room, base::Date day) {
    return room.run(kForgetReminders, day);
}
std::vector<Shift> shifts_of_cancelled(store::Reader& room, base::Date first, base::Date last) {
    return room.all(
        kOfCancelled,
        [](const Row& row) {
            return Shift{row.id<SessionId>(0), row.id<VolunteerId>(1), shift_state_of(row.view(2)).value(),
                         shift_source_of(row.view(3)).value()};
        },
        first, last);
}

}  // namespace samrum::advice::rota
