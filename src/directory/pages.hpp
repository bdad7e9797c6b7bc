#pragma once
#include "foundation/module/call.hpp"

// The page handlers, as module.cpp lists them. Those named `…_page` answer GET, the others POST.
namespace samrum::directory {

web::Response sign_in_page(module::Call& call);
web::Response sign_in_by_password(module::Call& call);
web::Response ask_link_page(module::Call& call);
web::Response ask_link(module::Call& call);
web::Response link_page(module::Call& call);
web::Response sign_in_by_link(module::Call& call);
web::Response code_page(module::Call& call);
web::Response sign_in_by_code(module::Call& call);
web::Response sign_out_now(module::Call& call);

web::Response account_page(module::Call& call);
web::Response set_password_now(module::Call& call);
web::Response set_language_now(module::Call& call);
web::Response end_sessions(module::Call& call);
web::Response account_code_page(module::Call& call);
web::Response account_code(module::Call& call);

web::Response tokens_page(module::Call& call);
web::Response make_token_now(module::Call& call);
web::Response revoke_token_now(module::Call& call);

web::Response people_page(module::Call& call);
web::Response new_person_page(module::Call& call);
web::Response new_person(module::Call& call);
web::Response person_page(module::Call& call);
web::Response save_person_now(module::Call& call);
web::Response add_function_now(module::Call& call);
web::Response end_function_now(module::Call& call);
web::Response erase_person_now(module::Call& call);
web::Response person_extract(module::Call& call);

web::Response grants_page(module::Call& call);
web::Response add_grant(module::Call& call);
web::Response end_grant_now(module::Call& call);

web::Response organisations_page(module::Call& call);
web::Response new_organisation_page(module::Call& call);
web::Response new_organisation(module::Call& call);
web::Response organisation_page(module::Call& call);
web::Response save_organisation_now(module::Call& call);
web::Response add_link_now(module::Call& call);
web::Response end_link_now(module::Call& call);

web::Response import_organisations_page(module::Call& call);
web::Response check_organisations_now(module::Call& call);
web::Response import_organisations_now(module::Call& call);
web::Response export_organisations(module::Call& call);
web::Response merge_page(module::Call& call);
web::Response merge_choice_page(module::Call& call);
web::Response merge_pair_page(module::Call& call);
web::Response merge_now_page(module::Call& call);
web::Response undo_merge_now(module::Call& call);

web::Response compacts_page(module::Call& call);
web::Response compact_page(module::Call& call);
web::Response new_compact_page(module::Call& call);
web::Response new_compact(module::Call& call);
web::Response change_compact_page(module::Call& call);
web::Response change_compact_now(module::Call& call);
web::Response join_page(module::Call& call);
web::Response join_now(module::Call& call);
web::Response accession_page(module::Call& call);
web::Response act_on_accession_now(module::Call& call);
web::Response minutes_file(module::Call& call);
/// Has the room a compact, for its open front page and its navigation?
bool compacts_are_there(store::Reader& room, base::Date today);
bool compacts_in_use(store::Reader& room);

web::Response places_page(module::Call& call);
web::Response add_place_now(module::Call& call);
web::Response end_place_now(module::Call& call);

web::Response feeds_page(module::Call& call);
web::Response make_feed_now(module::Call& call);
web::Response revoke_feed_now(module::Call& call);
web::Response feed_file(module::Call& call);

}  // namespace samrum::directory
