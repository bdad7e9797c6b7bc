#pragma once
#include "foundation/base/result.hpp"
#include "friends/people/model.hpp"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

// What people type, read and judged; every problem at once. The problems of the form are said in the visitors' phrases.
namespace samrum::friends::people {

/// The enrolment form as typed: name and contact are the directory's to judge.
struct FormInput {
    std::string side = {};
    std::string party = {};
    std::string adults = {};
    std::string grown_up = {};  ///< "yes": everybody who takes part is an adult
    std::string name = {};
    std::string email = {};
    std::string phone = {};
    std::string municipality = {};
    std::vector<std::string> languages = {};
    std::string swedish = {};
    std::string age = {};
    std::string gender = {};
    std::vector<std::string> situations = {};
    std::vector<std::string> interests = {};
    std::vector<std::pair<std::string, std::string>> statements = {};  ///< code and answer
    std::vector<std::string> times = {};
    std::vector<std::pair<std::string, std::string>> wishes = {};  ///< code and weight
    std::string values = {};                                       ///< "yes"
    std::string consent = {};                                      ///< "yes"
};

/// The screens of the form, from 1; the problems of a field are shown on its own.
inline constexpr int kFormSteps = 5;
int step_of(std::string_view field);

/// Problems `friend.problem.missing`, `.adult`, `.gender` (a wish about gender without one's own).
base::Result<Answers> read_answers(const FormInput& input, const Programme& programme);
/// The same answers as the form would have typed them.
FormInput typed_as(const Answers& answers);
/// The two boxes: `friend.problem.box` at `values` and at `consent`.
base::Result<base::Done> read_agreement(const FormInput& input);
/// A name and a way to be reached, as the form says it: `friend.problem.missing`, `.email`, `.phone`, `.reach`.
base::Problems contact_problems(const FormInput& input, const base::Problems& of_directory);

struct ProgrammeInput {
    std::string name = {};
    std::string places = {};  ///< a line each: "1281 Lund"
    std::string values_sv = {};
    std::string values_en = {};
    std::vector<std::string> interests = {};
    std::vector<std::string> statements = {};
    std::string least_swedish = {};
    bool shared_time = false;
    bool shared_language = false;
    bool same_party = false;
    std::string hours_a_month = {};
    std::string months = {};
    std::string trial_days = {};
    std::string talk_days = {};
    std::string answer_days = {};
    std::string opened_on = {};
    std::string closed_on = {};  ///< empty: until further notice
};
/// Problems `friends.people.programme.*`, `friends.people.number`, `base.date.*`.
base::Result<base::Done> read_programme(const ProgrammeInput& input, Programme& into);
/// What the form shows of a programme that is there.
ProgrammeInput typed_as(const Programme& one);
/// A new one as most programmes will want it: every question, six hours a month for six months.
ProgrammeInput usual_programme(base::Date today);

/// "sfi", "bibliotek-2": lower-case letters, digits and hyphens. Problems `friends.people.channel.*`.
base::Result<Channel> read_channel(std::string_view code, std::string_view name);
/// A note of a talk. Problem `friends.people.text.long`.
base::Result<std::string> read_note(std::string_view typed);

}  // namespace samrum::friends::people
