#pragma once
#include "advice/volunteers/repository_work.hpp"
#include "advice/volunteers/rules_input.hpp"
#include "directory/actions_person.hpp"
#include "foundation/module/call.hpp"

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

// What the coordinator does with volunteers. Every refusal is for those who do not run the advice.
namespace samrum::advice::volunteers {

/// What the directory calls a person who gives advice, and one who has asked to.
inline constexpr std::string_view kFunction = "Frivillig rådgivare";
inline constexpr std::string_view kApplicant = "Sökt som frivillig rådgivare";

struct ListQuery {
    std::string stage = {};     ///< code; empty: those on their way in and active; "all"
    std::string language = {};  ///< code
    std::string trained = {};   ///< "yes", "no"
    unsigned weekday = 0;       ///< usually can on it; 0: whenever
    std::string search = {};    ///< words of the name
    std::string sort = "name";  ///< "name", "stage", "trained", "started"
    bool descending = false;
    std::size_t offset = 0;
    std::size_t limit = 50;
};
struct ListRow {
    Volunteer volunteer;
    std::optional<std::string> name;  ///< nothing: protected
};
struct ListPage {
    std::vector<ListRow> rows;
    std::size_t total = 0;
    std::map<Stage, std::int64_t> stages;  ///< of all, whatever is selected
    std::int64_t untrained = 0;            ///< active without a training date
    std::int64_t on_break = 0;             ///< active, and away today
};
/// The journal notes how many names were shown.
base::Result<ListPage> list_volunteers(store::Session& room, const module::Caller& caller, base::Date today,
                                       const ListQuery& query);

/// One volunteer, as the coordinator sees them.
struct Seen {
    Volunteer volunteer;
    directory::PersonView person;
    std::vector<Course> courses;
    Work work;
};
base::Result<std::optional<Seen>> see_volunteer(store::Session& room, const module::Caller& caller, VolunteerId id);

/// Somebody whom the coordinator enters: a new person, or one whom the room has already. Begins as `active` when a
/// first day is given, else as `interviewed`. Problems of the directory and of read_facts.
struct NewVolunteer {
    std::optional<VolunteerId> person = {};  ///< one whom the room has
    directory::PersonInput input = {};       ///< else: a new one
    FactsInput facts = {};
    std::string started_on = {};  ///< ISO date or empty
};
base::Result<VolunteerId> add_volunteer(store::Session& room, const module::Caller& caller, base::Date today,
                                        const NewVolunteer& input);

/// Loads, changes by `change`, saves, and writes `what` into the journal. Problems of `change`,
/// `advice.volunteers.unknown`, `advice.volunteers.changed_meanwhile`.
using Change = std::function<base::Result<base::Done>(store::Transaction&, Volunteer&)>;
base::Result<base::Done> change_volunteer(store::Session& room, const module::Caller& caller, VolunteerId id,
                                          std::optional<std::int64_t> revision, std::string_view what,
                                          const Change& change);

base::Result<base::Done> save_facts(store::Session& room, const module::Caller& caller, base::Date today,
                                    VolunteerId id, std::int64_t revision, const FactsInput& input);
/// A step of rules_stage; becoming active begins the work on `day`. Problem `advice.volunteers.stage.not_next`.
base::Result<base::Done> take_step(store::Session& room, const module::Caller& caller, base::Date today, VolunteerId id,
                                   std::int64_t revision, std::string_view to, std::string_view day);
base::Result<base::Done> record_leaving(store::Session& room, const module::Caller& caller, base::Date today,
                                        VolunteerId id, std::int64_t revision, const LeavingInput& input);
/// It was a mistake: as if it had not been written.
base::Result<base::Done> undo_leaving(store::Session& room, const module::Caller& caller, VolunteerId id);
/// Back after some time.
base::Result<base::Done> let_back(store::Session& room, const module::Caller& caller, base::Date today, VolunteerId id);

// Steps inside a transaction that the volunteer's own page and the coordinator's share.

/// Writes down that somebody leaves: stage, function of the person, the count.
void leave_now(store::Transaction& room, const store::Actor& who, Volunteer& one, const Leaving& leaving,
               base::Date today);

}  // namespace samrum::advice::volunteers
