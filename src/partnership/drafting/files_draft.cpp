#include "partnership/drafting/files_draft.hpp"

#include "foundation/base/embedded.hpp"
#include "partnership/agreement/files.hpp"
#include "partnership/agreement/files_describe.hpp"
#include "partnership/agreement/rules_delivery.hpp"
#include "partnership/drafting/rules_draft.hpp"

std::span<const samrum::base::EmbeddedFile> partnership_template();

namespace samrum::partnership::drafting {
namespace {

/// So much of a hash tells two texts of one section apart.
constexpr std::size_t kTagHash = 16;

}  // namespace

base::Result<Agreement> read_draft(std::string_view document) {
    const auto tree = agreement::parse_toml(document);
    if (!tree) return tree.problems();
    return draft_of(*tree);
}

agreement::Node tree_of(const Agreement& draft) {
    agreement::TableWriter top;
    Agreement copy = draft;  // the description serves reading too, so it takes one it may change
    agreement::describe(top, copy);
    return std::move(top).table();
}

base::Result<Agreement> draft_of(const agreement::Node& tree) {
    Agreement draft;
    agreement::Gathered gathered;
    agreement::TableReader top(tree, "", gathered);
    agreement::describe(top, draft);
    top.finish();
    if (!gathered.problems.empty()) return agreement::with_lines(gathered.problems.all(), gathered.lines);
    return draft;
}

Agreement saved_draft(std::string_view document) {
    auto draft = read_draft(document);
    base::ensure(static_cast<bool>(draft), "a draft that was saved reads again");
    return std::move(draft).value();
}

std::string part_text(const Agreement& draft, const DraftPart& part) {
    if (part.is_file()) return agreement::write_agreement(draft);
    if (part.section()) {
        const auto found = draft.text.find(*part.section());
        return found == draft.text.end() ? std::string() : found->second;
    }
    return agreement::write_agreement(only_part(draft, part));
}

std::string tag_of(int version, const Agreement& draft, const DraftPart& part) {
    return "\"" + std::to_string(version) + "-" + agreement::content_hash(part_text(draft, part)).substr(0, kTagHash) +
           "\"";
}

int version_of_tag(std::string_view tag) {
    constexpr int kLargest = 1'000'000;
    if (!tag.starts_with('"')) return 0;
    int number = 0;
    for (const char c : tag.substr(1)) {
        if (c == '-') return number;
        if (c < '0' || c > '9' || number > kLargest) return 0;
        number = number * 10 + (c - '0');
    }
    return 0;
}

std::string shipped_template() {
    const auto files = partnership_template();
    base::ensure(files.size() == 1, "one template comes with the program");
    return std::string(files.front().bytes);
}

Agreement read_template(std::string_view document) {
    return saved_draft(document);
}

}  // namespace samrum::partnership::drafting
