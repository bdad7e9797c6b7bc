// The only file that sees Boost: slow to compile, so it stands alone (no unity batch).
#include "foundation/web/server.hpp"

#include <sys/resource.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <boost/asio/as_tuple.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/read.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/buffer_body.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/read.hpp>
#include <unordered_set>

#include "foundation/base/ensure.hpp"
#include "foundation/web/answer.hpp"
#include "foundation/web/assets.hpp"
#include "foundation/web/body.hpp"
#include "foundation/web/events.hpp"
#include "foundation/web/gzip.hpp"
#include "foundation/web/metrics.hpp"
#include "foundation/web/peer.hpp"
#include "foundation/web/request.hpp"
#include "foundation/web/workers.hpp"

namespace samrum::web {
namespace {

namespace asio = boost::asio;
namespace http = boost::beast::http;
using asio::ip::tcp;
using Clock = std::chrono::steady_clock;
template <class T>
using Task = asio::awaitable<T>;
using Parser = http::request_parser<http::buffer_body>;

constexpr auto kTuple = asio::as_tuple(asio::use_awaitable);
constexpr std::size_t kPiece = 64 * 1024;  ///< what must move within one body or write timeout
constexpr std::size_t kChunk = 16 * 1024;
constexpr std::size_t kDefaultBodyLimit = 256 * 1024;

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

/// Counters and gauges, found once.
struct Meters {
    explicit Meters(Metrics& metrics)
        : duration(metrics.histogram("samrum_http_request_duration_seconds", "Time from head to answer")),
          connections(metrics.gauge("samrum_http_open_connections", "Open connections")),
          streams(metrics.gauge("samrum_http_open_streams", "Open streams of live events")),
          queue(metrics.gauge("samrum_http_worker_queue", "Requests that wait for a worker")) {
        for (std::size_t m = 0; m < requests.size(); ++m)
            for (std::size_t c = 0; c < requests[m].size(); ++c)
                requests[m][c] = &metrics.counter("samrum_http_requests_total", "Requests by method and status class",
                                                  "method=\"" + std::string(method_name(static_cast<Method>(m))) +
                                                      "\",status=\"" + std::to_string(c + 1) + "xx\"");
    }
    void count(Method method, int status, Clock::duration took) {
        const auto status_class = static_cast<std::size_t>(std::clamp(status / 100, 1, 5) - 1);
        requests[static_cast<std::size_t>(method)][status_class]->add();
        duration.observe(std::chrono::duration<double>(took).count());
    }
    std::array<std::array<Metrics::Counter*, 5>, 7> requests{};
    Metrics::Histogram& duration;
    Metrics::Gauge& connections;
    Metrics::Gauge& streams;
    Metrics::Gauge& queue;
};

std::optional<Method> method_of(http::verb verb) {
    switch (verb) {
        case http::verb::get: return Method::get;
        case http::verb::post: return Method::post;
        case http::verb::put: return Method::put;
        case http::verb::patch: return Method::patch;
        case http::verb::delete_: return Method::del;
        case http::verb::head: return Method::head;
        case http::verb::options: return Method::options;
        default: return std::nullopt;
    }
}

std::string_view view(boost::beast::string_view text) { return {text.data(), text.size()}; }

/// The status that an unreadable head deserves; 0 where nobody is there to read an answer.
int status_of_bad_head(const boost::system::error_code& error, bool expired) {
    if (expired) return 408;
    if (error == http::error::header_limit || error == http::error::buffer_overflow) return 431;
    if (error.category() == make_error_code(http::error::bad_method).category() &&
        error != http::error::end_of_stream && error != http::error::partial_message)
        return 400;
    return 0;
}

/// IPv4 clients of an IPv6 socket by their IPv4 address.
std::string plain_address(const asio::ip::address& address) {
    if (address.is_v6() && address.to_v6().is_v4_mapped())
        return asio::ip::make_address_v4(asio::ip::v4_mapped, address.to_v6()).to_string();
    return address.to_string();
}

/// So that a thousand streams fit: as many open files as the system allows us.
void raise_file_limit() {
    rlimit limit{};
    if (getrlimit(RLIMIT_NOFILE, &limit) != 0 || limit.rlim_cur >= limit.rlim_max) return;
    limit.rlim_cur = limit.rlim_max;
    setrlimit(RLIMIT_NOFILE, &limit);
}

class Connection;

}  // namespace

struct Server::Impl {
    Impl(Options the_options, Handler the_handler);
    void run();
    void stop();
    Task<void> accept();
    Task<void> keep_time();
    void begin_stop();
    /// On a worker thread.
    void answer(Work& work);
    Response error_page(int status, const Request* request) const;

