#include "partnership/agreement/actions_read.hpp"
#include "partnership/reports/actions_document.hpp"
#include "partnership/reports/actions_phrases.hpp"
#include "partnership/reports/actions_read.hpp"
#include "partnership/reports/pages.hpp"
#include "partnership/reports/pages_parts.hpp"

/// Approved reports that were published: open to anybody.
namespace samrum::partnership::reports {
namespace {

using module::Call;
using web::Html;

struct PublicReport {
    agreement::PublicAgreement agreement;
    Report report;
};
std::optional<PublicReport> public_report_of_path(Call& call) {
    auto agreement = agreement::public_agreement(call.room(), call.head->id, call.part("slug"), call.today());
    const auto id = ReportId::parse(call.part("report"));
    if (!agreement || !id) return std::nullopt;
    for (Report& one : public_reports(call.room(), agreement->head.id))
        if (one.id == *id) return PublicReport{std::move(*agreement), std::move(one)};
    return std::nullopt;
}

std::string public_link(const Call& call, const std::string& slug, ReportId report, std::string_view below = "") {
    return call.link("/iop/" + slug + "/reports/" + report.text() + std::string(below));
}

}  // namespace

web::Response public_report_page(Call& call) {
    const auto all = public_report_of_path(call);
    if (!all) return module::not_found(call);
    const auto& words = call.words;
    const Document document = document_of(all->report, all->agreement.head, words);
    const std::string& slug = all->agreement.head.slug;
    const module::PageHead head{
        .title = document.title + " – " + all->agreement.head.title,
        .crumbs = {{call.head->name, call.link("")}, {all->agreement.head.title, call.link("/iop/" + slug)}},
        .own_heading = true,
        .wide = true,
        .index = true};
    return module::page(call, head, [&](Html& h) {
        web::page_heading(h, {.title = document.title, .lead = all->agreement.head.title, .actions = [&] {
                                  web::print_button(h, words);
                              }});
        export_links(h, words, public_link(call, slug, all->report.id, "/export"));
        write_document(h, words, document);
    });
}

web::Response public_report_export(Call& call) {
    const auto all = public_report_of_path(call);
    return all ? export_answer(call, all->report, all->agreement.head) : module::not_found(call);
}

void public_reports_part(Call& call, Html& h, const base::Uuid& id) {
    const auto reports = public_reports(call.room(), AgreementId{id});
    if (reports.empty()) return;
    const auto agreement = agreement::public_agreement(call.room(), call.head->id, call.part("slug"), call.today());
    if (!agreement) return;
    web::section(h, call.words("report.public.title"), [&] {
        std::vector<web::Content> links;
        links.reserve(reports.size());
        for (const Report& one : reports)
            links.emplace_back([&h, to = public_link(call, agreement->head.slug, one.id),
                                said = say_subject(call.words, one.about)] { web::link(h, to, said); });
        web::bullets(h, links);
    });
}

}  // namespace samrum::partnership::reports
