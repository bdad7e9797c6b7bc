#include "app/serve.hpp"

#include "app/background.hpp"
#include "app/commands.hpp"
#include "app/door.hpp"
#include "app/installation.hpp"
#include "app/probes.hpp"
#include "foundation/web/assets.hpp"
#include "foundation/web/events.hpp"
#include "foundation/web/server.hpp"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>
#include <ostream>
#include <spdlog/spdlog.h>

namespace samrum::app {
namespace {

/// A demo goes on at its own day unless the command line says another.
void settle_day(Program& program) {
    auto& house = program.environment.house;
    const auto day = demo_day(*program.environment.store().lobby());
    house.demo = day.has_value();
    if (day && !house.clocks.is_fixed()) house.clocks = base::Clocks(*day);
}

/// What changes on one server is told on all of them: the hub of each goes through the database.
std::unique_ptr<store::Listener> join_hubs(store::Store& store, web::EventHub& hub) {
    hub.on_publish([&store](std::string_view topic, std::string_view data) { store.notify(topic, data); });
    return store.listen([&hub](std::string_view topic, std::string_view data) {
        if (topic == store::kNoticesLost)
            hub.tell_all();
        else
            hub.deliver_local(topic, data);
    });
}

web::Server::Options options_of(const Settings& settings, Door& door, web::EventHub& hub) {
    web::Server::Options options;
    options.address = settings.address;
    options.port = static_cast<std::uint16_t>(settings.port);
    options.max_connections = static_cast<std::size_t>(settings.connections);
    options.workers = static_cast<unsigned>(settings.workers);
    options.trusted_proxies = settings.trusted_proxies;
    options.body_limit = [&door](web::Method method, std::string_view path) { return door.body_limit(method, path); };
    options.is_anonymous = [&door](std::string_view path) { return door.is_anonymous(path); };
    options.error_page = [&door](int status, std::string_view reference, const web::Request* request) {
        return door.error_page(status, reference, request);
    };
    options.assets = &web::house_assets();
    options.events = &hub;
    options.metrics = &metrics();
    options.stop_on_signals = true;
    return options;
}

void tell_address(const module::CommandEnvironment& environment) {
    const auto& address = environment.house.public_address;
    *environment.out << (environment.json ? nlohmann::json{{"address", address}}.dump()
                                          : environment.say("serve.listening", {{"address", address}}))
                     << std::endl;
}

}  // namespace

std::string warning_of(const Settings& settings, bool demo) {
    if (demo || !settings.smtp.empty()) return "";
    return "no mail server is set (mail.smtp): letters, such as sign-in links, wait in the outbox";
}

void serve(Program& program) {
    auto& house = program.environment.house;
    store::Store& store = program.environment.store();
    settle_day(program);
    set_metrics_token(program.settings.metrics_token);
    web::EventHub hub;
    house.events = &hub;
    const auto listener = join_hubs(store, hub);
    Door door(house);
    web::Server server(options_of(program.settings, door, hub),
                       [&door](const web::Request& request) { return door.answer(request); });
    if (program.settings.public_address.empty())
        house.public_address = "http://" + program.settings.address + ":" + std::to_string(server.port());
    tell_address(program.environment);
    spdlog::info("samrum {} serves on {}:{}", SAMRUM_VERSION, program.settings.address, server.port());
    if (const auto warning = warning_of(program.settings, house.demo); !warning.empty()) spdlog::warn("{}", warning);
    const auto jobs = background(house, program.settings);
    jobs->start();
    server.run();
    jobs->stop();
    spdlog::info("stopped");
}

void add_serve(CLI::App& app, Program& program) {
    CLI::App* command = app.add_subcommand("serve", program.environment.say("serve.help"));
    for (const char* key : {"serve.port", "serve.address", "serve.public_address"}) add_setting(*command, program, key);
    command->callback([&program] { serve(program); });
}

}  // namespace samrum::app
