// A section of an officer's report in the browser: Markdown, preview, readability beside it; what two write at once is
// shown beside each other and nothing is lost.
#include "foundation/module/page.hpp"
#include "foundation/web/components.hpp"
#include "partnership/agreement/pages_tabs.hpp"
#include "partnership/papers/pages_memo.hpp"

#include <algorithm>

namespace samrum::partnership::papers {
namespace {

using module::Call;
using web::Html;

constexpr int kRows = 18;

const SectionText* section_at(const SeenMemo& seen, MemoSection section) {
    const auto found = std::find_if(seen.sections.begin(), seen.sections.end(),
                                    [&](const SectionText& one) { return one.section == section; });
    return found == seen.sections.end() ? nullptr : &*found;
}

void prose(Html& h, std::string_view language, std::string_view markdown) {
    h(web::tag::div, web::attr::cls("prose"), web::attr::lang(language),
      web::TrustedHtml{text::markdown_html(markdown, 3)});
}

struct Shown {
    const SeenMemo& seen;
    const SectionText& saved;
    std::string text;  ///< what stands in the field
    bool preview = false;
    bool conflict = false;  ///< somebody saved meanwhile
};

web::Response show_section(Call& call, const Shown& shown, const base::Problems& problems) {
    const auto& words = call.words;
    const std::string heading = section_heading(words, shown.seen.memo, shown.saved.section);
    const auto all = agreement::agreement_of_path(call);
    const std::string language = all ? all->file.agreement.language : "sv";
    web::Fields values;
    values.add("text", shown.text);
    const web::FormState state{words, values, problems};
    return module::page(
        call,
        {.title = words("papers.memo.edit_of", {{"section", heading}}),
         .crumbs = {{words("partnership.tab.papers"), papers_link(call)}, {shown.seen.memo.title, memo_link(call)}}},
        [&](Html& h) {
            web::error_summary(h, state);
            if (shown.conflict)
                web::section(h, words("papers.edit.theirs", {{"who", shown.saved.changed_by}}), [&] {
                    prose(h, language, shown.saved.text);
                    web::details(h, "Markdown", [&] { web::copyable(h, words, shown.saved.text); });
                });
            if (shown.preview)
                web::section(h, words("papers.edit.preview_title"), [&] { prose(h, language, shown.text); });
            web::form(h, call.csrf, memo_link(call, "/sections/" + std::string(word_of(shown.saved.section))), [&] {
                // A text that met another is saved over it next, on purpose: both were seen.
                const bool keep = shown.preview && !shown.conflict;
                web::hidden(
                    h, "revision",
                    keep ? std::string(call.request.form.get("revision")) : std::to_string(shown.saved.revision));
                web::text_area(h, state,
                               {.name = "text",
                                .label = words(shown.conflict ? "papers.edit.yours" : "papers.edit.text"),
                                .description = words("papers.edit.help"),
                                .unmarked = true},
                               kRows);
                web::actions(h, [&] {
                    web::submit_button(h, words("papers.edit.save"), web::Variant::primary, web::Tone::accent, "do",
                                       "save");
                    web::submit_button(h, words("papers.edit.preview"), web::Variant::secondary, web::Tone::accent,
                                       "do", "preview");
                });
            });
            web::section(h, words("papers.lix"), [&] {
                readability_line(h, words, readability(shown.text));
                web::small_print(h, words("papers.lix.about", {{"target", std::int64_t{kReadableLix}}}));
            });
            web::small_print(h, words("papers.edit.changed",
                                      {{"day", words.date(shown.saved.changed_on)}, {"who", shown.saved.changed_by}}));
        },
        problems.empty() ? 200 : 422);
}

}  // namespace

web::Response memo_section_page(Call& call) {
    const auto seen = memo_of_path(call);
    const auto section = agreement::value_of<MemoSection>(call.part("section"));
    const auto all = agreement::agreement_of_path(call);
    const SectionText* saved = seen && section ? section_at(*seen, *section) : nullptr;
    if (!saved || !all || !agreement::may_write_here(call, all->head)) return module::not_found(call);
    if (call.request.method != web::Method::post) return show_section(call, {*seen, *saved, saved->text}, {});
    std::string typed(call.request.form.get("text"));
    if (call.request.form.get("do") == "preview") return show_section(call, {*seen, *saved, typed, true}, {});
    const auto done = save_section(call.room(), call.house, call.caller, all->head.id, seen->memo.id, *section, typed,
                                   revision_typed(call));
    if (done) return call.done(memo_link(call) + "#" + std::string(word_of(*section)), "papers.flash.saved");
    if (auto refused = module::refused_page(call, done.problems())) return *std::move(refused);
    const auto now = memo_of_path(call);
    const SectionText* theirs = section_at(*now, *section);
    const bool conflict = std::any_of(done.problems().begin(), done.problems().end(), [](const base::Problem& one) {
        return one.message.key == "papers.section.changed_since";
    });
    return show_section(call, {*now, *theirs, std::move(typed), false, conflict}, done.problems());
}

}  // namespace samrum::partnership::papers
