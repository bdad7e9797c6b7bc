#include "friends/people/model_words.hpp"

#include "foundation/base/codes.hpp"

#include <algorithm>
#include <array>

namespace samrum::friends {
namespace {

constexpr std::string_view kSides[] = {"newcomer", "established"};
constexpr std::string_view kParties[] = {"person", "couple", "family"};
constexpr std::string_view kStages[] = {"sent", "ready", "proposed", "paired", "paused", "left"};
constexpr std::string_view kReasons[] = {"no_time", "moved", "health", "no_answer", "not_for_me", "reached", "other"};
constexpr LeaveReason kAllReasons[] = {LeaveReason::no_time,   LeaveReason::moved,      LeaveReason::health,
                                       LeaveReason::no_answer, LeaveReason::not_for_me, LeaveReason::reached,
                                       LeaveReason::other};
constexpr std::string_view kGenders[] = {"unsaid", "woman", "man", "other"};
constexpr std::string_view kWishes[] = {"same_gender", "near_age", "language", "children", "municipality"};
constexpr Wish kAllWishes[] = {Wish::same_gender, Wish::near_age, Wish::language, Wish::children, Wish::municipality};
constexpr std::string_view kWeights[] = {"like", "must"};

constexpr std::string_view kInterests[] = {"food",       "walks", "sport",  "music",  "dance", "films",
                                           "books",      "games", "nature", "crafts", "art",   "culture",
                                           "technology", "news",  "travel", "animals"};
constexpr std::string_view kStatements[] = {"talk", "plan", "active", "group", "new_things"};
constexpr std::string_view kSituations[] = {"work", "study", "seek_work", "home", "retired", kChildren};
constexpr std::string_view kTimes[] = {"weekday_day", "weekday_evening", "weekend_day", "weekend_evening"};

}  // namespace

std::string_view code_of(Side side) {
    return kSides[static_cast<std::size_t>(side)];
}
std::optional<Side> side_of(std::string_view code) {
    return base::enum_of<Side>(kSides, code);
}
std::string_view code_of(PartyKind kind) {
    return kParties[static_cast<std::size_t>(kind)];
}
std::optional<PartyKind> party_of(std::string_view code) {
    return base::enum_of<PartyKind>(kParties, code);
}
std::string_view code_of(Stage stage) {
    return kStages[static_cast<std::size_t>(stage)];
}
std::optional<Stage> stage_of(std::string_view code) {
    return base::enum_of<Stage>(kStages, code);
}
std::string_view code_of(LeaveReason reason) {
    return kReasons[static_cast<std::size_t>(reason)];
}
std::optional<LeaveReason> leave_reason_of(std::string_view code) {
    return base::enum_of<LeaveReason>(kReasons, code);
}
std::span<const LeaveReason> leave_reasons() {
    return kAllReasons;
}
std::string_view code_of(Gender gender) {
    return kGenders[static_cast<std::size_t>(gender)];
}
std::optional<Gender> gender_of(std::string_view code) {
    return base::enum_of<Gender>(kGenders, code);
}
std::string_view code_of(Wish wish) {
    return kWishes[static_cast<std::size_t>(wish)];
}
std::optional<Wish> wish_of(std::string_view code) {
    return base::enum_of<Wish>(kWishes, code);
}
std::span<const Wish> wishes() {
    return kAllWishes;
}
std::string_view code_of(Weight weight) {
    return kWeights[static_cast<std::size_t>(weight)];
}
std::optional<Weight> weight_of(std::string_view code) {
    return base::enum_of<Weight>(kWeights, code);
}

std::string age_band_text(int band) {
    constexpr std::array<std::string_view, kAgeBands> texts{"18–24", "25–34", "35–44", "45–54", "55–64", "65+"};
    return band < 1 || band > kAgeBands ? std::string() : std::string(texts[static_cast<std::size_t>(band) - 1]);
}

std::span<const std::string_view> interest_codes() {
    return kInterests;
}
std::span<const std::string_view> statement_codes() {
    return kStatements;
}
std::span<const std::string_view> situation_codes() {
    return kSituations;
}
std::span<const std::string_view> time_codes() {
    return kTimes;
}

std::vector<std::string> split_words(std::string_view joined) {
    std::vector<std::string> words;
    while (!joined.empty()) {
        const auto end = std::min(joined.find(' '), joined.size());
        const std::string_view word = joined.substr(0, end);
        joined.remove_prefix(std::min(end + 1, joined.size()));
        if (!word.empty() && std::ranges::find(words, word) == words.end()) words.emplace_back(word);
    }
    return words;
}
std::vector<std::string> split_known(std::string_view joined, std::span<const std::string_view> known) {
    auto words = split_words(joined);
    std::erase_if(words, [&](const std::string& one) { return std::ranges::find(known, one) == known.end(); });
    return words;
}
std::string join_words(std::span<const std::string> codes) {
    std::string joined;
    for (const std::string& code : codes) joined += (joined.empty() ? "" : " ") + code;
    return joined;
}

}  // namespace samrum::friends
