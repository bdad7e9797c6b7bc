// The description of the API, made of the routes themselves, so that it cannot tell of another API than there is.
#include "foundation/module/api.hpp"
#include "foundation/module/module.hpp"
#include "foundation/web/guard.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <set>

namespace samrum::module {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view kAbout =
    "What a room's own people see in the pages of Samrum, for programs that they trust. A token belongs to a person "
    "and "
    "a room and never allows more than that person may do in the room on the day; it is made, and revoked, on the "
    "room's "
    "page `tokens`. Lists come in pages (`limit`, `offset`) with Link headers (RFC 8288); problems are told all at "
    "once "
    "(RFC 9457). Days are ISO 8601 days.";

/// A problem as RFC 9457 has it, with every field that a person or program has to mend.
constexpr std::string_view kProblemSchema = R"({
  "type": "object",
  "description": "Problem details (RFC 9457).",
  "required": ["type", "title", "status", "detail"],
  "properties": {
    "type": {"type": "string", "format": "uri"},
    "title": {"type": "string"},
    "status": {"type": "integer"},
    "detail": {"type": "string", "description": "In the language that Accept-Language asks for."},
    "errors": {
      "type": "array",
      "items": {
        "type": "object",
        "required": ["field", "message", "key", "args"],
        "properties": {
          "field": {"type": "string", "description": "The member or parameter; empty for the whole."},
          "message": {"type": "string"},
          "key": {"type": "string", "description": "The same in every language."},
          "args": {"type": "object"}
        },
        "additionalProperties": false
      }
    }
  },
  "additionalProperties": false
})";

std::string reference(std::string_view schema) {
    return "#/components/schemas/" + std::string(schema);
}

Json page_schema(std::string_view of) {
    return {{"type", "object"},
            {"required", {"items", "total", "limit", "offset"}},
            {"properties",
             {{"items", {{"type", "array"}, {"items", {{"$ref", reference(of)}}}}},
              {"total", {{"type", "integer"}, {"minimum", 0}}},
              {"limit", {{"type", "integer"}, {"minimum", 1}}},
              {"offset", {{"type", "integer"}, {"minimum", 0}}}}},
            {"additionalProperties", false}};
}

Json problem_answer(std::string_view about) {
    return {{"description", about},
            {"content", {{"application/problem+json", {{"schema", {{"$ref", reference("Problem")}}}}}}}};
}

/// The parts that a pattern names, in order: room, id …
std::vector<std::string> parts_of(std::string_view pattern) {
    std::vector<std::string> parts;
    for (auto at = pattern.find('{'); at != std::string_view::npos; at = pattern.find('{', at + 1))
        parts.emplace_back(pattern.substr(at + 1, pattern.find('}', at) - at - 1));
    return parts;
}

Json parameters_of(const Route& route) {
    Json all = Json::array();
    for (const std::string& part : parts_of(route.pattern))
        all.push_back({{"name", part},
                       {"in", "path"},
                       {"required", true},
                       {"description", part == "room" ? "Short name of the room, \"lund\"." : "Of the thing."},
                       {"schema", {{"type", "string"}}}});
    for (const ApiParameter& one : route.api->query)
        all.push_back(
            {{"name", one.name}, {"in", "query"}, {"description", one.about}, {"schema", Json::parse(one.schema)}});
    if (!route.api->paged) return all;
    all.push_back({{"$ref", "#/components/parameters/limit"}});
    all.push_back({{"$ref", "#/components/parameters/offset"}});
    return all;
}

Json answers_of(const Route& route) {
    const ApiOperation& api = *route.api;
    Json well{{"description", "As asked for."}};
    if (api.paged)
        well["headers"] = {
            {"Link", {{"description", "The first, previous, next and last page."}, {"schema", {{"type", "string"}}}}}};
    well["content"] = {
        {"application/json", {{"schema", {{"$ref", reference(std::string(api.answer) + (api.paged ? "Page" : ""))}}}}}};
    Json all{{std::to_string(api.status), std::move(well)}};
    if (route.method == web::Method::get && !api.scope.empty())
        all["304"] = {{"description", "Unchanged since the ETag that If-None-Match names."}};
    if (!api.scope.empty()) {
        all["401"] = problem_answer("There is no token, or it is unknown, revoked or past its last day.");
        all["403"] = problem_answer("The token lacks the scope, or its owner the permission.");
        all["404"] = problem_answer("It is not there, or not for the token's owner to see.");
    }
    if (!api.takes.empty() || api.paged || !api.query.empty())
        all["422"] = problem_answer("Something in the request has to be mended; all of it is told.");
    if (!api.scope.empty())
        all["429"] = problem_answer("Too many requests; Retry-After says how many seconds to wait.");
    return all;
}

