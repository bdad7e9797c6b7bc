// `samrum user …`: accounts and who may enter which room, for whoever runs the installation.
#include "directory/actions_account.hpp"
#include "directory/actions_code.hpp"
#include "directory/actions_grant.hpp"
#include "directory/actions_organisation.hpp"
#include "directory/actions_retention.hpp"
#include "directory/actions_sign_in.hpp"
#include "directory/commands.hpp"
#include "foundation/store/store.hpp"

#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>
#include <ostream>

namespace samrum::directory {
namespace {

using module::CommandEnvironment;
using nlohmann::json;

struct UserWords {
    NewAccount account;
    GrantInput grant;
    std::string room;
    std::string organisation;  ///< its name, number or id
    bool password_from_stdin = false;
};
using Shared = std::shared_ptr<UserWords>;

void say(CommandEnvironment& environment, std::string_view key, const base::MessageArgs& args = {}) {
    if (environment.json) return;
    *environment.out << environment.say(key, args) << "\n";
}

void create(CommandEnvironment& environment, UserWords& words) {
    if (words.password_from_stdin) std::getline(std::cin, words.account.password);
    const auto lobby = environment.store().lobby();
    const auto made = create_account(*lobby, environment.actor, words.account);
    if (!made) return environment.tell(made.problems());
    if (environment.json) *environment.out << json{{"id", made->text()}}.dump(2) << "\n";
    say(environment, "directory.command.user.created", {{"email", words.account.email}});
}

void list_users(CommandEnvironment& environment) {
    const auto lobby = environment.store().lobby();
    json all = json::array();
    for (const auto& account : list_accounts(*lobby)) {
        all.push_back(
            {{"email", account.email}, {"function", account.function}, {"has_one_time_codes", account.has_code}});
        if (!environment.json) *environment.out << account.email << "\t" << account.function << "\n";
    }
    if (environment.json) *environment.out << all.dump(2) << "\n";
}

/// The room that was named; `wrong` when one was named and is not there.
std::optional<module::RoomHead> room_of(CommandEnvironment& environment, const UserWords& words, bool& wrong) {
    if (words.room.empty()) return std::nullopt;
    auto room = environment.room(words.room);
    wrong = !room.has_value();
    return room;
}

/// The id of the organisation that was named, or the words themselves, which then are told as unknown.
std::string organisation_id(store::Reader& lobby, const std::string& named) {
    const auto found = find_organisation(lobby, named, named);
    return found ? found->id.text() : named;
}

void grant(CommandEnvironment& environment, UserWords& words) {
    bool wrong = false;
    const auto room = room_of(environment, words, wrong);
    if (wrong) return;
    const auto lobby = environment.store().lobby();
    words.grant.organisation = words.organisation.empty() ? "" : organisation_id(*lobby, words.organisation);
    if (words.grant.function.empty()) {
        const auto known = find_account(*lobby, words.grant.email);
        words.grant.function = known ? known->function : words.grant.role;
    }
    const auto given = give_grant_by_command(*lobby, environment.actor, room, environment.today(), words.grant);
    if (!given) return environment.tell(given.problems());
    if (environment.json) *environment.out << json{{"id", given->text()}}.dump(2) << "\n";
    say(environment, "directory.command.user.granted", {{"email", words.grant.email}, {"role", words.grant.role}});
}

void revoke(CommandEnvironment& environment, const UserWords& words) {
    bool wrong = false;
    const auto room = room_of(environment, words, wrong);
    if (wrong) return;
    const auto lobby = environment.store().lobby();
    const auto ended =
        withdraw_grants_by_command(*lobby, environment.actor, room, environment.today(), words.grant.email);
    if (!ended) return environment.tell(ended.problems());
    if (environment.json) *environment.out << json{{"ended", *ended}}.dump(2) << "\n";
    say(environment, "directory.command.user.revoked", {{"count", *ended}});
}

void link(CommandEnvironment& environment, const UserWords& words) {
    const auto lobby = environment.store().lobby();
    const auto token = make_sign_in_link(*lobby, environment.actor, words.grant.email, base::Instant::now());
    if (!token) return environment.tell(token.problems());
    const std::string address = environment.house.public_address + "/sign-in/link/" + *token;
    if (environment.json)
        *environment.out << json{{"address", address}}.dump(2) << "\n";
    else
        *environment.out << address << "\n";
}

void forget_code(CommandEnvironment& environment, const UserWords& words) {
    const auto lobby = environment.store().lobby();
    const auto done = clear_code(*lobby, environment.actor, words.grant.email);
    if (!done) return environment.tell(done.problems());
    if (environment.json) *environment.out << json{{"email", words.grant.email}}.dump(2) << "\n";
    say(environment, "directory.command.user.code_cleared", {{"email", words.grant.email}});
}

std::optional<Account> account_of(CommandEnvironment& environment, const UserWords& words) {
    const auto lobby = environment.store().lobby();
    auto account = find_account(*lobby, words.grant.email);
    if (!account) environment.tell({base::problem("email", "directory.account.unknown")});
    return account;
}

void extract(CommandEnvironment& environment, const UserWords& words) {
    const auto account = account_of(environment, words);
    if (!account) return;
    const auto lobby = environment.store().lobby();
    *environment.out << json::parse(extract_account(*lobby, account->id.uuid())).dump(2) << "\n";
}

void erase(CommandEnvironment& environment, const UserWords& words) {
    const auto account = account_of(environment, words);
    if (!account) return;
    environment.store().lobby()->transaction([&](store::Transaction& tx) { erase_account(tx, account->id.uuid()); });
    if (environment.json) *environment.out << json{{"email", words.grant.email}}.dump(2) << "\n";
    say(environment, "directory.command.user.erased", {{"email", words.grant.email}});
}

/// A subcommand that begins with an e-mail address.
CLI::App* with_email(CLI::App& user, CommandEnvironment& environment, const Shared& words, const std::string& verb,
                     std::string_view help) {
    auto* command = user.add_subcommand(verb, environment.say(help));
    command->add_option("email", words->grant.email, environment.say("directory.command.user.email"))->required();
    return command;
}

void add_create(CLI::App& user, CommandEnvironment& environment, const Shared& words) {
    auto* command = user.add_subcommand("create", environment.say("directory.command.user.create"));
    command->add_option("email", words->account.email, environment.say("directory.command.user.email"))->required();
    command->add_option("--function", words->account.function, environment.say("directory.command.user.function"))
        ->required();
    command->add_option("--account-language", words->account.language,
                        environment.say("directory.command.user.language"));
    command->add_flag("--password-stdin", words->password_from_stdin,
                      environment.say("directory.command.user.password"));
    command->callback([&environment, words] { create(environment, *words); });
}

void add_grant_command(CLI::App& user, CommandEnvironment& environment, const Shared& words) {
    auto* command = with_email(user, environment, words, "grant", "directory.command.user.grant");
    command->add_option("role", words->grant.role, environment.say("directory.command.user.role"))->required();
    command->add_option("--room", words->room, environment.say("directory.command.user.room"));
    command->add_option("--organisation", words->organisation, environment.say("directory.command.user.organisation"));
    command->add_option("--function", words->grant.function, environment.say("directory.command.user.function"));
    command->add_option("--from", words->grant.first, environment.say("directory.command.user.first"));
    command->add_option("--to", words->grant.last, environment.say("directory.command.user.last"));
    command->callback([&environment, words] { grant(environment, *words); });
}

}  // namespace

void add_user_commands(CLI::App& parent, CommandEnvironment& environment) {
    auto* user = parent.add_subcommand("user", environment.say("directory.command.user"));
    const auto words = std::make_shared<UserWords>();
    add_create(*user, environment, words);
    user->add_subcommand("list", environment.say("directory.command.user.list"))->callback([&environment] {
        list_users(environment);
    });
    add_grant_command(*user, environment, words);
    auto* ending = with_email(*user, environment, words, "revoke", "directory.command.user.revoke");
    ending->add_option("--room", words->room, environment.say("directory.command.user.room"));
    ending->callback([&environment, words] { revoke(environment, *words); });
    const auto plain = [&](const char* verb, const char* help, void (*run)(CommandEnvironment&, const UserWords&)) {
        with_email(*user, environment, words, verb, help)->callback([&environment, words, run] {
            run(environment, *words);
        });
    };
    plain("link", "directory.command.user.link", link);
    plain("clear-code", "directory.command.user.clear_code", forget_code);
    plain("extract", "directory.command.user.extract", extract);
    plain("erase", "directory.command.user.erase", erase);
}

}  // namespace samrum::directory
