#include "foundation/module/api.hpp"

#include "foundation/base/number.hpp"
#include "foundation/base/text.hpp"
#include "foundation/module/module.hpp"
#include "foundation/web/answer.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <functional>
#include <nlohmann/json.hpp>
#include <set>

namespace samrum::module {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view kProblemType = "application/problem+json";
constexpr std::string_view kProblemUrn = "urn:samrum:problem:";

web::Response json_answer(const Json& content, int status) {
    web::Response response = web::Response::json(content.dump(-1, ' ', false, Json::error_handler_t::replace), status);
    response.headers.emplace_back("cache-control", "no-store");
    return response;
}

Json args_of(const base::MessageArgs& args) {
    Json all = Json::object();
    for (const auto& [name, value] : args) std::visit([&all, &key = name](const auto& one) { all[key] = one; }, value);
    return all;
}

/// A number of the query, or nothing where it is none within the bounds.
std::optional<std::size_t> number_in(std::string_view typed, std::int64_t least, std::int64_t most) {
    const auto number = base::whole_number(typed);
    if (!number || *number < least || *number > most) return std::nullopt;
    return static_cast<std::size_t>(*number);
}

std::string link_to(const Call& call, const ApiPage& page, std::size_t offset, std::string_view relation) {
    web::Fields query;
    for (const auto& [name, value] : call.request.query.all())
        if (name != "limit" && name != "offset") query.add(name, value);
    query.add("limit", std::to_string(page.limit));
    query.add("offset", std::to_string(offset));
    return fmt::format("<{}{}?{}>; rel=\"{}\"", call.house.public_address, call.request.path, query.encoded(),
                       relation);
}

std::string links(const Call& call, const ApiPage& page, std::size_t total) {
    const std::size_t last = total == 0 ? 0 : (total - 1) / page.limit * page.limit;
    std::string all = link_to(call, page, 0, "first");
    if (page.offset > 0)
        all += ", " + link_to(call, page, page.offset > page.limit ? page.offset - page.limit : 0, "prev");
    if (page.offset + page.limit < total) all += ", " + link_to(call, page, page.offset + page.limit, "next");
    return all + ", " + link_to(call, page, last, "last");
}

}  // namespace

bool is_api_path(std::string_view path) {
    return path.starts_with("/api/");
}

Route api_route(web::Method method, std::string_view pattern, const Permission* permission,
                web::Response (*handle)(Call&), const ApiOperation& api) {
    return {.method = method,
            .pattern = pattern,
            .permission = permission,
            .handle = handle,
            .signed_in = !api.scope.empty(),
            .api = &api};
}

namespace {

template <class Wanted>
std::vector<std::string> scopes_of_routes(std::span<const Module> modules, const Wanted& is_wanted) {
    std::set<std::string> all;
    for (const Module& slice : modules)
        for (const Route& route : slice.routes)
            if (route.api && !route.api->scope.empty() && route.api->scope != kAnyToken && is_wanted(route))
                all.emplace(route.api->scope);
    return {all.begin(), all.end()};
}

}  // namespace

std::vector<std::string> api_scopes(std::span<const Module> modules) {
    return scopes_of_routes(modules, [](const Route&) { return true; });
}
std::vector<std::string> api_scopes_for(std::span<const Module> modules, const Caller& caller) {
    return scopes_of_routes(
        modules, [&](const Route& route) { return !route.permission || may_anywhere(caller, *route.permission); });
}

base::Result<ApiPage> api_page(const Call& call) {
    constexpr std::int64_t kFarthest = 1'000'000'000;
    ApiPage page;
    base::ProblemList problems;
    if (const auto typed = call.request.query.get("limit"); !typed.empty()) {
        const auto limit = number_in(typed, 1, kMostPerPage);
        if (!limit) problems.add(base::problem("limit", "module.api.limit", {{"most", std::int64_t{kMostPerPage}}}));
        page.limit = limit.value_or(page.limit);
    }
    if (const auto typed = call.request.query.get("offset"); !typed.empty()) {
        const auto offset = number_in(typed, 0, kFarthest);
        if (!offset) problems.add(base::problem("offset", "module.api.offset"));
        page.offset = offset.value_or(page.offset);
    }
    if (!problems.empty()) return problems.all();
    return page;
}

