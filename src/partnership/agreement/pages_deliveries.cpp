#include "foundation/web/fields.hpp"
#include "foundation/web/table.hpp"
#include "partnership/agreement/actions_delivery.hpp"
#include "partnership/agreement/actions_progress.hpp"
#include "partnership/agreement/actions_read.hpp"
#include "partnership/agreement/pages.hpp"
#include "partnership/agreement/rules_delivery.hpp"
#include "partnership/agreement/rules_signal.hpp"

#include <algorithm>

namespace samrum::partnership::agreement {
namespace {

using base::Date;
using base::Period;
using module::Call;
using web::Html;
using web::Tone;

/// What a person asked for on the form, with everything that cannot be read.
struct Asked {
    DeliveryRequest request;
    base::ProblemList problems;
};
Asked asked_of(const web::Fields& form) {
    Asked asked;
    asked.request.agreement = asked.problems.take(AgreementId::parse(form.get("agreement")), "commitment");
    asked.request.commitment = std::string(form.get("commitment"));
    const Date first = asked.problems.take(Date::parse(form.get("first")), "first");
    const Date last = asked.problems.take(Date::parse(form.get("last")), "last");
    if (asked.problems.empty()) {
        const auto period = Period::of(first, last);
        if (period)
            asked.request.period = *period;
        else
            asked.problems.take(period, "last", Period{first, first});
    }
    asked.request.note = std::string(form.get("note"));
    asked.request.published = form.get("published") == "yes";
    return asked;
}

/// The last half-year that is over and lies in the agreement, else its time so far: what is mostly delivered.
Period usual_period(const AgreementHead& agreement, Date today) {
    const auto days = agreement.period();
    if (!days) return {today, today};
    const Date half = half_year_of(today);
    const Period last_half{half.plus_months(-6), half.plus_days(-1)};
    if (const auto common = days->intersection(last_half)) return *common;
    const Date last = days->last() ? std::min(*days->last(), today) : today;
    return {std::min(days->first(), last), last};
}

/// A period problem belongs to both day fields.
base::Problems shown_problems(base::Problems problems) {
    for (base::Problem& one : problems)
        if (one.field == "period") one.field = "last";
    return problems;
}

void request_fields(Html& h, const Call& call, const web::FormState& state, const CommitmentView& view) {
    const auto& words = call.words;
    const Period usual = usual_period(view.agreement, call.today());
    web::hidden(h, "agreement", view.agreement.id.text());
    web::hidden(h, "commitment", view.commitment.key);
    web::date_field(h, state,
                    {.name = "first", .label = words("partnership.deliver.first"), .fallback = usual.first().iso()});
    web::date_field(h, state,
                    {.name = "last",
                     .label = words("partnership.deliver.last"),
                     .description = words("partnership.deliver.last_help"),
                     .fallback = usual.last()->iso()});
    web::text_area(h, state,
                   {.name = "note",
                    .label = words("partnership.deliver.note"),
                    .description = words("partnership.deliver.note_help"),
                    .optional = true});
    web::checkbox(h, state,
                  {.name = "published",
                   .label = words("partnership.deliver.published"),
                   .description = words("partnership.deliver.published_help"),
                   .optional = true});
}

/// The figure as it would be frozen, to be looked at before it leaves the room for good; `changed` when it was looked
/// at before and is another now.
web::Response confirm_page(Call& call, const CommitmentView& view, const Delivery& next, bool changed) {
    const auto& words = call.words;
    const module::PageHead head{
        .title = words("partnership.deliver.confirm_title"),
        .crumbs = {{view.commitment.title,
                    call.link("/commitments/" + view.agreement.id.text() + "/" + view.commitment.key)}},
        .lead = words("partnership.deliver.confirm_lead")};
    const auto body = [&](Html& h) {
        if (changed)
            web::notice(h, Tone::warning, words("partnership.deliver.changed"),
                        words("partnership.deliver.changed_why"));
        std::vector<web::Term> terms{
            {words("partnership.column.commitment"), view.commitment.title},
            {words("partnership.column.figure"), [&] { delivered_value(h, words, next); }},
            {words("partnership.column.period"), [&] { web::period(h, words, next.period); }},
            {words("partnership.column.as_of"), [&] { web::date(h, words, next.as_of); }},
            {words("partnership.column.version"), words.number(next.version)},
            {words("partnership.deliver.who_sees"),
             words(next.published ? "partnership.deliver.public" : "partnership.deliver.parties")}};
        if (next.difference)
            terms.push_back({words("partnership.column.difference"), [&] { web::number(h, words, *next.difference); }});
        if (!next.note.empty()) terms.push_back({words("partnership.deliver.note"), next.note});
        web::definition_list(h, terms);
        if (next.value.kind == DeliveredValue::Kind::hidden)
            web::notice(h, Tone::info, words("partnership.delivery.hidden"), words("partnership.deliver.hidden_why"));
        if (next.version > 1)
            web::notice(h, Tone::warning, words("partnership.deliver.correction"),
                        words("partnership.deliver.correction_why"));
        web::form(h, call.csrf, call.link("/deliveries/new"), [&] {
            for (const auto& [name, value] : call.request.form.all())
                if (name != web::kCsrfField && name != "step" && name != "seen") web::hidden(h, name, value);
            web::hidden(h, "step", "confirmed");
            web::hidden(h, "seen", seal_of_seen(next));
            web::actions(h, [&] {
                web::submit_button(h, words("partnership.deliver.submit"));
                web::link_button(h, call.link("/deliveries"), words("partnership.deliver.cancel"),
                                 web::Variant::tertiary);
            });
        });
    };
    return module::page(call, head, body, changed ? 422 : 200);
}

web::Response request_page(Call& call, const CommitmentView& view, const web::Fields& values,
                           const base::Problems& problems) {
    const auto& words = call.words;
    const module::PageHead head{
        .title = words("partnership.deliver.title"),
        .crumbs = {{view.commitment.title,
                    call.link("/commitments/" + view.agreement.id.text() + "/" + view.commitment.key)}},
        .lead = view.commitment.title};
    return module::page(
        call, head,
        [&](Html& h) {
            const web::FormState state{words, values, shown_problems(problems)};
            web::error_summary(h, state);
            web::form(h, call.csrf, call.link("/deliveries/new"), [&] {
                request_fields(h, call, state, view);
                web::submit_button(h, words("partnership.deliver.look"));
            });
        },
        problems.empty() ? 200 : 422);
}

void standing_form(Html& h, const Call& call, const std::vector<CommitmentView>& views, const web::FormState& state) {
    const auto& words = call.words;
    web::form(h, call.csrf, call.link("/deliveries/standing"), [&] {
        std::vector<web::Option> options;
        options.reserve(views.size());
        for (const CommitmentView& one : views)
            options.push_back({one.agreement.id.text() + "/" + one.commitment.key,
                               one.commitment.title + " – " + one.agreement.title, ""});
        web::select_field(h, state, {.name = "commitment", .label = words("partnership.column.commitment")}, options);
        web::radio_fields(
            h, state, {.name = "every", .label = words("partnership.standing.every")},
            {{"half_year", words("partnership.standing.each_half_year"), words("partnership.standing.half_year_help")},
             {"month", words("partnership.standing.each_month"), words("partnership.standing.month_help")}});
        web::date_field(
            h, state, {.name = "since", .label = words("partnership.standing.since"), .fallback = call.today().iso()});
        web::checkbox(h, state,
                      {.name = "published", .label = words("partnership.deliver.published"), .optional = true});
        web::submit_button(h, words("partnership.standing.save"), web::Variant::secondary);
    });
}

/// What a standing rule does, who chose it and when, and whether it rests.
void standing_rule(Html& h, const Call& call, const StandingDelivery& rule) {
    const auto& words = call.words;
    if (rule.paused_on)
        web::notice(h, Tone::warning, words("partnership.standing.rests", {{"since", words.date(*rule.paused_on)}}),
                    words("partnership.standing.rests_why"));
    web::paragraph(
        h, words("partnership.standing." + std::string(every_name(rule.every)), {{"since", words.date(rule.since)}}));
    web::small_print(h, words(rule.published ? "partnership.deliver.public" : "partnership.deliver.parties"));
    web::small_print(h, rule.chosen_on ? words("partnership.standing.chosen",
                                               {{"who", rule.chosen_by}, {"on", words.date(*rule.chosen_on)}})
                                       : words("partnership.standing.chosen_by", {{"who", rule.chosen_by}}));
    web::form(h, call.csrf, call.link("/deliveries/standing/" + rule.id.text() + "/end"),
              [&] { web::submit_button(h, words("partnership.standing.end"), web::Variant::tertiary); });
}

/// A figure leaves by itself only while its agreement runs.
std::vector<CommitmentView> still_running(std::vector<CommitmentView> views) {
    std::erase_if(views, [](const CommitmentView& one) { return one.over; });
    return views;
}

void standing_part(Html& h, Call& call, const std::vector<CommitmentView>& views) {
    const auto& words = call.words;
    const auto running = still_running(views);
    const auto rules = read_standing(call.room(), call.caller);
    if (running.empty() && rules.empty()) return;
    web::section(h, words("partnership.standing.title"), [&] {
        web::paragraph(h, words("partnership.standing.lead"));
        for (const StandingDelivery& rule : rules) {
            const auto view = std::find_if(views.begin(), views.end(), [&](const CommitmentView& one) {
                return one.agreement.id.uuid() == rule.agreement && one.commitment.key == rule.commitment;
            });
            if (view == views.end()) continue;
            web::card(h,
                      {.title = view->commitment.title, .content = [&] { standing_rule(h, call, rule); }, .level = 3});
        }
        if (!running.empty())
            web::details(h, words("partnership.standing.choose"), [&] { standing_form(h, call, running, {words}); });
    });
}

/// The promises of which a figure may be handed over, those of agreements that are over with the agreement's name.
void deliver_part(Html& h, const Call& call, const std::vector<CommitmentView>& views) {
    if (views.empty()) return;
    web::section(h, call.words("partnership.deliver.title"), [&] {
        std::vector<web::Content> links;
        links.reserve(views.size());
        for (const bool over : {false, true})
            for (const CommitmentView& one : views)
                if (one.over == over)
                    links.emplace_back([&h, &call, &one] {
                        web::link(h,
                                  call.link("/deliveries/new?agreement=" + one.agreement.id.text() +
                                            "&commitment=" + one.commitment.key),
                                  one.over ? one.commitment.title + " – " + one.agreement.title : one.commitment.title);
                    });
        web::bullets(h, links);
    });
}

void signal_part(Html& h, Call& call) {
    if (!may_signal(call.room(), call.house, call.caller)) return;
    const auto& words = call.words;
    web::section(h, words("partnership.signal.title"), [&] {
        web::paragraph(h, words("partnership.signal.lead"));
        web::link_button(h, call.link("/deliveries/signal"), words("partnership.signal.make"), web::Variant::secondary);
    });
}

std::optional<CommitmentView> view_of(Call& call, std::string_view agreement, std::string_view commitment) {
    const auto id = AgreementId::parse(agreement);
    if (!id) return std::nullopt;
    return find_commitment_view(call.room(), call.house, call.caller, *id, commitment, call.today());
}

}  // namespace

void deliveries_table(Html& h, const Call& call, const std::vector<CommitmentRow>& commitments,
                      const std::vector<Delivery>& deliveries) {
    const auto& words = call.words;
    const auto title_of = [&](const std::string& key) {
        const auto found = std::find_if(commitments.begin(), commitments.end(),
                                        [&](const CommitmentRow& one) { return one.key == key; });
        return found == commitments.end() ? key : found->title;
    };
    web::table(
        h, words,
        {.caption = words("partnership.deliveries.title"),
         .hide_caption = true,
         .columns = {{.label = words("partnership.column.commitment")},
                     {.label = words("partnership.column.period")},
                     {.label = words("partnership.column.figure"), .numeric = true},
                     {.label = words("partnership.column.as_of")},
                     {.label = words("partnership.column.version"), .numeric = true},
                     {.label = words("partnership.column.hash")}}},
        [&](web::Rows& rows) {
            for (const Delivery& one : deliveries)
                rows.row(
                    {[&h, &words, &one,
                      title = row_of(one.scope) ? words("partnership.signal.title") + ": " + signal_value(words, one)
                                                : title_of(one.commitment)] {
                         h.text(title);
                         if (one.published)
                             h.text(" "), web::badge(h, Tone::info, words("partnership.delivery.published"));
                         if (!one.note.empty()) web::small_print(h, one.note);
                     },
                     [&h, &words, &one] { web::period(h, words, one.period); },
                     [&h, &words, &one] { delivered_value(h, words, one); },
                     [&h, &words, &one] { web::date(h, words, one.as_of); },
                     [&h, &words, &one] {
                         web::number(h, words, one.version);
                         if (one.difference)
                             h.text(" "), web::isolated(h, words("partnership.delivery.difference",
                                                                 {{"difference", (*one.difference > 0 ? "+" : "") +
                                                                                     words.number(*one.difference)}}));
                     },
                     [&h, &one] { web::isolated(h, one.hash.substr(0, 12)); }});
        });
}

web::Response deliveries_page(Call& call) {
    const auto& words = call.words;
    const auto views = own_commitments(call.room(), call.house, call.caller, call.today());
    return module::page(
        call, {.title = words("partnership.deliveries.title"), .own_heading = true, .wide = true}, [&](Html& h) {
            web::page_heading(
                h, {.title = words("partnership.deliveries.title"), .lead = words("partnership.deliveries.lead")});
            bool any = false;
            for (const ListedAgreement& listed : read_agreements(call.room(), call.caller)) {
                const auto deliveries = read_deliveries(call.room(), call.caller, listed.head.id);
                if (deliveries.empty()) continue;
                any = true;
                const auto promised = read_commitments(call.room(), call.caller, listed.head.id);
                web::section(h, listed.head.title, [&] { deliveries_table(h, call, promised, deliveries); });
            }
            if (!any)
                web::empty_state(
                    h, words("partnership.deliveries.none"),
                    words(views.empty() ? "partnership.commitments.none_why" : "partnership.deliveries.none_why"));
            deliver_part(h, call, views);
            signal_part(h, call);
            standing_part(h, call, views);
        });
}

web::Response new_delivery_page(Call& call) {
    const auto view = view_of(call, call.request.query.get("agreement"), call.request.query.get("commitment"));
    if (!view) return module::not_found(call);
    return request_page(call, *view, {}, {});
}

web::Response make_delivery_action(Call& call) {
    const auto& form = call.request.form;
    const auto view = view_of(call, form.get("agreement"), form.get("commitment"));
    if (!view) return module::not_found(call);
    Asked asked = asked_of(form);
    if (!asked.problems.empty()) return request_page(call, *view, form, asked.problems.all());
    bool changed = false;
    if (form.get("step") == "confirmed") {
        asked.request.seen = std::string(form.get("seen"));
        const auto made = make_delivery(call.room(), call.house, call.caller, asked.request);
        if (made) return call.done(call.link("/deliveries"), "partnership.flash.delivered");
        // Anything else that stands in the way is told by the preview too.
        changed = made.problems().front().message.key == kFigureChanged;
    }
    const auto preview = preview_delivery(call.room(), call.house, call.caller, asked.request);
    if (preview) return confirm_page(call, *view, *preview, changed);
    if (auto refused = module::refused_page(call, preview.problems())) return *std::move(refused);
    return request_page(call, *view, form, preview.problems());
}

web::Response choose_standing_action(Call& call) {
    const auto& form = call.request.form;
    const std::string both(form.get("commitment"));
    const auto mark = both.find('/');
    const auto view =
        mark == std::string::npos ? std::nullopt : view_of(call, both.substr(0, mark), both.substr(mark + 1));
    base::ProblemList problems;
    if (!view) problems.add(base::problem("commitment", "partnership.standing.choose_commitment"));
    const Date since = problems.take(Date::parse(form.get("since")), "since");
    const auto every = every_named(form.get("every"));
    if (!every) problems.add(base::problem("every", "partnership.standing.choose_every"));
    if (problems.empty()) {
        const auto done = choose_standing(call.room(), call.house, call.caller, view->agreement.id,
                                          view->commitment.key, *every, since, form.get("published") == "yes");
        if (done) return call.done(call.link("/deliveries"), "partnership.flash.standing");
        if (auto refused = module::refused_page(call, done.problems())) return *std::move(refused);
        problems.add(done.problems());
    }
    const module::PageHead head{.title = call.words("partnership.standing.choose"),
                                .crumbs = {{call.words("partnership.deliveries.title"), call.link("/deliveries")}}};
    return module::page(
        call, head,
        [&](Html& h) {
            const web::FormState state{call.words, form, problems.all()};
            web::error_summary(h, state);
            standing_form(h, call, still_running(own_commitments(call.room(), call.house, call.caller, call.today())),
                          state);
        },
        422);
}

web::Response end_standing_action(Call& call) {
    const auto id = StandingDeliveryId::parse(call.part("id"));
    if (!id) return module::not_found(call);
    const auto done = end_standing_delivery(call.room(), call.caller, call.today(), *id);
    if (!done) return module::not_found(call);
    return call.done(call.link("/deliveries"), "partnership.flash.standing_ended");
}

}  // namespace samrum::partnership::agreement
