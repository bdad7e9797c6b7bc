#pragma once
#include "foundation/module/call.hpp"

/// The pages of the registry (module.cpp lists them).
namespace samrum::registry {

web::Response registry_page(module::Call& call);
web::Response registry_file(module::Call& call);
web::Response switch_on_now(module::Call& call);
web::Response switch_off_now(module::Call& call);
web::Response new_document_page(module::Call& call);
web::Response document_page(module::Call& call);
web::Response document_file(module::Call& call);
web::Response numbers_page(module::Call& call);
web::Response numbers_now(module::Call& call);
web::Response plan_page(module::Call& call);
web::Response save_rule_now(module::Call& call);
web::Response dispose_now(module::Call& call);

web::Response public_register_page(module::Call& call);
web::Response public_register_csv(module::Call& call);
web::Response public_register_json(module::Call& call);

}  // namespace samrum::registry
