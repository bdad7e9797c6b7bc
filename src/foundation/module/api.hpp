#pragma once
#include "foundation/base/result.hpp"
#include "foundation/module/call.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// What the doors for programs (`api.*`) share: JSON answers, pages of lists, and problems as RFC 9457 has them.
namespace samrum::module {

struct Route;

/// All paths for programs begin so.
inline constexpr std::string_view kApiPrefix = "/api/v1/";
bool is_api_path(std::string_view path);

/// A value in the query of an API route.
struct ApiParameter {
    std::string_view name;
    std::string_view about;   ///< in English, one sentence
    std::string_view schema;  ///< JSON Schema text: `{"type":"string"}`
};

/// The scope of a route that every token opens.
inline constexpr std::string_view kAnyToken = "*";

/// What the description of the API says of a route: everything that its method, pattern and permission do not.
struct ApiOperation {
    std::string_view id;          ///< "listAgreements": stays the same for ever
    std::string_view about;       ///< in English, one sentence
    std::string_view scope;       ///< that a token needs, "agreements:read", or kAnyToken; empty: open, without one
    std::string_view answer;      ///< name of an ApiSchema
    bool paged = false;           ///< a page of `answer`; takes `limit` and `offset`
    std::string_view takes = {};  ///< name of the ApiSchema of the body; empty: no body
    int status = 200;             ///< of an answer that went well
    std::vector<ApiParameter> query = {};
};

/// A route for programs: whoever may walk it shows a token, but where the operation is open. `api` outlives the route.
Route api_route(web::Method method, std::string_view pattern, const Permission* permission,
                web::Response (*handle)(Call&), const ApiOperation& api);

/// The scopes that the routes of the house ask for, sorted, each once.
std::vector<std::string> api_scopes(std::span<const Module> modules);
/// Of those, the ones that open a route which the caller may walk in this room: the others would give nothing here.
std::vector<std::string> api_scopes_for(std::span<const Module> modules, const Caller& caller);

/// Which part of a list is asked for.
struct ApiPage {
    std::size_t limit = 50;
    std::size_t offset = 0;
};
inline constexpr std::size_t kMostPerPage = 200;
/// Reads `limit` (1 to 200) and `offset`. Problems `module.api.limit`, `module.api.offset`.
base::Result<ApiPage> api_page(const Call& call);

/// The body of a request: a JSON object with no other members than `members`. Problems `module.api.json`,
/// `module.api.object`, and `module.api.unknown` for each member that is not among them.
base::Result<nlohmann::ordered_json> api_body(const Call& call, std::span<const std::string_view> members);

/// One thing. What can be asked for again carries an ETag of its content.
web::Response api_answer(const Call& call, const nlohmann::ordered_json& one, int status = 200);
/// A page of a list, with Link headers to the first, previous, next and last page (RFC 8288).
web::Response api_list(const Call& call, const ApiPage& page, std::int64_t total, nlohmann::ordered_json items);
/// The page that is asked for of a list of `total`, `item` making its members; or what is wrong with what is asked.
web::Response api_page_of(const Call& call, std::size_t total,
                          const std::function<nlohmann::ordered_json(std::size_t)>& item);
/// The page that is asked for of all there are, `json` making each.
template <class T, class ToJson>
web::Response api_page_of(const Call& call, const std::vector<T>& all, ToJson json) {
    return api_page_of(call, all.size(), [&](std::size_t at) { return json(all[at]); });
}
/// A day as JSON has it: ISO 8601, or null.
nlohmann::ordered_json api_day(const std::optional<base::Date>& day);

/// `application/problem+json` (RFC 9457) without fields: not found, too many …; `kind` is the end of the message key
/// `module.api.problem.<kind>` and of the problem's type. A fault's words name its `reference`.
web::Response api_problem(const text::Words& words, int status, std::string_view kind, std::string_view reference = {});
/// Every problem at once, with field, message and key: 404 for a refusal, which looks like what is not there, else 422.
web::Response api_problems(const Call& call, const base::Problems& problems);

/// The whole API as an OpenAPI 3.1 document, made of the routes. A Bug where a route below /api/ has no description or
/// names a schema that no module has.
std::string openapi_document(std::span<const Module> modules, std::string_view version);
/// Does every API route have a description and its schemas? Says what is wrong, a line each.
std::vector<std::string> openapi_complaints(std::span<const Module> modules);

}  // namespace samrum::module
