#include "directory/repository_person.hpp"

namespace samrum::directory {
namespace {

using store::Scope;
using store::Statement;

#define PERSON_COLUMNS "id, name, email, phone, is_protected, synthetic, entered_on from person"
#define FUNCTION_COLUMNS "id, person, function, first_day, last_day from person_function"

const Statement kOne{Scope::room, "select " PERSON_COLUMNS " where id = $1"};
const Statement kAll{Scope::room, "select " PERSON_COLUMNS " order by sort_key, id"};
const Statement kSave{Scope::room,
                      "insert into person (id, name, folded, sort_key, email, phone, is_protected, synthetic, entered_on)"
                      " values ($1, $2, $3, $4, $5, $6, $7, $8, $9)"};
const Statement kUpdate{Scope::room,
                        "update person set name = $2, folded = $3, sort_key = $4, email = $5, phone = $6,"
                        " is_protected = $7 where id = $1"};
const Statement kDelete{Scope::room, "delete from person where id = $1"};
const Statement kFunctions{Scope::room, "select " FUNCTION_COLUMNS " order by first_day, id"};
const Statement kFunctionsOf{Scope::room, "select " FUNCTION_COLUMNS " where person = $1 order by first_day, id"};
const Statement kSaveFunction{Scope::room,
                              "insert into person_function (id, person, function, first_day, last_day)"
                              " values ($1, $2, $3, $4, $5)"};
const Statement kEndFunction{Scope::room, "update person_function set last_day = $3 where person = $1 and id = $2"};

#undef PERSON_COLUMNS
#undef FUNCTION_COLUMNS

PersonAlias person_of(const store::Row& row) {
    return {.id = row.id<PersonAliasId>(0),
            .name = row.text(1),
            .email = row.maybe(2, &store::Row::text),
            .phone = row.maybe(3, &store::Row::text),
            .is_protected = row.flag(4),
            .synthetic = row.flag(5),
            .entered_on = row.date(6)};
}

PersonFunction function_of(const store::Row& row) {
    return {.id = row.id<PersonFunctionId>(0),
            .person = row.id<PersonAliasId>(1),
            .function = row.text(2),
            .period = base::Period{row.date(3), row.maybe(4, &store::Row::date)}};
}

}  // namespace

std::optional<PersonAlias> load_person(store::Reader& room, PersonAliasId id) { return room.one(kOne, person_of, id); }
std::vector<PersonAlias> load_people(store::Reader& room) { return room.all(kAll, person_of); }

void save_person(store::Transaction& room, const PersonAlias& person, const NameKeys& keys) {
    room.run(kSave, person.id, person.name, keys.folded, keys.sort_key, person.email, person.phone, person.is_protected,
             person.synthetic, person.entered_on);
}

void update_person(store::Transaction& room, const PersonAlias& person, const NameKeys& keys) {
    room.run(kUpdate, person.id, person.name, keys.folded, keys.sort_key, person.email, person.phone,
             person.is_protected);
}

bool delete_person(store::Transaction& room, PersonAliasId id) { return room.run(kDelete, id) > 0; }

std::vector<PersonFunction> load_functions(store::Reader& room) { return room.all(kFunctions, function_of); }
std::vector<PersonFunction> load_functions(store::Reader& room, PersonAliasId person) {
    return room.all(kFunctionsOf, function_of, person);
}

void save_function(store::Transaction& room, const PersonFunction& one) {
    room.run(kSaveFunction, one.id, one.person, one.function, one.period.first(), one.period.last());
}

bool end_function(store::Transaction& room, PersonAliasId person, PersonFunctionId id, base::Date last) {
    return room.run(kEndFunction, person, id, last) > 0;
}

}  // namespace samrum::directory