namespace {

/// An escape can write a NUL, which no database keeps.
bool is_text_throughout(const Json& value) {
    if (value.is_string()) return base::is_utf8(value.get_ref<const std::string&>());
    if (!value.is_structured()) return true;
    return std::all_of(value.begin(), value.end(), is_text_throughout);
}

}  // namespace

base::Result<Json> api_body(const Call& call, std::span<const std::string_view> members) {
    Json body = Json::parse(call.request.body, nullptr, false);
    if (body.is_discarded()) return base::problem("", "module.api.json");
    if (!body.is_object()) return base::problem("", "module.api.object");
    base::ProblemList problems;
    for (const auto& [name, value] : body.items())
        if (!is_text_throughout(value) || !base::is_utf8(name))
            problems.add(base::problem(name, "module.api.not_text"));
        else if (std::find(members.begin(), members.end(), name) == members.end())
            problems.add(base::problem(name, "module.api.unknown", {{"name", name}}));
    if (!problems.empty()) return problems.all();
    return body;
}

web::Response api_answer(const Call& call, const Json& one, int status) {
    web::Response response = json_answer(one, status);
    const bool reads = call.request.method == web::Method::get || call.request.method == web::Method::head;
    // The same content has the same tag on every server of the installation, which run the same program.
    if (reads && status == 200)
        response.headers.emplace_back("etag", fmt::format("\"{:016x}\"", std::hash<std::string>{}(response.body)));
    for (auto& [name, value] : response.headers)
        if (reads && name == "cache-control") value = "private, no-cache";
    return response;
}

web::Response api_list(const Call& call, const ApiPage& page, std::int64_t total, Json items) {
    web::Response response = api_answer(
        call, Json{{"items", std::move(items)}, {"total", total}, {"limit", page.limit}, {"offset", page.offset}});
    response.headers.emplace_back("link", links(call, page, static_cast<std::size_t>(total)));
    return response;
}

web::Response api_page_of(const Call& call, std::size_t total, const std::function<Json(std::size_t)>& item) {
    const auto page = api_page(call);
    if (!page) return api_problems(call, page.problems());
    const std::size_t first = std::min(page->offset, total);
    const std::size_t end = first + std::min(page->limit, total - first);
    Json items = Json::array();
    for (std::size_t at = first; at < end; ++at) items.push_back(item(at));
    return api_list(call, *page, static_cast<std::int64_t>(total), std::move(items));
}

Json api_day(const std::optional<base::Date>& day) {
    return day ? Json(day->iso()) : Json(nullptr);
}

web::Response api_problem(const text::Words& words, int status, std::string_view kind, std::string_view reference) {
    const std::string key = "module.api.problem." + std::string(kind);
    web::Response response = json_answer(Json{{"type", std::string(kProblemUrn) + std::string(kind)},
                                              {"title", web::reason_phrase(status)},
                                              {"status", status},
                                              {"detail", words(key, {{"reference", std::string(reference)}})}},
                                         status);
    response.content_type = kProblemType;
    return response;
}

web::Response api_problems(const Call& call, const base::Problems& problems) {
    if (is_refusal(problems)) return api_problem(call.words, 404, "not_found");
    constexpr int kUnprocessable = 422;
    Json errors = Json::array();
    for (const base::Problem& one : problems)
        errors.push_back({{"field", one.field},
                          {"message", call.words(one.message)},
                          {"key", one.message.key},
                          {"args", args_of(one.message.args)}});
    web::Response response = json_answer(Json{{"type", std::string(kProblemUrn) + "invalid"},
                                              {"title", web::reason_phrase(kUnprocessable)},
                                              {"status", kUnprocessable},
                                              {"detail", call.words("module.api.problem.invalid")},
                                              {"errors", std::move(errors)}},
                                         kUnprocessable);
    response.content_type = kProblemType;
    return response;
}

}  // namespace samrum::module
