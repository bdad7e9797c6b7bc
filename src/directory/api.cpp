#include "directory/api.hpp"

#include "directory/actions_organisation.hpp"
#include "directory/model_permissions.hpp"
#include "foundation/module/api.hpp"
#include "foundation/module/module.hpp"

#include <nlohmann/json.hpp>
#include <set>

namespace samrum::directory {
namespace {

using Json = nlohmann::ordered_json;
using web::Method;

constexpr module::ApiSchema kRoomSchema{"Room", R"({
  "type": "object",
  "required": ["short_name", "name", "organisation", "public_party", "today", "roles"],
  "properties": {
    "short_name": {"type": "string", "description": "The part of the room in every path."},
    "name": {"type": "string"},
    "organisation": {"type": "string", "format": "uuid"},
    "public_party": {"type": "boolean"},
    "today": {"type": "string", "format": "date", "description": "The day that everything is reckoned from."},
    "roles": {"type": "array", "items": {"type": "string"}, "description": "Those of the token's owner today."}
  },
  "additionalProperties": false
})"};
constexpr module::ApiSchema kOrganisationSchema{"Organisation", R"({
  "type": "object",
  "required": ["id", "type", "name", "number", "website", "synthetic"],
  "properties": {
    "id": {"type": "string", "format": "uuid"},
    "type": {"enum": ["municipality", "region", "authority", "committee", "department", "association", "umbrella",
                      "faith_community", "foundation", "university", "business"]},
    "name": {"type": "string"},
    "number": {"type": ["string", "null"], "description": "Swedish organisation number; small associations may have none."},
    "website": {"type": ["string", "null"]},
    "synthetic": {"type": "boolean", "description": "Invented for a demo."}
  },
  "additionalProperties": false
})"};
constexpr module::ApiSchema kDescriptionSchema{"Description", R"({
  "type": "object", "required": ["openapi"], "properties": {"openapi": {"type": "string"}}
})"};

const module::ApiOperation kListRooms{.id = "listRooms",
                                      .about = "The room that the token opens.",
                                      .scope = module::kAnyToken,
                                      .answer = "Room",
                                      .paged = true};
const module::ApiOperation kListOrganisations{
    .id = "listOrganisations",
    .about = "Organisations by name, with their public facts.",
    .scope = "organisations:read",
    .answer = "Organisation",
    .paged = true,
    .query = {{"q", "Words that the name or number holds.", R"({"type": "string"})"}}};
const module::ApiOperation kGetOrganisation{.id = "getOrganisation",
                                            .about = "The public facts of one organisation.",
                                            .scope = "organisations:read",
                                            .answer = "Organisation"};
const module::ApiOperation kGetDescription{
    .id = "getDescription", .about = "This description, as OpenAPI 3.1.", .scope = {}, .answer = "Description"};

Json json_of(const Organisation& one) {
    return {{"id", one.id.text()},
            {"type", type_name(one.type)},
            {"name", one.name},
            {"number", one.number ? Json(one.number->text()) : Json(nullptr)},
            {"website", one.website ? Json(*one.website) : Json(nullptr)},
            {"synthetic", one.synthetic}};
}

web::Response api_rooms(module::Call& call) {
    std::set<std::string> roles;
    for (const auto& grant : call.caller.grants) roles.emplace(module::role_name(grant.role));
    return module::api_page_of(call, 1, [&](std::size_t) {
        return Json{{"short_name", call.head->short_name},
                    {"name", call.head->name},
                    {"organisation", call.head->organisation.text()},
                    {"public_party", call.head->is_public_party},
                    {"today", call.today().iso()},
                    {"roles", roles}};
    });
}

web::Response api_organisations(module::Call& call) {
    return module::api_page_of(call, list_organisations(call.lobby(), call.request.query.get("q")), json_of);
}

web::Response api_organisation(module::Call& call) {
    const auto id = OrganisationId::parse(call.part("id"));
    const auto found = id ? find_organisation(call.lobby(), *id) : std::nullopt;
    return found ? module::api_answer(call, json_of(*found)) : module::api_problem(call.words, 404, "not_found");
}

web::Response api_description(module::Call& call) {
    web::Response response = web::Response::json(module::openapi_document(call.house.modules, SAMRUM_VERSION));
    response.headers.emplace_back("cache-control", "public, max-age=3600");
    return response;
}

}  // namespace

void add_api(module::Module& directory) {
    using module::api_route;
    const std::string_view one = "/api/v1/rooms/{room}/organisations/{id}";
    for (const auto& route : {api_route(Method::get, "/api/v1/openapi.json", nullptr, api_description, kGetDescription),
                              api_route(Method::get, "/api/v1/rooms", nullptr, api_rooms, kListRooms),
                              api_route(Method::get, "/api/v1/rooms/{room}/organisations", &kReadOrganisations,
                                        api_organisations, kListOrganisations),
                              api_route(Method::get, one, &kReadOrganisations, api_organisation, kGetOrganisation)})
        directory.routes.push_back(route);
    for (const auto& schema : {kRoomSchema, kOrganisationSchema, kDescriptionSchema})
        directory.api_schemas.push_back(schema);
}

}  // namespace samrum::directory
