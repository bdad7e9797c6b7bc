#include "partnership/agreement/actions.hpp"
#include "partnership/drafting/pages_parts.hpp"

#include <algorithm>
#include <ranges>

/// A case at a glance: where it stands, what can be done now and what not, and what happened.
namespace samrum::partnership::drafting {

using namespace web;
using module::Call;

namespace {

/// The acts that an overview offers, in the order of the way.
constexpr EventKind kSteps[] = {EventKind::assessing, EventKind::assessed,      EventKind::drafting,
                                EventKind::agreed,    EventKind::part_rejected, EventKind::rejected,
                                EventKind::decided,   EventKind::withdrawn,     EventKind::reopened};

std::string act_key(EventKind act) {
    return std::string(word_of(act));
}

/// A form of one button: what can be taken back, or must not be asked twice.
void act_form(Html& h, const Call& call, const OpenCase& one, EventKind act, Variant variant) {
    form(h, call.csrf, case_link(call, one.head.id), [&] {
        hidden(h, "act", act_key(act));
        hidden(h, "version", std::to_string(one.head.version));
        submit_button(h, told(call, "act." + act_key(act)), variant);
    });
}

/// Why it is withdrawn or taken up again, and the button; opened by itself when something was missing.
void reason_form(Html& h, const Call& call, const OpenCase& one, EventKind act, const base::Problems& problems) {
    const bool mine = call.request.form.get("act") == act_key(act);
    const FormState state{call.words, mine ? call.request.form : Fields{}, mine ? problems : base::Problems{}};
    details(
        h, told(call, "act." + act_key(act)),
        [&] {
            paragraph(h, told(call, "act." + act_key(act) + ".about"));
            form(h, call.csrf, case_link(call, one.head.id), [&] {
                hidden(h, "act", act_key(act));
                text_area(h, state, {.name = "text", .label = told(call, "why")}, 3);
                submit_button(h, told(call, "act." + act_key(act)), Variant::secondary, Tone::danger);
            });
        },
        mine && !problems.empty());
}

void step_button(Html& h, const Call& call, const OpenCase& one, EventKind act, const base::Problems& problems) {
    switch (act) {
        case EventKind::assessed:
            return link_button(h, case_link(call, one.head.id, "/assessment/new"), told(call, "act.assessed"),
                               one.facts.assessed ? Variant::secondary : Variant::primary);
        case EventKind::rejected:
            return link_button(h, case_link(call, one.head.id, "/reject"), told(call, "act.rejected"),
                               Variant::tertiary);
        case EventKind::part_rejected:
            return link_button(h, case_link(call, one.head.id, "/reject?whole=no"), told(call, "act.part_rejected"),
                               Variant::tertiary);
        case EventKind::decided:
            return link_button(h, case_link(call, one.head.id, "/decide"), told(call, "act.decided"));
        case EventKind::withdrawn:
        case EventKind::reopened:
            return reason_form(h, call, one, act, problems);
        default:
            return act_form(h, call, one, act, Variant::primary);
    }
}

bool agrees_already(const OpenCase& one) {
    return std::ranges::any_of(one.events, [&](const CaseEvent& event) {
        return event.kind == EventKind::agreed && event.version == one.head.version &&
               event.organisation == one.acting.organisation;
    });
}

/// What can be done now, and in plain words why the rest cannot.
void steps_part(Html& h, const Call& call, const OpenCase& one, const base::Problems& problems) {
    std::vector<Term> refused;
    std::vector<EventKind> open;
    for (const EventKind act : kSteps) {
        if (act == EventKind::agreed && agrees_already(one)) continue;
        const auto reasons = reasons_not_to(call, one, act);
        if (reasons.empty()) {
            open.push_back(act);
            continue;
        }
        if (!may(one, act)) continue;
        std::string why;
        for (const std::string& reason : reasons) why += (why.empty() ? "" : " ") + reason;
        refused.push_back({told(call, "act." + act_key(act)), why});
    }
    const auto is_long = [](EventKind act) { return act == EventKind::withdrawn || act == EventKind::reopened; };
    const bool any = std::ranges::any_of(open, [&](EventKind act) { return !is_long(act); });
    if (may(one, EventKind::draft_written) || any)
        actions(h, [&] {
            if (may(one, EventKind::draft_written))
                link_button(h, case_link(call, one.head.id, "/draft"), told(call, "act.draft_written"),
                            Variant::secondary);
            for (const EventKind act : open)
                if (!is_long(act)) step_button(h, call, one, act, problems);
        });
    else if (open.empty())
        paragraph(h, told(call, "steps.none"));
    for (const EventKind act : open)
        if (is_long(act)) step_button(h, call, one, act, problems);
    if (!refused.empty()) details(h, told(call, "not_yet"), [&] { definition_list(h, refused); });
}

void standing_part(Html& h, Call& call, const OpenCase& one) {
    std::vector<Term> terms{
        {told(call, "column.state"),
         call.words("partnership.changes.state." + std::string(word_of(one.state)) + ".about")},
        {told(call, "column.associations"),
         [&] {
             for (const CaseParty& party : one.head.associations) h(tag::div, [&] { name(h, party.name); });
         }},
        {told(call, "column.officer"), one.head.officer},
        {told(call, "column.opened"), [&] { date(h, call.words, one.head.opened_on); }},
        {told(call, "draft"), [&] {
             link(h, case_link(call, one.head.id, "/draft"), version_told(call, one.head.version));
             h.text(" ");
             h.text(told(call, "saved_by",
                         {{"who", one.newest.made_by}, {"when", call.words.moment(one.newest.made_at)}}));
         }}};
    if (one.state == State::drafting)
        terms.push_back({told(call, "agreed"), told(call, one.facts.agreed ? "agreed.yes" : "agreed.not_yet")});
    const auto open = std::ranges::count_if(
        one.comments, [](const Comment& comment) { return !comment.answers && !comment.resolved_on; });
    terms.push_back(
        {told(call, "comments"), told(call, "comments.open", {{"count", static_cast<std::int64_t>(open)}})});
    if (one.head.agreement && module::may_anywhere(call.caller, agreement::kReadAgreements))
        terms.push_back({told(call, "agreement"), [&] {
                             const std::string to = call.link("/agreements/" + one.head.agreement->text());
                             link(h, to, one.draft.title);
                             h.text(" · ");
                             link(h, to + "/papers", told(call, "agreement.papers"));
                         }});
    definition_list(h, terms);
}

void reasons_part(Html& h, const Call& call, const CaseEvent& event) {
    std::vector<Content> reasons;
    reasons.reserve(event.reasons.size());
    for (const CriterionReason& one : event.reasons)
        reasons.emplace_back([&h, &one] {
            h(tag::strong, one.text);
            h.text(" " + one.reason);
        });
    if (reasons.empty()) return;
    paragraph(h, told(call, "reasons"));
    bullets(h, reasons);
}

void happened_part(Html& h, const Call& call, const OpenCase& one) {
    std::vector<TimelineEntry> entries;
    for (const CaseEvent& line : std::ranges::reverse_view(one.events)) {
        std::string title = call.words("partnership.changes.kind." + act_key(line.kind));
        if (!line.part.empty()) title += ": " + line.part;
        entries.push_back({[&h, &call, &line] { date(h, call.words, line.on); }, title,
                           [&h, &call, &line] {
                               if (!line.text.empty()) paragraph(h, line.text);
                               reasons_part(h, call, line);
                               small_print(h,
                                           line.version ? line.by + ", " + version_told(call, *line.version) : line.by);
                           },
                           Stage::past});
    }
    entries.push_back({[&] { date(h, call.words, one.head.opened_on); }, told(call, "opened"),
                       [&] { small_print(h, one.head.officer); }, Stage::past});
    timeline(h, call.words, entries);
}

Response show_case(Call& call, const OpenCase& one, const base::Problems& problems) {
    return case_tab(
        call, one, "",
        [&](Html& h) {
            error_summary(h, FormState{call.words, call.request.form, problems});
            section(h, told(call, "standing"), [&] { standing_part(h, call, one); });
            section(h, told(call, "steps"), [&] { steps_part(h, call, one, problems); });
            section(h, told(call, "happened"), [&] { happened_part(h, call, one); });
        },
        problems.empty() ? 200 : 422);
}

base::Result<base::Done> do_act(Call& call, CaseId id, EventKind act) {
    const std::string text(call.request.form.get("text"));
    switch (act) {
        case EventKind::assessing:
            return take_up(call.room(), call.caller, call.today(), id);
        case EventKind::drafting:
            return begin_drafting(call.room(), call.caller, call.today(), id);
        case EventKind::agreed:
            return agree(call.room(), call.caller, call.today(), id,
                         whole_number(call.request.form.get("version")).value_or(0));
        case EventKind::withdrawn:
            return withdraw(call.room(), call.caller, call.today(), id, text);
        case EventKind::reopened:
            return reopen(call.room(), call.caller, call.today(), id, text);
        default:
            return module::refusal();
    }
}

}  // namespace

Response case_page(Call& call) {
    const auto one = open_of_path(call);
    if (!one) return module::not_found(call);
    return show_case(call, *one, {});
}

Response case_act_now(Call& call) {
    const auto id = case_of_path(call);
    const auto act = agreement::value_of<EventKind>(call.request.form.get("act"));
    if (!id || !act) return module::not_found(call);
    const auto done = do_act(call, *id, *act);
    if (done) {
        announce_case(call);
        return call.done(case_link(call, *id), "partnership.drafting.flash." + act_key(*act));
    }
    if (auto refused = module::refused_page(call, done.problems())) return *std::move(refused);
    const auto one = open_of_path(call);
    if (!one) return module::not_found(call);
    return show_case(call, *one, done.problems());
}

}  // namespace samrum::partnership::drafting
