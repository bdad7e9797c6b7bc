#pragma once
// Part of server.cpp, which alone includes it: Boost goes no further.
#include "foundation/web/assets.hpp"
#include "foundation/web/body.hpp"
#include "foundation/web/events.hpp"
#include "foundation/web/gzip.hpp"
#include "foundation/web/request.hpp"
#include "foundation/web/server_impl.hpp"

#include <boost/asio/read.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/buffer_body.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/read.hpp>

namespace samrum::web {

namespace http = boost::beast::http;
using Parser = http::request_parser<http::buffer_body>;

constexpr std::size_t kPiece = std::size_t{64} * 1024;  ///< what must move within one body or write timeout
constexpr std::size_t kChunk = std::size_t{16} * 1024;
constexpr std::size_t kDefaultBodyLimit = std::size_t{256} * 1024;

inline std::optional<Method> method_of(http::verb verb) {
    switch (verb) {
        case http::verb::get:
            return Method::get;
        case http::verb::post:
            return Method::post;
        case http::verb::put:
            return Method::put;
        case http::verb::patch:
            return Method::patch;
        case http::verb::delete_:
            return Method::del;
        case http::verb::head:
            return Method::head;
        case http::verb::options:
            return Method::options;
        default:
            return std::nullopt;
    }
}

inline std::string_view view(boost::beast::string_view text) {
    return {text.data(), text.size()};
}

/// The status that an unreadable head deserves; 0 where nobody is there to read an answer.
inline int status_of_bad_head(const boost::system::error_code& error, bool expired) {
    if (expired) return 408;
    if (error == http::error::header_limit || error == http::error::buffer_overflow) return 431;
    if (error.category() == make_error_code(http::error::bad_method).category() &&
        error != http::error::end_of_stream && error != http::error::partial_message)
        return 400;
    return 0;
}

/// IPv4 clients of an IPv6 socket by their IPv4 address.
inline std::string plain_address(const asio::ip::address& address) {
    if (address.is_v6() && address.to_v6().is_v4_mapped())
        return asio::ip::make_address_v4(asio::ip::v4_mapped, address.to_v6()).to_string();
    return address.to_string();
}

/// A request's share of the memory that all bodies together may take.
class BodyMemory {
  public:
    explicit BodyMemory(Server::Impl& server) : server_(server) {}
    ~BodyMemory() { server_.body_bytes -= taken_; }
    BodyMemory(const BodyMemory&) = delete;
    BodyMemory& operator=(const BodyMemory&) = delete;
    bool take(std::size_t bytes) {
        taken_ += bytes;
        server_.body_bytes += bytes;
        return server_.body_bytes <= server_.options.body_memory;
    }

