#pragma once
#include "foundation/module/call.hpp"

namespace samrum::advice::sheets {

web::Response sheets_page(module::Call& call);     ///< the sheets of an open session
web::Response new_sheet_page(module::Call& call);  ///< one screen, ten seconds
web::Response new_sheet_action(module::Call& call);
web::Response returning_action(module::Call& call);  ///< a visitor came with a code on paper
web::Response sheet_page(module::Call& call);
web::Response mend_sheet_action(module::Call& call);
web::Response remove_sheet_action(module::Call& call);
web::Response counts_page(module::Call& call);  ///< what is left of a held session
web::Response correct_count_action(module::Call& call);
web::Response notes_page(module::Call& call);

web::Response units_page(module::Call& call);  ///< the referral directory, kept
web::Response unit_page(module::Call& call);
web::Response new_unit_page(module::Call& call);
web::Response new_unit_action(module::Call& call);
web::Response revise_unit_action(module::Call& call);
web::Response confirm_unit_action(module::Call& call);
web::Response unit_month_action(module::Call& call);
web::Response help_page(module::Call& call);  ///< the directory as anybody reads it

// Open Referral's HSDS 3, as JSON.
web::Response hsds_root(module::Call& call);
web::Response hsds_services(module::Call& call);
web::Response hsds_service(module::Call& call);
web::Response hsds_organizations(module::Call& call);
web::Response hsds_organization(module::Call& call);
web::Response hsds_service_at_locations(module::Call& call);
web::Response hsds_service_at_location(module::Call& call);
web::Response hsds_taxonomies(module::Call& call);
web::Response hsds_taxonomy(module::Call& call);
web::Response hsds_taxonomy_terms(module::Call& call);
web::Response hsds_taxonomy_term(module::Call& call);

}  // namespace samrum::advice::sheets
