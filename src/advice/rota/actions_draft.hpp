#pragma once
#include "advice/rota/actions_read.hpp"
#include "foundation/module/module.hpp"
#include "foundation/optimise/rota.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

// The suggested rota: the solver fills what is empty, a person decides. What people took themselves is never touched.
namespace samrum::advice::rota {

inline constexpr std::string_view kSuggestJob = "advice.rota.suggest";
inline constexpr int kLongestPeriod = 120;  ///< days that are suggested at once

/// Asks for a suggestion: a job computes it. Problems `advice.rota.problem.period`, `.too_large`, `.under_way`.
base::Result<base::Done> ask_for_rota(store::Session& room, const module::Caller& caller, base::Date today,
                                      std::string_view first, std::string_view last, std::string_view municipality);
/// The job: reads one moment, computes outside any transaction, looks again and saves a draft.
void suggest_rota(module::JobCall& call);

/// A suggestion that is being computed.
struct UnderWay {
    std::int64_t done = 0;
    std::int64_t of = 0;
    bool failed = false;
};
struct Drafts {
    std::vector<Draft> drafts;
    std::optional<UnderWay> under_way;
};
base::Result<Drafts> see_drafts(store::Session& room, const module::Caller& caller);

/// A suggested shift and why it is suggested.
struct SuggestedShift {
    Suggestion suggestion;
    optimise::rota::Merit merit = {};
    std::vector<Obstacle> obstacles = {};  ///< that came up since: it will be left out
};
struct DraftLine {
    Line line;  ///< as it is
    std::vector<SuggestedShift> suggested;
    std::vector<optimise::rota::Why> lacks;  ///< what it would still lack
};
struct DraftPage {
    Draft draft;
    std::vector<DraftLine> lines = {};      ///< sessions with a suggestion or a lack
    std::vector<Candidate> everybody = {};  ///< active volunteers, to choose from
    Names names = {};
};
base::Result<DraftPage> see_draft(store::Session& room, const module::Caller& caller, base::Date today, DraftId id);

base::Result<base::Done> suggest_also(store::Session& room, const module::Caller& caller, base::Date today, DraftId id,
                                      SessionId session, VolunteerId volunteer);
base::Result<base::Done> suggest_not(store::Session& room, const module::Caller& caller, DraftId id, SessionId session,
                                     VolunteerId volunteer);
/// Makes the suggestions shifts, of one session or of all, and writes to those who got some. What no longer fits is
/// left out and counted.
struct Accepted {
    int saved = 0;
    int left_out = 0;
    bool was_last = false;  ///< nothing is left of the draft
};
base::Result<Accepted> accept_draft(store::Session& room, const module::Caller& caller, base::Date today, DraftId id,
                                    std::optional<SessionId> session);
base::Result<base::Done> discard_draft(store::Session& room, const module::Caller& caller, DraftId id);

/// How a session gets what it lacks with the fewest changes in the rota of its weeks. Computed at once: it is small.
struct Repair {
    std::vector<Shift> out, in;
    std::vector<Line> lines;                 ///< the sessions of the changes
    std::vector<optimise::rota::Why> lacks;  ///< what the session lacks even so
    optimise::rota::Answer answer;
    Names names = {};
};
base::Result<Repair> suggest_repair(store::Session& room, const module::Caller& caller, base::Date today, SessionId id);

/// The name of a language by its number in the solver.
std::string language_name(const text::Words& words, int number);
std::string language_name(const text::Words& words, std::string_view code);

}  // namespace samrum::advice::rota
