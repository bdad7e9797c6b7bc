// The list that anybody may read, with exactly what OSL 5:2 asks for.
#include "registry/pages.hpp"
#include "registry/pages_parts.hpp"

#include <nlohmann/json.hpp>

namespace samrum::registry {
namespace {

using module::Call;
using nlohmann::json;
using web::Html;

/// Everything that the query finds, for a file.
std::optional<PublicFound> everything(Call& call) {
    Search search = search_of(call, view_of(call));
    search.offset = 0;
    search.limit = kMostExported;
    return public_list(call.room(), search);
}

std::string file_link(const Call& call, std::string_view ending) {
    const std::string query = call.request.query.encoded();
    return call.link("/register." + std::string(ending)) + (query.empty() ? "" : "?" + query);
}

}  // namespace

web::Response public_register_page(Call& call) {
    const auto view = view_of(call);
    const auto found = public_list(call.room(), search_of(call, view));
    if (!found) return module::not_found(call);
    return module::page(
        call,
        {.title = said(call, "public"),
         .lead = said(call, "public.lead", {{"room", call.head->name}}),
         .description = said(call, "public.about"),
         .wide = true,
         .index = true},
        [&](Html& h) {
            search_form(h, call, call.link("/register"));
            web::table(
                h, call.words,
                {.caption = said(call, "list"),
                 .columns = list_columns(call),
                 .view = view,
                 .total = found->total,
                 .path = call.link("/register"),
                 .query = call.request.query,
                 .export_href = file_link(call, "csv"),
                 .empty = said(call, "none.why")},
                [&](web::Rows& rows) {
                    for (const PublicLine& one : found->lines)
                        rows.row({[&h, &one] { web::isolated(h, one.number + " – " + std::to_string(one.position)); },
                                  [&h, &call, &one] { web::date(h, call.words, one.on); },
                                  said(call, "direction." + std::string(code_of(one.direction))),
                                  [&h, &call, &one] {
                                      one.counterpart_hidden ? h.text(said(call, "hidden"))
                                                             : web::name(h, one.counterpart);
                                  },
                                  one.about_hidden ? said(call, "hidden") : one.about});
                });
            web::paragraph(h, said(call, "public.ask"));
            web::paragraph(h, [&] { web::link(h, file_link(call, "json"), said(call, "public.json")); });
        });
}

web::Response public_register_csv(Call& call) {
    const auto found = everything(call);
    if (!found) return module::not_found(call);
    return web::Response::file(csv_of(call, found->lines), "text/csv; charset=utf-8",
                               said(call, "public.file") + ".csv");
}

web::Response public_register_json(Call& call) {
    const auto found = everything(call);
    if (!found) return module::not_found(call);
    json documents = json::array();
    for (const PublicLine& one : found->lines)
        documents.push_back({{"number", one.number},
                             {"position", one.position},
                             {"date", one.on.iso()},
                             {"direction", code_of(one.direction)},
                             {"counterpart", one.counterpart_hidden ? json() : json(one.counterpart)},
                             {"about", one.about_hidden ? json() : json(one.about)}});
    return web::Response::json(json{{"documents", documents}}.dump(2));
}

}  // namespace samrum::registry
