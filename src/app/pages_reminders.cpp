// Which reminders come by mail, and how long ahead: each person's own choice in each room.
#include "app/pages.hpp"
#include "app/reminders.hpp"
#include "foundation/module/page.hpp"
#include "foundation/web/components.hpp"

namespace samrum::app {
namespace {

using namespace web;

std::string value_of(std::optional<int> days) {
    return days ? std::to_string(*days) : "off";
}

Response show_reminders(module::Call& call, const FormState& state) {
    if (call.caller.grants.empty()) return module::not_found(call);
    const auto& words = call.words;
    const auto choices = load_choices(call.lobby(), *call.caller.account, call.head->id);
    return module::page(
        call,
        {.title = words("reminders.title"),
         .crumbs = {{words("home.title"), call.link("/home")}, {words("tasks.title"), call.link("/tasks")}},
         .lead = words("reminders.lead")},
        [&](Html& h) {
            error_summary(h, state);
            form(h, call.csrf, call.link("/tasks/reminders"), [&] {
                for (const TaskKindWord& one : kTaskKinds) {
                    const std::string word(one.word);
                    std::vector<Option> options{{"off", words("reminders.off"), ""}};
                    for (const int days : kLeadChoices)
                        options.push_back(
                            {std::to_string(days), words("reminders.ahead", {{"days", std::int64_t{days}}}), ""});
                    select_field(h, state,
                                 {.name = word,
                                  .label = words("tasks.kind." + word),
                                  .description = words("tasks.kind." + word + ".about"),
                                  .fallback = value_of(lead_of(choices, one.kind))},
                                 options);
                }
                actions(h, [&] { submit_button(h, words("reminders.save")); });
            });
        },
        state.problems.empty() ? 200 : 422);
}

}  // namespace

web::Response reminders_page(module::Call& call) {
    return show_reminders(call, {call.words});
}

web::Response save_reminders_now(module::Call& call) {
    std::vector<std::pair<std::string, std::string>> typed;
    for (const TaskKindWord& one : kTaskKinds) typed.emplace_back(one.word, call.request.form.get(one.word));
    const auto saved = choose_reminders(call.lobby(), *call.head, call.caller, typed);
    if (saved) return call.done(call.link("/tasks/reminders"), "reminders.saved");
    if (auto refused = module::refused_page(call, saved.problems())) return *std::move(refused);
    return show_reminders(call, {call.words, call.request.form, saved.problems()});
}

}  // namespace samrum::app
