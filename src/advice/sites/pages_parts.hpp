#pragma once
#include "advice/sites/actions_read.hpp"
#include "advice/sites/rules_input.hpp"
#include "foundation/module/call.hpp"
#include "foundation/web/components.hpp"

// What the pages of this folder share.
namespace samrum::advice::sites {

/// The words of `advice.sites.<key>`.
std::string said(const module::Call& call, std::string_view key, const base::MessageArgs& args = {});
std::string typed(const module::Call& call, std::string_view field);
bool ticked(const module::Call& call, std::string_view field);
/// The form as the person filled it in, with what was wrong.
web::FormState shown_again(const module::Call& call, const base::Problems& problems);
/// May the caller change sites and sessions here?
bool runs_advice(const module::Call& call);

/// "tisdagar 16.00–18.00, varannan vecka".
std::string rule_words(const text::Words& words, const WeeklyRule& rule);
/// "tisdag 4 februari 2020", as one isolated value.
void day_and_date(web::Html& h, const text::Words& words, base::Date day);
void times(web::Html& h, const text::Words& words, base::ClockTime from, base::ClockTime to);
void state_badge(web::Html& h, const text::Words& words, const Session& session);
/// Why it is cancelled: what the coordinator wrote, else that the hours were changed.
std::string reason_words(const text::Words& words, const Session& session);

/// Advisers, languages, experience, mix: of a rule or a session.
void wants_fields(const module::Call& call, web::Html& h, const web::FormState& state);
void add_wants(web::Fields& values, const Wants& wants);
WantsInput wants_typed(const module::Call& call);
/// "2 rådgivare, en med erfarenhet, arabiska och dari".
std::string wants_words(const text::Words& words, const Wants& wants);

/// Choices of a municipality, with "all" first.
std::vector<web::Option> municipality_options(module::Call& call);
/// A whole number of the path or query that names a revision; -1 for anything else.
std::int64_t revision_typed(const module::Call& call);
/// The site that the path names by id.
std::optional<Site> site_of_path(module::Call& call);
std::optional<Session> session_of_path(module::Call& call);

}  // namespace samrum::advice::sites
