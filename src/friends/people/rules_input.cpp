#include "friends/people/rules_input.hpp"

#include "foundation/base/language.hpp"
#include "foundation/base/number.hpp"
#include "foundation/base/text.hpp"

#include <algorithm>

namespace samrum::friends::people {
namespace {

constexpr std::size_t kLongestNote = 2000;
constexpr std::size_t kLongestValues = 1500;
constexpr std::size_t kLongestName = 120;
constexpr std::size_t kMostPlaces = 16;  ///< as many as a wish about them can tell apart

/// On one line: whatever would break it is a space.
std::string one_line(std::string_view typed) {
    std::string text(typed);
    std::ranges::replace_if(
        text, [](char c) { return (c >= 0 && c < 0x20) || c == 0x7f; }, ' ');
    return base::trim(text);
}

base::Result<std::string> lines(std::string_view typed, std::size_t longest) {
    std::string text = base::trim(typed);
    std::erase_if(text, [](char c) { return (c >= 0 && c < 0x20 && c != '\n' && c != '\t') || c == 0x7f; });
    if (base::characters(text) > longest)
        return base::problem("", "friends.people.text.long", {{"longest", static_cast<std::int64_t>(longest)}});
    return text;
}

base::Problem missing(const char* field) {
    return base::problem(field, "friend.problem.missing");
}

std::optional<int> whole(std::string_view typed, int least, int most) {
    const auto n = base::whole_number(base::trim(typed));
    if (!n || *n < least || *n > most) return std::nullopt;
    return static_cast<int>(*n);
}

/// Those of `known` that were chosen, in its order.
std::vector<std::string> chosen(const std::vector<std::string>& typed, std::span<const std::string_view> known) {
    std::vector<std::string> all;
    for (const std::string_view code : known)
        if (std::ranges::find(typed, code) != typed.end()) all.emplace_back(code);
    return all;
}

std::vector<std::string> chosen_of(const std::vector<std::string>& typed, const std::vector<std::string>& asked) {
    std::vector<std::string> all;
    for (const std::string& code : asked)
        if (std::ranges::find(typed, code) != typed.end()) all.push_back(code);
    return all;
}

std::vector<std::string> languages_of(const std::vector<std::string>& typed) {
    std::vector<std::string> all;
    for (const base::Language& one : base::languages())
        if (one.code != "sv" && std::ranges::find(typed, one.code) != typed.end()) all.emplace_back(one.code);
    return all;
}

std::string_view value_of(const std::vector<std::pair<std::string, std::string>>& all, std::string_view code) {
    const auto found = std::ranges::find(all, code, &std::pair<std::string, std::string>::first);
    return found == all.end() ? std::string_view() : std::string_view(found->second);
}

int adults_of(const FormInput& input, PartyKind party, base::ProblemList& problems) {
    if (party == PartyKind::person) return 1;
    if (party == PartyKind::couple) return 2;
    const auto adults = whole(input.adults, 2, kMostAdults);
    if (!adults) problems.add(missing("adults"));
    return adults.value_or(2);
}

void read_who(const FormInput& input, const Programme& programme, Answers& read, base::ProblemList& problems) {
    if (const auto side = side_of(input.side))
        read.side = *side;
    else
        problems.add(missing("side"));
    if (const auto party = party_of(input.party))
        read.party = *party;
    else
        problems.add(missing("party"));
    read.adults = adults_of(input, read.party, problems);
    if (input.grown_up != "yes") problems.add(base::problem("grown_up", "friend.problem.adult"));
    // Newcomers live where the programme is, established residents there or nearby.
    const Place* place = programme.place(input.municipality);
    const bool at_home = place && !programme.places.empty() && *place == programme.places.front();
    if (!place)
        problems.add(missing("municipality"));
    else if (side_of(input.side) == Side::newcomer && !at_home)
        problems.add(base::problem("municipality", "friend.problem.place", {{"place", programme.places.front().name}}));
    else
        read.municipality = place->code;
}

void read_life(const FormInput& input, Answers& read, base::ProblemList& problems) {
    read.languages = languages_of(input.languages);
    if (const auto level = whole(input.swedish, 0, kSwedishLevels - 1))
        read.swedish_level = *level;
    else
        problems.add(missing("swedish"));
    read.age_band = whole(input.age, 1, kAgeBands).value_or(0);
    read.gender = gender_of(input.gender).value_or(Gender::unsaid);
    read.situations = chosen(input.situations, situation_codes());
}

void read_wishes(const FormInput& input, Answers& read, base::ProblemList& problems) {
    for (const Wish wish : wishes()) {
        const auto weight = weight_of(value_of(input.wishes, code_of(wish)));
        if (!weight) continue;
        const std::string field = "wish_" + std::string(code_of(wish));
        // What one asks of another about oneself needs to be known.
        const bool unknown = (wish == Wish::same_gender && read.gender == Gender::unsaid) ||
                             (wish == Wish::near_age && read.age_band == 0) ||
                             (wish == Wish::language && read.languages.empty());
        if (unknown)
            problems.add(base::problem(field, "friend.problem.own"));
        else
            read.wishes.push_back({wish, *weight});
    }
}

}  // namespace

int step_of(std::string_view field) {
    constexpr std::pair<std::string_view, int> steps[] = {
        {"side", 1},  {"party", 1},  {"adults", 1},       {"grown_up", 1},  {"name", 1},
        {"email", 1}, {"phone", 1},  {"municipality", 1}, {"languages", 2}, {"swedish", 2},
        {"age", 2},   {"gender", 2}, {"situations", 2},   {"interests", 3}, {"times", 4}};
    for (const auto& [name, step] : steps)
        if (name == field) return step;
    if (field.starts_with("statement_")) return 3;
    return field.starts_with("wish_") ? 4 : kFormSteps;
}

base::Result<Answers> read_answers(const FormInput& input, const Programme& programme) {
    base::ProblemList problems;
    Answers read;
    read_who(input, programme, read, problems);
    read_life(input, read, problems);
    read.interests = chosen_of(input.interests, programme.interests);
    for (const std::string& code : programme.statements)
        if (const auto answer = whole(value_of(input.statements, code), 1, 5))
            read.statements.push_back({code, *answer});
    read.times = chosen(input.times, time_codes());
    if (programme.shared_time && read.times.empty()) problems.add(missing("times"));
    read_wishes(input, read, problems);
    if (!problems.empty()) return problems.all();
    return read;
}

FormInput typed_as(const Answers& answers) {
    FormInput typed;
    typed.side = code_of(answers.side);
    typed.party = code_of(answers.party);
    typed.adults = std::to_string(answers.adults);
    typed.grown_up = "yes";
    typed.municipality = answers.municipality;
    typed.languages = answers.languages;
    typed.swedish = std::to_string(answers.swedish_level);
    if (answers.age_band > 0) typed.age = std::to_string(answers.age_band);
    if (answers.gender != Gender::unsaid) typed.gender = code_of(answers.gender);
    typed.situations = answers.situations;
    typed.interests = answers.interests;
    for (const Likert& one : answers.statements) typed.statements.emplace_back(one.code, std::to_string(one.answer));
    typed.times = answers.times;
    for (const WishOf& one : answers.wishes) typed.wishes.emplace_back(code_of(one.wish), code_of(one.weight));
    return typed;
}

base::Result<base::Done> read_agreement(const FormInput& input) {
    base::ProblemList problems;
    if (input.values != "yes") problems.add(base::problem("values", "friend.problem.box"));
    if (input.consent != "yes") problems.add(base::problem("consent", "friend.problem.box"));
    if (!problems.empty()) return problems.all();
    return base::Done{};
}

base::Problems contact_problems(const FormInput& input, const base::Problems& of_directory) {
    base::Problems all;
    for (const base::Problem& one : of_directory) {
        const char* key = one.field == "email"   ? "friend.problem.email"
                          : one.field == "phone" ? "friend.problem.phone"
                                                 : "friend.problem.missing";
        all.push_back({one.field, {key, {}}, {}});
    }
    if (base::trim(input.email).empty() && base::trim(input.phone).empty())
        all.push_back(base::problem("phone", "friend.problem.reach"));
    return all;
}

namespace {

base::Result<std::vector<Place>> read_places(std::string_view typed) {
    base::ProblemList problems;
    std::vector<Place> places;
    while (!typed.empty()) {
        const auto end = std::min(typed.find('\n'), typed.size());
        const std::string line = one_line(typed.substr(0, end));
        typed.remove_prefix(std::min(end + 1, typed.size()));
        if (line.empty()) continue;
        const auto space = line.find(' ');
        const std::string code = line.substr(0, space);
        const std::string name = space == std::string::npos ? std::string() : base::trim(line.substr(space + 1));
        const bool is_code = code.size() == 4 && code.find_first_not_of("0123456789") == std::string::npos;
        const bool twice = std::ranges::find(places, code, &Place::code) != places.end();
        if (!is_code || name.empty() || base::characters(name) > kLongestName || twice)
            problems.add(base::problem("", "friends.people.programme.place", {{"line", line}}));
        else
            places.push_back({code, name});
    }
    if ((places.empty() && problems.empty()) || places.size() > kMostPlaces)
        problems.add(base::problem("", "friends.people.programme.places", {{"most", std::int64_t{kMostPlaces}}}));
    if (!problems.empty()) return problems.all();
    return places;
}

int number_at(base::ProblemList& problems, const char* field, std::string_view typed, int least, int most) {
    const auto n = whole(typed, least, most);
    if (!n)
        problems.add(base::problem(field, "friends.people.number",
                                   {{"least", std::int64_t{least}}, {"most", std::int64_t{most}}}));
    return n.value_or(least);
}

}  // namespace

base::Result<base::Done> read_programme(const ProgrammeInput& input, Programme& into) {
    base::ProblemList problems;
    Programme read = into;
    read.name = one_line(input.name);
    if (read.name.empty() || base::characters(read.name) > kLongestName)
        problems.add(base::problem("name", "friends.people.programme.name.missing"));
    read.places = problems.take(read_places(input.places), "places");
    read.values_sv = problems.take(lines(input.values_sv, kLongestValues), "values_sv");
    read.values_en = problems.take(lines(input.values_en, kLongestValues), "values_en");
    read.interests = chosen(input.interests, interest_codes());
    if (read.interests.empty()) problems.add(base::problem("interests", "friends.people.programme.interests"));
    read.statements = chosen(input.statements, statement_codes());
    read.least_swedish = number_at(problems, "least_swedish", input.least_swedish, 0, kSwedishLevels - 1);
    read.shared_time = input.shared_time;
    read.shared_language = input.shared_language;
    read.same_party = input.same_party;
    read.hours_a_month = number_at(problems, "hours_a_month", input.hours_a_month, 1, 60);
    read.months = number_at(problems, "months", input.months, 1, 24);
    read.trial_days = number_at(problems, "trial_days", input.trial_days, 0, 90);
    read.talk_days = number_at(problems, "talk_days", input.talk_days, 1, 180);
    read.answer_days = number_at(problems, "answer_days", input.answer_days, 1, 60);
    read.opened_on = problems.take(base::Date::parse(input.opened_on), "opened_on");
    read.closed_on.reset();
    if (!base::trim(input.closed_on).empty())
        read.closed_on = problems.take(base::Date::parse(input.closed_on), "closed_on");
    if (read.closed_on && *read.closed_on < read.opened_on)
        problems.add(base::problem("closed_on", "base.period.ends_before_it_begins"));
    if (!problems.empty()) return problems.all();
    into = std::move(read);
    return base::Done{};
}

ProgrammeInput typed_as(const Programme& one) {
    std::string places;
    for (const Place& place : one.places) places += place.code + " " + place.name + "\n";
    return {one.name,
            places,
            one.values_sv,
            one.values_en,
            one.interests,
            one.statements,
            std::to_string(one.least_swedish),
            one.shared_time,
            one.shared_language,
            one.same_party,
            std::to_string(one.hours_a_month),
            std::to_string(one.months),
            std::to_string(one.trial_days),
            std::to_string(one.talk_days),
            std::to_string(one.answer_days),
            one.opened_on.iso(),
            one.closed_on ? one.closed_on->iso() : std::string()};
}

ProgrammeInput usual_programme(base::Date today) {
    Programme one;
    one.interests.assign(interest_codes().begin(), interest_codes().end());
    one.statements.assign(statement_codes().begin(), statement_codes().end());
    one.opened_on = today;
    return typed_as(one);
}

base::Result<Channel> read_channel(std::string_view code, std::string_view name) {
    base::ProblemList problems;
    Channel one;
    one.code = base::trim(code);
    one.name = one_line(name);
    const bool fits = !one.code.empty() && one.code.size() <= 40 &&
                      one.code.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == std::string::npos;
    if (!fits) problems.add(base::problem("code", "friends.people.channel.code"));
    if (one.name.empty() || base::characters(one.name) > kLongestName)
        problems.add(base::problem("place", "friends.people.channel.name"));
    if (!problems.empty()) return problems.all();
    return one;
}

base::Result<std::string> read_note(std::string_view typed) {
    return lines(typed, kLongestNote);
}

}  // namespace samrum::friends::people
