#include "partnership/money/api.hpp"

#include "foundation/module/api.hpp"
#include "foundation/module/module.hpp"
#include "partnership/agreement/actions.hpp"
#include "partnership/agreement/actions_read.hpp"
#include "partnership/money/actions.hpp"

#include <nlohmann/json.hpp>

namespace samrum::partnership::money {
namespace {

using ApiJson = nlohmann::ordered_json;
using agreement::word_of;

constexpr module::ApiSchema kInstalmentSchema{"Instalment", R"({
  "type": "object",
  "description": "Money of an agreement as it stands: planned, authorised by one or two persons, paid.",
  "required": ["id", "amount", "title", "number", "of", "day", "first_day", "last_day", "ore", "payer", "recipient",
               "status", "authorised_on", "paid_on"],
  "properties": {
    "id": {"type": "string", "description": "Stays the same while the plan does."},
    "amount": {"type": "string", "description": "Key of the amount in the agreement."},
    "title": {"type": "string"},
    "number": {"type": "integer", "minimum": 1},
    "of": {"type": "integer", "minimum": 1},
    "day": {"type": ["string", "null"], "format": "date", "description": "Null: within the window, no day is stated."},
    "first_day": {"type": "string", "format": "date"},
    "last_day": {"type": ["string", "null"], "format": "date"},
    "ore": {"type": ["integer", "null"], "description": "In öre; null: unknown, which is never zero."},
    "payer": {"type": "string"},
    "recipient": {"type": "string"},
    "status": {"enum": ["unknown", "planned", "waiting", "authorised_once", "authorised", "paid", "stopped"]},
    "authorised_on": {"type": ["string", "null"], "format": "date", "description": "By the second person."},
    "paid_on": {"type": ["string", "null"], "format": "date"}
  },
  "additionalProperties": false
})"};

const module::ApiOperation kListInstalments{
    .id = "listInstalments",
    .about = "The payments of an agreement by their day, in the room where it lives; a copy has none.",
    .scope = "money:read",
    .answer = "Instalment",
    .paged = true};

ApiJson instalment_json(const LiveInstalment& one) {
    const bool authorised = one.payment && one.payment->second;
    return {{"id", one.key},
            {"amount", one.amount},
            {"title", one.title},
            {"number", one.number},
            {"of", one.of},
            {"day", module::api_day(one.day)},
            {"first_day", one.window.first().iso()},
            {"last_day", module::api_day(one.window.last())},
            {"ore", one.sum ? ApiJson(one.sum->ore) : ApiJson(nullptr)},
            {"payer", one.payer_name},
            {"recipient", one.recipient_name},
            {"status", word_of(one.status)},
            {"authorised_on", authorised ? ApiJson(one.payment->second->on.iso()) : ApiJson(nullptr)},
            {"paid_on", one.payment ? module::api_day(one.payment->paid_on) : ApiJson(nullptr)}};
}

web::Response api_instalments(module::Call& call) {
    const auto id = AgreementId::parse(call.part("id"));
    const auto agreement = id ? agreement::read_agreement_of(call.room(), call.caller, *id) : std::nullopt;
    if (!agreement) return module::api_problem(call.words, 404, "not_found");
    const auto all = load_case(call.room(), *id, call.today());
    return module::api_page_of(call, all ? all->plan.instalments : std::vector<LiveInstalment>(), instalment_json);
}

}  // namespace

void add_api(module::Module& partnership) {
    partnership.routes.push_back(module::api_route(web::Method::get, "/api/v1/rooms/{room}/agreements/{id}/instalments",
                                                   &agreement::kReadAgreements, api_instalments, kListInstalments));
    partnership.api_schemas.push_back(kInstalmentSchema);
}

}  // namespace samrum::partnership::money
