#pragma once
#include "foundation/base/date.hpp"
#include "foundation/base/id.hpp"
#include "friends/people/model.hpp"

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// What those who take part say about themselves, at the start and after six months.
namespace samrum::friends::effect {

using people::ParticipantId;
using people::ProgrammeId;

/// The agreement's goals, and the labour market that they lead towards.
enum class Area { relations, exchange, belonging, swedish, labour };
std::string_view code_of(Area area);
std::optional<Area> area_of(std::string_view code);
std::span<const Area> areas();

/// A statement that one agrees with from 1 (not at all) to 5 (fully). All are worded so that more is better.
struct Question {
    std::string code;  ///< the same code is the same question, in every version
    Area area = Area::relations;
    std::string text_sv = {};  ///< empty in the house's own set, whose words are phrases: `friend.assess.q.<code>`
    std::string text_en = {};
    bool operator==(const Question&) const = default;
};

/// What one side of a programme is asked. Version 1 is the house's own.
struct QuestionSet {
    Side side = Side::newcomer;
    int version = 1;
    std::vector<Question> questions;

    const Question* question(std::string_view code) const;
};
inline constexpr int kLeastAnswer = 1;
inline constexpr int kMostAnswer = 5;

enum class Occasion { first = 1, second = 2 };

struct AssessmentKind;
using AssessmentId = base::Id<AssessmentKind>;
/// One answered form. Questions may be left out.
struct Assessment {
    AssessmentId id;
    ProgrammeId programme;
    Side side = Side::newcomer;
    int version = 1;
    ParticipantId participant;
    Occasion occasion = Occasion::first;
    base::Date day;
    std::map<std::string, int, std::less<>> answers = {};  ///< code → 1 … 5
    bool had_pair = false;                                 ///< known of those alone whose person is gone
};

}  // namespace samrum::friends::effect
