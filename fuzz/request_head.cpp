// Heads of requests: the first line is the target, the others are headers. What is accepted is normal, and who comes
// through no trusted proxy cannot say who it is.
#include "foundation/base/text.hpp"
#include "foundation/web/csrf.hpp"
#include "foundation/web/gzip.hpp"
#include "foundation/web/request.hpp"
#include "fuzz.hpp"

#include <algorithm>
#include <set>

using namespace samrum::web;

namespace {

RequestHead head_of(std::string_view text) {
    RequestHead head;
    const auto line = [&text] {
        const auto end = std::min(text.find('\n'), text.size());
        const auto one = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        return one;
    };
    head.target = line();
    while (!text.empty()) {
        const auto one = line();
        const auto colon = std::min(one.find(':'), one.size());
        head.headers.emplace_back(one.substr(0, colon),
                                  samrum::base::trim(one.substr(std::min(colon + 1, one.size()))));
    }
    return head;
}

void hold_normal(const Request& request) {
    hold(request.path.starts_with('/') && samrum::base::is_utf8(request.path));
    std::set<std::string> names;
    for (const auto& [name, value] : request.headers) {
        hold(std::none_of(name.begin(), name.end(), [](char c) { return c >= 'A' && c <= 'Z'; }));
        hold(samrum::base::is_utf8(value) || value.empty());
        hold(names.insert(name).second);
    }
    (void)accepts_gzip(request.header("accept-encoding"));
    (void)comes_from_our_pages(request);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const std::vector<Network> proxies{*Network::parse("127.0.0.1"), *Network::parse("10.0.0.0/8")};
    const RequestHead head = head_of(fuzz_text(data, size));
    for (const std::string connected : {"127.0.0.1", "192.0.2.1"}) {
        for (const bool anonymous : {false, true}) {
            Request request;
            RequestHead sent = head;
            sent.connected = connected;
            const int status = fill_request(request, sent, proxies, [&](std::string_view) { return anonymous; });
            hold(status == 0 || status == 400 || status == 431 || status == 501);
            if (status != 0) continue;
            hold_normal(request);
            if (anonymous) hold(request.peer.empty() && request.header("x-forwarded-for").empty());
            if (!anonymous) hold(Network::parse(request.peer).has_value());
            if (connected != "127.0.0.1") hold(!request.secure && (anonymous || request.peer == connected));
        }
    }
    return 0;
}
