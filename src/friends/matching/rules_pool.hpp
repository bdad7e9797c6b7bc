#pragma once
#include "foundation/optimise/match_people.hpp"
#include "friends/matching/model.hpp"

#include <optional>
#include <string>
#include <vector>

// Participants as the solver sees them, and its reasons as people say them.
namespace samrum::friends::matching {

/// Those who wait, as numbers: `pool.newcomers[i]` is `newcomers[i]`, the longest wait first.
struct MadePool {
    optimise::match::Pool pool;
    std::vector<people::Participant> newcomers;
    std::vector<people::Participant> established;
    std::vector<people::Place> places;
    std::vector<std::string> statements;  ///< in the order of their scales

    int number_of(ParticipantId id) const;  ///< in its side's list; -1: not there
};
/// `waiting`: both sides, in waiting order. Marks that do not hold on the day, and of others, do nothing.
MadePool make_pool(const people::Programme& programme, const std::vector<people::Participant>& waiting,
                   const std::vector<Marked>& marks, const std::vector<Two>& earlier, base::Date today);

/// What two share and where they differ.
struct Shared {
    int fit = 0;
    bool same_place = false;
    std::vector<std::string> languages = {};  ///< codes, Swedish among them
    std::vector<std::string> times = {};
    std::vector<std::string> interests = {};
    std::vector<std::string> situations = {};
    std::vector<people::WishOf> newcomer_gets = {};  ///< wishes that the other meets, musts among them
    std::vector<people::WishOf> established_gets = {};
    std::vector<Wish> newcomer_misses = {};
    std::vector<Wish> established_misses = {};
    std::vector<Likert> apart = {};  ///< statements, and how many steps the answers are apart (from 2)
};
Shared shared_by(const MadePool& made, const optimise::match::Pair& pair);

/// A limit in words: whose wish or which rule of the programme shuts two out.
struct Limit {
    enum class What { place, language, time, swedish, party, wish, never } what = What::never;
    std::optional<Wish> wish = {};   ///< with What::wish
    std::optional<Side> whose = {};  ///< with What::wish
    bool operator==(const Limit&) const = default;
};
Limit limit_of(const optimise::match::Reason& reason);
std::vector<Limit> limits_between(const MadePool& made, const optimise::match::Pair& pair);

/// Why somebody waits: how many would be possible, and which limits shut out how many that nothing else does.
struct WhyWaiting {
    int possible = 0;
    int locked = 0;  ///< to somebody else, whatever the limits say; neither possible nor in the lines
    int others = 0;  ///< of the other side
    struct Line {
        Limit limit;
        int alone = 0;
        int excluded = 0;
    };
    std::vector<Line> lines = {};
};
WhyWaiting why(const MadePool& made, Side side, int number);

// Fairness.

/// How a group fares; only groups of at least kSmallestGroup are told.
struct GroupLine {
    enum class By { side, swedish, municipality, age, gender } by = By::side;
    std::string code = {};  ///< "newcomer"; "0-1"; "1281"; a band; "woman"
    int people = 0;
    int matched = 0;
    int waiting = 0;
    int median_days = 0;  ///< of those who wait for a match
};
inline constexpr int kSmallestGroup = 5;
std::vector<GroupLine> fairness(const std::vector<people::Participant>& all, base::Date today);

}  // namespace samrum::friends::matching
