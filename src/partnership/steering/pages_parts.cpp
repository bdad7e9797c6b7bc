#include "foundation/base/number.hpp"
#include "partnership/steering/actions_meeting.hpp"
#include "partnership/steering/pages.hpp"

#include <algorithm>

namespace samrum::partnership::steering {

using namespace web;

std::string said(const module::Call& call, std::string_view key, const base::MessageArgs& args) {
    return call.words("partnership.steering." + std::string(key), args);
}
std::string typed(const module::Call& call, std::string_view field) {
    return std::string(call.request.form.get(field));
}
std::vector<std::string> typed_each(const module::Call& call, std::string_view field) {
    std::vector<std::string> all;
    for (const std::string_view one : call.request.form.every(field)) all.emplace_back(one);
    return all;
}
std::int64_t typed_revision(const module::Call& call) {
    return base::whole_number(call.request.form.get("revision")).value_or(0);
}
bool may_keep_here(const module::Call& call) {
    return module::may_for(call.caller, kKeepSteering, call.caller.room_organisation);
}

bool is_material_for(const module::Call& call, std::string_view link) {
    if (link.empty() || may_keep_here(call)) return !link.empty();
    return !leads_to_report(link) && link.find("/papers/") == std::string_view::npos;
}

Names::Names(module::Call& call) : agreements(agreement::read_agreements(call.room(), call.caller)) {
    // A copy is followed up where the agreement lives.
    std::erase_if(agreements,
                  [&](const agreement::ListedAgreement& one) { return one.head.home_room != call.head->id.uuid(); });
}
bool Names::knows(AgreementId id) const {
    return std::ranges::any_of(agreements, [&](const auto& one) { return one.head.id == id; });
}
std::string Names::of(AgreementId id) const {
    for (const auto& one : agreements)
        if (one.head.id == id) return one.head.activity.empty() ? one.head.title : one.head.activity;
    return "–";
}

std::string meeting_title(const module::Call& call, const Meeting& meeting, const std::string& group) {
    return said(call, "meeting.name", {{"group", group}, {"day", call.words.date(meeting.day)}});
}
std::string meeting_link(const module::Call& call, MeetingId id, std::string_view below) {
    return call.link("/steering/meetings/" + id.text() + std::string(below));
}
void meeting_badge(Html& h, const module::Call& call, const Meeting& meeting) {
    const Tone tone = meeting.state == MeetingState::called      ? Tone::info
                      : meeting.state == MeetingState::settled   ? Tone::success
                      : meeting.state == MeetingState::cancelled ? Tone::warning
                                                                 : Tone::neutral;
    badge(h, tone, said(call, "state." + std::string(agreement::word_of(meeting.state))));
}
void agreement_badges(Html& h, const Names& names, const std::vector<AgreementId>& agreements) {
    for (const AgreementId& one : agreements) {
        // What the reader may not see is not hinted at.
        if (!names.knows(one)) continue;
        badge(h, Tone::accent, names.of(one));
        h.text(" ");
    }
}
void consensus_part(Html& h, const module::Call& call, const Item& item) {
    if (item.consensus == Consensus::none) return;
    const bool agreed = item.consensus == Consensus::consensus;
    paragraph(h, [&] {
        badge(h, agreed ? Tone::success : Tone::warning, said(call, agreed ? "consensus" : "disagreement"));
    });
    if (!item.dissent.empty()) prose(h, item.dissent, 4);
}
void prose(Html& h, const std::string& markdown, int first_heading) {
    if (!markdown.empty()) h(tag::div, attr::cls("prose"), TrustedHtml{text::markdown_html(markdown, first_heading)});
}

void actions_table(Html& h, module::Call& call, const Names& names, const std::vector<Action>& actions) {
    table(h, call.words,
          {.caption = said(call, "actions"),
           .hide_caption = true,
           .columns = {{.label = said(call, "action.what")},
                       {.label = said(call, "action.of")},
                       {.label = said(call, "action.owner")},
                       {.label = said(call, "action.due")},
                       {.label = said(call, "action.state")},
                       {.label = said(call, "action.do"), .hide_label = true}},
           .empty = said(call, "actions.none")},
          [&](Rows& rows) {
              for (const Action& one : actions)
                  rows.row(
                      {[&] { link(h, meeting_link(call, one.meeting), [&] { name(h, one.what); }); },
                       names.of(one.agreement), [&] { name(h, one.owner); }, [&] { date(h, call.words, one.due); },
                       [&] {
                           if (one.closed_on) {
                               badge(h, one.dropped ? Tone::neutral : Tone::success,
                                     said(call, one.dropped ? "action.dropped" : "action.done"));
                               h.text(" ");
                               date(h, call.words, *one.closed_on);
                               if (!one.outcome.empty()) small_print(h, one.outcome);
                           } else {
                               const bool late = one.due < call.today();
                               badge(h, late ? Tone::warning : Tone::info,
                                     said(call, late ? "action.late" : "action.open"));
                           }
                       },
                       [&] {
                           if (!may_close(call.room(), call.caller, one)) return;
                           const std::string path = call.link("/steering/actions/" + one.id.text());
                           if (one.closed_on)
                               return form(h, call.csrf, path + "/reopen",
                                           [&] { submit_button(h, said(call, "action.reopen"), Variant::tertiary); });
                           details(h, said(call, "action.close"), [&] {
                               form(h, call.csrf, path + "/close", [&] {
                                   const FormState state{call.words, {}, {}};
                                   text_field(
                                       h, state,
                                       {.name = "outcome", .label = said(call, "action.outcome"), .optional = true});
                                   submit_button(h, said(call, "action.is_done"), Variant::secondary, Tone::accent,
                                                 "how", "done");
                                   submit_button(h, said(call, "action.is_dropped"), Variant::tertiary, Tone::accent,
                                                 "how", "dropped");
                               });
                           });
                       }});
          });
}

FormState state_for(const module::Call& call, std::string_view form_name, std::string_view shown,
                    const base::Problems& problems, Fields values) {
    if (form_name != shown) return {call.words, std::move(values)};
    return {call.words, call.request.form, problems};
}
void problems_on_top(Html& h, const module::Call& call, const base::Problems& problems) {
    for (const auto& one : problems)
        if (one.field.empty()) notice(h, Tone::danger, said(call, "not_done"), call.words(one.message));
}
std::vector<std::pair<std::string, std::string>> steering_crumbs(const module::Call& call) {
    return {{said(call, "title"), call.link("/steering")}};
}

void agreements_field(Html& h, const module::Call& call, const FormState& state, const Names& names,
                      const std::vector<AgreementId>& choices) {
    std::vector<Option> options;
    options.reserve(choices.size());
    for (const AgreementId& one : choices) options.push_back({one.text(), names.of(one), ""});
    checkbox_fields(h, state, {.name = "agreements", .label = said(call, "meeting.agreements")}, options);
}
void meeting_fields(Html& h, const module::Call& call, const FormState& state) {
    date_field(h, state, {.name = "day", .label = said(call, "meeting.day"), .width = Width::medium});
    time_field(h, state, {.name = "starts", .label = said(call, "meeting.starts"), .width = Width::narrow});
    time_field(h, state, {.name = "ends", .label = said(call, "meeting.ends"), .width = Width::narrow});
    text_field(h, state,
               {.name = "place",
                .label = said(call, "meeting.place"),
                .description = said(call, "meeting.place.hint"),
                .max_length = static_cast<int>(kLongestLine)});
}

}  // namespace samrum::partnership::steering
