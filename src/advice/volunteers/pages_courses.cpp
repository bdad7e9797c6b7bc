// Courses: who is signed up, other networks' advisers and interpreter students as numbers, and who came.
#include "advice/volunteers/actions_course.hpp"
#include "advice/volunteers/pages.hpp"
#include "advice/volunteers/pages_parts.hpp"
#include "foundation/module/page.hpp"

#include <algorithm>

namespace samrum::advice::volunteers {

using namespace web;

namespace {

std::optional<CourseId> course_id(const module::Call& call) {
    const auto id = CourseId::parse(call.part("id"));
    return id ? std::optional(*id) : std::nullopt;
}
std::string course_path(const module::Call& call, CourseId id, std::string_view below = "") {
    return call.link("/advice/courses/" + id.text() + std::string(below));
}
std::string kind_said(const module::Call& call, CourseKind kind) {
    return say(call, "course.kind." + std::string(code_of(kind)));
}

std::vector<VolunteerId> people_of(const module::Call& call, std::string_view field) {
    std::vector<VolunteerId> all;
    for (const auto value : call.request.form.every(field))
        if (const auto id = VolunteerId::parse(value)) all.push_back(*id);
    return all;
}

CourseInput course_input(const module::Call& call) {
    return {typed(call, "title"),  typed(call, "kind"),  typed(call, "day"),
            typed(call, "starts"), typed(call, "place"), typed(call, "seats")};
}
Fields course_values(const Course& one) {
    Fields values;
    values.add("title", one.title);
    values.add("kind", std::string(code_of(one.kind)));
    values.add("day", one.day.iso());
    if (one.starts) values.add("starts", one.starts->iso());
    values.add("place", one.place);
    if (one.seats) values.add("seats", std::to_string(one.seats));
    return values;
}

void course_fields(module::Call& call, Html& h, const FormState& state) {
    text_field(h, state, {.name = "title", .label = say(call, "course.title"), .max_length = 120});
    std::vector<Option> kinds;
    for (const CourseKind kind : kCourseKinds)
        kinds.push_back({std::string(code_of(kind)), kind_said(call, kind),
                         kind == CourseKind::basics ? say(call, "course.basics.hint") : ""});
    radio_fields(h, state, {.name = "kind", .label = say(call, "course.kind"), .fallback = "basics"}, kinds);
    date_field(h, state, {.name = "day", .label = say(call, "course.day"), .width = Width::medium});
    time_field(h, state,
               {.name = "starts", .label = say(call, "course.starts"), .optional = true, .width = Width::narrow});
    text_field(h, state, {.name = "place", .label = say(call, "course.place"), .optional = true, .max_length = 120});
    number_field(h, state,
                 {.name = "seats",
                  .label = say(call, "course.seats"),
                  .description = say(call, "course.seats.hint"),
                  .optional = true,
                  .max_length = 3,
                  .width = Width::narrow});
}

Response show_new_course(module::Call& call, const base::Problems& problems) {
    if (auto refused = module::refused_page(call, problems)) return std::move(*refused);
    const FormState state{call.words, call.request.form, problems};
    return module::page(
        call,
        {.title = say(call, "course.new"),
         .crumbs = {{say(call, "list.title"), call.link("/advice/volunteers")},
                    {say(call, "courses"), call.link("/advice/courses")}}},
        [&](Html& h) {
            error_summary(h, state);
            form(h, call.csrf, call.link("/advice/courses/new"), [&] {
                course_fields(call, h, state);
                actions(h, [&] { submit_button(h, say(call, "save")); });
            });
        },
        problems.empty() ? 200 : 422);
}

std::string said_name(const module::Call& call, const CourseSeen& seen, VolunteerId id) {
    const auto found = seen.names.find(id);
    return found == seen.names.end() ? say(call, "protected") : found->second;
}

void own_people(module::Call& call, Html& h, const CourseSeen& seen) {
    const Course& one = seen.course;
    const Table frame{.caption = say(call, "course.own"),
                      .hide_caption = true,
                      .columns = {{.label = say(call, "name")},
                                  {.label = say(call, "course.came")},
                                  {.label = say(call, "course.sign_off"), .hide_label = true}},
                      .empty = say(call, "course.own.none")};
    table(h, call.words, frame, [&](Rows& rows) {
        for (const Seat& seat : one.own)
            rows.row({[&] {
                          link(h, call.link("/advice/volunteers/" + seat.volunteer.text()),
                               [&] { name(h, said_name(call, seen, seat.volunteer)); });
                      },
                      say(call, !one.held       ? "course.signed_up"
                                : seat.attended ? "yes"
                                                : "no"),
                      [&] {
                          form(h, call.csrf, course_path(call, one.id, "/people"), [&] {
                              hidden(h, "off", seat.volunteer.text());
                              submit_button(h, say(call, "course.sign_off"), Variant::tertiary);
                          });
                      }});
    });
    if (seen.others.empty()) return;
    details(h, say(call, "course.sign_up"), [&] {
        form(h, call.csrf, course_path(call, one.id, "/people"), [&] {
            std::vector<Option> options;
            options.reserve(seen.others.size());
            for (const VolunteerId id : seen.others) options.push_back({id.text(), said_name(call, seen, id), ""});
            h(tag::div, attr::cls("s-columns"), [&] {
                checkbox_fields(h, FormState{call.words},
                                {.name = "who", .label = say(call, "course.who"), .optional = true}, options);
            });
            actions(h, [&] { submit_button(h, say(call, "course.sign_up"), Variant::secondary); });
        });
    });
}

void guest_people(module::Call& call, Html& h, const Course& one, const FormState& state) {
    const Table frame{.caption = say(call, "course.guests"),
                      .hide_caption = true,
                      .columns = {{.label = say(call, "course.guests.whose")},
                                  {.label = say(call, "course.guests.kind")},
                                  {.label = say(call, "course.guests.n"), .numeric = true},
                                  {.label = say(call, "course.guests.remove"), .hide_label = true}},
                      .empty = say(call, "course.guests.none")};
    table(h, call.words, frame, [&](Rows& rows) {
        for (const Guests& guests : one.guests)
            rows.row({[&] { name(h, guests.of_whom); }, say(call, "guests." + std::string(code_of(guests.kind))),
                      [&] { number(h, call.words, guests.n); },
                      [&] {
                          form(h, call.csrf, course_path(call, one.id, "/guests"), [&] {
                              hidden(h, "remove", code_of(guests.kind));
                              hidden(h, "of_whom", guests.of_whom);
                              submit_button(h, say(call, "course.guests.remove"), Variant::tertiary);
                          });
                      }});
    });
    details(
        h, say(call, "course.guests.add"),
        [&] {
            error_summary(h, state);
            form(h, call.csrf, course_path(call, one.id, "/guests"), [&] {
                std::vector<Option> kinds;
                for (const GuestKind kind : kGuestKinds)
                    kinds.push_back(
                        {std::string(code_of(kind)), say(call, "guests." + std::string(code_of(kind))), ""});
                radio_fields(h, state,
                             {.name = "guests", .label = say(call, "course.guests.kind"), .fallback = "network"},
                             kinds);
                text_field(h, state,
                           {.name = "of_whom",
                            .label = say(call, "course.guests.whose"),
                            .description = say(call, "course.guests.hint"),
                            .max_length = 120});
                number_field(
                    h, state,
                    {.name = "n", .label = say(call, "course.guests.n"), .max_length = 3, .width = Width::narrow});
                actions(h, [&] { submit_button(h, say(call, "save"), Variant::secondary); });
            });
        },
        !state.problems.empty());
}

/// "It was held, and these came."
void held_form(module::Call& call, Html& h, const CourseSeen& seen) {
    const Course& one = seen.course;
    if (one.day > call.today()) return paragraph(h, say(call, "course.not_yet.text"));
    Fields values;
    for (const Seat& seat : one.own)
        if (seat.attended || !one.held) values.add("came", seat.volunteer.text());
    form(h, call.csrf, course_path(call, one.id, "/held"), [&] {
        std::vector<Option> options;
        options.reserve(one.own.size());
        for (const Seat& seat : one.own)
            options.push_back({seat.volunteer.text(), said_name(call, seen, seat.volunteer), ""});
        if (!options.empty())
            checkbox_fields(
                h, FormState{call.words, values},
                {.name = "came",
                 .label = say(call, "course.came"),
                 .description = say(call, one.kind == CourseKind::basics ? "course.came.basics" : "course.came.hint"),
                 .optional = true},
                options);
        actions(h, [&] { submit_button(h, say(call, one.held ? "course.held.again" : "course.held.say")); });
    });
}

Response show_course(module::Call& call, std::string_view form_name, const base::Problems& problems) {
    if (auto refused = module::refused_page(call, problems)) return std::move(*refused);
    const auto id = course_id(call);
    if (!id) return module::not_found(call);
    const auto found = see_course(call.room(), call.caller, *id);
    if (!found || !*found) return module::not_found(call);
    const CourseSeen& seen = **found;
    const Course& one = seen.course;
    return module::page(
        call,
        {.title = one.title,
         .crumbs = {{say(call, "list.title"), call.link("/advice/volunteers")},
                    {say(call, "courses"), call.link("/advice/courses")}},
         .own_heading = true},
        [&](Html& h) {
            page_heading(h, {.title = one.title,
                             .lead =
                                 [&] {
                                     date(h, call.words, one.day);
                                     if (one.starts) h.text(", "), clock_time(h, call.words, *one.starts);
                                     if (!one.place.empty()) h.text(", "), name(h, one.place);
                                 },
                             .meta =
                                 [&] {
                                     badge(h, one.held ? Tone::success : Tone::info,
                                           say(call, one.held ? "course.held" : "course.planned"));
                                 }});
            loose_problems(call, h, problems);
            if (one.seats > 0 && one.people() > one.seats)
                notice(h, Tone::warning,
                       say(call, "course.over",
                           {{"people", std::int64_t{one.people()}}, {"seats", std::int64_t{one.seats}}}),
                       say(call, "course.over.text"));
            section(h, say(call, "course.own"), [&] { own_people(call, h, seen); });
            section(h, say(call, "course.guests"),
                    [&] { guest_people(call, h, one, form_state(call, "guests", form_name, problems)); });
            section(h, say(call, "course.held.heading"), [&] { held_form(call, h, seen); });
            section(h, say(call, "course.facts"), [&] {
                const FormState state = form_state(call, "facts", form_name, problems, course_values(one));
                error_summary(h, state);
                form(h, call.csrf, course_path(call, one.id), [&] {
                    hidden(h, "revision", std::to_string(one.revision));
                    course_fields(call, h, state);
                    actions(h, [&] { submit_button(h, say(call, "save")); });
                });
                confirm(h, call.words,
                        {.id = "remove",
                         .opener = say(call, "course.remove"),
                         .title = say(call, "course.remove.title"),
                         .text = say(call, "course.remove.text"),
                         .csrf = call.csrf,
                         .action = course_path(call, one.id, "/remove")});
            });
        },
        problems.empty() ? 200 : 422);
}

Response course_answer(module::Call& call, const base::Result<base::Done>& done, std::string_view form_name) {
    if (!done) return show_course(call, form_name, done.problems());
    return call.done(call.link("/advice/courses/" + std::string(call.part("id"))), "advice.volunteers.saved");
}

}  // namespace

Response courses_page(module::Call& call) {
    const auto all = list_courses(call.room(), call.caller, call.today());
    if (!all) return module::not_found(call);
    const Table frame{.caption = say(call, "courses"),
                      .hide_caption = true,
                      .columns = {{.label = say(call, "course.title")},
                                  {.label = say(call, "course.kind")},
                                  {.label = say(call, "course.day")},
                                  {.label = say(call, "course.state")},
                                  {.label = say(call, "course.people"), .numeric = true},
                                  {.label = say(call, "course.of_others"), .numeric = true}}};
    return module::page(call,
                        {.title = say(call, "courses"),
                         .crumbs = {{say(call, "list.title"), call.link("/advice/volunteers")}},
                         .lead = say(call, "courses.lead"),
                         .wide = true},
                        [&](Html& h) {
                            actions(h,
                                    [&] { link_button(h, call.link("/advice/courses/new"), say(call, "course.new")); });
                            if (all->empty())
                                return empty_state(h, say(call, "courses.empty"), say(call, "courses.empty.why"));
                            table(h, call.words, frame, [&](Rows& rows) {
                                for (const Course& one : *all)
                                    rows.row({[&] { link(h, course_path(call, one.id), [&] { name(h, one.title); }); },
                                              kind_said(call, one.kind), [&] { date(h, call.words, one.day); },
                                              [&] {
                                                  badge(h, one.held ? Tone::success : Tone::info,
                                                        say(call, one.held ? "course.held" : "course.planned"));
                                              },
                                              [&] { number(h, call.words, one.people()); },
                                              [&] { number(h, call.words, one.guest_count()); }});
                            });
                        });
}

Response new_course_page(module::Call& call) {
    return show_new_course(call, {});
}
Response new_course(module::Call& call) {
    const auto added = add_course(call.room(), call.caller, course_input(call));
    return added ? call.done(course_path(call, *added), "advice.volunteers.saved")
                 : show_new_course(call, added.problems());
}
Response course_page(module::Call& call) {
    return show_course(call, "", {});
}

Response save_course_now(module::Call& call) {
    const auto id = course_id(call);
    if (!id) return module::not_found(call);
    return course_answer(
        call, save_course(call.room(), call.caller, *id, revision_of(call).value_or(0), course_input(call)), "facts");
}
Response course_people(module::Call& call) {
    const auto id = course_id(call);
    if (!id) return module::not_found(call);
    const auto off = people_of(call, "off");
    return course_answer(call,
                         off.empty() ? sign_up(call.room(), call.caller, *id, people_of(call, "who"))
                                     : sign_off(call.room(), call.caller, *id, off.front()),
                         "");
}
Response course_guests(module::Call& call) {
    const auto id = course_id(call);
    if (!id) return module::not_found(call);
    if (const auto kind = guest_kind_of(call.request.form.get("remove")))
        return course_answer(call,
                             remove_guests(call.room(), call.caller, *id, *kind, call.request.form.get("of_whom")), "");
    return course_answer(
        call,
        set_guests(call.room(), call.caller, *id, {typed(call, "guests"), typed(call, "of_whom"), typed(call, "n")}),
        "guests");
}
Response course_held(module::Call& call) {
    const auto id = course_id(call);
    if (!id) return module::not_found(call);
    return course_answer(call, hold_course(call.room(), call.caller, call.today(), *id, people_of(call, "came")), "");
}
Response remove_course_now(module::Call& call) {
    const auto id = course_id(call);
    if (!id) return module::not_found(call);
    const auto gone = remove_course(call.room(), call.caller, *id);
    return gone ? call.done(call.link("/advice/courses"), "advice.volunteers.course.removed")
                : show_course(call, "", gone.problems());
}

}  // namespace samrum::advice::volunteers
