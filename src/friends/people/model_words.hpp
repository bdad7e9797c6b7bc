#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// Codes that every room of this slice shares. They stand in tables, files and addresses; their words are messages, for
/// those who take part in the visitors' catalogue: `friend.interest.<code>`.
namespace samrum::friends {

/// By own statement, never by anything else.
enum class Side { newcomer, established };
std::string_view code_of(Side side);  ///< "newcomer"
std::optional<Side> side_of(std::string_view code);
inline Side other_side(Side side) {
    return side == Side::newcomer ? Side::established : Side::newcomer;
}

/// Who comes together: one adult, two, or a family of adults.
enum class PartyKind { person, couple, family };
std::string_view code_of(PartyKind kind);
std::optional<PartyKind> party_of(std::string_view code);

/// sent: waits for a first talk. ready: waits for a match. proposed: a proposal waits for answers. paused and left by
/// own wish or the coordinator's. A draft is no participant yet.
enum class Stage { sent, ready, proposed, paired, paused, left };
std::string_view code_of(Stage stage);
std::optional<Stage> stage_of(std::string_view code);

enum class LeaveReason { no_time, moved, health, no_answer, not_for_me, reached, other };
std::string_view code_of(LeaveReason reason);
std::optional<LeaveReason> leave_reason_of(std::string_view code);
std::span<const LeaveReason> leave_reasons();

enum class Gender { unsaid, woman, man, other };
std::string_view code_of(Gender gender);
std::optional<Gender> gender_of(std::string_view code);

/// What somebody may ask of whom they meet.
enum class Wish {
    same_gender,
    near_age,     ///< no more than one band apart
    language,     ///< a language in common beside Swedish
    children,     ///< children in the other's life
    municipality  ///< lives in the same one
};
std::string_view code_of(Wish wish);
std::optional<Wish> wish_of(std::string_view code);
std::span<const Wish> wishes();
enum class Weight { would_like, must };
std::string_view code_of(Weight weight);  ///< "like", "must"
std::optional<Weight> weight_of(std::string_view code);

/// An answer of the Likert set: 1 (not at all) to 5 (very much).
struct Likert {
    std::string code;
    int answer = 3;
    bool operator==(const Likert&) const = default;
};

/// 18–24, 25–34, … 65 and more: bands 1 to 6.
inline constexpr int kAgeBands = 6;
std::string age_band_text(int band);      ///< "25–34", "65+"; empty for 0
inline constexpr int kSwedishLevels = 6;  ///< 0 to 5

/// Every code that a form may hold, in the order of showing.
std::span<const std::string_view> interest_codes();
std::span<const std::string_view> statement_codes();
std::span<const std::string_view> situation_codes();
std::span<const std::string_view> time_codes();
inline constexpr std::string_view kChildren = "children";  ///< a situation code

/// "music food" and back, for tables: unknown codes are left out, nothing stands twice.
std::vector<std::string> split_known(std::string_view joined, std::span<const std::string_view> known);
std::vector<std::string> split_words(std::string_view joined);
std::string join_words(std::span<const std::string> codes);

}  // namespace samrum::friends
