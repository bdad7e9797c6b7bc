#include "friends/matching/rules_pool.hpp"

#include "foundation/base/language.hpp"

#include <algorithm>
#include <map>

namespace samrum::friends::matching {
namespace {

namespace match = optimise::match;
using people::Answers;
using people::Participant;
using people::Programme;
using people::WishOf;
using Bits = std::uint64_t;

// What a trait bit means. A wish about the other is a bit that the other must have, so whatever two compare becomes a
// bit of each: "is within a band of 3", "speaks one of these".
constexpr int kGender = 0;   ///< 0…2: woman, man, other
constexpr int kAlone = 3;    ///< one person
constexpr int kSeveral = 4;  ///< a couple or family
constexpr int kSwedish = 5;  ///< Swedish well enough for an established resident, or a newcomer
constexpr int kHasChildren = 6;
constexpr int kNearBand = 8;  ///< 8…13: no more than one band from 1…6
constexpr int kPlace = 16;    ///< 16…31: lives in place 0…15
constexpr int kSpeaks = 32;   ///< 32…63: speaks one of a set of languages that somebody wishes for
constexpr int kMostPlaces = 16;
constexpr int kMostSets = 32;

constexpr int kEnoughSwedish = 2;  ///< simple conversations: two can meet in Swedish from there on
constexpr int kStatementWidth = 4;
constexpr int kUnanswered = 2;  ///< the middle of the scale
constexpr int kSamePlacePoints = 8;

Bits bit(int n) {
    return Bits{1} << n;
}

template <class Codes, class Known>
Bits bits_of(const Codes& codes, const Known& known) {
    Bits all = 0;
    int n = 0;
    for (const auto& code : known) {
        if (std::ranges::find(codes, code) != codes.end()) all |= bit(n);
        ++n;
    }
    return all;
}

/// Languages that two can meet in: Swedish from simple conversations on, and those they named.
Bits languages_of(const Answers& a) {
    Bits all = 0;
    int n = 0;
    for (const base::Language& one : base::languages()) {
        const bool swedish = one.code == "sv" && a.swedish_level >= kEnoughSwedish;
        const bool named =
            one.code != base::kOtherLanguage && std::ranges::find(a.languages, one.code) != a.languages.end();
        if (swedish || named) all |= bit(n);
        ++n;
    }
    return all;
}

/// The sets of languages that wishes name, each with a bit of its own.
class LanguageSets {
  public:
    /// The bit of a set; nothing when there are more sets than bits: then the wish is kept in another way.
    std::optional<int> bit_of(const std::vector<std::string>& set) {
        const auto found = bits_.find(set);
        if (found != bits_.end()) return found->second;
        if (bits_.size() >= kMostSets) return std::nullopt;
        const int next = kSpeaks + static_cast<int>(bits_.size());
        bits_.emplace(set, next);
        return next;
    }
    bool has(const std::vector<std::string>& set) const { return bits_.contains(set); }
    Bits met_by(const Answers& a) const {
        Bits all = 0;
        for (const auto& [set, n] : bits_)
            if (std::ranges::any_of(set, [&](const std::string& one) {
                    return one != base::kOtherLanguage && std::ranges::find(a.languages, one) != a.languages.end();
                }))
                all |= bit(n);
        return all;
    }

