#pragma once
#include "directory/model_person.hpp"
#include "directory/rules_person.hpp"
#include "foundation/base/result.hpp"
#include "foundation/module/call.hpp"
#include "foundation/module/permission.hpp"
#include "foundation/store/store.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace samrum::directory {

/// A person as pages may show them. Of a protected person there is neither name nor contact.
struct PersonView {
    PersonAliasId id;
    std::optional<std::string> name;  ///< nothing: protected
    std::string email;
    std::string phone;
    bool synthetic = false;
    std::vector<PersonFunction> functions;  ///< oldest first
    std::optional<base::Date> kept_until;   ///< nothing while a function goes on
};

/// Names for a page, through the one call that tells the journal of them (who saw how many, on which page). Protected
/// and erased persons are left out.
std::map<PersonAliasId, std::string> names_for(store::Session& room, const module::Caller& caller,
                                               std::string_view page, const std::vector<PersonAliasId>& people);

struct PeopleQuery {
    std::string search = {};    ///< words of the name or a function; never finds a protected person by name
    bool only_current = true;   ///< with a function today, or none at all
    std::string sort = "name";  ///< "name" or "first": when they began
    bool descending = false;
    std::size_t offset = 0;
    std::size_t limit = 50;
};
struct PeoplePage {
    std::vector<PersonView> people;
    std::size_t total = 0;
};
// Whoever has confidential functions alone (module::ConfidentialFunction) is nobody to those who may not know of them.

/// The journal notes how many were shown. Protected persons come last. A refusal for others.
base::Result<PeoplePage> list_people(store::Session& room, const module::Caller& caller, const module::House& house,
                                     base::Date today, const PeopleQuery& query);
/// Nothing when there is no such person; noted in the journal.
base::Result<std::optional<PersonView>> open_person(store::Session& room, const module::Caller& caller,
                                                    const module::House& house, PersonAliasId id);
/// The same for a slice that has judged who may know that the person is here.
base::Result<std::optional<PersonView>> open_person(store::Session& room, const module::Caller& caller,
                                                    PersonAliasId id);

base::Result<PersonAliasId> add_person(store::Session& room, const module::Caller& caller, base::Date today,
                                       const PersonInput& input, const FunctionInput& function);
/// Of a protected person empty fields keep what is there. Taking the protection away asks for the name anew, so that
/// nobody learns it that way.
base::Result<base::Done> change_person(store::Session& room, const module::Caller& caller, const module::House& house,
                                       PersonAliasId id, const PersonInput& input);
base::Result<base::Done> add_function(store::Session& room, const module::Caller& caller, const module::House& house,
                                      PersonAliasId id, const FunctionInput& input);
base::Result<base::Done> close_function(store::Session& room, const module::Caller& caller, const module::House& house,
                                        PersonAliasId id, PersonFunctionId function, std::string_view last);

/// What every slice holds about the person in this room, as one JSON object, a member a kind (GDPR art. 15).
/// Journalled.
base::Result<std::string> extract_person(store::Session& room, const module::Caller& caller, const module::House& house,
                                         PersonAliasId id);
/// Erases what every slice holds about the person in this room (GDPR art. 17); the journal keeps the id and nothing
/// more.
base::Result<base::Done> erase_person(store::Session& room, const module::Caller& caller, const module::House& house,
                                      PersonAliasId id);

/// Where a letter to the person goes, resolved when it is sent. Never shown.
std::optional<std::string> mail_address(store::Reader& room, PersonAliasId id);

// What the actions on persons share.

/// The person as pages may show them.
PersonView view_of(const PersonAlias& person, std::vector<PersonFunction> functions);
/// Asks every slice; noted in the journal. For those who have been judged.
base::Result<base::Done> write_changed(store::Transaction& tx, const store::Actor& who, const PersonAlias& known,
                                       const PersonInput& input);
std::string extract_all(store::Transaction& tx, const module::Caller& caller, const module::House& house,
                        PersonAliasId id);
/// Removes the person and every letter to their address from the room; false when there is no such person.
bool take_away(store::Transaction& tx, PersonAliasId id);
void erase_all(store::Transaction& tx, const module::Caller& caller, const module::House& house, PersonAliasId id);

}  // namespace samrum::directory
