#include "advice/rota/actions_read.hpp"

#include "advice/rota/actions_shift.hpp"
#include "advice/rota/repository_shift.hpp"
#include "advice/sites/model_permissions.hpp"
#include "advice/sites/repository_site.hpp"
#include "advice/volunteers/repository_volunteer.hpp"
#include "directory/actions_person.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace samrum::advice::rota {
namespace {

constexpr int kAheadDays = 56;           ///< a volunteer sees open places so far ahead
constexpr std::int64_t kLookedAt = 300;  ///< open sessions that are looked through for a volunteer
constexpr std::size_t kShownPlaces = 20;
constexpr int kLetterMemoryDays = 183;

/// The first and last day that shifts matter for between these days.
base::Period months_around(base::Date first, base::Date last) {
    return {around(first).first(), *around(last).last()};
}

/// The lines of sessions, from few questions: volunteers and shifts are read once for all.
class LineReader {
  public:
    LineReader(store::Reader& room, base::Date first, base::Date last, base::Date today)
        : room_(room), today_(today), volunteers_(volunteers::load_volunteers(room)), sites_(sites::load_sites(room)) {
        const base::Period months = months_around(first, last);
        held_ = held_between(room, months.first(), *months.last());
    }

    std::vector<Line> lines(const std::vector<SessionId>& ids) const {
        std::vector<Line> all;
        for (const SessionId& id : ids)
            if (const auto session = sites::load_session(room_, id)) all.push_back(line(*session));
        return all;
    }
    Line line(const sites::Session& session) const {
        Line made{session, site_name(session.site), shifts_of_session(room_, session.id), {}};
        made.coverage = coverage_of(session, made.there, volunteers_, held_, today_);
        return made;
    }
    const std::vector<volunteers::Volunteer>& volunteers() const { return volunteers_; }
    const std::vector<sites::Site>& sites() const { return sites_; }
    const std::vector<Held>& held() const { return held_; }

  private:
    std::string site_name(sites::SiteId id) const {
        const auto found = std::ranges::find(sites_, id, &sites::Site::id);
        return found == sites_.end() ? std::string() : found->name;
    }

    store::Reader& room_;
    const base::Date today_;
    const std::vector<volunteers::Volunteer> volunteers_;
    const std::vector<sites::Site> sites_;
    std::vector<Held> held_;
};

std::vector<VolunteerId> people_on(const std::vector<Line>& lines) {
    std::vector<VolunteerId> people;
    for (const Line& line : lines)
        for (const Shift& one : line.there)
            if (std::ranges::count(people, one.volunteer) == 0) people.push_back(one.volunteer);
    return people;
}

Names names_of(store::Session& room, const module::Caller& caller, std::string_view page,
               const std::vector<VolunteerId>& people) {
    if (people.empty()) return {};
    return directory::names_for(room, caller, page, people);
}

std::vector<std::string> brought(const volunteers::Volunteer& one, const Coverage& coverage) {
    std::vector<std::string> languages;
    for (const MissingLanguage& missing : coverage.missing)
        if (std::ranges::count(one.languages, missing.code) > 0) languages.push_back(missing.code);
    return languages;
}

std::vector<Candidate> candidates_for(const Line& line, const LineReader& reader, base::Date today) {
    std::vector<Candidate> all;
    for (const volunteers::Volunteer& one : reader.volunteers()) {
        auto found = obstacles(one, line.session, line.there, reader.held(), today);
        // The coordinator may put in more than are wanted, and afterwards who came unasked.
        std::erase(found, Obstacle::full);
        std::erase(found, Obstacle::over);
        if (may_take(found)) all.push_back({one.id, std::move(found), brought(one, line.coverage)});
    }
    std::ranges::stable_sort(all, [](const Candidate& a, const Candidate& b) {
        if (fits(a.obstacles) != fits(b.obstacles)) return fits(a.obstacles);
        return a.brings.size() > b.brings.size();
    });
    return all;
}

std::vector<OpenPlace> places_for(const volunteers::Volunteer& me, const std::vector<Line>& lines,
                                  const std::vector<Held>& held, base::Date today) {
    std::vector<OpenPlace> places;
    for (const Line& line : lines) {
        auto found = obstacles(me, line.session, line.there, held, today);
        if (!may_take(found)) continue;
        const bool offered = static_cast<int>(line.there.size()) >= line.session.wants.advisers;
        places.push_back({line, std::move(found), brought(me, line.coverage), offered});
    }
    // What suits comes first, then where the own languages are wanted; the rest stays by day.
    std::ranges::stable_sort(places, [](const OpenPlace& a, const OpenPlace& b) {
        if (fits(a.warnings) != fits(b.warnings)) return fits(a.warnings);
        return a.brings.size() > b.brings.size();
    });
    if (places.size() > kShownPlaces) places.resize(kShownPlaces);
    return places;
}

}  // namespace

