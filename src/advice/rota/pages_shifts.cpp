// A volunteer's own shifts: take, leave and swap by one tap, on an old phone.
#include "advice/rota/actions_shift.hpp"
#include "advice/rota/pages.hpp"
#include "advice/rota/pages_parts.hpp"
#include "foundation/module/page.hpp"

#include <algorithm>

namespace samrum::advice::rota {
namespace {

using namespace web;

constexpr std::size_t kSwapsShown = 6;

std::vector<std::pair<std::string, std::string>> session_field(const Line& line) {
    return {{"session", line.session.id.text()}};
}

bool is_offered(const Line& line, VolunteerId me) {
    return std::ranges::any_of(
        line.there, [&](const Shift& one) { return one.volunteer == me && one.state == ShiftState::offered; });
}

void swap_choices(module::Call& call, Html& h, const Line& mine, const ShiftsPage& page) {
    if (page.open.empty()) return;
    details(h, rota_words(call, "swap"), [&] {
        for (std::size_t i = 0; i < std::min(kSwapsShown, page.open.size()); ++i) {
            const Line& other = page.open[i].line;
            tap(call, h,
                {.path = call.link("/advice/shifts/swap"),
                 .label = rota_words(call, "swap.to", {{"when", when_text(call, other.session)}, {"site", other.site}}),
                 .fields = {{"session", mine.session.id.text()}, {"to", other.session.id.text()}}});
        }
    });
}

void own_card(module::Call& call, Html& h, const Line& line, const ShiftsPage& page, VolunteerId me) {
    const std::string about = when_text(call, line.session);
    const bool offered = is_offered(line, me);
    card(h, {.title = about, .content = [&] {
                 paragraph(h, [&] { name(h, line.site); });
                 state_mark(call, h, line.session);
                 if (offered) badge(h, Tone::warning, rota_words(call, "offered.mine"));
                 people_list(call, h, line, page.names);
                 language_marks(call, h, line.coverage);
                 if (line.session.state != sites::SessionState::planned) return;
                 if (offered)
                     tap(call, h,
                         {.path = call.link("/advice/shifts/keep"),
                          .label = rota_words(call, "keep"),
                          .about = about,
                          .fields = session_field(line),
                          .variant = Variant::primary});
                 else
                     tap(call, h,
                         {.path = call.link("/advice/shifts/leave"),
                          .label = rota_words(call, "leave"),
                          .about = about,
                          .fields = session_field(line)});
                 swap_choices(call, h, line, page);
             }});
}

void open_card(module::Call& call, Html& h, const OpenPlace& place, const ShiftsPage& page) {
    const std::string about = when_text(call, place.line.session);
    card(h,
         {.title = about, .content = [&] {
              paragraph(h, [&] { name(h, place.line.site); });
              std::vector<Content> notes;
              if (place.offered) notes.emplace_back(rota_words(call, "open.offered"));
              for (const std::string& code : place.brings)
                  notes.emplace_back(rota_words(call, "open.brings", {{"language", language_name(call.words, code)}}));
              for (Obstacle one : place.warnings)
                  notes.emplace_back(call.words("advice.rota.obstacle." + std::string(code_of(one))));
              if (!notes.empty()) bullets(h, notes);
              if (!place.line.there.empty()) people_list(call, h, place.line, page.names);
              tap(call, h,
                  {.path = call.link("/advice/shifts/take"),
                   .label = rota_words(call, place.offered ? "take_over" : "take"),
                   .about = about,
                   .fields = session_field(place.line),
                   .variant = Variant::primary});
          }});
}

void month_line(module::Call& call, Html& h, const ShiftsPage& page) {
    if (page.most_shifts > 0)
        small_print(h, rota_words(call, "month_of",
                                  {{"shifts", std::int64_t{page.shifts_this_month}},
                                   {"most", std::int64_t{page.most_shifts}}}));
    else
        small_print(h, rota_words(call, "month", {{"shifts", std::int64_t{page.shifts_this_month}}}));
}

Response show_shifts(module::Call& call, const base::Problems& problems, int status) {
    const auto page = see_shifts(call.room(), call.caller, call.today());
    if (!page) return module::not_found(call);
    const auto me = own_volunteer(call.room(), call.caller);
    return module::page(
        call,
        {.title = rota_words(call, "shifts.title"), .crumbs = {{rota_words(call, "title"), call.link("/advice/rota")}}},
        [&](Html& h) {
            said_no(call, h, problems);
            if (!page->is_volunteer || !me)
                return empty_state(h, rota_words(call, "shifts.no_volunteer"),
                                   rota_words(call, "shifts.no_volunteer.text"));
            actions(h, [&] { link_button(h, call.link("/feeds"), rota_words(call, "to_feed"), Variant::tertiary); });
            refreshed(call, h, "shifts", [&] {
                section(h, rota_words(call, "shifts.mine"), [&] {
                    month_line(call, h, *page);
                    if (page->mine.empty()) paragraph(h, rota_words(call, "shifts.none"));
                    card_grid(h, [&] {
                        for (const Line& line : page->mine) own_card(call, h, line, *page, *me);
                    });
                });
                section(h, rota_words(call, "shifts.open"), [&] {
                    if (page->open.empty()) return paragraph(h, rota_words(call, "shifts.no_open"));
                    paragraph(h, rota_words(call, "shifts.open.lead"));
                    card_grid(h, [&] {
                        for (const OpenPlace& one : page->open) open_card(call, h, one, *page);
                    });
                });
            });
        },
        status);
}

/// Shows the shifts again: with what was done, or with why it was not.
Response after(module::Call& call, const base::Problems& problems, std::string_view flash_key) {
    if (!problems.empty()) {
        if (auto refused = module::refused_page(call, problems)) return std::move(*refused);
        return show_shifts(call, problems, 422);
    }
    announce_rota(call);
    return call.done(call.link("/advice/shifts"), flash_key);
}

std::string_view left_words(const base::Result<Left>& left) {
    switch (left ? *left : Left::freed) {
        case Left::freed:
            return "advice.rota.flash.freed";
        case Left::freed_asked:
            return "advice.rota.flash.freed_asked";
        case Left::offered:
            return "advice.rota.flash.offered";
        case Left::offered_before:
            return "advice.rota.flash.offered_before";
    }
    return {};
}
/// Is the old place kept until somebody takes it?
bool is_kept(const base::Result<Left>& left) {
    return left && (*left == Left::offered || *left == Left::offered_before);
}

}  // namespace

Response shifts_page(module::Call& call) {
    return show_shifts(call, {}, 200);
}

Response take_now(module::Call& call) {
    const auto session = session_in(call.request.form.get("session"));
    if (!session) return module::not_found(call);
    return after(call, take_shift(call.room(), call.caller, call.today(), *session).problems(),
                 "advice.rota.flash.taken");
}

Response leave_now(module::Call& call) {
    const auto session = session_in(call.request.form.get("session"));
    if (!session) return module::not_found(call);
    const auto left = leave_shift(call.room(), call.caller, call.today(), *session);
    return after(call, left.problems(), left_words(left));
}

Response keep_now(module::Call& call) {
    const auto session = session_in(call.request.form.get("session"));
    if (!session) return module::not_found(call);
    return after(call, keep_shift(call.room(), call.caller, call.today(), *session).problems(),
                 "advice.rota.flash.kept");
}

Response swap_now(module::Call& call) {
    const auto session = session_in(call.request.form.get("session"));
    const auto to = session_in(call.request.form.get("to"));
    if (!session || !to) return module::not_found(call);
    const auto left = swap_shift(call.room(), call.caller, call.today(), *session, *to);
    return after(call, left.problems(),
                 is_kept(left) ? "advice.rota.flash.swapped_offered" : "advice.rota.flash.swapped");
}

}  // namespace samrum::advice::rota