Json scopes_of(const ApiOperation& api) {
    Json scopes = Json::array();
    if (api.scope != kAnyToken) scopes.push_back(api.scope);
    return scopes;
}

Json operation_of(const Module& slice, const Route& route) {
    const ApiOperation& api = *route.api;
    Json one{{"operationId", api.id}, {"summary", api.about}, {"tags", {slice.name}}};
    if (route.permission)
        one["description"] = fmt::format("Needs the permission `{}` in the room.", route.permission->key);
    one["parameters"] = parameters_of(route);
    if (!api.takes.empty())
        one["requestBody"] = {{"required", true},
                              {"content", {{"application/json", {{"schema", {{"$ref", reference(api.takes)}}}}}}}};
    one["responses"] = answers_of(route);
    one["security"] = api.scope.empty() ? Json::array() : Json::array({{{"token", scopes_of(api)}}});
    return one;
}

Json parameter(std::string_view name, std::string_view about, Json schema) {
    return {{"name", name}, {"in", "query"}, {"description", about}, {"schema", std::move(schema)}};
}

Json components_of(std::span<const Module> modules) {
    Json schemas{{"Problem", Json::parse(kProblemSchema)}};
    for (const Module& slice : modules)
        for (const ApiSchema& one : slice.api_schemas) schemas[std::string(one.name)] = Json::parse(one.json);
    for (const Module& slice : modules)
        for (const Route& route : slice.routes)
            if (route.api && route.api->paged)
                schemas[std::string(route.api->answer) + "Page"] = page_schema(route.api->answer);
    return {
        {"schemas", std::move(schemas)},
        {"parameters",
         {{"limit",
           parameter("limit", "How many items a page has.",
                     {{"type", "integer"}, {"minimum", 1}, {"maximum", kMostPerPage}, {"default", ApiPage{}.limit}})},
          {"offset", parameter("offset", "How many items come before the page.",
                               {{"type", "integer"}, {"minimum", 0}, {"default", 0}})}}},
        {"securitySchemes",
         {{"token",
           {{"type", "http"},
            {"scheme", "bearer"},
            {"description", "A token of the room; the scopes that it needs stand beside each operation."}}}}}};
}

std::set<std::string> schema_names(std::span<const Module> modules) {
    std::set<std::string> names;
    for (const Module& slice : modules)
        for (const ApiSchema& one : slice.api_schemas) names.emplace(one.name);
    return names;
}

void complain_of(const Route& route, const std::set<std::string>& schemas, std::set<std::string>& ids,
                 std::vector<std::string>& all) {
    const std::string name = fmt::format("{} {}", web::method_name(route.method), route.pattern);
    if (!route.api) return all.push_back(name + " has no description");
    if (!ids.emplace(route.api->id).second) all.push_back(name + " has the operation id of another route");
    for (const std::string_view schema : {route.api->answer, route.api->takes})
        if (!schema.empty() && !schemas.contains(std::string(schema)))
            all.push_back(fmt::format("{}: there is no schema {}", name, schema));
    if (route.api->answer.empty()) all.push_back(name + " does not say what it answers");
}

}  // namespace

std::vector<std::string> openapi_complaints(std::span<const Module> modules) {
    std::vector<std::string> all;
    std::set<std::string> ids;
    const auto schemas = schema_names(modules);
    for (const Module& slice : modules)
        for (const Route& route : slice.routes)
            if (is_api_path(route.pattern))
                complain_of(route, schemas, ids, all);
            else if (route.api)
                all.push_back(std::string(route.pattern) + " lies outside of the API");
    return all;
}

std::string openapi_document(std::span<const Module> modules, std::string_view version) {
    base::ensure(openapi_complaints(modules).empty(), "every API route is described");
    Json paths = Json::object();
    for (const Module& slice : modules)
        for (const Route& route : slice.routes)
            if (route.api) {
                std::string method(web::method_name(route.method));
                for (char& c : method) c = static_cast<char>(c | 0x20);
                paths[std::string(route.pattern)][method] = operation_of(slice, route);
            }
    const Json whole{{"openapi", "3.1.0"},
                     {"info",
                      {{"title", "Samrum"},
                       {"version", version},
                       {"description", kAbout},
                       {"license", {{"name", "EUPL-1.2"}, {"identifier", "EUPL-1.2"}}}}},
                     {"servers", {{{"url", "/"}, {"description", "The installation."}}}},
                     {"paths", std::move(paths)},
                     {"components", components_of(modules)}};
    return whole.dump(1) + "\n";
}

}  // namespace samrum::module
