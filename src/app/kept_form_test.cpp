#include "app/kept_form.hpp"

#include <gtest/gtest.h>

namespace samrum::app {
namespace {

web::Request form_of(std::string path, const char* field = "note") {
    web::Request request;
    request.method = web::Method::post;
    request.path = request.target = std::move(path);
    request.headers = {{"host", "samrum.example"}, {"origin", "https://samrum.example"}};
    request.form.add("csrf", "old");
    if (*field) request.form.add(field, "What took an hour to write");
    return request;
}

TEST(KeptForm, IsKeptWhereTheBrowserSaysThatItIsOurs) {
    EXPECT_TRUE(may_keep_form(form_of("/im/deliveries/new")));
    auto other = form_of("/im/deliveries/new");
    other.headers.back().second = "https://other.example";
    EXPECT_FALSE(may_keep_form(other));
    other.headers.pop_back();
    EXPECT_FALSE(may_keep_form(other)) << "a browser that says nothing could send anybody's form";
    other.headers.emplace_back("sec-fetch-site", "same-origin");
    EXPECT_TRUE(may_keep_form(other));
    other.headers.back().second = "none";
    EXPECT_FALSE(may_keep_form(other));
}

TEST(KeptForm, HoldsNoSecretAndSomethingTyped) {
    EXPECT_FALSE(may_keep_form(form_of("/account/password", "old_password")));
    EXPECT_FALSE(may_keep_form(form_of("/im/a/linero/booking", "code")));
    EXPECT_FALSE(may_keep_form(form_of("/im/deliveries/new", "")));
    EXPECT_FALSE(may_keep_form(form_of("/sign-in", "email")));
    EXPECT_FALSE(may_keep_form(form_of("//other.example/note")));
}

TEST(KeptForm, LeadsBackToItsPage) {
    const auto back = [](std::string path, std::string referer) {
        auto request = form_of(std::move(path));
        request.headers.emplace_back("referer", std::move(referer));
        return page_to_return_to(request, [](std::string_view page) { return page != "/im/deliveries/standing"; });
    };
    EXPECT_EQ(back("/im/deliveries/standing", "https://samrum.example/im/deliveries?page=2"), "/im/deliveries?page=2");
    EXPECT_EQ(back("/im/deliveries/new", "https://other.example/im/deliveries"), "/im/deliveries/new");
    EXPECT_EQ(back("/im/deliveries/new", "https://samrum.example/lund/agreements"), "/im/deliveries/new");
    EXPECT_EQ(back("/im/deliveries/new", ""), "/im/deliveries/new");
    EXPECT_EQ(back("/im/deliveries/standing", "https://samrum.example/im/deliveries/standing"), "/");
    auto page = form_of("/im/deliveries");
    page.method = web::Method::get;
    page.target = "/im/deliveries?page=2";
    EXPECT_EQ(page_to_return_to(page, [](std::string_view) { return false; }), "/im/deliveries?page=2");
}

}  // namespace
}  // namespace samrum::app
