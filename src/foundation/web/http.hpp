#pragma once
#include "foundation/base/result.hpp"

#include <chrono>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace samrum::web {

enum class Method { get, post, put, patch, del, head, options };

using Headers = std::vector<std::pair<std::string, std::string>>;  ///< names in lower case when they come in

/// A file that came with a multipart form, kept in memory up to the limit of its route.
struct Upload {
    std::string field;
    std::string filename;  ///< as the browser said: never a path to trust
    std::string content_type;
    std::string bytes;
};

/// The fields of a form or of a query, in order; a field may stand several times.
class Fields {
  public:
    /// Reads `application/x-www-form-urlencoded`. Problems on broken escapes or bytes that are not UTF-8.
    static base::Result<Fields> parse(std::string_view encoded);
    void add(std::string name, std::string value) { all_.emplace_back(std::move(name), std::move(value)); }
    /// The first value of `name`, or empty.
    std::string_view get(std::string_view name) const;
    bool has(std::string_view name) const;
    std::vector<std::string_view> every(std::string_view name) const;
    const std::vector<std::pair<std::string, std::string>>& all() const { return all_; }
    /// `a=1&b=2`, percent-encoded.
    std::string encoded() const;

  private:
    std::vector<std::pair<std::string, std::string>> all_;
};

/// A request, parsed and within limits.
struct Request {
    Method method = Method::get;
    std::string path;  ///< decoded, without query, normal (no `..`, no `//`)
    Fields query;
    Headers headers;
    std::map<std::string, std::string, std::less<>> cookies;
    Fields form;  ///< of urlencoded and multipart bodies
    std::vector<Upload> uploads;
    std::string body;     ///< of any other content type
    std::string peer;     ///< address of the client, by X-Forwarded-For of a trusted proxy; empty on anonymous routes
    bool secure = false;  ///< came over TLS (as the trusted proxy says)
    std::string target;   ///< path and query as sent, for redirects after sign-in

    std::string_view header(std::string_view lower_case_name) const;
    std::string_view cookie(std::string_view name) const;
};

/// A stream of server-sent events, open until the client leaves or the server stops.
struct EventStream {
    std::vector<std::string> topics;       ///< topics of the hub, `room/<id>/activity`
    std::chrono::milliseconds unheard{0};  ///< what happened so long before is told at once
};

struct Cookie {
    std::string name;
    std::string value;
    std::optional<int> max_age_seconds;  ///< nothing: until the browser closes; 0: remove
    bool http_only = true;
};

struct Response {
    int status = 200;
    std::string content_type = "text/html; charset=utf-8";
    std::string body;
    Headers headers;
    std::vector<Cookie> cookies;  ///< written with Path=/; SameSite=Lax; Secure where the request was
    std::optional<EventStream> events;

    static Response html(std::string body, int status = 200);
    static Response text(std::string body, int status = 200);
    static Response json(std::string body, int status = 200);
    /// 303 See Other to a path of ours.
    static Response redirect(std::string path);
    static Response file(std::string bytes, std::string content_type, const std::string& filename);
};

/// What the server calls for each request, on a worker thread. Exceptions become 500 with a reference number.
using Handler = std::function<Response(const Request&)>;

/// Live events: a topic is told that something changed; open streams that listen to it get `event: changed`.
/// Across servers the store carries it (LISTEN/NOTIFY).
class Events {
  public:
    virtual ~Events() = default;
    virtual void publish(std::string_view topic, std::string_view data) = 0;
};

}  // namespace samrum::web
