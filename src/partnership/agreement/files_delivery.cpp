#include "partnership/agreement/files_delivery.hpp"

#include "partnership/agreement/rules_delivery.hpp"

#include <nlohmann/json.hpp>

namespace samrum::partnership::agreement {
namespace {

using base::Date;
using nlohmann::json;

Delivery delivery_of(const json& from) {
    const auto text = [&](const char* name) { return from.at(name).get<std::string>(); };
    const auto kind = delivered_kind_named(text("kind"));
    base::ensure(kind.has_value(), "a known kind of value");
    Delivery one;
    one.id = DeliveryId::parse(text("id")).value();
    one.agreement = base::Uuid::parse(text("agreement")).value();
    one.commitment = text("commitment");
    one.version = from.at("version").get<int>();
    one.measure = text("measure");
    one.measure_version = from.at("measure_version").get<int>();
    one.unit = text("unit");
    for (const auto& [dimension, id] : from.at("scope").items()) one.scope.emplace(dimension, id.get<std::string>());
    one.period = base::Period::of(Date::parse(text("first")).value(), Date::parse(text("last")).value()).value();
    one.as_of = Date::parse(text("as_of")).value();
    one.value = {*kind, from.at("value").get<std::int64_t>()};
    if (!from.at("difference").is_null()) one.difference = from.at("difference").get<std::int64_t>();
    one.note = text("note");
    one.published = from.at("published").get<bool>();
    one.standing = from.at("standing").get<bool>();
    one.made_at = {from.at("made_at").get<std::int64_t>()};
    one.made_by = text("made_by");
    one.previous = text("previous");
    one.hash = text("hash");
    return one;
}

}  // namespace

std::string write_delivery(const Delivery& one) {
    return json{{"id", one.id.text()},
                {"agreement", one.agreement.text()},
                {"commitment", one.commitment},
                {"version", one.version},
                {"measure", one.measure},
                {"measure_version", one.measure_version},
                {"unit", one.unit},
                {"scope", json(std::map<std::string, std::string>(one.scope.begin(), one.scope.end()))},
                {"first", one.period.first().iso()},
                {"last", one.period.last()->iso()},
                {"as_of", one.as_of.iso()},
                {"kind", delivered_kind_name(one.value.kind)},
                {"value", one.value.number},
                {"difference", one.difference ? json(*one.difference) : json()},
                {"note", one.note},
                {"published", one.published},
                {"standing", one.standing},
                {"made_at", one.made_at.micros},
                {"made_by", one.made_by},
                {"previous", one.previous},
                {"hash", one.hash}}
        .dump();
}

base::Result<Delivery> read_delivery(std::string_view text) {
    try {
        Delivery one = delivery_of(json::parse(text));
        if (!is_genuine(one)) return base::problem("", "partnership.delivery.not_genuine");
        return one;
    } catch (const json::exception&) {
        return base::problem("", "partnership.delivery.unreadable");
    } catch (const base::Bug&) {  // a field that is there but says nothing that can be
        return base::problem("", "partnership.delivery.unreadable");
    }
}

}  // namespace samrum::partnership::agreement
