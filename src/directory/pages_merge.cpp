// Two entries of one organisation: what looks alike, the two side by side, and the way back.
#include "directory/actions_merge.hpp"
#include "directory/actions_organisation.hpp"
#include "directory/pages.hpp"
#include "directory/pages_parts.hpp"
#include "foundation/module/page.hpp"

#include <algorithm>

namespace samrum::directory {
namespace {

using namespace web;

constexpr std::size_t kMostCandidates = 100;

std::string merge_words(const module::Call& call, std::string_view key, const base::MessageArgs& args = {}) {
    return call.words("directory.merge." + std::string(key), args);
}

std::string pair_link(const module::Call& call, const Organisation& one, const Organisation& other) {
    return call.link("/organisations/merge/" + one.id.text() + "/" + other.id.text());
}

void candidates(module::Call& call, Html& h) {
    const auto all = list_candidates(call.lobby(), *call.head, call.caller);
    section(h, merge_words(call, "candidates"), [&] {
        const Table frame{.caption = merge_words(call, "candidates"),
                          .hide_caption = true,
                          .columns = {{.label = merge_words(call, "one")},
                                      {.label = merge_words(call, "other")},
                                      {.label = merge_words(call, "why")},
                                      {.label = merge_words(call, "look"), .hide_label = true}},
                          .empty = merge_words(call, "candidates.empty")};
        table(h, call.words, frame, [&](Rows& rows) {
            for (std::size_t i = 0; i < std::min(all.size(), kMostCandidates); ++i) {
                const Candidate& one = all[i];
                rows.row({[&] { name(h, one.first.name); }, [&] { name(h, one.second.name); },
                          merge_words(call, "why." + std::string(likeness_name(one.why))),
                          [&] { link(h, pair_link(call, one.first, one.second), merge_words(call, "look")); }});
            }
        });
        if (all.size() > kMostCandidates)
            small_print(h, merge_words(call, "candidates.more",
                                       {{"more", static_cast<std::int64_t>(all.size() - kMostCandidates)}}));
    });
}

void choose_two(module::Call& call, Html& h, const FormState& state) {
    std::vector<Option> options;
    for (const auto& one : list_organisations(call.lobby())) options.push_back({one.id.text(), one.name});
    section(h, merge_words(call, "choose"), [&] {
        query_form(h, call.link("/organisations/merge/pair"), [&] {
            select_field(h, state, {.name = "one", .label = merge_words(call, "one")}, options);
            select_field(h, state, {.name = "other", .label = merge_words(call, "other")}, options);
            actions(h, [&] { submit_button(h, merge_words(call, "look"), Variant::secondary); });
        });
    });
}

void undo_cell(const module::Call& call, Html& h, const Merge& one) {
    if (one.undone_on) {
        h.text(merge_words(call, "undone_on") + " ");
        return date(h, call.words, *one.undone_on);
    }
    form(h, call.csrf, call.link("/organisations/merges/" + one.id.text() + "/undo"),
         [&] { submit_button(h, merge_words(call, "undo"), Variant::tertiary); });
}

void done_merges(module::Call& call, Html& h) {
    const auto all = list_merges(call.lobby(), *call.head);
    if (all.empty()) return;
    section(h, merge_words(call, "done_ones"), [&] {
        const Table frame{.caption = merge_words(call, "done_ones"),
                          .hide_caption = true,
                          .columns = {{.label = merge_words(call, "gone")},
                                      {.label = merge_words(call, "kept")},
                                      {.label = merge_words(call, "made")},
                                      {.label = merge_words(call, "undo"), .hide_label = true}}};
        table(h, call.words, frame, [&](Rows& rows) {
            for (const Merge& one : all)
                rows.row({[&] { name(h, one.gone_before.name); }, [&] { name(h, one.kept_after.name); },
                          [&] {
                              moment(h, call.words, one.made_at);
                              h.text(", " + one.made_by);
                          },
                          [&] { undo_cell(call, h, one); }});
        });
    });
}

Response show_overview(module::Call& call, const FormState& state) {
    if (auto refused = module::refused_page(call, state.problems)) return std::move(*refused);
    return module::page(
        call,
        {.title = merge_words(call, "title"),
         .crumbs = {{call.words("directory.organisations.title"), call.link("/organisations")}},
         .lead = merge_words(call, "lead")},
        [&](Html& h) {
            error_summary(h, state);
            candidates(call, h);
            choose_two(call, h, state);
            done_merges(call, h);
        },
        state.problems.empty() ? 200 : 422);
}

std::string shown_fact(const module::Call& call, const Organisation& one, std::string_view field) {
    if (field == "name") return one.name;
    if (field == "type") return call.words("directory.organisation_type." + std::string(type_name(one.type)));
    if (field == "number") return one.number ? one.number->text() : "–";
    return one.website.value_or("–");
}

void side_by_side(const module::Call& call, Html& h, const Organisation& one, const Organisation& other) {
    const Table frame{.caption = merge_words(call, "side_by_side"),
                      .columns = {{.label = merge_words(call, "fact")},
                                  {.label = merge_words(call, "one")},
                                  {.label = merge_words(call, "other")}}};
    table(h, call.words, frame, [&](Rows& rows) {
        for (const std::string field : {"name", "type", "number", "website"})
            rows.row({call.words("directory.import.field." + field), [&] { name(h, shown_fact(call, one, field)); },
                      [&] { name(h, shown_fact(call, other, field)); }});
    });
}

/// Which entry's fact goes on; asked only where the two differ.
void choose_fact(const module::Call& call, Html& h, const FormState& state, std::string_view field,
                 const Organisation& one, const Organisation& other) {
    const std::string first = shown_fact(call, one, field);
    const std::string second = shown_fact(call, other, field);
    if (first == second) return;
    radio_fields(h, state,
                 {.name = std::string(field),
                  .label = call.words("directory.import.field." + std::string(field)),
                  .fallback = first == "–" ? other.id.text() : one.id.text()},
                 {{one.id.text(), first}, {other.id.text(), second}});
}

Response show_pair(module::Call& call, const Organisation& one, const Organisation& other, const FormState& state) {
    if (auto refused = module::refused_page(call, state.problems)) return std::move(*refused);
    return module::page(
        call,
        {.title = merge_words(call, "pair"),
         .crumbs = {{call.words("directory.organisations.title"), call.link("/organisations")},
                    {merge_words(call, "title"), call.link("/organisations/merge")}},
         .lead = merge_words(call, "pair.lead")},
        [&](Html& h) {
            error_summary(h, state);
            side_by_side(call, h, one, other);
            form(h, call.csrf, pair_link(call, one, other), [&] {
                radio_fields(h, state,
                             {.name = "keep",
                              .label = merge_words(call, "keep"),
                              .description = merge_words(call, "keep.hint"),
                              .fallback = kept_at_first(call.lobby(), *call.head, call.caller, one, other).text()},
                             {{one.id.text(), one.name, merge_words(call, "one")},
                              {other.id.text(), other.name, merge_words(call, "other")}});
                for (const std::string_view field : {"name", "type", "website"})
                    choose_fact(call, h, state, field, one, other);
                actions(h, [&] {
                    submit_button(h, merge_words(call, "do"));
                    link_button(h, call.link("/organisations/merge"), call.words("directory.cancel"),
                                Variant::tertiary);
                });
            });
            small_print(h, merge_words(call, "can_be_undone"));
        },
        state.problems.empty() ? 200 : 422);
}

struct PairOfEntries {
    Organisation one;
    Organisation other;
};
std::optional<PairOfEntries> pair_of(module::Call& call, std::string_view one_id, std::string_view other_id) {
    const auto one = OrganisationId::parse(one_id);
    const auto other = OrganisationId::parse(other_id);
    if (!one || !other) return std::nullopt;
    auto first = find_organisation(call.lobby(), *one);
    auto second = find_organisation(call.lobby(), *other);
    // Two ids of what is merged already are the same organisation.
    if (!first || !second || first->id == second->id) return std::nullopt;
    return PairOfEntries{std::move(*first), std::move(*second)};
}

/// The fact of the entry that the radio names; what was not asked about is the kept one's.
TakenFrom taken_from(const module::Call& call, std::string_view field, const Organisation& gone) {
    return typed(call, field) == gone.id.text() ? TakenFrom::gone : TakenFrom::kept;
}

}  // namespace

Response merge_page(module::Call& call) {
    return show_overview(call, {call.words});
}

Response merge_choice_page(module::Call& call) {
    const auto pair = pair_of(call, call.request.query.get("one"), call.request.query.get("other"));
    if (pair) return Response::redirect(pair_link(call, pair->one, pair->other));
    return show_overview(call, {call.words, call.request.query, {base::problem("other", "directory.merge.itself")}});
}

Response merge_pair_page(module::Call& call) {
    const auto pair = pair_of(call, call.part("one"), call.part("other"));
    return pair ? show_pair(call, pair->one, pair->other, {call.words}) : module::not_found(call);
}

Response merge_now_page(module::Call& call) {
    const auto pair = pair_of(call, call.part("one"), call.part("other"));
    if (!pair) return module::not_found(call);
    const bool keeps_other = typed(call, "keep") == pair->other.id.text();
    const Organisation& kept = keeps_other ? pair->other : pair->one;
    const Organisation& gone = keeps_other ? pair->one : pair->other;
    const MergeChoice choice{taken_from(call, "name", gone), taken_from(call, "type", gone),
                             taken_from(call, "website", gone)};
    const auto merged = merge_organisations(call.lobby(), *call.head, call.caller, kept.id, gone.id, choice);
    if (merged) return call.done(call.link("/organisations/" + kept.id.text()), "directory.merge.done");
    return show_pair(call, pair->one, pair->other, shown_again(call, merged.problems()));
}

Response undo_merge_now(module::Call& call) {
    const auto id = MergeId::parse(call.part("merge"));
    if (!id) return module::not_found(call);
    const auto undone = undo_merge(call.lobby(), *call.head, call.caller, call.today(), *id);
    if (undone) return call.done(call.link("/organisations/merge"), "directory.merge.undo_done");
    return show_overview(call, shown_again(call, undone.problems()));
}

}  // namespace samrum::directory
