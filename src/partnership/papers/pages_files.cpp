// The officer's report to take along: a page to print, PDF, DOCX, text to copy, and what was kept of it.
#include "foundation/document/docx.hpp"
#include "foundation/document/pdf.hpp"
#include "foundation/document/plain.hpp"
#include "foundation/module/page.hpp"
#include "foundation/web/components.hpp"
#include "partnership/agreement/pages_tabs.hpp"
#include "partnership/papers/files_memo.hpp"
#include "partnership/papers/pages_memo.hpp"

namespace samrum::partnership::papers {
namespace {

using module::Call;
using web::Html;

/// The report as a paper, in the agreement's language; nothing where the caller may not see it.
std::optional<document::Paper> paper_of_path(Call& call) {
    const auto seen = memo_of_path(call);
    const auto all = seen ? agreement::agreement_of_path(call) : std::nullopt;
    if (!all) return std::nullopt;
    return memo_paper(call.house.catalogues->words(all->file.agreement.language), seen->memo, seen->texts());
}

std::string file_name(const Call& call, std::string_view ending) {
    return call.words("papers.file.memo") + std::string(ending);
}

/// `of_writers`: with the way back to where it is written.
web::Response paper_page(Call& call, const document::Paper& paper, const std::string& lead, bool of_writers = true) {
    std::vector<std::pair<std::string, std::string>> crumbs{{call.words("partnership.tab.papers"), papers_link(call)}};
    if (of_writers) crumbs.emplace_back(paper.title, memo_link(call));
    return module::page(call, {.title = paper.title, .crumbs = crumbs, .own_heading = true}, [&](Html& h) {
        web::page_heading(h,
                          {.title = paper.title, .lead = lead, .actions = [&] { web::print_button(h, call.words); }});
        paper_html(h, paper);
    });
}

}  // namespace

web::Response memo_read_page(Call& call) {
    const auto paper = paper_of_path(call);
    return paper ? paper_page(call, *paper, call.words("papers.read.lead")) : module::not_found(call);
}

/// What was sent, for the parties and the administrator: drafts are the body's own.
web::Response memo_sent_page(Call& call) {
    const auto paper = paper_of_path(call);
    const auto seen = memo_of_path(call);
    if (!paper || seen->memo.state != MemoState::sent) return module::not_found(call);
    return paper_page(call, *paper,
                      call.words("papers.memo.sent_to",
                                 {{"committee", seen->memo.committee}, {"day", call.words.date(*seen->memo.sent_on)}}),
                      false);
}

web::Response memo_version_page(Call& call) {
    const auto seen = memo_of_path(call);
    const auto all = seen ? agreement::agreement_of_path(call) : std::nullopt;
    const auto number = base::whole_number(call.part("number"));
    if (!all || !number) return module::not_found(call);
    for (const MemoVersion& one : seen->versions) {
        if (one.number != *number) continue;
        const ReadMemo read = read_memo(one.content);
        const auto& own = call.house.catalogues->words(all->file.agreement.language);
        return paper_page(call, memo_paper(own, read.memo, read.texts),
                          call.words("papers.memo.version_made",
                                     {{"state", call.words("papers.memo.state." + std::string(word_of(one.state)))},
                                      {"day", call.words.date(one.made_on)},
                                      {"who", one.made_by}}));
    }
    return module::not_found(call);
}

web::Response memo_pdf(Call& call) {
    const auto paper = paper_of_path(call);
    if (!paper) return module::not_found(call);
    return paper_file(document::write_pdf(*paper), "application/pdf", file_name(call, ".pdf"));
}

web::Response memo_docx(Call& call) {
    const auto paper = paper_of_path(call);
    if (!paper) return module::not_found(call);
    return paper_file(document::write_docx(*paper),
                      "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                      file_name(call, ".docx"));
}

web::Response memo_text_page(Call& call) {
    const auto paper = paper_of_path(call);
    if (!paper) return module::not_found(call);
    return module::page(
        call,
        {.title = call.words("papers.memo.text"),
         .crumbs = {{call.words("partnership.tab.papers"), papers_link(call)}, {paper->title, memo_link(call)}},
         .lead = call.words("papers.memo.text_lead")},
        [&](Html& h) {
            const std::string text = document::plain_text(*paper);
            web::Fields values;
            values.add("text", text);
            const web::FormState state{call.words, values, {}};
            web::text_area(h, state, {.name = "text", .label = paper->title, .unmarked = true}, 30);
        });
}

}  // namespace samrum::partnership::papers
