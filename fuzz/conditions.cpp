// If-None-Match and Accept-Encoding: the first line and the second. An answer is whole or is not sent, and its head
// ends where it should, whatever the client asks.
#include "foundation/web/answer.hpp"
#include "foundation/web/gzip.hpp"
#include "fuzz.hpp"

#include <algorithm>
#include <string>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace samrum::web;
    const std::string_view text = fuzz_text(data, size);
    const auto line = std::min(text.find('\n'), text.size());
    Asked asked;
    asked.if_none_match = text.substr(0, line);
    asked.accepts_gzip = accepts_gzip(text.substr(std::min(line + 1, text.size())));
    for (const Method method : {Method::get, Method::head, Method::post}) {
        asked.method = method;
        Response response = Response::html(std::string(2000, 'x'));
        response.headers.emplace_back("ETag", "\"5f2c\"");
        const Answer answer = written(response, asked);
        const bool kept = answer.head.starts_with("HTTP/1.1 304 ");
        hold(kept || answer.head.starts_with("HTTP/1.1 200 "));
        hold(!kept || (method != Method::post && asked.if_none_match.find_first_of("*\"") != std::string::npos));
        hold(answer.head.find("\r\n\r\n") == answer.head.size() - 4);
        hold(answer.payload().empty() == (kept || method == Method::head));
        const bool packed = answer.head.find("content-encoding: gzip") != std::string::npos;
        hold(packed == (!kept && asked.accepts_gzip));
    }
    return 0;
}
