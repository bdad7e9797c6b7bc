#include "advice/rota/actions_draft.hpp"

#include "advice/rota/actions_letters.hpp"
#include "advice/rota/actions_shift.hpp"
#include "advice/rota/repository_shift.hpp"
#include "advice/sites/model_permissions.hpp"
#include "advice/sites/model_words.hpp"
#include "advice/sites/repository_site.hpp"
#include "advice/volunteers/repository_volunteer.hpp"
#include "directory/actions_person.hpp"
#include "foundation/jobs/jobs.hpp"
#include "foundation/jobs/runner.hpp"
#include "foundation/optimise/milp.hpp"
#include "foundation/text/words.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace samrum::advice::rota {
namespace {

namespace solver = optimise::rota;

constexpr double kSuggestSeconds = 25;  ///< below the lease of a job
constexpr double kRepairSeconds = 4;    ///< somebody waits for the page
constexpr int kRepairDays = 14;         ///< weeks around a session that a repair may change

base::Problem draft_problem(std::string_view key) {
    return base::problem("", "advice.rota.problem." + std::string(key));
}

RotaFilter filter_of(const Draft& draft, base::Date today) {
    return {.first = std::max(draft.first, today),
            .last = draft.last,
            .municipality = draft.municipality,
            .site = {},
            .only_open = false};
}

/// What stands, and the suggestions beside it.
solver::Rota with_suggestions(const Period& period, const std::vector<Suggestion>& suggestions) {
    solver::Rota rota = period.taken;
    for (const Suggestion& one : suggestions) {
        const auto session = period.session(one.session), volunteer = period.volunteer(one.volunteer);
        if (!session || !volunteer) continue;
        const solver::Shift shift{*session, *volunteer};
        if (std::ranges::count(rota, shift) == 0) rota.push_back(shift);
    }
    return rota;
}

class DraftReader {
  public:
    DraftReader(store::Reader& room, Draft draft, base::Date today)
        : today_(today),
          draft_(std::move(draft)),
          filter_(filter_of(draft_, today)),
          suggestions_(suggestions_of(room, draft_.id)) {
        if (filter_.first > filter_.last) return;
        snapshot_ = read_snapshot(room, filter_);
        period_ = period_of(snapshot_);
        rota_ = with_suggestions(period_, suggestions_);
        lacks_ = solver::explain(period_.problem, rota_);
        sites_ = sites::load_sites(room);
    }

    DraftPage page() const {
        DraftPage made{.draft = draft_};
        for (const sites::Session& session : snapshot_.sessions) {
            DraftLine line = line_of(session);
            if (!line.suggested.empty() || !line.lacks.empty()) made.lines.push_back(std::move(line));
        }
        for (const VolunteerId& id : period_.volunteers) made.everybody.push_back({id, {}, {}});
        return made;
    }

  private:
    DraftLine line_of(const sites::Session& session) const {
        DraftLine made;
        const auto site = std::ranges::find(sites_, session.site, &sites::Site::id);
        made.line = {session, site == sites_.end() ? "" : site->name, {}, {}};
        for (const Shift& one : snapshot_.shifts)
            if (one.session == session.id) made.line.there.push_back(one);
        made.line.coverage = coverage_of(session, made.line.there, snapshot_.volunteers, snapshot_.held, today_);
        const int number = period_.session(session.id).value();
        for (const Suggestion& one : suggestions_)
            if (one.session == session.id) made.suggested.push_back(suggested(one, made.line, number));
        for (const solver::Why& why : lacks_)
            if (why.lack.session == number) made.lacks.push_back(why);
        return made;
    }
    SuggestedShift suggested(const Suggestion& one, const Line& line, int session) const {
        SuggestedShift made{.suggestion = one};
        if (const auto volunteer = period_.volunteer(one.volunteer))
            made.merit = solver::merit(period_.problem, rota_, {session, *volunteer});
        if (const auto* found = volunteer_in(snapshot_.volunteers, one.volunteer))
            for (Obstacle against : obstacles(*found, line.session, line.there, snapshot_.held, today_))
                if (blocks(against)) made.obstacles.push_back(against);
        return made;
    }

