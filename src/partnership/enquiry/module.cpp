#include "partnership/enquiry/module.hpp"

#include "foundation/module/module.hpp"
#include "partnership/enquiry/actions_keep.hpp"
#include "partnership/enquiry/actions_letter.hpp"
#include "partnership/enquiry/actions_read.hpp"
#include "partnership/enquiry/actions_search.hpp"
#include "partnership/enquiry/model_permissions.hpp"
#include "partnership/enquiry/pages.hpp"
#include "partnership/enquiry/rules_enquiry.hpp"

namespace samrum::partnership::enquiry {
namespace {

using web::Method;

/// Open to anybody: no session is looked up and no address passed on.
std::vector<module::Route> open_routes() {
    const auto route = [](Method method, std::string_view pattern, web::Response (*handle)(module::Call&)) {
        return module::Route{method, pattern, nullptr, handle, false, true};
    };
    return {route(Method::get, "/{room}/guide", guide_page),
            route(Method::get, "/{room}/guide/questions", question_page),
            route(Method::get, "/{room}/guide/result", result_page),
            route(Method::get, "/{room}/guide/log", log_page),
            route(Method::get, "/{room}/guide/limits", public_limits_page),
            route(Method::get, "/{room}/guide/contact", contact_page),
            route(Method::post, "/{room}/guide/contact", contact_now),
            route(Method::get, "/{room}/guide/own/{secret}", own_page),
            route(Method::post, "/{room}/guide/own/{secret}/more", more_now),
            route(Method::post, "/{room}/guide/own/{secret}/withdraw", withdraw_now)};
}

std::vector<module::Route> officer_routes() {
    return {{Method::get, "/{room}/enquiries", &kHandleEnquiries, enquiries_page},
            {Method::get, "/{room}/enquiries/guide", &kHandleEnquiries, setting_page},
            {Method::post, "/{room}/enquiries/guide", &kHandleEnquiries, setting_now},
            {Method::get, "/{room}/enquiries/{id}", &kHandleEnquiries, enquiry_page},
            {Method::post, "/{room}/enquiries/{id}/answer", &kHandleEnquiries, answer_now},
            {Method::post, "/{room}/enquiries/{id}/assess", &kHandleEnquiries, assess_now},
            {Method::post, "/{room}/enquiries/{id}/close", &kHandleEnquiries, close_now_page},
            {Method::get, "/{room}/limits", &kHandleEnquiries, limits_page},
            {Method::post, "/{room}/limits", &kHandleEnquiries, keep_limits_now},
            {Method::get, "/{room}/supports", &kHandleEnquiries, supports_page},
            {Method::get, "/{room}/supports.csv", &kHandleEnquiries, supports_file},
            {Method::get, "/{room}/supports/new", &kHandleEnquiries, new_support_page},
            {Method::post, "/{room}/supports/new", &kHandleEnquiries, new_support_now},
            {Method::get, "/{room}/supports/{organisation}", &kHandleEnquiries, support_page},
            {Method::post, "/{room}/supports/{organisation}/cancel", &kHandleEnquiries, cancel_support_now}};
}

}  // namespace

void add_to(module::Module& partnership) {
    for (const auto& routes : {open_routes(), officer_routes()})
        partnership.routes.insert(partnership.routes.end(), routes.begin(), routes.end());
    partnership.permissions.push_back(&kHandleEnquiries);
    partnership.navigation.push_back({"partnership.enquiry.nav", "/enquiries", &kHandleEnquiries, 21});
    for (const module::Help& one : {module::Help{"/{room}/guide", "partnership.enquiry.guide.help"},
                                    {"/{room}/enquiries/guide", "partnership.enquiry.setting.help"},
                                    {"/{room}/supports", "partnership.enquiry.supports.help"},
                                    {"/{room}/limits", "partnership.enquiry.limits.help"}})
        partnership.helps.push_back(one);
    partnership.public_pages.push_back({"partnership.enquiry.public", "/guide", is_guide_open});
    partnership.search_sources.push_back(enquiry_search());
    partnership.duties.push_back(answer_duties);
    partnership.jobs.push_back({kLetterJob, send_letter});
    partnership.retention.push_back(
        {"partnership.enquiry",
         {"partnership.enquiry.retention",
          {{"closed", std::int64_t{kContactKeptMonths}}, {"open", std::int64_t{kOpenContactKeptMonths}}}},
         remove_old_contacts,
         store::Scope::room});
    partnership.subjects.push_back({"partnership.enquiry", extract_contact, erase_contact, store::Scope::room});
}

}  // namespace samrum::partnership::enquiry
