#include "partnership/papers/module.hpp"

#include "foundation/module/module.hpp"
#include "partnership/agreement/actions.hpp"
#include "partnership/papers/actions_original.hpp"
#include "partnership/papers/actions_permission.hpp"
#include "partnership/papers/pages.hpp"

namespace samrum::partnership::papers {
namespace {

using agreement::kReadAgreements;
using agreement::kWriteAgreements;
using web::Method;

/// The scan, with the form around it.
constexpr std::size_t kScanLimit = store::kMostAttachmentBytes + std::size_t{64} * 1024;

}  // namespace

void add_to(module::Module& partnership) {
    const std::vector<module::Route> routes{
        {Method::get, "/{room}/agreements/{id}/papers", &kReadAgreements, papers_page},
        // Originals and signatures.
        {Method::post, "/{room}/agreements/{id}/papers/original", &kWriteAgreements, make_original_now},
        {Method::get, "/{room}/agreements/{id}/papers/original/{version}", &kReadAgreements, original_pdf},
        {Method::get, "/{room}/agreements/{id}/papers/agreement", &kReadAgreements, agreement_paper_page},
        {Method::get, "/{room}/agreements/{id}/papers/signatures/{version}/{position}", &kWriteAgreements,
         signature_page},
        {Method::post, "/{room}/agreements/{id}/papers/signatures/{version}/{position}", &kWriteAgreements,
         signature_page, false, false, kScanLimit},
        {Method::get, "/{room}/agreements/{id}/papers/signatures/{version}/{position}/scan", &kSeeSignatures,
         signature_scan},
        // The officer's report to the committee.
        {Method::get, "/{room}/agreements/{id}/papers/memos/new", &kWriteAgreements, new_memo_page},
        {Method::post, "/{room}/agreements/{id}/papers/memos/new", &kWriteAgreements, begin_memo_now},
        {Method::get, "/{room}/agreements/{id}/papers/sent/{memo}", &kReadAgreements, memo_sent_page},
        {Method::get, "/{room}/agreements/{id}/papers/sent/{memo}/pdf", &kReadAgreements, memo_pdf},
        {Method::get, "/{room}/agreements/{id}/papers/memos/{memo}", &kWriteAgreements, memo_page},
        {Method::post, "/{room}/agreements/{id}/papers/memos/{memo}/head", &kWriteAgreements, memo_head_now},
        {Method::post, "/{room}/agreements/{id}/papers/memos/{memo}/draft", &kWriteAgreements, memo_draft_now},
        {Method::post, "/{room}/agreements/{id}/papers/memos/{memo}/state", &kWriteAgreements, memo_state_now},
        {Method::get, "/{room}/agreements/{id}/papers/memos/{memo}/sections/{section}", &kWriteAgreements,
         memo_section_page},
        {Method::post, "/{room}/agreements/{id}/papers/memos/{memo}/sections/{section}", &kWriteAgreements,
         memo_section_page},
        {Method::get, "/{room}/agreements/{id}/papers/memos/{memo}/read", &kWriteAgreements, memo_read_page},
        {Method::get, "/{room}/agreements/{id}/papers/memos/{memo}/versions/{number}", &kWriteAgreements,
         memo_version_page},
        {Method::get, "/{room}/agreements/{id}/papers/memos/{memo}/pdf", &kWriteAgreements, memo_pdf},
        {Method::get, "/{room}/agreements/{id}/papers/memos/{memo}/docx", &kWriteAgreements, memo_docx},
        {Method::get, "/{room}/agreements/{id}/papers/memos/{memo}/text", &kWriteAgreements, memo_text_page},
    };
    partnership.routes.insert(partnership.routes.end(), routes.begin(), routes.end());
    partnership.permissions.push_back(&kSeeSignatures);
    partnership.receivers.push_back({kOriginalEnvelope, receive_original});
    partnership.receivers.push_back({kSignatureEnvelope, receive_signature});
    partnership.duties.push_back(papers_duties);
    partnership.recorded.push_back(recorded_signatures);
}

}  // namespace samrum::partnership::papers
