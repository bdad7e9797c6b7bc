#include "app/installation.hpp"

namespace samrum::app {
namespace {

const store::Statement kFact{store::Scope::lobby, "select value from installation_fact where name = $1"};
const store::Statement kSetFact{store::Scope::lobby,
                                "insert into installation_fact (name, value) values ($1, $2) "
                                "on conflict (name) do update set value = excluded.value"};
const store::Statement kForgetFact{store::Scope::lobby, "delete from installation_fact where name = $1"};
constexpr std::string_view kDemoDay = "demo.day";
constexpr std::string_view kDemoBegun = "demo.begun";

}  // namespace

std::optional<base::Date> demo_day(store::Reader& lobby) {
    return lobby.one(
        kFact, [](const store::Row& row) { return row.date(0); }, kDemoDay);
}

void begin_demo(store::Transaction& lobby) {
    lobby.run(kSetFact, kDemoBegun, "");
}

bool is_half_made_demo(store::Reader& lobby) {
    return lobby
        .one(
            kFact, [](const store::Row& row) { return row.text(0); }, kDemoBegun)
        .has_value();
}

void mark_demo(store::Transaction& lobby, base::Date day) {
    lobby.run(kForgetFact, kDemoBegun);
    lobby.run(kSetFact, kDemoDay, day);
    lobby.journal({"demo", "demo"}, {"demo.made", day.iso(), "{}"});
}

}  // namespace samrum::app
