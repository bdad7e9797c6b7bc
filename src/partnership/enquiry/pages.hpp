#pragma once
#include "foundation/module/call.hpp"
#include "foundation/module/page.hpp"
#include "foundation/web/components.hpp"
#include "partnership/enquiry/rules_guide.hpp"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// The pages of the guide and of what comes in through it.
namespace samrum::partnership::enquiry {

// Open to anybody, where the room has opened its guide. Nobody looks who reads them.
web::Response guide_page(module::Call& call);
web::Response question_page(module::Call& call);
web::Response result_page(module::Call& call);
web::Response log_page(module::Call& call);
web::Response public_limits_page(module::Call& call);
web::Response contact_page(module::Call& call);
web::Response contact_now(module::Call& call);
// Behind the secret that whoever asked got.
web::Response own_page(module::Call& call);
web::Response more_now(module::Call& call);
web::Response withdraw_now(module::Call& call);

// The officer's.
web::Response enquiries_page(module::Call& call);
web::Response enquiry_page(module::Call& call);
web::Response answer_now(module::Call& call);
web::Response assess_now(module::Call& call);
web::Response close_now_page(module::Call& call);
web::Response setting_page(module::Call& call);
web::Response setting_now(module::Call& call);
web::Response limits_page(module::Call& call);
web::Response keep_limits_now(module::Call& call);
web::Response supports_page(module::Call& call);
web::Response supports_file(module::Call& call);
web::Response new_support_page(module::Call& call);
web::Response new_support_now(module::Call& call);
web::Response support_page(module::Call& call);
web::Response cancel_support_now(module::Call& call);

/// A message of this room: `said(call, "title")` is `partnership.enquiry.title`.
std::string said(const module::Call& call, std::string_view key, const base::MessageArgs& args = {});
std::string typed(const module::Call& call, std::string_view field);
/// Problems that belong to no field.
void problems_on_top(web::Html& h, const module::Call& call, const base::Problems& problems);
/// The state of a form when the problems are of it, else fresh with these values.
web::FormState state_for(const module::Call& call, std::string_view form, std::string_view shown,
                         const base::Problems& problems, web::Fields values = {});

/// What an address or a form says of the guide's questions, as far as the guide knows it.
Answers answers_in(const web::Fields& fields);
/// "/lund/guide/questions?who=association": the answers in the address, in the guide's order, without one of them.
std::string with_answers(const module::Call& call, std::string_view below_room, const Answers& answers,
                         std::string_view without = {});
void hidden_answers(web::Html& h, const Answers& answers, std::string_view without = {});
/// "Ingen", "520 000 kr": an answer in words.
void answer_words(web::Html& h, const module::Call& call, const Question& question, const std::string& answer);
/// Questions and answers, with a link to change each where `change` leads.
void answers_part(web::Html& h, const module::Call& call, const Answers& answers, bool change);
/// What the answers lead to: why, warning signs, the sum beside the limit.
void advice_part(web::Html& h, const module::Call& call, const Advice& advice);
/// Every limit of the file, the latest first, with its source.
void limits_table(web::Html& h, const module::Call& call, const Limits& limits);
void letters_part(web::Html& h, const module::Call& call, const std::vector<Letter>& letters);
void state_badge(web::Html& h, const module::Call& call, const Enquiry& one);
/// "187 512,34 euro".
void euro(web::Html& h, const module::Call& call, std::int64_t cents);
std::vector<std::pair<std::string, std::string>> guide_crumbs(const module::Call& call);
std::vector<std::pair<std::string, std::string>> enquiry_crumbs(const module::Call& call);

}  // namespace samrum::partnership::enquiry
