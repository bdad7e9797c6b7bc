#include "friends/matching/pages_parts.hpp"

namespace samrum::friends::matching {

using namespace web;

std::string match_words(const module::Call& call, std::string_view key, const base::MessageArgs& args) {
    return call.words("friends.matching." + std::string(key), args);
}

std::string name_text(const module::Call& call, const Names& names, ParticipantId id) {
    const auto found = names.find(id);
    return found == names.end() ? people::people_words(call, "name.hidden") : found->second;
}
void name_of(module::Call& call, Html& h, const Names& names, ParticipantId id) {
    const auto found = names.find(id);
    people::person_name(call, h, found == names.end() ? std::nullopt : std::optional(found->second));
}

namespace {

std::string wishes_said(const module::Call& call, const std::vector<people::WishOf>& all) {
    std::string text;
    for (const people::WishOf& one : all) {
        text += (text.empty() ? "" : ", ") + people::said(call, "wish", code_of(one.wish));
        if (one.weight == Weight::must) text += " (" + people::said(call, "weight", "must") + ")";
    }
    return text;
}
std::string wishes_said(const module::Call& call, const std::vector<Wish>& all) {
    std::string text;
    for (const Wish one : all) text += (text.empty() ? "" : ", ") + people::said(call, "wish", code_of(one));
    return text;
}

void lines(Html& h, const std::vector<std::string>& all) {
    std::vector<Content> items(all.begin(), all.end());
    if (!items.empty()) bullets(h, items);
}

}  // namespace

void shared_lines(module::Call& call, Html& h, const Shared& shared) {
    std::vector<std::string> all;
    const auto add = [&](const char* key, const std::string& what) {
        if (!what.empty()) all.push_back(match_words(call, key, {{"what", what}}));
    };
    add("share.interests", people::said_all(call, "interest", shared.interests));
    add("share.languages", people::languages_said(call, shared.languages));
    add("share.times", people::said_all(call, "time", shared.times));
    add("share.situations", people::said_all(call, "situation", shared.situations));
    if (shared.same_place) all.push_back(match_words(call, "share.place"));
    add("share.newcomer_gets", wishes_said(call, shared.newcomer_gets));
    add("share.established_gets", wishes_said(call, shared.established_gets));
    if (all.empty()) all.push_back(match_words(call, "share.nothing"));
    lines(h, all);
}

void apart_lines(module::Call& call, Html& h, const Shared& shared) {
    std::vector<std::string> all;
    const auto add = [&](const char* key, const std::string& what) {
        if (!what.empty()) all.push_back(match_words(call, key, {{"what", what}}));
    };
    add("apart.newcomer", wishes_said(call, shared.newcomer_misses));
    add("apart.established", wishes_said(call, shared.established_misses));
    if (shared.interests.empty()) all.push_back(match_words(call, "apart.interests"));
    for (const Likert& one : shared.apart)
        if (one.answer >= 2)
            all.push_back(match_words(
                call, "apart.statement",
                {{"what", people::said(call, "statement", one.code)}, {"steps", std::int64_t{one.answer}}}));
    if (all.empty()) all.push_back(match_words(call, "apart.little"));
    lines(h, all);
}

std::string limit_said(const module::Call& call, const Limit& limit) {
    using What = Limit::What;
    switch (limit.what) {
        case What::place:
            return match_words(call, "between.place");
        case What::language:
            return match_words(call, "between.language");
        case What::time:
            return match_words(call, "between.time");
        case What::swedish:
            return match_words(call, "between.swedish");
        case What::party:
            return match_words(call, "between.party");
        case What::wish:
            return match_words(call,
                               limit.whose == Side::newcomer ? "between.newcomer_wish" : "between.established_wish",
                               {{"what", people::said(call, "wish", code_of(*limit.wish))}});
        case What::never:
            break;
    }
    return match_words(call, "between.never");
}

void why_lines(module::Call& call, Html& h, const WhyWaiting& why, Side side) {
    if (why.others == 0) return paragraph(h, match_words(call, "why.nobody"));
    if (why.possible > 0)
        paragraph(h, match_words(call, "why.possible." + std::string(code_of(side)),
                                 {{"count", std::int64_t{why.possible}}}));
    else
        paragraph(h, match_words(call, "why.none", {{"count", std::int64_t{why.others}}}));
    std::vector<std::string> all;
    if (why.locked > 0) all.push_back(match_words(call, "why.locked", {{"count", std::int64_t{why.locked}}}));
    constexpr std::size_t most = 4;
    for (const WhyWaiting::Line& one : why.lines) {
        if (all.size() == most) break;
        all.push_back(match_words(call, one.alone > 0 ? "why.alone" : "why.excluded",
                                  {{"limit", limit_said(call, one.limit)},
                                   {"count", std::int64_t{one.alone > 0 ? one.alone : one.excluded}}}));
    }
    lines(h, all);
}

void mark_button(module::Call& call, Html& h, const Two& two, const MarkButton& button) {
    form(h, call.csrf, call.link("/friends/matching/mark"), [&] {
        hidden(h, "newcomer", two.newcomer.text());
        hidden(h, "established", two.established.text());
        hidden(h, "what", button.what);
        if (!button.back.empty()) hidden(h, "back", button.back);
        h(tag::button, attr::cls("ds-button"), attr::type("submit"),
          attr::set<"data-variant">(button.variant == Variant::primary     ? "primary"
                                    : button.variant == Variant::secondary ? "secondary"
                                                                           : "tertiary"),
          [&] {
              h.text(button.label);
              if (!button.about.empty()) visually_hidden(h, ": " + button.about);
          });
    });
}

std::string matching_path(const module::Call& call, std::string_view below, ProgrammeId programme) {
    return call.link("/friends/matching" + std::string(below)) + "?programme=" + programme.text();
}

}  // namespace samrum::friends::matching
