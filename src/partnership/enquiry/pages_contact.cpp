// "Contact us": the first moment at which anything is kept; and the page where whoever asked follows it.
#include "foundation/web/rate_limit.hpp"
#include "partnership/enquiry/actions_enquiry.hpp"
#include "partnership/enquiry/actions_read.hpp"
#include "partnership/enquiry/actions_support.hpp"
#include "partnership/enquiry/files_guide.hpp"
#include "partnership/enquiry/pages.hpp"

namespace samrum::partnership::enquiry {

using namespace web;

namespace {

/// The door limits each browser and place already; this keeps a program from filling one room's list. No address is
/// known here, so it holds for a room.
RateLimit& sending_limit() {
    static RateLimit limit({.burst = 30, .every = std::chrono::seconds(30)});
    return limit;
}

EnquiryInput input_of(module::Call& call) {
    EnquiryInput input{typed(call, "organisation"), typed(call, "what"),  typed(call, "name"),
                       typed(call, "email"),        typed(call, "phone"), answers_in(call.request.form)};
    if (!input.answers.empty() && !next_question(shipped_guide(), input.answers)) {
        input.guide_version = shipped_guide().version;
        input.advice = code_of(advise(shipped_guide(), limits_of(call.room()), input.answers, call.today()).form);
    }
    return input;
}

Response show_contact(module::Call& call, const Fields& from, const base::Problems& problems, int status) {
    const Answers answers = answers_in(from);
    const FormState state{call.words, call.request.form, problems};
    return module::page(
        call,
        {.title = said(call, "contact"),
         .crumbs = guide_crumbs(call),
         .lead = said(call, "contact.lead", {{"body", call.head->name}})},
        [&](Html& h) {
            problems_on_top(h, call, problems);
            error_summary(h, state);
            form(h, call.csrf, call.link("/guide/contact"), [&] {
                hidden_answers(h, answers);
                text_field(h, state,
                           {.name = "organisation",
                            .label = said(call, "field.organisation"),
                            .description = said(call, "field.organisation.hint"),
                            .autocomplete = "organization",
                            .max_length = static_cast<int>(kLongestLine)});
                text_area(
                    h, state,
                    {.name = "what", .label = said(call, "field.what"), .description = said(call, "field.what.hint")},
                    6);
                field_group(h, said(call, "field.contact"), [&] {
                    small_print(h, said(call, "field.contact.hint"));
                    text_field(
                        h, state,
                        {.name = "name", .label = said(call, "field.name"), .optional = true, .autocomplete = "name"});
                    email_field(h, state,
                                {.name = "email",
                                 .label = said(call, "field.email"),
                                 .optional = true,
                                 .autocomplete = "email"});
                    text_field(h, state,
                               {.name = "phone",
                                .label = said(call, "field.phone"),
                                .optional = true,
                                .autocomplete = "tel",
                                .input_mode = "tel"});
                });
                if (!answers.empty())
                    details(
                        h, said(call, "contact.answers"), [&] { answers_part(h, call, answers, false); }, true);
                notice(h, Tone::info, said(call, "contact.stored"),
                       said(call, "contact.stored.text",
                            {{"body", call.head->name}, {"months", std::int64_t{kContactKeptMonths}}}));
                actions(h, [&] { submit_button(h, said(call, "contact.send")); });
            });
        },
        status);
}

Response show_own(module::Call& call, const base::Problems& problems) {
    const auto own = enquiry_of_link(call.room(), call.part("secret"));
    if (!own) return module::not_found(call);
    const Enquiry& one = own->enquiry;
    const std::string path = call.link("/guide/own/" + std::string(call.part("secret")));
    return module::page(
        call,
        {.title = said(call, "own", {{"number", one.number()}}), .crumbs = guide_crumbs(call), .own_heading = true},
        [&](Html& h) {
            page_heading(h, {.title = said(call, "own", {{"number", one.number()}}),
                             .lead = said(call, "own.lead", {{"body", call.head->name}}),
                             .meta = [&] { state_badge(h, call, one); }});
            problems_on_top(h, call, problems);
            paragraph(h, said(call, "own.state." + std::string(code_of(one.state))));
            if (one.outcome)
                definition_list(h,
                                {{said(call, "outcome"), said(call, "outcome." + std::string(code_of(*one.outcome)))},
                                 {said(call, "reason"), one.reason.empty() ? "–" : one.reason}});
            section(h, said(call, "own.keep"), [&] {
                paragraph(h, said(call, "own.keep.text"));
                copyable(h, call.words, call.house.public_address + path);
            });
            section(h, said(call, "own.sent"), [&] {
                definition_list(h, {{said(call, "field.organisation"), [&] { name(h, one.organisation); }},
                                    {said(call, "column.received"), [&] { date(h, call.words, one.received); }},
                                    {said(call, "field.what"), one.what},
                                    {said(call, "advice"), one.advice.empty() ? said(call, "advice.none")
                                                                              : said(call, "form." + one.advice)}});
            });
            section(h, said(call, "letters"), [&] {
                if (own->letters.empty())
                    empty_state(h, said(call, "letters.none"), said(call, "letters.none.own"));
                else
                    letters_part(h, call, own->letters);
                if (!one.is_open()) return;
                const FormState state{call.words, call.request.form, problems};
                error_summary(h, state);
                form(h, call.csrf, path + "/more", [&] {
                    text_area(h, state, {.name = "more", .label = said(call, "own.more")}, 4);
                    actions(h, [&] { submit_button(h, said(call, "own.more.send"), Variant::secondary); });
                });
            });
            if (one.is_open())
                confirm(h, call.words,
                        {.id = "withdraw",
                         .opener = said(call, "own.withdraw"),
                         .title = said(call, "own.withdraw.ask"),
                         .text = said(call, "own.withdraw.text"),
                         .csrf = call.csrf,
                         .action = path + "/withdraw"});
        },
        problems.empty() ? 200 : 422);
}

}  // namespace

Response contact_page(module::Call& call) {
    if (!is_guide_open(call.room(), call.today())) return module::not_found(call);
    return show_contact(call, call.request.query, {}, 200);
}
Response contact_now(module::Call& call) {
    if (!is_guide_open(call.room(), call.today())) return module::not_found(call);
    if (sending_limit().take(call.head->id.text(), call.now()))
        return show_contact(call, call.request.form, {base::problem("", "partnership.enquiry.too_many")}, 429);
    const auto sent = send_enquiry(call.room(), call.today(), input_of(call), call.words.language());
    if (!sent) return show_contact(call, call.request.form, sent.problems(), 422);
    return call.done(call.link("/guide/own/" + sent->secret), "partnership.enquiry.flash.sent");
}

Response own_page(module::Call& call) {
    return show_own(call, {});
}
Response more_now(module::Call& call) {
    const auto done = write_more(call.room(), call.today(), call.part("secret"), typed(call, "more"));
    return done ? call.done(call.link("/guide/own/" + std::string(call.part("secret"))),
                            "partnership.enquiry.flash.written")
                : show_own(call, done.problems());
}
Response withdraw_now(module::Call& call) {
    const auto done = withdraw_enquiry(call.room(), call.today(), call.part("secret"));
    return done ? call.done(call.link("/guide/own/" + std::string(call.part("secret"))),
                            "partnership.enquiry.flash.withdrawn")
                : show_own(call, done.problems());
}

}  // namespace samrum::partnership::enquiry
