// A real server on a free port, spoken to over raw sockets. Short deadlines: all of it takes about a second.
#include "foundation/web/server.hpp"

#include "foundation/web/assets.hpp"
#include "foundation/web/events.hpp"
#include "foundation/web/metrics.hpp"

#include <arpa/inet.h>
#include <atomic>
#include <future>
#include <gtest/gtest.h>
#include <optional>
#include <poll.h>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>

namespace samrum::web {
namespace {

using namespace std::chrono_literals;

/// A client that says exactly what it is told to.
class Client {
  public:
    explicit Client(std::uint16_t port) : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
        sockaddr_in to{};
        to.sin_family = AF_INET;
        to.sin_port = htons(port);
        to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        EXPECT_EQ(::connect(socket_, reinterpret_cast<sockaddr*>(&to), sizeof to), 0);
    }
    ~Client() { ::close(socket_); }
    Client(const Client&) = delete;
    Client& operator=(const Client&) = delete;

    void say(std::string_view text) {
        EXPECT_EQ(::send(socket_, text.data(), text.size(), MSG_NOSIGNAL), static_cast<ssize_t>(text.size()));
    }
    /// Everything heard until `end` stands in it, the server closes, or the patience ends.
    std::string hear(std::string_view end, std::chrono::milliseconds patience = 2000ms) {
        const auto last = std::chrono::steady_clock::now() + patience;
        while (heard_.find(end) == std::string::npos && !closed_) {
            const auto left =
                std::chrono::duration_cast<std::chrono::milliseconds>(last - std::chrono::steady_clock::now());
            pollfd ready{socket_, POLLIN, 0};
            if (left.count() <= 0 || ::poll(&ready, 1, static_cast<int>(left.count())) <= 0) break;
            char chunk[4096];
            const ssize_t got = ::recv(socket_, chunk, sizeof chunk, 0);
            if (got <= 0)
                closed_ = true;
            else
                heard_.append(chunk, static_cast<std::size_t>(got));
        }
        const std::size_t at = heard_.find(end);
        const std::size_t length = at == std::string::npos ? heard_.size() : at + end.size();
        std::string out = heard_.substr(0, length);
        heard_.erase(0, length);
        return out;
    }
    std::string hear_all() { return hear("\x01 never said"); }
    bool closed() const { return closed_; }

