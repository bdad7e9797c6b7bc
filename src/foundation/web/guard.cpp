#include "foundation/web/guard.hpp"

#include "foundation/web/answer.hpp"
#include "foundation/web/html.hpp"

#include <algorithm>
#include <sodium.h>
#include <spdlog/spdlog.h>

namespace samrum::web {
namespace {

constexpr std::size_t kLongestNameInPath = 36;  // a UUID; tokens are longer

/// Eight characters without those that are mixed up when read aloud.
std::string new_reference() {
    constexpr std::string_view kLetters = "23456789ABCDEFGHJKLMNPQRSTVWXYZ";
    std::string reference;
    for (int i = 0; i < 8; ++i) {
        if (i == 4) reference += '-';
        reference += kLetters[randombytes_uniform(static_cast<std::uint32_t>(kLetters.size()))];
    }
    return reference;
}

Response failed(std::string_view what, const Request& request, const ErrorPage& error_page) {
    const std::string where = std::string(method_name(request.method)) + ' ' + loggable_path(request.path);
    const std::string reference = log_fault(what, where);
    return error_page ? error_page(500, reference, &request) : plain_error_page(500, reference);
}

}  // namespace

Response plain_error_page(int status, std::string_view reference) {
    const std::string title = std::to_string(status) + ' ' + std::string(reason_phrase(status));
    std::string page;
    Html h(page);
    h.doctype();
    h(tag::html, attr::lang("sv"), [&] {
        h(tag::head, [&] { h(tag::title, title); });
        h(tag::body, [&] {
            h(tag::h1, title);
            h(tag::p, status >= 500 ? "Något gick fel hos oss. Försök igen om en stund."
                                    : "Servern kunde inte ta emot det som skickades.");
            h(tag::p, attr::lang("en"),
              status >= 500 ? "Something went wrong on our side. Please try again in a while."
                            : "The server could not accept what was sent.");
            if (!reference.empty()) h(tag::p, "Referens / Reference: ", reference);
        });
    });
    return Response::html(std::move(page), status);
}

Response guarded(const Handler& handler, const Request& request, const ErrorPage& error_page) {
    try {
        return handler(request);
    } catch (const std::exception& fault) {
        return failed(fault.what(), request, error_page);
    } catch (...) {
        return failed("something that is no exception was thrown", request, error_page);
    }
}

std::string log_fault(std::string_view what, std::string_view where) {
    std::string reference = new_reference();
    spdlog::error("{} {}: {}", reference, where, what);
    return reference;
}

std::string loggable_path(std::string_view path) {
    std::string out;
    for (std::size_t from = 1; from <= path.size();) {
        const std::size_t to = std::min(path.find('/', from), path.size());
        const std::string_view part = path.substr(from, to - from);
        out.append("/").append(part.size() > kLongestNameInPath ? "…" : part);
        from = to + 1;
    }
    return out;
}

std::string_view method_name(Method method) {
    switch (method) {
        case Method::get:
            return "GET";
        case Method::post:
            return "POST";
        case Method::put:
            return "PUT";
        case Method::patch:
            return "PATCH";
        case Method::del:
            return "DELETE";
        case Method::head:
            return "HEAD";
        case Method::options:
            return "OPTIONS";
    }
    return "?";
}

}  // namespace samrum::web
