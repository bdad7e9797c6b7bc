#pragma once
#include "foundation/base/date.hpp"
#include "foundation/base/id.hpp"

#include <optional>
#include <string>

namespace samrum::directory {

struct PersonAliasKind;
using PersonAliasId = base::Id<PersonAliasKind>;

/// A person as one room knows them. The same human in another room is another alias, and nothing ties the two together.
struct PersonAlias {
    PersonAliasId id;
    std::string name;
    std::optional<std::string> email = {};
    std::optional<std::string> phone = {};
    bool is_protected = false;  ///< skyddade personuppgifter: no page, export or search tells name or contact
    bool synthetic = false;     ///< invented for a demo
    base::Date entered_on;
};

struct PersonFunctionKind;
using PersonFunctionId = base::Id<PersonFunctionKind>;

/// What a person does in the room and when: "Frivillig rådgivare".
struct PersonFunction {
    PersonFunctionId id;
    PersonAliasId person;
    std::string function;
    base::Period period;
};

}  // namespace samrum::directory
