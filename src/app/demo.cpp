// `samrum demo`: makes the Lund case through the same actions that people use, and serves it when asked to.
#include "app/demo.hpp"

#include "app/background.hpp"
#include "app/commands.hpp"
#include "app/installation.hpp"
#include "app/lund_case.hpp"
#include "app/progress.hpp"
#include "app/serve.hpp"
#include "directory/actions_account.hpp"
#include "directory/actions_room.hpp"
#include "directory/actions_session.hpp"
#include "foundation/store/presence.hpp"
#include "search/actions_index.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <nlohmann/json.hpp>
#include <ostream>

namespace samrum::app {
namespace {

void make(Program& program, base::Date day) {
    auto& environment = program.environment;
    const auto store = must(store::Store::create(program.settings.location()));
    store->lobby()->transaction([](store::Transaction& lobby) { begin_demo(lobby); });
    module::House house = environment.house;
    house.store = store.get();
    house.clocks = base::Clocks(day);
    house.demo = true;
    DemoBuild build{house, *store, day, {}, {}};
    const auto steps = demo_steps();
    for (std::size_t i = 0; i < steps.size(); ++i) {
        environment.progress(environment.say(steps[i].says), static_cast<std::int64_t>(i),
                             static_cast<std::int64_t>(steps.size()));
        steps[i].run(build);
    }
    for (const auto& room : directory::list_rooms(*store->lobby()))
        search::refresh(*store->room(room.id), house, room, search::Extent::anew);
    environment.progress(environment.say("demo.step.done"), static_cast<std::int64_t>(steps.size()),
                         static_cast<std::int64_t>(steps.size()));
    store->lobby()->transaction([&](store::Transaction& lobby) { mark_demo(lobby, day); });
}

/// A demo that is there goes on with this version's schema; one whose making was broken off is in nobody's way.
/// False when there is none to go on with.
bool goes_on(Program& program) {
    const auto where = program.settings.location();
    if (!store::is_there(where)) return false;
    const auto store = store::Store::open(where, true);
    const auto lobby = store->lobby();
    if (is_half_made_demo(*lobby)) {
        store::remove_all(*store);
        return false;
    }
    if (demo_day(*lobby)) store->migrate(progress_of(program.environment, room_names(*lobby)));
    return true;
}

nlohmann::ordered_json account_json(const DemoAccount& one) {
    auto grants = nlohmann::ordered_json::array({{{"room", one.room}, {"role", module::role_name(one.role)}}});
    if (!one.partner_in.empty()) grants.push_back({{"room", one.partner_in}, {"role", "partner"}});
    return {{"key", one.key}, {"email", one.email}, {"password", kDemoPassword}, {"grants", grants}};
}

void tell(const Program& program, base::Date day) {
    const auto& environment = program.environment;
    auto& out = *environment.out;
    if (environment.json) {
        auto accounts = nlohmann::ordered_json::array();
        for (const DemoAccount& one : demo_accounts()) accounts.push_back(account_json(one));
        out << nlohmann::ordered_json{{"day", day.iso()}, {"accounts", accounts}}.dump(2) << "\n";
        return;
    }
    out << environment.say("demo.made", {{"day", environment.words->date(day)}}) << "\n"
        << environment.say("demo.sign_in", {{"password", std::string(kDemoPassword)}}) << "\n";
    for (const DemoAccount& one : demo_accounts())
        out << "  " << one.email << "  " << one.function << (one.room.empty() ? "" : ", /" + std::string(one.room))
            << "\n";
    out << std::flush;
}

void run_demo(Program& program, bool serves) {
    auto& environment = program.environment;
    const base::Date wanted = program.settings.today.value_or(default_demo_day());
    if (!goes_on(program)) make(program, wanted);
    const auto day = demo_day(*environment.store().lobby());
    if (!day) {
        environment.tell({base::problem("", "demo.not_a_demo", {{"where", program.settings.data}})});
        return;
    }
    tell(program, program.settings.today.value_or(*day));
    if (serves) serve(program);
}

}  // namespace

base::Date default_demo_day() {
    return base::Date::of(2020, 1, 31);
}

module::Caller DemoBuild::caller(std::string_view account_key, const module::RoomHead& room) {
    const auto lobby = store.lobby();
    const auto accounts = demo_accounts();
    const auto found =
        std::find_if(accounts.begin(), accounts.end(), [&](const auto& one) { return one.key == account_key; });
    base::ensure(found != accounts.end(), "the demo has this account");
    const auto account = directory::find_account(*lobby, found->email);
    base::ensure(account.has_value(), "the accounts are made before they act");
    const directory::SignedIn who{
        .session = {}, .account = account->id, .function = account->function, .language = account->language};
    return directory::caller_for(*lobby, who, &room, day);
}

void DemoBuild::run_jobs() const {
    background(house, Settings{})->run_due();
}

void DemoBuild::load(std::string_view loader, std::string_view account_key, std::string_view room,
                     std::string_view file) {
    const module::RoomHead& head = rooms.find(room)->second;
    const web::Request request;
    module::Call call(house, request, house.catalogues->words("sv"));
    call.head = head;
    call.caller = caller(account_key, head);
    for (const module::Module& slice : house.modules)
        for (const module::Loader& one : slice.loaders) {
            if (one.name != loader) continue;
            must(one.load(call, file, lund_file(file)));
            return;
        }
    base::ensure(false, "the demo asks for a loader that a slice has");
}

void add_demo(CLI::App& app, Program& program) {
    const auto& environment = program.environment;
    CLI::App* command = app.add_subcommand("demo", environment.say("demo.help"));
    for (const char* key : {"serve.port", "serve.address", "serve.public_address"}) add_setting(*command, program, key);
    auto serves = std::make_shared<bool>(false);
    command->add_flag("--serve", *serves, environment.say("demo.help.serve"));
    command->callback([&program, serves] { run_demo(program, *serves); });
}

}  // namespace samrum::app
