// The steering group's work of one agreement, beside its other tabs: meetings that treated it, and what was taken on
// there.
#include "foundation/web/table.hpp"
#include "partnership/agreement/pages_tabs.hpp"
#include "partnership/steering/actions_owed.hpp"
#include "partnership/steering/model_permissions.hpp"
#include "partnership/steering/pages.hpp"

#include <algorithm>
#include <map>

namespace samrum::partnership::steering {
namespace {

using namespace web;

void meetings_of_it(Html& h, module::Call& call, const std::vector<Meeting>& meetings) {
    std::map<GroupId, std::string> group_names;
    for (const Group& one : groups(call.room(), call.caller)) group_names[one.id] = one.name;
    table(h, call.words,
          {.caption = said(call, "meetings"),
           .hide_caption = true,
           .columns = {{.label = said(call, "meeting")},
                       {.label = said(call, "meeting.when")},
                       {.label = said(call, "meeting.state")}}},
          [&](Rows& rows) {
              for (const Meeting& one : meetings)
                  rows.row({[&] {
                                link(h, meeting_link(call, one.id),
                                     [&] { name(h, meeting_title(call, one, group_names[one.group])); });
                            },
                            [&] { isolated(h, call.words.times(one.starts, one.ends)); },
                            [&] { meeting_badge(h, call, one); }});
          });
}

/// In a copy: what the room's own organisation took upon itself. It is closed where the group's notes are.
void owed_part(Html& h, module::Call& call, AgreementId agreement) {
    const auto owed = owed_actions(call.room(), call.caller, agreement);
    if (owed.empty()) return;
    section(h, said(call, "owed"), [&] {
        table(h, call.words,
              {.caption = said(call, "owed"),
               .hide_caption = true,
               .columns = {{.label = said(call, "action.what")},
                           {.label = said(call, "action.owner")},
                           {.label = said(call, "action.due")},
                           {.label = said(call, "action.state")}}},
              [&](Rows& rows) {
                  for (const OwedAction& one : owed)
                      rows.row({one.what, [&] { name(h, one.owner); }, [&] { date(h, call.words, one.due); },
                                [&] {
                                    const bool late = !one.closed_on && one.due < call.today();
                                    badge(h, late ? Tone::warning : Tone::info,
                                          said(call, one.closed_on ? "action.closed"
                                                     : late        ? "action.late"
                                                                   : "action.open"));
                                }});
              });
    });
}

}  // namespace

Response agreement_steering_tab(module::Call& call) {
    return agreement::tab_page(call, "/steering", [&](Html& h, const agreement::ReadAgreement& all) {
        if (all.head.home_room != call.head->id.uuid()) {
            empty_state(h, said(call, "tab.elsewhere"), said(call, "tab.elsewhere.why"));
            return owed_part(h, call, all.head.id);
        }
        const auto meetings = meetings_of(call.room(), call.caller, all.head.id);
        section(h, said(call, "meetings"), [&] {
            if (meetings.empty())
                empty_state(h, said(call, "meetings.none"), said(call, "tab.none.why"));
            else
                meetings_of_it(h, call, meetings);
            if (module::may_anywhere(call.caller, kReadSteering))
                paragraph(h, [&] { link(h, call.link("/steering"), said(call, "tab.all")); });
        });
        auto actions = actions_of(call.room(), call.caller);
        std::erase_if(actions, [&](const Action& one) { return one.agreement != all.head.id; });
        section(h, said(call, "actions"), [&] { actions_table(h, call, Names(call), actions); });
    });
}

}  // namespace samrum::partnership::steering
