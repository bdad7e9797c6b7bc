// The streams of live events. A topic is `room/<id>/<slice>`, for people with a role there, or
// `room/<id>/<slice>/<below>`, for whoever knows it; it says that something changed, never what.
#include "app/pages.hpp"
#include "directory/actions_room.hpp"
#include "directory/actions_session.hpp"
#include "foundation/base/number.hpp"
#include "foundation/module/module.hpp"
#include "foundation/module/page.hpp"
#include "foundation/web/events.hpp"

#include <algorithm>
#include <functional>

namespace samrum::app {
namespace {

constexpr std::size_t kMostTopics = 8;

struct Topic {
    store::RoomId room;
    std::string_view slice;
};

std::optional<Topic> parse(std::string_view text) {
    constexpr std::string_view kPrefix = "room/";
    constexpr std::size_t kIdLength = 36;
    if (!text.starts_with(kPrefix)) return std::nullopt;
    text.remove_prefix(kPrefix.size());
    if (text.size() < kIdLength + 2 || text[kIdLength] != '/') return std::nullopt;
    const auto id = store::RoomId::parse(text.substr(0, kIdLength));
    if (!id) return std::nullopt;
    return Topic{*id, text.substr(kIdLength + 1)};
}

/// May the caller see anything of the slice in that room?
bool may_listen(module::Call& call, const std::optional<directory::SignedIn>& who, const Topic& topic) {
    const auto slice = std::find_if(call.house.modules.begin(), call.house.modules.end(),
                                    [&](const module::Module& one) { return one.name == topic.slice; });
    const auto room = directory::find_room(call.lobby(), topic.room);
    if (slice == call.house.modules.end() || !room) return false;
    const auto caller = directory::caller_for(call.lobby(), who, &*room, call.today());
    return std::any_of(slice->permissions.begin(), slice->permissions.end(),
                       [&](const module::Permission* one) { return module::may_anywhere(caller, *one); });
}

/// Does the slice say that whoever knows the topic may listen?
bool is_open(module::Call& call, const Topic& topic) {
    const auto end = topic.slice.find('/');
    if (end == std::string_view::npos || !directory::find_room(call.lobby(), topic.room)) return false;
    const auto slice = std::find_if(call.house.modules.begin(), call.house.modules.end(),
                                    [&](const module::Module& one) { return one.name == topic.slice.substr(0, end); });
    return slice != call.house.modules.end() && slice->is_open_topic &&
           slice->is_open_topic(*call.house.store->room(topic.room), topic.slice.substr(end + 1));
}

/// How old the page is that listens; one with a strange age hears that everything may have changed.
std::chrono::milliseconds age_of(std::string_view text) {
    if (text.empty()) return web::EventHub::Unheard(0);
    const auto age = base::whole_number(text);
    return age && *age >= 0 ? std::min(web::EventHub::Unheard(*age), web::EventHub::kEver) : web::EventHub::kEver;
}

/// The stream of the topics that the query names, when `may` allows every one of them.
web::Response stream_of(module::Call& call, const std::function<bool(const Topic&)>& may) {
    web::EventStream stream;
    for (const std::string_view text : call.request.query.every("topic")) {
        const auto topic = parse(text);
        if (!topic || stream.topics.size() == kMostTopics || !may(*topic)) return module::not_found(call);
        stream.topics.emplace_back(text);
    }
    if (stream.topics.empty()) return module::not_found(call);
    stream.unheard = age_of(call.request.query.get("age"));
    web::Response response;
    response.content_type = "text/event-stream";
    response.events = std::move(stream);
    return response;
}

}  // namespace

web::Response events_stream(module::Call& call) {
    const auto who = directory::find_session(call.lobby(), call.request.cookie(directory::kSessionCookie), call.now());
    return stream_of(call, [&](const Topic& topic) { return may_listen(call, who, topic); });
}

web::Response open_events_stream(module::Call& call) {
    return stream_of(call, [&](const Topic& topic) { return is_open(call, topic); });
}

}  // namespace samrum::app
