// The friend programme of Kompis Sverige in Lund: channels and some seventy people, every one of them invented.
#include "app/demo_friends.hpp"

#include "friends/people/actions_enrolment.hpp"
#include "friends/people/actions_programme.hpp"
#include "friends/people/actions_register.hpp"
#include "partnership/agreement/actions_delivery.hpp"
#include "partnership/agreement/actions_read.hpp"

#include <array>

namespace samrum::app {
namespace {

namespace people = friends::people;

constexpr std::string_view kNewcomers[] = {
    "Abdi",   "Aisha", "Amal",  "Basel",   "Bereket", "Dina",  "Esin",  "Fadi",   "Feven",
    "Ghazal", "Hamid", "Hanan", "Ibrahim", "Jamila",  "Karim", "Laleh", "Lemlem", "Mahmoud",
    "Marwa",  "Nadia", "Omar",  "Parwin",  "Qasim",   "Rania", "Samir", "Selam",  "Tarek",
    "Uliana", "Wafa",  "Yonas", "Zahra",   "Zeynep",  "Ziad",  "Amira", "Rojin",  "Viktoria"};
constexpr std::string_view kEstablished[] = {
    "Agnes",  "Albin",  "Anders", "Anna",   "Axel", "Birgitta", "Carin", "Carl",  "Ebba",  "Elin", "Emma",   "Erik",
    "Frida",  "Gustav", "Hanna",  "Helena", "Ida",  "Jan",      "Jonas", "Karin", "Klara", "Lars", "Lisa",   "Louise",
    "Magnus", "Malin",  "Martin", "Mikael", "Moa",  "Nils",     "Olof",  "Sara",  "Sofia", "Tove", "Ulrika", "Viktor"};
/// How many at the end of each list still wait for their first talk.
constexpr std::size_t kWithoutTalk = 2;

constexpr std::array<std::string_view, 3> kChannels[] = {
    {"sfi", "SFI i Lund", ""}, {"bibliotek", "Lunds stadsbibliotek", ""}, {"medborgarcenter", "Medborgarcenter", ""}};
constexpr std::string_view kSpoken[] = {"ar", "so", "fa-AF", "ti", "tr", "uk", "ku", "en"};
constexpr std::string_view kLikes[] = {"food",  "walks", "music",  "books", "nature",
                                       "sport", "films", "crafts", "games"};
constexpr std::string_view kNearby[] = {"1281", "1281", "1281", "1262", "1281", "1230"};

people::ProgrammeId add_lund(store::Session& room, const module::Caller& who) {
    auto input = people::usual_programme(base::Date::of(2019, 1, 2));
    input.name = "Kompis Sverige i Lund";
    input.places = "1281 Lund\n1262 Lomma\n1230 Staffanstorp\n1261 Kävlinge";
    input.values_sv = "Vi möts på lika villkor, av fri vilja, och är nyfikna på varandra.";
    input.values_en = "We meet as equals, of our own free will, and are curious about each other.";
    const auto id = must(people::add_programme(room, who, input));
    for (const auto& channel : kChannels) must(people::add_channel(room, who, id, channel[0], channel[1]));
    return id;
}

people::FormInput form_of(friends::Side side, std::size_t i) {
    const bool is_new = side == friends::Side::newcomer;
    people::FormInput form;
    form.side = friends::code_of(side);
    form.party = "person";
    form.grown_up = "yes";
    form.name = std::string(is_new ? kNewcomers[i] : kEstablished[i]) + " Exempel";
    form.phone = "070-174 06 " + std::to_string(10 + i);  // of the numbers kept for fiction
    form.municipality = is_new ? "1281" : std::string(kNearby[i % std::size(kNearby)]);
    form.languages = {std::string(is_new ? kSpoken[i % 7] : "en")};
    form.swedish = is_new ? std::to_string(i % 4) : "5";
    form.age = std::to_string(1 + i % 5);
    form.gender = i % 2 == 0 ? "woman" : "man";
    form.situations = {i % 3 == 0 ? "work" : "study"};
    for (const std::size_t step : {0U, 2U, 5U}) form.interests.emplace_back(kLikes[(i + step) % std::size(kLikes)]);
    form.statements = {{"talk", std::to_string(1 + i % 5)}, {"plan", std::to_string(1 + (i + 2) % 5)}};
    form.times = {i % 2 == 0 ? "weekday_evening" : "weekend_day", "weekend_evening"};
    form.values = form.consent = "yes";
    return form;
}

/// Enrolled some weeks before the pair began; those without a pair during the last autumn.
base::Date enrolled_on(std::size_t i, base::Date today) {
    const auto& pairs = demo_pairs();
    if (i < pairs.size()) return base::Date::parse(pairs[i].started)->plus_days(-18 - static_cast<int>(i % 9));
    return today.plus_days(-static_cast<int>(10 + 9 * (std::size(kNewcomers) - i)));
}

people::ParticipantId enrol_one(DemoBuild& build, store::Session& room, const module::Caller& who,
                                people::ProgrammeId programme, friends::Side side, std::size_t i) {
    people::Enrolment input;
    input.programme = programme;
    input.channel = i % 4 == 3 ? "" : kChannels[i % 3][0];
    input.day = enrolled_on(i, build.day);
    input.input = form_of(side, i);
    input.language = side == friends::Side::newcomer ? kSpoken[i % 7] : "sv";
    input.is_protected = side == friends::Side::newcomer && i == 12;
    input.synthetic = true;
    const auto id = must(people::enrol(room, who, input));
    if (i + kWithoutTalk < std::size(kNewcomers))
        must(
            people::hold_talk(room, who, build.day, id, 1, input.day.plus_days(5 + static_cast<int>(i % 6)).iso(), ""));
    return id;
}

/// The promise of 25 pairs is counted by the friend programme from the agreement's first day; the log holds no pairs.
void bind_pairs(DemoBuild& build, store::Session& room, const module::Caller& who) {
    for (const auto& one : partnership::agreement::read_agreements(room, who)) {
        if (one.head.slug != "kompis-2019") continue;
        const partnership::agreement::Scope scope{{"programme", "kompis-sverige-i-lund"}};
        must(partnership::agreement::rebind(room, build.house, who, one.head.id, "pairs", "friends.pairs_started",
                                            scope, *one.head.first));
    }
}

}  // namespace

void make_friends(DemoBuild& build) {
    const module::RoomHead& head = build.rooms.find("kompis")->second;
    const module::Caller who = build.caller("coordinator-kompis", head);
    const auto room = build.store.room(head.id);
    DemoFriends made;
    made.programme = add_lund(*room, who);
    for (std::size_t i = 0; i < std::size(kNewcomers); ++i) {
        made.newcomers.push_back(enrol_one(build, *room, who, made.programme, friends::Side::newcomer, i));
        made.established.push_back(enrol_one(build, *room, who, made.programme, friends::Side::established, i));
    }
    make_pairs(build, made);
    bind_pairs(build, *room, who);
}

}  // namespace samrum::app
