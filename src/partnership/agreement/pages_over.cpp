// Agreements that are over: their pages and published reports stay open, and anybody finds them here.
#include "foundation/module/page.hpp"
#include "foundation/web/fields.hpp"
#include "foundation/web/table.hpp"
#include "partnership/agreement/actions_read.hpp"
#include "partnership/agreement/pages.hpp"
#include "partnership/agreement/rules_dates.hpp"
#include "partnership/agreement/rules_index.hpp"

#include <algorithm>

namespace samrum::partnership::agreement {
namespace {

using module::Call;
using web::Html;

std::vector<ListedAgreement> found_over(Call& call) {
    auto all = public_agreements_over(call.room(), call.today());
    const std::string wanted = text::folded(call.request.query.get("q"));
    std::erase_if(all, [&wanted](const ListedAgreement& one) {
        return text::folded(one.head.title + " " + party_names(one.parties, Side::civil)).find(wanted) ==
               std::string::npos;
    });
    return all;
}

void search_over(Html& h, const Call& call) {
    web::query_form(h, call.link("/iop"), [&] {
        web::FormState state{call.words};
        state.values.add("q", std::string(call.request.query.get("q")));
        web::search_field(h, state, {.name = "q", .label = call.words("partnership.over.find")});
        web::submit_button(h, call.words("partnership.over.find.submit"), web::Variant::secondary);
    });
}

void over_row(Html& h, Call& call, web::Rows& rows, const ListedAgreement& one) {
    rows.row({[&] { web::link(h, public_link(call, one.head), one.head.title); },
              [&] { web::name(h, party_names(one.parties, Side::civil)); },
              [&] { web::isolated(h, days_words(call.words, one.head.first, one.head.last_day())); },
              [&] { force_badge(h, call.words, force_of(one.head, call.today())); }});
}

}  // namespace

web::Response public_over_page(Call& call) {
    const auto& words = call.words;
    const auto all = found_over(call);
    const std::vector<web::Column> columns{{.label = words("partnership.column.agreement")},
                                           {.label = words("partnership.column.parties")},
                                           {.label = words("partnership.column.period")},
                                           {.label = words("partnership.column.state")}};
    const web::ListView view = web::list_view(call.request.query, columns);
    return module::page(
        call,
        {.title = words("partnership.over.title"),
         .crumbs = {{call.head->name, call.link("")}},
         .lead = words("partnership.over.lead"),
         .wide = true,
         .index = true},
        [&](Html& h) {
            search_over(h, call);
            web::table(h, words,
                       {.caption = words("partnership.over.title"),
                        .hide_caption = true,
                        .columns = columns,
                        .view = view,
                        .total = static_cast<std::int64_t>(all.size()),
                        .path = call.link("/iop"),
                        .query = call.request.query,
                        .empty = words("partnership.over.none")},
                       [&](web::Rows& rows) {
                           const auto from = std::min(static_cast<std::size_t>(view.offset()), all.size());
                           const auto to = std::min(from + static_cast<std::size_t>(view.page_size), all.size());
                           for (std::size_t at = from; at < to; ++at) over_row(h, call, rows, all[at]);
                       });
        });
}

}  // namespace samrum::partnership::agreement
