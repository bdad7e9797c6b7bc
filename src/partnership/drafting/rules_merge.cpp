#include "partnership/drafting/rules_merge.hpp"

#include "partnership/drafting/rules_difference.hpp"

#include <limits>

namespace samrum::partnership::drafting {
namespace {

using Tokens = std::vector<std::string_view>;
constexpr std::size_t kNowhere = std::numeric_limits<std::size_t>::max();

/// Where each token of the base stands in another text, or kNowhere.
std::vector<std::size_t> places(const Tokens& base, const Tokens& other) {
    std::vector<std::size_t> at(base.size(), kNowhere);
    for (const auto& [in_base, in_other] : matches(base, other)) at[in_base] = in_other;
    return at;
}

std::string put_together(const Tokens& tokens, std::size_t from, std::size_t to) {
    std::string out;
    for (std::size_t i = from; i < to; ++i) out += tokens[i];
    return out;
}

/// Walks base, theirs and mine from one token that all three have to the next; `between` gets what stands between.
template <class Between>
void walk_three(const Tokens& base, const Tokens& theirs, const Tokens& mine, const Between& between,
                std::string& out) {
    const auto in_theirs = places(base, theirs);
    const auto in_mine = places(base, mine);
    std::size_t b = 0;
    std::size_t t = 0;
    std::size_t m = 0;
    for (std::size_t at = 0; at < base.size(); ++at) {
        if (in_theirs[at] == kNowhere || in_mine[at] == kNowhere) continue;
        between(put_together(base, b, at), put_together(theirs, t, in_theirs[at]), put_together(mine, m, in_mine[at]));
        out += base[at];
        b = at + 1;
        t = in_theirs[at] + 1;
        m = in_mine[at] + 1;
    }
    between(put_together(base, b, base.size()), put_together(theirs, t, theirs.size()),
            put_together(mine, m, mine.size()));
}

/// Takes what one of them changed; false when both did, and differently.
bool take_one_sided(const std::string& base, const std::string& theirs, const std::string& mine, std::string& out) {
    if (theirs == base || theirs == mine) return out += mine, true;
    if (mine == base) return out += theirs, true;
    return false;
}

/// By words within a stretch of lines; nothing when they clash there too.
bool merge_words(const std::string& base, const std::string& theirs, const std::string& mine, std::string& out) {
    std::string merged;
    bool clean = true;
    const auto between = [&](const std::string& b, const std::string& t, const std::string& m) {
        clean = clean && take_one_sided(b, t, m, merged);
    };
    walk_three(words_of_text(base), words_of_text(theirs), words_of_text(mine), between, merged);
    if (clean) out += merged;
    return clean;
}

/// A line break between them, so that their last word and my first do not become one.
void on_a_new_line(std::string& out, const std::string& next) {
    if (!out.empty() && !next.empty() && out.back() != '\n') out += '\n';
}

}  // namespace

Merge merge(std::string_view base, std::string_view theirs, std::string_view mine) {
    Merge merged;
    const auto between = [&](const std::string& b, const std::string& t, const std::string& m) {
        if (take_one_sided(b, t, m, merged.text) || merge_words(b, t, m, merged.text)) return;
        merged.text += t;
        on_a_new_line(merged.text, m);
        merged.text += m;
        merged.clashes.push_back({b, t, m});
    };
    walk_three(lines_of(base), lines_of(theirs), lines_of(mine), between, merged.text);
    return merged;
}

}  // namespace samrum::partnership::drafting
