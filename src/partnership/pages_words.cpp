#include "partnership/pages.hpp"

namespace samrum::partnership {
namespace {

std::string key_of(std::string_view family, std::string_view word) {
    return "partnership." + std::string(family) + "." + std::string(word);
}

}  // namespace

std::string quantity_words(const text::Words& words, std::int64_t quantity, std::string_view unit) {
    const std::string key = key_of("unit", unit);
    if (words.has(key)) return words(key, {{"n", quantity}});
    return words("partnership.unit.own", {{"n", quantity}, {"unit", std::string(unit)}});
}

std::string target_words(const text::Words& words, const Target& target) {
    base::MessageArgs args{{"quantity", quantity_words(words, target.quantity(), target.unit())},
                           {"per", words(key_of("per", word_of(target.per())))}};
    if (target.upper()) {
        args.emplace_back("from", target.quantity());
        args.emplace_back("to", quantity_words(words, *target.upper(), target.unit()));
    }
    return words(key_of("target", word_of(target.bound())), args);
}

std::string sum_words(const text::Words& words, const AmountRow& amount) {
    if (!amount.least || !amount.most) return words("partnership.sum.unknown");
    if (*amount.least != *amount.most)
        return words("partnership.sum.range", {{"from", words.money(*amount.least)}, {"to", words.money(*amount.most)}});
    const std::string key = key_of("sum", word_of(amount.kind));
    return words.has(key) ? words(key, {{"sum", words.money(*amount.most)}}) : words.money(*amount.most);
}

std::string days_words(const text::Words& words, std::optional<base::Date> first, std::optional<base::Date> last,
                       bool open_end) {
    if (first && (last || open_end)) return words.period(base::Period{*first, last});
    if (first) return words("partnership.days.from", {{"day", words.date(*first)}});
    if (last) return words("partnership.days.to", {{"day", words.date(*last)}});
    return words("partnership.days.unknown");
}

void delivered_value(web::Html& h, const text::Words& words, const Delivery& delivery) {
    switch (delivery.value.kind) {
        case DeliveredValue::Kind::number: {
            const base::MessageArgs args{{"n", delivery.value.number}};
            web::isolated(h, words.has(delivery.unit) ? words(delivery.unit, args) : words.number(delivery.value.number));
            return;
        }
        case DeliveredValue::Kind::hidden: h.text(words("partnership.delivery.hidden")); return;
        case DeliveredValue::Kind::unknown: h.text(words("partnership.delivery.unknown")); return;
    }
}

}  // namespace samrum::partnership
