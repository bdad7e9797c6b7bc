#include "foundation/base/number.hpp"
#include "foundation/base/text.hpp"
#include "foundation/module/module.hpp"
#include "foundation/module/page.hpp"
#include "foundation/web/components.hpp"
#include "search/actions_search.hpp"
#include "search/actions_words.hpp"
#include "search/pages.hpp"

#include <algorithm>

namespace samrum::search {
namespace {

using namespace web;

constexpr std::size_t kPerPage = 20;
constexpr std::size_t kLookedUpBeside = 5;  ///< people and organisations beside everything else
constexpr std::size_t kLookedUpAlone = 50;
constexpr std::int64_t kLastPage = 50;
constexpr std::size_t kLongestTyped = 200;

constexpr Tag<"mark"> kMark{};

/// What the address asks for.
struct Asked {
    std::string typed;
    std::string kind;
    std::int64_t page = 1;
};

Asked asked_in(const module::Call& call) {
    Asked asked;
    asked.typed = std::string(call.request.query.get("q").substr(0, kLongestTyped));
    while (!asked.typed.empty() && !base::is_utf8(asked.typed)) asked.typed.pop_back();
    asked.typed = base::trim(asked.typed);
    const std::string kind(call.request.query.get("kind"));
    if (call.words.has("search.kind." + kind)) asked.kind = kind;
    asked.page = std::clamp<std::int64_t>(base::whole_number(call.request.query.get("page")).value_or(1), 1, kLastPage);
    return asked;
}

std::string address(const module::Call& call, const Asked& asked) {
    Fields query;
    query.add("q", asked.typed);
    if (!asked.kind.empty()) query.add("kind", asked.kind);
    if (asked.page > 1) query.add("page", std::to_string(asked.page));
    return call.link("/search") + "?" + query.encoded();
}

std::string kind_words(const text::Words& words, std::string_view kind) {
    return words("search.kind." + std::string(kind));
}

void with_marks(Html& h, std::string_view text, const std::vector<std::string>& prefixes) {
    for (const Piece& piece : marked(text, prefixes)) {
        if (piece.marked)
            h(kMark, piece.text);
        else
            h.text(piece.text);
    }
}

void one_hit(module::Call& call, Html& h, const Hit& hit, const std::vector<std::string>& prefixes) {
    h(tag::li, attr::cls("s-hit"), [&] {
        h(tag::h3, attr::cls("s-hit__title"), [&] {
            h(tag::a, attr::cls("ds-link"), attr::href(call.link(hit.link)),
              [&] { with_marks(h, hit.title, prefixes); });
        });
        h(tag::p, attr::cls("s-hit__about"), [&] {
            badge(h, Tone::neutral, kind_words(call.words, hit.kind));
            if (!hit.day) return;
            h.text(" ");
            date(h, call.words, *hit.day);
        });
        if (!hit.text.empty()) h(tag::p, [&] { with_marks(h, extract(hit.text, prefixes), prefixes); });
    });
}

void list_of_hits(module::Call& call, Html& h, const std::vector<Hit>& hits, const std::vector<std::string>& prefixes) {
    h(tag::ol, attr::cls("s-hits"), [&] {
        for (const Hit& hit : hits) one_hit(call, h, hit, prefixes);
    });
}

/// The kinds that there are hits of, as tabs beside all of them.
void kind_tabs(module::Call& call, Html& h, const Asked& asked, const std::vector<KindCount>& kinds) {
    std::vector<Tab> all;
    Asked other = asked;
    other.page = 1;
    other.kind.clear();
    all.push_back({call.words("search.all"), address(call, other), asked.kind.empty()});
    for (const KindCount& one : kinds) {
        other.kind = one.kind;
        all.push_back({kind_words(call.words, one.kind) + " (" + call.words.number(one.count) + ")",
                       address(call, other), asked.kind == one.kind});
    }
    if (all.size() > 2 || !asked.kind.empty()) tabs(h, call.words("search.kinds"), all);
}

void pages_beside(module::Call& call, Html& h, const Asked& asked, std::int64_t total) {
    const std::int64_t pages = (total + std::int64_t{kPerPage} - 1) / std::int64_t{kPerPage};
    if (pages < 2) return;
    const auto page_link = [&](std::int64_t page, const char* words) {
        Asked other = asked;
        other.page = page;
        h(tag::a, attr::cls("ds-link"), attr::href(address(call, other)), call.words(words));
    };
    h(tag::nav, attr::cls("s-paging"), attr::set<"aria-label">(call.words("search.pages")), [&] {
        h(tag::p, call.words("search.page_of", {{"page", asked.page}, {"pages", pages}}));
        if (asked.page > 1) page_link(asked.page - 1, "search.previous");
        if (asked.page < pages) page_link(asked.page + 1, "search.next");
    });
}

void search_form(module::Call& call, Html& h, const Asked& asked) {
    query_form(h, call.link("/search"), [&] {
        if (!asked.kind.empty()) hidden(h, "kind", asked.kind);
        search_field(h, {call.words, call.request.query},
                     {.name = "q",
                      .label = call.words("search.field"),
                      .description = call.words("search.field.about"),
                      .optional = true,
                      .unmarked = true,
                      .max_length = static_cast<int>(kLongestTyped)});
        submit_button(h, call.words("search.go"));
    });
}

void nothing_found(module::Call& call, Html& h, const Asked& asked) {
    empty_state(h, call.words("search.none", {{"words", asked.typed}}), call.words("search.none.why"), [&] {
        if (asked.kind.empty()) return;
        Asked all = asked;
        all.kind.clear();
        link_button(h, address(call, all), call.words("search.none.all_kinds"), Variant::secondary);
    });
}

/// Hits of what is looked up, and of what the index knows, with how many there are of each kind.
struct Answer {
    std::vector<LookedUp> looked_up;
    Found found;
    std::int64_t total = 0;
};

Answer answer_to(module::Call& call, const Asked& asked) {
    Answer answer;
    const Query query{asked.typed, asked.kind, static_cast<std::size_t>(asked.page - 1) * kPerPage, kPerPage};
    answer.found = find(call.room(), call.caller, call.house.modules, query);
    answer.looked_up = look_up(call, asked.typed, asked.kind.empty() ? kLookedUpBeside : kLookedUpAlone);
    for (const LookedUp& one : answer.looked_up)
        answer.found.kinds.push_back({one.kind, static_cast<std::int64_t>(one.hits.size())});
    std::erase_if(answer.looked_up, [&](const LookedUp& one) {
        return asked.page > 1 || (!asked.kind.empty() && one.kind != asked.kind);
    });
    answer.total = answer.found.total;
    for (const LookedUp& one : answer.looked_up) answer.total += static_cast<std::int64_t>(one.hits.size());
    return answer;
}

void results(module::Call& call, Html& h, const Asked& asked) {
    const Answer answer = answer_to(call, asked);
    const auto prefixes = prefixes_of(asked.typed);
    kind_tabs(call, h, asked, answer.found.kinds);
    if (answer.total == 0) return nothing_found(call, h, asked);
    h(tag::h2, call.words(answer.found.too_many ? "search.count.many" : "search.count",
                          {{"count", answer.total}, {"words", asked.typed}}));
    for (const LookedUp& one : answer.looked_up) list_of_hits(call, h, one.hits, prefixes);
    list_of_hits(call, h, answer.found.hits, prefixes);
    pages_beside(call, h, asked, answer.found.total);
}

}  // namespace

Response search_page(module::Call& call) {
    // An account without a role here has no business in the room.
    if (call.caller.grants.empty()) return module::not_found(call);
    const Asked asked = asked_in(call);
    auto response =
        module::page(call, {.title = call.words("search.title"), .lead = call.words("search.lead")}, [&](Html& h) {
            search_form(call, h, asked);
            if (!asked.typed.empty()) results(call, h, asked);
        });
    response.headers.emplace_back("cache-control", "no-store");
    return response;
}

}  // namespace samrum::search
