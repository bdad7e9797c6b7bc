#pragma once
#include "foundation/optimise/match.hpp"

#include <array>
#include <compare>
#include <cstdint>
#include <limits>
#include <utility>
#include <vector>

/// People to match: what each is and wants as bits, which pairs are possible, what a pair is worth, and why. No words:
/// a bit means what the caller says it means, and every reason names its kind and bit.
namespace samrum::optimise::match {

/// One person, couple or family of adults: a couple answers as one, and is one node. 120 bytes of questions answered.
struct Person {
    std::array<std::uint64_t, 2> interests = {};  ///< a bit each
    std::uint64_t languages = 0;                  ///< spoken well enough to meet in
    std::uint64_t times = 0;                      ///< when they can: a bit a part of the week
    std::uint64_t life = 0;                       ///< life situation: children, studies, work, …
    /// Answers on scales, each as a thermometer: of a question of width w, answer k (0..w) sets its lowest k bits. Two
    /// people differ by the number of bits that differ.
    std::array<std::uint64_t, 2> scales = {};
    std::uint64_t traits = 0;  ///< what a wish can be about: side, party, age band, Swedish level "at least k", …
    std::uint64_t must = 0;    ///< traits that the other must have: a hard limit
    std::uint64_t like = 0;    ///< traits that they would like the other to have
    int place = 0;             ///< where they live, a number of `Pool::near`; ignored when there are no places
    int room = 1;              ///< how many friends an established person takes at once; a newcomer has one
};

/// What the parts of a pair's fit are worth, in points. Whole numbers of any sign; the sum of a pair fits 24 bits.
struct Points {
    int interest = 10;  ///< each shared interest
    int language = 6;   ///< each shared language
    int time = 2;       ///< each shared time
    int life = 8;       ///< each shared part of the life situation
    int like = 15;      ///< each wish of the would-like kind that is met, of either
    int step = -1;      ///< each step that two answers on a scale are apart
};

/// Where two may live: established people of `place` may be matched with those newcomers whose place lists it.
struct Near {
    int place = 0;
    int points = 0;  ///< added to every pair between the two places
};

struct Pair {
    int newcomer = 0;
    int established = 0;
    auto operator<=>(const Pair&) const = default;
};

/// Everything a match is made from. Newcomers stand in waiting order: the first has waited longest.
struct Pool {
    std::vector<Person> newcomers = {};
    std::vector<Person> established = {};
    Points points = {};
    bool share_language = true;                ///< hard: at least one language in common
    bool share_time = true;                    ///< hard: at least one time in common
    std::vector<std::vector<Near>> near = {};  ///< of each place of a newcomer; empty: places do not matter
    std::vector<Pair> never = {};              ///< forbidden, and earlier pairs
    std::vector<Pair> locked = {};             ///< stand, also where a limit says no: a person decided; no one twice
};

/// What can shut a pair out, and what can speak for or against it. `bit`: of the mask that the kind names; else 0.
enum class Kind : std::uint8_t {
    place,                 ///< live too far apart (limit), or the points of being near
    language,              ///< a shared language; as a limit: none in common
    time,                  ///< a shared time; as a limit: none in common
    newcomer_must,         ///< limit: what the newcomer must have and the established lacks
    established_must,      ///< limit: the other way round
    never,                 ///< limit: forbidden, or an earlier pair
    interest,              ///< a shared interest
    life,                  ///< a shared part of the life situation
    newcomer_like,         ///< a wish of the newcomer that the established meets
    established_like,      ///< a wish of the established that the newcomer meets
    newcomer_like_not,     ///< a wish of the newcomer that is not met; no points
    established_like_not,  ///< a wish of the established that is not met; no points
    scale,                 ///< bit of `scales` (0..127) in which the two differ: a step apart
};
struct Reason {
    Kind kind = Kind::place;
    int bit = 0;
    int points = 0;
    auto operator<=>(const Reason&) const = default;
};

/// Limits that a pair breaks, in the order of `Kind`; none: possible. `locked` pairs are judged like others.
std::vector<Reason> limits_broken(const Pool& pool, Pair pair);
/// What a pair shares and where it differs, in the order of `Kind`; the points add up to `fit`.
std::vector<Reason> reasons(const Pool& pool, Pair pair);
/// What the pair is worth, the more the better. Its cost in a Graph is minus this.
int fit(const Pool& pool, Pair pair);
bool possible(const Pool& pool, Pair pair);

// Scoring many pairs at once.

enum class Kernel : std::uint8_t { scalar, avx2, avx512 };
/// The best that this processor runs.
Kernel best_kernel();
bool runs_here(Kernel kernel);

/// The established people packed for scanning: a 64-bit word of all of them after the other, sorted by place and by
/// what they are and must have, so that whole groups are passed over at once. Refers to the pool.
class Packed {
  public:
    explicit Packed(const Pool& pool);
    /// Column prices, zero or below, as the loops want them. Prices beyond what 30 bits hold are cut there.
    struct Prices {
        std::vector<std::int32_t> by_column, by_position;  ///< minus the price
    };
    Prices prices(const std::vector<std::int64_t>& column_price) const;

