#pragma once
#include "foundation/module/call.hpp"
#include "foundation/module/page.hpp"
#include "foundation/web/components.hpp"
#include "partnership/agreement/actions_read.hpp"
#include "partnership/steering/actions_read.hpp"

#include <string>
#include <string_view>
#include <vector>

/// The pages of the steering group, and what they share.
namespace samrum::partnership::steering {

web::Response steering_page(module::Call& call);
web::Response agreement_steering_tab(module::Call& call);
web::Response propose_page(module::Call& call);
web::Response propose_now(module::Call& call);
web::Response close_action_now(module::Call& call);
web::Response reopen_action_now(module::Call& call);

web::Response new_group_page(module::Call& call);
web::Response new_group_now(module::Call& call);
web::Response group_page(module::Call& call);
web::Response save_group_now(module::Call& call);
web::Response add_seat_now(module::Call& call);
web::Response seat_page(module::Call& call);
web::Response seat_email_now(module::Call& call);
web::Response end_seat_now(module::Call& call);
web::Response set_holder_now(module::Call& call);

web::Response new_meeting_page(module::Call& call);
web::Response new_meeting_now(module::Call& call);
web::Response meeting_page(module::Call& call);
web::Response save_meeting_now(module::Call& call);
web::Response call_meeting_now(module::Call& call);
web::Response cancel_meeting_now(module::Call& call);
web::Response draw_agenda_now(module::Call& call);
web::Response hold_meeting_now(module::Call& call);
web::Response settle_meeting_now(module::Call& call);
web::Response add_addendum_now(module::Call& call);
web::Response add_item_now(module::Call& call);
web::Response meeting_paper(module::Call& call);
web::Response meeting_file(module::Call& call);

web::Response item_page(module::Call& call);
web::Response save_item_now(module::Call& call);
web::Response save_notes_now(module::Call& call);
web::Response move_item_now(module::Call& call);
web::Response remove_item_now(module::Call& call);
web::Response add_action_now(module::Call& call);

/// A message of this room: `said(call, "title")` is `partnership.steering.title`.
std::string said(const module::Call& call, std::string_view key, const base::MessageArgs& args = {});
/// A field of the form, as typed.
std::string typed(const module::Call& call, std::string_view field);
std::vector<std::string> typed_each(const module::Call& call, std::string_view field);
std::int64_t typed_revision(const module::Call& call);
bool may_keep_here(const module::Call& call);
/// Does an item lead to something that this reader may open? Drafts of the municipality (a report before it is
/// approved, the account to the committee) are for its officers.
bool is_material_for(const module::Call& call, std::string_view link);
/// What the agreements of the room are called in short: "RådRum".
struct Names {
    explicit Names(module::Call& call);
    std::string of(AgreementId id) const;
    bool knows(AgreementId id) const;
    std::vector<agreement::ListedAgreement> agreements;  ///< that the caller may see
};
std::string meeting_title(const module::Call& call, const Meeting& meeting, const std::string& group);
std::string meeting_link(const module::Call& call, MeetingId id, std::string_view below = "");
void meeting_badge(web::Html& h, const module::Call& call, const Meeting& meeting);
void agreement_badges(web::Html& h, const Names& names, const std::vector<AgreementId>& agreements);
void consensus_part(web::Html& h, const module::Call& call, const Item& item);
void prose(web::Html& h, const std::string& markdown, int first_heading);
/// Open and closed actions, with what the caller may close.
void actions_table(web::Html& h, module::Call& call, const Names& names, const std::vector<Action>& actions);
/// The state of a form when the problems are of it, else fresh with these values.
web::FormState state_for(const module::Call& call, std::string_view form, std::string_view shown,
                         const base::Problems& problems, web::Fields values = {});
/// Problems that belong to no field.
void problems_on_top(web::Html& h, const module::Call& call, const base::Problems& problems);
std::vector<std::pair<std::string, std::string>> steering_crumbs(const module::Call& call);
/// Checkboxes for the agreements of a group or meeting.
void agreements_field(web::Html& h, const module::Call& call, const web::FormState& state, const Names& names,
                      const std::vector<AgreementId>& choices);
void meeting_fields(web::Html& h, const module::Call& call, const web::FormState& state);

}  // namespace samrum::partnership::steering
