// The officer's list of enquiries, and one of them: what was asked and answered, what to do with it.
#include "foundation/base/number.hpp"
#include "foundation/module/module.hpp"
#include "partnership/enquiry/actions_enquiry.hpp"
#include "partnership/enquiry/actions_read.hpp"
#include "partnership/enquiry/actions_support.hpp"
#include "partnership/enquiry/files_guide.hpp"
#include "partnership/enquiry/pages.hpp"

namespace samrum::partnership::enquiry {

using namespace web;

namespace {

std::vector<Column> list_columns(const module::Call& call) {
    return {{.label = said(call, "column.organisation"), .key = "organisation"},
            {.label = said(call, "column.number"), .key = "number"},
            {.label = said(call, "column.received"), .key = "received"},
            {.label = said(call, "column.advice")},
            {.label = said(call, "column.state"), .key = "state"},
            {.label = said(call, "column.age"), .numeric = true}};
}

EnquiryQuery query_of(const module::Call& call, const ListView& view) {
    EnquiryQuery query;
    query.search = call.request.query.get("q");
    const std::string_view state = call.request.query.get("state");
    query.state = state_of(state);
    query.only_open = state.empty() || state == "open";
    query.sort = view.sort;
    query.descending = view.descending;
    query.offset = static_cast<std::size_t>(view.offset());
    query.limit = static_cast<std::size_t>(view.page_size);
    return query;
}

void filter_form(Html& h, const module::Call& call) {
    const FormState state{call.words, call.request.query, {}};
    query_form(h, call.link("/enquiries"), [&] {
        search_field(h, state, {.name = "q", .label = said(call, "search"), .unmarked = true, .max_length = 100});
        std::vector<Option> states{{"open", said(call, "state.open"), ""}};
        for (const std::string_view one : kStateCodes)
            states.push_back({std::string(one), said(call, "state." + std::string(one)), ""});
        states.push_back({"all", said(call, "state.all"), ""});
        select_field(h, state,
                     {.name = "state", .label = said(call, "column.state"), .unmarked = true, .fallback = "open"},
                     states);
        submit_button(h, said(call, "search.submit"), Variant::secondary);
    });
}

void list_part(Html& h, module::Call& call) {
    const auto columns = list_columns(call);
    const auto view = list_view(call.request.query, columns, {.sort = "received", .descending = true});
    const auto found = search_enquiries(call.room(), call.caller, query_of(call, view));
    table(h, call.words,
          {.caption = said(call, "list"),
           .columns = columns,
           .view = view,
           .total = static_cast<std::int64_t>(found.total),
           .path = call.link("/enquiries"),
           .query = call.request.query,
           .empty = said(call, "list.empty")},
          [&](Rows& rows) {
              for (const Enquiry& one : found.enquiries)
                  rows.row({[&] {
                                link(h, call.link("/enquiries/" + one.id.text()),
                                     [&] { name(h, one.organisation, one.language); });
                            },
                            [&] { isolated(h, one.number()); }, [&] { date(h, call.words, one.received); },
                            one.advice.empty() ? "–" : said(call, "form." + one.advice),
                            [&] {
                                state_badge(h, call, one);
                                if (one.outcome)
                                    small_print(h, said(call, "outcome." + std::string(code_of(*one.outcome))));
                            },
                            [&] {
                                const auto age = age_in_days(one, call.today());
                                h.text(age ? said(call, "age", {{"days", std::int64_t{*age}}}) : std::string("–"));
                            }});
          });
}

std::optional<EnquiryId> enquiry_id(const module::Call& call) {
    const auto id = EnquiryId::parse(call.part("id"));
    return id ? std::optional(*id) : std::nullopt;
}
std::string enquiry_path(const module::Call& call, std::string_view below = "") {
    return call.link("/enquiries/" + std::string(call.part("id")) + std::string(below));
}
std::int64_t revision_typed(const module::Call& call) {
    return base::whole_number(call.request.form.get("revision")).value_or(0);
}

void facts_part(Html& h, const module::Call& call, const SeenEnquiry& seen) {
    const Enquiry& one = seen.enquiry;
    std::vector<Term> terms{{said(call, "field.organisation"), [&] { name(h, one.organisation, one.language); }},
                            {said(call, "column.received"), [&] { date(h, call.words, one.received); }},
                            {said(call, "field.what"), [&] { name(h, one.what, one.language); }}};
    if (one.contact && seen.contact_name.empty())
        terms.push_back({said(call, "contact_of"), said(call, "contact_hidden")});
    if (!one.contact) terms.push_back({said(call, "contact_of"), said(call, "contact_none")});
    if (!seen.contact_name.empty())
        terms.push_back({said(call, "contact_of"), [&] {
                             name(h, seen.contact_name);
                             for (const std::string& more : {seen.contact_email, seen.contact_phone})
                                 if (!more.empty()) {
                                     h.text(" · ");
                                     isolated(h, more);
                                 }
                         }});
    if (one.closed_on) terms.push_back({said(call, "closed_on"), [&] { date(h, call.words, *one.closed_on); }});
    if (one.outcome)
        terms.push_back({said(call, "outcome"), said(call, "outcome." + std::string(code_of(*one.outcome)))});
    if (!one.reason.empty()) terms.push_back({said(call, "reason"), one.reason});
    definition_list(h, terms);
}

void guide_part(Html& h, module::Call& call, const Enquiry& one) {
    if (one.answers.empty()) {
        empty_state(h, said(call, "advice.none"), said(call, "advice.none.why"));
        return;
    }
    if (!one.advice.empty())
        paragraph(h, [&] {
            h.text(said(call, "advice") + ": ");
            badge(h, Tone::accent, said(call, "form." + one.advice));
        });
    // Judged as of the day on which they asked: later limits do not change what they were told.
    const Answers answers = known_answers(shipped_guide(), one.answers);
    const Advice advice = advise(shipped_guide(), limits_of(call.room()), answers, one.received);
    for (const Reason& warning : advice.warnings)
        notice(h, Tone::warning, said(call, "warning." + warning.key), said(call, "warning." + warning.key + ".text"));
    answers_part(h, call, answers, false);
}

void answer_form(Html& h, const module::Call& call, const FormState& state, const Enquiry& one) {
    error_summary(h, state);
    form(h, call.csrf, enquiry_path(call, "/answer"), [&] {
        hidden(h, "revision", std::to_string(one.revision));
        text_area(h, state,
                  {.name = "answer",
                   .label = said(call, "answer"),
                   .description = said(call, one.contact ? "answer.by_mail" : "answer.on_page")},
                  6);
        actions(h, [&] { submit_button(h, said(call, "answer.send")); });
    });
}

void close_form(Html& h, const module::Call& call, const FormState& state, const Enquiry& one) {
    error_summary(h, state);
    form(h, call.csrf, enquiry_path(call, "/close"), [&] {
        hidden(h, "revision", std::to_string(one.revision));
        std::vector<Option> outcomes;
        for (const std::string_view code : {"grant", "procurement", "none", "agreement"})
            outcomes.push_back({std::string(code), said(call, "outcome." + std::string(code)), ""});
        radio_fields(h, state, {.name = "outcome", .label = said(call, "close.outcome")}, outcomes);
        text_area(
            h, state,
            {.name = "reason", .label = said(call, "close.reason"), .description = said(call, "close.reason.hint")}, 3);
        actions(h, [&] { submit_button(h, said(call, "close"), Variant::secondary); });
    });
}

/// What may be done with it now.
void deeds_part(Html& h, const module::Call& call, std::string_view shown, const base::Problems& problems,
                const Enquiry& one) {
    if (!one.is_open()) return;
    const FormState answer = state_for(call, "answer", shown, problems);
    section(h, said(call, "answer"), [&] { answer_form(h, call, answer, one); });
    section(h, said(call, "assess"), [&] {
        paragraph(h, said(call, "assess.text"));
        actions(h,
                [&] { link_button(h, call.link("/cases/new?enquiry=" + one.id.text()), said(call, "assess.case")); });
        if (one.state == State::assessment) return;
        paragraph(h, said(call, "assess.without_case"));
        form(h, call.csrf, enquiry_path(call, "/assess"),
             [&] { submit_button(h, said(call, "assess.now"), Variant::secondary); });
    });
    const FormState closing = state_for(call, "close", shown, problems);
    details(
        h, said(call, "close"), [&] { close_form(h, call, closing, one); }, !closing.problems.empty());
}

Response show_enquiry(module::Call& call, std::string_view shown, const base::Problems& problems) {
    if (auto refused = module::refused_page(call, problems)) return std::move(*refused);
    const auto id = enquiry_id(call);
    const auto seen = id ? see_enquiry(call.room(), call.caller, *id) : std::nullopt;
    if (!seen) return module::not_found(call);
    const Enquiry& one = seen->enquiry;
    const std::string title = said(call, "one", {{"number", one.number()}});
    return module::page(
        call, {.title = title, .crumbs = enquiry_crumbs(call), .own_heading = true},
        [&](Html& h) {
            page_heading(h, {.title = title, .meta = [&] {
                                 state_badge(h, call, one);
                                 if (const auto age = age_in_days(one, call.today()))
                                     h.text(" " + said(call, "age", {{"days", std::int64_t{*age}}}));
                             }});
            problems_on_top(h, call, problems);
            facts_part(h, call, *seen);
            section(h, said(call, "from_guide"), [&] { guide_part(h, call, one); });
            section(h, said(call, "letters"), [&] {
                if (seen->letters.empty())
                    empty_state(h, said(call, "letters.none"), said(call, "letters.none.why"));
                else
                    letters_part(h, call, seen->letters);
            });
            deeds_part(h, call, shown, problems, one);
            // What others make of an enquiry stands here, too: the case that it became.
            for (const module::Module& slice : call.house.modules)
                for (const module::PublicPart& part : slice.public_parts)
                    if (part.page == "enquiry") part.write(call, h, one.id.uuid());
        },
        problems.empty() ? 200 : 422);
}

Response show_setting(module::Call& call, const base::Problems& problems) {
    if (auto refused = module::refused_page(call, problems)) return std::move(*refused);
    const auto setting = see_guide_setting(call.room(), call.caller);
    if (!setting) return module::not_found(call);
    Fields values;
    values.add("about", setting->about);
    if (setting->is_open) values.add("open", "yes");
    const FormState state =
        problems.empty() ? FormState{call.words, values} : FormState{call.words, call.request.form, problems};
    return module::page(
        call, {.title = said(call, "setting"), .crumbs = enquiry_crumbs(call), .lead = said(call, "setting.lead")},
        [&](Html& h) {
            problems_on_top(h, call, problems);
            error_summary(h, state);
            form(h, call.csrf, call.link("/enquiries/guide"), [&] {
                hidden(h, "revision", std::to_string(setting->revision));
                checkbox(h, state,
                         {.name = "open",
                          .label = said(call, "setting.open"),
                          .description = said(call, "setting.open.hint"),
                          .optional = true,
                          .unmarked = true});
                text_area(h, state,
                          {.name = "about",
                           .label = said(call, "setting.about"),
                           .description = said(call, "setting.about.hint"),
                           .optional = true},
                          5);
                actions(h, [&] { submit_button(h, said(call, "save")); });
            });
            if (setting->is_open) paragraph(h, [&] { link(h, call.link("/guide"), said(call, "setting.see")); });
        },
        problems.empty() ? 200 : 422);
}

}  // namespace

Response enquiries_page(module::Call& call) {
    const auto setting = see_guide_setting(call.room(), call.caller);
    if (!setting) return module::not_found(call);
    return module::page(call, {.title = said(call, "title"), .lead = said(call, "lead"), .wide = true}, [&](Html& h) {
        if (!setting->is_open)
            notice(h, Tone::info, said(call, "shut"), [&] {
                paragraph(h, said(call, "shut.text"));
                link(h, call.link("/enquiries/guide"), said(call, "setting"));
            });
        filter_form(h, call);
        list_part(h, call);
        section(h, said(call, "more"), [&] {
            std::vector<Content> links{[&] { link(h, call.link("/supports"), said(call, "supports")); },
                                       [&] { link(h, call.link("/limits"), said(call, "limits")); },
                                       [&] { link(h, call.link("/enquiries/guide"), said(call, "setting")); }};
            if (setting->is_open) links.emplace_back([&] { link(h, call.link("/guide/log"), said(call, "log")); });
            bullets(h, links);
        });
    });
}

Response enquiry_page(module::Call& call) {
    return show_enquiry(call, "", {});
}
Response answer_now(module::Call& call) {
    const auto id = enquiry_id(call);
    if (!id) return module::not_found(call);
    const auto done =
        answer_enquiry(call.room(), call.caller, call.today(), *id, revision_typed(call), typed(call, "answer"));
    return done ? call.done(enquiry_path(call), "partnership.enquiry.flash.answered")
                : show_enquiry(call, "answer", done.problems());
}
Response assess_now(module::Call& call) {
    const auto id = enquiry_id(call);
    if (!id) return module::not_found(call);
    const auto done = take_to_assessment(call.room(), call.caller, call.today(), *id);
    return done ? call.done(enquiry_path(call), "partnership.enquiry.flash.assess")
                : show_enquiry(call, "assess", done.problems());
}
Response close_now_page(module::Call& call) {
    const auto id = enquiry_id(call);
    if (!id) return module::not_found(call);
    const auto done = close_enquiry(call.room(), call.caller, call.today(), *id, revision_typed(call),
                                    {typed(call, "outcome"), typed(call, "reason")});
    return done ? call.done(enquiry_path(call), "partnership.enquiry.flash.closed")
                : show_enquiry(call, "close", done.problems());
}

Response setting_page(module::Call& call) {
    return show_setting(call, {});
}
Response setting_now(module::Call& call) {
    const auto done =
        set_guide(call.room(), call.caller, revision_typed(call), {typed(call, "open") == "yes", typed(call, "about")});
    return done ? call.done(call.link("/enquiries"), "partnership.enquiry.flash.saved")
                : show_setting(call, done.problems());
}

}  // namespace samrum::partnership::enquiry
