#include "registry/pages_parts.hpp"

#include "foundation/document/csv.hpp"

namespace samrum::registry {

using module::Call;
using web::Html;

std::string said(const Call& call, std::string_view key, const base::MessageArgs& args) {
    return call.words("registry." + std::string(key), args);
}
std::string typed(const Call& call, std::string_view field) {
    return std::string(call.request.form.get(field));
}

std::vector<web::Column> list_columns(const Call& call) {
    return {{.label = said(call, "column.number"), .key = "number"},
            {.label = said(call, "column.day"), .key = "day"},
            {.label = said(call, "column.direction")},
            {.label = said(call, "column.counterpart")},
            {.label = said(call, "column.about")}};
}

web::ListView view_of(const Call& call) {
    const auto columns = list_columns(call);
    return web::list_view(call.request.query, columns, {.sort = "day", .descending = true});
}

Search search_of(const Call& call, const web::ListView& view) {
    Search search;
    search.words = search_words(call.request.query.get("q"));
    search.order = view.sort == "number" ? Order::number : Order::day;
    search.descending = view.descending;
    search.offset = view.offset();
    search.limit = view.page_size;
    if (const auto direction = direction_of(call.request.query.get("direction")))
        search.direction = code_of(*direction);
    return search;
}

void search_form(Html& h, const Call& call, std::string_view path) {
    web::query_form(h, path, [&] {
        web::search_field(h, {call.words, call.request.query, {}},
                          {.name = "q",
                           .label = said(call, "search"),
                           .description = said(call, "search.help"),
                           .unmarked = true,
                           .max_length = 100});
        web::submit_button(h, said(call, "search.submit"), web::Variant::secondary);
    });
}

web::Response off_page(Call& call, const base::Problems& problems) {
    if (auto refused = module::refused_page(call, problems)) return *std::move(refused);
    const web::FormState state{call.words, call.request.form, problems};
    const bool was_on = !load_series(call.room()).empty();
    return module::page(
        call, {.title = said(call, "title"), .lead = said(call, "off.lead")},
        [&](Html& h) {
            web::notice(h, web::Tone::info, said(call, "off.title"), said(call, "off.text"));
            if (was_on) web::paragraph(h, said(call, "off.kept"));
            web::error_summary(h, state);
            web::form(h, call.csrf, call.link("/registry/on"), [&] {
                if (!was_on) {
                    web::text_field(h, state, {.name = "name", .label = said(call, "on.name"), .max_length = 100});
                    web::text_field(h, state,
                                    {.name = "shape",
                                     .label = said(call, "on.shape"),
                                     .description = said(call, "on.shape_help"),
                                     .max_length = 40,
                                     .width = web::Width::medium});
                    web::number_field(h, state,
                                      {.name = "first",
                                       .label = said(call, "on.first"),
                                       .description = said(call, "on.first_help"),
                                       .fallback = "1",
                                       .width = web::Width::narrow});
                }
                web::submit_button(h, said(call, "on.submit"));
            });
        },
        problems.empty() ? 200 : 422);
}

std::string csv_of(const Call& call, const std::vector<PublicLine>& lines) {
    std::string csv = "\xEF\xBB\xBF";
    document::write_csv_record(
        csv,
        {said(call, "column.number"), said(call, "column.position"), said(call, "column.day"),
         said(call, "column.direction"), said(call, "column.counterpart"), said(call, "column.about")},
        ';');
    for (const PublicLine& one : lines)
        document::write_csv_record(csv,
                                   {one.number, std::to_string(one.position), one.on.iso(),
                                    said(call, "direction." + std::string(code_of(one.direction))),
                                    one.counterpart_hidden ? said(call, "hidden") : one.counterpart,
                                    one.about_hidden ? said(call, "hidden") : one.about},
                                   ';');
    return csv;
}

}  // namespace samrum::registry
