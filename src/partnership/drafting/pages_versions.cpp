#include "partnership/changes/files_compare.hpp"
#include "partnership/drafting/files_draft.hpp"
#include "partnership/drafting/pages_parts.hpp"
#include "partnership/drafting/pages_words.hpp"

#include <algorithm>

/// Every save of a draft, what differs between any two, and the way back.
namespace samrum::partnership::drafting {

using namespace web;
using module::Call;

namespace {

std::string what_was_written(const Call& call, const DraftVersion& one) {
    if (one.restored) return told(call, "restored", {{"number", std::int64_t{*one.restored}}});
    if (one.based_on == 0) return told(call, "first_version");
    const auto part = DraftPart::named(one.part);
    return part ? part_told(call, *part) : one.part;
}

std::string compare_link(const Call& call, const OpenCase& one, int from, int to) {
    return case_link(call, one.head.id, "/compare?from=" + std::to_string(from) + "&to=" + std::to_string(to));
}

void compare_form(Html& h, const Call& call, const OpenCase& one, const std::vector<DraftVersion>& versions,
                  const Fields& values) {
    std::vector<Option> options;
    options.reserve(versions.size());
    for (const DraftVersion& version : versions)
        options.push_back(
            {std::to_string(version.number),
             version_told(call, version.number) + ", " + call.words.moment(version.made_at) + ", " + version.made_by,
             ""});
    query_form(h, case_link(call, one.head.id, "/compare"), [&] {
        const FormState state{call.words, values, {}};
        select_field(h, state, {.name = "from", .label = told(call, "compare.from")}, options);
        select_field(h, state, {.name = "to", .label = told(call, "compare.to")}, options);
        submit_button(h, told(call, "compare.do"), Variant::secondary);
    });
}

/// Texts that differ, word by word; facts that differ, field by field.
void differences_of(Html& h, const Call& call, const Agreement& before, const Agreement& after) {
    bool any = false;
    for (const auto& which : agreement::kSections) {
        const DraftPart part = DraftPart::text(which.value);
        const std::string was = part_text(before, part);
        const std::string is = part_text(after, part);
        if (was == is) continue;
        any = true;
        section(h, part_told(call, part), [&] { write_difference(h, call, difference(was, is)); });
    }
    auto facts = changes::differences(before, after);
    std::erase_if(facts, [](const changes::Difference& one) { return one.field.starts_with("text."); });
    if (!facts.empty())
        section(h, told(call, "compare.facts"),
                [&] { write_differences(h, call, told(call, "compare.facts"), before, after, facts); });
    if (!any && facts.empty()) paragraph(h, told(call, "compare.same"));
}

std::optional<DraftVersion> version_of_path(Call& call, const OpenCase& one) {
    const auto number = whole_number(call.part("number"));
    return number ? find_version(call.room(), call.caller, one.head.id, *number) : std::nullopt;
}

}  // namespace

Response versions_page(Call& call) {
    const auto one = open_of_path(call);
    if (!one) return module::not_found(call);
    const auto versions = list_versions(call.room(), call.caller, one->head.id);
    return case_tab(call, *one, "/versions", [&](Html& h) {
        if (versions.size() > 1) {
            Fields values;
            values.add("from", std::to_string(versions.back().number));
            values.add("to", std::to_string(versions.front().number));
            section(h, told(call, "compare"), [&] { compare_form(h, call, *one, versions, values); });
        }
        Table shown{.caption = told(call, "tab.versions"),
                    .hide_caption = true,
                    .columns = {{.label = told(call, "column.version"), .key = "number"},
                                {.label = told(call, "column.what")},
                                {.label = told(call, "column.when")},
                                {.label = told(call, "column.who")},
                                {.label = told(call, "column.do"), .hide_label = true}},
                    .total = static_cast<std::int64_t>(versions.size()),
                    .path = case_link(call, one->head.id, "/versions"),
                    .query = call.request.query};
        const ListView view =
            list_view(call.request.query, shown.columns, {.sort = "number", .descending = true, .page_size = 25});
        shown.view = view;
        auto sorted = versions;
        if (!view.descending) std::ranges::reverse(sorted);
        table(h, call.words, shown, [&](Rows& rows) {
            const auto from = static_cast<std::size_t>(std::min<std::int64_t>(view.offset(), shown.total));
            const std::size_t to = std::min(sorted.size(), from + static_cast<std::size_t>(view.page_size));
            for (std::size_t i = from; i < to; ++i) {
                const DraftVersion& version = sorted[i];
                const std::string label = version_told(call, version.number);
                rows.row({[&h, &call, &one, &version, label] {
                              version.number > 1
                                  ? link(h, compare_link(call, *one, version.number - 1, version.number), label)
                                  : h.text(label);
                          },
                          what_was_written(call, version),
                          [&h, &call, &version] { moment(h, call.words, version.made_at); }, version.made_by,
                          [&h, &call, &one, &version, label] {
                              actions(h, [&] {
                                  link(h,
                                       case_link(call, one->head.id,
                                                 "/versions/" + std::to_string(version.number) + "/file"),
                                       [&] {
                                           h.text(told(call, "get_file"));
                                           visually_hidden(h, ": " + label);
                                       });
                                  if (version.number != one->head.version && may(*one, EventKind::draft_written))
                                      form(h, call.csrf,
                                           case_link(call, one->head.id,
                                                     "/versions/" + std::to_string(version.number) + "/restore"),
                                           [&] {
                                               submit_button(
                                                   h, told(call, "restore", {{"number", std::int64_t{version.number}}}),
                                                   Variant::tertiary);
                                           });
                              });
                          }});
            }
        });
        small_print(h, told(call, "restore.about"));
    });
}

Response compare_page(Call& call) {
    const auto one = open_of_path(call);
    const auto from = whole_number(call.request.query.get("from"));
    const auto to = whole_number(call.request.query.get("to"));
    if (!one || !from || !to) return module::not_found(call);
    const auto before = find_version(call.room(), call.caller, one->head.id, *from);
    const auto after = find_version(call.room(), call.caller, one->head.id, *to);
    if (!before || !after) return module::not_found(call);
    auto head =
        case_head(call, *one, told(call, "compare.title", {{"from", std::int64_t{*from}}, {"to", std::int64_t{*to}}}),
                  "/versions", told(call, "compare.lead"));
    head.wide = true;
    return module::page(call, head, [&](Html& h) {
        for (const DraftVersion* version : {&*before, &*after})
            small_print(h, version_told(call, version->number) + ": " +
                               told(call, "saved_by",
                                    {{"who", version->made_by}, {"when", call.words.moment(version->made_at)}}));
        differences_of(h, call, saved_draft(before->document), saved_draft(after->document));
        section(h, told(call, "compare"), [&] {
            compare_form(h, call, *one, list_versions(call.room(), call.caller, one->head.id), call.request.query);
        });
    });
}

Response version_file(Call& call) {
    const auto one = open_of_path(call);
    const auto version = one ? version_of_path(call, *one) : std::nullopt;
    if (!version) return module::not_found(call);
    return Response::file(version->document, "application/toml; charset=utf-8",
                          one->draft.key + "-" + std::to_string(version->number) + ".toml");
}

Response restore_now(Call& call) {
    const auto one = open_of_path(call);
    const auto version = one ? version_of_path(call, *one) : std::nullopt;
    if (!version) return module::not_found(call);
    const auto done =
        restore_version(call.room(), call.caller, call.today(), call.now(), one->head.id, version->number);
    if (!done) {
        if (auto refused = module::refused_page(call, done.problems())) return *std::move(refused);
        return module::forbidden(call);
    }
    announce_case(call);
    return call.done(case_link(call, one->head.id, "/versions"),
                     done->unchanged ? "partnership.drafting.flash.unchanged" : "partnership.drafting.flash.restored");
}

}  // namespace samrum::partnership::drafting
