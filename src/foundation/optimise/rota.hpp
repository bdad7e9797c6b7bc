#pragma once
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

/// The rota: who advises at which session. Sessions, volunteers, sites and languages are numbers from 0; words are the
/// caller's. What a rota lacks costs points, and the solver looks for the cheapest; a rota always exists, for a want
/// that cannot be met is counted and explained and never forbids the rest.
namespace samrum::optimise::rota {

enum class Background : std::uint8_t { unsaid, established, newcomer };
enum class Wish : std::uint8_t { no, rather_not, fine, gladly };

struct Session {
    int day = 0;     ///< counted from any day
    int starts = 0;  ///< minutes of the day
    int ends = 0;    ///< minutes of the day, after `starts`
    int month = 0;   ///< calendar months counted from any month: what `most_a_month` counts in
    int site = 0;
    int advisers = 0;  ///< how many are wanted: never more
    std::vector<int> languages = {};
    bool experienced = false;  ///< somebody experienced among them
    bool mixed = false;        ///< both established and newcomers among them
};

struct Volunteer {
    std::vector<int> languages = {};
    bool experienced = false;
    Background background = Background::unsaid;
    int most_a_month = 0;           ///< 0: any number
    std::vector<Wish> wishes = {};  ///< one a session: availability, breaks and soft wishes, as the caller reads them
};

struct Shift {
    int session = 0;
    int volunteer = 0;
    auto operator<=>(const Shift&) const = default;
};
using Rota = std::vector<Shift>;

struct Problem {
    std::vector<Session> sessions = {};
    std::vector<Volunteer> volunteers = {};
    int rest = 0;                               ///< minutes between two sessions of one person, at least
    std::vector<std::vector<int>> travel = {};  ///< minutes from site to site; empty: none
    Rota fixed = {};                            ///< stand, whatever they break: people took them themselves
    Rota forbidden = {};                        ///< may not be
    /// Repair: the rota as it was. What it had is to be had again with the fewest changes; what it lacked costs
    /// nothing.
    std::optional<Rota> before = {};
    std::vector<int> mend = {};  ///< repair: sessions that are to have all they want, also what they lacked before
};

/// What each lack and each discomfort costs. Small whole numbers with a meaning: one more adviser in place is worth two
/// languages and a half; a repair moves one more person (two changes, 24) for a language or for experience, not for the
/// mix.
struct Points {
    static constexpr int kNobody = 200;     ///< a session without a single adviser, beside its places
    static constexpr int kPlace = 100;      ///< a place that nobody has
    static constexpr int kLanguage = 40;    ///< a wanted language that nobody there speaks
    static constexpr int kExperience = 30;  ///< nobody experienced where somebody is wanted
    static constexpr int kMix = 15;         ///< only established or only newcomers where a mix is wanted
    static constexpr int kChange = 12;      ///< repair: a shift that is put in or taken out
    static constexpr int kRatherNot = 3;    ///< a shift that the volunteer would rather not have
    static constexpr int kFine = 1;         ///< a shift that suits; one that is gladly taken costs nothing
    static constexpr int kUneven = 1;  ///< the first shift above the fair share; the second costs 2, the third 3 …
};
/// How many shifts each would have if all were shared alike: places wanted by volunteers who can at all, rounded up.
int fair_share(const Problem& problem);

/// What a rota costs, part by part, in pieces (not points).
struct Score {
    int nobody = 0, places = 0, languages = 0, experience = 0, mix = 0;
    int changes = 0;
    int rather_not = 0, fine = 0;
    int uneven = 0;  ///< Σ e(e+1)/2 over volunteers, e shifts above the fair share
    std::int64_t points() const;
    auto operator<=>(const Score&) const = default;
};

/// A hard rule that a rota breaks.
enum class Rule { unavailable, forbidden, fixed_is_missing, twice, two_at_once, rest, travel, most_a_month, too_many };
struct Breach {
    Rule rule;
    int session = 0;
    int volunteer = 0;  ///< -1: of the session as a whole
    int other = -1;     ///< the other session of two that do not go together
    auto operator<=>(const Breach&) const = default;
};

enum class Want { nobody, place, language, experience, mix };
/// What a session lacks.
struct Lack {
    Want want;
    int session = 0;
    int language = -1;
    int missing = 1;  ///< of places
    auto operator<=>(const Lack&) const = default;
};

/// A rota judged from scratch, by loops that know nothing of the solver; any rota, made by hand too.
struct Judgement {
    Score score;
    std::vector<Breach> breaches;
    std::vector<Lack> lacks;
};
/// Every shift names a session and a volunteer of the problem.
Judgement judge(const Problem& problem, const Rota& rota);

struct Answer {
    Rota shifts;                 ///< sorted
    std::int64_t objective = 0;  ///< points
    std::int64_t bound = 0;      ///< no rota costs less
    bool proven = false;         ///< objective == bound
};
/// The cheapest rota that breaks no rule which the fixed shifts do not break already; the best one found when the time
/// is up, with the bound.
Answer solve(const Problem& problem, double seconds);
/// The program that `solve` gives to CBC, in the CPLEX LP format; its objective lacks `constant` points.
struct Exported {
    std::string lp;
    std::int64_t constant = 0;
};
Exported exported(const Problem& problem);

// Reasons.

/// Why a lack could not be met: how many could have, and what stood in each one's way (the first that holds).
struct Why {
    Lack lack;
    int could = 0;        ///< who would meet it: any volunteer, those who speak the language, the experienced …
    int unavailable = 0;  ///< cannot at that time, or may not
    int elsewhere = 0;    ///< have a shift that does not go together with it
    int at_limit = 0;     ///< have as many shifts that month as they want
    int full = 0;         ///< could come, but every place is taken by others
    int free = 0;         ///< could come; it would cost more elsewhere
    auto operator<=>(const Why&) const = default;
};
std::vector<Why> explain(const Problem& problem, const Rota& rota);

/// Why this volunteer stands at this session.
struct Merit {
    std::vector<int> only_speaker_of = {};  ///< wanted languages that nobody else there speaks
    bool only_experienced = false;          ///< wanted
    bool makes_the_mix = false;             ///< wanted
    Wish wish = Wish::fine;
    int shifts = 0;  ///< of the volunteer in the whole rota
    auto operator<=>(const Merit&) const = default;
};
Merit merit(const Problem& problem, const Rota& rota, Shift shift);

/// What a repair changes: taken out and put in, sorted.
struct Changes {
    Rota removed;
    Rota added;
};
Changes changes(const Rota& before, const Rota& after);

/// May the same person have both sessions? Nothing when they go together.
std::optional<Rule> conflict(const Problem& problem, int a, int b);

}  // namespace samrum::optimise::rota
