#pragma once
#include "foundation/base/date.hpp"
#include "foundation/base/id.hpp"
#include "friends/people/model_words.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace samrum::directory {
struct PersonAliasKind;
}

/// Those who take part in a friend programme: who they are is the directory's, what they answered is here. Adults only.
namespace samrum::friends::people {

/// A participant is a person of the room: the same id names the `person` row with name and contact.
using ParticipantId = base::Id<directory::PersonAliasKind>;
struct ProgrammeKind;
using ProgrammeId = base::Id<ProgrammeKind>;
struct ChannelKind;
using ChannelId = base::Id<ChannelKind>;
struct DraftKind;
using DraftId = base::Id<DraftKind>;

inline constexpr int kAdultAge = 18;
inline constexpr int kMostAdults = 8;  ///< of one party

/// A municipality that a programme takes people from.
struct Place {
    std::string code;  ///< "1281"
    std::string name;  ///< "Lund"
    bool operator==(const Place&) const = default;
};

/// A friend programme as data: what it asks, whom it takes, what it promises. The first place is where newcomers live;
/// established residents may live in any of them.
struct Programme {
    ProgrammeId id;
    std::string name;  ///< "Kompis Lund"
    std::vector<Place> places;
    std::string values_sv = {};  ///< what those who take part share, in the association's own words; may be empty
    std::string values_en = {};
    std::vector<std::string> interests = {};   ///< codes that it asks about, in the order of asking
    std::vector<std::string> statements = {};  ///< codes of its Likert set
    // Limits: no pair breaks one.
    int least_swedish = 4;        ///< of an established resident, 0 to 5
    bool shared_time = true;      ///< both have a time of the week in common
    bool shared_language = true;  ///< both speak a language that they can meet in, Swedish being one
    bool same_party = true;       ///< a person meets a person, several meet several
    // Norm and term.
    int hours_a_month = 6;
    int months = 6;
    int trial_days = 30;
    int talk_days = 14;    ///< a first talk within so many days of enrolment
    int answer_days = 14;  ///< a proposal waits so long for its answers
    base::Date opened_on;
    std::optional<base::Date> closed_on = {};
    std::int64_t revision = 1;

    bool is_open_on(base::Date day) const { return opened_on <= day && (!closed_on || day <= *closed_on); }
    const Place* place(std::string_view code) const;
};

/// Where flyers hang: enrolments are counted by it, never a name.
struct Channel {
    ChannelId id;
    ProgrammeId programme;
    std::string code;  ///< in the address of the flyer: "sfi"
    std::string name;  ///< "SFI i Lund"
    std::optional<base::Date> closed_on = {};
};

struct WishOf {
    Wish wish;
    Weight weight;
    bool operator==(const WishOf&) const = default;
};

/// What a party answered about itself, as typed into the form and judged.
struct Answers {
    Side side = Side::newcomer;  ///< by own statement
    PartyKind party = PartyKind::person;
    int adults = 1;
    std::string municipality = {};             ///< code of a place of the programme
    int swedish_level = 0;                     ///< 0 none … 5 as a first language
    int age_band = 0;                          ///< 1 … kAgeBands; 0: not said
    Gender gender = Gender::unsaid;            ///< of a person, by own statement
    std::vector<std::string> languages = {};   ///< spoken beside Swedish
    std::vector<std::string> interests = {};   ///< codes
    std::vector<std::string> situations = {};  ///< codes of the life situation
    std::vector<std::string> times = {};       ///< codes: when they can meet
    std::vector<Likert> statements = {};       ///< only those answered
    std::vector<WishOf> wishes = {};           ///< only those that matter
    bool operator==(const Answers&) const = default;
};

struct Participant {
    ParticipantId id;
    ProgrammeId programme;
    Stage stage = Stage::sent;
    base::Date stage_on;       ///< since when
    base::Date enrolled_on;    ///< the form was sent
    base::Date waiting_since;  ///< the place in the queue: a no, a pause and an expired proposal keep it
    Answers answers = {};
    std::string language = "sv";  ///< of their pages
    std::optional<base::Date> talked_on = {};
    std::string note = {};  ///< the coordinator's, of the first talk
    base::Date values_agreed_on;
    base::Date consent_on;
    std::optional<base::Date> left_on = {};
    std::optional<LeaveReason> leave_reason = {};
    std::int64_t revision = 1;
};

/// A form that is not sent yet, as it was typed: it lives for so many days after it was last saved.
struct Draft {
    DraftId id;
    ProgrammeId programme;
    std::string channel = {};  ///< code; may be empty
    std::string fields = {};   ///< form encoding of what was typed
    std::string language = "sv";
    base::Date saved_on;
    std::int64_t revision = 1;
};
inline constexpr int kDraftKeptDays = 30;

}  // namespace samrum::friends::people