  private:
    Server::Impl& server_;
    std::size_t taken_ = 0;
};

/// One client, from accept to close, as a chain of coroutines on the I/O thread. No locks: only that thread touches it.
class Connection : public std::enable_shared_from_this<Connection> {
  public:
    Connection(Server::Impl& server, tcp::socket socket)
        : server_(server),
          socket_(std::move(socket)),
          signal_(server.io),
          buffer_(server.options.header_limit + kPiece) {
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
    /// Waits for nothing but its next request, or, on a stream, the next event.
    bool is_idle() const { return idle_; }
    bool is_stream() const { return stream_; }
    Clock::time_point deadline() const { return deadline_; }
    /// The server stops: a request that is on its way gets its answer still, but the wait for one is short.
    void hurry(Server::Milliseconds last_call) {
        if (idle_ && stream_) return leave();
        if (idle_) deadline_ = std::min(deadline_, Clock::now() + last_call);
    }
    /// Ends what an idle connection waits for, and so the connection.
    void leave() {
        idle_ = false;
        signal_.cancel();
        cancel();
    }

  private:
    Task<bool> serve_one();
    Task<bool> wait_for_first_byte();
    Task<int> read_body(Parser& parser, Request& request, BodyMemory& memory);
    Task<bool> handle(std::shared_ptr<Work> work);
    Task<void> stream_events(const Response& response, const Asked& asked, EventHub::Unheard unheard);
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
    bool watching_ =
        false;  ///< a stream at rest: its deadline is a heartbeat, its socket is watched for the client's leaving
    bool stream_ = false;
    bool gone_ = false;
};

inline Task<void> Connection::serve() {
    const auto self = shared_from_this();
    try {
        bool more = true;
        while (more) more = co_await serve_one();
    } catch (const std::exception& fault) {
        log_fault(fault.what(), "connection");
    }
    boost::system::error_code ignored;
    socket_.shutdown(tcp::socket::shutdown_both, ignored);
    socket_.close(ignored);
}

/// One request and its answer; false when the connection is to be closed.
inline Task<bool> Connection::serve_one() {
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
    BodyMemory memory(server_);  // given back when the request is answered
    if (!parser.is_done()) {
        status = co_await read_body(parser, request, memory);
        if (status != 0) co_return status > 0 && co_await refuse(status, &request, true);
    }
    work->asked = {request.method, request.secure, accepts_gzip(request.header("accept-encoding")),
                   parser.get().keep_alive() && !server_.stopping, std::string(request.header("if-none-match"))};
    co_return co_await handle(std::move(work));
}

inline Task<bool> Connection::wait_for_first_byte() {
    idle_ = true;
    set_deadline(server_.stopping ? server_.options.last_call : server_.options.idle_timeout);
    const auto [error, size] = co_await socket_.async_read_some(buffer_.prepare(4096), kTuple);
    idle_ = false;
    buffer_.commit(size);
    co_return !error && size > 0;
}

/// Fills `request` from a head; answers the status to refuse it with, or 0.
inline int Connection::fill(const Parser& parser, Request& request) const {
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
inline Task<int> Connection::read_body(Parser& parser, Request& request, BodyMemory& memory) {
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
        if (!memory.take(got)) co_return 503;
        if (!reader.feed({chunk.get(), got})) co_return 400;
    }
    co_return reader.finish(request) ? 0 : 400;
}

/// Has a worker (or the assets) answer, and sends what came.
inline Task<bool> Connection::handle(std::shared_ptr<Work> work) {
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
    if (server.meters)
        server.meters->count(work->asked.method, std::max(work->status, 200), Clock::now() - work->begun);
    if (work->stream) {
        const bool again = !work->request.header("last-event-id").empty();
        co_await stream_events(*work->stream, work->asked, again ? EventHub::kEver : work->stream->events->unheard);
        co_return false;
    }
    const bool sent = co_await send(work->answer);
    co_return sent && work->asked.keep_alive;
}

inline Task<void> Connection::stream_events(const Response& response, const Asked& asked, EventHub::Unheard unheard) {
    const auto wake = [&io = server_.io, weak = weak_from_this()] {
        asio::post(io, [weak] {
            if (const auto self = weak.lock()) self->signal_.cancel();
        });
    };
    const auto stream = server_.options.events->open(response.events->topics, unheard, wake);
    if (server_.meters) server_.meters->streams.set(static_cast<std::int64_t>(server_.options.events->open_streams()));
    const Answer head = stream_head(response, asked);
    bool open = co_await send(head.head, "retry: 2000\n\n");
    watch_for_leaving();
    stream_ = true;
    const auto last_moment = Clock::now() + server_.options.stream_lifetime;
    while (open && Clock::now() < last_moment && !gone_ && !server_.stopping && !stream->dropped()) {
        std::string text = stream->take();
        if (text.empty()) {
            set_deadline(server_.options.heartbeat);
            idle_ = watching_ = true;
            co_await wait_for_signal();
            idle_ = watching_ = false;
            text = stream->take();
            if (text.empty() && expired_) text = "event: here\ndata:\n\n";
        }
        if (!text.empty()) open = co_await send(text, "");
    }
}

/// A client says nothing on a stream: when its socket becomes readable, it has left.
inline void Connection::watch_for_leaving() {
    socket_.async_wait(tcp::socket::wait_read, [weak = weak_from_this()](const boost::system::error_code&) {
        if (const auto self = weak.lock()) {
            self->gone_ = true;
            self->signal_.cancel();
        }
    });
}

inline Task<bool> Connection::send(const Answer& answer) {
    return send(answer.head, answer.payload());
}

/// Writes in pieces, each with its deadline: a slow reader is cut off, a big file on a slow line is not.
inline Task<bool> Connection::send(std::string_view head, std::string_view body) {
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
inline Task<bool> Connection::refuse(int status, const Request* request, bool linger_after) {
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

/// Closing with unread bytes would reset the connection, and the client would never see why: read a while and throw
/// away.
inline Task<void> Connection::linger() {
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

}  // namespace samrum::web
