#include "directory/repository_person.hpp"

namespace samrum::directory {
namespace {

using store::Scope;
using store::Statement;

#define PERSON_COLUMNS "id, name, email, phone, is_protected, synthetic, entered_on from person"
#define FUNCTION_COLUMNS "id, person, function, first_day, last_day from person_function"

const Statement kPersonOne{Scope::room, "select " PERSON_COLUMNS " where id = $1"};
const Statement kPersonAll{Scope::room, "select " PERSON_COLUMNS " order by sort_key, id"};
const Statement kPersonSave{
    Scope::room,
    "insert into person (id, name, folded, sort_key, email, phone, is_protected, synthetic, entered_on)"
    " values ($1, $2, $3, $4, $5, $6, $7, $8, $9)"};
const Statement kPersonUpdate{Scope::room,
                              "update person set name = $2, folded = $3, sort_key = $4, email = $5, phone = $6,"
                              " is_protected = $7 where id = $1"};
const Statement kPersonDelete{Scope::room, "delete from person where id = $1"};
const Statement kPersonFunctions{Scope::room, "select " FUNCTION_COLUMNS " order by first_day, id"};
const Statement kPersonFunctionsOf{Scope::room, "select " FUNCTION_COLUMNS " where person = $1 order by first_day, id"};
const Statement kPersonSaveFunction{Scope::room,
                                    "insert into person_function (id, person, function, first_day, last_day)"
                                    " values ($1, $2, $3, $4, $5)"};
const Statement kPersonEndFunction{Scope::room,
                                   "update person_function set last_day = $3 where person = $1 and id = $2"};
const Statement kPersonReopenFunction{Scope::room,
                                      "update person_function set last_day = null where person = $1 and id = $2"};

#undef PERSON_COLUMNS
#undef FUNCTION_COLUMNS

PersonAlias person_row(const store::Row& row) {
    return {.id = row.id<PersonAliasId>(0),
            .name = row.text(1),
            .email = row.maybe(2, &store::Row::text),
            .phone = row.maybe(3, &store::Row::text),
            .is_protected = row.flag(4),
            .synthetic = row.flag(5),
            .entered_on = row.date(6)};
}

PersonFunction stored_function(const store::Row& row) {
    return {.id = row.id<PersonFunctionId>(0),
            .person = row.id<PersonAliasId>(1),
            .function = row.text(2),
            .period = base::Period{row.date(3), row.maybe(4, &store::Row::date)}};
}

}  // namespace

std::optional<PersonAlias> load_person(store::Reader& room, PersonAliasId id) {
    return room.one(kPersonOne, person_row, id);
}
std::vector<PersonAlias> load_people(store::Reader& room) {
    return room.all(kPersonAll, person_row);
}

void save_person(store::Transaction& room, const PersonAlias& person, const NameKeys& keys) {
    room.run(kPersonSave, person.id, person.name, keys.folded, keys.sort_key, person.email, person.phone,
             person.is_protected, person.synthetic, person.entered_on);
}

void update_person(store::Transaction& room, const PersonAlias& person, const NameKeys& keys) {
    room.run(kPersonUpdate, person.id, person.name, keys.folded, keys.sort_key, person.email, person.phone,
             person.is_protected);
}

bool delete_person(store::Transaction& room, PersonAliasId id) {
    return room.run(kPersonDelete, id) > 0;
}

std::vector<PersonFunction> load_functions(store::Reader& room) {
    return room.all(kPersonFunctions, stored_function);
}
std::vector<PersonFunction> load_functions(store::Reader& room, PersonAliasId person) {
    return room.all(kPersonFunctionsOf, stored_function, person);
}

void save_function(store::Transaction& room, const PersonFunction& one) {
    room.run(kPersonSaveFunction, one.id, one.person, one.function, one.period.first(), one.period.last());
}

bool end_function(store::Transaction& room, PersonAliasId person, PersonFunctionId id, base::Date last) {
    return room.run(kPersonEndFunction, person, id, last) > 0;
}

bool reopen_function(store::Transaction& room, PersonAliasId person, PersonFunctionId id) {
    return room.run(kPersonReopenFunction, person, id) > 0;
}

}  // namespace samrum::directory
