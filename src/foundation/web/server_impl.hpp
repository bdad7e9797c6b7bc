#pragma once
// Part of server.cpp, which alone includes it: Boost goes no further.
#include "foundation/web/answer.hpp"
#include "foundation/web/http_meters.hpp"
#include "foundation/web/peer.hpp"
#include "foundation/web/server.hpp"
#include "foundation/web/workers.hpp"

#include <atomic>
#include <boost/asio/as_tuple.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <optional>
#include <unordered_set>

namespace samrum::web {

namespace asio = boost::asio;
using asio::ip::tcp;
using Clock = std::chrono::steady_clock;
template <class T>
using Task = asio::awaitable<T>;
constexpr auto kTuple = asio::as_tuple(asio::use_awaitable);

class Connection;

/// What a worker does for a connection. Shared, since the worker may outlive a connection that lost patience.
struct Work {
    Request request;
    Asked asked;
    Clock::time_point begun;
    Answer answer;
    int status = 0;
    std::optional<Response> stream;
    bool done = false;  ///< read and written on the I/O thread only
};

struct Server::Impl {
    Impl(Options the_options, Handler the_handler);
    void run();
    void stop();
    Task<void> accept();
    Task<void> keep_time();
    void listen_for_signals();
    void begin_stop();
    /// Closes the connection that has been idle longest; false when none is.
    bool make_room();
    /// On a worker thread.
    void answer(Work& work);
    Response error_page(int status, const Request* request) const;

    const Options options;
    const Handler handler;
    std::uint16_t port = 0;
    std::vector<Network> trusted;
    std::unique_ptr<HttpMeters> meters;
    std::unordered_set<Connection*> open;
    std::size_t body_bytes = 0;  ///< of all requests under way
    std::atomic<bool> stopping{false};
    Clock::time_point last_moment;  ///< when a stopping server stops waiting
    asio::io_context io{1};
    tcp::acceptor acceptor{io};
    asio::steady_timer ticker{io};
    asio::signal_set signals{io};
    Workers workers;  // last: it is joined before anything that its work touches goes away
};

}  // namespace samrum::web
