#pragma once
#include "foundation/module/call.hpp"
#include "foundation/module/page.hpp"
#include "foundation/web/components.hpp"
#include "partnership/agreement/actions_read.hpp"
#include "partnership/changes/rules.hpp"

#include <string>
#include <string_view>
#include <vector>

/// The pages of an agreement's changes, and what they share.
namespace samrum::partnership::changes {

web::Response changes_page(module::Call& call);
web::Response new_change_page(module::Call& call);
web::Response new_change_now(module::Call& call);
web::Response amend_page(module::Call& call);
web::Response amend_now(module::Call& call);
web::Response version_page(module::Call& call);
web::Response version_file(module::Call& call);
web::Response document_file(module::Call& call);

/// A message of this room: `said(call, "title")` is `partnership.changes.title`.
std::string said(const module::Call& call, std::string_view key, const base::MessageArgs& args = {});
/// "Varsel om brist": what a kind of line is called.
std::string kind_said(const module::Call& call, EventKind kind);
std::string changes_link(const module::Call& call, const agreement::AgreementHead& head, std::string_view below = "");
/// "Dialog, 14 januari 2020"
std::string line_said(const module::Call& call, const Event& event);
/// What two versions say differently, field by field.
void differences_table(web::Html& h, const module::Call& call, const std::vector<struct Difference>& differences);

}  // namespace samrum::partnership::changes
