#pragma once
#include "directory/actions_person.hpp"

#include <string>
#include <string_view>
#include <vector>

// What a slice that keeps people of its own (volunteers, pairs) does with persons inside its own transaction. The slice
// has judged who may; every name still goes through names_for.
namespace samrum::directory {

/// Adds a person with a first function: one who writes to the association without an account, too.
/// Problems as of add_person, all at once.
base::Result<PersonAliasId> enter_person(store::Transaction& room, const store::Actor& who, base::Date today,
                                         const PersonInput& input, const FunctionInput& function);
bool is_person(store::Reader& room, PersonAliasId id);
/// Begins a function on a day, unless one of that name goes on then.
void begin_function(store::Transaction& room, const store::Actor& who, PersonAliasId id, std::string_view function,
                    base::Date first);
/// Ends every function of that name that goes on: the last day is `last`, or their first where they began later.
void end_functions(store::Transaction& room, const store::Actor& who, PersonAliasId id, std::string_view function,
                   base::Date last);
/// Lets functions of that name which ended on `last` go on: an end that was a mistake.
void reopen_functions(store::Transaction& room, const store::Actor& who, PersonAliasId id, std::string_view function,
                      base::Date last);
/// Removes a person and what hangs on them, noted in the journal with why: "retention".
bool remove_person(store::Transaction& room, const store::Actor& who, PersonAliasId id, std::string_view why);

/// Ids in the order of the Swedish alphabet of the names, protected persons last. With a search only those whose names
/// hold its words, and never a protected one. Not the names: those come through names_for, for the page that shows
/// them.
std::vector<PersonAliasId> ids_by_name(store::Reader& room, std::string_view search);

// For the person themselves, whose account the slice has tied to this alias.

/// Name and contact as the room has them (none of a protected person).
std::optional<PersonView> view_for_oneself(store::Reader& room, PersonAliasId id);
/// Corrects name and contact as they say themselves. Whether they are protected is the room's to say: a protected
/// person keeps what is left empty. Problems of judge_person.
base::Result<base::Done> change_for_oneself(store::Transaction& tx, const store::Actor& who, PersonAliasId id,
                                            PersonInput input);
/// All that every slice holds about them in this room, as extract_person; noted in the journal.
base::Result<std::string> extract_for_oneself(store::Session& room, const module::Caller& caller,
                                              const module::House& house, PersonAliasId id);
/// Erases all of it, as erase_person: who takes a consent back is gone at once. Within the slice's own transaction.
base::Result<base::Done> erase_for_oneself(store::Transaction& tx, const module::Caller& caller,
                                           const module::House& house, PersonAliasId id);

}  // namespace samrum::directory
