#include "partnership/changes/module.hpp"

#include "foundation/module/module.hpp"
#include "partnership/agreement/actions.hpp"
#include "partnership/changes/actions_events.hpp"
#include "partnership/changes/actions_search.hpp"
#include "partnership/changes/pages.hpp"

namespace samrum::partnership::changes {

void add_to(module::Module& partnership) {
    for (const auto& source : search_sources()) partnership.search_sources.push_back(source);
    using agreement::kReadAgreements;
    using web::Method;
    // All documents at their largest, and what is too large by half: then the form says so, and keeps what was typed.
    constexpr std::size_t kDocumentLimit = (kMostDocuments + 1) * kMostDocumentBytes;
    constexpr std::size_t kAgreementLimit = std::size_t{1024} * 1024;
    const std::vector<module::Route> routes{
        {Method::get, "/{room}/agreements/{id}/changes", &kReadAgreements, changes_page},
        {Method::get, "/{room}/agreements/{id}/changes/new", &kWriteChanges, new_change_page},
        {Method::post, "/{room}/agreements/{id}/changes/new", &kWriteChanges, new_change_now, false, false,
         kDocumentLimit},
        {Method::get, "/{room}/agreements/{id}/changes/amend", &agreement::kWriteAgreements, amend_page},
        {Method::post, "/{room}/agreements/{id}/changes/amend", &agreement::kWriteAgreements, amend_now, false, false,
         kAgreementLimit},
        {Method::get, "/{room}/agreements/{id}/changes/versions/{number}", &kReadAgreements, version_page},
        {Method::get, "/{room}/agreements/{id}/changes/versions/{number}/file", &kReadAgreements, version_file},
        {Method::get, "/{room}/agreements/{id}/changes/files/{file}", &kReadAgreements, document_file}};
    partnership.routes.insert(partnership.routes.end(), routes.begin(), routes.end());
    partnership.permissions.push_back(&kWriteChanges);
    partnership.receivers.push_back({kChangeEnvelope, receive_event});
    partnership.duties.push_back(duties_of_changes);
}

}  // namespace samrum::partnership::changes
