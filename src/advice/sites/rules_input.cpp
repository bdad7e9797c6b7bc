#include "advice/sites/rules_input.hpp"

#include "advice/sites/model_words.hpp"
#include "foundation/base/number.hpp"
#include "foundation/base/text.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace samrum::advice::sites {
namespace {

using base::problem;
using base::ProblemList;

constexpr std::size_t kShortestSlug = 2;
constexpr std::size_t kLongestSlug = 40;
constexpr std::size_t kLongestMunicipality = 60;
constexpr int kMostHours = 500;
/// Words that stand behind /advice/ in addresses themselves.
constexpr std::string_view kReserved[] = {
    "me",      "sites", "sessions", "closures", "volunteers", "courses", "rota", "shifts", "sheets", "units",
    "figures", "gaps",  "day",      "phrases",  "bookings",   "reviews", "help", "hours",  "new",    "calendar"};

bool is_slug_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

std::size_t characters(std::string_view text) {
    return static_cast<std::size_t>(
        std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

/// A whole number from `least` to `most`, or a problem that says both.
int take_number(ProblemList& problems, std::string_view typed, const std::string& field, int least, int most) {
    const auto value = base::whole_number(base::trim(typed));
    if (value && *value >= least && *value <= most) return static_cast<int>(*value);
    problems.add(
        problem(field, "advice.sites.problem.number", {{"least", std::int64_t{least}}, {"most", std::int64_t{most}}}));
    return least;
}

Wants take_wants(ProblemList& problems, const WantsInput& input) {
    Wants wants;
    wants.advisers = take_number(problems, input.advisers, "advisers", 1, kMostAdvisers);
    wants.experienced = input.experienced;
    wants.mixed = input.mixed;
    wants.languages = split_codes(join_codes(input.languages));
    return wants;
}

struct Clock {
    base::ClockTime starts;
    base::ClockTime ends;
};
Clock take_clock(ProblemList& problems, const std::string& starts, const std::string& ends) {
    const std::size_t before = problems.all().size();
    Clock clock;
    clock.starts = problems.take(base::ClockTime::parse(base::trim(starts)), "starts");
    clock.ends = problems.take(base::ClockTime::parse(base::trim(ends)), "ends");
    const bool readable = problems.all().size() == before;
    if (readable && clock.ends <= clock.starts) problems.add(problem("ends", "advice.sites.problem.ends"));
    return clock;
}

base::Period take_period(ProblemList& problems, const std::string& first_typed, const std::string& last_typed) {
    const base::Date first = problems.take(base::Date::parse(base::trim(first_typed)), "first");
    std::optional<base::Date> last;
    if (!base::trim(last_typed).empty()) last = problems.take(base::Date::parse(base::trim(last_typed)), "last", first);
    return problems.take(base::Period::of(first, last), "last", base::Period(first, std::nullopt));
}

template <class IdType>
IdType take_id(ProblemList& problems, const std::string& typed, const std::string& field) {
    const auto id = IdType::parse(typed);
    if (!id) problems.add(problem(field, "advice.sites.problem.choose"));
    return id ? *id : IdType{};
}

}  // namespace

base::Result<std::string> judge_slug(std::string_view typed) {
    const std::string slug = base::trim(typed);
    const bool fits = slug.size() >= kShortestSlug && slug.size() <= kLongestSlug && slug.front() != '-' &&
                      slug.back() != '-' &&
                      std::ranges::all_of(slug, [](char c) { return is_slug_letter(c) || c == '-'; });
    if (!fits) return problem("slug", "advice.sites.problem.slug");
    if (std::ranges::find(kReserved, slug) != std::end(kReserved))
        return problem("slug", "advice.sites.problem.slug_reserved", {{"slug", slug}});
    return slug;
}

std::string slug_from(std::string_view name) {
    std::string slug;
    const auto add = [&](char c) {
        if (is_slug_letter(c))
            slug += c;
        else if (!slug.empty() && slug.back() != '-')
            slug += '-';
    };
    for (std::size_t i = 0; i < name.size(); ++i) {
        const std::string_view two = name.substr(i, 2);
        const bool is_a = two == "å" || two == "ä" || two == "Å" || two == "Ä" || two == "á" || two == "à";
        const bool is_o = two == "ö" || two == "Ö" || two == "ø" || two == "ó";
        const bool is_e = two == "é" || two == "É" || two == "è";
        if (is_a || is_o || is_e) {
            add(is_a ? 'a' : is_o ? 'o' : 'e');
            ++i;
        } else if (static_cast<unsigned char>(name[i]) < 0x80) {
            const char c = name[i];
            add(c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c);
        }
    }
    slug.resize(std::min(slug.size(), kLongestSlug));
    while (!slug.empty() && slug.back() == '-') slug.pop_back();
    return slug;
}

base::Result<Site> judge_site(const SiteInput& input, std::string_view place_name) {
    ProblemList problems;
    Site site;
    site.place = take_id<PlaceId>(problems, input.place, "place");
    site.activity = take_id<ActivityId>(problems, input.activity, "activity");
    const bool makes_slug = base::trim(input.slug).empty();
    site.slug = problems.take(judge_slug(makes_slug ? slug_from(place_name) : input.slug), "slug");
    site.municipality = base::trim(input.municipality);
    if (site.municipality.empty() || characters(site.municipality) > kLongestMunicipality)
        problems.add(problem("municipality", "advice.sites.problem.municipality"));
    site.desks = take_number(problems, input.desks, "desks", 1, kMostDesks);
    site.note_days = take_number(problems, input.note_days, "note_days", 0, kMostNoteDays);
    site.opened_on = problems.take(base::Date::parse(base::trim(input.opened_on)), "opened_on");
    site.takes_bookings = input.takes_bookings;
    site.phone_tickets = input.phone_tickets;
    site.kiosk = input.kiosk;
    site.wall = input.wall;
    site.asks_gender = input.asks_gender;
    if (!problems.empty()) return problems.all();
    return site;
}

base::Result<WeeklyRule> judge_rule(const RuleInput& input, const Site& site, const std::vector<WeeklyRule>& others) {
    ProblemList problems;
    WeeklyRule rule;
    rule.id = RuleId::ordered();
    rule.site = site.id;
    rule.weekday = static_cast<unsigned>(take_number(problems, input.weekday, "weekday", 1, 7));
    rule.every_weeks = take_number(problems, input.every_weeks, "every_weeks", 1, 2);
    const Clock clock = take_clock(problems, input.starts, input.ends);
    rule.starts = clock.starts;
    rule.ends = clock.ends;
    rule.days = take_period(problems, input.first, input.last);
    rule.on_holidays = input.on_holidays;
    rule.wants = take_wants(problems, input.wants);
    if (problems.empty() && clash(rule, others)) problems.add(problem("starts", "advice.sites.problem.overlap"));
    if (!problems.empty()) return problems.all();
    return rule;
}

base::Result<Closure> judge_closure(const ClosureInput& input) {
    ProblemList problems;
    Closure closure;
    closure.id = ClosureId::ordered();
    if (!input.site.empty()) closure.site = take_id<SiteId>(problems, input.site, "site");
    closure.days = take_period(problems, input.first, input.last.empty() ? input.first : input.last);
    closure.reason = problems.take(judge_reason(input.reason), "reason");
    if (!problems.empty()) return problems.all();
    return closure;
}

base::Result<Session> judge_session(const SessionInput& input, const Site& site, Session session) {
    ProblemList problems;
    session.day = problems.take(base::Date::parse(base::trim(input.day)), "day");
    const Clock clock = take_clock(problems, input.starts, input.ends);
    session.starts = clock.starts;
    session.ends = clock.ends;
    session.wants = take_wants(problems, input.wants);
    const bool there = session.day >= site.opened_on && (!site.closed_on || session.day <= *site.closed_on);
    if (problems.empty() && !there) problems.add(problem("day", "advice.sites.problem.site_not_there"));
    if (!problems.empty()) return problems.all();
    return session;
}

base::Result<std::string> judge_reason(std::string_view typed, const std::string& field) {
    std::string reason = base::trim(typed);
    if (reason.empty() || characters(reason) > kLongestReason)
        return problem(field, "advice.sites.problem.reason", {{"most", std::int64_t{kLongestReason}}});
    return reason;
}

std::optional<int> minutes_typed(std::string_view typed) {
    std::string hours = base::trim(typed);
    std::ranges::replace(hours, ',', '.');
    double value = 0;
    const auto [end, error] = std::from_chars(hours.data(), hours.data() + hours.size(), value);
    // What is no number ("nan") is not at most anything.
    const bool fits = error == std::errc{} && end == hours.data() + hours.size() && value >= 0 && value <= kMostHours;
    return fits ? std::optional(static_cast<int>(std::lround(value * 60))) : std::nullopt;
}

base::Result<HeldFigures> judge_held(const HeldInput& input) {
    ProblemList problems;
    HeldFigures figures;
    figures.advisers = take_number(problems, input.advisers, "advisers", 1, kMostAdvisers);
    if (!base::trim(input.hours).empty()) {
        figures.minutes = minutes_typed(input.hours);
        if (!figures.minutes) problems.add(problem("hours", "advice.sites.problem.hours"));
    }
    if (!problems.empty()) return problems.all();
    return figures;
}

}  // namespace samrum::advice::sites
