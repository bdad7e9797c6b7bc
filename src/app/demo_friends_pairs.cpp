// Pairs of the friend programme, what they noted and answered, and the social activities. All of it is invented: 25
// pairs start in the first half of 2019, and most of them last beyond the agreement.
#include "app/demo_friends.hpp"
#include "friends/effect/actions_effect.hpp"
#include "friends/pairs/actions_activity.hpp"
#include "friends/pairs/actions_incident.hpp"
#include "friends/pairs/actions_pair.hpp"
#include "friends/pairs/repository_pair.hpp"
#include "friends/people/actions_register.hpp"

#include <algorithm>

namespace samrum::app {
namespace {

using base::Date;
namespace effect = friends::effect;
namespace pairs = friends::pairs;
namespace people = friends::people;

Date day_of(std::string_view iso) {
    return Date::parse(iso).value();
}

/// The same numbers in every making.
class Dice {
  public:
    explicit Dice(std::uint32_t seed) : state_(seed * 2654435761U + 12345U) {}
    int below(int n) {
        state_ = state_ * 1664525U + 1013904223U;
        return static_cast<int>((state_ >> 8) % static_cast<std::uint32_t>(n));
    }

  private:
    std::uint32_t state_;
};

/// Writes what the two noted, until they stopped meeting or until the demo's day.
void write_diary(store::Session& room, const module::Caller& who, Date today, pairs::PairId id, const DemoPair& pair,
                 int number) {
    Dice dice(static_cast<std::uint32_t>(number));
    const Date last = !pair.ended.empty() ? day_of(pair.ended) : pair.last_met.empty() ? today : day_of(pair.last_met);
    std::vector<pairs::DiaryLine> lines;
    for (Date day = day_of(pair.started).plus_days(2); day <= last;
         day = day.plus_days(pair.every_days - 2 + dice.below(5))) {
        const int halves = 2 + dice.below(5);
        lines.push_back({{day.iso(), std::to_string(halves / 2) + (halves % 2 == 0 ? "" : ",5")},
                         dice.below(2) == 0 ? pairs::NotedBy::newcomer : pairs::NotedBy::established});
    }
    if (!pair.last_met.empty() && (lines.empty() || lines.back().met.day != last.iso()))
        lines.push_back({{last.iso(), "2"}, pairs::NotedBy::newcomer});
    if (!lines.empty()) must(pairs::note_diary(room, who, today, id, lines));
}

std::int64_t revision_of(store::Session& room, pairs::PairId id) {
    return pairs::load_pair(room, id)->revision;
}

/// What somebody answers at the start, and how it has moved six months later: language and contacts most.
struct Answered {
    std::string_view code;
    int first;  ///< the usual answer
    int rises;  ///< of ten people, so many answer one step higher the second time
    int falls;  ///< … one step lower
};
constexpr Answered kNewcomerAnswers[] = {{"n_friends", 2, 6, 1},    {"n_help", 3, 3, 2}, {"n_learn", 3, 4, 1},
                                         {"n_society", 3, 3, 2},    {"n_home", 3, 3, 2}, {"n_talk", 2, 7, 0},
                                         {"n_understand", 3, 4, 1}, {"n_work", 2, 2, 2}};
constexpr Answered kEstablishedAnswers[] = {
    {"e_friends", 2, 6, 1}, {"e_learn", 3, 4, 2}, {"e_society", 3, 2, 2}, {"e_talk", 3, 3, 1}, {"e_work", 3, 2, 2}};

template <std::size_t N>
std::vector<std::pair<std::string, std::string>> answers(const Answered (&usual)[N], int person, bool second) {
    Dice dice(static_cast<std::uint32_t>(1000 + person));
    std::vector<std::pair<std::string, std::string>> all;
    for (const Answered& one : usual) {
        int value = one.first - 1 + dice.below(3);
        const int move = dice.below(10);
        if (second) value += move < one.rises ? 1 : move >= 10 - one.falls ? -1 : 0;
        all.emplace_back(one.code, std::to_string(std::clamp(value, 1, 5)));
    }
    return all;
}

/// Somebody who answers: most do at the start, and most of them again when the months are full.
struct Answering {
    std::string secret = {};  ///< empty: never answers
    friends::Side side = friends::Side::newcomer;
    int person = 0;
};

void answer(store::Session& room, const Answering& who, Date day, bool second) {
    if (who.secret.empty()) return;
    must(effect::answer_own(room, who.secret, day,
                            who.side == friends::Side::newcomer ? answers(kNewcomerAnswers, who.person, second)
                                                                : answers(kEstablishedAnswers, who.person, second)));
}
Answering answer_first(store::Session& room, const module::Caller& coordinator, Date started, people::ParticipantId id,
                       friends::Side side, int person) {
    Answering who{{}, side, person};
    if (person % 11 == 5) return who;
    who.secret = must(people::give_link(room, coordinator, started, id));
    answer(room, who, started.plus_days(person % 4), false);
    return who;
}
void answer_again(store::Session& room, Date today, Date full, const Answering& who) {
    const Date again = full.plus_days(who.person % 12);
    const bool drops_out = who.person % 6 == 2;
    if (again <= today && !drops_out) answer(room, who, again, true);
}

pairs::PairId make_pair(store::Session& room, const module::Caller& who, Date today, const DemoFriends& friends,
                        std::size_t i) {
    const DemoPair& pair = demo_pairs()[i];
    const Date started = day_of(pair.started);
    const auto id = room.transaction([&](store::Transaction& tx) {
        return pairs::start_pair(tx, who.actor(), friends.programme, friends.newcomers[i], friends.established[i],
                                 started);
    });
    const int person = 2 * static_cast<int>(i);
    const auto one = answer_first(room, who, started, friends.newcomers[i], friends::Side::newcomer, person);
    const auto other = answer_first(room, who, started, friends.established[i], friends::Side::established, person + 1);
    write_diary(room, who, today, id, pair, static_cast<int>(i));
    const Date talk = started.plus_days(32);
    const bool still_there = pair.ended.empty() || talk < day_of(pair.ended);
    // The latest of them waits for the talk.
    if (still_there && talk.plus_days(7) <= today) must(pairs::note_talk(room, who, talk, id, revision_of(room, id)));
    if (!pair.ended.empty())
        must(pairs::end_pair(room, who, day_of(pair.ended), id, revision_of(room, id),
                             {std::string(pair.ended), std::string(pair.reason), std::string(pair.newcomer),
                              std::string(pair.established)}));
    for (const Answering& each : {one, other}) answer_again(room, today, started.plus_months(6), each);
    return id;
}

struct DemoActivity {
    std::string_view title;
    std::string_view day;
    std::string_view starts;
    std::string_view ends;
    std::string_view place;
    std::string_view places;
    int came;  ///< -1: has not been yet
};
// Those of the half-year of 2019 stand in the log.
constexpr DemoActivity kActivities[] = {
    {"Kompisträff: svamp i skogen", "2019-09-14", "10:00", "14:00", "Skrylle", "40", 31},
    {"Brädspelskväll", "2019-10-09", "18:00", "20:30", "Mötesplatsen i centrum", "30", 24},
    {"Kompisträff: laga mat tillsammans", "2019-11-13", "17:30", "20:30", "Mötesplatsen i centrum", "24", 22},
    {"Luciafika", "2019-12-11", "18:00", "20:00", "Mötesplatsen i centrum", "", 35},
    {"Språkpromenad", "2020-01-22", "17:00", "18:30", "Lunds stadsbibliotek", "25", 17},
    {"Kompisträff: bowling", "2020-02-12", "18:00", "20:00", "Bowlinghallen", "20", -1},
    {"Pulkabacken", "2020-02-22", "11:00", "14:00", "Sankt Hans backar", "", -1}};

void make_activities(store::Session& room, const module::Caller& who, Date today, people::ProgrammeId programme) {
    for (const DemoActivity& one : kActivities) {
        const auto id = must(pairs::add_activity(
            room, who, programme,
            {std::string(one.title), std::string(one.day), std::string(one.starts), std::string(one.ends),
             std::string(one.place), "Gratis. Alla är välkomna (påhittad aktivitet).", std::string(one.places), true}));
        if (one.came >= 0) must(pairs::hold_activity(room, who, today, id, std::to_string(one.came)));
    }
}

}  // namespace

const std::vector<DemoPair>& demo_pairs() {
    static const std::vector<DemoPair> all{
        {"2019-01-21", "2019-10-30", "without_us", "leaves", "leaves"},
        {"2019-01-23", "2019-09-20", "without_us", "leaves", "leaves", 7},
        {"2019-01-28", "2019-02-20", "did_not_fit", "waits", "waits", 12},
        {"2019-02-04", "2019-12-15", "without_us", "leaves", "leaves"},
        {"2019-02-04", "2019-08-30", "studies", "leaves", "leaves", 8},
        {"2019-02-11", "2019-05-28", "job", "leaves", "waits", 10},
        {"2019-02-18", "", "", "", "", 8},
        {"2019-02-20", "2019-11-01", "without_us", "leaves", "leaves", 7},
        {"2019-02-25", "2019-06-14", "moved", "leaves", "waits", 11},
        {"2019-03-04", "2019-10-10", "without_us", "leaves", "leaves"},
        {"2019-03-04", "", "", "", "", 9},
        {"2019-03-11", "2019-12-01", "without_us", "leaves", "leaves", 8},
        {"2019-03-18", "2019-04-24", "no_contact", "leaves", "waits", 14},
        {"2019-03-25", "", "", "", "", 10},
        {"2019-03-27", "2019-11-20", "job", "leaves", "leaves", 8},
        {"2019-04-01", "2019-12-20", "without_us", "leaves", "leaves"},
        {"2019-04-08", "2019-07-31", "no_time", "waits", "leaves", 11},
        {"2019-04-15", "", "", "", "", 9},
        {"2019-04-29", "", "", "", "", 7},
        {"2019-05-06", "2019-12-31", "without_us", "leaves", "leaves", 8},
        {"2019-05-13", "2019-09-02", "studies", "leaves", "waits", 9},
        {"2019-05-20", "", "", "", "", 10},
        {"2019-06-03", "", "", "", "", 8},
        {"2019-06-10", "", "", "", "", 9},
        {"2019-06-17", "2019-10-15", "moved", "leaves", "leaves", 9},
        // After the agreement: what the coordinator's page looks like today.
        {"2019-11-04", "", "", "", "", 8, "2019-12-29"},
        {"2019-11-25", "", "", "", "", 8, "2020-01-15"},
        {"2019-12-16", "", "", "", "", 7},
        {"2019-12-30", "", "", "", "", 6},
        {"2019-09-16", "", "", "", "", 8, "2020-01-03"},
    };
    return all;
}

void make_pairs(DemoBuild& build, const DemoFriends& friends) {
    const module::RoomHead& head = build.rooms.find("kompis")->second;
    const module::Caller who = build.caller("coordinator-kompis", head);
    const auto room = build.store.room(head.id);
    std::vector<pairs::PairId> ids;
    for (std::size_t i = 0; i < demo_pairs().size(); ++i) ids.push_back(make_pair(*room, who, build.day, friends, i));
    // The last one rests since the new year.
    must(pairs::pause_pair(*room, who, build.day, ids.back(), revision_of(*room, ids.back()), "2020-01-07"));
    room->transaction([&](store::Transaction& tx) { return pairs::note_lasting(tx, build.day); });
    make_activities(*room, who, build.day, friends.programme);
    const auto incident =
        must(pairs::report_incident(*room, who, day_of("2019-04-24"),
                                    {"2019-04-22", "Någon kände sig otrygg efter en träff (påhittad händelse).",
                                     "Samtal med båda, var för sig. De träffas inte mer."}));
    must(pairs::close_incident(*room, who, day_of("2019-05-06"), incident));
}

}  // namespace samrum::app
