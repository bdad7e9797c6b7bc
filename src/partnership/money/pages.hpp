#pragma once
#include "foundation/module/call.hpp"

/// The pages of money (module.cpp lists them).
namespace samrum::partnership::money {

web::Response money_tab_page(module::Call& call);
web::Response instalment_page(module::Call& call);
web::Response instalment_action(module::Call& call);
web::Response question_page(module::Call& call);
web::Response payer_page(module::Call& call);
web::Response ending_page(module::Call& call);
web::Response unused_page(module::Call& call);
web::Response decision_action(module::Call& call);
web::Response funding_page(module::Call& call);

web::Response room_money_page(module::Call& call);
web::Response export_action(module::Call& call);
web::Response payers_page(module::Call& call);
web::Response index_page(module::Call& call);

}  // namespace samrum::partnership::money
