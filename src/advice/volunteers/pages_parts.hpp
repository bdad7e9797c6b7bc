#pragma once
#include "advice/volunteers/actions_volunteer.hpp"
#include "foundation/web/components.hpp"

#include <string>
#include <string_view>
#include <vector>

// What the pages of the volunteers share.
namespace samrum::advice::volunteers {

/// A message of this room: `say(call, "list.title")`.
std::string say(const module::Call& call, std::string_view key, const base::MessageArgs& args = {});
std::string language_name(const module::Call& call, std::string_view code);  ///< "arabiska"
std::string languages_said(const module::Call& call, const std::vector<std::string>& codes);
std::string stage_said(const module::Call& call, Stage stage);
std::string reason_said(const module::Call& call, LeaveReason reason);

std::vector<std::string> every(const module::Call& call, std::string_view field);
std::string typed(const module::Call& call, std::string_view field);
std::optional<std::int64_t> revision_of(const module::Call& call);

void stage_badge(module::Call& call, web::Html& h, Stage stage);
/// A name in its own direction, or that it is protected.
void person_name(module::Call& call, web::Html& h, const std::optional<std::string>& known);

/// Boxes in columns for every language of advice; those chosen are ticked.
void language_boxes(module::Call& call, web::Html& h, const web::FormState& state, std::string_view hint);
web::Fields with_languages(const std::vector<std::string>& codes);

/// Which weekday at which site, as boxes in a table, and most shifts a month. With many sites, those chosen and those
/// that `?site=` asks for.
void times_form(module::Call& call, web::Html& h, const web::FormState& state, const Volunteer& one,
                std::string_view action);
/// The breaks with a form for one more, the way back, and to take one away.
void breaks_part(module::Call& call, web::Html& h, const web::FormState& state, const Volunteer& one,
                 std::string_view action);
/// Leaving, asked about in a dialog.
void leave_dialog(module::Call& call, web::Html& h, const web::FormState& state, std::string_view action,
                  std::optional<std::int64_t> revision, std::string_view own_words);
/// The state of a form when the problems are of it, else fresh with these values.
web::FormState form_state(const module::Call& call, std::string_view form, std::string_view shown,
                          const base::Problems& problems, web::Fields values = {});

/// Problems that belong to no form of the page.
void loose_problems(module::Call& call, web::Html& h, const base::Problems& problems);

/// Carries out what the forms of breaks_part ask for.
base::Result<base::Done> change_break(module::Call& call, VolunteerId id);

/// A PDF that says what somebody did. Nothing when there is nothing to say yet.
std::optional<std::string> certificate_pdf(module::Call& call, const Seen& seen);
web::Response certificate_answer(module::Call& call, std::optional<std::string> pdf);

}  // namespace samrum::advice::volunteers
