#include "friends/pairs/pages_parts.hpp"

#include "foundation/base/number.hpp"

#include <fmt/format.h>

namespace samrum::friends::pairs {

using namespace web;

std::string said(const module::Call& call, std::string_view key, const base::MessageArgs& args) {
    return call.words("friends." + std::string(key), args);
}
std::string typed(const module::Call& call, std::string_view field) {
    return std::string(call.request.form.get(field));
}
std::int64_t typed_revision(const module::Call& call) {
    return base::whole_number(call.request.form.get("revision")).value_or(0);
}

void shown_name(module::Call& call, Html& h, const std::optional<ParticipantId>& who,
                const std::optional<std::string>& one) {
    if (one) return name(h, *one);
    h(tag::em, said(call, who ? "pairs.protected" : "pairs.gone"));
}

void state_badge(module::Call& call, Html& h, const PairRow& row) {
    const PairState state = row.pair.state();
    const Tone tone = state == PairState::broken   ? Tone::danger
                      : state == PairState::going  ? Tone::success
                      : state == PairState::paused ? Tone::info
                                                   : Tone::neutral;
    badge(h, tone, said(call, "pairs.state." + std::string(code_of(state))));
    if (row.quiet != Quiet::no) {
        h.text(" ");
        badge(h, row.quiet == Quiet::task ? Tone::danger : Tone::warning,
              said(call, "pairs.quiet", {{"days", std::int64_t{row.quiet_days}}}));
    }
    if (row.pair.lasted_on) {
        h.text(" ");
        badge(h, Tone::accent, said(call, "pairs.lasted"));
    }
}

std::string programme_name(store::Reader& room, ProgrammeId id) {
    const auto programme = people::find_programme(room, id);
    return programme ? programme->name : std::string();
}

std::string hours_text(const text::Words& words, std::int64_t minutes) {
    return words.decimal(static_cast<double>(minutes) / 60, minutes % 60 == 0 ? 0 : 1);
}

void months_picture(module::Call& call, Html& h, const PairRow& row) {
    h(tag::ol, attr::cls("f-months"), [&] {
        for (const PairMonth& month : row.progress.months)
            h(tag::li, attr::cls(month.is_now ? "f-month f-month--now" : "f-month"), [&] {
                h(tag::span, attr::cls("f-month__label"),
                  said(call, "pairs.month", {{"number", std::int64_t{month.number}}}));
                const std::int64_t promised = std::int64_t{60} * row.pair.hours_a_month;
                const double share = promised == 0 ? 0
                                                   : static_cast<double>(std::min(month.minutes, promised)) /
                                                         static_cast<double>(promised);
                h(tag::svg, attr::cls("f-month__bar"), attr::set<"viewBox">("0 0 100 1"),
                  attr::set<"preserveAspectRatio">("none"), attr::set<"aria-hidden">("true"), [&] {
                      h(tag::rect, attr::set<"width">(fmt::format("{:.1f}", 100 * share)), attr::set<"height">("1"));
                  });
                h(tag::bdi, month.is_coming
                                ? said(call, "pairs.coming")
                                : said(call, "pairs.hours", {{"hours", hours_text(call.words, month.minutes)}}));
            });
    });
}

FormState state_of_form(const module::Call& call, std::string_view form, std::string_view shown,
                        const base::Problems& problems, Fields values) {
    if (form != shown) return {call.words, std::move(values)};
    return {call.words, call.request.form, problems};
}

void problems_of_page(module::Call& call, Html& h, const base::Problems& problems) {
    for (const auto& one : problems)
        if (one.field.empty()) notice(h, Tone::danger, said(call, "pairs.not_done"), call.words(one.message));
}

}  // namespace samrum::friends::pairs
