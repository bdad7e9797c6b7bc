// A needs signal: a folded one-way table of a half-year, handed over for the steering group's agenda.
#include "foundation/web/fields.hpp"
#include "foundation/web/table.hpp"
#include "partnership/agreement/actions_delivery.hpp"
#include "partnership/agreement/actions_read.hpp"
#include "partnership/agreement/pages.hpp"
#include "partnership/agreement/rules_delivery.hpp"
#include "partnership/agreement/rules_signal.hpp"

namespace samrum::partnership::agreement {
namespace {

using base::Date;
using module::Call;
using web::Html;

/// The half-years that are over, the newest first: what a signal may be of.
std::vector<web::Option> half_year_options(const Call& call) {
    const Date now = half_year_of(call.today());
    std::vector<web::Option> options;
    for (int back = 1; back <= kSignalHalfYears; ++back) {
        const Date first = now.plus_months(-6 * back);
        options.push_back({first.iso(), call.words.period({first, first.plus_months(6).plus_days(-1)}), {}});
    }
    return options;
}

SignalRequest signal_in(const web::Fields& form, base::ProblemList& problems) {
    SignalRequest request;
    request.agreement = problems.take(AgreementId::parse(form.get("agreement")), "agreement");
    request.half_year = problems.take(Date::parse(form.get("half_year")), "half_year");
    request.note = form.get("note");
    return request;
}

void signal_table(Html& h, const text::Words& words, const std::vector<Delivery>& signal) {
    web::table(h, words,
               {.caption = words("partnership.signal.title"),
                .hide_caption = true,
                .columns = {{.label = words("partnership.signal.value")},
                            {.label = words("partnership.column.figure"), .numeric = true}}},
               [&](web::Rows& rows) {
                   for (const Delivery& one : signal)
                       rows.row({signal_value(words, one), [&] { delivered_value(h, words, one); }});
               });
}

web::Response signal_form(Call& call, const web::FormState& state, const std::vector<Delivery>* signal, int status) {
    const auto& words = call.words;
    const module::PageHead head{.title = words("partnership.signal.title"),
                                .crumbs = {{words("partnership.deliveries.title"), call.link("/deliveries")}},
                                .lead = words("partnership.signal.lead")};
    return module::page(
        call, head,
        [&](Html& h) {
            web::error_summary(h, state);
            if (signal) signal_table(h, words, *signal);
            web::form(h, call.csrf, call.link("/deliveries/signal"), [&] {
                if (signal) {
                    for (const char* name : {"agreement", "half_year", "note"})
                        web::hidden(h, name, state.values.get(name));
                    web::hidden(h, "step", "confirmed");
                    web::paragraph(h, words("partnership.deliver.confirm_lead"));
                } else {
                    std::vector<web::Option> agreements;
                    for (const ListedAgreement& one : read_agreements(call.room(), call.caller))
                        agreements.push_back({one.head.id.text(), one.head.title, {}});
                    web::select_field(h, state, {.name = "agreement", .label = words("partnership.signal.agreement")},
                                      agreements);
                    web::select_field(h, state, {.name = "half_year", .label = words("partnership.column.period")},
                                      half_year_options(call));
                    web::text_area(h, state,
                                   {.name = "note",
                                    .label = words("partnership.deliver.note"),
                                    .description = words("partnership.deliver.note_help"),
                                    .optional = true});
                }
                web::actions(h, [&] {
                    web::submit_button(h, words(signal ? "partnership.deliver.submit" : "partnership.deliver.look"));
                    web::link_button(h, call.link("/deliveries"), words("partnership.deliver.cancel"),
                                     web::Variant::tertiary);
                });
            });
        },
        status);
}

}  // namespace

std::string signal_value(const text::Words& words, const Delivery& delivery) {
    const auto row = row_of(delivery.scope);
    if (!row) return {};
    // A slice names its own values; languages are the house's.
    for (const std::string& whose : {delivery.measure.substr(0, delivery.measure.find('.')), std::string("module")})
        if (const std::string key = whose + "." + row->first + "." + row->second; words.has(key)) return words(key);
    return row->second;
}

web::Response signal_page(Call& call) {
    return signal_form(call, {call.words}, nullptr, 200);
}

web::Response signal_action(Call& call) {
    const auto& form = call.request.form;
    base::ProblemList problems;
    const SignalRequest request = signal_in(form, problems);
    if (!problems.empty()) return signal_form(call, {call.words, form, problems.all()}, nullptr, 422);
    const bool confirmed = form.get("step") == "confirmed";
    const auto signal = confirmed ? make_signal(call.room(), call.house, call.caller, request)
                                  : preview_signal(call.room(), call.house, call.caller, request);
    if (!signal) {
        if (auto refused = module::refused_page(call, signal.problems())) return *std::move(refused);
        return signal_form(call, {call.words, form, signal.problems()}, nullptr, 422);
    }
    if (!confirmed) return signal_form(call, {call.words, form}, &*signal, 200);
    return call.done(call.link("/deliveries"), "partnership.flash.signal");
}

}  // namespace samrum::partnership::agreement
