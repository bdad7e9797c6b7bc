// What comes in: paths, fields, cookies, addresses, multipart bodies.
#include "foundation/web/body.hpp"
#include "foundation/web/cookies.hpp"
#include "foundation/web/gzip.hpp"
#include "foundation/web/http.hpp"
#include "foundation/web/multipart.hpp"
#include "foundation/web/peer.hpp"
#include "foundation/web/percent.hpp"

#include <gtest/gtest.h>
#include <random>

namespace samrum::web {
namespace {

TEST(Paths, AreDecodedAndMadeNormal) {
    EXPECT_EQ(normal_path("/"), "/");
    EXPECT_EQ(normal_path("/lund/iop/r%C3%A5drum"), "/lund/iop/r\u00e5drum");
    EXPECT_EQ(normal_path("//lund//./home/"), "/lund/home/");
    EXPECT_EQ(normal_path("/a+b"), "/a+b");
}

TEST(Paths, ThatCouldMeanTwoThingsAreRefused) {
    for (const char* bad : {"", "lund", "/..", "/a/../b", "/%2e%2e/b", "/a%2fb", "/a%5cb", "/a\\b", "/%00", "/%0a",
                            "/%", "/%4", "/%zz", "/%ff", "/%c0%ae", "*"})
        EXPECT_EQ(normal_path(bad), std::nullopt) << bad;
}

TEST(FormFields, AreReadInOrderWithTheirRepetitions) {
    const auto fields = Fields::parse("a=1&b=&c&a=%C3%A5+%2B&&=x");
    ASSERT_TRUE(fields);
    EXPECT_EQ(fields->get("a"), "1");
    EXPECT_EQ(fields->every("a"), (std::vector<std::string_view>{"1", "\u00e5 +"}));
    EXPECT_TRUE(fields->has("c"));
    EXPECT_FALSE(fields->has("d"));
    EXPECT_EQ(fields->encoded(), "a=1&b=&c=&a=%C3%A5%20%2B&=x");
    EXPECT_EQ(Fields::parse(fields->encoded())->all(), fields->all());
}

TEST(FormFields, BrokenOnesAreProblems) {
    EXPECT_EQ(Fields::parse("a=%4").problems()[0].message.key, "web.form.broken_escape");
    EXPECT_EQ(Fields::parse("a=%ff").problems()[0].message.key, "web.form.not_utf8");
    EXPECT_EQ(Fields::parse("a=%00").problems()[0].message.key, "web.form.not_utf8");
    std::string many;
    for (int i = 0; i < 2001; ++i) many += "a&";
    EXPECT_EQ(Fields::parse(many).problems()[0].message.key, "web.form.too_many_fields");
}

TEST(Cookies, AreReadLenientlyAndWrittenStrictly) {
    const auto cookies = parse_cookies("a=1; b=\"two\"; nothing; a=later; c=x=y; bad name=1;d=");
    EXPECT_EQ(cookies,
              (std::map<std::string, std::string, std::less<>>{{"a", "1"}, {"b", "two"}, {"c", "x=y"}, {"d", ""}}));
    EXPECT_EQ(set_cookie({"session", "abc", 60, true}, true),
              "session=abc; Path=/; SameSite=Lax; HttpOnly; Secure; Max-Age=60");
    EXPECT_THROW(set_cookie({"a", "x; Domain=evil", {}, true}, false), base::Bug);
}

TEST(Redirects, StayAtHome) {
    const auto location = [](const char* to) { return Response::redirect(to).headers[0].second; };
    EXPECT_EQ(location("/lund/home?a=1"), "/lund/home?a=1");
    EXPECT_EQ(location("/r\u00e5drum"), "/r%C3%A5drum");
    for (const char* away : {"https://evil.example", "//evil.example", "/\\evil.example", "/a\r\nX: 1", ""})
        EXPECT_EQ(location(away), "/") << away;
}

TEST(Peers, AreFoundBehindTrustedProxies) {
    const std::vector<Network> trusted{*Network::parse("10.0.0.0/8"), *Network::parse("fd00::/8")};
    EXPECT_EQ(client_address("10.1.1.1", "9.9.9.9, 8.8.8.8, 10.2.2.2", trusted), "8.8.8.8");
    EXPECT_EQ(client_address("fd00::1", "2001:db8::7", trusted), "2001:db8::7");
    EXPECT_EQ(client_address("9.9.9.9", "1.1.1.1", trusted), "9.9.9.9");
    EXPECT_EQ(client_address("10.1.1.1", "nonsense", trusted), "10.1.1.1");
    EXPECT_EQ(client_address("10.1.1.1", "", trusted), "10.1.1.1");
    for (const char* bad : {"", "10.0.0.0/33", "10.0.0.0/x", "host", "::/129"})
        EXPECT_FALSE(Network::parse(bad)) << bad;
}

TEST(Gzip, IsTakenByItsWeight) {
    for (const char* yes : {"gzip", "br, gzip", "gzip;q=0.5", "*"}) EXPECT_TRUE(accepts_gzip(yes)) << yes;
    for (const char* no : {"", "br", "gzip;q=0", "gzip; q=0.000", "identity"}) EXPECT_FALSE(accepts_gzip(no)) << no;
}

std::string form_body(std::mt19937& random, std::vector<std::string>& values) {
    const std::string alphabet = "\r\n-bx";  // what a boundary is made of, so that near misses are common
    std::string body = random() % 2 ? "preamble\r\n" : "";
    for (std::size_t part = 0; part < 1 + random() % 4; ++part) {
        std::string value;
        for (std::size_t i = random() % 40; i > 0; --i) value += alphabet[random() % alphabet.size()];
        if (value.find("\r\n--bx") != std::string::npos || value.starts_with("--bx")) continue;
        values.push_back(value);
        body += "--bx" + std::string(random() % 3, ' ') + "\r\nContent-Disposition: form-data; name=\"n\"\r\n\r\n" +
                value + "\r\n";
    }
    return body + "--bx--\r\n";
}

TEST(Multipart, ReadsTheSameHoweverItIsCut) {
    std::mt19937 random(20190701);
    for (int round = 0; round < 400; ++round) {
        std::vector<std::string> values;
        const std::string body = form_body(random, values);
        MultipartReader reader("bx");
        for (std::size_t from = 0; from < body.size();) {
            const std::size_t length = 1 + random() % (round % 2 ? 3 : 30);
            ASSERT_TRUE(reader.feed(std::string_view(body).substr(from, length)));
            from += length;
        }
        ASSERT_TRUE(reader.finished()) << body;
        ASSERT_EQ(reader.fields().all().size(), values.size()) << body;
        for (std::size_t i = 0; i < values.size(); ++i) EXPECT_EQ(reader.fields().all()[i].second, values[i]) << body;
    }
}

std::string part(const std::string& disposition, const std::string& content) {
    return "--b\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n" + content + "\r\n";
}

TEST(Multipart, TellsFilesFromFields) {
    MultipartReader reader("b");
    ASSERT_TRUE(reader.feed(part("name=\"a%22b\"", "1") +
                            part("name=f; filename=\"C:\\tmp\\l\u00e5g.csv\"", std::string("\0\xff", 2)) +
                            part("name=empty; filename=\"\"", "") + "--b--"));
    ASSERT_TRUE(reader.finished());
    EXPECT_EQ(reader.fields().get("a\"b"), "1");
    ASSERT_EQ(reader.uploads().size(), 1U);  // the field in which nothing was chosen is no file
    EXPECT_EQ(reader.uploads()[0].filename, "l\u00e5g.csv");
    EXPECT_EQ(reader.uploads()[0].bytes, std::string("\0\xff", 2));
}

TEST(Multipart, RefusesWhatIsBrokenOrTooMuch) {
    const auto accepted = [](const std::string& body, MultipartReader::Limits limits = {}) {
        MultipartReader reader("b", limits);
        return reader.feed(body) && reader.finished();
    };
    EXPECT_TRUE(accepted(part("name=a", "1") + "--b--"));
    EXPECT_TRUE(accepted("--b--"));
    EXPECT_FALSE(accepted(part("name=a", "1")));
    EXPECT_FALSE(accepted(part("nam=a", "1") + "--b--"));
    EXPECT_FALSE(accepted("--b\r\n\r\n1\r\n--b--"));
    EXPECT_FALSE(accepted("--bx\r\n"));
    EXPECT_FALSE(accepted(part("name=a", "\xff") + "--b--"));
    EXPECT_FALSE(accepted(part("name=a", "1") + part("name=a", "1") + "--b--", {1, 1000, 1000}));
    EXPECT_FALSE(accepted(part("name=a", "12345") + "--b--", {9, 1000, 4}));
    EXPECT_FALSE(accepted("--b\r\nA: " + std::string(2000, 'x') + "\r\n\r\n1\r\n--b--", {9, 1000, 1000}));
}

TEST(Multipart, FindsItsBoundary) {
    EXPECT_EQ(multipart_boundary("multipart/form-data; boundary=abc"), "abc");
    EXPECT_EQ(multipart_boundary("Multipart/Form-Data; charset=utf-8; boundary=\"a b;c\""), "a b;c");
    for (const char* bad : {"text/plain; boundary=a", "multipart/form-data", "multipart/form-data; boundary=\"\"",
                            "multipart/form-data; boundary=\"a", "multipart/form-data; boundary=\"a \""})
        EXPECT_EQ(multipart_boundary(bad), std::nullopt) << bad;
}

TEST(Bodies, OfOtherTypesStayBytes) {
    BodyReader reader("application/json");
    Request request;
    EXPECT_TRUE(reader.feed("{\"a\""));
    EXPECT_TRUE(reader.feed(":1}"));
    EXPECT_TRUE(reader.finish(request));
    EXPECT_EQ(request.body, "{\"a\":1}");
    BodyReader form("application/x-www-form-urlencoded; charset=UTF-8");
    EXPECT_TRUE(form.feed("a=%"));
    EXPECT_FALSE(form.finish(request));
}

}  // namespace
}  // namespace samrum::web