    const base::Date today_;
    const Draft draft_;
    const RotaFilter filter_;
    const std::vector<Suggestion> suggestions_;
    Snapshot snapshot_;
    Period period_;
    solver::Rota rota_;
    std::vector<solver::Why> lacks_;
    std::vector<sites::Site> sites_;
};

/// Saves a draft in the place of those that it makes old.
void save_draft(store::Transaction& tx, const Draft& draft, const Period& period, const solver::Answer& answer) {
    for (const Draft& old : load_drafts(tx))
        if (old.municipality == draft.municipality && old.first <= draft.last && draft.first <= old.last)
            delete_draft(tx, old.id);
    insert_draft(tx, draft);
    for (const solver::Shift& one : answer.shifts) {
        if (!period.is_own(one) || std::ranges::count(period.taken, one) > 0) continue;
        const Suggestion made{period.sessions[static_cast<std::size_t>(one.session)],
                              period.volunteers[static_cast<std::size_t>(one.volunteer)], ShiftSource::solver};
        // Looked at again: a session or a person that went away meanwhile is left out.
        if (sites::load_session(tx, made.session) && volunteers::load_volunteer(tx, made.volunteer))
            save_suggestion(tx, draft.id, made);
    }
}

std::vector<Shift> shifts_of(const Period& period, const solver::Rota& rota) {
    std::vector<Shift> shifts;
    for (const solver::Shift& one : rota)
        shifts.push_back({period.sessions[static_cast<std::size_t>(one.session)],
                          period.volunteers[static_cast<std::size_t>(one.volunteer)]});
    return shifts;
}

}  // namespace

base::Result<base::Done> ask_for_rota(store::Session& room, const module::Caller& caller, base::Date today,
                                      std::string_view first, std::string_view last, std::string_view municipality) {
    if (!may(caller, kRunAdvice)) return module::refusal();
    base::ProblemList problems;
    const base::Date from = problems.take(text::parse_date_input(first), "first", today);
    const base::Date to = problems.take(text::parse_date_input(last), "last", today);
    if (problems.empty() && (to < from || to < today || from.days_until(to) >= kLongestPeriod))
        problems.add(base::problem("last", "advice.rota.problem.period", {{"days", std::int64_t{kLongestPeriod}}}));
    if (!problems.empty()) return problems.all();
    if (!optimise::has_working_folder()) return draft_problem("no_folder");
    const RotaFilter filter{.first = std::max(from, today),
                            .last = to,
                            .municipality = std::string(municipality),
                            .site = {},
                            .only_open = false};
    return room.transaction([&](store::Transaction& tx) -> base::Result<base::Done> {
        tx.lock(kRotaLock);
        for (const jobs::JobView& one : jobs::waiting_jobs(tx))
            if (one.name == kSuggestJob) return draft_problem("under_way");
        const auto sessions = count_sessions(tx, filter);
        if (sessions == 0) return draft_problem("no_sessions");
        if (static_cast<std::size_t>(sessions) * volunteers::load_volunteers(tx).size() > kMostSolved * 4)
            return draft_problem("too_large");
        const nlohmann::ordered_json arguments{{"first", filter.first.iso()},
                                               {"last", filter.last.iso()},
                                               {"municipality", filter.municipality},
                                               {"by", caller.label}};
        jobs::enqueue(tx, kSuggestJob, arguments.dump(), base::Instant::now());
        tx.journal(caller.actor(), {"advice.rota_asked_for", "", arguments.dump()});
        return base::Done{};
    });
}

