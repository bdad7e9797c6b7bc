#include "foundation/web/chart.hpp"
#include "foundation/web/fields.hpp"
#include "foundation/web/table.hpp"
#include "partnership/agreement/actions_delivery.hpp"
#include "partnership/agreement/actions_progress.hpp"
#include "partnership/agreement/pages.hpp"

#include <algorithm>
#include <cmath>

namespace samrum::partnership::agreement {
namespace {

using base::Date;
using base::Period;
using module::Call;
using web::Html;
using web::Tone;

constexpr std::size_t kRowsShown = 25;

Tone tone_of(Attainment attainment) {
    switch (attainment) {
        case Attainment::reached:
        case Attainment::on_course:
        case Attainment::kept:
            return Tone::success;
        case Attainment::off_course:
        case Attainment::not_kept:
            return Tone::warning;
        default:
            return Tone::neutral;
    }
}

std::string_view attainment_name(Attainment attainment) {
    constexpr std::string_view kNames[] = {"not_begun", "too_early",  "reached", "on_course",
                                           "uncertain", "off_course", "kept",    "not_kept"};
    return kNames[static_cast<std::size_t>(attainment)];
}

std::string commitment_link(const Call& call, const CommitmentView& view) {
    return call.link("/commitments/" + view.agreement.id.text() + "/" + view.commitment.key);
}

/// Only a settled reading of a whole window is judged; otherwise the words say why nothing judges.
void judgement(Html& h, const Call& call, const CommitmentView& view, const ReadingProgress& one) {
    if (one.judged && one.progress) {
        web::badge(h, tone_of(one.progress->attainment),
                   call.words("partnership.attainment." + std::string(attainment_name(one.progress->attainment))));
    } else if (view.commitment.readings.size() > 1 && !view.commitment.settled()) {
        web::badge(h, Tone::neutral, call.words("partnership.attainment.two_readings"));
    } else if (one.window && one.window->partial) {
        web::badge(h, Tone::neutral, call.words("partnership.attainment.partial"));
    }
}

std::vector<web::KeyFigure> figures_of(Html& h, const Call& call, const ReadingProgress& one) {
    const auto& words = call.words;
    const std::string& unit = one.reading.target.unit();
    std::vector<web::KeyFigure> figures;
    const Target& target = one.reading.target;
    figures.push_back({words("partnership.progress.target"),
                       isolated_value(h, say_count(words, target.unit(), target.quantity())),
                       [&h, &words, target, window = one.window] {
                           web::isolated(h, say_target(words, target));
                           if (window) h.text(", "), web::period(h, words, window->period);
                       },
                       ""});
    if (!one.progress) {
        figures.push_back({words("partnership.progress.so_far"), words("partnership.delivery.unknown"),
                           words("partnership.progress.no_records"), ""});
        return figures;
    }
    figures.push_back({words("partnership.progress.so_far"),
                       isolated_value(h, say_count(words, unit, one.progress->so_far)),
                       words("partnership.progress.as_of", {{"day", words.date(call.today())}}), "#rows"});
    if (one.progress->expected)
        figures.push_back({words("partnership.progress.expected"),
                           isolated_value(h, words.number(*one.progress->expected)),
                           words("partnership.progress.expected_why"), ""});
    if (const auto& forecast = one.progress->forecast)
        figures.push_back({words("partnership.progress.forecast"),
                           isolated_value(h, forecast->low == forecast->high
                                                 ? words.number(forecast->low)
                                                 : words.number(forecast->low) + "–" + words.number(forecast->high)),
                           words("partnership.progress.forecast_why"), ""});
    return figures;
}

/// The range at a day ahead: it opens from what stands today to the forecast of the last day.
std::optional<std::pair<double, double>> forecast_at(const ReadingProgress& one, Date today, Date day) {
    const Date last = *one.window->period.last();
    if (!one.progress->forecast || day < today || last <= today) return std::nullopt;
    const double share = static_cast<double>(today.days_until(day)) / today.days_until(last);
    const auto so_far = static_cast<double>(one.progress->so_far);
    const auto at = [&](std::int64_t end) { return std::round(so_far + share * (static_cast<double>(end) - so_far)); };
    return std::pair{at(one.progress->forecast->low), at(one.progress->forecast->high)};
}

/// Month by month: the sum so far, what was to be expected, and the range in which it will end.
web::LineChart chart_of(const Call& call, const CommitmentView& view, const ReadingProgress& one, std::size_t number) {
    const auto& words = call.words;
    const Period& window = one.window->period;
    const auto quantity = static_cast<double>(one.reading.target.quantity());
    web::LineChart chart;
    chart.id = "trend-" + std::to_string(number);
    chart.title = view.commitment.title;
    chart.label_heading = words("partnership.chart.month");
    chart.so_far_label = words("partnership.progress.so_far");
    chart.expected_label = words("partnership.progress.expected");
    chart.forecast_label = words("partnership.progress.forecast");
    chart.target_label = words("partnership.progress.target");
    chart.target = quantity;
    for (Date month = Date::of(window.first().year(), window.first().month(), 1); month <= *window.last();
         month = month.plus_months(1)) {
        const Date end = std::min(month.plus_months(1).plus_days(-1), *window.last());
        const Date seen = std::min(end, call.today());
        chart.labels.push_back(words.month(month));
        std::optional<double> sum;
        if (month <= call.today()) {
            sum = 0;
            for (const module::TraceRow& row : view.rows)
                if (row.date >= window.first() && row.date <= seen) *sum += static_cast<double>(row.amount);
        }
        chart.so_far.push_back(sum);
        // Of the month that runs, by today as the sum beside it: the same figure as above the chart.
        const Date by = month <= call.today() ? seen : end;
        chart.expected.push_back(static_cast<double>(expected_by(one.reading.target, window, one.planned, by)));
        chart.forecast.push_back(forecast_at(one, call.today(), end));
    }
    chart.summary = words("partnership.chart.summary", {{"so_far", one.progress->so_far},
                                                        {"target", say_target(words, one.reading.target)},
                                                        {"day", words.date(call.today())}});
    return chart;
}

void reading_part(Html& h, const Call& call, const CommitmentView& view, std::size_t number) {
    const ReadingProgress& one = view.readings[number];
    const auto& words = call.words;
    if (view.readings.size() > 1)
        web::heading(h, 3,
                     words("partnership.reading.title", {{"number", static_cast<std::int64_t>(number + 1)}}) +
                         (one.reading.source.empty() ? "" : ": " + one.reading.source));
    judgement(h, call, view, one);
    web::key_figures(h, figures_of(h, call, one));
    if (one.progress && one.window && !view.as_of_day)
        web::section(h, words("partnership.chart.title"),
                     [&] { web::line_chart(h, words, chart_of(call, view, one, number)); });
}

/// The rows that the figure was counted from: only the room's own people come this far.
void rows_part(Html& h, const Call& call, const CommitmentView& view) {
    const auto& words = call.words;
    web::ListView page = web::list_view(call.request.query, {}, {.page_size = static_cast<int>(kRowsShown)});
    const auto total = static_cast<std::int64_t>(view.rows.size());
    web::section(h, words("partnership.rows.title"), [&] {
        h(web::tag::div, web::attr::id("rows"));
        web::table(h, words,
                   {.caption = words("partnership.rows.caption"),
                    .hide_caption = true,
                    .columns = {{.label = words("partnership.column.day")},
                                {.label = words("partnership.column.what")},
                                {.label = words("partnership.column.amount"), .numeric = true}},
                    .view = page,
                    .total = total,
                    .path = call.request.path,
                    .query = call.request.query,
                    .empty = words("partnership.rows.none")},
                   [&](web::Rows& rows) {
                       const auto from = static_cast<std::size_t>(std::min(page.offset(), total));
                       const auto to = std::min(view.rows.size(), from + kRowsShown);
                       for (std::size_t i = from; i < to; ++i) {
                           const module::TraceRow& row = view.rows[i];
                           rows.row({[&h, &words, day = row.date] { web::date(h, words, day); },
                                     [&h, &call, row] {
                                         row.link.empty() ? h.text(row.label)
                                                          : web::link(h, call.link(row.link), row.label);
                                     },
                                     [&h, &words, amount = row.amount] { web::number(h, words, amount); }});
                       }
                   });
    });
}

void binding_form(Html& h, const Call& call, const CommitmentView& view, const web::FormState& state) {
    const auto& words = call.words;
    const Binding* now = view.bindings.empty() ? nullptr : &view.bindings.back();
    web::form(h, call.csrf, commitment_link(call, view) + "/binding", [&] {
        std::vector<web::Option> measures;
        for (const module::Module& slice : call.house.modules)
            for (const module::Measure& one : slice.measures)
                if (counts_the_same(call.house, one, view.commitment))
                    measures.push_back({std::string(one.name), module::measure_words(words, one.name), ""});
        web::select_field(
            h, state,
            {.name = "measure", .label = words("partnership.column.measure"), .fallback = now ? now->measure : ""},
            measures);
        web::text_field(h, state,
                        {.name = "scope",
                         .label = words("partnership.column.scope"),
                         .description = words("partnership.binding.scope_help"),
                         .optional = true,
                         .fallback = now ? scope_text(now->scope) : ""});
        web::date_field(h, state,
                        {.name = "since", .label = words("partnership.binding.since"), .fallback = call.today().iso()});
        web::submit_button(h, words("partnership.binding.save"), web::Variant::secondary);
    });
}

void counting_part(Html& h, Call& call, const CommitmentView& view) {
    const auto& words = call.words;
    web::section(h, words("partnership.binding.title"), [&] {
        web::table(h, words,
                   {.caption = words("partnership.binding.title"),
                    .hide_caption = true,
                    .columns = {{.label = words("partnership.column.measure")},
                                {.label = words("partnership.column.scope")},
                                {.label = words("partnership.column.period")}}},
                   [&](web::Rows& rows) {
                       for (const Binding& one : view.bindings)
                           rows.row({module::measure_words(words, one.measure), scope_words(call, one.scope),
                                     [&h, &words, one] { web::period(h, words, one.period); }});
                   });
        web::details(h, words("partnership.binding.change"), [&] { binding_form(h, call, view, {words}); });
    });
}

std::optional<CommitmentView> view_of_path(Call& call) {
    const auto id = AgreementId::parse(call.part("agreement"));
    if (!id) return std::nullopt;
    return find_commitment_view(call.room(), call.house, call.caller, *id, call.part("commitment"), call.today());
}

/// One reading's line in the list.
void list_card(Html& h, const Call& call, const CommitmentView& view) {
    const auto& words = call.words;
    web::card(
        h, {.title = view.commitment.title, .href = commitment_link(call, view), .content = [&] {
                web::small_print(h, view.agreement.title);
                for (const ReadingProgress& one : view.readings) {
                    judgement(h, call, view, one);
                    const std::string target = say_target(words, one.reading.target);
                    if (!one.progress) {
                        web::paragraph(h, target + ". " + words("partnership.progress.no_records"));
                        continue;
                    }
                    web::progress(
                        h, {.label = target,
                            .value = static_cast<double>(one.progress->so_far),
                            .maximum = static_cast<double>(std::max<std::int64_t>(one.reading.target.quantity(), 1)),
                            .text = words("partnership.progress.of", {{"so_far", one.progress->so_far},
                                                                      {"target", one.reading.target.quantity()}})});
                    if (one.window)
                        web::small_print(h, [&h, &words, days = one.window->period] { web::period(h, words, days); });
                }
            }});
}

}  // namespace

web::Response commitments_page(Call& call) {
    const auto& words = call.words;
    const auto views = own_commitments(call.room(), call.house, call.caller, call.today());
    return module::page(call, {.title = words("partnership.commitments.title"), .own_heading = true}, [&](Html& h) {
        web::page_heading(
            h, {.title = words("partnership.commitments.title"), .lead = words("partnership.commitments.lead")});
        if (views.empty()) {
            web::empty_state(h, words("partnership.commitments.none"), words("partnership.commitments.none_why"));
            return;
        }
        const auto cards = [&](bool over) {
            web::card_grid(h, [&] {
                for (const CommitmentView& view : views)
                    if (view.over == over) list_card(h, call, view);
            });
        };
        const auto ended = std::ranges::count_if(views, &CommitmentView::over);
        if (ended < std::ssize(views))
            web::live(h, "commitments", "room/" + call.head->id.text() + "/activity", [&] { cards(false); });
        if (ended > 0) web::section(h, words("partnership.commitments.over"), [&] { cards(true); });
    });
}

web::Response commitment_page(Call& call) {
    const auto view = view_of_path(call);
    if (!view) return module::not_found(call);
    const auto& words = call.words;
    const module::PageHead head{.title = view->commitment.title,
                                .crumbs = {{words("partnership.commitments.title"), call.link("/commitments")}},
                                .own_heading = true};
    return module::page(call, head, [&](Html& h) {
        web::page_heading(h, {.title = view->commitment.title, .lead = view->agreement.title, .actions = [&] {
                                  web::link_button(h,
                                                   call.link("/deliveries/new?agreement=" + view->agreement.id.text() +
                                                             "&commitment=" + view->commitment.key),
                                                   words("partnership.deliver.open"));
                                  web::print_button(h, words);
                              }});
        web::live(h, "progress", "room/" + call.head->id.text() + "/activity", [&] {
            if (view->readings.size() > 1 && !view->commitment.settled())
                web::notice(h, Tone::info, words("partnership.reading.notice"),
                            words("partnership.reading.notice_why"));
            for (std::size_t i = 0; i < view->readings.size(); ++i) reading_part(h, call, *view, i);
            rows_part(h, call, *view);
        });
        counting_part(h, call, *view);
    });
}

web::Response rebind_action(Call& call) {
    const auto view = view_of_path(call);
    if (!view) return module::not_found(call);
    const auto& form = call.request.form;
    base::ProblemList problems;
    const Date since = problems.take(Date::parse(form.get("since")), "since");
    const auto scope = read_scope(form.get("scope"));
    if (!scope) problems.add(scope.problems());
    if (problems.empty()) {
        const auto done = rebind(call.room(), call.house, call.caller, view->agreement.id, view->commitment.key,
                                 form.get("measure"), *scope, since);
        if (done) return call.done(commitment_link(call, *view), "partnership.flash.rebound");
        if (auto refused = module::refused_page(call, done.problems())) return *std::move(refused);
        problems.add(done.problems());
    }
    const module::PageHead head{.title = call.words("partnership.binding.change"),
                                .crumbs = {{view->commitment.title, commitment_link(call, *view)}}};
    return module::page(
        call, head,
        [&](Html& h) {
            const web::FormState state{call.words, form, problems.all()};
            web::error_summary(h, state);
            binding_form(h, call, *view, state);
        },
        422);
}

}  // namespace samrum::partnership::agreement
