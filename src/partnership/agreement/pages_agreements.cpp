#include "foundation/web/fields.hpp"
#include "foundation/web/table.hpp"
#include "partnership/agreement/actions_agreement.hpp"
#include "partnership/agreement/actions_read.hpp"
#include "partnership/agreement/pages.hpp"
#include "partnership/agreement/pages_tabs.hpp"
#include "partnership/agreement/rules_dates.hpp"
#include "partnership/agreement/rules_index.hpp"

#include <algorithm>

namespace samrum::partnership::agreement {
namespace {

using module::Call;
using web::Html;
using web::Tone;

void list_table(Html& h, Call& call, const std::vector<ListedAgreement>& all) {
    const auto& words = call.words;
    const std::vector<web::Column> columns{{.label = words("partnership.column.agreement")},
                                           {.label = words("partnership.column.parties")},
                                           {.label = words("partnership.column.period")},
                                           {.label = words("partnership.column.state")}};
    const web::ListView view = web::list_view(call.request.query, columns);
    web::table(
        h, words,
        {.caption = words("partnership.agreements.title"),
         .hide_caption = true,
         .columns = columns,
         .view = view,
         .total = static_cast<std::int64_t>(all.size()),
         .path = call.link("/agreements"),
         .query = call.request.query},
        [&](web::Rows& rows) {
            const auto first = std::min(all.size(), static_cast<std::size_t>(view.offset()));
            const auto last = std::min(all.size(), first + static_cast<std::size_t>(view.page_size));
            for (std::size_t at = first; at < last; ++at) {
                const ListedAgreement& one = all[at];
                const Force force = force_of(one.head, call.today());
                rows.row(
                    {[&] { web::link(h, call.link("/agreements/" + one.head.id.text()), one.head.title); },
                     [&] { web::name(h, party_names(one.parties, Side::civil)); },
                     [&] { web::isolated(h, days_words(words, one.head.first, one.head.last, one.head.open_end)); },
                     [&] { force_badge(h, words, force); }});
            }
        });
}

/// The form that takes an agreement file, with every problem of the last one: line by line.
web::Response import_form(Call& call, const base::Problems& problems) {
    const auto& words = call.words;
    const module::PageHead head{.title = words("partnership.import.title"),
                                .crumbs = {{words("partnership.agreements.title"), call.link("/agreements")}},
                                .lead = words("partnership.import.lead")};
    return module::page(
        call, head,
        [&](Html& h) {
            // That no file was chosen is about the form; the rest is about the file's own fields and lines.
            base::Problems of_form, of_file;
            for (const base::Problem& one : problems) (one.field == "file" ? of_form : of_file).push_back(one);
            const web::FormState state{words, call.request.form, of_form};
            web::error_summary(h, state);
            if (!of_file.empty()) {
                web::notice(
                    h, Tone::danger,
                    words("partnership.import.problems", {{"count", static_cast<std::int64_t>(of_file.size())}}),
                    words("partnership.import.nothing_saved"));
                web::table(
                    h, words,
                    {.caption = words("partnership.import.problems_caption"),
                     .hide_caption = true,
                     .columns = {{.label = words("partnership.column.line")},
                                 {.label = words("partnership.column.field")},
                                 {.label = words("partnership.column.problem")}}},
                    [&](web::Rows& rows) {
                        for (const base::Problem& one : of_file)
                            rows.row({one.line ? words("partnership.import.line", {{"line", std::int64_t{*one.line}}})
                                               : std::string("–"),
                                      [&h, &one] { web::isolated(h, one.field); }, words(one.message)});
                    });
            }
            web::upload_form(h, call.csrf, call.link("/agreements/import"), [&] {
                web::file_field(h, state,
                                {.name = "file",
                                 .label = words("partnership.import.file"),
                                 .description = words("partnership.import.file_help")},
                                ".toml");
                web::paragraph(
                    h, [&] { web::link(h, "/guide/overenskommelse-som-fil", words("partnership.import.how")); });
                web::submit_button(h, words("partnership.import.submit"));
            });
        },
        problems.empty() ? 200 : 422);
}

}  // namespace

web::Response agreements_page(Call& call) {
    const auto& words = call.words;
    const auto all = read_agreements(call.room(), call.caller);
    const bool may_write = call.head->is_public_party && module::may_anywhere(call.caller, kWriteAgreements);
    return module::page(
        call, {.title = words("partnership.agreements.title"), .own_heading = true, .wide = true}, [&](Html& h) {
            web::page_heading(h, {.title = words("partnership.agreements.title"),
                                  .lead = words("partnership.agreements.lead"),
                                  .actions = [&] {
                                      if (may_write)
                                          web::link_button(h, call.link("/agreements/import"),
                                                           words("partnership.import.title"));
                                  }});
            if (all.empty())
                web::empty_state(
                    h, words("partnership.agreements.none"),
                    words(may_write ? "partnership.agreements.none_import" : "partnership.agreements.none_why"));
            else
                list_table(h, call, all);
        });
}

web::Response import_page(Call& call) {
    return import_form(call, {});
}

web::Response import_action(Call& call) {
    if (call.request.uploads.empty() || call.request.uploads.front().bytes.empty())
        return import_form(call, {base::problem("file", "partnership.import.no_file")});
    const auto done = import_agreement(call.room(), call.lobby(), *call.head, call.caller, call.today(), call.now(),
                                       call.request.uploads.front().bytes);
    if (!done) {
        if (auto refused = module::refused_page(call, done.problems())) return *std::move(refused);
        return import_form(call, done.problems());
    }
    return call.done(call.link("/agreements/" + done->id.text()), !done->not_named.empty()
                                                                      ? "partnership.flash.imported_not_named"
                                                                  : done->unchanged ? "partnership.flash.unchanged"
                                                                                    : "partnership.flash.imported");
}

}  // namespace samrum::partnership::agreement
