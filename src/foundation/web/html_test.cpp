#include "foundation/web/html.hpp"

#include <gtest/gtest.h>

namespace samrum::web {
namespace {

std::string written(auto&& write) {
    std::string sink;
    Html h(sink);
    write(h);
    return sink;
}

TEST(Html, EscapesTextAndAttributes) {
    EXPECT_EQ(written([](Html& h) { h(tag::p, attr::id("a\"b"), "1 < 2 & 'x'", [&] { h(tag::br); }); }),
              "<p id=\"a&quot;b\">1 &lt; 2 &amp; &#39;x&#39;<br></p>");
}

TEST(Html, RefusesUrlsThatRun) {
    for (const char* bad : {"javascript:alert(1)", "JaVaScRiPt:x", " javascript:x", "data:text/html,x",
                            "//evil.example", "/\\evil.example", "java\nscript:x", "vbscript:x"}) {
        EXPECT_FALSE(is_safe_url(bad)) << bad;
        EXPECT_EQ(written([&](Html& h) { h(tag::a, attr::href(bad), "x"); }), "<a href=\"about:invalid\">x</a>");
    }
    for (const char* good : {"/lund", "#main", "?page=2", "https://example.org/a", "mailto:a@example.org"})
        EXPECT_TRUE(is_safe_url(good)) << good;
}

TEST(Html, FlagsAreWrittenWhenOn) {
    EXPECT_EQ(written([](Html& h) { h(tag::input, attr::flag<"required">(), attr::flag<"disabled">(false)); }),
              "<input required=\"\">");
}

}  // namespace
}  // namespace samrum::web
