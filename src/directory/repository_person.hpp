#pragma once
#include "directory/model_person.hpp"
#include "directory/repository_organisation.hpp"
#include "foundation/store/store.hpp"

#include <optional>
#include <vector>

namespace samrum::directory {

std::optional<PersonAlias> load_person(store::Reader& room, PersonAliasId id);
/// In the order of the Swedish alphabet.
std::vector<PersonAlias> load_people(store::Reader& room);
void save_person(store::Transaction& room, const PersonAlias& person, const NameKeys& keys);
void update_person(store::Transaction& room, const PersonAlias& person, const NameKeys& keys);
bool delete_person(store::Transaction& room, PersonAliasId id);

/// Of everybody, oldest first.
std::vector<PersonFunction> load_functions(store::Reader& room);
std::vector<PersonFunction> load_functions(store::Reader& room, PersonAliasId person);
void save_function(store::Transaction& room, const PersonFunction& one);
/// False when the person has no such function.
bool end_function(store::Transaction& room, PersonAliasId person, PersonFunctionId id, base::Date last);
/// Lets it go on again.
bool reopen_function(store::Transaction& room, PersonAliasId person, PersonFunctionId id);

}  // namespace samrum::directory
