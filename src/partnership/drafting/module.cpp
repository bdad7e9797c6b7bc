#include "partnership/drafting/module.hpp"

#include "foundation/module/module.hpp"
#include "partnership/drafting/actions_duties.hpp"
#include "partnership/drafting/actions_search.hpp"
#include "partnership/drafting/api.hpp"
#include "partnership/drafting/commands.hpp"
#include "partnership/drafting/model_permissions.hpp"
#include "partnership/drafting/pages.hpp"

namespace samrum::partnership::drafting {
namespace {

using web::Method;

constexpr std::size_t kWholeFile = std::size_t{1024} * 1024;

std::vector<module::Route> case_routes() {
    return {{Method::get, "/{room}/cases", &kDraft, cases_page},
            {Method::get, "/{room}/cases/new", &kKeepCases, new_case_page},
            {Method::post, "/{room}/cases/new", &kKeepCases, new_case_now},
            {Method::get, "/{room}/cases/states", &kDraft, states_page},
            {Method::get, "/{room}/cases/template", &kKeepCases, template_page},
            {Method::post, "/{room}/cases/template", &kKeepCases, template_now, false, false, kWholeFile},
            {Method::get, "/{room}/cases/{id}", &kDraft, case_page},
            {Method::post, "/{room}/cases/{id}", &kDraft, case_act_now},
            {Method::get, "/{room}/cases/{id}/check", &kDraft, check_page},
            {Method::get, "/{room}/cases/{id}/assessment", &kDraft, assessment_page},
            {Method::get, "/{room}/cases/{id}/assessment/new", &kKeepCases, assess_page},
            {Method::post, "/{room}/cases/{id}/assessment/new", &kKeepCases, assess_now},
            {Method::get, "/{room}/cases/{id}/reject", &kKeepCases, reject_page},
            {Method::post, "/{room}/cases/{id}/reject", &kKeepCases, reject_now},
            {Method::get, "/{room}/cases/{id}/decide", &kKeepCases, decide_page},
            {Method::post, "/{room}/cases/{id}/decide", &kKeepCases, decide_now}};
}

std::vector<module::Route> draft_routes() {
    return {{Method::get, "/{room}/cases/{id}/draft", &kDraft, draft_page},
            {Method::get, "/{room}/cases/{id}/draft/{part}", &kDraft, part_page},
            {Method::post, "/{room}/cases/{id}/draft/{part}", &kDraft, part_now, false, false, kWholeFile},
            {Method::post, "/{room}/cases/{id}/draft/{part}/comments", &kDraft, comment_now},
            {Method::post, "/{room}/cases/{id}/comments/{comment}", &kDraft, resolve_now},
            {Method::get, "/{room}/cases/{id}/versions", &kDraft, versions_page},
            {Method::get, "/{room}/cases/{id}/versions/{number}/file", &kDraft, version_file},
            {Method::post, "/{room}/cases/{id}/versions/{number}/restore", &kDraft, restore_now},
            {Method::get, "/{room}/cases/{id}/compare", &kDraft, compare_page}};
}

}  // namespace

void add_to(module::Module& partnership) {
    for (const auto& routes : {case_routes(), draft_routes()})
        partnership.routes.insert(partnership.routes.end(), routes.begin(), routes.end());
    partnership.permissions.push_back(&kDraft);
    partnership.permissions.push_back(&kKeepCases);
    partnership.navigation.push_back({"partnership.drafting.nav", "/cases", &kDraft, 18});
    for (const module::Help& one : {module::Help{"/{room}/cases/template", "partnership.drafting.template.help"},
                                    {"/{room}/cases/states", "partnership.drafting.states.help"},
                                    {"/{room}/cases/{id}/draft", "partnership.drafting.draft.help"},
                                    {"/{room}/cases/{id}/versions", "partnership.drafting.versions.help"},
                                    {"/{room}/cases/{id}/compare", "partnership.drafting.versions.help"},
                                    {"/{room}/cases/{id}/check", "partnership.drafting.check.help"},
                                    {"/{room}/cases/{id}/assessment", "partnership.drafting.assessment.help"},
                                    {"/{room}/cases/{id}/reject", "partnership.drafting.reject.help"},
                                    {"/{room}/cases/{id}/decide", "partnership.drafting.decide.help"}})
        partnership.helps.push_back(one);
    partnership.duties.push_back(case_duties);
    partnership.search_sources.push_back(case_search());
    add_api(partnership);
    partnership.commands.push_back({"states", add_states_command});
}

}  // namespace samrum::partnership::drafting
