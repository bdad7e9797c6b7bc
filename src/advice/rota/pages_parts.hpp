#pragma once
#include "advice/rota/actions_draft.hpp"
#include "advice/rota/actions_read.hpp"
#include "foundation/module/call.hpp"
#include "foundation/web/components.hpp"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

// What the pages of the rota share.
namespace samrum::advice::rota {

/// The message `advice.rota.page.<key>`.
std::string rota_words(const module::Call& call, std::string_view key, const base::MessageArgs& args = {});
/// What open pages of the rota listen to.
std::string rota_topic(const module::Call& call);
void announce_rota(module::Call& call);
/// A live region, where the page can be fetched again: the answer to a form that was refused cannot.
void refreshed(module::Call& call, web::Html& h, std::string_view id, const web::Slot& inside);

/// A form with nothing but a button: works without JavaScript and by one tap.
struct Tap {
    std::string path;
    std::string label;
    std::string about = {};  ///< for screen readers, after the label: which shift
    std::vector<std::pair<std::string, std::string>> fields = {};
    web::Variant variant = web::Variant::secondary;
};
void tap(module::Call& call, web::Html& h, const Tap& one);

/// "tisdag 4 februari 2020, 16.00–18.30".
void when(module::Call& call, web::Html& h, const sites::Session& session);
std::string when_text(const module::Call& call, const sites::Session& session);

/// A name, or in words that it is not shown.
std::string name_in(const module::Call& call, const Names& names, VolunteerId id);
/// Who is there, one a line, those who have offered their place marked.
void people_list(module::Call& call, web::Html& h, const Line& line, const Names& names);
/// The wanted languages, each with whether somebody speaks it.
void language_marks(module::Call& call, web::Html& h, const Coverage& coverage);
/// What is lacked, in words, with the way to meet it; nothing when nothing is.
std::vector<std::string> lacks_in_words(const module::Call& call, const Line& line);
void lacks_list(module::Call& call, web::Html& h, const Line& line);
/// "planned" says nothing; cancelled, open and held do.
void state_mark(module::Call& call, web::Html& h, const sites::Session& session);

/// What an action said no with, shown where the page begins.
void said_no(module::Call& call, web::Html& h, const base::Problems& problems);

std::optional<SessionId> session_in(std::string_view text);
/// Why nobody meets a lack, and why somebody is suggested: a line each.
std::string why_text(const module::Call& call, const optimise::rota::Why& why);
std::string merit_text(const module::Call& call, const optimise::rota::Merit& merit);

}  // namespace samrum::advice::rota
