#include "foundation/module/api.hpp"

#include "foundation/module/module.hpp"
#include "foundation/text/test_catalogues.hpp"

#include <array>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace samrum::module {
namespace {

using Json = nlohmann::ordered_json;

const ApiOperation kList{
    .id = "listThings", .about = "Things.", .scope = "things:read", .answer = "Thing", .paged = true};
const ApiOperation kMake{.id = "makeThing",
                         .about = "A thing.",
                         .scope = "things:write",
                         .answer = "Thing",
                         .takes = "NewThing",
                         .status = 201};
constexpr ApiSchema kThing{"Thing", R"({"type": "object"})"};
constexpr ApiSchema kNewThing{"NewThing", R"({"type": "object"})"};

class Api : public ::testing::Test {
  protected:
    void SetUp() override {
        modules_[0].name = "things";
        modules_[0].routes = {api_route(web::Method::get, "/api/v1/rooms/{room}/things", nullptr, nullptr, kList),
                              api_route(web::Method::post, "/api/v1/rooms/{room}/things", nullptr, nullptr, kMake)};
        modules_[0].api_schemas = {kThing, kNewThing};
        house_.public_address = "https://samrum.example";
    }
    Call call(std::string_view query = "") {
        request_ = {};
        request_.path = "/api/v1/rooms/lund/things";
        request_.query = web::Fields::parse(query).value();
        return Call(house_, request_, text::house_catalogues().words("en"));
    }
    static std::string header(const web::Response& response, std::string_view name) {
        for (const auto& [key, value] : response.headers)
            if (key == name) return value;
        return {};
    }
    std::array<Module, 1> modules_;
    House house_;
    web::Request request_;
};

TEST_F(Api, EveryRouteIsDescribed) {
    EXPECT_TRUE(openapi_complaints(modules_).empty());
    const Json whole = Json::parse(openapi_document(modules_, "1.0"));
    EXPECT_EQ(whole["openapi"], "3.1.0");
    const auto& path = whole["paths"]["/api/v1/rooms/{room}/things"];
    EXPECT_EQ(path["get"]["operationId"], "listThings");
    EXPECT_EQ(path["get"]["security"][0]["token"][0], "things:read");
    EXPECT_TRUE(path["post"]["responses"].contains("201"));
    EXPECT_TRUE(path["post"]["responses"].contains("422"));
    EXPECT_TRUE(whole["components"]["schemas"].contains("ThingPage"));
    EXPECT_EQ(api_scopes(modules_), (std::vector<std::string>{"things:read", "things:write"}));
}

TEST_F(Api, OffersTheScopesThatGiveTheCallerSomething) {
    const Permission write{"things.write", Guard::personal, {Role::coordinator}};
    modules_[0].routes[1].permission = &write;
    Caller officer;
    officer.grants = {{AccountId::ordered(), store::RoomId::ordered(), Role::officer, OrganisationId::ordered(),
                       base::Period{base::Date::of(2019, 1, 1), std::nullopt}}};
    EXPECT_EQ(api_scopes_for(modules_, officer), std::vector<std::string>{"things:read"});
    officer.grants[0].role = Role::coordinator;
    EXPECT_EQ(api_scopes_for(modules_, officer), api_scopes(modules_));
}

TEST_F(Api, WhatIsNotDescribedIsToldOf) {
    modules_[0].routes.push_back({web::Method::get, "/api/v1/secret", nullptr, nullptr});
    modules_[0].routes.push_back(api_route(web::Method::get, "/api/v1/twice", nullptr, nullptr, kList));
    modules_[0].routes.push_back(api_route(web::Method::get, "/elsewhere", nullptr, nullptr, kMake));
    modules_[0].api_schemas = {kThing};
    EXPECT_EQ(
        openapi_complaints(modules_),
        (std::vector<std::string>{
            "POST /api/v1/rooms/{room}/things: there is no schema NewThing", "GET /api/v1/secret has no description",
            "GET /api/v1/twice has the operation id of another route", "/elsewhere lies outside of the API"}));
}

TEST_F(Api, PagesAreReadAndWrongOnesToldOfAtOnce) {
    const auto plain = api_page(call());
    ASSERT_TRUE(plain);
    EXPECT_EQ(plain->limit, 50U);
    EXPECT_EQ(api_page(call("limit=200&offset=7"))->offset, 7U);
    for (const char* wrong : {"limit=0&offset=-1", "limit=201&offset=x", "limit=1.5&offset=1e3"})
        EXPECT_EQ(api_page(call(wrong)).problems().size(), 2U) << wrong;
}

TEST_F(Api, APageHoldsItsItemsAlone) {
    const std::vector<int> all{1, 2, 3};
    const auto items = [&](const char* asked) {
        return Json::parse(api_page_of(call(asked), all, [](int one) { return Json(one); }).body)["items"];
    };
    EXPECT_EQ(items("limit=2&offset=1"), (Json{2, 3}));
    EXPECT_EQ(items("limit=2&offset=2"), (Json{3}));
    EXPECT_EQ(items("limit=2&offset=9"), Json::array());
    EXPECT_EQ(api_page_of(call("limit=0"), all, [](int one) { return Json(one); }).status, 422);
    EXPECT_EQ(api_day(base::Date::of(2020, 1, 31)), Json("2020-01-31"));
    EXPECT_EQ(api_day(std::nullopt), Json(nullptr));
}

TEST_F(Api, ListsLinkToTheirOtherPages) {
    const auto middle = api_list(call("q=r%C3%A5d&limit=10&offset=10"), {10, 10}, 35, Json::array());
    EXPECT_EQ(header(middle, "link"),
              "<https://samrum.example/api/v1/rooms/lund/things?q=r%C3%A5d&limit=10&offset=0>; rel=\"first\", "
              "<https://samrum.example/api/v1/rooms/lund/things?q=r%C3%A5d&limit=10&offset=0>; rel=\"prev\", "
              "<https://samrum.example/api/v1/rooms/lund/things?q=r%C3%A5d&limit=10&offset=20>; rel=\"next\", "
              "<https://samrum.example/api/v1/rooms/lund/things?q=r%C3%A5d&limit=10&offset=30>; rel=\"last\"");
    const auto empty = api_list(call(), {50, 0}, 0, Json::array());
    EXPECT_EQ(header(empty, "link").find("next"), std::string::npos);
    EXPECT_FALSE(header(empty, "etag").empty());
    EXPECT_EQ(header(empty, "etag"), header(api_list(call(), {50, 0}, 0, Json::array()), "etag"));
    EXPECT_NE(header(empty, "etag"), header(middle, "etag"));
}

TEST_F(Api, ProblemsAreToldTogetherAndARefusalLooksLikeNothing) {
    const auto told = api_problems(call(), {base::problem("limit", "module.api.limit", {{"most", std::int64_t{200}}}),
                                            base::problem("", "module.api.json")});
    EXPECT_EQ(told.status, 422);
    EXPECT_EQ(told.content_type, "application/problem+json");
    const Json body = Json::parse(told.body);
    ASSERT_EQ(body["errors"].size(), 2U);
    EXPECT_EQ(body["errors"][0]["field"], "limit");
    EXPECT_EQ(body["errors"][0]["key"], "module.api.limit");
    EXPECT_EQ(body["errors"][0]["args"]["most"], 200);
    EXPECT_NE(body["errors"][0]["message"].get<std::string>().find("200"), std::string::npos);
    EXPECT_EQ(api_problems(call(), {refusal()}).body, api_problem(call().words, 404, "not_found").body);
}

TEST_F(Api, BodiesAreObjectsOfKnownMembers) {
    constexpr std::string_view kMembers[] = {"kind"};
    const auto read = [&](const std::string& body) {
        Call made = call();
        request_.body = body;
        return api_body(made, kMembers);
    };
    EXPECT_TRUE(read(R"({"kind": "session"})"));
    EXPECT_EQ(read("kind=session").problems().front().message.key, "module.api.json");
    EXPECT_EQ(read("[1]").problems().front().message.key, "module.api.object");
    EXPECT_EQ(read(R"({"kind": ["\u0000"]})").problems().front().message.key, "module.api.not_text");
    EXPECT_EQ(read(R"({"a": 1, "kind": 2, "b": 3})").problems().size(), 2U);
    EXPECT_FALSE(read(std::string(100'000, '['))) << "nested deeper than anybody needs";
}

}  // namespace
}  // namespace samrum::module
