#include "partnership/drafting/api.hpp"

#include "foundation/module/api.hpp"
#include "foundation/module/module.hpp"
#include "partnership/drafting/actions_read.hpp"
#include "partnership/drafting/model_permissions.hpp"

#include <nlohmann/json.hpp>

namespace samrum::partnership::drafting {
namespace {

using Json = nlohmann::ordered_json;

constexpr module::ApiSchema kCaseSchema{"Case", R"({
  "type": "object",
  "description": "A proposal of a partnership on its way to an agreement, or to a no.",
  "required": ["id", "number", "title", "activity", "state", "rejected_in_part", "opened_on", "draft_version",
               "agreement", "associations"],
  "properties": {
    "id": {"type": "string", "format": "uuid"},
    "number": {"type": "integer", "minimum": 1},
    "title": {"type": "string"},
    "activity": {"type": "string"},
    "state": {"enum": ["enquiry", "assessment", "drafting", "decided", "rejected", "withdrawn", "signed", "running", "ending",
                       "ended", "ended_by_notice", "terminated"]},
    "rejected_in_part": {"type": "boolean"},
    "opened_on": {"type": "string", "format": "date"},
    "draft_version": {"type": "integer", "minimum": 1},
    "agreement": {"type": ["string", "null"], "format": "uuid", "description": "What it became."},
    "associations": {"type": "array", "items": {
      "type": "object",
      "required": ["organisation", "name"],
      "properties": {"organisation": {"type": "string", "format": "uuid"}, "name": {"type": "string"}},
      "additionalProperties": false
    }}
  },
  "additionalProperties": false
})"};

const module::ApiOperation kListCases{.id = "listCases",
                                      .about = "The cases that the token's owner writes in, the latest first.",
                                      .scope = "cases:read",
                                      .answer = "Case",
                                      .paged = true};
const module::ApiOperation kGetCase{
    .id = "getCase", .about = "One case, without its draft.", .scope = "cases:read", .answer = "Case"};

Json case_json(store::Reader& room, const Case& one, base::Date today) {
    Json associations = Json::array();
    for (const CaseParty& party : one.associations)
        associations.push_back({{"organisation", party.organisation.text()}, {"name", party.name}});
    return {{"id", one.id.text()},
            {"number", one.number},
            {"title", one.title},
            {"activity", one.activity},
            {"state", word_of(standing(room, one, today))},
            {"rejected_in_part", one.rejected_in_part},
            {"opened_on", one.opened_on.iso()},
            {"draft_version", one.version},
            {"agreement", one.agreement ? Json(one.agreement->text()) : Json(nullptr)},
            {"associations", std::move(associations)}};
}

web::Response api_cases(module::Call& call) {
    return module::api_page_of(call, list_cases(call.room(), call.caller),
                               [&](const Case& one) { return case_json(call.room(), one, call.today()); });
}

web::Response api_case(module::Call& call) {
    const auto id = CaseId::parse(call.part("id"));
    const auto one = id ? find_case(call.room(), call.caller, *id) : std::nullopt;
    if (!one) return module::api_problem(call.words, 404, "not_found");
    return module::api_answer(call, case_json(call.room(), *one, call.today()));
}

}  // namespace

void add_api(module::Module& partnership) {
    using module::api_route;
    partnership.routes.push_back(
        api_route(web::Method::get, "/api/v1/rooms/{room}/cases", &kDraft, api_cases, kListCases));
    partnership.routes.push_back(
        api_route(web::Method::get, "/api/v1/rooms/{room}/cases/{id}", &kDraft, api_case, kGetCase));
    partnership.api_schemas.push_back(kCaseSchema);
}

}  // namespace samrum::partnership::drafting
