// The user guide, as it lies in docs/user-guide: a page per role and task, with its pictures, read inside the program.
#include "app/guide.hpp"
#include "app/pages.hpp"
#include "foundation/module/page.hpp"
#include "foundation/text/words.hpp"
#include "foundation/web/components.hpp"

#include <algorithm>

/// The files of docs/user-guide (samrum_embed in src/CMakeLists.txt).
std::span<const samrum::base::EmbeddedFile> samrum_user_guide();

namespace samrum::app {
namespace {

using namespace web;

constexpr std::string_view kIndex = "index";

const base::EmbeddedFile* guide_file(std::string_view path) {
    const auto files = samrum_user_guide();
    const auto found = std::find_if(files.begin(), files.end(), [&](const auto& one) { return one.path == path; });
    return found == files.end() ? nullptr : &*found;
}

void picture(Html& h, const GuideBlock& block) {
    h(tag::figure, attr::cls("s-guide-picture"), [&] {
        h(tag::img, attr::src("/guide/" + block.path), attr::set<"alt">(block.text), attr::set<"loading">("lazy"));
    });
}

void guide_body(Html& h, const GuidePage& page) {
    // The guide is in Swedish whatever language its reader has chosen.
    h(tag::div, attr::cls("prose s-guide"), attr::lang("sv"), attr::dir("ltr"), [&] {
        for (const GuideBlock& block : page.blocks) {
            if (!block.path.empty())
                picture(h, block);
            else
                h.trusted({text::markdown_html(block.text, 1)});
        }
    });
}

Response show_guide(module::Call& call, std::string_view name) {
    const auto* file = guide_file(std::string(name) + ".md");
    if (!file) return module::not_found(call);
    const GuidePage page = read_guide_page(file->bytes);
    module::PageHead head{.title = page.title, .index = true};
    if (name != kIndex) head.crumbs = {{call.words("guide.title"), "/guide"}};
    return module::page(call, head, [&](Html& h) { guide_body(h, page); });
}

}  // namespace

Response guide_index(module::Call& call) {
    return show_guide(call, kIndex);
}

Response guide_page(module::Call& call) {
    // The index has one address.
    return call.part("page") == kIndex ? module::not_found(call) : show_guide(call, call.part("page"));
}

Response guide_picture(module::Call& call) {
    const auto* file = guide_file("images/" + std::string(call.part("file")));
    if (!file) return module::not_found(call);
    Response made;
    made.content_type = "image/png";
    made.body = std::string(file->bytes);
    return made;
}

}  // namespace samrum::app