    const Options options;
    const Handler handler;
    std::uint16_t port = 0;
    std::vector<Network> trusted;
    std::unique_ptr<Meters> meters;
    std::unordered_set<Connection*> open;
    std::atomic<bool> stopping{false};
    Clock::time_point last_moment;  ///< when a stopping server stops waiting
    asio::io_context io{1};
    tcp::acceptor acceptor{io};
    asio::steady_timer ticker{io};
    asio::signal_set signals{io};
    Workers workers;  // last: it is joined before anything that its work touches goes away
};

namespace {

/// One client, from accept to close, as a chain of coroutines on the I/O thread. No locks: only that thread touches it.
class Connection : public std::enable_shared_from_this<Connection> {
  public:
    Connection(Server::Impl& server, tcp::socket socket)
        : server_(server), socket_(std::move(socket)), signal_(server.io), buffer_(server.options.header_limit + kPiece) {
        boost::system::error_code ignored;
        const auto end = socket_.remote_endpoint(ignored);
        if (!ignored) address_ = plain_address(end.address());
        socket_.set_option(tcp::no_delay(true), ignored);
        server_.open.insert(this);
        if (server_.meters) server_.meters->connections.add(1);
    }
    ~Connection() {
        server_.open.erase(this);
        if (server_.meters) server_.meters->connections.add(-1);
    }
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    Task<void> serve();
    void check_deadline(Clock::time_point now) {
        if (now < deadline_) return;
        expired_ = true;
        signal_.cancel();
        if (!watching_) cancel();
    }
    /// The server stops: who waits for nothing but the next request or event may go.
    void leave_if_idle() {
        if (!idle_) return;
        signal_.cancel();
        cancel();
    }

  private:
    Task<bool> serve_one();
    Task<bool> wait_for_first_byte();
    Task<int> read_body(Parser& parser, Request& request);
    Task<bool> handle(std::shared_ptr<Work> work);
    Task<void> stream_events(const Response& response, const Asked& asked, bool again);
    Task<bool> send(const Answer& answer);
    Task<bool> send(std::string_view head, std::string_view body);
    Task<bool> refuse(int status, const Request* request, bool linger);
    Task<void> linger();
    int fill(const Parser& parser, Request& request) const;
    void watch_for_leaving();

    void set_deadline(Server::Milliseconds from_now) {
        expired_ = false;
        deadline_ = Clock::now() + from_now;
    }
    void cancel() {
        boost::system::error_code ignored;
        socket_.cancel(ignored);
    }
    Task<void> wait_for_signal() {
        signal_.expires_at(Clock::time_point::max());
        co_await signal_.async_wait(kTuple);
    }

