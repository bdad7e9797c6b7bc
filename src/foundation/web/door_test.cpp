// What the door needs: routes, form tokens, rate limits; and the counters.
#include "foundation/web/csrf.hpp"
#include "foundation/web/events.hpp"
#include "foundation/web/guard.hpp"
#include "foundation/web/metrics.hpp"
#include "foundation/web/rate_limit.hpp"
#include "foundation/web/routes.hpp"

#include <gtest/gtest.h>
#include <thread>

namespace samrum::web {
namespace {

using namespace std::chrono_literals;

Routes<std::string> some_routes() {
    Routes<std::string> routes;
    for (const char* pattern : {"/", "/{room}", "/sign-in", "/sign-in/link/{token}", "/{room}/agreements/{id}",
                                "/{room}/agreements/import", "/{room}/agreements/{agreement}/money"})
        routes.add(Method::get, pattern, pattern);
    routes.add(Method::post, "/{room}/agreements/{id}", "save");
    return routes;
}

TEST(RoutesOfPaths, LiteralsWinOverNames) {
    const auto routes = some_routes();
    const auto found = [&](const char* path) {
        const auto match = routes.match(Method::get, path);
        return match.found ? *match.found : "";
    };
    for (const char* same : {"/", "/sign-in", "/{room}/agreements/import"}) {
        std::string path(same);
        if (const auto at = path.find("{room}"); at != std::string::npos) path.replace(at, 6, "lund");
        EXPECT_EQ(found(path.c_str()), same);
    }
    EXPECT_EQ(found("/lund"), "/{room}");
    EXPECT_EQ(found("/lund/agreements/import/money"), "/{room}/agreements/{agreement}/money");
    EXPECT_EQ(found("/sign-in/agreements/7"), "/{room}/agreements/{id}");
    EXPECT_EQ(found("/lund/nothing"), "");
    EXPECT_EQ(found("/lund//agreements"), "");
}

TEST(RoutesOfPaths, GiveTheirParts) {
    const auto match = some_routes().match(Method::post, "/lund/agreements/42");
    EXPECT_EQ(*match.route, 7U);
    EXPECT_EQ(match.parts, (std::map<std::string, std::string, std::less<>>{{"room", "lund"}, {"id", "42"}}));
}

TEST(RoutesOfPaths, TellWhatIsMissingMovedOrNotAllowed) {
    const auto routes = some_routes();
    EXPECT_TRUE(routes.match(Method::get, "/a/b/c/d/e").missing());
    EXPECT_EQ(routes.match(Method::put, "/lund/agreements/42").allow, "GET, HEAD, POST");
    EXPECT_EQ(routes.match(Method::post, "/lund/agreements/import").allow, "GET, HEAD");
    EXPECT_EQ(routes.match(Method::get, "/lund/").location, "/lund");
    EXPECT_TRUE(routes.match(Method::get, "/no/such/").missing());
    EXPECT_TRUE(routes.match(Method::head, "/sign-in").found);
}

TEST(RoutesOfPaths, RefuseContradictions) {
    RouteTree tree;
    tree.add(Method::get, "/{room}/a");
    EXPECT_THROW(tree.add(Method::get, "/{other}/a"), base::Bug);
    EXPECT_THROW(tree.add(Method::get, "/{room}/{room}"), base::Bug);
    EXPECT_THROW(tree.add(Method::get, "a"), base::Bug);
    EXPECT_NO_THROW(tree.add(Method::post, "/{other}/a"));
}

TEST(FormTokens, FitTheirSecretOnly) {
    const Csrf csrf("0123456789abcdef0123456789abcdef");
    const std::string secret = Csrf::new_secret();
    const std::string token = csrf.token(secret);
    EXPECT_NE(token, csrf.token(secret));
    EXPECT_TRUE(csrf.valid(secret, token));
    EXPECT_TRUE(csrf.valid(secret, csrf.token(secret)));
    EXPECT_FALSE(csrf.valid(Csrf::new_secret(), token));
    EXPECT_FALSE(Csrf("another key, 32 bytes of it ....").valid(secret, token));
    EXPECT_FALSE(csrf.valid("", csrf.token("")));
    for (const std::string& bad :
         {std::string(), token + "A", token.substr(1), std::string(86, 'A'), std::string("%%%")})
        EXPECT_FALSE(csrf.valid(secret, bad)) << bad;
    for (std::size_t i = 0; i < token.size() - 1; ++i) {
        std::string changed = token;
        changed[i] = changed[i] == 'A' ? 'B' : 'A';
        EXPECT_FALSE(csrf.valid(secret, changed)) << i;
    }
    EXPECT_THROW(Csrf("short"), base::Bug);
}

TEST(FormTokens, AnotherSiteIsSeen) {
    const auto ours = [](Headers headers) {
        Request request;
        request.headers = std::move(headers);
        return comes_from_our_pages(request);
    };
    EXPECT_TRUE(ours({}));
    EXPECT_TRUE(ours({{"sec-fetch-site", "same-origin"}}));
    EXPECT_TRUE(ours({{"origin", "https://samrum.example"}, {"host", "samrum.example"}}));
    EXPECT_FALSE(ours({{"sec-fetch-site", "cross-site"}}));
    EXPECT_FALSE(ours({{"sec-fetch-site", "same-site"}}));
    EXPECT_FALSE(ours({{"origin", "https://evil.example"}, {"host", "samrum.example"}}));
    EXPECT_FALSE(ours({{"origin", "null"}, {"host", "samrum.example"}}));
    const auto surely = [](Headers headers) {
        Request request;
        request.headers = std::move(headers);
        return surely_from_our_pages(request);
    };
    EXPECT_FALSE(surely({})) << "silence is enough for a token, and for nothing else";
    EXPECT_FALSE(surely({{"sec-fetch-site", "none"}}));
    EXPECT_TRUE(surely({{"sec-fetch-site", "same-origin"}}));
    EXPECT_TRUE(surely({{"origin", "https://samrum.example"}, {"host", "samrum.example"}}));
}

TEST(RateLimits, LetABurstThroughAndThenOneAtATime) {
    RateLimit limit({3, 10s});
    const base::Instant start{1'000'000'000};
    for (int i = 0; i < 3; ++i) EXPECT_EQ(limit.take("a", start), std::nullopt);
    EXPECT_EQ(limit.take("a", start), 10s);
    EXPECT_EQ(limit.take("b", start), std::nullopt);
    EXPECT_EQ(limit.take("a", start.plus(4500ms)), 6s);
    EXPECT_EQ(limit.take("a", start.plus(10s)), std::nullopt);
    EXPECT_EQ(limit.take("a", start.plus(10s)), 10s);
    limit.forget("a");
    EXPECT_EQ(limit.take("a", start.plus(10s)), std::nullopt);
    for (int i = 0; i < 3; ++i) EXPECT_EQ(limit.take("c", start.plus(1h)), std::nullopt);  // never more than a burst
    EXPECT_NE(limit.take("c", start.plus(1h)), std::nullopt);
}

TEST(RateLimits, StayWithinTheirMemory) {
    RateLimit limit({2, 60s, 100});
    const base::Instant start{1'000'000'000};
    limit.take("worst", start);
    limit.take("worst", start);
    for (int i = 0; i < 1000; ++i) {
        limit.take(std::to_string(i), start);
        EXPECT_LE(limit.keys(), 100U);
    }
    EXPECT_NE(limit.take("worst", start), std::nullopt);  // who is at its limit is forgotten last
}

TEST(MetricsText, IsWhatPrometheusReads) {
    Metrics metrics;
    metrics.counter("b_total", "Bees", "kind=\"x\"").add(2);
    metrics.gauge("a", "Ants").set(-1);
    metrics.counter("b_total", "Bees", "kind=\"y\"").add();
    metrics.counter("b_total", "Bees", "kind=\"x\"").add();
    EXPECT_EQ(metrics.render(),
              "# HELP a Ants\n# TYPE a gauge\na -1\n# HELP b_total Bees\n# TYPE b_total counter\n"
              "b_total{kind=\"x\"} 3\nb_total{kind=\"y\"} 1\n");
    metrics.histogram("h", "Hops").observe(0.003);
    EXPECT_NE(metrics.render().find("h_bucket{le=\"0.0025\"} 0\nh_bucket{le=\"0.005\"} 1\n"), std::string::npos);
    EXPECT_NE(metrics.render().find("h_bucket{le=\"+Inf\"} 1\nh_sum 0.003\nh_count 1\n"), std::string::npos);
}

TEST(Hub, SendsEqualEventsOnceAndDropsWhoIsTooSlow) {
    EventHub hub(2);
    int woken = 0;
    const auto stream = hub.open({"a"}, {}, [&] { ++woken; });
    for (int i = 0; i < 5; ++i) hub.publish("a", "1");
    EXPECT_EQ(woken, 1);
    EXPECT_EQ(stream->take(), "id: 1\nevent: changed\ndata: a\ndata: 1\n\n");
    EXPECT_EQ(stream->take(), "");
    for (const char* data : {"1", "2", "3"}) hub.publish("a", data);
    EXPECT_TRUE(stream->dropped());
    EXPECT_EQ(woken, 3);
}

TEST(Hub, TellsEveryStreamOfEachOfItsTopicsWhenEventsMayHaveBeenMissed) {
    EventHub hub;
    int woken = 0;
    const auto one = hub.open({"a", "b"}, {}, [&] { ++woken; });
    const auto other = hub.open({"b"}, {}, [&] { ++woken; });
    hub.tell_all();
    EXPECT_EQ(woken, 2);
    const std::string told = one->take();
    EXPECT_NE(told.find("data: a\n"), std::string::npos);
    EXPECT_NE(told.find("data: b\n"), std::string::npos);
    EXPECT_NE(other->take().find("data: b\n"), std::string::npos);
    EXPECT_NE(hub.open({"c"}, 1ms, [] {})->take().find("data: c\n"), std::string::npos) << "a page older than that";
}

TEST(Hub, ForwardsWhatIsPublishedHereAndNotWhatComesFromElsewhere) {
    EventHub hub;
    std::string forwarded;
    hub.on_publish([&](std::string_view topic, std::string_view data) {
        forwarded += std::string(topic) + '=' + std::string(data) + ';';
    });
    auto stream = hub.open({"a"}, {}, [] {});
    hub.publish("a", "1");
    hub.deliver_local("a", "2");
    EXPECT_EQ(forwarded, "a=1;");
    EXPECT_NE(stream->take().find("data: 2\n"), std::string::npos);
    EXPECT_EQ(hub.open_streams(), 1U);
    stream.reset();
    EXPECT_EQ(hub.open_streams(), 0U);
}

TEST(Hub, TellsAtOnceWhatHappenedSinceThePageWasAskedFor) {
    using namespace std::chrono_literals;
    EventHub hub;
    hub.publish("a", "");
    EXPECT_EQ(hub.open({"a"}, {}, [] {})->take(), "") << "a page that is newer than the event";
    std::this_thread::sleep_for(60ms);
    const auto stream = hub.open({"a", "b"}, 30ms, [] {});
    EXPECT_EQ(stream->take(), "") << "asked for after the event";
    hub.publish("b", "");
    EXPECT_EQ(hub.open({"a", "b"}, 30ms, [] {})->take(), "id: 1\nevent: changed\ndata: b\n\n");
    EXPECT_NE(hub.open({"a", "b"}, 1h, [] {})->take().find("data: a\n"), std::string::npos) << "older than the hub";
}

TEST(Log, HoldsNoTokens) {
    EXPECT_EQ(loggable_path("/sign-in/link/" + std::string(43, 'x')), "/sign-in/link/…");
    EXPECT_EQ(loggable_path("/lund/agreements/018f0000-0000-7000-8000-000000000000"),
              "/lund/agreements/018f0000-0000-7000-8000-000000000000");
}

}  // namespace
}  // namespace samrum::web
