#include "foundation/text/markdown.hpp"

#include "foundation/base/ensure.hpp"
#include "foundation/text/words.hpp"

#include <algorithm>
#include <array>
#include <cmark.h>
#include <cstdlib>
#include <memory>
#include <vector>

namespace samrum::text {
namespace {

constexpr std::size_t kLargest = 64 * 1024;
constexpr int kDeepest = 32;

struct Free {
    void operator()(cmark_node* node) const { cmark_node_free(node); }
    void operator()(cmark_iter* iter) const { cmark_iter_free(iter); }
    void operator()(char* text) const { std::free(text); }  // of cmark's default allocator
};
using Document = std::unique_ptr<cmark_node, Free>;

/// Every node below `document`, parents before children, so that the tree may be changed while they are looked at.
std::vector<cmark_node*> nodes_of(cmark_node* document) {
    const std::unique_ptr<cmark_iter, Free> iter(cmark_iter_new(document));
    std::vector<cmark_node*> all;
    for (auto event = cmark_iter_next(iter.get()); event != CMARK_EVENT_DONE; event = cmark_iter_next(iter.get()))
        if (event == CMARK_EVENT_ENTER) all.push_back(cmark_iter_get_node(iter.get()));
    return all;
}

bool is_too_deep(cmark_node* node) {
    int depth = 0;
    while ((node = cmark_node_parent(node)) != nullptr)
        if (++depth > kDeepest) return true;
    return false;
}

/// Paths of ours, fragments, and the schemes that people link to.
bool is_allowed_url(std::string_view url) {
    constexpr std::array<std::string_view, 4> kSchemes{"https:", "http:", "mailto:", "tel:"};
    const auto mark = url.find_first_of(":/?#\\");
    if (mark == std::string_view::npos || url[mark] != ':') return !url.starts_with("//") && !url.starts_with('\\');
    std::string scheme(url.substr(0, mark + 1));
    for (char& c : scheme)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
    return std::find(kSchemes.begin(), kSchemes.end(), scheme) != kSchemes.end();
}

/// Leaves what the node holds (the text of a link, the description of an image) in its place.
void unwrap(cmark_node* node) {
    while (cmark_node* child = cmark_node_first_child(node)) cmark_node_insert_before(node, child);
    cmark_node_unlink(node);
    cmark_node_free(node);
}

/// A block of raw HTML without the line breaks that end it.
std::string block_as_written(cmark_node* node) {
    std::string written = cmark_node_get_literal(node);
    while (written.ends_with('\n')) written.pop_back();
    return written;
}

/// Puts raw HTML in its own place as text: taken away, words of the writer's would be gone without a note.
void show_as_written(cmark_node* node) {
    const bool is_block = cmark_node_get_type(node) == CMARK_NODE_HTML_BLOCK;
    cmark_node* text = cmark_node_new(CMARK_NODE_TEXT);
    cmark_node_set_literal(text, is_block ? block_as_written(node).c_str() : cmark_node_get_literal(node));
    cmark_node* shown = text;
    if (is_block) {
        shown = cmark_node_new(CMARK_NODE_PARAGRAPH);
        cmark_node_append_child(shown, text);
    }
    cmark_node_insert_before(node, shown);
    cmark_node_unlink(node);
    cmark_node_free(node);
}

void make_safe(cmark_node* node, int first_heading) {
    switch (cmark_node_get_type(node)) {
        case CMARK_NODE_HTML_BLOCK:
        case CMARK_NODE_HTML_INLINE:
            show_as_written(node);
            break;
        case CMARK_NODE_IMAGE:
            unwrap(node);
            break;
        case CMARK_NODE_LINK:
            if (!is_allowed_url(cmark_node_get_url(node))) unwrap(node);
            break;
        case CMARK_NODE_HEADING:
            cmark_node_set_heading_level(node, std::min(6, cmark_node_get_heading_level(node) + first_heading - 1));
            break;
        default:
            break;
    }
}

void escape_into(std::string& out, std::string_view text) {
    for (char c : text) switch (c) {
            case '&':
                out += "&amp;";
                break;
            case '<':
                out += "&lt;";
                break;
            case '>':
                out += "&gt;";
                break;
            case '"':
                out += "&quot;";
                break;
            default:
                out += c;
        }
}

std::string as_written(std::string_view text) {
    std::string out = "<pre>";
    escape_into(out, text);
    return out + "</pre>\n";
}

/// Adds the words inside a node, without any marks, to the block's text.
void add_words(MarkdownBlock& block, cmark_node* parent) {
    for (cmark_node* node = cmark_node_first_child(parent); node != nullptr; node = cmark_node_next(node)) {
        const std::size_t begin = block.text.size();
        const auto type = cmark_node_get_type(node);
        switch (type) {
            case CMARK_NODE_TEXT:
            case CMARK_NODE_CODE:
            case CMARK_NODE_HTML_INLINE:
                block.text += cmark_node_get_literal(node);
                break;
            case CMARK_NODE_SOFTBREAK:
                block.text += ' ';
                break;
            case CMARK_NODE_LINEBREAK:
                block.text += '\n';
                break;
            default:
                add_words(block, node);
        }
        const std::size_t end = block.text.size();
        if ((type == CMARK_NODE_STRONG || type == CMARK_NODE_EMPH) && end > begin)
            block.emphasis.push_back({begin, end, type == CMARK_NODE_STRONG});
        // Nobody clicks on paper.
        const std::string_view address = type == CMARK_NODE_LINK ? cmark_node_get_url(node) : "";
        if (address.starts_with("http") && address != std::string_view(block.text).substr(begin))
            block.text.append(" (").append(address).append(")");
    }
}

using Blocks = std::vector<MarkdownBlock>;

void add_blocks(Blocks& blocks, cmark_node* parent, const MarkdownBlock& like) {
    for (cmark_node* node = cmark_node_first_child(parent); node != nullptr; node = cmark_node_next(node)) {
        MarkdownBlock one = like;
        switch (cmark_node_get_type(node)) {
            case CMARK_NODE_HEADING:
                one.kind = MarkdownBlock::Kind::heading;
                one.level = cmark_node_get_heading_level(node);
                [[fallthrough]];
            case CMARK_NODE_PARAGRAPH:
                add_words(one, node);
                blocks.push_back(one);
                break;
            case CMARK_NODE_CODE_BLOCK:
                one.text = cmark_node_get_literal(node);
                blocks.push_back(one);
                break;
            case CMARK_NODE_HTML_BLOCK:
                one.text = block_as_written(node);
                blocks.push_back(one);
                break;
            case CMARK_NODE_LIST: {
                one.depth = like.kind == MarkdownBlock::Kind::item ? like.depth + 1 : 0;
                one.kind = MarkdownBlock::Kind::item;
                one.ordered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST;
                one.number = one.ordered ? cmark_node_get_list_start(node) : 1;
                for (cmark_node* item = cmark_node_first_child(node); item != nullptr; item = cmark_node_next(item)) {
                    add_blocks(blocks, item, one);
                    ++one.number;
                }
                break;
            }
            case CMARK_NODE_BLOCK_QUOTE:
                add_blocks(blocks, node, like);
                break;
            default:
                break;
        }
    }
}

}  // namespace

std::vector<MarkdownBlock> markdown_blocks(std::string_view markdown) {
    Blocks blocks;
    const auto as_it_is = [&] {
        if (!markdown.empty()) blocks.push_back({.text = std::string(markdown)});
        return blocks;
    };
    if (markdown.size() > kLargest) return as_it_is();
    const Document document(cmark_parse_document(markdown.data(), markdown.size(), CMARK_OPT_DEFAULT));
    const auto nodes = nodes_of(document.get());
    if (std::any_of(nodes.begin(), nodes.end(), is_too_deep)) return as_it_is();
    add_blocks(blocks, document.get(), {});
    return blocks;
}

std::string markdown_html(std::string_view markdown, int first_heading) {
    base::ensure(first_heading >= 1 && first_heading <= 6, "headings have six levels");
    if (markdown.size() > kLargest) return as_written(markdown);
    const Document document(cmark_parse_document(markdown.data(), markdown.size(), CMARK_OPT_DEFAULT));
    const auto nodes = nodes_of(document.get());
    if (std::any_of(nodes.begin(), nodes.end(), is_too_deep)) return as_written(markdown);
    for (cmark_node* node : nodes) make_safe(node, first_heading);
    const std::unique_ptr<char, Free> html(cmark_render_html(document.get(), CMARK_OPT_DEFAULT));
    return html.get();
}

}  // namespace samrum::text
