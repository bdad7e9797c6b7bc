#pragma once
#include "foundation/module/page.hpp"
#include "foundation/web/components.hpp"
#include "friends/people/model.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

// What the coordinator's pages of the slice share.
namespace samrum::friends::people {

/// A message of this room: `people_words(call, "register.title")`.
std::string people_words(const module::Call& call, std::string_view key, const base::MessageArgs& args = {});
/// What a code is called, as those who take part read it, in the coordinator's language: `said(call, "interest",
/// "food")`.
std::string said(const module::Call& call, std::string_view question, std::string_view code);
std::string said_all(const module::Call& call, std::string_view question, const std::vector<std::string>& codes);
std::string languages_said(const module::Call& call, const std::vector<std::string>& codes);
std::string stage_said(const module::Call& call, Stage stage);
void stage_badge(module::Call& call, web::Html& h, Stage stage);
/// A name in its own direction, or that it is protected.
void person_name(module::Call& call, web::Html& h, const std::optional<std::string>& name);
/// "Ny i Sverige", "Ett par": what a party is.
std::string party_said(const module::Call& call, const Answers& answers);
/// What a party answered, in the coordinator's words.
void answer_terms(module::Call& call, web::Html& h, const Programme& programme, const Answers& answers);
/// The programme that `?programme=` chooses, else the newest; nothing when the room has none.
std::optional<Programme> chosen_programme(module::Call& call, const std::vector<Programme>& all);
/// Links to choose among several programmes; nothing when there is one.
void programme_tabs(module::Call& call, web::Html& h, const std::vector<Programme>& all, const Programme& chosen,
                    std::string_view path);
/// The state of a form when the problems are of it (`form` was sent), else fresh with these values.
web::FormState form_state(const module::Call& call, std::string_view form, std::string_view shown,
                          const base::Problems& problems, web::Fields values = {});
std::int64_t revision_of(const module::Call& call);

}  // namespace samrum::friends::people
