// How the bodies pay (routines, accounts, frames), and the index values that sums follow.
#include "partnership/money/pages.hpp"
#include "partnership/money/pages_parts.hpp"

#include <algorithm>
#include <set>

namespace samrum::partnership::money {
namespace {

using module::Call;
using web::FormState;
using web::Html;

/// The payers of the room's agreements, those that may come by a change too.
std::set<std::string> payers_of(Call& call) {
    std::set<std::string> names;
    for (const Case& one : room_money(call.room(), call.caller, call.today()).cases) {
        for (const agreement::Amount& amount : one.agreement.amounts) names.insert(one.agreement.name_of(amount.payer));
        for (const agreement::PayerChange& change : one.agreement.payer_changes)
            names.insert(one.agreement.name_of(change.to_payer));
    }
    for (const PayerRoutine& one : read_routines(call.room(), call.caller)) names.insert(one.payer);
    return names;
}

PayerRoutine typed_routine(const Call& call) {
    return {typed(call, "payer"),     typed(call, "routine"),         typed(call, "reference"),
            typed(call, "number"),    typed(call, "series"),          typed(call, "cost_account"),
            typed(call, "cost_name"), typed(call, "balance_account"), typed(call, "balance_name"),
            typed(call, "giving_id")};
}

web::Fields values_of(const PayerRoutine& one) {
    web::Fields values;
    values.add("routine", one.routine);
    values.add("reference", one.reference);
    values.add("number", one.number);
    values.add("series", one.series);
    values.add("cost_account", one.cost_account);
    values.add("cost_name", one.cost_name);
    values.add("balance_account", one.balance_account);
    values.add("balance_name", one.balance_name);
    values.add("giving_id", one.giving_id);
    return values;
}

void routine_form(Html& h, const Call& call, const std::string& payer, const FormState& state) {
    const auto& words = call.words;
    const auto text = [&](const char* name, const std::string& label, const std::string& help = "") {
        web::text_field(
            h, state,
            {.name = name, .label = label, .description = help, .unmarked = true, .width = web::Width::medium});
    };
    web::form(h, call.csrf, call.link("/money/payers"), [&] {
        web::hidden(h, "do", "routine");
        web::hidden(h, "payer", payer);
        web::text_area(h, state,
                       {.name = "routine",
                        .label = words("money.routine.title"),
                        .description = words("money.routine.help"),
                        .unmarked = true},
                       3);
        text("reference", words("money.routine.reference"), words("money.routine.reference_help"));
        text("number", words("money.routine.number"));
        text("series", words("money.routine.series_label"));
        text("cost_account", words("money.routine.cost_account"));
        text("cost_name", words("money.routine.account_name"));
        text("balance_account", words("money.routine.balance_account"));
        text("balance_name", words("money.routine.account_name"));
        text("giving_id", words("money.routine.giving_id"), words("money.routine.giving_help"));
        web::actions(h, [&] { web::submit_button(h, words("money.save")); });
    });
}

void frame_form(Html& h, const Call& call, const std::set<std::string>& payers, const FormState& state) {
    const auto& words = call.words;
    std::vector<web::Option> options;
    options.reserve(payers.size());
    for (const std::string& one : payers) options.push_back({one, one, ""});
    web::form(h, call.csrf, call.link("/money/payers"), [&] {
        web::hidden(h, "do", "frame");
        web::select_field(h, state, {.name = "payer", .label = words("partnership.column.payer")}, options);
        web::number_field(h, state, {.name = "year", .label = words("money.filter.year"), .width = web::Width::narrow});
        web::money_field(
            h, state,
            {.name = "sum", .label = words("money.frame.frame"), .suffix = "kr", .width = web::Width::medium});
        web::text_field(h, state, {.name = "source", .label = words("money.frame.source_label")});
        web::actions(h, [&] { web::submit_button(h, words("money.save")); });
    });
}

/// The payers, with the accounts that each has chosen, and where they are changed.
void payers_table(Html& h, Call& call, const std::set<std::string>& payers, const std::vector<PayerRoutine>& routines) {
    const auto& words = call.words;
    web::table(
        h, words,
        {.caption = words("money.routine.link"),
         .hide_caption = true,
         .columns = {{.label = words("partnership.column.payer")},
                     {.label = words("money.routine.reference")},
                     {.label = words("money.routine.cost_account")},
                     {.label = words("money.routine.balance_account")}},
         .empty = words("money.room.none")},
        [&](web::Rows& rows) {
            for (const std::string& payer : payers) {
                const auto found = std::ranges::find(routines, payer, &PayerRoutine::payer);
                const PayerRoutine one = found == routines.end() ? PayerRoutine{} : *found;
                web::Fields query;
                query.add("do", "routine");
                query.add("payer", payer);
                const auto account = [&h, &words](const std::string& number, const std::string& name) {
                    return number.empty() ? web::Content(words("money.routine.none"))
                                          : web::Content(agreement::isolated_value(
                                                h, std::string(number).append(" ").append(name)));
                };
                rows.row(
                    {[&h, &call, query, payer] { web::link(h, call.link("/money/payers?" + query.encoded()), payer); },
                     one.reference.empty() ? web::Content(words("money.routine.by_hand"))
                                           : web::Content(agreement::isolated_value(h, one.reference)),
                     account(one.cost_account, one.cost_name), account(one.balance_account, one.balance_name)});
            }
        });
    web::actions(h, [&] {
        web::link_button(h, call.link("/money/payers?do=frame"), words("money.frame.add"), web::Variant::secondary);
    });
}

std::vector<std::pair<std::string, std::string>> payer_crumbs(const Call& call, const std::string& step) {
    std::vector<std::pair<std::string, std::string>> crumbs{{call.words("money.room.title"), call.link("/money")}};
    if (!step.empty()) crumbs.emplace_back(call.words("money.routine.link"), call.link("/money/payers"));
    return crumbs;
}

base::Result<base::Done> payer_step(Call& call) {
    if (typed(call, "do") == "frame")
        return save_payer_frame(call.room(), call.caller, call.today(),
                                {typed(call, "payer"), typed(call, "year"), typed(call, "sum"), typed(call, "source")});
    return save_payer_routine(call.room(), call.caller, typed_routine(call));
}

void values_table(Html& h, Call& call) {
    const auto& words = call.words;
    web::table(
        h, words,
        {.caption = words("money.index.values"),
         .columns = {{.label = words("money.index.series_label")},
                     {.label = words("money.index.month_label")},
                     {.label = words("money.index.value_label"), .numeric = true},
                     {.label = words("partnership.column.state")},
                     {.label = words("money.answer.source")}},
         .empty = words("money.index.none")},
        [&](web::Rows& rows) {
            for (const IndexValue& one : read_index_values(call.room(), call.caller))
                rows.row({one.series, words.month(base::Date::parse(one.month + "-01").value()),
                          agreement::isolated_value(h, words.decimal(static_cast<double>(one.hundredths) / 100, 2)),
                          words(one.preliminary ? "money.index.preliminary" : "money.index.final"), one.source});
        });
}

}  // namespace

web::Response payers_page(Call& call) {
    const auto& words = call.words;
    base::Problems problems;
    if (call.request.method == web::Method::post) {
        const auto done = payer_step(call);
        if (done) return call.done(call.link("/money/payers"), "money.flash.done");
        if (auto refused = module::refused_page(call, done.problems())) return *std::move(refused);
        problems = done.problems();
    }
    const auto routines = read_routines(call.room(), call.caller);
    const auto payers = payers_of(call);
    const std::string step = typed(call, "do");
    const std::string payer = typed(call, "payer");
    const bool one_payer = step == "routine" && payers.contains(payer);
    return module::page(
        call,
        {.title = one_payer ? payer : words(step == "frame" ? "money.frame.title" : "money.routine.link"),
         .crumbs = payer_crumbs(call, step),
         .lead = words(step == "frame" ? "money.frame.lead" : "money.routine.lead")},
        [&](Html& h) {
            const FormState state{words, call.request.form, problems};
            web::error_summary(h, state);
            const auto found = std::ranges::find(routines, payer, &PayerRoutine::payer);
            const auto& kept = found == routines.end() ? PayerRoutine{} : *found;
            if (one_payer)
                routine_form(h, call, payer, problems.empty() ? FormState{words, values_of(kept), {}} : state);
            else if (step == "frame")
                frame_form(h, call, payers, state);
            else
                payers_table(h, call, payers, routines);
        },
        problems.empty() ? 200 : 422);
}

web::Response index_page(Call& call) {
    const auto& words = call.words;
    base::Problems problems;
    if (call.request.method == web::Method::post) {
        const auto done = enter_index_value(call.room(), call.caller, call.today(),
                                            {typed(call, "series"), typed(call, "month"), typed(call, "value"),
                                             typed(call, "preliminary") == "yes", typed(call, "source")});
        if (done) return call.done(call.link("/money/index"), "money.flash.done");
        if (auto refused = module::refused_page(call, done.problems())) return *std::move(refused);
        problems = done.problems();
    }
    return module::page(
        call,
        {.title = words("money.index.title"),
         .crumbs = {{words("money.room.title"), call.link("/money")}},
         .lead = words("money.index.lead")},
        [&](Html& h) {
            const FormState state{words, call.request.form, problems};
            web::error_summary(h, state);
            values_table(h, call);
            web::form(h, call.csrf, call.link("/money/index"), [&] {
                const auto field = [&](const char* name, const std::string& label, const std::string& help = "") {
                    web::text_field(h, state,
                                    {.name = name, .label = label, .description = help, .width = web::Width::medium});
                };
                field("series", words("money.index.series_label"), words("money.index.series_help"));
                field("month", words("money.index.month_label"), words("money.answer.month_help"));
                field("value", words("money.index.value_label"));
                web::checkbox(h, state,
                              {.name = "preliminary", .label = words("money.index.is_preliminary"), .unmarked = true});
                field("source", words("money.answer.source"));
                web::actions(h, [&] { web::submit_button(h, words("money.save")); });
            });
        },
        problems.empty() ? 200 : 422);
}

}  // namespace samrum::partnership::money
