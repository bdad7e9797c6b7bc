#pragma once
#include "friends/matching/actions_match.hpp"
#include "friends/people/pages_parts.hpp"

#include <map>
#include <string>
#include <string_view>

// What the pages of the matching share: reasons and limits in plain words.
namespace samrum::friends::matching {

using Names = std::map<ParticipantId, std::string>;

/// A message of this room: `match_words(call, "title")`.
std::string match_words(const module::Call& call, std::string_view key, const base::MessageArgs& args = {});
void name_of(module::Call& call, web::Html& h, const Names& names, ParticipantId id);
std::string name_text(const module::Call& call, const Names& names, ParticipantId id);

/// What two share, a line each; then where they differ.
void shared_lines(module::Call& call, web::Html& h, const Shared& shared);
void apart_lines(module::Call& call, web::Html& h, const Shared& shared);
/// "Samma kön som jag (den nyanländes önskan)", "ingen gemensam tid".
std::string limit_said(const module::Call& call, const Limit& limit);
/// Why somebody waits, in sentences.
void why_lines(module::Call& call, web::Html& h, const WhyWaiting& why, Side side);

struct MarkButton {
    std::string_view what;  ///< "lock", "forbid", "clear"
    std::string label;
    std::string about = {};  ///< for screen readers: of whom
    std::string back = {};   ///< where to go afterwards; empty: the matching
    web::Variant variant = web::Variant::tertiary;
};
void mark_button(module::Call& call, web::Html& h, const Two& two, const MarkButton& button);
std::string matching_path(const module::Call& call, std::string_view below, ProgrammeId programme);

}  // namespace samrum::friends::matching
