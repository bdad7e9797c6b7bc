#pragma once
#include "foundation/document/paper.hpp"
#include "foundation/module/call.hpp"
#include "foundation/web/html.hpp"
#include "partnership/papers/model.hpp"
#include "partnership/papers/rules_lix.hpp"

#include <optional>
#include <string>
#include <string_view>

/// The pages of this room (module.cpp lists them).
namespace samrum::partnership::papers {

/// A paper as a page: the same parts in the same order, in its own language. Headings begin at level 2.
void paper_html(web::Html& h, const document::Paper& paper);
/// "LIX 38, lätt nog för många", and what it was counted from.
void readability_line(web::Html& h, const text::Words& words, const Readability& counted);
/// The address of something below the papers of the agreement that the path names.
std::string papers_link(const module::Call& call, std::string_view below = "");
/// A paper as an answer to keep: never cached.
web::Response paper_file(std::string bytes, std::string type, const std::string& name);
std::optional<AgreementId> agreement_in_path(const module::Call& call);

web::Response papers_page(module::Call& call);
web::Response make_original_now(module::Call& call);
web::Response original_pdf(module::Call& call);
web::Response agreement_paper_page(module::Call& call);
web::Response signature_page(module::Call& call);
web::Response signature_scan(module::Call& call);

web::Response new_memo_page(module::Call& call);
web::Response begin_memo_now(module::Call& call);
/// Drafts it anew, or takes the draft away.
web::Response memo_draft_now(module::Call& call);
web::Response memo_page(module::Call& call);
web::Response memo_head_now(module::Call& call);
web::Response memo_state_now(module::Call& call);
web::Response memo_section_page(module::Call& call);
web::Response memo_read_page(module::Call& call);
web::Response memo_sent_page(module::Call& call);
web::Response memo_version_page(module::Call& call);
web::Response memo_pdf(module::Call& call);
web::Response memo_docx(module::Call& call);
web::Response memo_text_page(module::Call& call);

}  // namespace samrum::partnership::papers
