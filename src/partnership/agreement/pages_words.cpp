#include "directory/actions_place.hpp"
#include "foundation/module/module.hpp"
#include "partnership/agreement/pages.hpp"
#include "partnership/agreement/rules_delivery.hpp"

namespace samrum::partnership::agreement {

std::string sum_words(const text::Words& words, const AmountRow& amount) {
    if (!amount.least || !amount.most) return words("partnership.sum.unknown");
    if (*amount.least != *amount.most)
        return words("partnership.sum.range",
                     {{"from", words.money(*amount.least)}, {"to", words.money(*amount.most)}});
    return words.money(*amount.most);
}

std::string days_words(const text::Words& words, std::optional<base::Date> first, std::optional<base::Date> last,
                       bool open_end) {
    if (first && (last || open_end)) return words.period(base::Period{*first, last});
    if (first) return words("partnership.days.from", {{"day", words.date(*first)}});
    if (last) return words("partnership.days.to", {{"day", words.date(*last)}});
    return words("partnership.days.unknown");
}

namespace {

/// The name that the room has for what a scope keeps as an id or a word of files; the words of a language; else as
/// kept.
std::string scope_value(const module::Call& call, store::Reader& room, std::string_view dimension,
                        const std::string& kept) {
    const auto named = [&](const auto& all) {
        for (const auto& one : all)
            if (one.id.text() == kept || text::is_named(one.name, kept)) return one.name;
        return kept;
    };
    if (dimension == "activity") return named(directory::list_activities(room));
    if (dimension == "place") return named(directory::list_places(room));
    const std::string language = "module.language." + kept;
    return dimension == "language" && call.words.has(language) ? call.words(language) : kept;
}

}  // namespace

std::string scope_words(module::Call& call, const Scope& scope) {
    std::string all;
    for (const auto& [dimension, kept] : scope) {
        const std::string key = "partnership.dimension." + dimension;
        all += (all.empty() ? "" : ", ") + (call.words.has(key) ? call.words(key) : dimension) + ": " +
               scope_value(call, call.room(), dimension, kept);
    }
    return all.empty() ? call.words("partnership.binding.everything") : all;
}

void force_badge(web::Html& h, const text::Words& words, Force force) {
    const bool ended_early = force == Force::by_notice || force == Force::terminated;
    const web::Tone tone = force == Force::in_force ? web::Tone::success
                           : force == Force::ending ? web::Tone::warning
                           : ended_early            ? web::Tone::danger
                                                    : web::Tone::neutral;
    web::badge(h, tone, say_word(words, "force", force));
}

web::Content isolated_value(web::Html& h, std::string text) {
    return [&h, text = std::move(text)] { web::isolated(h, text); };
}

void delivered_value(web::Html& h, const text::Words& words, const Delivery& delivery) {
    switch (delivery.value.kind) {
        case DeliveredValue::Kind::number: {
            const std::int64_t count = delivery.value.number;
            const std::string unit = words.has(delivery.unit) ? " " + words(delivery.unit, {{"count", count}}) : "";
            web::isolated(h, words.number(count) + unit);
            return;
        }
        case DeliveredValue::Kind::hidden:
            h.text(words("partnership.delivery.hidden"));
            return;
        case DeliveredValue::Kind::unknown:
            h.text(words("partnership.delivery.unknown"));
            return;
    }
}

std::string promised_words(const text::Words& words, const CommitmentRow& commitment) {
    const ReadingRow* reading = commitment.settled();
    return reading ? words("partnership.public.promised", {{"target", say_target(words, reading->target)}}) : "";
}

web::KeyFigure delivered_figure(web::Html& h, const module::Call& call, const CommitmentRow& commitment,
                                const std::vector<Delivery>& newest_of_commitment) {
    const text::Words& words = call.words;
    Delivery shown = newest_of_commitment.front();
    const module::Measure* measure = call.house.measure(shown.measure);
    const auto sum =
        measure && measure->adds == module::Adds::over_time ? added_up(newest_of_commitment) : std::nullopt;
    if (sum) {
        shown.value.number = sum->number;
        shown.period = sum->period;
        shown.as_of = sum->as_of;
    }
    const std::string promised = promised_words(words, commitment);
    return {commitment.title, [&h, &words, shown] { delivered_value(h, words, shown); },
            [&h, &words, shown, promised] {
                web::isolated(h, words.period(shown.period));
                h.text(". " + words("partnership.public.as_of", {{"day", words.date(shown.as_of)}}) + " " + promised);
            },
            ""};
}

}  // namespace samrum::partnership::agreement