  private:
    std::map<std::vector<std::string>, int> bits_;
};

int place_number(const MadePool& made, const Answers& a) {
    const auto found = std::ranges::find(made.places, a.municipality, &people::Place::code);
    return found == made.places.end() ? 0 : static_cast<int>(found - made.places.begin());
}

Bits traits_of(const MadePool& made, const Programme& programme, const Answers& a, const LanguageSets& sets) {
    Bits all = a.party == PartyKind::person ? bit(kAlone) : bit(kSeveral);
    if (a.gender != Gender::unsaid) all |= bit(kGender + static_cast<int>(a.gender) - 1);
    if (a.side == Side::newcomer || a.swedish_level >= programme.least_swedish) all |= bit(kSwedish);
    if (std::ranges::find(a.situations, kChildren) != a.situations.end()) all |= bit(kHasChildren);
    for (int band = 1; band <= kAgeBands; ++band)
        if (a.age_band > 0 && std::abs(a.age_band - band) <= 1) all |= bit(kNearBand + band - 1);
    all |= bit(kPlace + std::min(place_number(made, a), kMostPlaces - 1));
    return all | sets.met_by(a);
}

/// The trait that a wish asks for; nothing when it says nothing (the answer it compares with was taken back).
std::optional<int> trait_wanted(const MadePool& made, const Answers& a, Wish wish, LanguageSets& sets) {
    switch (wish) {
        case Wish::same_gender:
            return a.gender == Gender::unsaid ? std::nullopt : std::optional(kGender + static_cast<int>(a.gender) - 1);
        case Wish::near_age:
            return a.age_band == 0 ? std::nullopt : std::optional(kNearBand + a.age_band - 1);
        case Wish::language:
            return a.languages.empty() ? std::nullopt : sets.bit_of(a.languages);
        case Wish::children:
            return kHasChildren;
        case Wish::municipality:
            return kPlace + std::min(place_number(made, a), kMostPlaces - 1);
    }
    return std::nullopt;
}

struct Wanted {
    Bits must = 0;
    Bits like = 0;
};
Wanted wanted_by(const MadePool& made, const Programme& programme, const Answers& a, LanguageSets& sets) {
    Wanted wanted;
    for (const WishOf& one : a.wishes)
        if (const auto trait = trait_wanted(made, a, one.wish, sets))
            (one.weight == Weight::must ? wanted.must : wanted.like) |= bit(*trait);
    if (programme.same_party) wanted.must |= bit(a.party == PartyKind::person ? kAlone : kSeveral);
    wanted.must |= bit(kSwedish);
    return wanted;
}

/// Each answer as so many low bits of its question.
Bits scales_of(const MadePool& made, const Answers& a) {
    Bits all = 0;
    for (std::size_t i = 0; i < made.statements.size() && i < 16; ++i) {
        const auto found = std::ranges::find(a.statements, made.statements[i], &Likert::code);
        const int answer = found == a.statements.end() ? kUnanswered : found->answer - 1;
        all |= ((Bits{1} << answer) - 1) << (i * kStatementWidth);
    }
    return all;
}

match::Person person_of(const MadePool& made, const Programme& programme, const Participant& one, LanguageSets& sets) {
    const Answers& a = one.answers;
    match::Person person;
    person.interests[0] = bits_of(a.interests, interest_codes());
    person.languages = languages_of(a);
    person.times = bits_of(a.times, time_codes());
    person.life = bits_of(a.situations, situation_codes());
    person.scales[0] = scales_of(made, a);
    const Wanted wanted = wanted_by(made, programme, a, sets);
    person.must = wanted.must;
    person.like = wanted.like;
    person.place = place_number(made, a);
    return person;
}

void add_places(MadePool& made) {
    const auto count = static_cast<int>(made.places.size());
    for (int here = 0; here < count; ++here) {
        std::vector<match::Near> near;
        near.reserve(made.places.size());
        for (int there = 0; there < count; ++there) near.push_back({there, here == there ? kSamePlacePoints : 0});
        made.pool.near.push_back(std::move(near));
    }
}

bool have_language_in_common(const Answers& a, const Answers& b) {
    return std::ranges::any_of(a.languages, [&](const std::string& one) {
        return one != base::kOtherLanguage && std::ranges::find(b.languages, one) != b.languages.end();
    });
}

/// Must there be a language in common, and is there no bit left to say so?
bool lacks_bit(const Participant& one, const LanguageSets& sets) {
    const Answers& a = one.answers;
    const bool must = std::ranges::find(a.wishes, WishOf{Wish::language, Weight::must}) != a.wishes.end();
    return must && !a.languages.empty() && !sets.has(a.languages);
}

/// With more sets of languages than bits, the rest of those musts is kept pair by pair: no limit is ever dropped.
void keep_languages_apart(MadePool& made, const LanguageSets& sets) {
    for (std::size_t i = 0; i < made.newcomers.size(); ++i)
        for (std::size_t j = 0; j < made.established.size(); ++j)
            if ((lacks_bit(made.newcomers[i], sets) || lacks_bit(made.established[j], sets)) &&
                !have_language_in_common(made.newcomers[i].answers, made.established[j].answers))
                made.pool.never.push_back({static_cast<int>(i), static_cast<int>(j)});
}

void add_pair(const MadePool& made, const Two& two, std::vector<match::Pair>& into) {
    // Who has changed sides since is not the one that was meant.
    const auto newcomer = std::ranges::find(made.newcomers, two.newcomer, &Participant::id);
    const auto established = std::ranges::find(made.established, two.established, &Participant::id);
    if (newcomer != made.newcomers.end() && established != made.established.end())
        into.push_back({static_cast<int>(newcomer - made.newcomers.begin()),
                        static_cast<int>(established - made.established.begin())});
}

std::optional<Wish> wish_of_trait(int trait) {
    if (trait < kAlone) return Wish::same_gender;
    if (trait == kHasChildren) return Wish::children;
    if (trait >= kSpeaks) return Wish::language;
    if (trait >= kPlace) return Wish::municipality;
    if (trait >= kNearBand) return Wish::near_age;
    return std::nullopt;
}

template <class Known>
std::string code_at(const Known& known, int n) {
    return std::string(known[static_cast<std::size_t>(n)]);
}

void take_in(Shared& shared, const MadePool& made, const match::Reason& reason) {
    using ReasonKind = match::Kind;
    switch (reason.kind) {
        case ReasonKind::place:
            shared.same_place = reason.points > 0;
            return;
        case ReasonKind::language:
            shared.languages.emplace_back(base::languages()[static_cast<std::size_t>(reason.bit)].code);
            return;
        case ReasonKind::time:
            shared.times.push_back(code_at(time_codes(), reason.bit));
            return;
        case ReasonKind::interest:
            shared.interests.push_back(code_at(interest_codes(), reason.bit));
            return;
        case ReasonKind::life:
            shared.situations.push_back(code_at(situation_codes(), reason.bit));
            return;
        case ReasonKind::newcomer_like:
        case ReasonKind::established_like:
            if (const auto wish = wish_of_trait(reason.bit))
                (reason.kind == ReasonKind::newcomer_like ? shared.newcomer_gets : shared.established_gets)
                    .push_back({*wish, Weight::would_like});
            return;
        case ReasonKind::newcomer_like_not:
        case ReasonKind::established_like_not:
            if (const auto wish = wish_of_trait(reason.bit))
                (reason.kind == ReasonKind::newcomer_like_not ? shared.newcomer_misses : shared.established_misses)
                    .push_back(*wish);
            return;
        case ReasonKind::scale: {
            const auto which = static_cast<std::size_t>(reason.bit / kStatementWidth);
            if (which >= made.statements.size()) return;
            const auto found = std::ranges::find(shared.apart, made.statements[which], &Likert::code);
            if (found == shared.apart.end())
                shared.apart.push_back({made.statements[which], 1});
            else
                ++found->answer;
            return;
        }
        default:
            return;
    }
}

/// Musts hold in every pair that the limits allow, and are worth saying: somebody made a point of them.
void add_musts(const Answers& a, std::vector<WishOf>& gets) {
    for (const WishOf& one : a.wishes)
        if (one.weight == Weight::must) gets.insert(gets.begin(), one);
}

/// The pool with its sides changed, so that the solver's questions about newcomers can be asked of the others.
match::Pool turned(const match::Pool& pool) {
    match::Pool other = pool;
    std::swap(other.newcomers, other.established);
    for (auto* list : {&other.never, &other.locked})
        for (match::Pair& one : *list) std::swap(one.newcomer, one.established);
    return other;
}

}  // namespace

int MadePool::number_of(ParticipantId id) const {
    for (const auto* side : {&newcomers, &established}) {
        const auto found = std::ranges::find(*side, id, &Participant::id);
        if (found != side->end()) return static_cast<int>(found - side->begin());
    }
    return -1;
}

MadePool make_pool(const Programme& programme, const std::vector<Participant>& waiting,
                   const std::vector<Marked>& marks, const std::vector<Two>& earlier, base::Date today) {
    MadePool made;
    made.places = programme.places;
    made.statements = programme.statements;
    for (const Participant& one : waiting)
        (one.answers.side == Side::newcomer ? made.newcomers : made.established).push_back(one);
    made.pool.share_language = programme.shared_language;
    made.pool.share_time = programme.shared_time;
    add_places(made);
    LanguageSets sets;
    for (const Participant& one : made.newcomers) made.pool.newcomers.push_back(person_of(made, programme, one, sets));
    for (const Participant& one : made.established)
        made.pool.established.push_back(person_of(made, programme, one, sets));
    // Only now are all sets of languages known that somebody wishes for.
    for (std::size_t i = 0; i < made.newcomers.size(); ++i)
        made.pool.newcomers[i].traits = traits_of(made, programme, made.newcomers[i].answers, sets);
    for (std::size_t i = 0; i < made.established.size(); ++i)
        made.pool.established[i].traits = traits_of(made, programme, made.established[i].answers, sets);
    keep_languages_apart(made, sets);
    for (const Two& two : earlier) add_pair(made, two, made.pool.never);
    for (const Marked& one : marks)
        if (one.holds_on(today)) add_pair(made, one.two, one.mark == Mark::locked ? made.pool.locked : made.pool.never);
    return made;
}

Shared shared_by(const MadePool& made, const match::Pair& pair) {
    Shared shared;
    for (const match::Reason& one : match::reasons(made.pool, pair)) take_in(shared, made, one);
    shared.fit = match::fit(made.pool, pair);
    add_musts(made.newcomers[static_cast<std::size_t>(pair.newcomer)].answers, shared.newcomer_gets);
    add_musts(made.established[static_cast<std::size_t>(pair.established)].answers, shared.established_gets);
    return shared;
}

Limit limit_of(const match::Reason& reason) {
    using ReasonKind = match::Kind;
    using What = Limit::What;
    switch (reason.kind) {
        case ReasonKind::place:
            return {What::place};
        case ReasonKind::language:
            return {What::language};
        case ReasonKind::time:
            return {What::time};
        case ReasonKind::newcomer_must:
        case ReasonKind::established_must: {
            if (reason.bit == kSwedish) return {What::swedish};
            const auto wish = wish_of_trait(reason.bit);
            if (!wish) return {What::party};
            return {What::wish, wish, reason.kind == ReasonKind::newcomer_must ? Side::newcomer : Side::established};
        }
        default:
            return {What::never};
    }
}

std::vector<Limit> limits_between(const MadePool& made, const match::Pair& pair) {
    std::vector<Limit> all;
    for (const match::Reason& one : match::limits_broken(made.pool, pair)) {
        const Limit limit = limit_of(one);
        if (std::ranges::find(all, limit) == all.end()) all.push_back(limit);
    }
    return all;
}

WhyWaiting why(const MadePool& made, Side side, int number) {
    const bool newcomer = side == Side::newcomer;
    const match::Waiting found = match::why_waiting(newcomer ? made.pool : turned(made.pool), number);
    WhyWaiting told;
    told.possible = found.possible;
    told.locked = found.locked;
    told.others = static_cast<int>(newcomer ? made.established.size() : made.newcomers.size());
    for (const auto& one : found.limits) {
        Limit limit = limit_of(one.limit);
        if (!newcomer && limit.whose) limit.whose = other_side(*limit.whose);
        const auto same = std::ranges::find(told.lines, limit, &WhyWaiting::Line::limit);
        if (same == told.lines.end()) {
            told.lines.push_back({limit, one.alone, one.excluded});
        } else {
            same->alone += one.alone;
            same->excluded = std::max(same->excluded, one.excluded);
        }
    }
    return told;
}

namespace {

std::string group_code(const Participant& one, GroupLine::By by) {
    switch (by) {
        case GroupLine::By::side:
            return std::string(code_of(one.answers.side));
        case GroupLine::By::swedish:
            return one.answers.swedish_level <= 1 ? "0-1" : one.answers.swedish_level <= 3 ? "2-3" : "4-5";
        case GroupLine::By::municipality:
            return one.answers.municipality;
        case GroupLine::By::age:
            return one.answers.age_band == 0 ? std::string() : std::to_string(one.answers.age_band);
        case GroupLine::By::gender:
            return one.answers.gender == Gender::unsaid ? std::string() : std::string(code_of(one.answers.gender));
    }
    return {};
}

}  // namespace

std::vector<GroupLine> fairness(const std::vector<Participant>& all, base::Date today) {
    std::vector<GroupLine> lines;
    for (const auto by : {GroupLine::By::side, GroupLine::By::swedish, GroupLine::By::municipality, GroupLine::By::age,
                          GroupLine::By::gender}) {
        std::map<std::string, GroupLine> groups;
        std::map<std::string, std::vector<int>> days;
        for (const Participant& one : all) {
            const std::string code = group_code(one, by);
            // An established resident speaks Swedish by the programme's own rule.
            if (by == GroupLine::By::swedish && one.answers.side == Side::established) continue;
            // Who has not had a talk is not in the queue yet, and who left is out of it.
            if (code.empty() || one.stage == Stage::sent || one.stage == Stage::left) continue;
            GroupLine& line = groups[code];
            line.by = by;
            line.code = code;
            ++line.people;
            if (one.stage == Stage::paired) ++line.matched;
            if (one.stage != Stage::ready && one.stage != Stage::proposed) continue;
            ++line.waiting;
            days[code].push_back(one.waiting_since.days_until(today));
        }
        for (auto& [code, line] : groups) {
            if (line.people < kSmallestGroup) continue;
            auto& waited = days[code];
            std::ranges::sort(waited);
            if (!waited.empty()) line.median_days = waited[waited.size() / 2];
            lines.push_back(line);
        }
    }
    return lines;
}

}  // namespace samrum::friends::matching
