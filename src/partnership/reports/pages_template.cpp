#include "foundation/base/text.hpp"
#include "foundation/web/fields.hpp"
#include "partnership/agreement/actions.hpp"
#include "partnership/reports/actions_phrases.hpp"
#include "partnership/reports/actions_template.hpp"
#include "partnership/reports/pages.hpp"
#include "partnership/reports/pages_parts.hpp"
#include "partnership/reports/rules_template.hpp"

#include <algorithm>
#include <charconv>

/// The body's templates: which sections, in what order, with what guidance.
namespace samrum::partnership::reports {
namespace {

using module::Call;
using web::Html;

/// Every section that may stand in a template, those in use first and in their order.
std::vector<TemplateSection> all_sections(const Template& in_use) {
    std::vector<TemplateSection> all = in_use.sections;
    const auto add = [&](TemplateSection one) {
        if (!in_use.section(one.key)) all.push_back(std::move(one));
    };
    for (const KnownSection& one : known_sections()) add({std::string(one.key), one.form, "", ""});
    for (int number = 1; number <= kMostOwnSections; ++number)
        add({own_section_key(number), SectionForm::text, "", ""});
    return all;
}

std::string field_of(std::string_view key, std::string_view name) {
    return "sections[" + std::string(key) + "]." + std::string(name);
}

int number_of(std::string_view text, int otherwise) {
    int number = otherwise;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

web::Fields fields_of(const Template& in_use) {
    web::Fields fields;
    fields.add("days_after", std::to_string(in_use.days_after));
    int position = 0;
    for (const TemplateSection& one : all_sections(in_use)) {
        if (in_use.section(one.key)) fields.add(field_of(one.key, "use"), "yes");
        fields.add(field_of(one.key, "position"), std::to_string(++position));
        fields.add(field_of(one.key, "title"), one.title);
        fields.add(field_of(one.key, "guidance"), one.guidance);
    }
    return fields;
}

Template template_of(const web::Fields& form, const Template& in_use) {
    Template wanted;
    wanted.kind = in_use.kind;
    wanted.days_after = number_of(form.get("days_after"), 0);
    std::vector<std::pair<int, TemplateSection>> chosen;
    int position = 0;
    for (TemplateSection one : all_sections(in_use)) {
        ++position;
        if (form.get(field_of(one.key, "use")) != "yes") continue;
        one.title = base::trim(form.get(field_of(one.key, "title")));
        one.guidance = base::trim(form.get(field_of(one.key, "guidance")));
        chosen.emplace_back(number_of(form.get(field_of(one.key, "position")), position), std::move(one));
    }
    std::stable_sort(chosen.begin(), chosen.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    for (auto& [at, one] : chosen) wanted.sections.push_back(std::move(one));
    return wanted;
}

/// What stands there when the body writes nothing of its own.
std::string house_words(const text::Words& words, const TemplateSection& section) {
    if (section.key.starts_with("own-")) return "";
    return words("report.template.house", {{"title", words("report.section." + section.key)},
                                           {"guidance", words("report.guidance." + section.key)}});
}

void section_fields(Html& h, const web::FormState& state, const TemplateSection& one) {
    const auto& words = state.words;
    const bool own = one.key.starts_with("own-");
    const std::string legend = !one.title.empty() ? one.title
                               : own              ? words("report.template.own")
                                                  : words("report.section." + one.key);
    web::field_group(h, legend, [&] {
        if (const std::string said = house_words(words, one); !said.empty()) web::small_print(h, said);
        web::checkbox(h, state,
                      {.name = field_of(one.key, "use"),
                       .label = words("report.template.use"),
                       .optional = true,
                       .unmarked = true});
        web::number_field(h, state,
                          {.name = field_of(one.key, "position"),
                           .label = words("report.template.position"),
                           .max_length = 3,
                           .width = web::Width::narrow});
        web::text_field(h, state,
                        {.name = field_of(one.key, "title"),
                         .label = words("report.template.title_label"),
                         .optional = true,
                         .unmarked = own});
        web::text_area(
            h, state,
            {.name = field_of(one.key, "guidance"), .label = words("report.template.guidance"), .optional = true}, 3);
    });
}

std::optional<ReportKind> kind_of_path(const Call& call) {
    const auto kind = value_of<ReportKind>(call.part("kind"));
    const bool written =
        kind && std::find(std::begin(kWrittenKinds), std::end(kWrittenKinds), *kind) != std::end(kWrittenKinds);
    return written && call.head->is_public_party ? kind : std::nullopt;
}

web::Response show(Call& call, const TemplateView& view, const web::Fields& values, const base::Problems& problems) {
    const auto& words = call.words;
    const Template& in_use = view.in_use;
    const module::PageHead head{
        .title = words("report.template.title", {{"kind", say_kind(words, in_use.kind)}}),
        .crumbs = {{words("report.templates"), call.link("/report-templates")}},
        .lead = in_use.version == 0 ? words("report.template.is_house")
                                    : words("report.template.is_own", {{"version", std::int64_t{in_use.version}}})};
    return module::page(
        call, head,
        [&](Html& h) {
            const web::FormState state{words, values, problems};
            web::error_summary(h, state);
            web::form(h, call.csrf, call.link("/report-templates/" + std::string(word_of(in_use.kind))), [&] {
                web::number_field(h, state,
                                  {.name = "days_after",
                                   .label = words("report.template.days_after"),
                                   .description = words("report.template.days_after_help"),
                                   .width = web::Width::narrow});
                for (const TemplateSection& one : all_sections(in_use)) section_fields(h, state, one);
                web::submit_button(h, words("report.template.save"));
            });
            if (view.versions.empty()) return;
            web::section(h, words("report.template.versions"), [&] {
                std::vector<web::Content> lines;
                lines.reserve(view.versions.size());
                for (const SavedTemplate& one : view.versions)
                    lines.emplace_back(words("report.template.version", {{"version", std::int64_t{one.layout.version}},
                                                                         {"day", words.date(one.made_on)},
                                                                         {"who", one.made_by}}));
                web::bullets(h, lines);
            });
        },
        problems.empty() ? 200 : 422);
}

}  // namespace

web::Response templates_page(Call& call) {
    if (!call.head->is_public_party) return module::not_found(call);
    const auto& words = call.words;
    const module::PageHead head{.title = words("report.templates"),
                                .crumbs = {{words("partnership.agreements.title"), call.link("/agreements")}},
                                .lead = words("report.templates.lead")};
    return module::page(call, head, [&](Html& h) {
        web::card_grid(h, [&] {
            for (const ReportKind kind : kWrittenKinds) {
                const Template in_use = read_template_of(call.room(), kind).in_use;
                web::card(
                    h, {.title = say_kind(words, kind),
                        .href = call.link("/report-templates/" + std::string(word_of(kind))),
                        .content = [&] {
                            web::paragraph(h, in_use.version == 0 ? words("report.template.is_house")
                                                                  : words("report.template.is_own",
                                                                          {{"version", std::int64_t{in_use.version}}}));
                            web::small_print(h, words("report.template.count",
                                                      {{"count", static_cast<std::int64_t>(in_use.sections.size())}}));
                        }});
            }
        });
    });
}

web::Response template_page(Call& call) {
    const auto kind = kind_of_path(call);
    if (!kind) return module::not_found(call);
    const TemplateView view = read_template_of(call.room(), *kind);
    return show(call, view, fields_of(view.in_use), {});
}

web::Response template_action(Call& call) {
    const auto kind = kind_of_path(call);
    if (!kind) return module::not_found(call);
    const TemplateView view = read_template_of(call.room(), *kind);
    const auto saved = save_template(call.room(), call.house, call.caller, template_of(call.request.form, view.in_use));
    if (saved) return call.done(call.link("/report-templates"), "report.flash.template");
    if (auto refused = module::refused_page(call, saved.problems())) return *std::move(refused);
    return show(call, view, call.request.form, saved.problems());
}

}  // namespace samrum::partnership::reports