    Server::Impl& server_;
    tcp::socket socket_;
    asio::steady_timer signal_;  ///< cancelled to wake this connection
    boost::beast::flat_buffer buffer_;
    std::string address_;
    Clock::time_point deadline_ = Clock::time_point::max();
    bool expired_ = false;
    bool idle_ = false;
    bool watching_ = false;  ///< a stream at rest: its deadline is a heartbeat, its socket is watched for the client's leaving
    bool gone_ = false;
};

Task<void> Connection::serve() {
    const auto self = shared_from_this();
    try {
        bool more = true;
        while (more && !server_.stopping) more = co_await serve_one();
    } catch (const std::exception& fault) {
        log_fault(fault.what(), "connection");
    }
    boost::system::error_code ignored;
    socket_.shutdown(tcp::socket::shutdown_both, ignored);
    socket_.close(ignored);
}

/// One request and its answer; false when the connection is to be closed.
Task<bool> Connection::serve_one() {
    if (buffer_.size() == 0) {
        const bool came = co_await wait_for_first_byte();
        if (!came) co_return false;
    }
    set_deadline(server_.options.header_timeout);
    Parser parser;
    parser.header_limit(static_cast<std::uint32_t>(server_.options.header_limit));
    parser.body_limit(boost::none);  // read_body counts, by the limit of the path
    const auto [error, size] = co_await http::async_read_header(socket_, buffer_, parser, kTuple);
    if (error) {
        const int status = status_of_bad_head(error, expired_);
        co_return status != 0 && co_await refuse(status, nullptr, true);
    }
    auto work = std::make_shared<Work>();
    work->begun = Clock::now();
    Request& request = work->request;
    int status = fill(parser, request);
    if (status != 0) co_return co_await refuse(status, nullptr, true);
    if (!parser.is_done()) {
        status = co_await read_body(parser, request);
        if (status != 0) co_return status > 0 && co_await refuse(status, &request, true);
    }
    work->asked = {request.method, request.secure, accepts_gzip(request.header("accept-encoding")),
                   parser.get().keep_alive(), std::string(request.header("if-none-match"))};
    co_return co_await handle(std::move(work));
}

Task<bool> Connection::wait_for_first_byte() {
    idle_ = true;
    set_deadline(server_.options.idle_timeout);
    const auto [error, size] = co_await socket_.async_read_some(buffer_.prepare(4096), kTuple);
    idle_ = false;
    buffer_.commit(size);
    co_return !error && size > 0;
}

/// Fills `request` from a head; answers the status to refuse it with, or 0.
int Connection::fill(const Parser& parser, Request& request) const {
    const auto& head = parser.get();
    const auto method = method_of(head.method());
    if (!method) return 501;
    request.method = *method;
    RequestHead sent;
    sent.target = view(head.target());
    sent.is_http_1_0 = head.version() < 11;
    for (const auto& field : head) sent.headers.emplace_back(view(field.name_string()), view(field.value()));
    sent.connected = address_;
    return fill_request(request, std::move(sent), server_.trusted, server_.options.is_anonymous);
}

/// Reads the body within limits; answers the status to refuse it with, 0 when all is well, -1 when the client left.
Task<int> Connection::read_body(Parser& parser, Request& request) {
    const auto& options = server_.options;
    const std::size_t limit = options.body_limit ? options.body_limit(request.method, request.path) : kDefaultBodyLimit;
    if (parser.content_length() && *parser.content_length() > limit) co_return 413;
    if (request.header("expect") == "100-continue") {
        const bool sent = co_await send("HTTP/1.1 100 Continue\r\n\r\n", "");
        if (!sent) co_return -1;
    }
    BodyReader reader(request.header("content-type"));
    const auto chunk = std::make_unique<char[]>(kChunk);
    const auto last_moment = Clock::now() + options.whole_body_timeout;
    std::size_t total = 0;
    std::size_t due = 0;  // bytes at which the deadline moves on
    while (!parser.is_done()) {
        if (total >= due) {
            set_deadline(options.body_timeout);
            deadline_ = std::min(deadline_, last_moment);
            due = total + kPiece;
        }
        parser.get().body().data = chunk.get();
        parser.get().body().size = kChunk;
        parser.get().body().more = true;
        const auto [error, moved] = co_await http::async_read_some(socket_, buffer_, parser, kTuple);
        if (error && error != http::error::need_buffer) {
            if (expired_) co_return 408;
            co_return error == http::error::end_of_stream || error == http::error::partial_message ? -1 : 400;
        }
        const std::size_t got = kChunk - parser.get().body().size;
        total += got;
        if (total > limit) co_return 413;
        if (!reader.feed({chunk.get(), got})) co_return 400;
    }
    co_return reader.finish(request) ? 0 : 400;
}

/// Has a worker (or the assets) answer, and sends what came.
Task<bool> Connection::handle(std::shared_ptr<Work> work) {
    auto& server = server_;
    const bool reads = work->asked.method == Method::get || work->asked.method == Method::head;
    if (server.options.assets && reads) {
        if (const auto found = server.options.assets->find(work->request.path); found.asset) {
            work->answer = written(found, work->asked);
            work->done = true;
        }
    }
    if (!work->done) {
        set_deadline(server.options.handler_timeout);
        const bool queued = server.workers.run([&server, work, self = shared_from_this()]() mutable {
            server.answer(*work);
            asio::post(server.io, [work = std::move(work), self = std::move(self)] {
                work->done = true;
                self->signal_.cancel();
            });
        });
        if (!queued) co_return co_await refuse(503, &work->request, false);
        while (!work->done && !expired_) co_await wait_for_signal();
        if (!work->done) {
            log_fault("no answer in time", loggable_path(work->request.path));
            co_return co_await refuse(503, nullptr, false);
        }
    }
    if (server.meters) server.meters->count(work->asked.method, std::max(work->status, 200), Clock::now() - work->begun);
    if (work->stream) {
        const bool again = !work->request.header("last-event-id").empty();
        co_await stream_events(*work->stream, work->asked, again);
        co_return false;
    }
    const bool sent = co_await send(work->answer);
    co_return sent && work->asked.keep_alive;
}

Task<void> Connection::stream_events(const Response& response, const Asked& asked, bool again) {
    const auto wake = [&io = server_.io, weak = weak_from_this()] {
        asio::post(io, [weak] {
            if (const auto self = weak.lock()) self->signal_.cancel();
        });
    };
    const auto stream = server_.options.events->open(response.events->topics, again, wake);
    if (server_.meters) server_.meters->streams.set(static_cast<std::int64_t>(server_.options.events->open_streams()));
    const Answer head = stream_head(response, asked);
    bool open = co_await send(head.head, "retry: 2000\n\n");
    watch_for_leaving();
    while (open && !gone_ && !server_.stopping && !stream->dropped()) {
        std::string text = stream->take();
        if (text.empty()) {
            set_deadline(server_.options.heartbeat);
            idle_ = watching_ = true;
            co_await wait_for_signal();
            idle_ = watching_ = false;
            text = stream->take();
            if (text.empty() && expired_) text = ": still here\n\n";
        }
        if (!text.empty()) open = co_await send(text, "");
    }
    deadline_ = Clock::time_point::max();
}

/// A client says nothing on a stream: when its socket becomes readable, it has left.
void Connection::watch_for_leaving() {
    socket_.async_wait(tcp::socket::wait_read, [weak = weak_from_this()](const boost::system::error_code&) {
        if (const auto self = weak.lock()) {
            self->gone_ = true;
            self->signal_.cancel();
        }
    });
}

Task<bool> Connection::send(const Answer& answer) { return send(answer.head, answer.payload()); }

/// Writes in pieces, each with its deadline: a slow reader is cut off, a big file on a slow line is not.
Task<bool> Connection::send(std::string_view head, std::string_view body) {
    do {
        const std::string_view piece = body.substr(0, kPiece);
        body.remove_prefix(piece.size());
        set_deadline(server_.options.write_timeout);
        const std::array<asio::const_buffer, 2> buffers{asio::buffer(head), asio::buffer(piece)};
        const auto [error, size] = co_await asio::async_write(socket_, buffers, kTuple);
        if (error) co_return false;
        head = {};
    } while (!body.empty());
    co_return true;
}

/// Answers with an error page and lets the connection end: what follows in it cannot be trusted.
Task<bool> Connection::refuse(int status, const Request* request, bool linger_after) {
    Response page = server_.error_page(status, request);
    if (status == 503) page.headers.emplace_back("retry-after", "2");
    Asked asked;
    asked.method = request ? request->method : Method::get;
    asked.secure = request && request->secure;
    asked.keep_alive = false;
    if (server_.meters) server_.meters->count(asked.method, status, {});
    const Answer answer = written(std::move(page), asked);
    const bool sent = co_await send(answer);
    if (sent && linger_after) co_await linger();
    co_return false;
}

/// Closing with unread bytes would reset the connection, and the client would never see why: read a while and throw away.
Task<void> Connection::linger() {
    boost::system::error_code ignored;
    socket_.shutdown(tcp::socket::shutdown_send, ignored);
    set_deadline(server_.options.linger_timeout);
    const auto chunk = std::make_unique<char[]>(kChunk);
    bool more = true;
    while (more && !expired_) {
        const auto [error, size] = co_await socket_.async_read_some(asio::buffer(chunk.get(), kChunk), kTuple);
        more = !error;
    }
}

}  // namespace

Server::Impl::Impl(Options the_options, Handler the_handler)
    : options(std::move(the_options)),
      handler(std::move(the_handler)),
      workers(options.workers ? options.workers : std::max(2U, std::thread::hardware_concurrency()),
              options.queue_limit) {
    if (options.metrics) meters = std::make_unique<Meters>(*options.metrics);
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
        throw base::Fault("cannot listen on " + options.address + ":" + std::to_string(options.port) + ": " +
                          error.code().message());
    }
}

void Server::Impl::run() {
    asio::co_spawn(io, accept(), asio::detached);
    asio::co_spawn(io, keep_time(), asio::detached);
    if (options.stop_on_signals) {
        signals.add(SIGINT);
        signals.add(SIGTERM);
        signals.async_wait([this](const boost::system::error_code& error, int) {
            if (!error) begin_stop();
        });
    }
    io.run();
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
        if (open.size() >= options.max_connections) {
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

/// Every tick: deadlines, gauges, and the end of a stopping server.
Task<void> Server::Impl::keep_time() {
    while (!stopping || !open.empty()) {
        ticker.expires_after(options.tick);
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
    for (Connection* one : open) one->leave_if_idle();
    ticker.cancel();
}

void Server::Impl::stop() {
    asio::post(io, [this] { begin_stop(); });
}

void Server::Impl::answer(Work& work) {
    Response response = guarded(handler, work.request, options.error_page);
    work.asked.keep_alive = work.asked.keep_alive && !stopping;
    try {
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
void Server::run() { impl_->run(); }
void Server::stop() { impl_->stop(); }
std::uint16_t Server::port() const { return impl_->port; }

}  // namespace samrum::web
