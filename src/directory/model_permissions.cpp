#include "directory/model_permissions.hpp"

namespace samrum::directory {

using module::Guard;
using enum module::Role;

const module::Permission kReadOrganisations{
    "directory.organisations.read", Guard::open, {officer, coordinator, volunteer, partner, administrator, operator_}};
const module::Permission kKeepOrganisations{"directory.organisations.keep", Guard::open, {officer, administrator}};
const module::Permission kReadCompacts{"directory.compacts.read", Guard::open, {officer, partner, administrator}};
const module::Permission kKeepCompacts{"directory.compacts.keep", Guard::open, {officer}};
const module::Permission kJoinCompacts{"directory.compacts.join", Guard::personal, {officer, partner}};
const module::Permission kReadPlaces{
    "directory.places.read", Guard::open, {officer, coordinator, volunteer, partner, administrator}};
const module::Permission kKeepPlaces{"directory.places.keep", Guard::open, {officer, coordinator, administrator}};
const module::Permission kKeepPeople{"directory.people", Guard::personal, {administrator, coordinator}};
const module::Permission kErasePeople{"directory.people.erase", Guard::personal, {administrator}};
const module::Permission kManageGrants{"directory.grants", Guard::personal, {administrator}};
const module::Permission kLetVolunteersIn{"directory.grants.volunteers", Guard::personal, {coordinator}};

}  // namespace samrum::directory
