#pragma once
#include "advice/sites/rules_hours.hpp"
#include "foundation/base/result.hpp"

#include <string>
#include <string_view>
#include <vector>

/// Pure: what people type about sites, hours and sessions, judged; every problem is told at once.
namespace samrum::advice::sites {

inline constexpr int kMostDesks = 50;
inline constexpr int kMostAdvisers = 30;
inline constexpr int kMostNoteDays = 90;
inline constexpr std::size_t kLongestReason = 200;

/// As typed. Ticked boxes are true.
struct SiteInput {
    std::string place = {};     ///< id of a place of the directory
    std::string activity = {};  ///< id of an activity of the room
    std::string slug = {};      ///< may be empty: made of the place's name
    std::string municipality = {};
    std::string desks = {};
    std::string note_days = {};
    std::string opened_on = {};
    bool takes_bookings = false;
    bool phone_tickets = false;
    bool kiosk = false;
    bool wall = false;
    bool asks_gender = false;
};
/// "stadsbiblioteket": two to forty of a–z, 0–9 and hyphens, none of the words that the addresses of advice use.
/// Problems `advice.sites.problem.slug`, `advice.sites.problem.slug_reserved`.
base::Result<std::string> judge_slug(std::string_view typed);
/// A slug made of a name: "Lunds stadsbibliotek" gives "lunds-stadsbibliotek". It may need judging still.
std::string slug_from(std::string_view name);
/// The site without its id and the place's name; `place_name` is what a slug is made of where none was typed.
base::Result<Site> judge_site(const SiteInput& input, std::string_view place_name);

struct WantsInput {
    std::string advisers;
    bool experienced = false;
    bool mixed = false;
    std::vector<std::string> languages = {};
};
struct RuleInput {
    std::string weekday = {};      ///< "1" Monday … "7" Sunday
    std::string every_weeks = {};  ///< "1" or "2"
    std::string starts = {};
    std::string ends = {};
    std::string first = {};  ///< from this day on
    std::string last = {};   ///< may be empty: until further notice
    bool on_holidays = false;
    WantsInput wants = {};
};
/// A rule of the site, with a new id, that gives no session at the same time as one of `others`. It may begin before
/// sessions are kept here: then it tells how the hours were. Problems `advice.sites.problem.*`, `base.date.*`,
/// `base.time.*`, `base.period.*`.
base::Result<WeeklyRule> judge_rule(const RuleInput& input, const Site& site, const std::vector<WeeklyRule>& others);

struct ClosureInput {
    std::string site = {};  ///< id; empty: every site
    std::string first = {};
    std::string last = {};
    std::string reason = {};  ///< shown to the public
};
base::Result<Closure> judge_closure(const ClosureInput& input);

struct SessionInput {
    std::string day = {};
    std::string starts = {};
    std::string ends = {};
    WantsInput wants = {};
};
/// Day, clock and wishes of a session, put into `session`. It must lie within the time that the site is there.
base::Result<Session> judge_session(const SessionInput& input, const Site& site, Session session);
/// Why a session is cancelled: 1 to 200 characters. Problem `advice.sites.problem.reason`.
base::Result<std::string> judge_reason(std::string_view typed, const std::string& field = "reason");

/// What is noted of a session that was held without the program.
/// Minutes from hours as people write them, "7,5" or "7.5"; nothing when it is no number or more than a day has room
/// for.
std::optional<int> minutes_typed(std::string_view hours);

struct HeldInput {
    std::string advisers = {};
    std::string hours = {};  ///< of all volunteers together: "7,5"; may be empty: not known
};
struct HeldFigures {
    int advisers = 0;
    std::optional<int> minutes = {};
};
base::Result<HeldFigures> judge_held(const HeldInput& input);

}  // namespace samrum::advice::sites