  private:
    int socket_;
    std::string heard_;
    bool closed_ = false;
};

class ServerTest : public testing::Test {
  protected:
    Server& start(Server::Options options = {}) {
        options.port = 0;
        options.workers = 2;
        options.tick = 5ms;
        options.linger_timeout = 200ms;
        if (options.last_call == Server::Options{}.last_call) options.last_call = 20ms;
        options.events = &hub_;
        options.metrics = &metrics_;
        server_.emplace(std::move(options), [this](const Request& request) { return answer(request); });
        thread_ = std::thread([this] { server_->run(); });
        return *server_;
    }
    void TearDown() override {
        if (server_) server_->stop();
        if (thread_.joinable()) thread_.join();
    }
    Response answer(const Request& request) {
        if (request.path == "/slow") {
            in_slow_ = true;
            while (!let_go_) std::this_thread::sleep_for(1ms);
        }
        if (request.path == "/fault") throw std::runtime_error("secret detail");
        if (request.path == "/big") return Response::text(std::string(100'000, 'x'));
        if (request.path == "/huge") return Response::text(std::string(50'000'000, 'x'));
        if (request.path == "/bad-header") {
            Response bad = Response::text("x");
            bad.headers.emplace_back("x-a", "1\r\nx-injected: 1");
            return bad;
        }
        if (request.path == "/events") {
            Response open;
            open.events = EventStream{{"room/1/activity", "room/1/people"}};
            return open;
        }
        std::string files;
        for (const Upload& one : request.uploads) files += one.filename + ":" + std::to_string(one.bytes.size());
        return Response::text("path=" + request.path + " name=" + std::string(request.form.get("name")) + " peer=" +
                              request.peer + " secure=" + (request.secure ? "1" : "0") + " files=" + files + ";\n");
    }
    std::string ask(std::string_view text, std::string_view end = ";\n") {
        Client client(server_->port());
        client.say(text);
        return client.hear(end);
    }

    EventHub hub_;
    Metrics metrics_;
    std::atomic<bool> in_slow_{false};
    std::atomic<bool> let_go_{false};
    std::optional<Server> server_;
    std::thread thread_;
};

TEST_F(ServerTest, KeepsTheConnectionAndAnswersPipelinedRequestsInOrder) {
    start();
    Client client(server_->port());
    client.say(
        "GET /a HTTP/1.1\r\nHost: x\r\n\r\nPOST /b HTTP/1.1\r\nHost: x\r\nContent-Length: 8\r\nContent-Type: "
        "application/x-www-form-urlencoded\r\n\r\nname=\xc3\xa5\x62GET /c HTTP/1.1\r\nHost: x\r\n\r\n");
    EXPECT_NE(client.hear(";\n").find("path=/a "), std::string::npos);
    EXPECT_NE(client.hear(";\n").find("path=/b name=\xc3\xa5\x62 "), std::string::npos);
    EXPECT_NE(client.hear(";\n").find("path=/c "), std::string::npos);
    client.say("GET /d HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    EXPECT_NE(client.hear_all().find("path=/d "), std::string::npos);
    EXPECT_TRUE(client.closed());
}

TEST_F(ServerTest, SendsSecurityHeadersAndLeavesTheBodyOutForHead) {
    start();
    const std::string got = ask("HEAD /a HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n", "\r\n\r\n");
    for (const char* part : {"HTTP/1.1 200 OK\r\n", "content-security-policy: default-src 'none'", "nosniff",
                             "referrer-policy: same-origin", "cache-control: no-store", "content-length: "})
        EXPECT_NE(got.find(part), std::string::npos) << part;
    EXPECT_EQ(got.find("path="), std::string::npos);
}

TEST_F(ServerTest, CutsOffSlowHeadsAndSlowBodies) {
    Server::Options options;
    options.header_timeout = 40ms;
    options.body_timeout = 40ms;
    start(options);
    EXPECT_NE(ask("GET / HTTP/1.1\r\nHo", "Timeout\r\n").find("408"), std::string::npos);
    EXPECT_NE(ask("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\nabc", "Timeout\r\n").find("408"),
              std::string::npos);
}

TEST_F(ServerTest, ClosesIdleConnectionsWithoutAWord) {
    Server::Options options;
    options.idle_timeout = 30ms;
    start(options);
    Client client(server_->port());
    EXPECT_EQ(client.hear_all(), "");
    EXPECT_TRUE(client.closed());
}

TEST_F(ServerTest, CutsOffSlowReaders) {
    Server::Options options;
    options.write_timeout = 40ms;
    start(options);
    Client client(server_->port());
    client.say("GET /huge HTTP/1.1\r\nHost: x\r\n\r\n");
    for (int i = 0; i < 400 && metrics_.gauge("samrum_http_open_connections", "").value() != 0; ++i)
        std::this_thread::sleep_for(5ms);
    EXPECT_EQ(metrics_.gauge("samrum_http_open_connections", "").value(), 0);
}

TEST_F(ServerTest, RefusesWhatIsTooBigOrBroken) {
    Server::Options options;
    options.header_limit = 1024;
    options.body_limit = [](Method, std::string_view path) { return path == "/file" ? 100'000U : 10U; };
    start(options);
    const auto status = [&](const std::string& text) { return ask(text, "\r\n\r\n").substr(0, 12); };
    EXPECT_EQ(status("GET / HTTP/1.1\r\nHost: x\r\nA: " + std::string(2000, 'a') + "\r\n\r\n"), "HTTP/1.1 431");
    EXPECT_EQ(status("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 11\r\n\r\n"), "HTTP/1.1 413");
    EXPECT_EQ(
        status("POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n8\r\n12345678\r\n8\r\n12345678\r\n"),
        "HTTP/1.1 413");
    EXPECT_EQ(status("POST /file HTTP/1.1\r\nHost: x\r\nContent-Length: 11\r\n\r\n12345678901"), "HTTP/1.1 200");
    EXPECT_EQ(status("nonsense\r\n\r\n"), "HTTP/1.1 400");
    EXPECT_EQ(status("GET /../etc HTTP/1.1\r\nHost: x\r\n\r\n"), "HTTP/1.1 400");
    EXPECT_EQ(status("GET /%00 HTTP/1.1\r\nHost: x\r\n\r\n"), "HTTP/1.1 400");
    EXPECT_EQ(status("GET /a?b=%ff HTTP/1.1\r\nHost: x\r\n\r\n"), "HTTP/1.1 400");
    EXPECT_EQ(status("GET / HTTP/1.1\r\n\r\n"), "HTTP/1.1 400");
    EXPECT_EQ(status("GET / HTTP/1.1\r\nHost: x\r\nHost: y\r\n\r\n"), "HTTP/1.1 400");
    EXPECT_EQ(status("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"),
              "HTTP/1.1 400");
    for (const char* encoding : {"xchunked", "gzip, chunked", "chunked, chunked"})
        EXPECT_EQ(
            status(std::string("POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: ") + encoding + "\r\n\r\n0\r\n\r\n"),
            "HTTP/1.1 501")
            << encoding;
    EXPECT_EQ(status("BREW / HTTP/1.1\r\nHost: x\r\n\r\n"), "HTTP/1.1 501");
}

TEST_F(ServerTest, ReadsMultipartFormsAsTheyArrive) {
    start();
    const std::string body =
        "--b\r\nContent-Disposition: form-data; name=\"name\"\r\n\r\n\xc3\xa5sa\r\n--b\r\nContent-Disposition: "
        "form-data; "
        "name=\"f\"; filename=\"C:\\log.csv\"\r\nContent-Type: text/csv\r\n\r\n" +
        std::string(50'000, 'z') + "\r\n--b--\r\n";
    Client client(server_->port());
    client.say(
        "POST /up HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Type: multipart/form-data; boundary=b\r\n"
        "Content-Length: " +
        std::to_string(body.size()) + "\r\n\r\n");
    EXPECT_EQ(client.hear("\r\n\r\n"), "HTTP/1.1 100 Continue\r\n\r\n");
    client.say(std::string_view(body).substr(0, 100));
    std::this_thread::sleep_for(5ms);
    client.say(std::string_view(body).substr(100));
    EXPECT_NE(client.hear(";\n").find("name=\xc3\xa5sa peer=127.0.0.1 secure=0 files=log.csv:50000"),
              std::string::npos);
}

TEST_F(ServerTest, TellsAReferenceAndNotTheDetailWhenAHandlerFails) {
    testing::internal::CaptureStdout();
    start();
    const std::string got = ask("GET /fault HTTP/1.1\r\nHost: x\r\n\r\n", "</html>");
    EXPECT_NE(got.find("HTTP/1.1 500"), std::string::npos);
    const std::size_t at = got.find("Reference: ");
    ASSERT_NE(at, std::string::npos);
    EXPECT_EQ(got.find("secret detail"), std::string::npos);
    EXPECT_NE(ask("GET /bad-header HTTP/1.1\r\nHost: x\r\n\r\n", "</html>").find("HTTP/1.1 500"), std::string::npos);
    EXPECT_NE(ask("GET /a HTTP/1.1\r\nHost: x\r\n\r\n").find("path=/a"), std::string::npos);
    const std::string log = testing::internal::GetCapturedStdout();
    EXPECT_NE(log.find(got.substr(at + 11, 9) + " GET /fault: secret detail"), std::string::npos);
}

TEST_F(ServerTest, PacksBigTextForClientsThatTakeIt) {
    start();
    const std::string got = ask("GET /big HTTP/1.1\r\nHost: x\r\nAccept-Encoding: br, gzip\r\n\r\n", "\r\n\r\n");
    EXPECT_NE(got.find("content-encoding: gzip"), std::string::npos);
    EXPECT_EQ(ask("GET /big HTTP/1.1\r\nHost: x\r\nAccept-Encoding: gzip;q=0\r\n\r\n", "\r\n\r\n").find("gzip"),
              std::string::npos);
}

TEST_F(ServerTest, BelievesForwardedAddressesOfTrustedProxiesOnly) {
    const std::string request =
        "GET /a HTTP/1.1\r\nHost: x\r\nX-Forwarded-For: 1.2.3.4, 5.6.7.8\r\nX-Forwarded-Proto: https\r\n\r\n";
    start();
    EXPECT_NE(ask(request).find("peer=127.0.0.1 secure=0"), std::string::npos);
    TearDown();
    Server::Options options;
    options.trusted_proxies = {"127.0.0.0/8"};
    options.is_anonymous = [](std::string_view path) { return path == "/anonymous"; };
    start(options);
    EXPECT_NE(ask(request).find("peer=5.6.7.8 secure=1"), std::string::npos);
    EXPECT_NE(ask(request).find("strict-transport-security"), std::string::npos);
    EXPECT_NE(ask("GET /anonymous HTTP/1.1\r\nHost: x\r\nX-Forwarded-For: 1.2.3.4\r\n\r\n").find("peer= "),
              std::string::npos);
}

TEST_F(ServerTest, StopsGracefullyWithARequestInFlight) {
    start();
    Client busy(server_->port());
    Client idle(server_->port());
    busy.say("GET /slow HTTP/1.1\r\nHost: x\r\n\r\n");
    while (!in_slow_) std::this_thread::sleep_for(1ms);
    server_->stop();
    EXPECT_EQ(idle.hear_all(), "");
    EXPECT_TRUE(idle.closed());
    let_go_ = true;
    const std::string got = busy.hear_all();
    EXPECT_NE(got.find("path=/slow"), std::string::npos);
    EXPECT_NE(got.find("connection: close"), std::string::npos);
    thread_.join();
}

TEST_F(ServerTest, AnswersWhatIsOnItsWayWhenItStops) {
    Server::Options options;
    options.last_call = 2000ms;
    start(options);
    Client kept(server_->port());
    kept.say("GET /a HTTP/1.1\r\nHost: x\r\n\r\n");
    EXPECT_EQ(kept.hear(";\n").find("connection: close"), std::string::npos);
    server_->stop();
    std::this_thread::sleep_for(20ms);
    kept.say("GET /c HTTP/1.1\r\nHost: x\r\n\r\n");
    const std::string last = kept.hear_all();
    EXPECT_NE(last.find("path=/c "), std::string::npos);
    EXPECT_NE(last.find("connection: close"), std::string::npos);
    thread_.join();
}

TEST_F(ServerTest, GivesUpOnAHandlerThatTakesTooLong) {
    Server::Options options;
    options.handler_timeout = 30ms;
    testing::internal::CaptureStdout();
    start(options);
    EXPECT_NE(ask("GET /slow HTTP/1.1\r\nHost: x\r\n\r\n", "</html>").find("HTTP/1.1 503"), std::string::npos);
    let_go_ = true;
    EXPECT_NE(testing::internal::GetCapturedStdout().find("/slow: no answer in time"), std::string::npos);
}

TEST_F(ServerTest, MakesRoomBeyondTheLimitByClosingTheLongestIdle) {
    Server::Options options;
    options.max_connections = 1;
    start(options);
    Client idle(server_->port());
    idle.say("GET /a HTTP/1.1\r\nHost: x\r\n\r\n");
    idle.hear(";\n");
    Client busy(server_->port());
    busy.say("GET /slow HTTP/1.1\r\nHost: x\r\n\r\n");
    while (!in_slow_) std::this_thread::sleep_for(1ms);
    EXPECT_EQ(idle.hear_all(), "");
    EXPECT_TRUE(idle.closed());
    Client refused(server_->port());
    EXPECT_NE(refused.hear("\r\n").find("503"), std::string::npos);
    let_go_ = true;
    EXPECT_NE(busy.hear(";\n").find("path=/slow"), std::string::npos);
}

TEST_F(ServerTest, BoundsTheMemoryOfAllBodies) {
    Server::Options options;
    options.body_memory = 20;
    start(options);
    const std::string request = "POST /slow HTTP/1.1\r\nHost: x\r\nContent-Length: 15\r\n\r\n" + std::string(15, 'a');
    Client first(server_->port());
    first.say(request);
    while (!in_slow_) std::this_thread::sleep_for(1ms);
    EXPECT_NE(ask(request, "\r\n").find("503"), std::string::npos);
    let_go_ = true;
    EXPECT_NE(first.hear(";\n").find("path=/slow"), std::string::npos);
    EXPECT_NE(ask(request, "\r\n").find("200"), std::string::npos);
}

TEST_F(ServerTest, SendsLiveEventsAndHeartbeats) {
    Server::Options options;
    options.heartbeat = 30ms;
    start(options);
    Client client(server_->port());
    client.say("GET /events HTTP/1.1\r\nHost: x\r\n\r\n");
    EXPECT_NE(client.hear("retry: 2000\n\n").find("text/event-stream"), std::string::npos);
    hub_.publish("room/2/activity", "of another room");
    hub_.publish("room/1/activity", "two\nlines");
    EXPECT_EQ(client.hear("\n\n"), "id: 1\nevent: changed\ndata: room/1/activity\ndata: two\ndata: lines\n\n");
    EXPECT_EQ(client.hear("\n\n"), "event: here\ndata:\n\n");
    EXPECT_EQ(hub_.open_streams(), 1U);
    server_->stop();
    client.hear_all();
    EXPECT_TRUE(client.closed());
    thread_.join();
    EXPECT_EQ(hub_.open_streams(), 0U);
}

TEST_F(ServerTest, SeesAClientLeaveItsStream) {
    start();
    {
        Client client(server_->port());
        client.say("GET /events HTTP/1.1\r\nHost: x\r\nLast-Event-ID: 7\r\n\r\n");
        client.hear("data: room/1/people\n\n");  // after a reconnect every topic counts as changed
    }
    for (int i = 0; i < 400 && hub_.open_streams() > 0; ++i) std::this_thread::sleep_for(5ms);
    EXPECT_EQ(hub_.open_streams(), 0U);
}

TEST_F(ServerTest, ServesAssetsForEverByTheirHashedName) {
    const std::string css(5000, 'a');
    const base::EmbeddedFile files[] = {{"app.css", css}};
    const Assets assets(files);
    Server::Options options;
    options.assets = &assets;
    start(options);
    const std::string path = assets.path("app.css");
    const std::string got = ask("GET " + path + " HTTP/1.1\r\nHost: x\r\nAccept-Encoding: gzip\r\n\r\n", "\r\n\r\n");
    for (const char* part : {"immutable", "content-encoding: gzip", "text/css", "etag: W/\""})
        EXPECT_NE(got.find(part), std::string::npos) << part;
    const std::string etag = assets.find(path).asset->etag;
    EXPECT_NE(ask("GET /assets/app.css HTTP/1.1\r\nHost: x\r\nIf-None-Match: " + etag + "\r\n\r\n", "\r\n").find("304"),
              std::string::npos);
}

}  // namespace
}  // namespace samrum::web
