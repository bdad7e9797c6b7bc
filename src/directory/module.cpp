#include "directory/module.hpp"

#include "directory/actions_compact.hpp"
#include "directory/actions_feed.hpp"
#include "directory/actions_retention.hpp"
#include "directory/actions_search.hpp"
#include "directory/actions_sign_in.hpp"
#include "directory/actions_token.hpp"
#include "directory/api.hpp"
#include "directory/commands.hpp"
#include "directory/model_permissions.hpp"
#include "directory/pages.hpp"
#include "directory/rules_person.hpp"

namespace samrum::directory {
namespace {

using web::Method;

constexpr bool kSignedIn = true;
constexpr bool kUnknownVisitor = true;

std::vector<module::Route> sign_in_routes() {
    return {{Method::get, "/sign-in", nullptr, sign_in_page},
            {Method::post, "/sign-in", nullptr, sign_in_by_password},
            {Method::get, "/sign-in/link", nullptr, ask_link_page},
            {Method::post, "/sign-in/link", nullptr, ask_link},
            {Method::get, "/sign-in/link/{token}", nullptr, link_page},
            {Method::post, "/sign-in/link/{token}", nullptr, sign_in_by_link},
            {Method::get, "/sign-in/code", nullptr, code_page},
            {Method::post, "/sign-in/code", nullptr, sign_in_by_code},
            {Method::post, "/sign-out", nullptr, sign_out_now},
            {Method::get, "/account", nullptr, account_page, kSignedIn},
            {Method::post, "/account/password", nullptr, set_password_now, kSignedIn},
            {Method::post, "/account/language", nullptr, set_language_now, kSignedIn},
            {Method::post, "/account/sessions", nullptr, end_sessions, kSignedIn},
            {Method::get, "/account/code", nullptr, account_code_page, kSignedIn},
            {Method::post, "/account/code", nullptr, account_code, kSignedIn}};
}

/// Files of organisations, and minutes that were scanned.
constexpr std::size_t kFileLimit = 3 * 1024 * 1024;
constexpr std::size_t kMinutesLimit = 11 * 1024 * 1024;
constexpr bool kByPermission = false;

std::vector<module::Route> tool_routes() {
    return {{Method::get, "/{room}/organisations/import", &kKeepOrganisations, import_organisations_page},
            {Method::post, "/{room}/organisations/import", &kKeepOrganisations, check_organisations_now, kByPermission,
             false, kFileLimit},
            {Method::post, "/{room}/organisations/import/confirm", &kKeepOrganisations, import_organisations_now,
             kByPermission, false, kFileLimit},
            {Method::get, "/{room}/organisations/export", &kKeepOrganisations, export_organisations},
            {Method::get, "/{room}/organisations/merge", &kKeepOrganisations, merge_page},
            {Method::get, "/{room}/organisations/merge/pair", &kKeepOrganisations, merge_choice_page},
            {Method::get, "/{room}/organisations/merge/{one}/{other}", &kKeepOrganisations, merge_pair_page},
            {Method::post, "/{room}/organisations/merge/{one}/{other}", &kKeepOrganisations, merge_now_page},
            {Method::post, "/{room}/organisations/merges/{merge}/undo", &kKeepOrganisations, undo_merge_now}};
}

std::vector<module::Route> compact_routes() {
    return {{Method::get, "/{room}/compacts", nullptr, compacts_page},
            {Method::get, "/{room}/compacts/new", &kKeepCompacts, new_compact_page},
            {Method::post, "/{room}/compacts/new", &kKeepCompacts, new_compact},
            {Method::get, "/{room}/compacts/{id}", nullptr, compact_page},
            {Method::get, "/{room}/compacts/{id}/change", &kKeepCompacts, change_compact_page},
            {Method::post, "/{room}/compacts/{id}/change", &kKeepCompacts, change_compact_now},
            {Method::get, "/{room}/compacts/{id}/join", &kJoinCompacts, join_page},
            {Method::post, "/{room}/compacts/{id}/join", &kJoinCompacts, join_now, kByPermission, false, kMinutesLimit},
            {Method::get, "/{room}/compacts/{id}/accessions/{accession}", &kJoinCompacts, accession_page},
            {Method::post, "/{room}/compacts/{id}/accessions/{accession}", &kJoinCompacts, act_on_accession_now},
            {Method::get, "/{room}/compacts/{id}/accessions/{accession}/minutes", &kJoinCompacts, minutes_file}};
}

std::vector<module::Route> room_routes() {
    return {{Method::get, "/{room}/feeds", nullptr, feeds_page, kSignedIn},
            {Method::post, "/{room}/feeds", nullptr, make_feed_now, kSignedIn},
            {Method::post, "/{room}/feeds/{id}/revoke", nullptr, revoke_feed_now, kSignedIn},
            {Method::get, "/{room}/feeds/{secret}", nullptr, feed_file, false, kUnknownVisitor},
            {Method::get, "/{room}/tokens", nullptr, tokens_page, kSignedIn},
            {Method::post, "/{room}/tokens", nullptr, make_token_now, kSignedIn},
            {Method::post, "/{room}/tokens/{id}/revoke", nullptr, revoke_token_now, kSignedIn},
            {Method::get, "/{room}/people", &kKeepPeople, people_page},
            {Method::get, "/{room}/people/new", &kKeepPeople, new_person_page},
            {Method::post, "/{room}/people/new", &kKeepPeople, new_person},
            {Method::get, "/{room}/people/{id}", &kKeepPeople, person_page},
            {Method::post, "/{room}/people/{id}", &kKeepPeople, save_person_now},
            {Method::post, "/{room}/people/{id}/functions", &kKeepPeople, add_function_now},
            {Method::post, "/{room}/people/{id}/functions/{function}/end", &kKeepPeople, end_function_now},
            {Method::get, "/{room}/people/{id}/extract", &kErasePeople, person_extract},
            {Method::post, "/{room}/people/{id}/erase", &kErasePeople, erase_person_now},
            {Method::get, "/{room}/grants", &kManageGrants, grants_page},
            {Method::post, "/{room}/grants", &kManageGrants, add_grant},
            {Method::post, "/{room}/grants/{id}/end", &kManageGrants, end_grant_now},
            {Method::get, "/{room}/organisations", &kReadOrganisations, organisations_page},
            {Method::get, "/{room}/organisations/new", &kKeepOrganisations, new_organisation_page},
            {Method::post, "/{room}/organisations/new", &kKeepOrganisations, new_organisation},
            {Method::get, "/{room}/organisations/{id}", &kReadOrganisations, organisation_page},
            {Method::post, "/{room}/organisations/{id}", &kKeepOrganisations, save_organisation_now},
            {Method::post, "/{room}/organisations/{id}/links", &kKeepOrganisations, add_link_now},
            {Method::post, "/{room}/organisations/{id}/links/{link}/end", &kKeepOrganisations, end_link_now},
            {Method::get, "/{room}/places", &kReadPlaces, places_page},
            {Method::post, "/{room}/places", &kKeepPlaces, add_place_now},
            {Method::post, "/{room}/places/end", &kKeepPlaces, end_place_now}};
}

}  // namespace

module::Module directory_module() {
    using store::Scope;
    module::Module all;
    all.name = "directory";
    all.routes = sign_in_routes();
    for (const auto& more : {room_routes(), tool_routes(), compact_routes()})
        all.routes.insert(all.routes.end(), more.begin(), more.end());
    all.permissions = {&kReadOrganisations, &kKeepOrganisations, &kReadPlaces,   &kKeepPlaces,
                       &kKeepPeople,        &kErasePeople,       &kManageGrants, &kLetVolunteersIn,
                       &kReadCompacts,      &kKeepCompacts,      &kJoinCompacts};
    all.navigation = {{"directory.people.nav", "/people", &kKeepPeople, 70},
                      {"directory.places.nav", "/places", &kReadPlaces, 75},
                      {"directory.organisations.nav", "/organisations", &kReadOrganisations, 80},
                      {"directory.grants.nav", "/grants", &kManageGrants, 85},
                      {"directory.compacts.nav", "/compacts", &kReadCompacts, 78, compacts_in_use, &kKeepCompacts}};
    all.helps = {{"/account", "directory.account.help"},
                 {"/account/code", "directory.account.code.help"},
                 {"/{room}/feeds", "directory.feeds.help"},
                 {"/{room}/tokens", "directory.tokens.help"},
                 {"/{room}/organisations/import", "directory.import.help"},
                 {"/{room}/organisations/merge", "directory.merge.help"}};
    all.public_pages = {{"directory.compacts.public", "/compacts", compacts_are_there}};
    all.duties = {accession_duties};
    all.jobs = {{"directory.sign_in_letter", send_sign_in_letter}};
    all.commands = {
        {"room", add_room_commands}, {"user", add_user_commands}, {"organisation", add_organisation_commands}};
    all.retention = {{"directory.sign_in", {"directory.retention.sign_in", {}}, remove_spent_sign_ins, Scope::lobby},
                     {"directory.feed", {"directory.retention.feed", {}}, remove_orphaned_feeds, Scope::lobby},
                     {"directory.token", {"directory.retention.token", {}}, remove_dead_tokens, Scope::lobby},
                     {"directory.person",
                      {"directory.retention.person", {{"months", kPersonKeptMonths}}},
                      remove_old_people,
                      Scope::room}};
    all.subjects = {{"directory.person", extract_alias, erase_alias, Scope::room},
                    {"directory.account", extract_account, erase_account, Scope::lobby}};
    add_api(all);
    all.search_sources = search_sources();
    return all;
}

}  // namespace samrum::directory
