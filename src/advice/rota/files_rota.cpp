#include "advice/rota/files_rota.hpp"

#include "advice/rota/files_json.hpp"
#include "foundation/base/date.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace samrum::advice::rota {
namespace {

namespace solver = optimise::rota;
using base::Date;

constexpr std::size_t kMostLines = 400;  ///< of one volunteer's wishes
constexpr std::size_t kMostSites = 500;
constexpr std::size_t kMostLanguages = 30;  ///< of one session or volunteer
constexpr std::size_t kMostShifts = 50'000;
constexpr int kMostMinutes = 14 * 24 * 60;

constexpr std::string_view kWishes[] = {"no", "rather_not", "fine", "gladly"};
constexpr std::string_view kBackgrounds[] = {"unsaid", "established", "newcomer"};

/// Numbers for names, in the order in which they come.
class Numbers {
  public:
    int number(const std::string& name) {
        return by_name_.try_emplace(name, static_cast<int>(by_name_.size())).first->second;
    }
    std::optional<int> find(const std::string& name) const {
        const auto found = by_name_.find(name);
        return found == by_name_.end() ? std::nullopt : std::optional(found->second);
    }
    std::vector<std::string> names() const {
        std::vector<std::string> all(by_name_.size());
        for (const auto& [name, number] : by_name_) all[static_cast<std::size_t>(number)] = name;
        return all;
    }

  private:
    std::map<std::string, int> by_name_;
};

class RotaReader {
  public:
    RotaFile read(const JsonReader& root) {
        root.only({"format", "rest_minutes", "sites", "sessions", "volunteers", "shifts", "forbidden", "cancelled",
                   "mend", "answer", "note"});
        if (root.text("format") != "samrum-rota-1") root.problem("format", "advice.rota.file.format");
        file_.problem.rest = root.integer("rest_minutes", 0, 0, kMostMinutes);
        read_sites(root.list("sites", kMostSites));
        for (const JsonReader& one : root.list("sessions", kMostSessions)) read_session(one);
        for (const JsonReader& one : root.list("volunteers", kMostVolunteers)) read_volunteer(one);
        if (file_.sessions.size() * file_.volunteers.size() > kMostPairs)
            root.problem("", "advice.rota.file.too_large");
        read_shifts(root);
        file_.languages = languages_.names();
        return std::move(file_);
    }

  private:
    void read_sites(const std::vector<JsonReader>& sites) {
        for (const JsonReader& one : sites) {
            one.only({"id", "travel"});
            const std::string id = one.name("id");
            if (sites_.find(id)) one.problem("id", "advice.rota.file.twice", {{"id", id}});
            sites_.number(id);
        }
        auto& travel = file_.problem.travel;
        travel.assign(sites_.names().size(), std::vector<int>(sites_.names().size(), 0));
        for (const JsonReader& one : sites) {
            const auto from = sites_.find(one.name("id"));
            for (const auto& [name, minutes] : one.numbers("travel", kMostMinutes)) {
                const auto to = sites_.find(name);
                if (!to) one.problem("travel." + name, "advice.rota.file.no_such_site", {{"site", name}});
                if (!from || !to) continue;
                auto& there = travel[static_cast<std::size_t>(*from)][static_cast<std::size_t>(*to)];
                auto& back = travel[static_cast<std::size_t>(*to)][static_cast<std::size_t>(*from)];
                there = minutes;
                if (back == 0) back = minutes;
            }
        }
    }

    std::vector<int> languages_of(const JsonReader& one) {
        std::vector<int> numbers;
        for (const std::string& name : one.names("languages", kMostLanguages))
            if (const int number = languages_.number(name); std::ranges::count(numbers, number) == 0)
                numbers.push_back(number);
        return numbers;
    }