void suggest_rota(module::JobCall& call) {
    const auto arguments = nlohmann::json::parse(call.work.arguments());
    Draft draft;
    draft.id = DraftId::ordered();
    draft.first = base::Date::parse(arguments.at("first").get<std::string>()).value();
    draft.last = base::Date::parse(arguments.at("last").get<std::string>()).value();
    draft.municipality = arguments.at("municipality").get<std::string>();
    draft.made_by = arguments.at("by").get<std::string>();
    draft.made_at = call.work.now();
    const auto room = call.work.open();
    call.work.progress(0, 3);
    const Period period = period_of(room->snapshot(
        [&](store::Reader& reader) { return read_snapshot(reader, filter_of(draft, call.house.clocks.today())); }));
    call.work.progress(1, 3);
    if (size_of(period) > kMostSolved) throw jobs::GiveUp("too many sessions and volunteers at once");
    if (!optimise::has_working_folder()) throw jobs::GiveUp("the folder that the server was started in is gone");
    const solver::Answer answer = solver::solve(period.problem, kSuggestSeconds);
    call.work.progress(2, 3);
    draft.proven = answer.proven;
    draft.points = answer.objective;
    draft.bound = answer.bound;
    room->transaction([&](store::Transaction& tx) {
        tx.lock(kRotaLock);
        save_draft(tx, draft, period, answer);
        tx.journal({"system", "system"},
                   {"advice.rota_suggested", draft.id.text(),
                    fmt::format(R"({{"proven":{},"points":{}}})", answer.proven, answer.objective)});
        call.work.complete(tx);
    });
    if (call.house.events) call.house.events->publish("room/" + call.work.place()->text() + "/advice", "");
}

base::Result<Drafts> see_drafts(store::Session& room, const module::Caller& caller) {
    if (!may(caller, kRunAdvice)) return module::refusal();
    Drafts made{.drafts = load_drafts(room), .under_way = {}};
    for (const jobs::JobView& one : jobs::waiting_jobs(room))
        if (one.name == kSuggestJob) made.under_way = {one.progress_done, one.progress_of, false};
    for (const jobs::JobView& one : jobs::failed_jobs(room))
        if (one.name == kSuggestJob && !made.under_way) made.under_way = {0, 0, true};
    return made;
}

base::Result<DraftPage> see_draft(store::Session& room, const module::Caller& caller, base::Date today, DraftId id) {
    if (!may(caller, kRunAdvice)) return module::refusal();
    auto page = room.snapshot([&](store::Reader& reader) -> base::Result<DraftPage> {
        const auto draft = load_draft(reader, id);
        if (!draft) return draft_problem("draft_gone");
        return DraftReader(reader, *draft, today).page();
    });
    if (!page) return page;
    std::vector<VolunteerId> people;
    for (const Candidate& one : page->everybody) people.push_back(one.volunteer);
    if (!people.empty()) page.value().names = directory::names_for(room, caller, "advice.rota.draft", people);
    return page;
}

base::Result<base::Done> suggest_also(store::Session& room, const module::Caller& caller, base::Date today, DraftId id,
                                      SessionId session, VolunteerId volunteer) {
    if (!may(caller, kRunAdvice)) return module::refusal();
    return room.transaction([&](store::Transaction& tx) -> base::Result<base::Done> {
        tx.lock(kRotaLock);
        const auto wanted = sites::load_session(tx, session);
        const auto who = volunteers::load_volunteer(tx, volunteer);
        if (!load_draft(tx, id) || !wanted || !who) return draft_problem("draft_gone");
        const base::Period near = around(wanted->day);
        const auto held = held_between(tx, near.first(), *near.last(), volunteer);
        for (Obstacle one : obstacles(*who, *wanted, shifts_of_session(tx, session), held, today))
            if (blocks(one)) return base::problem("", "advice.rota.obstacle." + std::string(code_of(one)));
        save_suggestion(tx, id, {session, volunteer, ShiftSource::coordinator});
        tx.journal(caller.actor(), {"advice.rota_draft_changed", id.text(), "{\"added\":1}"});
        return base::Done{};
    });
}

base::Result<base::Done> suggest_not(store::Session& room, const module::Caller& caller, DraftId id, SessionId session,
                                     VolunteerId volunteer) {
    if (!may(caller, kRunAdvice)) return module::refusal();
    return room.transaction([&](store::Transaction& tx) -> base::Result<base::Done> {
        tx.lock(kRotaLock);
        if (!remove_suggestion(tx, id, session, volunteer)) return draft_problem("draft_gone");
        tx.journal(caller.actor(), {"advice.rota_draft_changed", id.text(), "{\"removed\":1}"});
        return base::Done{};
    });
}

