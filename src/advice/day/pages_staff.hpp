#pragma once
#include "advice/day/pages_parts.hpp"

// What the staff's pages of the day share: host, desk, and the day of a site.
namespace samrum::advice::day {

/// The day of the site in the path as the caller may see it.
base::Result<DayView> day_of(module::Call& call);
/// "/im/advice/stadsbiblioteket/desk".
std::string day_link(const module::Call& call, const DayView& day, std::string_view below);

/// "arabiska", "–" when nobody said.
std::string language_words(const text::Words& words, std::string_view code);
/// "brev, arbete".
std::string topic_words(const text::Words& words, const Assessment& needs);
/// What the first assessment says, as marks: language, topics, length, urgent.
void needs_marks(module::Call& call, web::Html& h, const Ticket& ticket);
/// Minutes since the ticket came, whole.
std::int64_t waited_minutes(const Ticket& ticket, base::Instant now);

/// The host's fields of an assessment, in the words of the staff, with the pictures. Fields of several tickets stand on
/// one page: `at` keeps their ids apart. `again`: the form as it was sent, with what was wrong with it.
void staff_assessment(module::Call& call, web::Html& h, const Ticket& ticket, std::string_view at,
                      const web::FormState* again = nullptr);

/// Runs an action on the open session and tells the screens; goes to `back` with the flash, or shows the problem there.
web::Response after(module::Call& call, const DayView& day, const base::Problems& problems, std::string back,
                    std::string_view flash);
int number_of(std::string_view text, int otherwise);

}  // namespace samrum::advice::day
