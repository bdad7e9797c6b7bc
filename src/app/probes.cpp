#include "app/probes.hpp"

#include "app/pages.hpp"
#include "foundation/module/page.hpp"

namespace samrum::app {
namespace {

std::string& metrics_token() {
    static std::string token;
    return token;
}

/// Compares without telling by its time how much was right.
bool same_secret(std::string_view a, std::string_view b) {
    unsigned difference = a.size() == b.size() ? 0U : 1U;
    for (std::size_t i = 0; i < a.size() && i < b.size(); ++i)
        difference |= static_cast<unsigned>(static_cast<unsigned char>(a[i]) ^ static_cast<unsigned char>(b[i]));
    return difference == 0;
}

/// A proxy on this machine that nobody told us to trust asks for somebody else.
bool is_this_machine(const web::Request& request) {
    const std::string_view peer = request.peer;
    return (peer == "::1" || peer.starts_with("127.")) && request.header("x-forwarded-for").empty();
}

}  // namespace

web::Metrics& metrics() {
    static web::Metrics all;
    return all;
}

void set_metrics_token(std::string token) {
    metrics_token() = std::move(token);
}

web::Response healthz(module::Call&) {
    return web::Response::text("ok\n");
}

web::Response readyz(module::Call& call) {
    return call.house.store->is_alive() ? web::Response::text("ready\n")
                                        : web::Response::text("database does not answer\n", 503);
}

web::Response metrics_page(module::Call& call) {
    const std::string_view authorization = call.request.header("authorization");
    const bool has_token = !metrics_token().empty() && authorization.starts_with("Bearer ") &&
                           same_secret(authorization.substr(7), metrics_token());
    if (!has_token && !is_this_machine(call.request)) return module::not_found(call);
    auto response = web::Response::text(metrics().render());
    response.content_type = "text/plain; version=0.0.4; charset=utf-8";
    return response;
}

}  // namespace samrum::app