    void read_session(const JsonReader& one) {
        one.only({"id", "site", "day", "starts", "ends", "advisers", "languages", "experienced", "mixed", "note"});
        const std::string id = one.name("id");
        if (sessions_.find(id)) one.problem("id", "advice.rota.file.twice", {{"id", id}});
        sessions_.number(id);
        solver::Session session;
        const std::string site = one.name("site");
        const auto number = sites_.find(site);
        if (!number) one.problem("site", "advice.rota.file.no_such_site", {{"site", site}});
        session.site = number.value_or(0);
        const Date day = one.date("day");
        session.day = Date().days_until(day);
        session.month = day.year() * 12 + static_cast<int>(day.month()) - 1;
        session.starts = one.clock("starts");
        session.ends = one.clock("ends");
        if (session.ends <= session.starts) one.problem("ends", "advice.rota.file.ends_before");
        session.advisers = one.integer("advisers", 1, 0, 100);
        session.languages = languages_of(one);
        session.experienced = one.flag("experienced");
        session.mixed = one.flag("mixed");
        days_.push_back(day);
        file_.problem.sessions.push_back(std::move(session));
        file_.sessions.push_back(id);
        file_.when.push_back(day.iso() + " " + std::string(one.text("starts")) + " " + site);
    }

    void read_volunteer(const JsonReader& one) {
        one.only({"id", "languages", "experienced", "background", "most_a_month", "otherwise", "when", "away", "note"});
        const std::string id = one.name("id");
        if (volunteers_.find(id)) one.problem("id", "advice.rota.file.twice", {{"id", id}});
        volunteers_.number(id);
        solver::Volunteer volunteer;
        volunteer.languages = languages_of(one);
        volunteer.experienced = one.flag("experienced");
        volunteer.background = static_cast<solver::Background>(one.choice("background", kBackgrounds, 0));
        volunteer.most_a_month = one.integer("most_a_month", 0, 0, 1'000);
        const auto otherwise = static_cast<solver::Wish>(one.choice("otherwise", kWishes, 2));
        volunteer.wishes.assign(file_.problem.sessions.size(), otherwise);
        for (const JsonReader& line : one.list("when", kMostLines)) read_wish(line, volunteer);
        for (const JsonReader& line : one.list("away", kMostLines)) read_away(line, volunteer);
        file_.problem.volunteers.push_back(std::move(volunteer));
        file_.volunteers.push_back(id);
    }

    /// Later lines win over earlier ones.
    void read_wish(const JsonReader& line, solver::Volunteer& volunteer) {
        line.only({"session", "day", "weekday", "site", "wish"});
        const auto wish = static_cast<solver::Wish>(line.choice("wish", kWishes, 2));
        const auto weekday = line.integer("weekday", 0, 1, 7);
        const auto day = line.has("day") ? std::optional(line.date("day")) : std::nullopt;
        const std::string site = line.has("site") ? line.name("site") : "";
        const std::string session = line.has("session") ? line.name("session") : "";
        const auto site_number = sites_.find(site);
        const auto session_number = sessions_.find(session);
        if (!site.empty() && !site_number) line.problem("site", "advice.rota.file.no_such_site", {{"site", site}});
        if (!session.empty() && !session_number)
            line.problem("session", "advice.rota.file.no_such_session", {{"session", session}});
        for (std::size_t s = 0; s < days_.size(); ++s) {
            if (!session.empty() && session_number != static_cast<int>(s)) continue;
            if (day && days_[s] != *day) continue;
            if (weekday > 0 && days_[s].weekday() != static_cast<unsigned>(weekday)) continue;
            if (!site.empty() && site_number != file_.problem.sessions[s].site) continue;
            volunteer.wishes[s] = wish;
        }
    }

    void read_away(const JsonReader& line, solver::Volunteer& volunteer) {
        line.only({"first", "last"});
        const Date first = line.date("first");
        const auto last = line.has("last") ? std::optional(line.date("last")) : std::nullopt;
        if (last && *last < first) return line.problem("last", "base.period.ends_before_it_begins");
        const base::Period away(first, last);
        for (std::size_t s = 0; s < days_.size(); ++s)
            if (away.contains(days_[s])) volunteer.wishes[s] = solver::Wish::no;
    }

    std::optional<solver::Shift> pair_of(const JsonReader& line) {
        const std::string session = line.name("session"), volunteer = line.name("volunteer");
        const auto s = sessions_.find(session), v = volunteers_.find(volunteer);
        if (!s) line.problem("session", "advice.rota.file.no_such_session", {{"session", session}});
        if (!v) line.problem("volunteer", "advice.rota.file.no_such_volunteer", {{"volunteer", volunteer}});
        return s && v ? std::optional(solver::Shift{*s, *v}) : std::nullopt;
    }

    void read_shifts(const JsonReader& root) {
        for (const JsonReader& line : root.list("shifts", kMostShifts)) {
            line.only({"session", "volunteer", "fixed", "note"});
            const bool fixed = line.flag("fixed");
            const auto shift = pair_of(line);
            // A line that cannot be read keeps its place, so that "shifts[3]" stays the fourth line.
            file_.shifts.push_back(shift.value_or(solver::Shift{-1, -1}));
            if (shift && fixed && std::ranges::count(file_.problem.fixed, *shift) == 0)
                file_.problem.fixed.push_back(*shift);
        }
        for (const JsonReader& line : root.list("forbidden", kMostShifts)) {
            line.only({"session", "volunteer", "note"});
            if (const auto shift = pair_of(line)) file_.problem.forbidden.push_back(*shift);
        }
        if (root.has("cancelled") || root.has("mend")) read_repair(root);
    }

    void read_repair(const JsonReader& root) {
        file_.problem.before = file_.shifts;
        for (const std::string& session : root.names("mend", kMostSessions)) {
            const auto number = sessions_.find(session);
            if (!number) root.problem("mend", "advice.rota.file.no_such_session", {{"session", session}});
            file_.problem.mend.push_back(number.value_or(0));
        }
        for (const JsonReader& line : root.list("cancelled", kMostShifts)) {
            line.only({"session", "volunteer", "note"});
            const auto shift = pair_of(line);
            if (!shift) continue;
            if (std::ranges::count(file_.shifts, *shift) == 0) line.problem("", "advice.rota.file.not_in_rota");
            std::erase(file_.problem.fixed, *shift);
            file_.problem.forbidden.push_back(*shift);
        }
    }

    RotaFile file_;
    Numbers sites_, sessions_, volunteers_, languages_;
    std::vector<Date> days_;
};

}  // namespace

base::Result<RotaFile> read_rota_file(std::string_view text) {
    if (text.size() > kLongestRotaFile) return base::problem("", "advice.rota.file.too_large");
    base::ProblemList problems;
    const JsonText document(text, problems);
    if (!problems.empty()) return problems.all();
    RotaFile file = RotaReader().read(document.root());
    if (!problems.empty()) return problems.all();
    file.text = text;
    return file;
}

base::Problems breaches_of(const RotaFile& file, const solver::Rota& rota) {
    base::Problems problems;
    for (const solver::Breach& one : judge(file.problem, rota).breaches) {
        const auto name = [](const std::vector<std::string>& names, int number) {
            return number < 0 ? std::string() : names[static_cast<std::size_t>(number)];
        };
        const solver::Shift shift{one.session, one.volunteer};
        auto at = std::ranges::find(rota, shift);
        if (one.rule == solver::Rule::twice && at != rota.end()) at = std::find(at + 1, rota.end(), shift);
        std::string field = at == rota.end() ? "sessions[" + std::to_string(one.session) + "]"
                                             : "shifts[" + std::to_string(at - rota.begin()) + "]";
        problems.push_back(base::problem(std::move(field), breach_key(one.rule),
                                         {{"session", name(file.sessions, one.session)},
                                          {"volunteer", name(file.volunteers, one.volunteer)},
                                          {"other", name(file.sessions, one.other)}}));
    }
    return problems;
}

}  // namespace samrum::advice::rota
