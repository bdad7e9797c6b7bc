#include "partnership/agreement/rules_delivery.hpp"

#include <array>
#include <fmt/format.h>
#include <sodium.h>

namespace samrum::partnership::agreement {
namespace {

using base::Date;
using base::Period;

int months_of(Every every) {
    return every == Every::month ? 1 : 6;
}

/// The first day of the month or half-year that `day` lies in.
Date start_of(Every every, Date day) {
    const unsigned month = every == Every::month ? day.month() : day.month() <= 6 ? 1U : 7U;
    return Date::of(day.year(), month, 1);
}

/// Line breaks would let one field look like two.
std::string one_line(std::string_view text) {
    std::string out;
    for (char c : text) out += c == '\\' ? std::string("\\\\") : c == '\n' ? std::string("\\n") : std::string(1, c);
    return out;
}

}  // namespace

std::string canonical_text(const Delivery& delivery) {
    std::string text;
    const auto line = [&](std::string_view name, std::string_view value) {
        text += fmt::format("{}={}\n", name, one_line(value));
    };
    line("id", delivery.id.text());
    line("agreement", delivery.agreement.text());
    line("commitment", delivery.commitment);
    line("version", std::to_string(delivery.version));
    line("measure", delivery.measure);
    line("measure_version", std::to_string(delivery.measure_version));
    line("unit", delivery.unit);
    for (const auto& [dimension, id] : delivery.scope) line("scope." + dimension, id);
    line("period", delivery.period.iso());
    line("as_of", delivery.as_of.iso());
    line("value", delivery.value.kind == DeliveredValue::Kind::number
                      ? std::to_string(delivery.value.number)
                      : std::string(delivered_kind_name(delivery.value.kind)));
    line("difference", delivery.difference ? std::to_string(*delivery.difference) : std::string());
    line("note", delivery.note);
    line("published", delivery.published ? "yes" : "no");
    line("standing", delivery.standing ? "yes" : "no");
    line("made_at", std::to_string(delivery.made_at.micros));
    line("made_by", delivery.made_by);
    line("previous", delivery.previous);
    return text;
}

std::string content_hash(std::string_view bytes) {
    std::array<unsigned char, 32> digest{};
    crypto_generichash(digest.data(), digest.size(), reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(),
                       nullptr, 0);
    std::string hex;
    for (unsigned char byte : digest) hex += fmt::format("{:02x}", byte);
    return hex;
}

std::string delivery_hash(const Delivery& delivery) {
    return content_hash(canonical_text(delivery));
}

bool is_genuine(const Delivery& delivery) {
    return delivery.hash == delivery_hash(delivery);
}

Delivery frozen(Delivery next, const std::optional<Delivery>& previous) {
    next.version = previous ? previous->version + 1 : 1;
    next.previous = previous ? previous->hash : std::string();
    next.difference.reset();
    const bool both_numbers = previous && previous->value.kind == DeliveredValue::Kind::number &&
                              next.value.kind == DeliveredValue::Kind::number;
    if (both_numbers) next.difference = next.value.number - previous->value.number;
    next.hash = delivery_hash(next);
    return next;
}

bool says_the_same(const Delivery& a, const Delivery& b) {
    return a.value == b.value && a.measure == b.measure && a.measure_version == b.measure_version && a.unit == b.unit &&
           a.scope == b.scope && a.period == b.period && a.note == b.note && a.published == b.published;
}

std::string seal_of_seen(const Delivery& delivery) {
    Delivery seen = delivery;
    seen.id = {};
    seen.as_of = {};
    seen.made_at = {};
    seen.made_by.clear();
    return delivery_hash(seen);
}

std::optional<DeliveredSum> added_up(const std::vector<Delivery>& deliveries) {
    std::optional<DeliveredSum> sum;
    for (const Delivery& one : deliveries) {
        if (one.value.kind != DeliveredValue::Kind::number) break;
        if (!sum) {
            sum = DeliveredSum{one.value.number, one.period, one.as_of, 1};
            continue;
        }
        const Delivery& newest = deliveries.front();
        if (one.measure != newest.measure || one.scope != newest.scope) break;
        if (one.period.last()->plus_days(1) != sum->period.first()) break;
        sum->number += one.value.number;
        sum->period = Period{one.period.first(), *sum->period.last()};
        sum->as_of = std::min(sum->as_of, one.as_of);
        ++sum->parts;
    }
    return sum;
}

std::vector<Period> standing_periods(Every every, Date since, Date today) {
    std::vector<Period> all;
    for (Date start = start_of(every, since);; start = start.plus_months(months_of(every))) {
        const Date last = start.plus_months(months_of(every)).plus_days(-1);
        if (last >= today) return all;
        if (start >= since) all.emplace_back(start, last);
    }
}

Date half_year_of(Date day) {
    return start_of(Every::half_year, day);
}

Date next_standing_day(Every every, Date today) {
    return start_of(every, today).plus_months(months_of(every));
}

}  // namespace samrum::partnership::agreement