    /// Every possible pair of one newcomer that costs at most `limit` above its column's price, in no order, in
    /// `found`, which is emptied first. Equal in all kernels. Only established who have room beside those locked to
    /// them.
    void scan(int newcomer, std::vector<Arc>& found, Kernel kernel,
              std::int32_t limit = std::numeric_limits<std::int32_t>::max(), const Prices* prices = nullptr) const;
    /// The `keep` possible pairs of one newcomer that cost least above their prices, in that order; answers whether
    /// there are no others.
    bool best(int newcomer, std::size_t keep, std::vector<Arc>& found, Kernel kernel,
              const Prices* prices = nullptr) const;
    const std::vector<int>& room() const { return room_; }  ///< of established, without the locked

  private:
    struct Group {
        std::uint64_t any_trait, all_must;  ///< what at least one is, what everybody wants
        std::size_t begin, end;
    };
    struct Place {
        std::size_t begin = 0, end = 0;  ///< in `groups_`
    };
    template <class Then>
    void each_group(int newcomer, Kernel kernel, std::vector<Arc>& found, const std::int32_t& limit,
                    const Prices* prices, Then then) const;
    void drop_never(int newcomer, std::vector<Arc>& found) const;

    const Pool* pool_;
    std::vector<std::uint64_t> words_;  ///< a row of `stride_` for each word of a person
    std::size_t stride_ = 0;
    std::vector<std::int32_t> who_, no_prices_;
    std::vector<Group> groups_;
    std::vector<Place> places_;
    std::vector<int> room_;
    std::vector<std::vector<int>> never_;  ///< of each newcomer, sorted; empty when nobody has any
};

struct MatchOptions {
    int threads = 2;
    int keep = 64;  ///< possible pairs of each newcomer to begin with; pricing brings in what more is needed
    Rule rule = Rule::waiting;
    std::optional<Kernel> kernel = {};  ///< the best one when not said
};

/// What the search did, for the reader who doubts.
struct Effort {
    std::int64_t pairs = 0;       ///< newcomers times established
    std::int64_t scanned = 0;     ///< newcomers scanned, the first time and again in pricing
    std::int64_t candidates = 0;  ///< pairs in the last graph
    int rounds = 0;               ///< solves
    double scoring_seconds = 0, solving_seconds = 0;
};

/// A proposal: the optimum over **all** possible pairs, with the proof. Column and row prices are those of newcomers
/// and established; locked pairs are in `established_of` and outside of the proof.
struct Proposal {
    Rule rule = Rule::waiting;
    std::vector<int> established_of;  ///< of each newcomer; -1: waits
    int pairs = 0;
    std::int64_t fit = 0;  ///< of all pairs together
    Graph candidates;      ///< without the locked: where `answer` is the optimum
    Answer answer;         ///< of the candidates; its certificate holds for all possible pairs
    Effort effort;
};
/// Solves on the best candidates of each newcomer, looks with the prices for any possible pair that could do better,
/// takes it in and solves again, until there is none: then the certificate holds over all possible pairs.
Proposal match_people(const Pool& pool, const MatchOptions& options = {});

/// The judge of proposals, whoever made them: it walks all pairs with `limits_broken` and `fit` alone.
struct PeopleVerdict {
    std::vector<std::pair<Pair, std::vector<Reason>>> broken;  ///< pairs beyond the limits; the locked may be
    std::vector<Pair> locked_missing;
    std::vector<int> too_many;        ///< established who have more friends than they have room for
    OrderVerdict order;               ///< most pairs, and the first in waiting order, by alternating paths
    Verdict certificate;              ///< pairs, order and fit, over all possible pairs
    std::int64_t blocking = 0;        ///< possible pairs of which both would rather have each other
    std::int64_t possible_pairs = 0;  ///< without those of the locked
    std::int64_t fit = 0;             ///< of all pairs together, the locked with them
    bool keeps_limits() const { return broken.empty() && locked_missing.empty() && too_many.empty(); }
};
/// `established_of`: of each newcomer, -1 or an established person.
PeopleVerdict check_people(const Pool& pool, Rule rule, const std::vector<int>& established_of,
                           const Certificate& certificate);
/// Every possible pair without those of the locked, as a graph to solve: costs are minus the fit.
Graph graph_of(const Pool& pool);

/// Why a newcomer waits, or what stands between one and the others: over all established people with room.
struct Waiting {
    int locked = 0;    ///< established whose room is all locked to others, whatever the limits say; not counted below
    int possible = 0;  ///< established whom the limits allow: all of them have somebody who waited longer, or are
                       ///< needed where nobody else will do
    struct Limit {
        Reason limit;
        int excluded = 0;  ///< established whom it shuts out, alone or with others
        int alone = 0;     ///< those whom nothing else shuts out: they would be possible without it
    };
    std::vector<Limit> limits;  ///< those that shut anybody out, most `alone` first, then most `excluded`
};
Waiting why_waiting(const Pool& pool, int newcomer);

/// Another choice for a newcomer.
struct Alternative {
    int established = -1;
    int fit = 0;
    /// Points that choosing it costs the whole at the least, from the prices: quick, a lower bound.
    std::int64_t at_least = 0;
    bool takes_a_place = false;  ///< it would cost a pair, or one who waited longer would wait
    int instead_of = -1;         ///< a newcomer who has this established now; -1: none, or room for both
};
/// The best other choices: those that take nobody's place first, then least cost to the whole, then best fit.
std::vector<Alternative> alternatives(const Pool& pool, const Proposal& proposal, int newcomer, std::size_t most);

/// The proposal as a session, to change and to ask for prices: over its candidates, without the locked pairs. To lock a
/// pair that is no candidate it needs no more than its cost.
Session session_of(const Proposal& proposal);

}  // namespace samrum::optimise::match
