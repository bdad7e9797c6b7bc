#include "foundation/text/words.hpp"
#include "partnership/changes/rules.hpp"
#include "partnership/drafting/files_draft.hpp"
#include "partnership/drafting/pages_parts.hpp"

#include <algorithm>

/// The body's own template, and the one table of states as a page.
namespace samrum::partnership::drafting {

using namespace web;
using changes::Cell;
using changes::TableLine;
using module::Call;

namespace {

std::string text_name(const Word<Section>& which) {
    return "text." + std::string(which.word);
}

Response show_template(Call& call, const Fields& values, const Template& newest, const base::Problems& problems) {
    const module::PageHead head{.title = told(call, "template"),
                                .crumbs = {{told(call, "cases"), call.link("/cases")}},
                                .lead = told(call, "template.lead")};
    return module::page(
        call, head,
        [&](Html& h) {
            const FormState state{call.words, values, problems};
            error_summary(h, state);
            small_print(h, newest.made_on ? told(call, "template.version",
                                                 {{"number", std::int64_t{newest.number}},
                                                  {"day", call.words.date(*newest.made_on)},
                                                  {"who", newest.made_by}})
                                          : told(call, "template.shipped"));
            form(h, call.csrf, call.link("/cases/template"), [&] {
                hidden(h, "base", std::to_string(newest.number));
                for (const auto& which : agreement::kSections)
                    text_area(h, state,
                              {.name = text_name(which),
                               .label = part_told(call, DraftPart::text(which.value)),
                               .optional = true,
                               .unmarked = true},
                              5);
                actions(h, [&] {
                    submit_button(h, told(call, "template.do"));
                    link_button(h, call.link("/cases"), told(call, "cancel"), Variant::tertiary);
                });
            });
            const auto all = list_templates(call.room(), call.caller);
            details(h, told(call, "template.versions"), [&] {
                std::vector<Content> lines;
                lines.reserve(all.size());
                for (const Template& one : all)
                    lines.emplace_back(one.made_on ? told(call, "template.version",
                                                          {{"number", std::int64_t{one.number}},
                                                           {"day", call.words.date(*one.made_on)},
                                                           {"who", one.made_by}})
                                                   : told(call, "template.shipped"));
                bullets(h, lines);
            });
        },
        problems.empty() ? 200 : 422);
}

void cell_shown(Html& h, const Call& call, const TableLine& line) {
    if (line.cell.kind == Cell::Kind::refuse) {
        small_print(h, call.words("partnership.changes.why." + std::string(line.cell.reason)));
        return;
    }
    if (line.cell.kind == Cell::Kind::move)
        badge(h, Tone::accent,
              call.words("partnership.drafting.states.moves", {{"state", state_told(call, line.cell.to)}}));
    else
        badge(h, Tone::success, call.words("partnership.drafting.states.yes"));
    if (line.conditions.empty()) return;
    std::vector<Content> conditions;
    conditions.reserve(line.conditions.size());
    for (const auto reason : line.conditions)
        conditions.emplace_back(call.words("partnership.changes.why." + std::string(reason)));
    details(h, told(call, "states.unless_one"), [&] { bullets(h, conditions); });
}

/// One state at a time: what may be done in it, by whom, and where it leads.
void state_shown(Html& h, const Call& call, State state) {
    section(h, told(call, "states.state", {{"state", state_told(call, state)}}), [&] {
        paragraph(h, call.words("partnership.changes.state." + std::string(word_of(state)) + ".about"));
        const auto lines = changes::table_lines();
        table(h, call.words,
              {.caption = state_told(call, state),
               .hide_caption = true,
               .columns = {{.label = told(call, "states.what")},
                           {.label = told(call, "states.who")},
                           {.label = told(call, "states.how")}}},
              [&](Rows& rows) {
                  for (const TableLine& line : lines) {
                      if (line.state != state) continue;
                      if (changes::is_before_signing(state) != changes::is_of_case(line.event) &&
                          line.cell.kind == Cell::Kind::refuse)
                          continue;
                      rows.row({call.words("partnership.changes.kind." + std::string(word_of(line.event))),
                                call.words("partnership.changes.doer." + std::string(word_of(line.doer))),
                                [&h, &call, &line] { cell_shown(h, call, line); }});
                  }
              });
    });
}

}  // namespace

Response template_page(Call& call) {
    if (!call.head->is_public_party) return module::not_found(call);
    const Template newest = current_template(call.room());
    const Agreement like = read_template(newest.document);
    Fields values;
    for (const auto& which : agreement::kSections)
        values.add(text_name(which), part_text(like, DraftPart::text(which.value)));
    return show_template(call, values, newest, {});
}

Response template_now(Call& call) {
    const auto& form = call.request.form;
    std::map<Section, std::string> texts;
    for (const auto& which : agreement::kSections) texts.emplace(which.value, std::string(form.get(text_name(which))));
    const auto done =
        save_template(call.room(), call.caller, call.today(), whole_number(form.get("base")).value_or(-1), texts);
    if (done) return call.done(call.link("/cases/template"), "partnership.drafting.flash.template");
    if (auto refused = module::refused_page(call, done.problems())) return *std::move(refused);
    return show_template(call, form, current_template(call.room()), done.problems());
}

Response states_page(Call& call) {
    const module::PageHead head{.title = told(call, "states"),
                                .crumbs = {{told(call, "cases"), call.link("/cases")}},
                                .lead = told(call, "states.lead"),
                                .wide = true};
    return module::page(call, head, [&](Html& h) {
        for (const auto& state : changes::kStates) state_shown(h, call, state.value);
    });
}

}  // namespace samrum::partnership::drafting