base::Result<RotaPage> see_rota(store::Session& room, const module::Caller& caller, base::Date today,
                                const RotaFilter& filter, std::int64_t limit, std::int64_t offset) {
    if (!may(caller, kAdvise)) return module::refusal();
    RotaPage page = room.snapshot([&](store::Reader& reader) {
        const LineReader lines(reader, filter.first, filter.last, today);
        RotaPage made;
        made.total = count_sessions(reader, filter);
        made.lines = lines.lines(session_ids(reader, filter, limit, offset));
        for (const sites::Site& one : lines.sites())
            if (!one.closed_on || *one.closed_on >= today) made.sites.push_back(one);
        made.gaps = language_gaps(reader, filter, today);
        made.me = own_volunteer(reader, caller);
        return made;
    });
    page.may_run = may(caller, kRunAdvice);
    page.names = names_of(room, caller, "advice.rota", people_on(page.lines));
    return page;
}

std::vector<LanguageGap> language_gaps(store::Reader& room, const RotaFilter& filter, base::Date today) {
    RotaFilter coming = filter;
    coming.first = std::max(filter.first, today);
    if (coming.first > coming.last) return {};
    const LineReader reader(room, coming.first, coming.last, today);
    std::map<std::string, int> sessions;
    for (const Line& line : reader.lines(session_ids(room, coming, kMostGapSessions, 0)))
        if (line.session.state == sites::SessionState::planned) add_gaps(sessions, line.coverage);
    return gaps_of(sessions, reader.volunteers(), today);
}

base::Result<SessionPage> see_session(store::Session& room, const module::Caller& caller, base::Date today,
                                      SessionId id) {
    if (!may(caller, kAdvise)) return module::refusal();
    const bool may_run = may(caller, kRunAdvice);
    auto page = room.snapshot([&](store::Reader& reader) -> base::Result<SessionPage> {
        const auto session = sites::load_session(reader, id);
        if (!session) return base::problem("", "advice.rota.problem.gone");
        const LineReader lines(reader, session->day, session->day, today);
        SessionPage made{.line = lines.line(*session)};
        if (may_run) made.candidates = candidates_for(made.line, lines, today);
        made.volunteers = lines.volunteers();
        made.me = own_volunteer(reader, caller);
        return made;
    });
    if (!page) return page;
    page.value().may_run = may_run;
    auto people = people_on({page->line});
    for (const Candidate& one : page->candidates) people.push_back(one.volunteer);
    page.value().names = names_of(room, caller, "advice.rota.session", people);
    return page;
}

base::Result<ShiftsPage> see_shifts(store::Session& room, const module::Caller& caller, base::Date today) {
    if (!may(caller, kAdvise)) return module::refusal();
    ShiftsPage page = room.snapshot([&](store::Reader& reader) {
        ShiftsPage made;
        const auto me = own_volunteer(reader, caller);
        const auto volunteer = me ? volunteers::load_volunteer(reader, *me) : std::nullopt;
        if (!volunteer) return made;
        made.is_volunteer = true;
        made.most_shifts = volunteer->most_shifts;
        const base::Date last = today.plus_days(kAheadDays);
        const LineReader lines(reader, today, last, today);
        std::vector<SessionId> mine;
        for (const Held& one : lines.held()) {
            if (one.volunteer != *me) continue;
            if (one.day >= today) mine.push_back(one.session);
            if (one.day.year() == today.year() && one.day.month() == today.month()) ++made.shifts_this_month;
        }
        made.mine = lines.lines(mine);
        const RotaFilter open{.first = today, .last = last, .municipality = {}, .site = {}, .only_open = true};
        made.open = places_for(*volunteer, lines.lines(session_ids(reader, open, kLookedAt, 0)), lines.held(), today);
        return made;
    });
    std::vector<Line> shown = page.mine;
    for (const OpenPlace& one : page.open) shown.push_back(one.line);
    page.names = names_of(room, caller, "advice.shifts", people_on(shown));
    return page;
}

Snapshot read_snapshot(store::Reader& room, const RotaFilter& filter) {
    Snapshot made;
    for (const SessionId& id : session_ids(room, filter, static_cast<std::int64_t>(kMostSolved), 0))
        if (const auto session = sites::load_session(room, id);
            session && session->state == sites::SessionState::planned)
            made.sessions.push_back(*session);
    made.volunteers = volunteers::load_volunteers(room);
    for (const sites::Session& one : made.sessions)
        for (const Shift& shift : shifts_of_session(room, one.id)) made.shifts.push_back(shift);
    const base::Period months = months_around(filter.first, filter.last);
    made.held = held_between(room, months.first(), *months.last());
    return made;
}

std::string extract_shifts(store::Reader& room, const base::Uuid& person) {
    auto shifts = nlohmann::ordered_json::array();
    for (const Held& one : every_shift_of(room, VolunteerId(person))) {
        const auto site = sites::load_site(room, one.site);
        shifts.push_back({{"day", one.day.iso()},
                          {"starts", one.starts.iso()},
                          {"ends", one.ends.iso()},
                          {"site", site ? site->name : ""},
                          {"state", code_of(one.state)}});
    }
    return shifts.dump();
}

std::int64_t erase_shifts(store::Transaction& tx, const base::Uuid& person) {
    std::int64_t erased = 0;
    for (const Held& one : every_shift_of(tx, VolunteerId(person)))
        if (remove_shift(tx, one.session, one.volunteer)) ++erased;
    return erased;
}

std::int64_t remove_old_rota(store::Transaction& tx, base::Date today) {
    return remove_drafts_before(tx, today) + remove_reminders_before(tx, today.plus_days(-kLetterMemoryDays));
}

}  // namespace samrum::advice::rota
