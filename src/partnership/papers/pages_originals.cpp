// The tab of papers: originals, who signed them, and the officer's reports.
#include "foundation/base/number.hpp"
#include "foundation/module/page.hpp"
#include "foundation/web/components.hpp"
#include "partnership/agreement/actions.hpp"
#include "partnership/agreement/pages_tabs.hpp"
#include "partnership/papers/actions_memo.hpp"
#include "partnership/papers/actions_original.hpp"
#include "partnership/papers/actions_permission.hpp"
#include "partnership/papers/pages.hpp"

#include <algorithm>

namespace samrum::partnership::papers {
namespace {

using agreement::ReadAgreement;
using module::Call;
using web::Html;
using web::Tone;

std::string attachment_bytes(Call& call, const store::Attachment& attachment) {
    std::string bytes;
    store::read_attachment(call.room(), attachment, [&](std::string_view chunk) { bytes += chunk; });
    return bytes;
}
int number_in_path(const Call& call, std::string_view part) {
    const auto number = base::whole_number(call.part(part));
    return number && *number > 0 && *number < 100'000 ? static_cast<int>(*number) : 0;
}

const RecordedSignature* recorded_at(const SeenOriginal& one, int position) {
    const auto found = std::find_if(one.signatures.begin(), one.signatures.end(),
                                    [&](const RecordedSignature& had) { return had.position == position; });
    return found == one.signatures.end() ? nullptr : &*found;
}

void state_badge(Html& h, const text::Words& words, const SeenOriginal& one) {
    if (one.state.last_day)
        web::badge(h, Tone::success,
                   words("papers.originals.state.signed", {{"day", words.date(*one.state.last_day)}}));
    else if (one.state.complete)
        web::badge(h, Tone::warning, words("papers.originals.state.undated"));
    else
        web::badge(h, Tone::warning,
                   words("papers.originals.state.open",
                         {{"count", static_cast<std::int64_t>(unsigned_of(one.signatories, one.signatures).size())}}));
}

/// "Lund, 10 juni 2019", or what the paper says in place of a day.
std::string where_when(const text::Words& words, const RecordedSignature& one) {
    std::string text = one.place;
    if (one.signed_on) text += ", " + words.date(*one.signed_on);
    if (!one.stated.empty()) text += ", " + one.stated;
    return text;
}

void signatures_table(Html& h, Call& call, const SeenOriginal& one, bool may_write, bool sees) {
    const auto& words = call.words;
    std::vector<web::Column> columns{{.label = words("papers.signatures.party")},
                                     {.label = words("papers.signatures.function")},
                                     {.label = words("papers.signatures.place")}};
    if (sees) columns.push_back({.label = words("papers.signatures.name")});
    if (sees) columns.push_back({.label = words("papers.signatures.scan")});
    if (may_write) columns.push_back({.label = words("papers.signatures.action"), .hide_label = true});
    web::table(h, words, {.caption = words("papers.signatures"), .columns = columns}, [&](web::Rows& rows) {
        for (const Signatory& line : one.signatories) {
            const RecordedSignature* done = recorded_at(one, line.position);
            const std::string path = "/signatures/" + std::to_string(one.version) + "/" + std::to_string(line.position);
            std::vector<web::Content> cells{[&h, &line] { web::name(h, line.organisation_name); },
                                            done ? done->function : line.function};
            if (done)
                cells.emplace_back([&h, text = where_when(words, *done)] { web::isolated(h, text); });
            else
                cells.emplace_back([&] { web::badge(h, Tone::warning, words("papers.signatures.missing")); });
            if (sees) {
                cells.emplace_back(
                    [&h, done] { done && !done->name.empty() ? web::name(h, done->name) : h.text("–"); });
                cells.emplace_back([&, done, path] {
                    if (done && done->scan)
                        web::link(h, papers_link(call, path + "/scan"), words("papers.signatures.open_scan"));
                    else
                        h.text("–");
                });
            }
            if (may_write)
                cells.emplace_back([&, done, path] {
                    web::link(h, papers_link(call, path),
                              words(done ? "papers.signatures.mend" : "papers.signatures.record"));
                });
            rows.row(cells);
        }
    });
}

void original_part(Html& h, Call& call, const ReadAgreement& all, const SeenOriginal& one) {
    const auto& words = call.words;
    const bool may_write = agreement::may_write_here(call, all.head);
    const bool sees = module::may_for(call.caller, kSeeSignatures, call.caller.room_organisation);
    web::heading(h, 3, words("papers.originals.version", {{"version", std::int64_t{one.version}}}));
    if (!one.original) return;
    state_badge(h, words, one);
    web::definition_list(
        h,
        {{words("papers.originals.made", {{"day", words.date(one.original->made_on)}, {"who", one.original->made_by}}),
          [&] {
              web::link(h, papers_link(call, "/original/" + std::to_string(one.version)),
                        words("papers.originals.open"));
          }},
         {words("papers.originals.hash"), [&] { web::copyable(h, words, one.original->file_hash); }},
         {words("papers.originals.content_hash"), [&] { web::copyable(h, words, one.content_hash); }}});
    signatures_table(h, call, one, may_write, sees);
    if (one.notes.empty() || !may_write) return;
    web::notice(h, Tone::info, words("papers.signature.notes"), [&] {
        std::vector<web::Content> lines;
        for (const base::Problem& note : one.notes) lines.emplace_back(agreement::say_with_days(words, note.message));
        web::bullets(h, lines);
    });
}

void originals_part(Html& h, Call& call, const ReadAgreement& all) {
    const auto& words = call.words;
    const auto originals = read_originals(call.room(), call.caller, all);
    const bool may_write = agreement::may_write_here(call, all.head);
    const bool is_copy = all.head.home_room != call.head->id.uuid();
    web::section(h, words("papers.originals"), [&] {
        web::paragraph(h, words(is_copy ? "papers.originals.copy" : "papers.originals.lead"));
        const bool none =
            std::none_of(originals.begin(), originals.end(), [](const auto& one) { return one.original.has_value(); });
        if (none) {
            web::empty_state(h, words("papers.originals.none"), words("papers.originals.none_why"));
            web::small_print(h, words("papers.originals.signed_before"));
        }
        web::actions(h, [&] {
            web::link_button(h, papers_link(call, "/agreement"), words("papers.originals.read"),
                             web::Variant::secondary);
        });
        if (may_write && !originals.empty() && !originals.front().original)
            web::form(h, call.csrf, papers_link(call, "/original"), [&] {
                web::submit_button(h, words("papers.originals.make", {{"version", std::int64_t{all.head.version}}}));
            });
        for (const SeenOriginal& one : originals)
            if (one.original) original_part(h, call, all, one);
    });
}

void memos_part(Html& h, Call& call, const ReadAgreement& all) {
    const auto& words = call.words;
    const auto memos = list_memos(call.room(), call.caller, all.head.id);
    const bool may_write = agreement::may_write_here(call, all.head);
    if (memos.empty() && !may_write) return;
    web::section(h, words("papers.memos"), [&] {
        if (memos.empty())
            web::paragraph(h, words("papers.memos.none"));
        else
            web::table(
                h, words,
                {.caption = words("papers.memos"),
                 .hide_caption = true,
                 .columns = {{.label = words("papers.memos.title")},
                             {.label = words("papers.memos.state")},
                             {.label = words("papers.memos.dated")},
                             {.label = words("papers.memos.number")}}},
                [&](web::Rows& rows) {
                    for (const Memo& one : memos)
                        rows.row({[&h, &call, &one, may_write] {
                                      web::link(h,
                                                papers_link(call, (may_write ? "/memos/" : "/sent/") + one.id.text()),
                                                one.title);
                                  },
                                  [&h, &words, &one] {
                                      web::badge(h, one.state == MemoState::sent ? Tone::success : Tone::info,
                                                 words("papers.memo.state." + std::string(word_of(one.state))));
                                  },
                                  [&h, &words, &one] { web::date(h, words, one.dated); },
                                  [&h, &one] { one.number.empty() ? h.text("–") : web::isolated(h, one.number); }});
                });
        if (may_write)
            web::actions(h, [&] {
                web::link_button(h, papers_link(call, "/memos/new"), words("papers.memos.new"),
                                 web::Variant::secondary);
            });
    });
}

web::Response show_papers(Call& call, const base::Problems& problems) {
    auto response = agreement::tab_page(call, "/papers", [&](Html& h, const ReadAgreement& all) {
        web::error_summary(h, {call.words, {}, problems});
        originals_part(h, call, all);
        memos_part(h, call, all);
    });
    if (!problems.empty() && response.status == 200) response.status = 422;
    return response;
}

}  // namespace

web::Response papers_page(Call& call) {
    return show_papers(call, {});
}

web::Response make_original_now(Call& call) {
    const auto id = agreement_in_path(call);
    if (!id) return module::not_found(call);
    const auto done = make_original(call.room(), call.house, call.caller, *id);
    if (done) return call.done(papers_link(call), "papers.flash.original");
    if (auto refused = module::refused_page(call, done.problems())) return *std::move(refused);
    return show_papers(call, done.problems());
}

web::Response original_pdf(Call& call) {
    const auto id = agreement_in_path(call);
    const auto file = id ? original_file(call.room(), call.caller, *id, number_in_path(call, "version")) : std::nullopt;
    if (!file) return module::not_found(call);
    return paper_file(attachment_bytes(call, *file), file->type, file->name);
}

web::Response agreement_paper_page(Call& call) {
    const auto all = agreement::agreement_of_path(call);
    if (!all) return module::not_found(call);
    const auto& own = call.house.catalogues->words(all->file.agreement.language);
    const auto paper = agreement_paper(own, content_of(call.room(), *all, call.today()));
    return module::page(call,
                        {.title = all->head.title,
                         .crumbs = {{call.words("partnership.tab.papers"), papers_link(call)}},
                         .own_heading = true},
                        [&](Html& h) {
                            web::page_heading(h, {.title = all->head.title,
                                                  .lead = call.words("papers.read.lead"),
                                                  .actions = [&] { web::print_button(h, call.words); }});
                            paper_html(h, paper);
                            web::small_print(h, [&] { web::isolated(h, paper.footer); });
                        });
}

namespace {

web::Fields signature_values(const Signatory& line, const RecordedSignature* done) {
    web::Fields values;
    values.add("function", done ? done->function : line.function);
    values.add("place", done ? done->place : line.place);
    values.add("stated", done ? done->stated : line.stated);
    if (done) values.add("name", done->name);
    if (done && done->signed_on) values.add("signed_on", done->signed_on->iso());
    return values;
}

web::Response show_signature(Call& call, const ReadAgreement& all, const SeenOriginal& one, const Signatory& line,
                             const base::Problems& problems) {
    const auto& words = call.words;
    const RecordedSignature* done = recorded_at(one, line.position);
    const web::FormState state{words, problems.empty() ? signature_values(line, done) : call.request.form, problems};
    const std::string path = "/signatures/" + std::to_string(one.version) + "/" + std::to_string(line.position);
    return module::page(
        call,
        {.title = words("papers.signatures.record_for", {{"party", line.organisation_name}}),
         .crumbs = {{all.head.title, papers_link(call)}},
         .lead = words("papers.signatures.lead")},
        [&](Html& h) {
            web::error_summary(h, state);
            web::upload_form(h, call.csrf, papers_link(call, path), [&] {
                web::text_field(
                    h, state,
                    {.name = "function", .label = words("papers.signatures.field.function"), .max_length = 100});
                web::text_field(h, state,
                                {.name = "name",
                                 .label = words("papers.signatures.field.name"),
                                 .optional = true,
                                 .max_length = 100});
                web::text_field(h, state,
                                {.name = "place",
                                 .label = words("papers.signatures.field.place"),
                                 .max_length = 100,
                                 .width = web::Width::medium});
                web::date_field(h, state,
                                {.name = "signed_on",
                                 .label = words("papers.signatures.field.signed_on"),
                                 .optional = true,
                                 .unmarked = true,
                                 .width = web::Width::medium});
                web::text_field(h, state,
                                {.name = "stated",
                                 .label = words("papers.signatures.field.stated"),
                                 .optional = true,
                                 .max_length = 100});
                web::file_field(
                    h, state,
                    {.name = "scan",
                     .label = words("papers.signatures.field.scan"),
                     .description = words("papers.signatures.field.scan_help") +
                                    (done && done->scan ? " " + words("papers.signatures.field.scan_there") : ""),
                     .optional = true},
                    ".pdf,.png,.jpg,.jpeg,.tif,.tiff");
                web::submit_button(h, words("papers.signatures.save"));
            });
        },
        problems.empty() ? 200 : 422);
}

}  // namespace

web::Response signature_page(Call& call) {
    const auto all = agreement::agreement_of_path(call);
    if (!all || !agreement::may_write_here(call, all->head)) return module::not_found(call);
    const int version = number_in_path(call, "version");
    const int position = number_in_path(call, "position");
    for (const SeenOriginal& one : read_originals(call.room(), call.caller, *all)) {
        if (one.version != version || !one.original) continue;
        for (const Signatory& line : one.signatories) {
            if (line.position != position) continue;
            if (call.request.method != web::Method::post) return show_signature(call, *all, one, line, {});
            const auto& form = call.request.form;
            const auto field = [&](const char* name) { return std::string(form.get(name)); };
            std::optional<ScanFile> scan;
            for (const web::Upload& upload : call.request.uploads)
                if (!upload.bytes.empty()) scan = ScanFile{upload.filename, upload.bytes};
            const auto done = record_signature(
                call.room(), call.house, call.caller, all->head.id, version, position,
                {field("function"), field("name"), field("place"), field("signed_on"), field("stated")}, scan);
            if (done) return call.done(papers_link(call), "papers.flash.signature");
            if (auto refused = module::refused_page(call, done.problems())) return *std::move(refused);
            return show_signature(call, *all, one, line, done.problems());
        }
    }
    return module::not_found(call);
}

web::Response signature_scan(Call& call) {
    const auto id = agreement_in_path(call);
    const auto file =
        id ? scan_file(call.room(), call.caller, *id, number_in_path(call, "version"), number_in_path(call, "position"))
           : std::nullopt;
    if (!file) return module::not_found(call);
    return paper_file(attachment_bytes(call, *file), file->type, file->name);
}

}  // namespace samrum::partnership::papers
