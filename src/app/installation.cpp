#include "app/installation.hpp"

namespace samrum::app {
namespace {

const store::Statement kFact{store::Scope::lobby, "select value from installation_fact where name = $1"};
const store::Statement kSetFact{store::Scope::lobby,
                                "insert into installation_fact (name, value) values ($1, $2) "
                                "on conflict (name) do update set value = excluded.value"};
constexpr std::string_view kDemoDay = "demo.day";

}  // namespace

std::optional<base::Date> demo_day(store::Reader& lobby) {
    return lobby.one(
        kFact, [](const store::Row& row) { return row.date(0); }, kDemoDay);
}

void mark_demo(store::Transaction& lobby, base::Date day) {
    lobby.run(kSetFact, kDemoDay, day);
    lobby.journal({"demo", "demo"}, {"demo.made", day.iso(), "{}"});
}

}  // namespace samrum::app