base::Result<Accepted> accept_draft(store::Session& room, const module::Caller& caller, base::Date today, DraftId id,
                                    std::optional<SessionId> session) {
    if (!may(caller, kRunAdvice)) return module::refusal();
    return room.transaction([&](store::Transaction& tx) -> base::Result<Accepted> {
        tx.lock(kRotaLock);
        if (!load_draft(tx, id)) return draft_problem("draft_gone");
        Accepted made;
        std::map<VolunteerId, std::vector<SessionId>> got;
        for (const Suggestion& one : suggestions_of(tx, id, session)) {
            const Shift shift{one.session, one.volunteer, ShiftState::taken, one.source};
            if (!stand_in(tx, today, shift, false)) {
                ++made.left_out;
                continue;
            }
            ++made.saved;
            got[one.volunteer].push_back(one.session);
            remove_suggestion(tx, id, one.session, one.volunteer);
        }
        for (const auto& [volunteer, sessions] : got) write_letter(tx, {Letter::Kind::put, volunteer, sessions});
        if (session) remove_suggestions(tx, id, *session);
        made.was_last = !session || suggestions_of(tx, id).empty();
        if (made.was_last) delete_draft(tx, id);
        tx.journal(caller.actor(), {"advice.rota_accepted", session ? session->text() : id.text(),
                                    fmt::format(R"({{"shifts":{},"left_out":{}}})", made.saved, made.left_out)});
        return made;
    });
}

base::Result<base::Done> discard_draft(store::Session& room, const module::Caller& caller, DraftId id) {
    if (!may(caller, kRunAdvice)) return module::refusal();
    return room.transaction([&](store::Transaction& tx) -> base::Result<base::Done> {
        tx.lock(kRotaLock);
        if (!delete_draft(tx, id)) return draft_problem("draft_gone");
        tx.journal(caller.actor(), {"advice.rota_discarded", id.text(), "{}"});
        return base::Done{};
    });
}

base::Result<Repair> suggest_repair(store::Session& room, const module::Caller& caller, base::Date today,
                                    SessionId id) {
    if (!may(caller, kRunAdvice)) return module::refusal();
    struct Read {
        Snapshot snapshot;
        std::vector<sites::Site> sites;
    };
    auto read = room.snapshot([&](store::Reader& reader) -> base::Result<Read> {
        const auto session = sites::load_session(reader, id);
        if (!session || session->state != sites::SessionState::planned || session->day < today)
            return draft_problem("over");
        Read made{{}, sites::load_sites(reader)};
        const auto site = std::ranges::find(made.sites, session->site, &sites::Site::id);
        const RotaFilter near{.first = std::max(today, session->day.plus_days(-kRepairDays)),
                              .last = session->day.plus_days(kRepairDays),
                              .municipality = site == made.sites.end() ? "" : site->municipality,
                              .site = {},
                              .only_open = false};
        made.snapshot = read_snapshot(reader, near);
        return made;
    });
    if (!read) return read.problems();
    const Period period = repair_of(read->snapshot, id);
    if (size_of(period) > kMostSolved) return draft_problem("too_large");
    if (!optimise::has_working_folder()) return draft_problem("no_folder");
    Repair made;
    made.answer = solver::solve(period.problem, kRepairSeconds);
    const solver::Changes turned = solver::changes(period.taken, made.answer.shifts);
    made.out = shifts_of(period, turned.removed);
    made.in = shifts_of(period, turned.added);
    for (const solver::Why& why : solver::explain(period.problem, made.answer.shifts))
        if (period.sessions[static_cast<std::size_t>(why.lack.session)] == id) made.lacks.push_back(why);
    std::vector<VolunteerId> people;
    for (const auto* list : {&made.out, &made.in})
        for (const Shift& one : *list) {
            people.push_back(one.volunteer);
            const auto session = std::ranges::find(read->snapshot.sessions, one.session, &sites::Session::id);
            const auto site = std::ranges::find(read->sites, session->site, &sites::Site::id);
            made.lines.push_back({*session, site == read->sites.end() ? "" : site->name, {}, {}});
        }
    if (!people.empty()) made.names = directory::names_for(room, caller, "advice.rota.repair", people);
    return made;
}

std::string language_name(const text::Words& words, std::string_view code) {
    const std::string key = "module.language." + std::string(code);
    return words.has(key) ? words(key) : std::string(code);
}
std::string language_name(const text::Words& words, int number) {
    return language_name(words, languages()[static_cast<std::size_t>(number)].code);
}

}  // namespace samrum::advice::rota
