// All instalments of the room, by date, payer and year, with their export; and the frames that they lie in.
#include "partnership/money/actions_export.hpp"
#include "partnership/money/pages.hpp"
#include "partnership/money/pages_parts.hpp"
#include "partnership/money/rules_working.hpp"

#include <algorithm>
#include <charconv>
#include <set>

namespace samrum::partnership::money {
namespace {

using module::Call;
using web::FormState;
using web::Html;
using web::Tone;

Filter filter_of(const Call& call) {
    Filter filter;
    filter.payer = typed(call, "payer");
    const std::string year = typed(call, "year");
    int number = 0;
    const auto read = std::from_chars(year.data(), year.data() + year.size(), number);
    if (!year.empty() && read.ptr == year.data() + year.size()) filter.year = number;
    filter.status = agreement::value_of<Status>(typed(call, "status"));
    return filter;
}

void filter_form(Html& h, const Call& call, const RoomMoney& money) {
    const auto& words = call.words;
    std::set<std::string> payers;
    std::set<int> years;
    for (const RoomInstalment& one : money.instalments) {
        payers.insert(one.instalment.payer_name);
        years.insert(one.instalment.listed().year());
    }
    const std::string all = words("money.filter.all");
    std::vector<web::Option> payer_choice{{"", all, ""}};
    std::vector<web::Option> year_choice{{"", all, ""}};
    std::vector<web::Option> status_choice{{"", all, ""}};
    for (const std::string& one : payers) payer_choice.push_back({one, one, ""});
    for (const int one : years) year_choice.push_back({std::to_string(one), std::to_string(one), ""});
    for (const auto& one : kStatuses)
        status_choice.push_back({std::string(one.word), words("money.status." + std::string(one.word)), ""});
    web::query_form(h, call.link("/money"), [&] {
        const FormState state{words, call.request.query, {}};
        const auto field = [&](const char* name, const std::string& label, const std::vector<web::Option>& options) {
            web::select_field(h, state, {.name = name, .label = label, .unmarked = true, .width = web::Width::medium},
                              options);
        };
        field("payer", words("partnership.column.payer"), payer_choice);
        field("year", words("money.filter.year"), year_choice);
        field("status", words("partnership.column.state"), status_choice);
        web::actions(h, [&] { web::submit_button(h, words("money.filter.show"), web::Variant::secondary); });
    });
}

void instalments_table(Html& h, const Call& call, const std::vector<RoomInstalment>& rows_shown) {
    const auto& words = call.words;
    web::table(
        h, words,
        {.caption = words("money.room.instalments"),
         .hide_caption = true,
         .columns = {{.label = words("partnership.column.instalment")},
                     {.label = words("partnership.column.day")},
                     {.label = words("partnership.column.payer")},
                     {.label = words("partnership.column.state")},
                     {.label = words("partnership.column.sum"), .numeric = true}},
         .empty = words("money.room.none")},
        [&](web::Rows& rows) {
            std::optional<base::Money> sum = base::Money{};
            for (const RoomInstalment& each : rows_shown) {
                const LiveInstalment& one = each.instalment;
                if (one.status != Status::stopped) sum = sum && one.sum ? std::optional(*sum + *one.sum) : std::nullopt;
                rows.row({[&h, &call, &words, &each, &one] {
                              const std::string name =
                                  each.head.activity.empty() ? each.head.title : each.head.activity;
                              web::link(h, instalment_link(call, each.head, one),
                                        name + ", " + one.title + " " + number_words(words, one));
                              web::small_print(h, [&] { web::name(h, one.recipient_name); });
                          },
                          when_cell(h, words, one), [&h, &one] { web::name(h, one.payer_name); },
                          [&h, &words, &one] {
                              status_badge(h, words, one.status);
                              if (!one.waits_for.key.empty()) web::small_print(h, words(one.waits_for));
                          },
                          sum_cell(h, words, one.sum)});
            }
            if (!rows_shown.empty())
                rows.sum({words("money.sum"), std::string(), std::string(), std::string(), sum_cell(h, words, sum)});
        });
}

/// What each payer's year takes of its frame. Only the room's own see it.
void frames_part(Html& h, Call& call, const RoomMoney& money) {
    const auto& words = call.words;
    std::vector<LiveInstalment> all;
    all.reserve(money.instalments.size());
    for (const RoomInstalment& one : money.instalments) all.push_back(one.instalment);
    const auto use = frame_use(all);
    const auto frames = read_frames(call.room(), call.caller);
    web::section(h, words("money.frame.title"), [&] {
        web::table(h, words,
                   {.caption = words("money.frame.title"),
                    .hide_caption = true,
                    .columns = {{.label = words("partnership.column.payer")},
                                {.label = words("money.filter.year")},
                                {.label = words("money.frame.frame"), .numeric = true},
                                {.label = words("money.paid"), .numeric = true},
                                {.label = words("money.frame.planned"), .numeric = true},
                                {.label = words("money.frame.left"), .numeric = true}}},
                   [&](web::Rows& rows) {
                       for (const auto& [key, taken] : use) {
                           const auto frame = std::ranges::find_if(frames, [&key = key](const Frame& one) {
                               return one.payer == key.first && one.year == key.second;
                           });
                           const bool has = frame != frames.end();
                           const auto left = has && taken.unknown == 0
                                                 ? std::optional(frame->sum - taken.paid - taken.planned)
                                                 : std::nullopt;
                           rows.row({[&h, &key = key] { web::name(h, key.first); },
                                     key.second == 0 ? words("money.frame.no_year") : std::to_string(key.second),
                                     has ? sum_cell(h, words, frame->sum) : web::Content(words("money.frame.none")),
                                     sum_cell(h, words, taken.paid),
                                     [&h, &words, &taken = taken] {
                                         web::money(h, words, taken.planned);
                                         if (taken.unknown > 0)
                                             web::small_print(h, words("money.frame.unknown",
                                                                       {{"count", std::int64_t{taken.unknown}}}));
                                     },
                                     [&h, &words, left] {
                                         sum_cell(h, words, left).write(h);
                                         if (left && left->ore < 0)
                                             h.text(" "), web::badge(h, Tone::warning, words("money.frame.over"));
                                     }});
                       }
                   });
    });
}

void export_part(Html& h, const Call& call) {
    const auto& words = call.words;
    web::section(h, words("money.export.title"), [&] {
        web::paragraph(h, words("money.export.lead"));
        web::actions(h, [&] {
            for (const auto& one : kFormats) {
                web::Fields query = call.request.query;
                query.add("format", std::string(one.word));
                web::link_button(h, call.link("/money/export?" + query.encoded()),
                                 words("money.export.format." + std::string(one.word)), web::Variant::secondary);
            }
        });
    });
}

}  // namespace

web::Response room_money_page(Call& call) {
    const RoomMoney money = room_money(call.room(), call.caller, call.today());
    const auto& words = call.words;
    const bool own = may_handle(call.caller);
    return module::page(
        call, {.title = words("money.room.title"), .lead = words("money.room.lead"), .own_heading = true, .wide = true},
        [&](Html& h) {
            web::page_heading(h, {.title = words("money.room.title"), .lead = words("money.room.lead"), .actions = [&] {
                                      web::print_button(h, words);
                                      if (!own) return;
                                      web::link_button(h, call.link("/money/payers"), words("money.routine.link"),
                                                       web::Variant::secondary);
                                      web::link_button(h, call.link("/money/index"), words("money.index.title"),
                                                       web::Variant::secondary);
                                  }});
            filter_form(h, call, money);
            instalments_table(h, call, filtered(money.instalments, filter_of(call)));
            if (own) frames_part(h, call, money);
            export_part(h, call);
        });
}

web::Response export_action(Call& call) {
    const auto format = agreement::value_of<Format>(typed(call, "format"));
    if (!format) return module::not_found(call);
    auto file = export_money(call.room(), {call.words, *call.head, call.caller, call.today(), call.now()},
                             filter_of(call), *format);
    if (file) return web::Response::file(file->bytes, file->type, file->name);
    return module::page(
        call,
        {.title = call.words("money.export.not_made"),
         .crumbs = {{call.words("money.room.title"), call.link("/money")}}},
        [&](Html& h) {
            web::error_summary(h, FormState{call.words, {}, file.problems()});
            if (may_handle(call.caller))
                web::link_button(h, call.link("/money/payers"), call.words("money.routine.link"));
        },
        422);
}

}  // namespace samrum::partnership::money
