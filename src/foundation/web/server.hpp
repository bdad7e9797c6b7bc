#pragma once
#include "foundation/web/guard.hpp"
#include "foundation/web/http.hpp"

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace samrum::web {

class Assets;
class EventHub;
class Metrics;

/// The HTTP/1.1 server. One thread moves bytes; a few workers run the handler, which may block on the database. TLS is
/// for the proxy in front. A slow or greedy client is cut off by deadlines and limits, never waited for.
class Server {
  public:
    using Milliseconds = std::chrono::milliseconds;
    struct Options {
        std::string address = "127.0.0.1";
        std::uint16_t port = 8080;                          ///< 0: any free port, see port()
        std::size_t header_limit = std::size_t{16} * 1024;  ///< bytes of request line and headers
        /// Bytes of body that a path takes; without it 256 kB.
        std::function<std::size_t(Method, std::string_view path)> body_limit;
        std::size_t body_memory = std::size_t{256} * 1024 * 1024;  ///< bytes of all bodies at a time; beyond them 503
        std::size_t max_connections = 4000;  ///< beyond them the longest idle goes; 503 where none is
        std::size_t queue_limit = 512;       ///< requests that may wait for a worker; beyond them 503
        unsigned workers = 0;                ///< 0: as many as cores, at least two

        Milliseconds idle_timeout{60'000};    ///< between requests
        Milliseconds header_timeout{10'000};  ///< from a head's first byte to its last
        Milliseconds body_timeout{20'000};    ///< for each 64 kB of a body
        Milliseconds whole_body_timeout{300'000};
        Milliseconds handler_timeout{60'000};   ///< then 503; the worker goes on, its answer is thrown away
        Milliseconds write_timeout{20'000};     ///< for each 64 kB of an answer
        Milliseconds linger_timeout{2'000};     ///< reads on after a refusal, so that the client sees the answer
        Milliseconds stop_timeout{10'000};      ///< for requests in flight when the server stops
        Milliseconds last_call{200};            ///< so long a stopping server takes what comes on open connections
        Milliseconds heartbeat{15'000};         ///< of event streams
        Milliseconds stream_lifetime{900'000};  ///< then the client opens it anew, and its rights are looked at again
        Milliseconds tick{250};                 ///< how exact the deadlines are

        std::vector<std::string> trusted_proxies;  ///< addresses or networks whose X-Forwarded-For and -Proto count
        /// Paths whose visitors stay unknown: no address and no browser name reaches the handler or the log.
        std::function<bool(std::string_view path)> is_anonymous;
        ErrorPage error_page;            ///< without it a small page in two languages
        const Assets* assets = nullptr;  ///< answered without a worker
        EventHub* events = nullptr;      ///< needed by responses with `events`; all three outlive the server
        Metrics* metrics = nullptr;
        bool stop_on_signals = false;  ///< SIGTERM and SIGINT stop it as stop() does
    };

    /// Binds and listens at once. Throws base::Fault where the address cannot be had.
    Server(Options options, Handler handler);
    ~Server();
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;

    /// Serves until stopped: answers what is in flight, ends streams, closes.
    void run();
    /// From any thread, also before run().
    void stop();
    std::uint16_t port() const;

    struct Impl;

  private:
    std::unique_ptr<Impl> impl_;
};

}  // namespace samrum::web
