#include "partnership/drafting/pages_parts.hpp"

#include "foundation/text/words.hpp"

#include <algorithm>

namespace samrum::partnership::drafting {

using namespace web;
using module::Call;

namespace {

/// The elements of an edited text; the house's builder has no others.
constexpr Tag<"ins"> kInserted{};
constexpr Tag<"del"> kDeleted{};

Tone tone_of_state(State state) {
    switch (state) {
        case State::rejected:
        case State::withdrawn:
        case State::terminated:
            return Tone::danger;
        case State::decided:
        case State::signed_:
        case State::running:
            return Tone::success;
        case State::ending:
            return Tone::warning;
        case State::ended:
        case State::ended_by_notice:
            return Tone::neutral;
        default:
            return Tone::info;
    }
}

}  // namespace

std::string told(const Call& call, std::string_view key, const base::MessageArgs& args) {
    return call.words("partnership.drafting." + std::string(key), args);
}
std::string state_told(const Call& call, State state) {
    return call.words("partnership.changes.state." + std::string(word_of(state)));
}
void state_badge(Html& h, const Call& call, State state) {
    badge(h, tone_of_state(state), state_told(call, state));
}
std::string part_told(const Call& call, const DraftPart& part) {
    if (part.section()) return call.words("partnership.section." + std::string(word_of(*part.section())));
    return told(call, part.group() ? "facts." + std::string(word_of(*part.group())) : "whole_draft");
}
std::string version_told(const Call& call, int number) {
    auto said = told(call, "version", {{"number", std::int64_t{number}}});
    // In a right-to-left line the number would go to the other end of what stands beside it.
    return call.words.right_to_left() ? text::isolated(said) : said;
}
std::string case_link(const Call& call, CaseId id, std::string_view below) {
    return call.link("/cases/" + id.text() + std::string(below));
}
std::string part_link(const Call& call, const OpenCase& one, const DraftPart& part, std::string_view below) {
    return case_link(call, one.head.id, "/draft/" + part.name() + std::string(below));
}

std::optional<CaseId> case_of_path(const Call& call) {
    const auto id = CaseId::parse(call.part("id"));
    return id ? std::optional(*id) : std::nullopt;
}
std::optional<OpenCase> open_of_path(Call& call) {
    const auto id = case_of_path(call);
    return id ? open_case(call.room(), call.caller, call.today(), *id) : std::nullopt;
}
bool may(const OpenCase& one, EventKind act) {
    return changes::may_do(act, one.acting.side) &&
           changes::cell_of(one.state, act).kind != changes::Cell::Kind::refuse;
}
std::vector<std::string> reasons_not_to(const Call& call, const OpenCase& one, EventKind act) {
    std::vector<std::string> reasons;
    for (const base::Problem& problem : changes::judge_case(one.state, act, one.acting.side, one.facts))
        reasons.push_back(call.words(problem.message));
    return reasons;
}

Response case_tab(Call& call, const OpenCase& one, std::string_view path, const std::function<void(Html&)>& inside,
                  int status) {
    return module::page(
        call,
        {.title = one.head.title,
         .crumbs = {{told(call, "cases"), call.link("/cases")}},
         .own_heading = true,
         .wide = true},
        [&](Html& h) {
            page_heading(
                h, {.title = one.head.title,
                    .lead = told(call, "case.lead", {{"activity", one.head.activity}}),
                    .meta = [&] {
                        state_badge(h, call, one.state);
                        if (one.head.rejected_in_part) badge(h, Tone::warning, told(call, "rejected_in_part"));
                        h(tag::span, [&] { isolated(h, told(call, "case.number", {{"number", one.head.number}})); });
                    }});
            std::vector<Tab> all;
            for (const std::string_view tab : {"", "/draft", "/check", "/assessment", "/versions"})
                all.push_back({told(call, "tab" + (tab.empty() ? ".overview" : "." + std::string(tab.substr(1)))),
                               case_link(call, one.head.id, tab), tab == path});
            tabs(h, told(call, "tabs"), all);
            inside(h);
        },
        status);
}

module::PageHead case_head(const Call& call, const OpenCase& one, const std::string& title, std::string_view tab,
                           const std::string& lead) {
    std::vector<std::pair<std::string, std::string>> crumbs{{told(call, "cases"), call.link("/cases")},
                                                            {one.head.title, case_link(call, one.head.id)}};
    if (!tab.empty())
        crumbs.emplace_back(told(call, "tab." + std::string(tab.substr(1))), case_link(call, one.head.id, tab));
    return {.title = title, .crumbs = std::move(crumbs), .lead = lead};
}

void write_difference(Html& h, const Call& call, const std::vector<Piece>& pieces) {
    if (pieces.empty()) return paragraph(h, told(call, "difference.empty"));
    h(tag::div, attr::cls("s-difference"), [&] {
        for (const Piece& one : pieces) {
            const auto marked = [&](auto tag, std::string_view before, std::string_view after) {
                h(tag, [&] {
                    visually_hidden(h, told(call, before) + " ");
                    h.text(one.text);
                    visually_hidden(h, " " + told(call, after));
                });
            };
            if (one.change == Change::removed)
                marked(kDeleted, "difference.removed", "difference.removed.end");
            else if (one.change == Change::added)
                marked(kInserted, "difference.added", "difference.added.end");
            else
                h(tag::span, one.text);
        }
    });
}

void write_draft_text(Html& h, const Agreement& draft, const std::string& markdown, int first_heading) {
    h(tag::div, attr::cls("prose"), attr::lang(draft.language),
      TrustedHtml{text::markdown_html(markdown, first_heading)});
}

std::optional<int> whole_number(std::string_view typed) {
    constexpr std::size_t kLongest = 6;
    if (typed.empty() || typed.size() > kLongest ||
        !std::ranges::all_of(typed, [](char c) { return c >= '0' && c <= '9'; }))
        return std::nullopt;
    return std::stoi(std::string(typed));
}

std::string case_topic(const Call& call) {
    return "room/" + call.head->id.text() + "/partnership";
}
void announce_case(Call& call) {
    if (call.house.events) call.house.events->publish(case_topic(call), "");
}

}  // namespace samrum::partnership::drafting
