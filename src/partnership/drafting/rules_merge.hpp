#pragma once
#include <string>
#include <string_view>
#include <vector>

/// What two people wrote from the same text, put together.
namespace samrum::partnership::drafting {

/// Where both wrote, and differently.
struct Clash {
    std::string base;
    std::string theirs;
    std::string mine;
    bool operator==(const Clash&) const = default;
};
/// The proposal. Where both wrote differently it holds theirs and then mine, so that no word of either is lost.
struct Merge {
    std::string text;
    std::vector<Clash> clashes;
    bool clean() const { return clashes.empty(); }
};

/// Three-way merge, by lines and, within lines that both changed, by words. What one of them changed is taken; what
/// both changed alike is taken once. A word that either added is in the proposal.
Merge merge(std::string_view base, std::string_view theirs, std::string_view mine);

}  // namespace samrum::partnership::drafting
