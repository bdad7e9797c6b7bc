#include "registry/module.hpp"

#include "foundation/store/attachments.hpp"
#include "registry/actions_plan.hpp"
#include "registry/actions_register.hpp"
#include "registry/actions_search.hpp"
#include "registry/pages.hpp"

namespace samrum::registry {
namespace {

using web::Method;

/// A file, with the form around it.
constexpr std::size_t kFileLimit = store::kMostAttachmentBytes + std::size_t{64} * 1024;

bool is_public_list_there(store::Reader& room, base::Date) {
    return in_use(room);
}

}  // namespace

module::Module registry_module() {
    module::Module own;
    own.name = "registry";
    own.permissions = {&kReadRegistry, &kKeepRegistry, &kSwitchRegistry};
    own.routes = {
        // Open to anybody, where the registry is in use.
        {Method::get, "/{room}/register", nullptr, public_register_page},
        {Method::get, "/{room}/register.csv", nullptr, public_register_csv},
        {Method::get, "/{room}/register.json", nullptr, public_register_json},
        // In the room.
        {Method::get, "/{room}/registry", &kReadRegistry, registry_page},
        {Method::get, "/{room}/registry/list.csv", &kReadRegistry, registry_file},
        {Method::post, "/{room}/registry/on", &kSwitchRegistry, switch_on_now},
        {Method::post, "/{room}/registry/off", &kSwitchRegistry, switch_off_now},
        {Method::get, "/{room}/registry/new", &kKeepRegistry, new_document_page},
        {Method::post, "/{room}/registry/new", &kKeepRegistry, new_document_page, false, false, kFileLimit},
        {Method::get, "/{room}/registry/documents/{id}", &kReadRegistry, document_page},
        {Method::post, "/{room}/registry/documents/{id}", &kKeepRegistry, document_page},
        {Method::get, "/{room}/registry/documents/{id}/file", &kReadRegistry, document_file},
        {Method::get, "/{room}/registry/numbers", &kReadRegistry, numbers_page},
        {Method::post, "/{room}/registry/numbers", &kKeepRegistry, numbers_now},
        {Method::get, "/{room}/registry/plan", &kReadRegistry, plan_page},
        {Method::post, "/{room}/registry/plan", &kKeepRegistry, save_rule_now},
        {Method::post, "/{room}/registry/plan/{id}/dispose", &kKeepRegistry, dispose_now},
    };
    own.navigation = {{"registry.title", "/registry", &kReadRegistry, 60, in_use, &kSwitchRegistry}};
    // Also before the registry is in use, when there is no entry in the navigation.
    own.helps = {{"/{room}/registry", "registry.title.help"}};
    own.public_pages = {{"registry.public", "/register", is_public_list_there}};
    own.duties = {registry_duties};
    own.search_sources = search_sources();
    return own;
}

}  // namespace samrum::registry
