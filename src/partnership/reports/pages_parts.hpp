#pragma once
#include "foundation/module/page.hpp"
#include "foundation/web/components.hpp"
#include "partnership/agreement/actions_read.hpp"
#include "partnership/reports/actions_export.hpp"
#include "partnership/reports/model.hpp"
#include "partnership/reports/model_document.hpp"

#include <optional>
#include <string>
#include <string_view>

/// What the pages of reports share.
namespace samrum::partnership::reports {

/// "/lund/agreements/<id>/reports/<report>" and what lies below it.
std::string report_link(const module::Call& call, AgreementId agreement, ReportId report, std::string_view below = "");
std::string reports_link(const module::Call& call, AgreementId agreement);

web::Tone tone_of(State state);

/// The report that the path names, with its agreement, where the caller may read it.
struct ReportOfPath {
    agreement::ReadAgreement agreement;
    Report report;
};
std::optional<ReportOfPath> report_of_path(module::Call& call);

/// Does the caller write here, and is this the agreement's home room?
bool may_write_part(const module::Call& call);
bool may_decide(const module::Call& call, const agreement::AgreementHead& head);

/// Facts, sections, texts and tables of a report.
void write_document(web::Html& h, const text::Words& words, const Document& document);
/// Markdown of a party, in the language that it was written in.
void write_prose(web::Html& h, const std::string& language, const std::string& markdown, int first_heading);
/// Links to the report's files; `path` ends in "/export".
void export_links(web::Html& h, const text::Words& words, const std::string& path);
/// The file that the query asks for, as an answer that no cache keeps.
web::Response export_answer(module::Call& call, const Report& report, const agreement::AgreementHead& head);

}  // namespace samrum::partnership::reports
