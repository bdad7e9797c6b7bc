#include "advice/sheets/repository_unit.hpp"

#include "advice/sheets/repository_topics.hpp"

namespace samrum::advice::sheets {
namespace {

using store::Row;
using store::Scope;
using store::Statement;

const std::string kUnitSelect =
    "select id, kind, name, organisation, description, address, phone, email, website, hours, languages, topics, "
    "municipality, revised_on, closed_on, folded from advice_unit";
const std::string kUnitText = kUnitSelect + " where id = $1";
const std::string kUnitsText = kUnitSelect + " where $1 = '' or municipality = $1 order by sort_key, id";
const Statement kUnit{Scope::room, kUnitText};
const Statement kUnits{Scope::room, kUnitsText};
const Statement kInsertUnit{
    Scope::room,
    "insert into advice_unit (id, kind, name, organisation, description, address, phone, email, website, hours, "
    "languages, topics, municipality, revised_on, closed_on, folded, sort_key) values ($1, $2, $3, $4, $5, $6, $7, "
    "$8, $9, $10, $11, $12, $13, $14, $15, $16, $17)"};
const Statement kUpdateUnit{
    Scope::room,
    "update advice_unit set kind = $2, name = $3, organisation = $4, description = $5, address = $6, phone = $7, "
    "email = $8, website = $9, hours = $10, languages = $11, topics = $12, municipality = $13, revised_on = $14, "
    "closed_on = $15, folded = $16, sort_key = $17 where id = $1"};
const Statement kUnitMonths{
    Scope::room, "select month, direction, n from advice_unit_month where unit = $1 order by month desc, direction"};
const Statement kSaveUnitMonth{Scope::room,
                               "insert into advice_unit_month (unit, direction, month, n) values ($1, $2, $3, $4) "
                               "on conflict (unit, direction, month) do update set n = excluded.n"};

FoundUnit unit_of(const Row& row) {
    FoundUnit found;
    Unit& unit = found.unit;
    unit.id = row.id<UnitId>(0);
    unit.type = unit_type_of(row.view(1)).value();
    unit.name = row.text(2);
    unit.organisation = row.maybe(3, &Row::text);
    unit.description = row.text(4);
    unit.address = row.text(5);
    unit.phone = row.text(6);
    unit.email = row.text(7);
    unit.website = row.text(8);
    unit.hours = row.text(9);
    unit.languages = split_codes(row.view(10));
    unit.topics = split_topics(row.view(11));
    unit.municipality = row.text(12);
    unit.revised_on = row.date(13);
    unit.closed_on = row.maybe(14, &Row::date);
    found.folded = row.text(15);
    return found;
}

}  // namespace

std::optional<Unit> load_unit(store::Reader& room, UnitId id) {
    return room.one(
        kUnit, [](const Row& row) { return unit_of(row).unit; }, id);
}
std::vector<FoundUnit> load_units(store::Reader& room, std::string_view municipality) {
    return room.all(kUnits, unit_of, municipality);
}

void insert_unit(store::Transaction& room, const Unit& one, std::string_view folded, const store::Bytes& sort_key) {
    room.run(kInsertUnit, one.id, code_of(one.type), one.name, one.organisation, one.description, one.address,
             one.phone, one.email, one.website, one.hours, join_codes(one.languages), join_topics(one.topics),
             one.municipality, one.revised_on, one.closed_on, folded, sort_key);
}
bool update_unit(store::Transaction& room, const Unit& one, std::string_view folded, const store::Bytes& sort_key) {
    return room.run(kUpdateUnit, one.id, code_of(one.type), one.name, one.organisation, one.description, one.address,
                    one.phone, one.email, one.website, one.hours, join_codes(one.languages), join_topics(one.topics),
                    one.municipality, one.revised_on, one.closed_on, folded, sort_key) == 1;
}

std::vector<UnitMonth> unit_months(store::Reader& room, UnitId unit) {
    return room.all(
        kUnitMonths,
        [](const Row& row) {
            const bool sent = row.view(1) == code_of(UnitDirection::sent_here);
            return UnitMonth{row.date(0), sent ? UnitDirection::sent_here : UnitDirection::received, row.integer(2)};
        },
        unit);
}
void save_unit_month(store::Transaction& room, UnitId unit, const UnitMonth& one) {
    room.run(kSaveUnitMonth, unit, code_of(one.direction), one.month, one.n);
}

}  // namespace samrum::advice::sheets
