// The only file that sees Boost: slow to compile, so it stands alone (no unity batch).
#include "foundation/web/server.hpp"

#include "foundation/base/told_fault.hpp"
#include "foundation/web/connection.hpp"
#include "foundation/web/server_impl.hpp"

#include <algorithm>
#include <sys/resource.h>

namespace samrum::web {
namespace {

/// So that a thousand streams fit: as many open files as the system allows us.
void raise_file_limit() {
    rlimit limit{};
    if (getrlimit(RLIMIT_NOFILE, &limit) != 0 || limit.rlim_cur >= limit.rlim_max) return;
    limit.rlim_cur = limit.rlim_max;
    setrlimit(RLIMIT_NOFILE, &limit);
}

}  // namespace

Server::Impl::Impl(Options the_options, Handler the_handler)
    : options(std::move(the_options)),
      handler(std::move(the_handler)),
      workers(options.workers ? options.workers : std::max(2U, std::thread::hardware_concurrency()),
              options.queue_limit) {
    if (options.metrics) meters = std::make_unique<HttpMeters>(*options.metrics);
    for (const std::string& text : options.trusted_proxies) {
        const auto network = Network::parse(text);
        if (!network) throw base::Fault("not an address or network of a trusted proxy: " + text);
        trusted.push_back(*network);
    }
    raise_file_limit();
    try {
        const tcp::endpoint end(asio::ip::make_address(options.address), options.port);
        acceptor.open(end.protocol());
        acceptor.set_option(tcp::acceptor::reuse_address(true));
        acceptor.bind(end);
        acceptor.listen(1024);
        port = acceptor.local_endpoint().port();
    } catch (const boost::system::system_error& error) {
        const std::string end = options.address + ":" + std::to_string(options.port), why = error.code().message();
        throw base::ToldFault("cannot listen on " + end + ": " + why,
                              {"web.server.cannot_listen", {{"end", end}, {"why", why}}});
    }
}

void Server::Impl::run() {
    asio::co_spawn(io, accept(), asio::detached);
    asio::co_spawn(io, keep_time(), asio::detached);
    if (options.stop_on_signals) {
        signals.add(SIGINT);
        signals.add(SIGTERM);
        listen_for_signals();
    }
    io.run();
}

/// The first signal asks to stop, a second one does not wait.
void Server::Impl::listen_for_signals() {
    signals.async_wait([this](const boost::system::error_code& error, int) {
        if (error) return;
        if (stopping) return io.stop();
        begin_stop();
        listen_for_signals();
    });
}

Task<void> Server::Impl::accept() {
    while (!stopping) {
        auto [error, socket] = co_await acceptor.async_accept(kTuple);
        if (error) {
            if (stopping) co_return;
            // Out of open files, most likely: wait a little instead of turning in a circle.
            asio::steady_timer pause(io, options.tick);
            co_await pause.async_wait(kTuple);
            continue;
        }
        if (open.size() >= options.max_connections && !make_room()) {
            boost::system::error_code ignored;
            const Answer full = written(error_page(503, nullptr), {Method::get, false, false, false, ""});
            socket.non_blocking(true, ignored);
            socket.send(asio::buffer(full.head + full.body), 0, ignored);
            continue;
        }
        const auto connection = std::make_shared<Connection>(*this, std::move(socket));
        asio::co_spawn(
            io, [connection] { return connection->serve(); }, asio::detached);
    }
}

bool Server::Impl::make_room() {
    Connection* longest = nullptr;
    for (Connection* one : open)
        if (one->is_idle() && !one->is_stream() && (!longest || one->deadline() < longest->deadline())) longest = one;
    if (longest) longest->leave();
    return longest != nullptr;
}

/// Every tick: deadlines, gauges, and the end of a stopping server.
Task<void> Server::Impl::keep_time() {
    while (!stopping || !open.empty()) {
        ticker.expires_after(stopping ? std::max(options.tick / 10, Milliseconds{1}) : options.tick);
        co_await ticker.async_wait(kTuple);
        const auto now = Clock::now();
        if (stopping && now >= last_moment) io.stop();
        for (Connection* one : open) one->check_deadline(now);
        if (!meters) continue;
        meters->queue.set(static_cast<std::int64_t>(workers.waiting()));
        if (options.events) meters->streams.set(static_cast<std::int64_t>(options.events->open_streams()));
    }
    boost::system::error_code ignored;
    signals.cancel(ignored);
}

void Server::Impl::begin_stop() {
    if (stopping.exchange(true)) return;
    last_moment = Clock::now() + options.stop_timeout;
    boost::system::error_code ignored;
    acceptor.close(ignored);
    for (Connection* one : open) one->hurry(options.last_call);
    ticker.cancel();
}

void Server::Impl::stop() {
    asio::post(io, [this] { begin_stop(); });
}

void Server::Impl::answer(Work& work) {
    try {
        Response response = guarded(handler, work.request, options.error_page);
        work.asked.keep_alive = work.asked.keep_alive && !stopping;
        work.status = response.status;
        if (response.events) {
            base::ensure(options.events != nullptr, "a server with event streams has a hub");
            if (work.asked.method != Method::head) {
                work.stream = std::move(response);
                return;
            }
        }
        work.answer = written(std::move(response), work.asked);
    } catch (const std::exception& fault) {
        const std::string reference = log_fault(fault.what(), loggable_path(work.request.path));
        work.status = 500;
        work.answer = written(plain_error_page(500, reference), work.asked);
    }
}

Response Server::Impl::error_page(int status, const Request* request) const {
    return options.error_page ? options.error_page(status, "", request) : plain_error_page(status, "");
}

Server::Server(Options options, Handler handler)
    : impl_(std::make_unique<Impl>(std::move(options), std::move(handler))) {}
Server::~Server() = default;
void Server::run() {
    impl_->run();
}
void Server::stop() {
    impl_->stop();
}
std::uint16_t Server::port() const {
    return impl_->port;
}

}  // namespace samrum::web
