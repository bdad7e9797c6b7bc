#include "search/api.hpp"

#include "foundation/module/api.hpp"
#include "foundation/module/module.hpp"
#include "search/actions_search.hpp"
#include "search/actions_words.hpp"

#include <nlohmann/json.hpp>

namespace samrum::search {
namespace {

using Json = nlohmann::ordered_json;

constexpr module::ApiSchema kHitSchema{"Hit", R"({
  "type": "object",
  "required": ["kind", "title", "text", "day", "link"],
  "properties": {
    "kind": {"type": "string"},
    "title": {"type": "string"},
    "text": {"type": "string", "description": "A piece of it around what was searched for."},
    "day": {"type": ["string", "null"], "format": "date"},
    "link": {"type": "string", "description": "Address of its page."}
  },
  "additionalProperties": false
})"};

const module::ApiOperation kSearch{
    .id = "search",
    .about = "What the token's owner may see in the room that holds words beginning so; names of people are not here.",
    .scope = "search:read",
    .answer = "Hit",
    .paged = true,
    .query = {{"q", "Beginnings of words, all of which are to be there.", R"({"type": "string"})"},
              {"kind", "Only what is of this kind.", R"({"type": "string"})"}}};

web::Response api_search(module::Call& call) {
    const auto page = module::api_page(call);
    if (!page) return module::api_problems(call, page.problems());
    const Query query{std::string(call.request.query.get("q")), std::string(call.request.query.get("kind")),
                      page->offset, page->limit};
    const Found found = find(call.room(), call.caller, call.house.modules, query);
    const auto prefixes = prefixes_of(query.typed);
    Json items = Json::array();
    for (const Hit& hit : found.hits)
        items.push_back({{"kind", hit.kind},
                         {"title", hit.title},
                         {"text", extract(hit.text, prefixes)},
                         {"day", hit.day ? Json(hit.day->iso()) : Json(nullptr)},
                         {"link", call.house.public_address + call.link(hit.link)}});
    return module::api_list(call, *page, found.total, std::move(items));
}

}  // namespace

void add_api(module::Module& search) {
    search.routes.push_back(
        module::api_route(web::Method::get, "/api/v1/rooms/{room}/search", nullptr, api_search, kSearch));
    search.api_schemas.push_back(kHitSchema);
}

}  // namespace samrum::search
