#pragma once
#include "advice/volunteers/model_course.hpp"
#include "foundation/base/result.hpp"

#include <string>
#include <string_view>
#include <vector>

// What people type, read and judged; every problem at once.
namespace samrum::advice::volunteers {

inline constexpr std::size_t kLongestMessage = 500;
inline constexpr std::size_t kLongestNote = 2000;

/// What the coordinator keeps about a volunteer beside name and contact.
struct FactsInput {
    std::vector<std::string> languages = {};
    std::string trained_on = {};  ///< ISO date or empty
    std::string background = {};  ///< code; empty: unsaid
    std::string note = {};
    bool experienced = false;
};
/// Problems at `languages`, `trained_on`, `background`, `note`.
base::Result<base::Done> read_facts(const FactsInput& input, base::Date today, Volunteer& into);

/// Codes of languages, each once, in the order of the house's list. Problem `advice.volunteers.language.unknown`.
base::Result<std::vector<std::string>> read_languages(const std::vector<std::string>& codes);
/// "2:" (Tuesdays anywhere) and "2:<site>". Problem `advice.volunteers.availability.unknown`.
base::Result<std::vector<Availability>> read_availability(const std::vector<std::string>& marks,
                                                          const std::vector<sites::SiteId>& known);
/// Shifts a month, 0 when nothing is said. Problem `advice.volunteers.number`.
base::Result<int> read_most_shifts(std::string_view typed);
std::string mark_of(const Availability& one);

/// Adds a break. Problems `base.date.*`, `base.period.*`, `advice.volunteers.break.overlaps`.
base::Result<base::Done> add_break(Volunteer& one, std::string_view first, std::string_view last);
/// The break that goes on today ends yesterday; one that began today is gone. False when there is none.
bool end_break(Volunteer& one, base::Date today);

struct LeavingInput {
    std::string last = {};    ///< ISO date of the last day
    std::string reason = {};  ///< code
};
struct Leaving {
    base::Date last;
    LeaveReason reason = LeaveReason::other;
};
/// The last day is none before the volunteer began, and none more than a year ahead.
base::Result<Leaving> read_leaving(const LeavingInput& input, const Volunteer& one, base::Date today);

/// The public form. Name and one way to be reached; the rest is the applicant's choice.
struct ApplicationInput {
    std::string name = {};
    std::string email = {};
    std::string phone = {};
    std::vector<std::string> languages = {};
    std::string message = {};
};
/// Judges what is not the directory's to judge: languages, message, a way to be reached
/// (`advice.volunteers.contact.missing` at `email`). Line breaks and control characters of the message become spaces.
base::Result<Volunteer> read_application(const ApplicationInput& input, base::Date today);

struct CourseInput {
    std::string title = {};
    std::string kind = {};
    std::string day = {};
    std::string starts = {};
    std::string place = {};
    std::string seats = {};
};
base::Result<base::Done> read_course(const CourseInput& input, Course& into);
struct GuestsInput {
    std::string kind = {};
    std::string of_whom = {};
    std::string n = {};
};
base::Result<Guests> read_guests(const GuestsInput& input);

}  // namespace samrum::advice::volunteers
