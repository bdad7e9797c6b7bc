#include "partnership/agreement/api.hpp"

#include "foundation/module/api.hpp"
#include "foundation/module/module.hpp"
#include "partnership/agreement/actions_read.hpp"
#include "partnership/agreement/api_schemas.hpp"
#include "partnership/agreement/rules_dates.hpp"
#include "partnership/agreement/rules_next_date.hpp"

#include <nlohmann/json.hpp>

namespace samrum::partnership::agreement {
namespace {

using Json = nlohmann::ordered_json;
using module::Call;
using web::Method;

constexpr int kApiHorizonMonths = 24;

const module::ApiOperation kApiListAgreements{
    .id = "listAgreements",
    .about = "The room's agreements, the latest first; for who enters by grant those of their own organisation.",
    .scope = "agreements:read",
    .answer = "Agreement",
    .paged = true};
const module::ApiOperation kApiGetAgreement{
    .id = "getAgreement",
    .about = "One agreement with what was promised and its stated and computed days.",
    .scope = "agreements:read",
    .answer = "AgreementDetail"};
const module::ApiOperation kApiListDeliveries{
    .id = "listDeliveries",
    .about = "The figures that were handed over on an agreement, the latest period and version first.",
    .scope = "agreements:read",
    .answer = "Delivery",
    .paged = true,
    .query = {{"commitment", "Key of a commitment: only its figures.", R"({"type": "string"})"}}};

Json day_or_null(const std::optional<base::Date>& day) {
    return day ? Json(day->iso()) : Json(nullptr);
}

Json parties_json(const std::vector<PartyRow>& parties) {
    Json all = Json::array();
    for (const PartyRow& one : parties)
        all.push_back({{"key", one.key},
                       {"name", one.name},
                       {"side", word_of(one.side)},
                       {"contributor", one.contributor},
                       {"lead", one.lead},
                       {"organisation", one.organisation ? Json(one.organisation->text()) : Json(nullptr)},
                       {"joined", day_or_null(one.joined)},
                       {"left", day_or_null(one.left)}});
    return all;
}

Json head_json(const AgreementHead& head, const std::vector<PartyRow>& parties, base::Date today) {
    return {{"id", head.id.text()},
            {"key", head.slug},
            {"title", head.title},
            {"activity", head.activity},
            {"purpose", head.purpose},
            {"registry_number", head.registry_number},
            {"version", head.version},
            {"first", day_or_null(head.first)},
            {"last", day_or_null(head.last)},
            {"open_end", head.open_end},
            {"ended_on", day_or_null(head.ended_on)},
            {"force", word_of(force_of(head, today))},
            {"parties", parties_json(parties)}};
}

Json reading_json(const ReadingRow& one) {
    const Target& target = one.target;
    return {{"key", one.key},
            {"rule", word_of(target.bound())},
            {"quantity", target.quantity()},
            {"upper", target.upper() ? Json(*target.upper()) : Json(nullptr)},
            {"unit", target.unit()},
            {"per", word_of(target.per())},
            {"source", one.source},
            {"chosen", one.chosen}};
}

Json commitment_json(const CommitmentRow& one) {
    Json readings = Json::array();
    for (const ReadingRow& reading : one.readings) readings.push_back(reading_json(reading));
    return {{"key", one.key},
            {"party", one.party},
            {"party_name", one.party_name},
            {"side", word_of(one.side)},
            {"kind", word_of(one.kind)},
            {"title", one.title},
            {"measure", one.measure.empty() ? Json(nullptr) : Json(one.measure)},
            {"scope", Json(one.scope)},
            {"reported_by", one.reported_by.empty() ? Json(nullptr) : Json(one.reported_by)},
            {"first", day_or_null(one.first)},
            {"last", day_or_null(one.last)},
            {"readings", std::move(readings)}};
}

Json date_json(const KeyDate& one) {
    return {{"kind", word_of(one.kind)},
            {"when", word_of(one.when)},
            {"day", one.day.iso()},
            {"origin", word_of(one.origin)},
            {"covers", one.covers ? Json(one.covers->iso()) : Json(nullptr)},
            {"times", one.times},
            {"subject", one.subject},
            {"owed_by", one.owed_by},
            {"reading", one.reading},
            {"undecided", one.undecided},
            {"source", one.source}};
}

Json delivery_json(const Delivery& one) {
    return {{"id", one.id.text()},
            {"agreement", one.agreement.text()},
            {"commitment", one.commitment},
            {"version", one.version},
            {"measure", one.measure},
            {"measure_version", one.measure_version},
            {"scope", Json(one.scope)},
            {"period", one.period.iso()},
            {"as_of", one.as_of.iso()},
            {"known", delivered_kind_name(one.value.kind)},
            {"number", one.value.kind == DeliveredValue::Kind::number ? Json(one.value.number) : Json(nullptr)},
            {"difference", one.difference ? Json(*one.difference) : Json(nullptr)},
            {"note", one.note},
            {"published", one.published},
            {"standing", one.standing},
            {"made_at", one.made_at.iso()},
            {"made_by", one.made_by},
            {"hash", one.hash}};
}

/// The agreement of the path, as far as the caller may read it.
std::optional<ReadAgreement> agreement_in_path(Call& call) {
    const auto id = AgreementId::parse(call.part("id"));
    return id ? read_agreement_of(call.room(), call.caller, *id) : std::nullopt;
}

web::Response not_there(const Call& call) {
    return module::api_problem(call.words, 404, "not_found");
}

web::Response api_agreements(Call& call) {
    return module::api_page_of(call, read_agreements(call.room(), call.caller), [&](const ListedAgreement& one) {
        return head_json(one.head, one.parties, call.today());
    });
}

web::Response api_agreement(Call& call) {
    const auto one = agreement_in_path(call);
    if (!one) return not_there(call);
    Json whole = head_json(one->head, one->parties, call.today());
    whole["commitments"] = Json::array();
    for (const CommitmentRow& row : one->commitments) whole["commitments"].push_back(commitment_json(row));
    whole["dates"] = Json::array();
    const base::Date horizon = call.today().plus_months(kApiHorizonMonths);
    for (const KeyDate& date : as_things_stand(key_dates(one->file.agreement, one->file.criteria, horizon), one->head))
        whole["dates"].push_back(date_json(date));
    return module::api_answer(call, whole);
}

web::Response api_deliveries(Call& call) {
    const auto agreement = agreement_in_path(call);
    if (!agreement) return not_there(call);
    auto all = read_deliveries(call.room(), call.caller, agreement->head.id);
    if (const auto commitment = call.request.query.get("commitment"); !commitment.empty())
        all = deliveries_for(all, commitment);
    return module::api_page_of(call, all, delivery_json);
}

}  // namespace

void add_api(module::Module& partnership) {
    using module::api_route;
    const auto get = [&](std::string_view pattern, web::Response (*handle)(Call&), const module::ApiOperation& api) {
        partnership.routes.push_back(api_route(Method::get, pattern, &kReadAgreements, handle, api));
    };
    get("/api/v1/rooms/{room}/agreements", api_agreements, kApiListAgreements);
    get("/api/v1/rooms/{room}/agreements/{id}", api_agreement, kApiGetAgreement);
    get("/api/v1/rooms/{room}/agreements/{id}/deliveries", api_deliveries, kApiListDeliveries);
    for (const auto& schema : {kPartySchema, kAgreementSchema, kAgreementDetailSchema, kCommitmentSchema,
                               kReadingSchema, kKeyDateSchema, kDeliverySchema})
        partnership.api_schemas.push_back(schema);
}

}  // namespace samrum::partnership::agreement
